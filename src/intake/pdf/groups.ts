import { UNSPACED } from './fragments.ts';
import type { Line } from './lines.ts';
import { endsSentence, headingDepth, isCaption, isContentsTitle, leadsToPage, opensNote } from './marks.ts';
import type { Box } from './matrix.ts';
import { type Table, tableAt } from './tables.ts';

/** Lines that belong together, and as what. */
export type Group =
  | {
      readonly kind: 'text' | 'code' | 'note' | 'contents';
      readonly lines: readonly Line[];
      readonly column: Column;
    }
  | {
      readonly kind: 'table';
      readonly table: Table;
      readonly lines: readonly Line[];
      readonly column: Column;
    };

/** The lines of one column of a page, from top to bottom. */
export interface Column {
  readonly page: number;
  readonly lines: readonly Line[];
  readonly x0: number;
  readonly x1: number;
  readonly pageHeight: number;
  readonly rules: readonly Box[];
  readonly bars: readonly Box[];
}

/** What is usual in a document. */
export interface Usual {
  /** Size of its text. */
  readonly size: number;
  readonly isMonospaced: boolean;
  /** Distance between baselines of lines that follow each other, by size in half points. */
  readonly leadings: ReadonlyMap<number, number>;
}

/** Smaller than the text by this much is what stands in notes. */
const SMALL = 0.93;
/** Sizes that differ by more are set apart on purpose. */
const OTHER_SIZE = 0.06;
/** Of the usual distance of two lines: more is a space between paragraphs. */
const PARTED = 1.28;

/** What is usual in the columns of a document. */
export function usualOf(columns: readonly Column[]): Usual {
  const letters = new Map<number, number>();
  const pitches = new Map<number, number[]>();
  let [all, monospaced] = [0, 0];
  for (const { lines } of columns) {
    for (const [at, line] of lines.entries()) {
      const size = halfPoints(line.size);
      letters.set(size, (letters.get(size) ?? 0) + line.text.length);
      all += line.text.length;
      if (line.isMonospaced) monospaced += line.text.length;
      const before = lines[at - 1];
      if (before && halfPoints(before.size) === size && line.y > before.y) {
        const found = pitches.get(size);
        if (found) found.push(line.y - before.y);
        else pitches.set(size, [line.y - before.y]);
      }
    }
  }
  const [size] = [...letters].sort(([, one], [, other]) => other - one)[0] ?? [20, 0];
  return {
    size: size / 2,
    isMonospaced: monospaced > all / 2,
    leadings: new Map([...pitches].map(([key, found]) => [key, middleOf(found)])),
  };
}

export function halfPoints(size: number): number {
  return Math.round(size * 2);
}

function middleOf(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0;
}

/** Where the notes of a page were found to begin. */
interface NotesSoFar {
  readonly page: number;
  readonly y: number;
  readonly size: number;
}

/** The groups of all columns, in their order. */
export function groupsOf(columns: readonly Column[], usual: Usual): readonly Group[] {
  const contents = contentsLines(columns);
  const groups: Group[] = [];
  let notes: NotesSoFar | undefined;
  for (const column of columns) {
    const found = groupsOfColumn(column, usual, contents, columns, notes);
    const note = found.find(({ kind }) => kind === 'note')?.lines[0];
    if (note) notes = { page: column.page, y: note.y, size: note.size };
    groups.push(...found);
  }
  return groups;
}

function groupsOfColumn(
  column: Column,
  usual: Usual,
  contents: ReadonlySet<Line>,
  columns: readonly Column[],
  notes: NotesSoFar | undefined,
): readonly Group[] {
  const groups: Group[] = [];
  const noteStart = notesFrom(column, usual, columns, notes);
  const lines = column.lines.slice(0, noteStart);
  const leading = leadingOf(column, usual);
  const right = rightOf(column, columns);
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) groups.push({ kind: 'text', lines: open, column });
    open = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (contents.has(line)) {
      close();
      const last = groups.at(-1);
      if (last?.kind === 'contents') groups[groups.length - 1] = { ...last, lines: [...last.lines, line] };
      else groups.push({ kind: 'contents', lines: [line], column });
      continue;
    }
    if (line.isMonospaced && !usual.isMonospaced && /\S\S/.test(line.text)) {
      close();
      let end = at + 1;
      while (
        end < lines.length &&
        lines[end]?.isMonospaced &&
        !contents.has(lines[end] as Line) &&
        (lines[end] as Line).y - (lines[end - 1] as Line).y < line.size * 3.2
      )
        end += 1;
      groups.push({ kind: 'code', lines: lines.slice(at, end), column });
      at = end - 1;
      continue;
    }
    const found = tableAt(lines, at, column.rules, column.bars);
    if (found) {
      close();
      groups.push({ kind: 'table', table: found.table, lines: lines.slice(at, found.next), column });
      at = found.next - 1;
      continue;
    }
    const before = open.at(-1);
    if (before && isParted(open, before, line, lines[at + 1], { leading, right, usual, column })) close();
    open.push(line);
  }
  close();
  let note: Line[] = [];
  for (const line of column.lines.slice(noteStart)) {
    if (note.length > 0 && opensNote(line.text, isRaised(line))) {
      groups.push({ kind: 'note', lines: note, column });
      note = [];
    }
    note.push(line);
  }
  if (note.length > 0) groups.push({ kind: 'note', lines: note, column });
  return groups;
}

/** The distance of lines of one paragraph in a column, by their size. */
function leadingOf(column: Column, usual: Usual): (line: Line) => number {
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
function rightOf(column: Column, columns: readonly Column[]): number {
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

interface Measures {
  readonly leading: (line: Line) => number;
  readonly right: number;
  readonly usual: Usual;
  readonly column: Column;
}

/** Whether a new paragraph begins with a line. */
function isParted(
  open: readonly Line[],
  before: Line,
  line: Line,
  after: Line | undefined,
  { leading, right, usual, column }: Measures,
): boolean {
  const size = Math.max(before.size, line.size);
  const pitch = line.y - before.y;
  const isLarge = line.size > usual.size * 1.1 && before.size > usual.size * 1.1;
  if (Math.abs(before.size - line.size) > size * OTHER_SIZE) return true;
  const usualPitch = Math.max(leading(line), line.size * (isLarge ? 1.25 : 1));
  if (pitch > usualPitch * (isLarge ? 1.45 : PARTED) + 0.5) return true;
  const isFull = isFullLine(before, line, right, column.x0);
  if (before.isBold !== line.isBold && (!isFull || headingDepth(before.text) !== undefined)) return true;
  if (before.isBold !== line.isBold && line.isBold && endsSentence(before.text)) return true;
  const marker = line.marker;
  const opener = open[0]?.marker;
  if (marker !== undefined) {
    if (marker.kind === 'bullet' || marker.kind === 'reference') {
      if (!/^[-–—*]/.test(line.text) || opener?.kind === 'bullet' || endsSentence(before.text) || !isFull)
        return true;
    } else if (opener?.kind === marker.kind || endsSentence(before.text) || !isFull) return true;
  }
  if (isCaption(line.text) && (endsSentence(before.text) || !isFull)) return true;
  if (headingDepth(line.text) !== undefined && line.isBold && endsSentence(before.text)) return true;
  if (isLarge || (before.isBold && line.isBold && open.length < 3 && isCentered(before, column)))
    return false;
  const indent = before.isRightToLeft ? before.x1 - line.x1 : line.x0 - before.x0;
  const em = line.size;
  if (opener !== undefined) {
    // An item's further lines stand below its text or its mark; a line left of the mark is another paragraph.
    const edge = open[0]?.x0 ?? 0;
    if (!line.isRightToLeft && line.x0 < edge - em * 0.7 && (open.length > 1 || !isFull)) return true;
    if (open.length > 1 && line.x0 < before.x0 - em * 0.7) return true;
  } else if (open.length === 1 && indent < -em * 0.7) {
    // The line before was the indented first of this paragraph, unless it ended early.
    return !isFull;
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

/** Whether a line opens with a superscript. */
export function isRaised(line: Line): boolean {
  const [first, second] = line.fragments;
  return (
    first !== undefined &&
    first.text.length <= 3 &&
    ((second !== undefined && first.size < second.size * 0.85) || first.y < line.y - line.size * 0.2)
  );
}

/** From which line of a column on its footnotes stand. */
function notesFrom(
  column: Column,
  usual: Usual,
  columns: readonly Column[],
  notes: NotesSoFar | undefined,
): number {
  const { lines, page, pageHeight } = column;
  let start = lines.length;
  while (start > 0 && (lines[start - 1] as Line).size < usual.size * SMALL) start -= 1;
  if (start === lines.length) return ruledNoteFrom(column);
  // Below it, nothing of the page's text may stand.
  const hasTextBelow = columns.some(
    (other) =>
      other.page === page &&
      other !== column &&
      other.x0 < column.x1 &&
      other.x1 > column.x0 &&
      other.lines.some((line) => line.size >= usual.size * SMALL && line.y > (lines[start]?.y ?? 0)),
  );
  if (hasTextBelow) return lines.length;
  const above = lines[start - 1];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.y < pageHeight * 0.4 || line.isMonospaced) continue;
    // A note goes on in the next column, at the height at which those of this page begin.
    if (
      notes?.page === page &&
      Math.abs(notes.size - line.size) < 0.3 &&
      line.y > notes.y - line.size * 2 &&
      !isCaption(line.text)
    )
      return at;
    const rule = column.rules.some(
      ({ x0, x1, y0 }) =>
        y0 < line.y &&
        y0 > (lines[at - 1]?.y ?? 0) &&
        line.y - y0 < line.size * 2.5 &&
        Math.abs(x0 - column.x0) < line.size &&
        x1 - x0 < (column.x1 - column.x0) * 0.75,
    );
    const isBelowHeading =
      at === start && above !== undefined && (above.isBold || above.size > usual.size * 1.1);
    if (
      (rule && at > 0 && !isCaption(line.text) && line.text.length > 24 && line.marker?.kind !== 'bullet') ||
      (opensNote(line.text, isRaised(line)) && !isBelowHeading && isApart(line, lines[at - 1]))
    )
      return at;
  }
  return lines.length;
}

/** Notes of the text's own size stand under a short rule, and open with a raised mark. */
function ruledNoteFrom({ lines, rules, pageHeight, x0, x1 }: Column): number {
  const at = lines.findIndex(
    (line, index) =>
      index > 0 &&
      line.y > pageHeight * 0.5 &&
      isRaised(line) &&
      opensNote(line.text, true) &&
      rules.some(
        (rule) =>
          rule.y0 < line.y &&
          rule.y0 > (lines[index - 1] as Line).y &&
          Math.abs(rule.x0 - x0) < line.size &&
          rule.x1 - rule.x0 < (x1 - x0) * 0.75,
      ),
  );
  return at < 0 ? lines.length : at;
}

function isApart(line: Line, before: Line | undefined): boolean {
  return (
    before === undefined ||
    Math.abs(before.size - line.size) > line.size * OTHER_SIZE ||
    line.y - before.y > line.size * 1.5
  );
}

/** Lines of tables of contents: those that lead to pages by dots, and what stands between them. */
function contentsLines(columns: readonly Column[]): ReadonlySet<Line> {
  const all = columns.flatMap(({ lines }) => lines);
  const found = new Set<Line>();
  const leading = all.flatMap((line, at) => (leadsToPage(line.text) ? [at] : []));
  if (leading.length >= 3) {
    for (const [at, index] of leading.entries()) {
      found.add(all[index] as Line);
      const next = leading[at + 1];
      // Chapters stand between the entries without dots, and long titles go on.
      if (next !== undefined && next - index <= 4)
        for (let between = index; between < next; between += 1) found.add(all[between] as Line);
    }
    const first = leading[0] ?? 0;
    for (let at = first - 1; at >= Math.max(0, first - 4); at -= 1) {
      const line = all[at] as Line;
      if (isContentsTitle(line.text) || /\s\d{1,3}$/.test(line.text))
        for (let between = at; between < first; between += 1) found.add(all[between] as Line);
    }
  }
  for (const [at, line] of all.entries()) {
    if (!isContentsTitle(line.text) || found.has(line)) continue;
    let end = at + 1;
    let entries = 0;
    let last = 0;
    for (let next = at + 1; next < all.length && next - end < 3; next += 1) {
      const number = Number(/(?:^|\s)(\d{1,4})$/.exec((all[next] as Line).text)?.[1] ?? Number.NaN);
      if (Number.isNaN(number) || number < last) continue;
      last = number;
      entries += 1;
      end = next + 1;
    }
    if (entries >= 3) for (let next = at; next < end; next += 1) found.add(all[next] as Line);
  }
  return found;
}
