// Reads tables of data.
import type { LeftOut, Pieces, SourceBlock } from '../document.ts';
import { type DomElement, elementsOf, holds, nameOf, textOf, walk } from './dom.ts';
import { leavingOf } from './left-out.ts';
import { createRun } from './run.ts';

/** What makes a cell more than a cell: parts of a page. */
const PARTS = new Set('table h1 h2 h3 h4 h5 h6 pre blockquote article section form hr'.split(' '));
const WITHIN = new Set('p div li ul ol dl dd dt td th figure figcaption'.split(' '));

/**
 * The rows of a table of data, its caption before them; undefined where the table only places parts of a page side by
 * side, which are then read one after the other.
 */
export function rowsOf(
  table: DomElement,
  quotes: number,
): { readonly blocks: readonly SourceBlock[]; readonly leftOut: readonly LeftOut[] } | undefined {
  if (!isData(table)) return undefined;
  const quoteDepth = quotes > 0 ? { quoteDepth: quotes } : {};
  const leftOut: LeftOut[] = [];
  const blocks: SourceBlock[] = [];
  for (const caption of elementsOf(table, (one) => nameOf(one) === 'caption')) {
    const pieces = piecesOfCell(caption, leftOut);
    if (pieces.length > 0) blocks.push({ kind: 'paragraph', pieces, ...quoteDepth });
  }
  let opensTable = true;
  for (const row of elementsOf(table, (one) => nameOf(one) === 'tr')) {
    if (leavingOf(row) !== undefined) continue;
    const read = elementsOf(row, isCell)
      .filter((cell) => leavingOf(cell) === undefined)
      .map((cell) => piecesOfCell(cell, leftOut));
    if (read.every((pieces) => pieces.length === 0)) continue;
    blocks.push({ kind: 'row', cells: read, opensTable, ...quoteDepth });
    opensTable = false;
  }
  return { blocks, leftOut };
}

function isData(table: DomElement): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  if (holds(table, (one) => one !== table && PARTS.has(nameOf(one)))) return false;
  const rows = elementsOf(table, (one) => nameOf(one) === 'tr');
  const columns = rows.reduce((most, row) => Math.max(most, elementsOf(row, isCell).length), 0);
  if (columns < 2) return false;
  if (holds(table, (one) => /^(?:th|caption|thead)$/.test(nameOf(one)))) return true;
  // Without a header, long texts side by side are parts of a page.
  const isLong = (cell: DomElement) =>
    elementsOf(cell, (one) => nameOf(one) === 'p').length > 1 || textOf(cell).trim().length > LONGEST_CELL;
  return rows.length > 1 && !elementsOf(table, isCell).some(isLong);
}

const isCell = (element: DomElement) => /^t[dh]$/.test(nameOf(element));
/** In characters: about five sentences. */
const LONGEST_CELL = 400;

/** The text of a cell on one line. */
function piecesOfCell(cell: DomElement, leftOut: LeftOut[]): Pieces {
  const run = createRun();
  walk(cell, {
    enter(element) {
      const leaving = leavingOf(element);
      if (leaving !== undefined && element !== cell) {
        if (leaving !== 'untold')
          leftOut.push({ what: leaving, text: textOf(element).replace(/\s+/g, ' ').trim() });
        run.interrupt();
        return false;
      }
      if (nameOf(element) === 'br' || WITHIN.has(nameOf(element))) run.add(' ');
      return true;
    },
    leave(element) {
      if (WITHIN.has(nameOf(element))) run.add(' ');
    },
    text({ data }) {
      run.add(data);
    },
  });
  return run.take()[0] ?? [];
}
