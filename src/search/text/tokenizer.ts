// Splits text into words.
import type { Article } from '../../corpus/article.ts';
import { UNSPACED_BLOCKS } from '../../corpus/unspaced.ts';

/** A word of a text and where it stands in it: UTF-16 offsets, end exclusive. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A character of a Han word, which comes beside the whole word and must not be told to readers as a word. */
  readonly part?: true;
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** Letters of scripts that put no space between words, and what is written among them, by blocks: see `src/corpus/unspaced.ts`. */
const UNSPACED_LETTER =
  '[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3031-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{323af}]';
const LETTER = `[\\p{L}--${UNSPACED_LETTER}]`;
const SIGN = `[[\\p{L}\\p{M}\\p{N}]--${UNSPACED_LETTER}]`;

/**
 * In this order: runs of a script without spaces, abbreviations with inner full stops (`U.S`, `Ph.D`), names with a sign
 * (`C++`, `C#`, `.NET`), versions (`v25.4`, `Qwen2.5`), numbers with separators (`1,000.5`) or a suffix (`1990s`), words with an
 * inner apostrophe (`didn't`), and emoji.
 */
const WORD = new RegExp(
  [
    `${UNSPACED_LETTER}[${UNSPACED_LETTER}\\p{M}]*`,
    `${LETTER}(?:\\.${LETTER})+(?!${SIGN})|\\p{Lu}\\p{Ll}?(?:\\.${LETTER}{1,2})+(?!${SIGN})`,
    `${LETTER}(?:\\+\\+|#)(?!${SIGN})|(?<!${SIGN}|\\.)\\.\\p{Lu}{2,5}(?!${SIGN})`,
    `(?<!${SIGN})(?:[vV]|${LETTER}+(?=\\d+\\.\\d))\\d+(?:\\.\\d+)*(?!${SIGN})`,
    `\\p{N}+(?:[.,:]\\p{N}+)*(?:${LETTER}${SIGN}*)?`,
    `${SIGN}+(?:['’][[\\p{L}\\p{M}]--${UNSPACED_LETTER}]+)*`,
    '\\p{RI}\\p{RI}|[\\p{ExtPict}--[©®™\\p{N}]](?:\\uFE0F|\\p{EMod}|\\u200D\\p{ExtPict})*',
  ].join('|'),
  'gv',
);

/** The same for text with letters of ASCII alone: without Unicode's classes it compiles and runs several times faster. */
const ASCII_WORD = new RegExp(
  [
    '[A-Za-z](?:\\.[A-Za-z])+(?![A-Za-z0-9])|[A-Z][a-z]?(?:\\.[A-Za-z]{1,2})+(?![A-Za-z0-9])',
    '[A-Za-z](?:\\+\\+|#)(?![A-Za-z0-9])|(?<![A-Za-z0-9.])\\.[A-Z]{2,5}(?![A-Za-z0-9])',
    '(?<![A-Za-z0-9])(?:[vV]|[A-Za-z]+(?=\\d+\\.\\d))\\d+(?:\\.\\d+)*(?![A-Za-z0-9])',
    '\\d+(?:[.,:]\\d+)*(?:[A-Za-z][A-Za-z0-9]*)?',
    "[A-Za-z0-9]+(?:['’][A-Za-z]+)*",
  ].join('|'),
  'g',
);
/** ASCII, and the quotation marks, dashes and signs that English print has beside it. */
const ASCII =
  /^[\t-~\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u20ac]*$/;

/**
 * The words of a text in order. Where words are not spaced, `Intl.Segmenter` finds them; Han words of several
 * characters are followed by their characters, since dictionary words alone miss a third of what readers abbreviate.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = ASCII.test(text) ? ASCII_WORD : WORD;
  const spaced = pattern === ASCII_WORD || !UNSPACED_BLOCKS.test(text);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const token = { text: match[0], start: match.index, end: match.index + match[0].length };
    if (spaced || !UNSPACED_BLOCKS.test(token.text)) tokens.push(token);
    else split(token, tokens);
  }
  return tokens;
}

/** The runs of Han and kana in a text, with their offsets. */
export function hanRuns(text: string): Token[] {
  return [...text.matchAll(HAN)].map(({ 0: run, index }) => ({
    text: run,
    start: index,
    end: index + run.length,
  }));
}

let segmenter: Intl.Segmenter | undefined;

/** Splits a run without spaces into words. ICU picks its dictionary by script, so one segmenter serves all of them. */
export function segmentWords(run: string): Token[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: Token[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike) words.push({ text: segment, start: index, end: index + segment.length });
  }
  return words;
}

function split(run: Token, tokens: Token[]): void {
  for (const word of segmentWords(run.text)) {
    const start = run.start + word.start;
    tokens.push({ text: word.text, start, end: run.start + word.end });
    const characters = /\p{Script=Han}/u.test(word.text) ? [...word.text] : [];
    if (characters.length < 2) continue;
    let at = start;
    for (const character of characters) {
      tokens.push({ text: character, start: at, end: at + character.length, part: true });
      at += character.length;
    }
  }
}

/** The sentences from `first` to `last` with their note marks blanked, so that the 4 of `[4]` is no number; offsets stay. */
export function withoutMarks({ text, sentences }: Article, first: number, last = first): string {
  const from = sentences[first]?.start ?? 0;
  const marks = sentences.slice(first, last + 1).flatMap((sentence) => sentence.marks);
  return marks.reduce(
    (rest, { start, end }) => rest.slice(0, start - from) + ' '.repeat(end - start) + rest.slice(end - from),
    text.slice(from, sentences[last]?.end),
  );
}
