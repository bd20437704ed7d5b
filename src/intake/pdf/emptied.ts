// Takes out headings with nothing under them.
import type { LeftOut, SourceBlock } from '../document.ts';
import { piecesOf } from '../document.ts';
import { headingDepth, isContentsTitle } from './marks.ts';

/** Entries that make a table of contents, and with the heading that says it is one. */
const FEWEST = 4;
const FEWEST_UNDER_TITLE = 3;
/** The share of a run that must come again as headings: an entry of two lines, or two on one, does not. */
const ENOUGH = 0.7;
/** In characters: an entry is no paragraph. */
const LONGEST_ENTRY = 150;

/**
 * Without tables of contents that have neither dots nor numbers to be known by: a run of short lines most of which come again, further on, as
 * headings.
 */
export function withoutListedHeadings(blocks: readonly SourceBlock[]): {
  readonly blocks: readonly SourceBlock[];
  readonly leftOut: readonly LeftOut[];
} {
  const names = blocks.map(nameOf);
  const last = new Map<string, number>();
  blocks.forEach(({ kind }, at) => {
    if (kind === 'heading') last.set(names[at] ?? '', at);
  });
  const comesAgain = (at: number, end: number) =>
    (last.get(names[at] ?? '') ?? -1) >= end && names[at] !== '';
  const gone = new Set<number>();
  for (let at = 0; at < blocks.length; at += 1) {
    if (!comesAgain(at, at + 2)) continue;
    let end = at + 1;
    // One line between may be of two entries; two are text.
    while (
      end < blocks.length &&
      isEntry(blocks[end]) &&
      (comesAgain(end, end + 2) || comesAgain(end + 1, end + 3))
    )
      end += 1;
    const run = Array.from({ length: end - at }, (_, index) => at + index);
    const again = run.filter((index) => comesAgain(index, end)).length;
    // An entry that does not come again, such as the title, may stand first.
    const titled = [at - 1, at - 2].find((before) => isContentsTitle(textOf(blocks[before])));
    const isTitled = titled !== undefined;
    if (again >= (isTitled ? FEWEST_UNDER_TITLE : FEWEST) && again >= run.length * ENOUGH) {
      for (let index = titled ?? at; index < end; index += 1) gone.add(index);
    }
    at = end - 1;
  }
  return {
    blocks: blocks.filter((_, at) => !gone.has(at)),
    leftOut: [...gone].map((at) => ({ what: 'contents', text: textOf(blocks[at]) })),
  };
}

/** Headings of one rank that follow each other with nothing under them: so many are labels of a form, or an address. */
const FEWEST_IN_ROW = 3;
/** In characters: where the text of a document begins, below its title, who wrote it and where they are. */
const SHORTEST_PROSE = 120;

/**
 * Lines set as headings that have nothing under them, since another as high comes next, become paragraphs: all of a row of them, and any before the
 * first prose. Those that are numbered or that the bookmarks name stay.
 */
export function withoutEmptyHeadings(
  blocks: readonly SourceBlock[],
  isInOutline: (text: string) => boolean,
): readonly SourceBlock[] {
  const isEmpty = blocks.map((block, at) => {
    if (block.kind !== 'heading') return false;
    const text = textOf(block);
    const next = blocks[at + 1];
    const isFollowed = next !== undefined && !(next.kind === 'heading' && next.level <= block.level);
    return !isFollowed && headingDepth(text) === undefined && !isInOutline(text);
  });
  const firstProse = blocks.findIndex(
    (block) => block.kind === 'paragraph' && textOf(block).length >= SHORTEST_PROSE,
  );
  const isInRow = (at: number) => {
    let [from, to] = [at, at];
    while (isEmpty[from - 1]) from -= 1;
    while (isEmpty[to + 1]) to += 1;
    return to - from + 1 >= FEWEST_IN_ROW;
  };
  return blocks.map((block, at) =>
    isEmpty[at] && (at < firstProse || isInRow(at)) && block.kind === 'heading'
      ? { kind: 'paragraph', pieces: block.pieces }
      : block,
  );
}

function textOf(block: SourceBlock | undefined): string {
  return block ? piecesOf(block).join('').trim() : '';
}

/** What an entry and its heading have in common: no bullet, no number before, no page behind. */
function nameOf(block: SourceBlock): string {
  if (!isEntry(block)) return '';
  return textOf(block)
    .replace(/^[\s•▪◦●○–—*·-]+/u, '')
    .replace(/^(?:\d+\.)*\d*[.)]?\s+/, '')
    .replace(/[\s.…]+\d{1,4}$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function isEntry(block: SourceBlock | undefined): boolean {
  if (block?.kind !== 'heading' && block?.kind !== 'item' && block?.kind !== 'paragraph') return false;
  return textOf(block).length <= LONGEST_ENTRY;
}
