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
  const title = titleOf(metadata, article, [
    publisher,
    meta.get('og:site_name'),
    meta.get('application-name'),
  ]);
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
  return (
    plain(namedIn(article?.publisher, nodes)) ??
    plain(meta.get('og:site_name')) ??
    plain(meta.get('application-name'))
  );
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
  sites: readonly (string | undefined)[],
): string | undefined {
  const { headings, meta } = metadata;
  const names = sites.filter((name) => name !== undefined).map(folded);
  const headline = [textIn(article?.headline), meta.get('og:title'), meta.get('twitter:title')]
    .map(plain)
    .find((title) => title !== undefined);
  const stated =
    headline ?? (headings.length === 1 ? headings[0] : undefined) ?? plain(metadata.title) ?? headings[0];
  if (stated === undefined) return undefined;
  const bare = withoutSite(stated, names);
  return headings.find((heading) => isSpelled(heading, bare) || isSpelled(heading, stated)) ?? bare;
}

/** Whether a heading that is printed is the title, whole or where the title was cut. */
function isSpelled(heading: string, title: string): boolean {
  const [printed, stated] = [folded(heading), folded(title)];
  if (printed === stated) return true;
  // A headline of JSON-LD has 110 characters at the most (Google's structured data for articles).
  return /(?:…|\.\.\.)$/.test(title) && stated.length > 20 && printed.startsWith(stated);
}

/** `Storm over the Bay - The Daily` without the name of its site, on either side. */
function withoutSite(title: string, names: readonly string[]): string {
  const parts = title.split(DIVIDER);
  if (parts.length < 2) return title;
  const isSite = (part: string | undefined) => part !== undefined && names.includes(folded(part));
  if (isSite(parts.at(-1)))
    return title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/[\s\-–—|·•:»«/]+$/u, '');
  if (isSite(parts[0])) return title.slice((parts[0] ?? '').length).replace(/^[\s\-–—|·•:»«/]+/u, '');
  return title;
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
