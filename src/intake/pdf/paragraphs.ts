// Finds paragraphs.
import { type Column, halfPoints, middleOf, OTHER_SIZE, type Usual } from './column.ts';
import { UNSPACED } from './fragments.ts';
import type { Line } from './lines.ts';
import { endsSentence, headingDepth, isCaption } from './marks.ts';

/** Of the usual distance of two lines: more is a space between paragraphs. */
const PARTED = 1.28;

/** The distance of lines of one paragraph in a column, by their size. */
export function leadingOf(column: Column, usual: Usual): (line: Line) => number {
  const own = new Map<number, number[]>();
  for (const [at, line] of column.lines.entries()) {
    const before = column.lines[at - 1];
    if (!before || halfPoints(before.size) !== halfPoints(line.size)) continue;
    const found = own.get(halfPoints(line.size));
    if (found) found.push(line.y - before.y);
    else own.set(halfPoints(line.size), [line.y - before.y]);
  }
  return (line) => {
    const here = own.get(halfPoints(line.size)) ?? [];
    const everywhere = usual.leadings.get(halfPoints(line.size)) ?? line.size * 1.2;
    // A part may be set wider than the rest: where even its closest lines are.
    const closest = [...here].sort((one, other) => one - other)[Math.floor(here.length * 0.1)] ?? everywhere;
    return here.length >= 4 && closest > everywhere * PARTED
      ? middleOf(here)
      : Math.min(everywhere, Math.max(line.size * 2.4, closest));
  };
}

/** Where the lines of a column end that are full: as most of its like do, on other pages too. */
export function rightOf(column: Column, columns: readonly Column[]): number {
  const own = column.lines.map(({ x1 }) => x1).sort((one, other) => one - other);
  if (own.length >= 8) return own[Math.floor(own.length * 0.9)] ?? column.x1;
  let right = column.x1;
  for (const other of columns)
    if (
      other.lines.length >= 8 &&
      Math.abs(other.x0 - column.x0) < 4 &&
      Math.abs(other.page - column.page) <= 2
    )
      right = Math.max(
        right,
        other.lines.map(({ x1 }) => x1).sort((one, next) => one - next)[
          Math.floor(other.lines.length * 0.9)
        ] ?? right,
      );
  return right;
}

/** Share of lines that open at one place, in text that is not centered or ranged right. */
const FLUSH = 0.3;

/** Whether the lines of a column open at one edge. */
export function isFlushColumn(lines: readonly Line[]): boolean {
  if (lines.length < 5) return true;
  const isAligned = (edge: (line: Line) => number) => mostAt(lines.map(edge)) >= lines.length * FLUSH;
  const opening = (line: Line) => (line.isRightToLeft ? line.x1 : line.x0);
  const closing = (line: Line) => (line.isRightToLeft ? line.x0 : line.x1);
  return isAligned(opening) || !(isAligned(closing) || isAligned(({ x0, x1 }) => (x0 + x1) / 2));
}

/** How many of numbers lie within two points of each other, at most. */
function mostAt(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    const rounded = Math.round(number / 2);
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}

/** What tells the paragraphs of a column apart. */
export interface Measures {
  readonly leading: (line: Line) => number;
  readonly right: number;
  /** Its lines open at one edge, not centered or ranged right. */
  readonly isFlush: boolean;
  readonly usual: Usual;
  readonly column: Column;
}

/** Whether a new paragraph begins with a line. */
export function isParted(
  open: readonly Line[],
  before: Line,
  line: Line,
  after: Line | undefined,
  { leading, right, isFlush, usual, column }: Measures,
): boolean {
  const size = Math.max(before.size, line.size);
  const pitch = line.y - before.y;
  const isLarge = line.size > usual.size * 1.1 && before.size > usual.size * 1.1;
  if (Math.abs(before.size - line.size) > size * OTHER_SIZE) return true;
  const usualPitch = Math.max(leading(line), line.size * (isLarge ? 1.25 : 1));
  if (pitch > usualPitch * (isLarge ? 1.45 : PARTED) + 0.5) return true;
  const isFull = isFlush
    ? isFullLine(before, line, right, column.x0)
    : before.x1 - before.x0 > (column.x1 - column.x0) * 0.6;
  if (before.isBold !== line.isBold && (!isFull || headingDepth(before.text) !== undefined)) return true;
  if (before.isBold !== line.isBold && line.isBold && endsSentence(before.text)) return true;
  const isNumbered = headingDepth(line.text) !== undefined && headingDepth(open[0]?.text ?? '') !== undefined;
  if (isNumbered && (!isFull || isLarge || (before.isBold && line.isBold))) return true;
  const marker = line.marker;
  const opener = open[0]?.marker;
  const isOutside = opener !== undefined && line.x0 < (open[0]?.x0 ?? 0) - line.size * 0.7;
  if (marker !== undefined && isOutside && !line.isRightToLeft) return true;
  if (marker !== undefined) {
    if (marker.kind === 'bullet' || marker.kind === 'reference') {
      if (!/^[-–—*·o]/.test(line.text) || opener?.kind === 'bullet' || endsSentence(before.text) || !isFull)
        return true;
    } else if (opener?.kind === marker.kind || endsSentence(before.text) || !isFull) return true;
  }
  if (isCaption(line.text) && (endsSentence(before.text) || !isFull)) return true;
  if (headingDepth(line.text) !== undefined && line.isBold && endsSentence(before.text)) return true;
  // A heading of two lines stands at one edge, or about one middle.
  const isMoved = (edge: (one: Line) => number) => Math.abs(edge(before) - edge(line)) > line.size * 2;
  const isOff = isMoved(({ x0 }) => x0) && isMoved(({ x1 }) => x1) && isMoved(({ x0, x1 }) => (x0 + x1) / 2);
  if (isOff && (isLarge || (before.isBold && line.isBold))) return true;
  if (isLarge || (before.isBold && line.isBold && open.length < 3 && isCentered(before, column)))
    return false;
  const indent = before.isRightToLeft ? before.x1 - line.x1 : line.x0 - before.x0;
  const em = line.size;
  if (!isFlush && opener === undefined) return !isFull && endsSentence(before.text);
  if (opener !== undefined) {
    // An item's further lines stand below its text or its mark; a line left of the mark is another paragraph.
    const edge = open[0]?.x0 ?? 0;
    if (!line.isRightToLeft && line.x0 < edge - em * 0.7 && (open.length > 1 || !isFull)) return true;
    if (open.length > 1 && line.x0 < before.x0 - em * 0.7) return true;
  } else if (open.length === 1 && indent < -em * 0.7) {
    // The line before was the indented first of this paragraph, unless it ended early.
    return !isFull && (endsSentence(before.text) || /^[^\p{Ll}]/u.test(line.text));
  } else if (indent > em * 0.7 && indent < em * 6) {
    const goesOnThere =
      after !== undefined &&
      Math.abs(after.x0 - line.x0) < em * 0.3 &&
      after.y - line.y < usualPitch * PARTED;
    // Hanging indents: the first line stands out to the left, and all others line up.
    if (open.length === 1 && goesOnThere && isFull) return false;
    return !(open.length === 1 && isFull && !endsSentence(before.text));
  } else if (indent < -em * 0.7 && open.length > 1) return true;
  if (isFull) return false;
  const isUnspaced = UNSPACED.test(line.text.charAt(0));
  // No word of Chinese or Japanese is too long for what is left of a line: much must be left for its end to be meant.
  if (isUnspaced) return endsSentence(before.text) || right - before.x1 > (right - column.x0) * 0.4;
  return endsSentence(before.text) || /^[\p{Lu}\p{Lo}\d"“«„([]/u.test(line.text) || before.text.length < 12;
}

/** Whether the first word of the next line would not have fitted onto a line. */
function isFullLine(line: Line, next: Line, right: number, left: number): boolean {
  if (/[\p{L}\p{N}][-\u00ad\u2010]$/u.test(line.text)) return true;
  const [first] = next.fragments;
  const isUnspaced = /[\u3000-\u9fff]/.test(next.text.charAt(0));
  const word = isUnspaced
    ? next.size
    : first
      ? Math.min(first.x1 - first.x0, firstWordWidth(first.text, first.x1 - first.x0))
      : 0;
  const slack = line.isRightToLeft ? line.x0 - left : right - line.x1;
  return slack < word + line.size * 0.6;
}

function firstWordWidth(text: string, width: number): number {
  const word = /^\S+/.exec(text)?.[0] ?? text;
  return (width * word.length) / Math.max(text.length, 1);
}

function isCentered(line: Line, column: Column): boolean {
  const [left, right] = [line.x0 - column.x0, column.x1 - line.x1];
  return left > line.size * 2 && Math.abs(left - right) < line.size * 2;
}
