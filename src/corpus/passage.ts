import type { Article, Section } from './article.ts';

/** One or more neighboring sentences of one section of an article: the only thing that can be quoted. */
export interface Passage {
  readonly article: Article;
  /** Index of its first sentence in `article.sentences`, from 0. */
  readonly first: number;
  /** Index of its last sentence, inclusive. */
  readonly last: number;
}

/** A range of an article's text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the passage stands in its article's text. Throws a `RangeError` if the article has no such sentences. */
export function spanOf({ article, first, last }: Passage): Span {
  const from = article.sentences[first];
  const to = article.sentences[last];
  if (!from || !to || last < first) {
    throw new RangeError(`${article.id} has no sentences ${first + 1} to ${last + 1}`);
  }
  return { start: from.start, end: to.end };
}

/** The passage's words: always a slice of the article's text. */
export function textOf(passage: Passage): string {
  const { start, end } = spanOf(passage);
  return passage.article.text.slice(start, end);
}

/** The section that holds the passage's first sentence. */
export function sectionOf({ article, first }: Passage): Section {
  const sentence = article.sentences[first];
  const section = sentence && article.sections[sentence.section];
  if (!section) throw new RangeError(`${article.id} has no sentence ${first + 1}`);
  return section;
}
