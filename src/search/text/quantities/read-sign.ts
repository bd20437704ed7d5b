// Reads quantities that open with a sign.
import { amountOf, scaleAt } from './amount.ts';
import { figureAt } from './figures.ts';
import { hanNumberAt } from './han.ts';
import { isDigit, numberKey } from './line.ts';
import { prefixKeys } from './measures.ts';
import type { Quantity, Source } from './source.ts';

export const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** The quantity that opens with a sign: $3.5m, %12, ½, 第三. */
export function readSign(source: Source, at: number): Quantity | undefined {
  const { lower, lexicon } = source;
  const sign = lower[at] ?? '';
  const fraction = VULGAR[sign];
  if (fraction) return amountOf(source, at, fraction, at + 1);
  const from = lower[at + 1] === ' ' ? at + 2 : at + 1;
  if (sign === '第') {
    const number = isDigit(lower, from) ? undefined : hanNumberAt(lower, from, true);
    return number && { start: at, end: number.end, keys: [numberKey(number.value)] };
  }
  const keys = prefixKeys(sign);
  if (!keys || !isDigit(lower, from) || (sign === '%' && lexicon.tag !== 'tr')) return undefined;
  const figure = figureAt(lower, from, lexicon.group);
  if (!('value' in figure)) return undefined;
  const scale = scaleAt(source, figure.end);
  const country =
    /(?:^|[^a-z])((?:us|u\.s\.|a|c|hk|nz|s) ?)$/.exec(lower.slice(Math.max(0, at - 6), at))?.[1]?.trimEnd() ??
    '';
  const start = country !== '' && lower[at - 1] !== ' ' ? at - country.length : at;
  return amountOf(source, start, figure.value * (scale?.factor ?? 1), scale?.end ?? figure.end, keys);
}
