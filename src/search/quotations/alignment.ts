/** How the words of a quotation stand to those of a text: index pairs; `undefined` where a word stands on one side only. */
export interface Step {
  readonly quoted?: number;
  readonly printed?: number;
  readonly isSame: boolean;
}

export interface Alignment {
  /** From the first word of the quotation, or what stands in its place, to the last; ascending on both sides. */
  readonly steps: readonly Step[];
  /** The sum of what is not the same: the lower the nearer. */
  readonly cost: number;
}

/**
 * A word for another is less than a word left out and one added, so that words are told as changed; two that changed places are
 * less than two words for others.
 */
const CHANGED = 1;
const ALONE = 0.7;

/**
 * The best alignment of a whole quotation with a part of a text (global in the one, local in the other: Sellers 1980). Takes
 * time and memory in proportion to the product of both. Numbers stand for words. `isWhole` aligns all of the text (global in both).
 */
export function align(
  quoted: ArrayLike<number>,
  printed: ArrayLike<number>,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Alignment {
  const width = printed.length + 1;
  const costs = new Float32Array((quoted.length + 1) * width);
  for (let r = 1; isWhole && r <= printed.length; r += 1) costs[r] = r * ALONE;
  for (let l = 1; l <= quoted.length; l += 1) {
    const row = l * width;
    costs[row] = l * ALONE;
    const word = quoted[l - 1];
    for (let r = 1; r <= printed.length; r += 1) {
      const at = row + r;
      const paired = (costs[at - width - 1] ?? 0) + (word === printed[r - 1] ? 0 : CHANGED);
      const added = (costs[at - width] ?? 0) + ALONE;
      const leftOut = (costs[at - 1] ?? 0) + ALONE;
      costs[at] = Math.min(paired, added, leftOut);
    }
  }
  let r = isWhole ? printed.length : 0;
  const last = quoted.length * width;
  for (let at = 1; !isWhole && at <= printed.length; at += 1) {
    // Of equals the first that has the last word, if any has.
    const less = (costs[last + r] ?? 0) - (costs[last + at] ?? 0);
    const has = (where: number) => where > 0 && quoted[quoted.length - 1] === printed[where - 1];
    if (less > 1e-4 || (less > -1e-4 && has(at) && !has(r))) r = at;
  }
  const cost = costs[last + r] ?? 0;
  const steps: Step[] = [];
  for (let l = quoted.length; l > 0 || (isWhole && r > 0); ) {
    const at = l * width + r;
    const here = (costs[at] ?? 0) + 1e-4;
    const isSame = l > 0 && r > 0 && quoted[l - 1] === printed[r - 1];
    if (l > 0 && r > 0 && (costs[at - width - 1] ?? 0) + (isSame ? 0 : CHANGED) <= here) {
      steps.push({ quoted: l - 1, printed: r - 1, isSame });
      l -= 1;
      r -= 1;
    } else if (r > 0 && (costs[at - 1] ?? 0) + ALONE <= here) {
      // Before a word that is added, so that the first word is paired where one behind it is left out.
      steps.push({ printed: r - 1, isSame: false });
      r -= 1;
    } else {
      steps.push({ quoted: l - 1, isSame: false });
      l -= 1;
    }
  }
  return { steps: gathered(steps.reverse(), quoted, printed), cost };
}

/**
 * The same with words that stand on one side only put beside others that differ, where a repeated word allows it: what is added
 * as one is told as one.
 */
function gathered(steps: Step[], quoted: ArrayLike<number>, printed: ArrayLike<number>): Step[] {
  for (let from = 0; from < steps.length; from += 1) {
    const side = sideOf(steps[from]);
    if (side === undefined || steps[from - 1]?.isSame === false) continue;
    let to = from + 1;
    while (sideOf(steps[to]) === side) to += 1;
    const words = side === 'quoted' ? quoted : printed;
    // How far the run can move: each word that it passes is the one that it leaves behind.
    let by = 0;
    const at = (step: number) => words[steps[step]?.[side] ?? -1];
    while (steps[to + by]?.isSame && at(from + by) === at(to + by)) by += 1;
    if (by === 0 || steps[to + by]?.isSame !== false) continue;
    const other = side === 'quoted' ? 'printed' : 'quoted';
    const own = steps.slice(from, to + by).map((step) => step[side] ?? 0);
    const others = steps.slice(to, to + by).map((step) => step[other] ?? 0);
    own.forEach((index, place) => {
      steps[from + place] = (
        place < by
          ? { [side]: index, [other]: others[place], isSame: true }
          : { [side]: index, isSame: false }
      ) as Step;
    });
    from = to - 1;
  }
  return steps;
}

/** On which side alone a step stands, if on one. */
function sideOf(step: Step | undefined): 'quoted' | 'printed' | undefined {
  if (!step || step.isSame) return undefined;
  if (step.printed === undefined) return 'quoted';
  return step.quoted === undefined ? 'printed' : undefined;
}
