// Finds the columns of a page.
import { type Fragment, UNSPACED } from './fragments.ts';
import type { Box } from './matrix.ts';

/** Fragments of one column, or of a part of the page over its whole width; `isApart` where another column stands beside it. */
export interface Region {
  readonly fragments: readonly Fragment[];
  readonly x0: number;
  readonly x1: number;
}

/** Points a cell of the raster is wide and high: a tenth of a narrow gutter. */
const CELL = 1;
/** Of the text's size: newspapers and gazettes set their columns as near as this. */
const GUTTER = 0.55;
/** Of the text's size: spaces of justified lines are as wide as narrower gutters, but not below each other in many lines. */
const SURE_GUTTER = 0.85;
/** Lines beside a narrow gutter. */
const LEAST_BESIDE_NARROW = 6;
/** Lines that must stand on both sides of a gutter, for it to be no chance. */
const LEAST_LINES = 3;
/** Share of a side's lines that open (or end) at one place, for the side to be a column. */
const ALIGNED = 0.4;
/** Share of the usual line of a column that lines of prose fill. */
const FILLED = 0.55;
/** Letters of a line, half as many of Chinese; cells of tables are shorter. */
const PROSE_LINE = 24;
/** Share of lines with short entries beside them, in tables. */
const BESIDE = 0.5;
/** Share of lines that open with a small letter, where they hold sentences. */
const GOING_ON = 0.4;
/** Of the text's size: wider spaces part cells. */
const CELL_GAP = 1.6;
/** Deeper nesting of columns is none that anybody printed. */
const DEEPEST = 12;

/**
 * The parts of a page in the order in which they are read: cut along the tallest empty gutter that has columns on both sides,
 * into what stands above it, left of it, right of it and below, and so on within each. `size` is that of the page's text.
 */
export function regionsOf(
  fragments: readonly Fragment[],
  rules: readonly Box[],
  size: number,
  isFromRight: boolean,
): readonly Region[] {
  return cut(fragments, rules, size, isFromRight, 0);
}

function cut(
  fragments: readonly Fragment[],
  rules: readonly Box[],
  size: number,
  isFromRight: boolean,
  depth: number,
): readonly Region[] {
  if (fragments.length === 0) return [];
  const whole = extentOf(fragments);
  const gutter = depth < DEEPEST ? bestGutter(fragments, rules, size) : undefined;
  if (!gutter) return [{ fragments, x0: whole.x0, x1: whole.x1 }];
  const { left, right, above, below } = withoutTail(gutter, size);
  const go = (part: readonly Fragment[]) => cut(part, rules, size, isFromRight, depth + 1);
  return [...go(above), ...go(isFromRight ? right : left), ...go(isFromRight ? left : right), ...go(below)];
}

/**
 * Columns that end at one height, with a part of the page below them that is not wide enough to cross their gutter: it
 * stands below both, not in the left one.
 */
function withoutTail(gutter: Gutter, size: number): Gutter {
  const [leftEnd, rightEnd] = [gutter.left, gutter.right].map((side) =>
    Math.max(...side.map(({ y }) => y)),
  ) as [number, number];
  const isLeft = leftEnd > rightEnd;
  const [longer, end] = isLeft ? [gutter.left, rightEnd] : [gutter.right, leftEnd];
  const ys = [...new Set(longer.map(({ y }) => y))].sort((one, other) => one - other);
  const at = ys.findIndex(
    (y, index) => index > 0 && y > end + size && y - (ys[index - 1] as number) > size * 1.9,
  );
  const [before, first] = [ys[at - 1], ys[at]];
  if (before === undefined || first === undefined || Math.abs(before - end) > size * 1.6) return gutter;
  const kept = longer.filter(({ y }) => y < first - size * 0.5);
  const tail = longer.filter(({ y }) => y >= first - size * 0.5);
  return { ...gutter, ...(isLeft ? { left: kept } : { right: kept }), below: [...tail, ...gutter.below] };
}

interface Gutter {
  readonly score: number;
  readonly above: readonly Fragment[];
  readonly left: readonly Fragment[];
  readonly right: readonly Fragment[];
  readonly below: readonly Fragment[];
}

function bestGutter(fragments: readonly Fragment[], rules: readonly Box[], size: number): Gutter | undefined {
  const { x0, y0, x1, y1 } = extentOf(fragments);
  const columns = Math.ceil((x1 - x0) / CELL) + 1;
  const rows = Math.ceil((y1 - y0) / CELL) + 1;
  // Broken files put letters miles away from each other.
  if (columns * rows > 4_000_000 || columns < 10) return undefined;
  const filled = new Uint8Array(columns * rows);
  const fill = (box: Box) => {
    const [fromX, toX] = [
      Math.max(0, Math.floor((box.x0 - x0) / CELL)),
      Math.min(columns - 1, Math.floor((box.x1 - x0) / CELL)),
    ];
    const [fromY, toY] = [
      Math.max(0, Math.floor((box.y0 - y0) / CELL)),
      Math.min(rows - 1, Math.floor((box.y1 - y0) / CELL)),
    ];
    for (let y = fromY; y <= toY; y += 1) filled.fill(1, y * columns + fromX, y * columns + toX + 1);
  };
  for (const fragment of fragments) fill(boxOf(fragment));
  for (const rule of rules) if (rule.x1 - rule.x0 < (x1 - x0) * 1.2) fill(rule);

  const width = Math.max(2, Math.round((size * GUTTER) / CELL));
  const least = Math.ceil((size * 1.1 * LEAST_LINES) / CELL);
  const emptyFrom = new Int32Array(rows);
  let best: Gutter | undefined;
  const tried = new Set<string>();
  // From the right to the left, so that each row knows how far it is empty from here on.
  for (let x = columns - 1; x >= 1; x -= 1) {
    let start = -1;
    for (let y = 0; y <= rows; y += 1) {
      if (y < rows) emptyFrom[y] = filled[y * columns + x] ? 0 : (emptyFrom[y] ?? 0) + 1;
      const isEmpty = y < rows && (emptyFrom[y] ?? 0) >= width;
      if (isEmpty && start < 0) start = y;
      if (isEmpty || start < 0) continue;
      const key = `${start} ${y}`;
      if (y - start >= least && !tried.has(`${key} ${Math.floor(x / width)}`)) {
        tried.add(`${key} ${Math.floor(x / width)}`);
        const found = gutterAt(
          fragments,
          x0 + (x + width / 2) * CELL,
          y0 + start * CELL,
          y0 + y * CELL,
          size,
        );
        if (found && (!best || found.score > best.score)) best = found;
      }
      start = -1;
    }
  }
  return best;
}

function gutterAt(
  fragments: readonly Fragment[],
  x: number,
  top: number,
  bottom: number,
  size: number,
): Gutter | undefined {
  const above: Fragment[] = [];
  const below: Fragment[] = [];
  const left: Fragment[] = [];
  const right: Fragment[] = [];
  for (const fragment of fragments) {
    const middle = fragment.y - fragment.size * 0.3;
    if (middle < top) above.push(fragment);
    else if (middle > bottom) below.push(fragment);
    else if ((fragment.x0 + fragment.x1) / 2 < x) left.push(fragment);
    else right.push(fragment);
  }
  if (left.length < LEAST_LINES || right.length < LEAST_LINES) return undefined;
  const [leftLines, rightLines] = [baselinesOf(left, 'left', size), baselinesOf(right, 'right', size)];
  if (leftLines.length < LEAST_LINES || rightLines.length < LEAST_LINES) return undefined;
  const shared = sharedHeight(leftLines, rightLines);
  const isNarrow = gutterWidth(leftLines, rightLines) < size * SURE_GUTTER;
  if (shared < (isNarrow ? LEAST_BESIDE_NARROW : LEAST_LINES) * size) return undefined;
  if (!isColumn(leftLines, 'x1', size) && !isColumn(rightLines, 'x0', size)) return undefined;
  const isProse = looksLikeProse(leftLines) && looksLikeProse(rightLines);
  // Cells of a table stand on the same lines; text beside other text does so only where both are prose.
  if (!isProse && alignedShare(leftLines, rightLines) >= 0.5) return undefined;
  return {
    score: shared * (isProse ? 1 : 0.5) + gutterWidth(leftLines, rightLines) * 0.1,
    above,
    left,
    right,
    below,
  };
}

interface Baseline {
  readonly y: number;
  readonly x0: number;
  readonly x1: number;
  readonly letters: number;
  /** Letters of what stands beyond the next wide space. */
  readonly beyond: number;
  /** Whether it opens with a small letter. */
  readonly opensSmall: boolean;
}

/** Lines of the column next to a gutter: what stands beyond a wide space belongs to the next but one. */
function baselinesOf(
  fragments: readonly Fragment[],
  side: 'left' | 'right',
  size: number,
): readonly Baseline[] {
  const lines: { y: number; fragments: Fragment[] }[] = [];
  for (const fragment of [...fragments].sort((one, other) => one.y - other.y)) {
    const last = lines.at(-1);
    if (last && fragment.y - last.y < fragment.size * 0.4) last.fragments.push(fragment);
    else lines.push({ y: fragment.y, fragments: [fragment] });
  }
  return lines.map(({ y, fragments: line }) => {
    line.sort((one, other) => (side === 'right' ? one.x0 - other.x0 : other.x1 - one.x1));
    const parts: Fragment[][] = [[]];
    for (const fragment of line) {
      const before = parts.at(-1)?.at(-1);
      const gap = before ? (side === 'right' ? fragment.x0 - before.x1 : before.x0 - fragment.x1) : 0;
      if (gap > size * CELL_GAP) parts.push([fragment]);
      else parts.at(-1)?.push(fragment);
    }
    const [near = [], next = []] = parts;
    const first = side === 'right' ? near[0] : near.at(-1);
    return {
      y,
      x0: Math.min(...near.map(({ x0 }) => x0)),
      x1: Math.max(...near.map(({ x1 }) => x1)),
      letters: lettersOf(near),
      beyond: lettersOf(next),
      opensSmall: /^\p{Ll}/u.test(first?.text ?? ''),
    };
  });
}

function lettersOf(fragments: readonly Fragment[]): number {
  return fragments.reduce(
    (sum, { text }) => sum + (UNSPACED.test(text) ? text.length * 2 : text.length + 1),
    0,
  );
}

function isColumn(lines: readonly Baseline[], edge: 'x0' | 'x1', size: number): boolean {
  const most = Math.max(
    ...lines.map((line) => lines.filter((other) => Math.abs(other[edge] - line[edge]) < size * 0.25).length),
  );
  return most >= lines.length * ALIGNED;
}

function looksLikeProse(lines: readonly Baseline[]): boolean {
  // Short entries beside it are cells of a table, next columns of prose are as long.
  const beside = lines.filter(({ beyond }) => beyond > 0 && beyond < PROSE_LINE * 0.75).length;
  if (beside > lines.length * BESIDE) return false;
  // Of the next column, too, where that stands as near as this gutter is wide.
  const widths = lines.map(({ x0, x1 }) => x1 - x0).sort((one, other) => one - other);
  const usual = widths[widths.length >> 1] ?? 0;
  const openSmall = lines.filter(({ opensSmall }) => opensSmall).length;
  // Sentences go on from line to line, entries of tables open with capitals and numbers.
  const least = openSmall >= lines.length * GOING_ON ? PROSE_LINE / 2 : PROSE_LINE;
  const prose = lines.filter(({ letters, x0, x1 }) => letters >= least && x1 - x0 >= usual * FILLED);
  return prose.length >= lines.length * 0.5;
}

function alignedShare(left: readonly Baseline[], right: readonly Baseline[]): number {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const aligned = few.filter(({ y }) => many.some((other) => Math.abs(other.y - y) < 1.5)).length;
  return aligned / few.length;
}

function sharedHeight(left: readonly Baseline[], right: readonly Baseline[]): number {
  const top = Math.max(left[0]?.y ?? 0, right[0]?.y ?? 0);
  const bottom = Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0);
  return bottom - top;
}

function gutterWidth(left: readonly Baseline[], right: readonly Baseline[]): number {
  return Math.max(0, Math.min(...right.map(({ x0 }) => x0)) - Math.max(...left.map(({ x1 }) => x1)));
}

function boxOf({ x0, x1, y, size }: Fragment): Box {
  return { x0, x1, y0: y - size * 0.75, y1: y + size * 0.2 };
}

function extentOf(fragments: readonly Fragment[]): Box {
  const box = { x0: Number.POSITIVE_INFINITY, y0: Number.POSITIVE_INFINITY, x1: -1e9, y1: -1e9 };
  for (const fragment of fragments) {
    const { x0, y0, x1, y1 } = boxOf(fragment);
    box.x0 = Math.min(box.x0, x0);
    box.y0 = Math.min(box.y0, y0);
    box.x1 = Math.max(box.x1, x1);
    box.y1 = Math.max(box.y1, y1);
  }
  return box;
}
