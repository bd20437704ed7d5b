import type { Article } from '../../corpus/article.ts';
import type { Passage, Span } from '../../corpus/passage.ts';
import { UNSPACED } from '../../corpus/unspaced.ts';
import { firstWhere } from '../text/first-where.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const WORD_PART = /[\p{L}\p{N}\p{M}]/u;

/** Text without white space and invisible characters, in NFKC, with one kind of quotation mark and one of dash. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/["“”„‟«»「」『』‘’‚‛‹›`]/g, "'")
    .replace(/[‐‑‒–—―−]|--/g, '-');
}

/** Where an article prints words literally: the sentences that hold them, and the exact characters. */
export interface Printed {
  readonly passage: Passage;
  readonly span: Span;
}

/**
 * Looks words up in one article after another, word for word; white space, the style of quotation marks and dashes and Unicode
 * normalization do not count. Headings are passed over.
 */
export function literalSearch(articles: readonly Article[]): (words: string) => Printed | undefined {
  const bared = articles.map((article) => ({ article, ...bareSentences(article) }));
  return (words) => {
    const wanted = bare(words);
    if (wanted === '') return undefined;
    for (const { article, text, starts } of bared) {
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const printed = locate(article, starts, at, at + wanted.length);
        if (printed) return printed;
      }
    }
    return undefined;
  };
}

function bareSentences(article: Article): { text: string; starts: number[] } {
  const starts: number[] = [];
  let length = 0;
  const parts = article.sentences.map(({ start, end }) => {
    const part = bare(article.text.slice(start, end));
    starts.push(length);
    length += part.length;
    return part;
  });
  return { text: parts.join(''), starts };
}

function locate(article: Article, starts: readonly number[], from: number, to: number): Printed | undefined {
  const first = sentenceAt(starts, from);
  const last = sentenceAt(starts, to - 1);
  const start = offsetIn(article, first, from - (starts[first] ?? 0), 'start');
  const end = offsetIn(article, last, to - 1 - (starts[last] ?? 0), 'end');
  if (splitsWord(article.text, start) || splitsWord(article.text, end)) return undefined;
  return { passage: { article, first, last }, span: { start, end } };
}

/** The last sentence that starts at or before an offset of the bare text. */
function sentenceAt(starts: readonly number[], offset: number): number {
  return Math.max(0, firstWhere(0, starts.length, (at) => (starts[at] ?? 0) > offset) - 1);
}

/** The offset in the article's text of the character that holds a unit of its sentence's bare text, or its end. */
function offsetIn(article: Article, index: number, unit: number, side: 'start' | 'end'): number {
  const { start = 0, end = 0 } = article.sentences[index] ?? {};
  let passed = 0;
  for (const { index: at, segment } of graphemes.segment(article.text.slice(start, end))) {
    passed += bare(segment).length;
    if (passed > unit) return start + at + (side === 'start' ? 0 : segment.length);
  }
  return end;
}

/** A match may begin or end beside any letter of a script that puts no space between words. */
function splitsWord(text: string, offset: number): boolean {
  const before = [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
  const after = [...text.slice(offset, offset + 2)].at(0) ?? '';
  return [before, after].every((side) => WORD_PART.test(side) && !UNSPACED.test(side));
}
