/** Rounds of Newton's method; weights move by less than 0.0001 in the last. */
const ROUNDS = 12;

/** A case of a logistic regression: what is seen of it, whether it is one, and what it counts. */
export interface Example {
  readonly signs: ArrayLike<number>;
  readonly isOne: boolean;
  readonly weight: number;
}

/**
 * Constant and weights of a logistic regression, fitted by Newton's method on standardized signs with an L2 penalty for each unit of the
 * weights' sum.
 */
export function fitLogistic(cases: readonly Example[], size: number, penalty: number): Float64Array {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const columns = Array.from({ length: size }, (_, at) => at);
  const mean = columns.map((at) =>
    cases.reduce((sum, { signs, weight }) => sum + (weight * (signs[at] ?? 0)) / total, 0),
  );
  const spread = columns.map(
    (at) =>
      Math.sqrt(
        cases.reduce(
          (sum, { signs, weight }) => sum + (weight * ((signs[at] ?? 0) - (mean[at] ?? 0)) ** 2) / total,
          0,
        ),
      ) || 1,
  );
  const rows = cases.map(({ signs }) =>
    Float64Array.from([1, ...columns.map((at) => ((signs[at] ?? 0) - (mean[at] ?? 0)) / (spread[at] ?? 1))]),
  );
  let fitted = new Array<number>(size + 1).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = new Array<number>(size + 1).fill(0);
    const hessian = Array.from({ length: size + 1 }, () => new Float64Array(size + 1));
    rows.forEach((row, i) => {
      const likely = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (fitted[at] ?? 0), 0)));
      const weight = (cases[i]?.weight ?? 0) / total;
      const error = weight * (likely - (cases[i]?.isOne ? 1 : 0));
      const curve = weight * likely * (1 - likely);
      for (let a = 0; a <= size; a += 1) {
        const value = row[a] ?? 0;
        gradient[a] = (gradient[a] ?? 0) + error * value;
        const line = hessian[a];
        if (line) for (let b = 0; b <= size; b += 1) line[b] = (line[b] ?? 0) + curve * value * (row[b] ?? 0);
      }
    });
    for (let at = 1; at <= size; at += 1) {
      gradient[at] = (gradient[at] ?? 0) + 2 * penalty * (fitted[at] ?? 0);
      const line = hessian[at];
      if (line) line[at] = (line[at] ?? 0) + 2 * penalty;
    }
    const step = solve(hessian, gradient);
    fitted = fitted.map((value, at) => value - (step[at] ?? 0));
  }
  const weights = columns.map((at) => (fitted[at + 1] ?? 0) / (spread[at] ?? 1));
  const constant = (fitted[0] ?? 0) - weights.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0);
  return Float64Array.from([constant, ...weights]);
}

/** Solves linear equations by Gauss–Jordan elimination. */
function solve(matrix: readonly Float64Array[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivot, at) => {
    const by = pivot[at] || 1;
    for (let column = 0; column < pivot.length; column += 1) pivot[column] = (pivot[column] ?? 0) / by;
    rows.forEach((row, other) => {
      const times = row[at] ?? 0;
      if (other === at || times === 0) return;
      for (let column = 0; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - times * (pivot[column] ?? 0);
    });
  });
  return rows.map((row) => row.at(-1) ?? 0);
}
