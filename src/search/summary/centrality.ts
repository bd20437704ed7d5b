// LexRank: how central a sentence is.
import type { SentenceVectors } from './sentence-vectors.ts';

/** Chance of a jump to any sentence: d in Erkan & Radev 2004, which take it from Brin & Page 1998. */
const DAMPING = 0.15;
/** Iterations end when all ranks together change by less. */
const PRECISION = 1e-6;
const MOST_ITERATIONS = 60;

/** A sentence whose cosines with all others add up to less is like none of them: what remains is rounding. */
const ALONE = 1e-9;

/**
 * Continuous LexRank of each sentence (Erkan & Radev 2004, section 3.2), scaled so that the highest is 1: how central
 * it is, as the stationary distribution of a walk that prefers similar sentences. As in TextRank (Mihalcea & Tarau
 * 2004) the walk does not stay where it is, or else a sentence like no other would rank as high as the average.
 *
 * The cosines of n unit vectors are V·Vᵀ, so a step of the walk is V·(Vᵀ·p) − p: exact, and linear in the number of
 * words where the matrix of cosines would be quadratic in the number of sentences.
 */
export function centralityOf(vectors: SentenceVectors): Float64Array {
  const n = vectors.count;
  const everyone = new Float64Array(n).fill(1);
  const degrees = cosinesTimes(vectors, everyone);
  let ranks = new Float64Array(n).fill(1 / n);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const spread = ranks.map((rank, index) => {
      const degree = degrees[index] ?? 0;
      return degree > ALONE ? rank / degree : 0;
    });
    const flow = cosinesTimes(vectors, spread);
    const next = flow.map((share) => DAMPING / n + (1 - DAMPING) * share);
    let change = 0;
    for (let index = 0; index < n; index += 1) change += Math.abs((next[index] ?? 0) - (ranks[index] ?? 0));
    ranks = next;
    if (change < PRECISION) break;
  }
  const highest = ranks.reduce((a, b) => Math.max(a, b), 0);
  return ranks.map((rank) => rank / highest);
}

/** The matrix of cosines, without its diagonal, times `x`. */
function cosinesTimes(vectors: SentenceVectors, x: Float64Array): Float64Array {
  const products = rowProducts(vectors, weightedSum(vectors, x));
  return products.map((product, row) => {
    const isEmpty = vectors.starts[row] === vectors.starts[row + 1];
    return isEmpty ? 0 : product - (x[row] ?? 0);
  });
}

/** Vᵀ·x: the rows added up, each times its own factor. */
function weightedSum({ count, termCount, starts, terms, weights }: SentenceVectors, x: Float64Array) {
  const sum = new Float64Array(termCount);
  for (let row = 0; row < count; row += 1) {
    const factor = x[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      const term = terms[at] ?? 0;
      sum[term] = (sum[term] ?? 0) + factor * (weights[at] ?? 0);
    }
  }
  return sum;
}

/** V·y: the product of each row with `y`. */
function rowProducts({ count, starts, terms, weights }: SentenceVectors, y: Float64Array) {
  const products = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    const end = starts[row + 1] ?? 0;
    let product = 0;
    for (let at = starts[row] ?? 0; at < end; at += 1)
      product += (weights[at] ?? 0) * (y[terms[at] ?? 0] ?? 0);
    products[row] = product;
  }
  return products;
}
