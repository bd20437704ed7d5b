// What a passage is: the only thing that can be quoted.
import type { Article, Section } from './article.ts';
import { furtherQuoteMarks } from './quote-mark.ts';

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

/** How long spans are together, such as sentences without the space between them: UTF-16 units. */
export function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The most of an article that its publisher allows one reply to quote, as `sizeOf` counts; undefined where there is no limit. */
export function allowanceOf({ sentences, quoteAtMost }: Article): number | undefined {
  return quoteAtMost === undefined ? undefined : quoteAtMost * sizeOf(sentences);
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

/**
 * Where `>` stands before the lines of a wrapped block quote within a span: it is of the file, not of the words, and is
 * not displayed. Offsets into the article's text, in order.
 */
export function quoteMarksIn({ article, first, last }: Passage, { start, end }: Span): readonly Span[] {
  const marks: Span[] = [];
  let from = start;
  for (const sentence of article.sentences.slice(first, last + 1)) {
    const to = Math.min(end, sentence.end);
    if (to <= from) continue;
    if (sentence.quoteDepth !== undefined) {
      // From one unit before, since a page may begin with a mark.
      const before = Math.max(0, from - 1);
      for (const { index, 0: mark } of article.text
        .slice(before, to)
        .matchAll(furtherQuoteMarks(sentence.quoteDepth)))
        marks.push({ start: before + index, end: before + index + mark.length });
    }
    from = to;
  }
  return marks;
}

/** A slice of a text without some spans of it, and stressed spans of the text as offsets into what is left. */
export function without(
  text: string,
  span: Span,
  gone: readonly Span[],
  stressed: readonly Span[] = [],
): { readonly text: string; readonly stressed: readonly Span[] } {
  let kept = '';
  let from = span.start;
  for (const { start, end } of gone) {
    kept += text.slice(from, start);
    from = end;
  }
  const at = (offset: number) =>
    offset -
    span.start -
    gone.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, offset) - Math.min(start, offset)),
      0,
    );
  return {
    text: kept + text.slice(from, span.end),
    stressed: stressed.map(({ start, end }) => ({ start: at(start), end: at(end) })),
  };
}
