/** How two tokens compare: 2 the same, 1 nearly (the case differs), -1 different. */
export type Likeness = 2 | 1 | -1;

export interface Alignment {
  /** Index pairs of tokens that are the same or nearly so, ascending in both. */
  readonly pairs: readonly { readonly left: number; readonly right: number; readonly likeness: Likeness }[];
}

/** What a token costs that stands on one side only. */
const GAP = -1;

/**
 * The best local alignment of two token sequences (Smith & Waterman 1981): where in `right` something like `left`
 * stands, and token by token how it differs. Takes time and memory in proportion to `left` × `right`.
 */
export function align(
  left: number,
  right: number,
  likeness: (left: number, right: number) => Likeness,
): Alignment {
  const width = right + 1;
  const scores = new Int32Array((left + 1) * width);
  let best = 0;
  for (let l = 1; l <= left; l += 1) {
    for (let r = 1; r <= right; r += 1) {
      const at = l * width + r;
      const score = Math.max(
        0,
        (scores[at - width - 1] ?? 0) + likeness(l - 1, r - 1),
        (scores[at - width] ?? 0) + GAP,
        (scores[at - 1] ?? 0) + GAP,
      );
      scores[at] = score;
      if (score > (scores[best] ?? 0)) best = at;
    }
  }
  const pairs: { left: number; right: number; likeness: Likeness }[] = [];
  for (let at = best; (scores[at] ?? 0) > 0; ) {
    const l = Math.floor(at / width) - 1;
    const r = (at % width) - 1;
    const like = likeness(l, r);
    if (scores[at] === (scores[at - width - 1] ?? 0) + like) {
      if (like > 0) pairs.push({ left: l, right: r, likeness: like });
      at -= width + 1;
    } else if (scores[at] === (scores[at - width] ?? 0) + GAP) at -= width;
    else at -= 1;
  }
  return { pairs: pairs.reverse() };
}
