// Who stands behind an article.
import type { Article } from '../corpus/article.ts';
import { type Passage, type Span, sectionOf } from '../corpus/passage.ts';
import { shorten } from './shorten.ts';
import type { Words } from './words.ts';

/** How much of a heading or title stands in attribution, in UTF-16 units. */
const MOST_OF_A_NAME = 120;

/** Who stands behind an article, each layer apart, as values. Who speaks inside a quotation is told by the quotation alone. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly via?: string | undefined;
  /** As the source prints it: `2025-11-16 09:05`. */
  readonly published?: string | undefined;
  /** The day on which the text was taken from its source: `2026-12-01`. */
  readonly retrieved?: string | undefined;
  /** The first eight hex digits of its revision. */
  readonly revision: string;
}

/** What is told of where a quotation stands, beside its section and the numbers of its sentences. */
export interface Placing {
  /** Its section's heading stands above it, and need not be named again. */
  readonly underHeading?: boolean | undefined;
  /** Tells offsets, too. */
  readonly offsets?: boolean | undefined;
  /** Names its article, too, for a reply that quotes several. */
  readonly naming?: boolean | undefined;
}

/** Where what is displayed of a quotation stands, as values. */
export interface Place {
  /** Its section's; empty where that has none, or where it stands above. */
  readonly heading: string;
  /** Sentences count from 1 through the whole article. */
  readonly first: number;
  readonly last: number;
  /** Offsets into the article's text. */
  readonly characters?: Span | undefined;
  readonly source?: Source | undefined;
}

/** Where a slice of a passage stands: the sentences of which it displays at least a part. */
export function placeOf(
  passage: Passage,
  span: Span,
  { underHeading, offsets, naming }: Placing = {},
): Place {
  const { article, first, last } = passage;
  const displayed = article.sentences
    .slice(first, last + 1)
    .flatMap(({ start, end }, at) => (start < span.end && end > span.start ? [first + at + 1] : []));
  const { heading } = sectionOf(passage);
  return {
    heading: underHeading ? '' : shorten(heading, MOST_OF_A_NAME),
    first: displayed[0] ?? first + 1,
    last: displayed.at(-1) ?? last + 1,
    ...(offsets ? { characters: { start: span.start, end: span.end } } : {}),
    ...(naming ? { source: sourceOf(article) } : {}),
  };
}

/** `Group 2: Background · sentence 7`. */
export function sayPlace({ heading, first, last, characters, source }: Place, words: Words): string {
  return [
    ...(heading ? [heading] : []),
    words.place.sentences(first, last),
    ...(characters ? [words.place.characters(characters.start, characters.end)] : []),
    ...(source ? [saySource(source, words)] : []),
  ].join(' · ');
}

export function sourceOf(article: Article): Source {
  return {
    title: shorten(article.title, MOST_OF_A_NAME),
    ...publicationOf(article),
    revision: shortRevision(article),
  };
}

/** `title · publisher via via, date, as retrieved on day · rev 9f3c1a2b`. */
export function saySource(source: Source, words: Words): string {
  return `${source.title} · ${words.place.publication(source)} · ${words.place.revision(source.revision)}`;
}

/** How long a day is in ISO 8601. */
const DAY = '2026-12-01'.length;

/** The layers of an article's publication; the date as the source prints it, `2025-11-16 09:05`, and the day it was retrieved. */
export function publicationOf({ publisher, via, published, retrieved }: Article) {
  return { publisher, via, published: published?.replace('T', ' '), retrieved: retrieved?.slice(0, DAY) };
}

/** The first eight hex digits of an article's revision. */
export function shortRevision({ revision }: Pick<Article, 'revision'>): string {
  return revision.slice(0, 8);
}
