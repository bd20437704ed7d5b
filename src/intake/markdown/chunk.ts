// Gathers the text of one block.
import type { Pieces } from '../document.ts';
import { unwrapped } from '../normalization.ts';

/** Text of one block that is being gathered, and how much of it leads to places in the same document. */
export interface Chunk {
  readonly pieces: string[];
  /** Letters and digits. */
  letters: number;
  /** Those of them that are words of links to places in the same document. */
  linked: number;
  links: number;
  /** Something that is no text stood there: an image, a tag. */
  hadMarks: boolean;
}

export function emptyChunk(): Chunk {
  return { pieces: [], letters: 0, linked: 0, links: 0, hadMarks: false };
}

/** Letters, digits and signs with a meaning of their own, as emoji have. */
const SAYING = /[\p{L}\p{N}\p{So}]/gu;

export function addTo(chunk: Chunk, pieces: Pieces, isLinked: boolean): void {
  for (const piece of pieces) {
    chunk.pieces.push(piece);
    const letters = piece.match(SAYING)?.length ?? 0;
    chunk.letters += letters;
    if (isLinked) chunk.linked += letters;
  }
}

/** The pieces without blank ones at either end, on one line but for breaks that stand as a piece of their own; none where nothing is said, as between badges. */
export function textOf({ pieces, letters, hadMarks }: Chunk): Pieces {
  const isBlank = (piece: string) => piece.trim() === '';
  const first = pieces.findIndex((piece) => !isBlank(piece));
  if (first < 0 || (letters === 0 && hadMarks)) return [];
  const last = pieces.findLastIndex((piece) => !isBlank(piece));
  const kept = pieces.slice(first, last + 1);
  return kept.map((piece, at) => {
    const flowing = piece === '\n' ? piece : unwrapped(piece);
    const opened = at === 0 ? flowing.trimStart() : flowing;
    return at === kept.length - 1 ? opened.trimEnd() : opened;
  });
}

/** `Back to top`, in what languages print it where. */
const TO_THE_TOP = /\b(?:top|contents|toc)\b|^[^\p{L}\p{N}]*[⬆↑🔝🔼]|回到?顶|返回|回目录|先頭|목차|наверх/iu;

/** Whether it says nothing but where else in the document to go. */
export function isOnlyLinks({ pieces, letters, linked, links }: Chunk): boolean {
  // Words between links, such as "or", are few.
  if (links === 0 || linked < letters) return false;
  return links > 1 || TO_THE_TOP.test(pieces.join(''));
}
