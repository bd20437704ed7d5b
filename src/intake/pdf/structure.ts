import { addedChanges, type Changes, type LeftOut, type SourceBlock } from '../document.ts';
import { UNSPACED } from './fragments.ts';
import { type Column, type Group, groupsOf, halfPoints, isRaised, type Usual, usualOf } from './groups.ts';
import { joinedLines, wordsOf } from './joining.ts';
import type { Line } from './lines.ts';
import { endsSentence, headingDepth, isCaption, isSectionName, opensNote } from './marks.ts';
import { isUnreadable } from './readable.ts';

/** What the columns of a document say. */
export interface Structure {
  readonly blocks: readonly SourceBlock[];
  readonly leftOut: readonly LeftOut[];
  readonly changes: Changes;
  /** The largest text on its first page, as printed. */
  readonly title?: string;
}

type TextGroup =
  | Extract<Group, { readonly kind: 'text' }>
  | (Extract<Group, { readonly lines: readonly Line[] }> & { readonly kind: 'text' });

/** Letters of a heading; more is prose that is set large. */
const LONGEST_HEADING = 220;
/** Of the size of the text, from which on a line is larger on purpose. */
const LARGER = 1.08;

/** Reads blocks from columns; `stated` is the title that the file states, `outline` the titles of its bookmarks. */
export function structureOf(
  columns: readonly Column[],
  stated: string | undefined,
  outline: ReadonlyMap<string, number>,
): Structure {
  const usual = usualOf(columns);
  const words = wordsOf(columns.flatMap(({ lines }) => lines));
  const groups = continued(groupsOf(columns, usual), usual, outline);
  const title = titleOf(groups, usual, stated);
  const styles = stylesOf(groups, usual, outline, title?.groups);
  const blocks: SourceBlock[] = [];
  const leftOut: LeftOut[] = [];
  const counted: Changes[] = [];
  const joined = (lines: readonly Line[]) => {
    const { pieces, changes } = joinedLines(lines, words);
    counted.push(changes);
    return pieces;
  };
  let list: { x0: number; depth: number }[] = [];
  let number = 0;
  for (const group of groups) {
    const text = group.lines.map((line) => line.text).join(' ');
    if (group.kind === 'contents') {
      leftOut.push({ what: 'contents', text });
      continue;
    }
    if (title?.groups.has(group)) continue;
    if (isUnreadable(text)) {
      leftOut.push({ what: 'unreadable', text });
      continue;
    }
    if (group.kind !== 'text') list = [];
    if (group.kind === 'note') blocks.push({ kind: 'note', pieces: joined(group.lines) });
    else if (group.kind === 'code') blocks.push({ kind: 'fence', pieces: codeOf(group.lines) });
    else if (group.kind === 'table' && isScattered(group.lines)) leftOut.push({ what: 'formula', text });
    else if (group.kind === 'table') {
      let opensTable = true;
      for (const row of group.table.rows) {
        blocks.push({ kind: 'row', cells: row.map((cell) => joined(cell)), opensTable });
        opensTable = false;
      }
    } else {
      const level = styles.get(group);
      if (level !== undefined) {
        list = [];
        number = 0;
        blocks.push({ kind: 'heading', level, pieces: joined(group.lines) });
        continue;
      }
      if (isScattered(group.lines) || !/\p{L}/u.test(text)) {
        leftOut.push({ what: 'formula', text });
        continue;
      }
      const first = group.lines[0] as Line;
      const marker = first.marker;
      const isItem =
        marker !== undefined &&
        (marker.kind === 'bullet' ||
          marker.kind === 'letter' ||
          (marker.kind === 'number' && (marker.number === 1 || marker.number === number + 1)));
      if (!isItem || !marker) {
        list = [];
        const pieces = joined(group.lines);
        blocks.push({ kind: 'paragraph', pieces });
        continue;
      }
      while (list.length > 0 && (list.at(-1)?.x0 ?? 0) > first.x0 + first.size * 0.5) list.pop();
      if (list.length === 0 || first.x0 > (list.at(-1)?.x0 ?? 0) + first.size * 0.5)
        list.push({ x0: first.x0, depth: list.length });
      const pieces = joined(group.lines);
      if (marker.kind === 'number') number = marker.number;
      blocks.push({
        kind: 'item',
        depth: list.length - 1,
        pieces: marker.kind === 'letter' ? pieces : withoutStart(pieces, marker.length),
        ...(marker.kind === 'number' && { number: marker.number }),
      });
    }
  }
  return { blocks, leftOut, changes: addedChanges(...counted), ...(title && { title: title.text }) };
}

/** Pieces without their first `length` characters. */
function withoutStart(pieces: readonly string[], length: number): readonly string[] {
  let rest = length;
  const left: string[] = [];
  for (const piece of pieces) {
    if (rest >= piece.trimEnd().length) rest = Math.max(0, rest - piece.length);
    else {
      left.push(left.length === 0 ? piece.slice(rest).trimStart() : piece.slice(rest));
      rest = 0;
    }
  }
  return left;
}

/** Lines of code with the line breaks and the indents that they are printed with. */
function codeOf(lines: readonly Line[]): readonly string[] {
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const [first] = lines;
  const wide = first?.fragments[0];
  const advance = wide ? (wide.x1 - wide.x0) / Math.max([...wide.text].length, 1) : 6;
  const pitch = Math.min(
    ...lines
      .slice(1)
      .map((line, at) => line.y - (lines[at]?.y ?? 0))
      .filter((height) => height > 0),
  );
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const breaks =
      before && before.page === line.page && line.y > before.y
        ? Math.max(1, Math.min(3, Math.round((line.y - before.y) / pitch)))
        : 1;
    const indent = ' '.repeat(Math.max(0, Math.round((line.x0 - left) / Math.max(advance, 1))));
    const pieces = spaced(line, advance);
    return [`${at === 0 ? '' : '\n'.repeat(breaks)}${indent}${pieces[0] ?? ''}`, ...pieces.slice(1)];
  });
}

/** Words of a line of code with as many spaces between them as are printed. */
function spaced(line: Line, advance: number): readonly string[] {
  return line.fragments.map((fragment, at) => {
    const before = line.fragments[at - 1];
    const spaces = before
      ? Math.max(
          fragment.spaceBefore || before.spaceAfter ? 1 : 0,
          Math.round((fragment.x0 - before.x1) / Math.max(advance, 1)),
        )
      : 0;
    return ' '.repeat(Math.min(spaces, 80)) + fragment.text;
  });
}

/** Glyphs of a displayed formula: hardly a word among them. */
function isScattered(lines: readonly Line[]): boolean {
  const text = lines.map((line) => line.text).join(' ');
  if (UNSPACED.test(text) || !/[=≤≥∑∫√∈→±×∂∞≈<>+⎛⎝⎡|]/u.test(text)) return false;
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return letters < text.replace(/\s/g, '').length * 0.3 && words.length < 4;
}

/** Paragraphs that go on in the next column or on the next page, in one; what floats between them comes after. */
function continued(
  groups: readonly Group[],
  usual: Usual,
  outline: ReadonlyMap<string, number>,
): readonly Group[] {
  const whole: Group[] = [];
  for (const group of groups) {
    const first = group.lines[0];
    if (group.kind === 'note' && first && !opensNote(first.text, isRaised(first))) {
      const note = whole.findLastIndex(({ kind }) => kind === 'note');
      const open = whole[note];
      if (open && Math.abs((open.lines.at(-1)?.page ?? 0) - first.page) <= 1) {
        whole[note] = { ...open, lines: [...open.lines, ...group.lines] } as Group;
        continue;
      }
    }
    const target = group.kind === 'text' || group.kind === 'code' ? openBefore(whole, group) : -1;
    const before = whole[target];
    if (before && goesOn(before, group, usual, outline))
      whole[target] = { ...before, lines: [...before.lines, ...group.lines] } as Group;
    else whole.push(group);
  }
  return whole;
}

/** The last group that the first of another column may go on with: what floats at a column's end is passed over. */
function openBefore(whole: readonly Group[], group: Group): number {
  let at = whole.length - 1;
  for (let passed = 0; at >= 0 && passed < 8; at -= 1, passed += 1) {
    const before = whole[at] as Group;
    const isFloat =
      before.kind === 'note' ||
      before.kind === 'table' ||
      (before.kind === 'text' && isCaption(before.lines[0]?.text ?? ''));
    if (!isFloat) return before.column === group.column ? -1 : at;
  }
  return -1;
}

function goesOn(before: Group, group: Group, usual: Usual, outline: ReadonlyMap<string, number>): boolean {
  if (before.kind !== group.kind) return false;
  const last = before.lines.at(-1);
  const first = group.lines[0];
  if (!last || !first || Math.abs(last.page - first.page) > 1) return false;
  if (group.kind === 'code')
    return first.page !== last.page && halfPoints(first.size) === halfPoints(last.size);
  if (Math.abs(last.size - first.size) > first.size * 0.06 || last.isBold !== first.isBold) return false;
  if (first.size > usual.size * 1.3 || isCaption(first.text) || outline.has(normalized(group))) return false;
  const start = first.text;
  if (first.marker !== undefined && !/^[-–—*(]/.test(start)) return false;
  if (/[-\u00ad\u2010]$/.test(last.text) && /^[\p{L}\p{N}]/u.test(start)) return true;
  if (/^\p{Ll}/u.test(start))
    return !/[.!?]["”’)]?$/.test(last.text.trimEnd()) || isWide(last, before.column);
  if (endsSentence(last.text) && !/[:;]$/.test(last.text)) {
    // The sentence is over, and the paragraph only where its last line is full and the next is not indented though others are.
    return false;
  }
  if (
    headingDepth(start) !== undefined &&
    group.lines.length <= 2 &&
    !endsSentence(group.lines.at(-1)?.text ?? '')
  )
    return false;
  return (
    isWide(last, before.column) && before.lines.length + group.lines.length > 2 && before.lines.length > 1
  );
}

function isWide(line: Line, column: Column): boolean {
  return line.isRightToLeft ? line.x0 - column.x0 < line.size * 4 : column.x1 - line.x1 < line.size * 4;
}

/** Letters and numbers of a group, for comparing it with titles stated elsewhere. */
function normalized(group: Group): string {
  return normalizedText(group.lines.map(({ text }) => text).join(' '));
}

export function normalizedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The title as printed: what the file states, where the first pages print it, else their largest text. */
function titleOf(
  groups: readonly Group[],
  usual: Usual,
  stated: string | undefined,
): { readonly text: string; readonly groups: ReadonlySet<Group> } | undefined {
  const page = groups[0]?.column.page ?? 0;
  const first = groups.filter(
    (group): group is TextGroup => group.kind === 'text' && group.column.page <= page,
  );
  const wanted = stated === undefined ? '' : normalizedText(stated);
  if (stated !== undefined && wanted.length > 3) {
    for (let from = 0; from < first.length; from += 1) {
      for (let to = from + 1; to <= Math.min(first.length, from + 3); to += 1) {
        const run = first.slice(from, to);
        if (run.some(({ lines }) => lines.length > 6)) break;
        if (run.map(normalized).join('') === wanted) return { text: stated, groups: new Set(run) };
      }
    }
  }
  const candidates = first.filter(({ lines, column }) => {
    const line = lines[0] as Line;
    const letters = lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
    return (
      letters >= 3 &&
      !isSectionName(lines.map(({ text }) => text).join(' ')) &&
      lines.length <= 6 &&
      line.y < column.pageHeight * 0.75 &&
      lines.map(({ text }) => text).join(' ').length <= LONGEST_HEADING
    );
  });
  const largest = Math.max(...candidates.map(({ lines }) => (lines[0] as Line).size));
  // Of two that differ by less than the eye tells, the upper one.
  const found = candidates.find(({ lines }) => (lines[0] as Line).size >= largest * 0.93);
  if (!found || largest < usual.size * 1.15)
    return stated === undefined ? undefined : { text: stated, groups: new Set() };
  const text = found.lines
    .map((line) => line.text.trim())
    .join(UNSPACED.test(found.lines[0]?.text ?? '') ? '' : ' ');
  if (stated === undefined) return { text: text.trim(), groups: new Set([found]) };
  // Printed with a subtitle, or without the one that is stated, it is the title all the same.
  const printed = normalizedText(text);
  const isSame =
    wanted.length > 7 && printed.length > 7 && (wanted.includes(printed) || printed.includes(wanted));
  return { text: stated, groups: new Set(isSame ? [found] : []) };
}

/** Which groups are headings, and of which level. */
function stylesOf(
  groups: readonly Group[],
  usual: Usual,
  outline: ReadonlyMap<string, number>,
  titles: ReadonlySet<Group> | undefined,
): ReadonlyMap<Group, number> {
  const found: { group: Group; style: number; depth: number | undefined }[] = [];
  const front = frontOf(groups, titles);
  for (const [at, group] of groups.entries()) {
    if (group.kind !== 'text' || titles?.has(group) || (front.has(group) && !outline.has(normalized(group))))
      continue;
    const style = headingStyle(group.lines, group.column, groups, at, usual, outline.has(normalized(group)));
    if (style === undefined) continue;
    const text = group.lines.map((line) => line.text).join(' ');
    found.push({ group, style, depth: headingDepth(text) });
  }
  const styles = commonStyles(found, groups);
  const levels = new Map<Group, number>();
  const numbered = found.filter(({ depth }) => depth !== undefined);
  const isNumbered = numbered.length >= 3;
  const base = isNumbered
    ? Math.min(...numbered.map(({ style, depth }) => levelIn(styles, style) - (depth ?? 1)))
    : 0;
  for (const { group, style, depth } of found) {
    const byStyle = levelIn(styles, style);
    const level = isNumbered && depth !== undefined ? Math.max(0, base) + depth : byStyle;
    levels.set(group, Math.min(6, Math.max(1, level)));
  }
  return levels;
}

/** Ranks that make levels, highest first: what stands on a cover, in front or behind, is set for its looks. */
function commonStyles(
  found: readonly { readonly group: Group; readonly style: number }[],
  groups: readonly Group[],
): readonly number[] {
  const [first, last] = [groups[0]?.column.page ?? 0, groups.at(-1)?.column.page ?? 0];
  const isCover = (page: number) => last - first >= 3 && (page === first || page === last);
  const counts = new Map<number, number>();
  for (const { group, style } of found) {
    counts.set(style, (counts.get(style) ?? 0) + (isCover(group.column.page) ? 0.3 : 1));
  }
  const common = [...counts].filter(([, count]) => count >= 1).map(([style]) => style);
  return (common.length > 0 ? common : [...counts.keys()]).sort((one, other) => other - one);
}

function levelIn(styles: readonly number[], style: number): number {
  const at = styles.findIndex((other) => other <= style);
  return (at < 0 ? styles.length : at) + 1;
}

/** How high a heading's style ranks: by size, then by weight and capitals; undefined where it is none. */
function headingStyle(
  lines: readonly Line[],
  column: Column,
  groups: readonly Group[],
  at: number,
  usual: Usual,
  isInOutline: boolean,
): number | undefined {
  const first = lines[0] as Line;
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .trim();
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (
    letters < 2 ||
    !/\p{L}{3}|\p{Lo}{2}/u.test(text) ||
    /[=≤≥∑∫√∈]/u.test(text) ||
    letters < text.replace(/\s/g, '').length * 0.5 ||
    text.length > LONGEST_HEADING ||
    isCaption(text)
  )
    return undefined;
  const rank =
    halfPoints(first.size) * 10 +
    (first.isBold ? 4 : 0) +
    (isCapitals(text) ? 2 : 0) +
    (first.isItalic ? 0 : 1);
  if (isInOutline && lines.length <= 3) return rank;
  const { marker } = first;
  if (lines.length === 1 && isSectionName(text) && groups[at + 1] !== undefined) return rank;
  if (marker?.kind === 'bullet' || marker?.kind === 'reference') return undefined;
  const isLarger = first.size > usual.size * LARGER;
  const ends = /[,;]$|[^.]\.$/.test(text) && !/\b(?:etc|inc|ltd|co|jr|no)\.$/i.test(text);
  if (isLarger && first.size > usual.size * 1.18)
    return lines.length <= 5 && !(ends && text.length > 90) ? rank : undefined;
  if (lines.length > 3 || /[,;:]$/.test(text) || (ends && headingDepth(text) === undefined)) return undefined;
  if ((/^\p{Ll}/u.test(text) || /[_{}<>|;\\]|\(.*['’].*\)/.test(text)) && !isLarger) return undefined;
  const isSmall = first.size < usual.size * 0.93;
  if (isSmall && !(first.isBold && headingDepth(text) !== undefined && first.size >= usual.size * 0.85))
    return undefined;
  const next = groups[at + 1];
  const isFollowed = next !== undefined && next.kind !== 'note';
  if (!isFollowed) return undefined;
  const isNumbered =
    headingDepth(text) !== undefined ||
    /^[IVX]{1,5}\.\s+\p{Lu}/u.test(text) ||
    /^[A-Z]\.\s+\p{Lu}/u.test(text);
  if (first.isBold && text.length <= 150) return rank;
  if (isLarger && text.length <= 120) return rank;
  if (isCapitals(text) && letters >= 4 && text.length <= 100) return rank;
  if (
    isNumbered &&
    text.length <= 100 &&
    !ends &&
    (first.isItalic || headingDepth(text) !== 1 || isApart(lines, column, usual)) &&
    marker?.kind !== 'number'
  )
    return rank;
  if (marker?.kind === 'number' && isLoneNumber(groups, at) && isApart(lines, column, usual)) return rank;
  if (isItalicHeading(lines, text, next, ends)) return rank;
  return undefined;
}

/** A numbered line above prose, with no item of a list next to it. */
function isLoneNumber(groups: readonly Group[], at: number): boolean {
  const [before, group, after] = [groups[at - 1], groups[at], groups[at + 1]];
  const isNumbered = (other: Group | undefined) => other?.lines[0]?.marker?.kind === 'number';
  if (!group || group.lines.length > 1 || endsSentence(group.lines[0]?.text ?? '')) return false;
  return (
    after?.kind === 'text' &&
    !isNumbered(before) &&
    (headingDepth(after.lines[0]?.text ?? '') !== undefined ||
      (after.lines.length > 1 && after.lines[0]?.marker === undefined))
  );
}

/** Between a title and the first prose stand names and addresses, large or bold as they may be. */
function frontOf(groups: readonly Group[], titles: ReadonlySet<Group> | undefined): ReadonlySet<Group> {
  const front = new Set<Group>();
  const start = groups.findIndex((group) => titles?.has(group));
  if (start < 0) return front;
  for (let at = start + 1; at < groups.length; at += 1) {
    const [group, next] = [groups[at] as Group, groups[at + 1]];
    if (group.column.page !== groups[start]?.column.page) break;
    if (isProse(group) || headingDepth(group.lines[0]?.text ?? '') !== undefined) break;
    if (
      next !== undefined &&
      isProse(next) &&
      !/[,@*∗†‡§\d]/.test(group.lines.map(({ text }) => text).join(' '))
    )
      break;
    front.add(group);
  }
  return front;
}

function isProse({ kind, lines }: Group): boolean {
  return (
    kind === 'text' &&
    lines.reduce((sum, { text }) => sum + text.length * (UNSPACED.test(text) ? 3 : 1), 0) > 150
  );
}

/** An italic line by itself, above prose that is upright. */
function isItalicHeading(lines: readonly Line[], text: string, next: Group, ends: boolean): boolean {
  const [line, more] = lines;
  if (
    !line?.isItalic ||
    more !== undefined ||
    ends ||
    text.length > 70 ||
    !/^\p{Lu}/u.test(text) ||
    /[.?!]$/.test(text)
  )
    return false;
  const [below, further] = next.lines;
  return (
    next.kind === 'text' &&
    below !== undefined &&
    further !== undefined &&
    !below.isItalic &&
    /^\P{Ll}/u.test(below.text)
  );
}

function isApart(lines: readonly Line[], column: Column, usual: Usual): boolean {
  const first = column.lines.indexOf(lines[0] as Line);
  const last = column.lines.indexOf(lines.at(-1) as Line);
  const [before, after] = [column.lines[first - 1], column.lines[last + 1]];
  const leading = usual.leadings.get(halfPoints(usual.size)) ?? usual.size * 1.2;
  const above = before ? (lines[0] as Line).y - before.y : Number.POSITIVE_INFINITY;
  const below = after ? after.y - (lines.at(-1) as Line).y : 0;
  return above > leading * 1.3 && below > leading * 1.05;
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
