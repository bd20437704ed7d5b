// Finds the title.
import type { Usual } from './column.ts';
import { UNSPACED } from './fragments.ts';
import type { Group } from './groups.ts';
import type { Line } from './lines.ts';
import { isSectionName } from './marks.ts';

/** Letters of a heading; more is prose that is set large. */
export const LONGEST_HEADING = 220;
/** Letters and numbers of a group, for comparing it with titles stated elsewhere. */
export function normalized(group: Group): string {
  return normalizedText(group.lines.map(({ text }) => text).join(' '));
}

/** Letters and numbers of a text. */
export function normalizedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

type TextGroup =
  | Extract<Group, { readonly kind: 'text' }>
  | (Extract<Group, { readonly lines: readonly Line[] }> & { readonly kind: 'text' });

/** The title as printed: what the file states, where the first pages print it, else their largest text. */
export function titleOf(
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
