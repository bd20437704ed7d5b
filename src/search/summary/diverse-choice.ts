// Chooses sentences that do not repeat one another.
import type { SentenceVectors } from './sentence-vectors.ts';

/** Cosine from which one sentence says again what another says; tried from 0.3 to 0.8. */
const REPETITION = 0.5;

/** How many of the sentences chosen last are compared: one from each of a thousand sections would take seconds. */
const MOST_COMPARED = 64;

export interface DiverseChoice {
  readonly chosen: ReadonlySet<number>;
  /** Chooses the worthiest of the sentences from `from` up to `to` that is not chosen yet, if there is one; tells which. */
  takeFrom(from: number, to: number): number | undefined;
  /** Chooses a sentence whatever it is worth. */
  take(sentence: number): void;
  /** Takes a sentence out again, for good. */
  drop(sentence: number): void;
}

/**
 * Chooses the sentences of the highest worth, but passes over one that nearly repeats a sentence chosen before, as long as there is
 * any other.
 */
export function diverseChoice(vectors: SentenceVectors, worths: Float64Array): DiverseChoice {
  const chosen = new Set<number>();
  const dropped = new Set<number>();
  let latest: number[] = [];
  const { starts, terms, weights } = vectors;
  const dense = new Float64Array(vectors.termCount);

  function repeats(candidate: number): boolean {
    const [from = 0, to = 0] = starts.subarray(candidate, candidate + 2);
    for (let at = from; at < to; at += 1) dense[terms[at] ?? 0] = weights[at] ?? 0;
    const isRepeated = latest.some((other) => {
      let cosine = 0;
      const end = starts[other + 1] ?? 0;
      for (let at = starts[other] ?? 0; at < end; at += 1)
        cosine += (weights[at] ?? 0) * (dense[terms[at] ?? 0] ?? 0);
      return cosine >= REPETITION;
    });
    for (let at = from; at < to; at += 1) dense[terms[at] ?? 0] = 0;
    return isRepeated;
  }

  function take(sentence: number): void {
    chosen.add(sentence);
    latest = [...latest, sentence].slice(-MOST_COMPARED);
  }

  return {
    chosen,
    take,
    drop(sentence) {
      chosen.delete(sentence);
      dropped.add(sentence);
      latest = latest.filter((other) => other !== sentence);
    },
    takeFrom(from, to) {
      const left: number[] = [];
      for (let at = from; at < to; at += 1) if (!chosen.has(at) && !dropped.has(at)) left.push(at);
      left.sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
      const best = left.find((candidate) => !repeats(candidate)) ?? left[0];
      if (best !== undefined) take(best);
      return best;
    },
  };
}
