import { compoundsIn, partsOf } from './compounds.ts';
import { figuredDatesIn, monthNames } from './dates.ts';
import { labelsIn } from './labels.ts';
import { numberWordsOf } from './number-words.ts';
import { quantitiesIn } from './quantities.ts';
import type { Token } from './tokenizer.ts';

/** A key that stands for a stretch of text beside the words in it: a compound, a part of a word, an amount, a label. */
export interface SpanTerm {
  readonly key: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Whether a word may be a part of what a span of text says: a number, a label, a word made of parts. */
export function maySpan(word: string, tag: string): boolean {
  return (
    /^(?:\d|[A-Z]$|[IVX]{2,5}$)/.test(word) || partsOf(word).length > 0 || numberWordsOf(tag).mayBegin(word)
  );
}

/** What words say together, or one of them by its parts. `keyOf` gives the key of a word of the language `tag`. */
export function spanTermsIn(
  text: string,
  tokens: readonly Token[],
  keyOf: (word: string) => string,
  tag: string,
): readonly SpanTerm[] {
  const terms: SpanTerm[] = [];
  for (const { text: joined, start, end } of compoundsIn(text, tokens)) {
    terms.push({ key: keyOf(joined), start, end });
  }
  for (const { text: word, start, end, part } of tokens) {
    if (part) continue;
    for (const part of partsOf(word)) terms.push({ key: keyOf(part), start, end });
  }
  for (const { noun, letter, start, end } of labelsIn(text, tokens)) {
    terms.push({ key: labelKey(keyOf(noun), letter), start, end });
  }
  terms.push(...quantitiesIn(text, tokens, tag));
  for (const { start, end, day, month, year } of figuredDatesIn(text)) {
    const name = monthNames(tag)[month - 1] ?? '';
    for (const key of [keyOf(name), String(day), String(year)]) terms.push({ key, start, end });
  }
  return terms;
}

/** The key of `plan B`: no key of a word has a space. */
export function labelKey(noun: string, letter: string): string {
  return `${noun} ${letter}`;
}
