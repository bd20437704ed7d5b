import type { SparseVector } from './sentence-vectors.ts';

/** Chance of a jump to any sentence: d in Erkan & Radev 2004, which take it from Brin & Page 1998. */
const DAMPING = 0.15;
/** Iterations end when all ranks together change by less. */
const PRECISION = 1e-6;
const MOST_ITERATIONS = 60;

/**
 * Continuous LexRank of each vector (Erkan & Radev 2004, section 3.2), scaled so that the highest is 1: how central a
 * sentence is, as the stationary distribution of a walk that prefers similar sentences.
 *
 * The cosines of n unit vectors are V·Vᵀ, so a step of the walk is V·(Vᵀ·p): exact, and linear in the number of
 * words where the matrix of cosines would be quadratic in the number of sentences.
 */
export function centralityOf(vectors: readonly SparseVector[]): number[] {
  const n = vectors.length;
  const terms = 1 + vectors.reduce((most, vector) => vector.terms.reduce((a, b) => Math.max(a, b), most), -1);
  const degrees = times(
    vectors,
    sum(vectors, () => 1, terms),
  );
  let ranks: number[] = new Array(n).fill(1 / n);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const spread = sum(vectors, (index) => (ranks[index] ?? 0) / (degrees[index] || 1), terms);
    const next = times(vectors, spread).map((flow) => DAMPING / n + (1 - DAMPING) * flow);
    const change = next.reduce((total, rank, index) => total + Math.abs(rank - (ranks[index] ?? 0)), 0);
    ranks = next;
    if (change < PRECISION) break;
  }
  const highest = ranks.reduce((a, b) => Math.max(a, b), 0);
  return ranks.map((rank) => rank / highest);
}

/** Vᵀ·x: the vectors added up, each times its own factor. */
function sum(
  vectors: readonly SparseVector[],
  factor: (index: number) => number,
  terms: number,
): Float64Array {
  const total = new Float64Array(terms);
  vectors.forEach((vector, index) => {
    const times = factor(index);
    vector.terms.forEach((term, at) => {
      total[term] = (total[term] ?? 0) + times * (vector.weights[at] ?? 0);
    });
  });
  return total;
}

/** V·y: the product of each vector with `y`. */
function times(vectors: readonly SparseVector[], y: Float64Array): number[] {
  return vectors.map(({ terms, weights }) =>
    terms.reduce((total, term, at) => total + (weights[at] ?? 0) * (y[term] ?? 0), 0),
  );
}
