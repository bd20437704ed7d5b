// Keys for stretches of text.
import { compoundsIn, partsOf } from './compounds.ts';
import { labelsIn } from './labels.ts';
import { mayBegin, type Quantity, quantitiesIn } from './quantities/quantities.ts';
import type { Token } from './tokenizer.ts';

/** A key that stands for a stretch of text beside the words in it: a compound, a part of a word, a quantity, a label. */
export interface SpanTerm {
  readonly key: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** It is of a quantity. */
  readonly isQuantity?: true;
}

/** Whether a word may be a part of what a span of text says: a quantity, a label, a word made of parts. */
export function maySpan(word: string, tag: string): boolean {
  return /^(?:[A-Z]$|[IVX]{2,5}$)/.test(word) || partsOf(word).length > 0 || mayBegin(word, tag);
}

/** What words say together, or one of them by its parts. `keyOf` gives the key of a word of the language `tag`. */
export function spanTermsIn(
  text: string,
  tokens: readonly Token[],
  keyOf: (word: string) => string,
  tag: string,
): readonly SpanTerm[] {
  const terms = wordTermsIn(text, tokens, keyOf);
  for (const { text: word, start, end, part } of tokens) {
    if (part) continue;
    for (const one of partsOf(word)) terms.push({ key: keyOf(one), start, end });
  }
  for (const { keys, start, end } of quantitiesIn(text, tag))
    for (const key of keys) terms.push({ key, start, end });
  return terms;
}

/** The same for a question, in which each token is looked up by itself: of a quantity it has the keys that it says. */
export function askedTermsIn(
  text: string,
  tokens: readonly Token[],
  keyOf: (word: string) => string,
  tag: string,
): readonly SpanTerm[] {
  const terms = wordTermsIn(text, tokens, keyOf);
  for (const { text: word, start, end } of tokens) {
    // A reader types a time of day alone, without what marks it in a text.
    const [, hour, minute] = /^([01]?\d|2[0-3])\.([0-5]\d)$/.exec(word) ?? [];
    if (hour !== undefined)
      terms.push({ key: `t:${hour.padStart(2, '0')}:${minute}`, start, end, isQuantity: true });
  }
  for (const quantity of quantitiesIn(text, tag)) {
    const within = tokens.filter(({ start, end }) => start >= quantity.start && end <= quantity.end);
    for (const token of within) {
      for (const key of keysOf(quantity, token, within))
        terms.push({ key, start: token.start, end: token.end, isQuantity: true });
    }
  }
  return terms;
}

function wordTermsIn(text: string, tokens: readonly Token[], keyOf: (word: string) => string): SpanTerm[] {
  const terms: SpanTerm[] = [];
  for (const { text: joined, start, end } of compoundsIn(text, tokens)) {
    terms.push({ key: keyOf(joined), start, end });
  }
  for (const { noun, letter, start, end } of labelsIn(text, tokens)) {
    terms.push({ key: labelKey(keyOf(noun), letter), start, end });
  }
  return terms;
}

/** What one of several tokens says of a quantity: `12` its number, `percent` its unit, `November` the month of a date. */
function keysOf({ keys }: Quantity, { text }: Token, within: readonly Token[]): readonly string[] {
  const isFigure = /^\p{N}/u.test(text);
  const isAlone = within.length === 1;
  const isDate = keys.some((key) => key.startsWith('date:'));
  const isUnit =
    !isAlone && !isFigure && text === within.at(-1)?.text && keys.some((key) => key.startsWith('u:'));
  const says: Readonly<Record<string, boolean>> = {
    date: isAlone,
    day: isDate && !isAlone && isFigure && !/^\d{3}/.test(text),
    decade: true,
    month: !isFigure,
    n: !isUnit,
    t: true,
    u: isUnit,
    year: isDate ? !isAlone && /^\d{3}/.test(text) : true,
  };
  return keys.filter((key) => says[key.slice(0, key.indexOf(':'))]);
}

/** The key of `plan B`: no key of a word has a space. */
export function labelKey(noun: string, letter: string): string {
  return `${noun} ${letter}`;
}
