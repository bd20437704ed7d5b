import type { SparseVector } from './sentence-vectors.ts';

/** How much of a candidate's worth is its rank; the rest is how little it repeats those already chosen. */
const LAMBDA = 0.7;

export interface DiverseChoice {
  /** Chooses the best of the candidates that is not chosen yet, if there is one. */
  take(candidates: Iterable<number>): void;
  readonly chosen: ReadonlySet<number>;
}

/**
 * Chooses by maximal marginal relevance (Carbonell & Goldstein 1998): λ · rank − (1 − λ) · the highest cosine with
 * what is chosen. Ranks are from 0 to 1. A choice updates only the vectors that share a term with it.
 */
export function diverseChoice(vectors: readonly SparseVector[], ranks: readonly number[]): DiverseChoice {
  const chosen = new Set<number>();
  const repetition = new Float64Array(vectors.length);
  const holding = holdingOf(vectors);

  function choose(index: number): void {
    chosen.add(index);
    const cosines = new Map<number, number>();
    vectors[index]?.terms.forEach((term, at) => {
      const weight = vectors[index]?.weights[at] ?? 0;
      for (const [other, otherWeight] of holding[term] ?? []) {
        cosines.set(other, (cosines.get(other) ?? 0) + weight * otherWeight);
      }
    });
    for (const [other, cosine] of cosines) repetition[other] = Math.max(repetition[other] ?? 0, cosine);
  }

  return {
    chosen,
    take(candidates) {
      let best = -1;
      let bestWorth = Number.NEGATIVE_INFINITY;
      for (const index of candidates) {
        const worth = LAMBDA * (ranks[index] ?? 0) - (1 - LAMBDA) * (repetition[index] ?? 0);
        if (worth <= bestWorth || chosen.has(index)) continue;
        best = index;
        bestWorth = worth;
      }
      if (best >= 0) choose(best);
    },
  };
}

/** For each term, the vectors that hold it and its weight there. */
function holdingOf(vectors: readonly SparseVector[]): (readonly [number, number])[][] {
  const holding: [number, number][][] = [];
  vectors.forEach(({ terms, weights }, index) => {
    terms.forEach((term, at) => {
      let list = holding[term];
      if (!list) {
        list = [];
        holding[term] = list;
      }
      list.push([index, weights[at] ?? 0]);
    });
  });
  return holding;
}
