// Reads units and scales.
import { HAN_SCALES } from './han.ts';
import { CLASS, classAt, isDigit, isUnspaced, numberKey, pastGap } from './line.ts';
import { measureAt } from './measures.ts';
import { entryAt, type Quantity, type Source } from './source.ts';
import { pastAndHalf } from './word-numbers.ts';

/** Letters that scale the figure they touch, in English: 20m, 3.5bn. `m` alone may be meters. */
const TOUCHING: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  bn: 1e9,
  b: 1e9,
  mrd: 1e9,
  tn: 1e12,
  trn: 1e12,
};
/** Those that a space may part from it. */
const PARTED = new Set(['mn', 'mln', 'mio', 'bn', 'mrd', 'tn', 'trn']);

export interface Scaled {
  readonly factor: number;
  readonly end: number;
  /** `20m`: it may be a unit as well. */
  readonly isDoubtful?: true;
}

/** What multiplies a figure that ends at `end`: million, bn, 万. */
export function scaleAt(source: Source, end: number): Scaled | undefined {
  const { lower, lexicon } = source;
  let factor = 1;
  let stop = end;
  for (let more = HAN_SCALES[lower[stop] ?? '']; more; more = HAN_SCALES[lower[stop] ?? '']) {
    factor *= more;
    stop += 1;
  }
  if (factor > 1) return { factor, end: stop };
  const at = pastGap(lower, end);
  if (classAt(lower, at) !== CLASS.letter) return undefined;
  if (at > end) {
    const word = entryAt(source, at);
    if (word?.entry.kind === 'scale' || word?.entry.kind === 'hundred') {
      const more = entryAt(source, pastGap(lower, word.end));
      const again = more?.entry.kind === 'scale' && more.entry.value > word.entry.value ? more : undefined;
      return { factor: word.entry.value * (again?.entry.value ?? 1), end: again?.end ?? word.end };
    }
    if (word?.entry.kind === 'dozen') return { factor: 12, end: word.end };
  }
  let letters = at;
  while (classAt(lower, letters) === CLASS.letter) letters += 1;
  const word = lower.slice(at, letters);
  const touching = TOUCHING[word];
  if (!touching || (at > end && (!PARTED.has(word) || lower[end] === '-'))) return undefined;
  const past = lower[letters] === '.' && /^(?:mio|mrd|mln)$/.test(word) ? letters + 1 : letters;
  return word === 'm' || word === 'b' || (word === 'k' && lexicon.tag !== 'en')
    ? { factor: touching, end: past, isDoubtful: true }
    : { factor: touching, end: past };
}

/** The quantity of a number that is read up to `end`, with its unit; `prefix` are keys of a sign before it. */
export function amountOf(
  source: Source,
  start: number,
  value: number,
  end: number,
  prefix: readonly string[] = [],
): Quantity {
  const { lower, lexicon } = source;
  const halfEnd = pastAndHalf(source, end);
  const scale = halfEnd > end ? scaleAt(source, halfEnd) : undefined;
  const whole = halfEnd > end ? (value + 0.5) * (scale?.factor ?? 1) : value;
  if (scale) return amountOf(source, start, whole, scale.end, prefix);
  const measure = measureAt(lexicon.measures, lower, halfEnd);
  const keys = [numberKey(whole), ...prefix];
  if (!measure) return { start, end: halfEnd, keys };
  for (const key of measure.keys) if (!keys.includes(key)) keys.push(key);
  return { start, end: measure.end, keys };
}

/** Whether a letter touches the figure that ends at `end`, so that it is a name (mp3, 3D) and no number. */
export function isTouched(lower: string, end: number): boolean {
  return classAt(lower, end) === CLASS.letter && !isUnspaced(lower, end);
}

/** A sign before the figure at `at`: a minus that nothing stands before. */
export function isNegative(lower: string, at: number): boolean {
  if (lower[at - 1] !== '-') return false;
  const before = at - 2;
  if (before < 0) return true;
  return (
    (lower[before] === ' ' || lower[before] === '(') &&
    !isDigit(lower, before - 1) &&
    !isUnspaced(lower, before - 1)
  );
}
