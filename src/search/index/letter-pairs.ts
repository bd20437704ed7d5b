// An index of letter pairs.
import type { Steps } from '../../steps.ts';

/** Letter pairs are told apart by twelve bits; the few that collide cost only a comparison. */
const BUCKETS = 4096;
/** Forms in one step: a few milliseconds. */
const A_STEP = 8192;

/** For each letter pair, the ids of the forms that hold it, by counting. */
export function* invertingPairs(
  forms: readonly string[],
): Steps<{ readonly bucketStart: Uint32Array; readonly members: Uint32Array }> {
  const bucketStart = new Uint32Array(BUCKETS + 1);
  for (const [id, form] of forms.entries()) {
    if (id % A_STEP === A_STEP - 1) yield;
    forEachPair(form, (bucket) => {
      bucketStart[bucket + 1] = (bucketStart[bucket + 1] ?? 0) + 1;
    });
  }
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    bucketStart[bucket + 1] = (bucketStart[bucket + 1] ?? 0) + (bucketStart[bucket] ?? 0);
  }
  const members = new Uint32Array(bucketStart[BUCKETS] ?? 0);
  const cursor = bucketStart.slice(0, BUCKETS);
  for (const [id, form] of forms.entries()) {
    if (id % A_STEP === A_STEP - 1) yield;
    forEachPair(form, (bucket) => {
      const at = cursor[bucket] ?? 0;
      members[at] = id;
      cursor[bucket] = at + 1;
    });
  }
  return { bucketStart, members };
}

/** Share of letter pairs that two words have in common, from 0 to 1 (Dice's coefficient). */
export function diceOf(a: string, b: string): number {
  const pairs = new Map<number, number>();
  forEachPair(a, (pair) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1));
  let common = 0;
  forEachPair(b, (pair) => {
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common += 1;
    pairs.set(pair, left - 1);
  });
  return (2 * common) / (a.length + b.length + 2);
}

/** Visits the letter pairs of a word, its edges included: `^a`, `ab`, `b$` for `ab`. */
export function forEachPair(word: string, visit: (bucket: number) => void): void {
  let previous = 1;
  for (let i = 0; i <= word.length; i += 1) {
    const next = i < word.length ? word.charCodeAt(i) : 2;
    visit((Math.imul(previous, 31) + next) & (BUCKETS - 1));
    previous = next;
  }
}
