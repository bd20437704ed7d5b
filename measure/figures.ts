/** Arithmetic of the measure. Shares and areas run from 0 to 1; an empty sample gives `NaN`, printed as a dash. */

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The share of values that satisfy the condition. */
export function shareOf<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length;
}

/**
 * The value that a share of the sample does not exceed (nearest rank): `quantile(times, 0.95)` is a time
 * that occurred, never one in between.
 */
export function quantile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? Number.NaN;
}

/** Recall at k of questions with one answer each: `ranks` count from 1, `undefined` where nothing was found. */
export function recallAt(k: number, ranks: readonly (number | undefined)[]): number {
  return shareOf(ranks, (rank) => rank !== undefined && rank <= k);
}

/** Mean of 1 / rank, where a question without a rank counts 0 (Voorhees, TREC-8, 1999). */
export function meanReciprocalRank(ranks: readonly (number | undefined)[]): number {
  return mean(ranks.map((rank) => (rank === undefined ? 0 : 1 / rank)));
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, ties counting half
 * (the Mann-Whitney statistic divided by the number of pairs).
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const scored = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < scored.length; ) {
    let end = from;
    while (end < scored.length && scored[end]?.score === scored[from]?.score) end += 1;
    const sharedRank = (from + 1 + end) / 2;
    rankSum += sharedRank * scored.slice(from, end).filter((one) => one.positive).length;
    from = end;
  }
  const smallestRankSum = (positives.length * (positives.length + 1)) / 2;
  return (rankSum - smallestRankSum) / (positives.length * negatives.length);
}

/** Mean of the share of positives accepted and the share of negatives refused: 0.5 for one who accepts everything. */
export function balancedAccuracy(acceptedPositives: number, acceptedNegatives: number): number {
  return (acceptedPositives + (1 - acceptedNegatives)) / 2;
}
