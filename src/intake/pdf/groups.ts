// Groups lines that belong together.
import { codeEndOf } from './code.ts';
import type { Column, Usual } from './column.ts';
import { contentsLines } from './contents.ts';
import type { Line } from './lines.ts';
import { opensNote } from './marks.ts';
import { isRaised, type NotesSoFar, notesFrom } from './notes.ts';
import { isFlushColumn, isParted, leadingOf, rightOf } from './paragraphs.ts';
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
  const isFlush = isFlushColumn(lines);
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
    const codeEnd = codeEndOf(lines, at, usual, contents);
    if (codeEnd > at) {
      close();
      groups.push({ kind: 'code', lines: lines.slice(at, codeEnd), column });
      at = codeEnd - 1;
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
    if (before && isParted(open, before, line, lines[at + 1], { leading, right, isFlush, usual, column }))
      close();
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
