// What a book says about itself.
import type { Stated } from '../document.ts';
import { childrenOf, descendantsOf, textOf, type XmlElement } from '../xml.ts';

/** What a book states of itself in its package document, in the words of EPUB 3 or of EPUB 2. */
export function statedOf(metadata: XmlElement | undefined): Stated {
  if (!metadata) return {};
  const all = (name: string) =>
    [...descendantsOf(metadata, name)]
      .map((element) => ({ element, words: textOf(element).replace(/\s+/g, ' ').trim() }))
      .filter(({ words }) => words !== '');
  const titles = all('dc:title');
  const title =
    titles.find(({ element }) => refined(metadata, element, 'title-type') === 'main') ?? titles[0];
  const [publisher] = all('dc:publisher');
  const lang = all('dc:language')
    .map(({ words }) => words.replaceAll('_', '-'))
    .find((words) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(words) && !/^(?:und|mul|zxx)\b/i.test(words));
  const published = publicationDate(all('dc:date'));
  const url = all('dc:identifier').find(({ words }) => /^https?:\/\/\S+$/i.test(words))?.words;
  return {
    ...(title && { title: title.words }),
    ...(publisher && { publisher: publisher.words }),
    ...(lang !== undefined && { lang }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
  };
}

/** What a `meta` says of another element (EPUB 3.3, 5.5.3.2). */
function refined(metadata: XmlElement, element: XmlElement, property: string): string | undefined {
  const id = element.attributes.get('id');
  if (id === undefined) return undefined;
  const meta = childrenOf(metadata, 'opf:meta').find(
    ({ attributes }) => attributes.get('refines') === `#${id}` && attributes.get('property') === property,
  );
  return meta && textOf(meta).trim();
}

/** EPUB 2 says of each date what it is of; EPUB 3 has one, that of publication. A time of midnight is none. */
function publicationDate(
  dates: readonly { readonly element: XmlElement; readonly words: string }[],
): string | undefined {
  const event = (element: XmlElement) => element.attributes.get('opf:event')?.toLowerCase();
  const date =
    dates.find(({ element }) => event(element) === 'publication') ??
    dates.find(({ element }) => event(element) === undefined);
  const [, day, time] =
    /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T(\d{2}:\d{2})[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      date?.words ?? '',
    ) ?? [];
  // Programs write the first year of all for a date that they do not know; printed books begin in 1450.
  if (day === undefined || Number(day.slice(0, 4)) < 1450) return undefined;
  return time === undefined || time === '00:00' ? day : `${day}T${time}`;
}
