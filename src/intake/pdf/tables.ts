// Recognizes tables.
import type { Fragment } from './fragments.ts';
import { type Line, lineOf } from './lines.ts';
import type { Box } from './matrix.ts';

/** Rows of a table, each with its cells from left to right; a cell may have several lines, an empty one has none. */
export interface Table {
  readonly rows: readonly (readonly (readonly Line[])[])[];
}

/** Of the text's size: spaces of justified lines are seldom as wide. */
const CELL_GAP = 1.1;
/** Rows fewer than these stand below each other by chance. */
const LEAST_ROWS = 3;

interface Band {
  x0: number;
  x1: number;
}

/**
 * The table that begins at a line: lines that follow each other, most of them with gaps at the same places. Returns the
 * number of the line after it.
 */
export function tableAt(
  lines: readonly Line[],
  start: number,
  rules: readonly Box[],
  bars: readonly Box[],
): { readonly table: Table; readonly next: number } | undefined {
  const first = lines[start];
  if (!first || cellsOf(first, bars).length < 2) return undefined;
  let end = start;
  let bands: readonly Band[] = [];
  let multi = 0;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const before = lines[at - 1];
    if (at > start && before && (line.y - before.y > before.size * 4 || line.page !== before.page)) break;
    const cells = cellsOf(line, bars);
    if (cells.length < 2) {
      // A cell of several lines; prose under the table is wider than any of its columns.
      const into = bands.filter((band) => line.x0 < band.x1 && line.x1 > band.x0);
      const near = before !== undefined && line.y - before.y < before.size * 1.6;
      const isLast = lines.slice(at, at + 4).every((below) => cellsOf(below, bars).length < 2);
      if (isLast || into.length !== 1 || !near) break;
      continue;
    }
    const merged = mergedBands([...bands, ...cells.map(({ x0, x1 }) => ({ x0, x1 }))]);
    if (multi > 0 && merged.length < Math.max(2, Math.ceil(bands.length * 0.6))) break;
    bands = merged;
    multi += 1;
    end = at;
  }
  const taken = lines.slice(start, end + 1);
  const columns = bands.filter(({ x1, x0 }) => x1 > x0);
  if (multi < LEAST_ROWS || columns.length < 2) return undefined;
  const filledColumns = columns.filter(
    (band) => taken.filter((line) => line.fragments.some((fragment) => isIn(fragment, band))).length >= 2,
  );
  if (filledColumns.length < 2) return undefined;
  // Marks of list items stand well before their texts, at several depths.
  const items = taken.filter((line) => cellsOf(line, bars).length > 1);
  const isMarked = (line: Line) => line.marker !== undefined && cellsOf(line, bars).length === 2;
  if (items.every(isMarked)) return undefined;
  const heads = taken.filter((line) => isIn(line.fragments[0] as Fragment, columns[0] as Band));
  const isHead = (line: Line) =>
    line.marker !== undefined || /^\S{1,3}$/.test(cellsOf(line, bars)[0]?.text ?? '');
  if (columns.length === 2 && heads.every(isHead) && heads.some(({ marker }) => marker !== undefined))
    return undefined;
  return { table: { rows: rowsOf(taken, columns, rules) }, next: end + 1 };
}

interface Cell extends Band {
  readonly text: string;
}

function cellsOf(line: Line, bars: readonly Box[]): readonly Cell[] {
  const middle = line.y - line.size * 0.3;
  const near = bars.filter(({ y0, y1 }) => y0 <= middle && middle <= y1);
  const cells: { x0: number; x1: number; text: string }[] = [];
  for (const fragment of [...line.fragments].sort((one, other) => one.x0 - other.x0)) {
    const last = cells.at(-1);
    const isParted = last !== undefined && near.some(({ x0 }) => x0 > last.x1 - 1 && x0 < fragment.x0 + 1);
    if (last && !isParted && fragment.x0 - last.x1 < line.size * CELL_GAP) {
      last.x1 = Math.max(last.x1, fragment.x1);
      last.text += ` ${fragment.text}`;
    } else cells.push({ x0: fragment.x0, x1: fragment.x1, text: fragment.text });
  }
  return cells;
}

function mergedBands(bands: readonly Band[]): readonly Band[] {
  const merged: Band[] = [];
  for (const band of [...bands].sort((one, other) => one.x0 - other.x0)) {
    const last = merged.at(-1);
    if (last && band.x0 < last.x1 + 1) last.x1 = Math.max(last.x1, band.x1);
    else merged.push({ ...band });
  }
  return merged;
}

function isIn({ x0, x1 }: Band, band: Band): boolean {
  const middle = (x0 + x1) / 2;
  return middle >= band.x0 - 1 && middle <= band.x1 + 1;
}

function rowsOf(lines: readonly Line[], columns: readonly Band[], rules: readonly Box[]): Table['rows'] {
  const rows: Line[][][] = [];
  const ruled = rulesBetween(lines, rules);
  let before: Line | undefined;
  let isFromRight = false;
  for (const line of lines) {
    const cells = columns.map((band) => {
      const inside = line.fragments.filter((fragment) => isIn(fragment, band));
      return inside.length === 0 ? [] : [lineOf(inside, line.page)];
    });
    if (line.isRightToLeft || lines[0]?.isRightToLeft) isFromRight = true;
    const opens = cells.findIndex((cell) => cell.length > 0) === 0;
    const last = rows.at(-1);
    const isNear = before !== undefined && line.y - before.y < before.size * 1.6;
    const isParted =
      ruled !== undefined && before !== undefined && ruled.some((y) => y > (before as Line).y && y < line.y);
    const goesOn = ruled === undefined ? isNear && !opens : !isParted;
    if (last && goesOn) for (const [at, cell] of cells.entries()) last[at]?.push(...cell);
    else rows.push(cells.map((cell) => [...cell]));
    before = line;
  }
  return isFromRight ? rows.map((row) => row.reverse()) : rows;
}

/** Heights of the rules between rows, where there is one between nearly all of them. */
function rulesBetween(lines: readonly Line[], rules: readonly Box[]): readonly number[] | undefined {
  const [top, bottom] = [lines[0]?.y ?? 0, lines.at(-1)?.y ?? 0];
  const x0 = Math.min(...lines.map((line) => line.x0));
  const x1 = Math.max(...lines.map((line) => line.x1));
  const ys = rules
    .filter((rule) => rule.y0 > top && rule.y0 < bottom && rule.x0 < x1 && rule.x1 > x0)
    .map(({ y0 }) => y0);
  const parted = lines
    .slice(1)
    .filter((line, at) => ys.some((y) => y > (lines[at]?.y ?? 0) && y < line.y)).length;
  return parted >= 2 && parted >= lines.length * 0.25 ? ys : undefined;
}
