// Joins paragraphs over columns and pages.
import { type Column, halfPoints, type Usual } from './column.ts';
import type { Group } from './groups.ts';
import type { Line } from './lines.ts';
import { endsSentence, headingDepth, isCaption, opensNote } from './marks.ts';
import { isRaised } from './notes.ts';
import { normalized } from './titles.ts';

/** Paragraphs that go on in the next column or on the next page, in one; what floats between them comes after. */
export function continued(
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
