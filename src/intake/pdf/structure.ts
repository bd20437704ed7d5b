// Turns columns into blocks.
import { addedChanges, type Changes, type LeftOut, type SourceBlock } from '../document.ts';
import { codeOf } from './code.ts';
import { type Column, usualOf } from './column.ts';
import { continued } from './continuation.ts';
import { withoutEmptyHeadings, withoutListedHeadings } from './emptied.ts';
import { UNSPACED } from './fragments.ts';
import { groupsOf } from './groups.ts';
import { stylesOf } from './headings.ts';
import { joinedLines, wordsOf } from './joining.ts';
import type { Line } from './lines.ts';
import { isUnreadable } from './readable.ts';
import { normalizedText, titleOf } from './titles.ts';

/** What the columns of a document say. */
export interface Structure {
  readonly blocks: readonly SourceBlock[];
  readonly leftOut: readonly LeftOut[];
  readonly changes: Changes;
  /** The largest text on its first page, as printed. */
  readonly title?: string;
}

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
  const listed = withoutListedHeadings(blocks);
  const isInOutline = (text: string) => outline.has(normalizedText(text));
  return {
    blocks: withoutEmptyHeadings(listed.blocks, isInOutline),
    leftOut: [...leftOut, ...listed.leftOut],
    changes: addedChanges(...counted),
    ...(title && { title: title.text }),
  };
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

/** Glyphs of a displayed formula: hardly a word among them. */
function isScattered(lines: readonly Line[]): boolean {
  const text = lines.map((line) => line.text).join(' ');
  if (UNSPACED.test(text) || !/[=≤≥∑∫√∈→±×∂∞≈<>+⎛⎝⎡|]/u.test(text)) return false;
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return letters < text.replace(/\s/g, '').length * 0.3 && words.length < 4;
}
