// Finds note marks such as [4].
import type { Article, Sentence } from './article.ts';
import type { Span } from './passage.ts';

/**
 * A note mark as printed: `[4]`, `[12]`, `[4, 5]`, `[4–6]`, `[a]`, `[note 2]`, `[nb 1]`, `[注 3]`, and Markdown's `[^4]`.
 * No note marks: a year (`[1990]`), a zero (`[0]`), the words of a link (`[4](https://…)`), a letter put into a
 * quotation (`[t]he`, `[a] man`).
 */
const NOTE_MARK =
  /\[(?:\^?[1-9]\d{0,2}(?: ?[,–-] ?[1-9]\d{0,2})*|(?:note|nb|n|注|註) ?\d{1,3})\](?!\()|(?<=\S)\[[a-z]\](?![\p{L}(])/gu;

/** A page behind a note mark, as Wikipedia prints it: `[3]:p. 7`, `[3]: 45–46`. */
const PAGE_BEHIND = /(?<=\]): ?(?:pp?\. ?)?\d{1,4}(?:[–-]\d{1,4})?(?= |$)/gu;

/** A remark in brackets after a full stop, such as `[citation needed]`, belongs to the sentence that ends there. */
const REMARK_AFTER_STOP =
  /(?<=[.!?…。！？।؟]["'”’»」』)]?)(?: ?\[[^[\]]{1,40}\](?= *$| +[^\s\p{Ll}])|\[[^[\]]{1,40}\](?![\p{L}(]))/gu;

/** Where note marks stand in `text`, in order. `offset` is where the text itself begins. */
export function noteMarksIn(text: string, offset = 0): readonly Span[] {
  if (!text.includes('[')) return NONE;
  return [...text.matchAll(NOTE_MARK)].map(({ 0: mark, index }) => ({
    start: offset + index,
    end: offset + index + mark.length,
  }));
}

const NONE: readonly Span[] = [];

/** The note marks of a sentence of an article as printed, in order: `[4]`. */
export function printedMarks({ text }: Pick<Article, 'text'>, { marks }: Pick<Sentence, 'marks'>): string[] {
  return marks.map(({ start, end }) => text.slice(start, end));
}

/**
 * The text with every note mark replaced, unit for unit, by combining accents. Sentence rules (UAX #29, SB5) look
 * through those, so that `done.[1] Then` is split as `done. Then` is, and the mark stays with the word before it.
 */
export function veilNoteMarks(text: string): string {
  if (!text.includes('[')) return text;
  const veil = (mark: string) => VEIL.repeat(mark.length);
  const paged = text.includes(']:') ? text.replace(PAGE_BEHIND, veil) : text;
  return paged.replace(NOTE_MARK, veil).replace(REMARK_AFTER_STOP, veil);
}

/** U+0301, a combining accent. */
export const VEIL = '\u0301';
