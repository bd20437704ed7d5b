// Finds footnotes.
import { type Column, OTHER_SIZE, SMALL, type Usual } from './column.ts';
import type { Line } from './lines.ts';
import { isCaption, opensNote } from './marks.ts';

/** Where the notes of a page were found to begin. */
export interface NotesSoFar {
  readonly page: number;
  readonly y: number;
  readonly size: number;
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
export function notesFrom(
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
