// Checks that each block is in its source.
import type { Pieces, SourceBlock, SourceDocument } from './document.ts';
import { piecesOf } from './document.ts';
import { areLeftOut } from './left-out-between.ts';
import { normalized } from './normalization.ts';

/** Looks whether a block is in its source, as it is read a second time. */
export type FidelityCheck = (block: SourceBlock) => boolean;

/** How often a piece is looked for again where what came before it and this place do not fit together. */
const MOST_PLACES = 24;
/** All attempts for one block: enough for every place of a long block's first piece, few enough to end. */
const MOST_ATTEMPTS = 20_000;

/** A hyphen at the end of a line, which goes where the word is joined. */
const HYPHENS = /^[-\u2010\u2011]*$/;

/**
 * Compares with the source's own text, without white space and after the changes that are the same for all formats: each piece of a
 * block must stand there, character by character, in the block's order, and nothing between two pieces but marks of the format
 * and what is told to be left out. A document whose pieces lie scattered (a PDF draws its text in any order) need only have each.
 */
export function fidelityOf({
  own,
  isMark,
  isScattered,
  leftOut,
}: Pick<SourceDocument, 'own' | 'isMark' | 'isScattered' | 'leftOut'>): FidelityCheck {
  const text = squeezed(own);
  const areGone = areLeftOut(leftOut.map((one) => squeezed(one.text)));
  const mayStandBetween = (between: string) =>
    HYPHENS.test(between) || areGone(between) || (isMark?.(between) ?? false);
  let cursor = 0;

  return (block) => {
    const pieces = piecesOf(block).map(squeezed).filter(Boolean);
    const isCells = block.kind === 'row';
    if (isScattered) return pieces.every((piece) => text.includes(piece));
    const end = placeOf(pieces, isCells);
    if (end === undefined) return false;
    cursor = end;
    return true;
  };

  /** Where the pieces end in the text; looked for from where the last block ended, else from the start. */
  function placeOf(pieces: Pieces, isCells: boolean): number | undefined {
    const [first, ...rest] = pieces;
    if (first === undefined) return cursor;
    let attempts = 0;
    const follow = (begin: number, after: number): number | undefined => {
      let [index, from] = [begin, after];
      // What goes on at once goes on there; code in colors has thousands of pieces.
      for (let next = rest[index]; next !== undefined && text.startsWith(next, from); next = rest[index]) {
        index += 1;
        from += next.length;
      }
      const piece = rest[index];
      if (piece === undefined) return from;
      let at = text.indexOf(piece, from);
      for (let place = 0; at >= 0 && place < MOST_PLACES && attempts < MOST_ATTEMPTS; place += 1) {
        attempts += 1;
        // Between cells stands what is around each of them.
        if (isCells || mayStandBetween(text.slice(from, at))) {
          const end = follow(index + 1, at + piece.length);
          if (end !== undefined) return end;
        }
        at = text.indexOf(piece, at + 1);
      }
      return undefined;
    };
    for (const [start, end] of [
      [cursor, text.length],
      [0, cursor],
    ] as const) {
      let at = text.indexOf(first, start);
      while (at >= 0 && at < end && attempts < MOST_ATTEMPTS) {
        attempts += 1;
        const found = follow(0, at + first.length);
        if (found !== undefined) return found;
        at = text.indexOf(first, at + 1);
      }
    }
    return undefined;
  }
}

/** Without white space, after the changes that are the same for all formats. */
function squeezed(text: string): string {
  return normalized(text).text.replace(/\s+/g, '');
}
