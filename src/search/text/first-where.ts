/** The first number from `from` to `to` (exclusive) that `isReached`, which stays true once it is; else `to`. Binary search. */
export function firstWhere(from: number, to: number, isReached: (at: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
