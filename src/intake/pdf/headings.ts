// Recognizes headings.
import { type Column, halfPoints, type Usual } from './column.ts';
import { UNSPACED } from './fragments.ts';
import type { Group } from './groups.ts';
import type { Line } from './lines.ts';
import { endsSentence, headingDepth, isCaption, isSectionName } from './marks.ts';
import { LONGEST_HEADING, normalized } from './titles.ts';

/** So many headings have styles of their own for their levels; one that is there twice is none. */
const MANY_HEADINGS = 15;
/** Of the size of the text, from which on a line is larger on purpose. */
const LARGER = 1.08;

/** Which groups are headings, and of which level. */
export function stylesOf(
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
  const common = [...counts]
    .filter(([, count]) => count >= (found.length >= MANY_HEADINGS ? 3 : 1))
    .map(([style]) => style);
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
    isCaption(text) ||
    lines.some(hasCells)
  )
    return undefined;
  const rank =
    halfPoints(first.size) * 10 +
    (first.isBold ? 4 : 0) +
    (isCapitals(text) ? 2 : 0) +
    (first.isItalic ? 0 : 1);
  const { marker } = first;
  // An item of a list, also where the bookmarks name it.
  if (marker?.kind === 'bullet' || marker?.kind === 'reference') return undefined;
  if (isInOutline && lines.length <= 3) return rank;
  if (lines.length === 1 && isSectionName(text) && groups[at + 1] !== undefined) return rank;
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

/** Of the text's size: wider spaces part the cells of a head of a table. */
const CELL_GAP = 1.5;

/** Whether a line has three parts or more that stand well apart from each other. */
function hasCells({ fragments, size }: Line): boolean {
  const gaps = fragments.slice(1).filter(({ x0 }, at) => x0 - (fragments[at]?.x1 ?? x0) > size * CELL_GAP);
  return gaps.length >= 2;
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
