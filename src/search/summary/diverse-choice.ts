import type { SentenceVectors } from './sentence-vectors.ts';

/** How much of a candidate's worth is its rank; the rest is how little it repeats what is chosen. */
const LAMBDA = 0.5;

/** How many of the sentences chosen last are compared: one from each of a thousand sections would take seconds. */
const MOST_COMPARED = 64;

export interface DiverseChoice {
  readonly chosen: ReadonlySet<number>;
  /** Chooses the worthiest of the sentences from `from` up to `to` that is not chosen yet, if there is one. */
  takeFrom(from: number, to: number): void;
}

/**
 * Chooses by maximal marginal relevance (Carbonell & Goldstein 1998): λ · rank − (1 − λ) · the highest cosine with a
 * sentence that is chosen already. Ranks are from 0 to 1.
 *
 * Candidates are tried from the highest rank on. A rank alone bounds the worth, so most are never compared.
 */
export function diverseChoice(vectors: SentenceVectors, ranks: Float64Array): DiverseChoice {
  const chosen = new Set<number>();
  let latest: number[] = [];
  const { starts, terms, weights } = vectors;
  const dense = new Float64Array(vectors.termCount);

  function repetitionOf(candidate: number): number {
    const [from = 0, to = 0] = starts.subarray(candidate, candidate + 2);
    for (let at = from; at < to; at += 1) dense[terms[at] ?? 0] = weights[at] ?? 0;
    let highest = 0;
    for (const other of latest) {
      let cosine = 0;
      const end = starts[other + 1] ?? 0;
      for (let at = starts[other] ?? 0; at < end; at += 1)
        cosine += (weights[at] ?? 0) * (dense[terms[at] ?? 0] ?? 0);
      highest = Math.max(highest, cosine);
    }
    for (let at = from; at < to; at += 1) dense[terms[at] ?? 0] = 0;
    return highest;
  }

  return {
    chosen,
    takeFrom(from, to) {
      const candidates = Array.from({ length: to - from }, (_, step) => from + step);
      candidates.sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || a - b);
      let best: number | undefined;
      let bestWorth = Number.NEGATIVE_INFINITY;
      for (const candidate of candidates) {
        if (chosen.has(candidate)) continue;
        const bound = LAMBDA * (ranks[candidate] ?? 0);
        if (bound <= bestWorth) break;
        const worth = bound - (1 - LAMBDA) * repetitionOf(candidate);
        if (worth <= bestWorth) continue;
        best = candidate;
        bestWorth = worth;
      }
      if (best === undefined) return;
      chosen.add(best);
      latest = [...latest, best].slice(-MOST_COMPARED);
    },
  };
}
