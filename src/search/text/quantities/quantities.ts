// Finds all quantities of a text.
import { lexiconOf } from './lexicon.ts';
import { CLASS, classOf, lowerOf, plainOf } from './line.ts';
import { readFigure } from './read-figure.ts';
import { readHan } from './read-han.ts';
import { readSign } from './read-sign.ts';
import { readWord } from './read-word.ts';
import { hashed, mayHold } from './sieve.ts';
import type { Quantity, Source } from './source.ts';

export type { Quantity } from './source.ts';

const NONE: readonly Quantity[] = [];

/** Whether a quantity may begin or go on with a word of a language: one in figures, or one that its lexicon has. */
export function mayBegin(word: string, lang: string): boolean {
  return (
    /^[\p{N}〇零一二三四五六七八九十百千万萬亿億两兩]/u.test(word) || lexiconOf(lang).words.has(lowerOf(word))
  );
}

/**
 * The numeric expressions of a text in a language (BCP 47 primary tag), in the order of the text, without overlaps. Two that
 * mean the same have the same keys, whatever their form; of one with two readings (6:30, 3/4/2025) both readings' keys stand
 * side by side, so that "the same" is "all keys of the one are among the other's".
 *
 * | key | of |
 * | --- | --- |
 * | `n:20000000`, `n:0.5`, `n:-5` | a number, an ordinal, a fraction: 20 million, third, half |
 * | `u:kilometer`, `u:dollar`, `u:percent` | the unit or currency of a number, never converted |
 * | `year:1923` | a year alone, with `n:1923`; the year of a date |
 * | `decade:1990` | 1990s |
 * | `day:16`, `month:11` | parts of a date |
 * | `date:2025-11-16`, `date:2025-11`, `date:--11-16` | the whole date, as far as it is told (ISO 8601) |
 * | `t:18:30` | a time of 24 hours |
 */
export function quantitiesIn(text: string, lang: string): readonly Quantity[] {
  const lexicon = lexiconOf(lang);
  const { sieve, words } = lexicon;
  let lower = lowerOf(text);
  let source: Source | undefined;
  let found: Quantity[] | undefined;
  let hash = 0;
  let from = -1;
  const { length } = lower;
  for (let at = 0; at <= length; at += 1) {
    const code = at < length ? lower.charCodeAt(at) : 0x20;
    const kind = classOf(code);
    if (kind === CLASS.letter) {
      if (from < 0) {
        from = at;
        hash = 0;
      }
      hash = hashed(hash, code);
      continue;
    }
    const start = from;
    from = -1;
    const isWord = start >= 0 && mayHold(sieve, hash) && words.has(lower.slice(start, at));
    if (!isWord && kind === CLASS.other) continue;
    // Most texts hold nothing to read, and need no more than small letters.
    if (!source) {
      lower = plainOf(text);
      source = { raw: text, lower, lexicon };
    }
    let quantity = isWord ? readWord(source, start) : undefined;
    if (!quantity && kind === CLASS.digit) {
      const read = readFigure(source, at);
      if ('keys' in read) quantity = read;
      else at = read.end - 1;
    } else if (!quantity && kind !== CLASS.other) {
      quantity = kind === CLASS.han ? readHan(source, at) : readSign(source, at);
    }
    if (quantity) {
      found ??= [];
      found.push(quantity);
      at = quantity.end - 1;
    }
  }
  return found ?? NONE;
}
