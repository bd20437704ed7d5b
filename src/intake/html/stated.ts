// What a page says about itself.
import { decodeHTML } from 'entities';
import { LIMITS } from '../../limits.ts';
import type { Stated } from '../document.ts';
import { articleNode, type LinkedNode, namedIn, textIn } from './linked-data.ts';
import type { Metadata } from './metadata.ts';

/** What a page states of itself: JSON-LD before Open Graph before what its readers see. */
export function statedBy(metadata: Metadata, address: string | undefined): Stated {
  const { meta, nodes } = metadata;
  const url = addressIn(metadata, address);
  const article = articleNode(
    nodes,
    [url, address].filter((one) => one !== undefined),
  );
  const publisher = publisherOf(metadata, article);
  const title = titleOf(metadata, article, sitesOf(metadata, publisher, url ?? address));
  const via = viaOf(metadata, article);
  const published = [
    textIn(article?.datePublished),
    meta.get('article:published_time'),
    meta.get('og:article:published_time'),
    meta.get('datepublished'),
    metadata.time,
    meta.get('dcterms.issued'),
    meta.get('dc.date.issued'),
    meta.get('dc.date'),
    meta.get('date'),
  ]
    .map((date) => date && isoDate(date))
    .find((date) => date !== undefined && date !== '');
  const lang = languageOf(metadata, article);
  return {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(via && via !== publisher && { via }),
    ...(published && { published }),
    ...(url && { url }),
    ...(lang && { lang }),
  };
}

/** One line, its entities decoded where a page escaped them once too often. */
function plain(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const decoded = /&(?:#\d+|#x[\da-f]+|\w+);/i.test(text) ? decodeHTML(text) : text;
  return (
    decoded
      .replace(/<\/?(?:b|i|em|strong|span|sub|sup)>/gi, '')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
}

function publisherOf({ meta, nodes }: Metadata, article: LinkedNode | undefined): string | undefined {
  return [namedIn(article?.publisher, nodes), meta.get('og:site_name'), meta.get('application-name')]
    .map(plain)
    .find((name) => name !== undefined && !/^https?:/i.test(name));
}

/** Letters and digits alone, to tell whether two spellings say the same. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** What divides the name of a page from that of its site. */
const DIVIDER = /\s+[-–—|·•:»«/]+\s+|\s*[|»]\s*/u;

function titleOf(
  metadata: Metadata,
  article: LinkedNode | undefined,
  sites: readonly string[],
): string | undefined {
  const { headings, meta } = metadata;
  const page = plain(metadata.title);
  const stated = [
    textIn(article?.headline),
    textIn(article?.name),
    meta.get('og:title'),
    meta.get('twitter:title'),
  ]
    .map(plain)
    .filter((title) => title !== undefined);
  const printed = [...headings, ...(page ? [page] : [])].map(folded);
  // Some headlines of JSON-LD describe: they are no title where nothing on the page prints them, and another is printed.
  const headline =
    stated.find((title) => printed.some((one) => one.includes(folded(withoutSite(title, sites))))) ??
    stated[0];
  const heading =
    headings.find((one) => page !== undefined && folded(page).includes(folded(one))) ?? headings[0];
  const isDescribed =
    headline !== undefined &&
    heading !== undefined &&
    page !== undefined &&
    !printed.some((one) => one.includes(folded(withoutSite(headline, sites))));
  const title =
    isDescribed && folded(page).startsWith(folded(heading)) ? heading : (headline ?? heading ?? page);
  if (title === undefined) return undefined;
  const bare = withoutSite(title, sites);
  return headings.find((one) => isSpelled(one, bare) || isSpelled(one, title)) ?? bare;
}

/** Whether a heading that is printed is the title: whole, where the title was cut, or where something was put behind it. */
function isSpelled(heading: string, title: string): boolean {
  const [printed, stated] = [folded(heading), folded(title)];
  if (printed === stated) return true;
  // A headline of JSON-LD has 110 characters at the most (Google's structured data for articles).
  if (/(?:…|\.\.\.)$/.test(title) && stated.length > 20) return printed.startsWith(stated);
  return title.startsWith(heading) && DIVIDER.exec(title.slice(heading.length))?.index === 0;
}

/** `Storm over the Bay - The Daily` without the name of its site, on either side. */
function withoutSite(title: string, sites: readonly string[]): string {
  const parts = title.split(DIVIDER);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const isSite = (part: string) => sites.some((site) => folded(site) === folded(part));
  if (parts.length < 2) return title;
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s\-–—|·•:»«/]+$/u, '');
  if (isSite(first)) return title.slice(first.length).replace(/^[\s\-–—|·•:»«/]+/u, '');
  return title;
}

/** What a site may be called in the title of a page: by its names, and by its host. */
function sitesOf(
  { meta }: Metadata,
  publisher: string | undefined,
  url: string | undefined,
): readonly string[] {
  const host = url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');
  const names = [
    publisher,
    meta.get('og:site_name'),
    meta.get('application-name'),
    host,
    host?.split('.').at(-2),
  ];
  return names
    .filter((name) => name !== undefined)
    .flatMap((name) => [name, name.replace(/\.[a-z]{2,4}$/i, '')]);
}

function viaOf({ meta, nodes }: Metadata, article: LinkedNode | undefined): string | undefined {
  const based = article?.isBasedOn;
  const isText = typeof based === 'string';
  const stated =
    (isText ? undefined : namedIn((based as LinkedNode | undefined)?.publisher, nodes)) ??
    namedIn(article?.sourceOrganization, nodes) ??
    meta.get('syndication-source') ??
    meta.get('original-source');
  const name = plain(stated);
  if (name === undefined || !/^https?:/i.test(name)) return name;
  return URL.canParse(name) ? new URL(name).hostname.replace(/^www\./, '') : undefined;
}

function addressIn({ canonical, meta }: Metadata, address: string | undefined): string | undefined {
  const isHome = (url: URL) => url.pathname === '/' && url.search === '';
  for (const stated of [canonical, meta.get('og:url'), address]) {
    if (!stated || !URL.canParse(stated, address)) continue;
    const url = new URL(stated, address);
    // Some sites call each of their pages the first one.
    const isWrong = address !== undefined && isHome(url) && !isHome(new URL(address));
    if (/^https?:$/.test(url.protocol) && url.href.length <= LIMITS.url && !isWrong) return url.href;
  }
  return undefined;
}

const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]\s*((?:[01]\d|2[0-3])(?::[0-5]\d){1,2})(?:[.,]\d+)?\s*(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?/i;

/** A date as far as it is printed, in the form of the front matter; undefined where it is in another one. */
export function isoDate(printed: string): string | undefined {
  const [, day, time, offset] = DATE.exec(printed.trim()) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day)
    return undefined;
  if (time === undefined) return day;
  return `${day}T${time}${(offset ?? '').toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
}

function languageOf({ lang, meta }: Metadata, article: LinkedNode | undefined): string | undefined {
  for (const stated of [
    lang,
    meta.get('content-language'),
    textIn(article?.inLanguage),
    meta.get('og:locale'),
  ]) {
    const [tag = ''] = (stated ?? '').trim().split(/[,;\s]/);
    const canonical = canonicalTag(tag.replace(/_/g, '-'));
    if (canonical !== undefined) return canonical;
  }
  return undefined;
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
