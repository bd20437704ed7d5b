import type { Pieces } from '../document.ts';

/** HTML's white space (Living Standard, 2.3, ASCII whitespace): a no-break space is none. */
const SPACES = /[ \t\n\f\r]+/g;

/** The text of one block while it is walked: pieces that grow, line breaks between them. */
export interface Run {
  add(text: string): void;
  /** Something that stands there is not read: the next characters are another piece. */
  interrupt(): void;
  breakLine(): void;
  /** What was gathered, and begins anew: several paragraphs where two line breaks stood between them. */
  take(): readonly Pieces[];
}

/** Begins the text of a block. */
export function createRun(): Run {
  let paragraphs: string[][] = [];
  let pieces: string[] = [];
  let breaks = 0;
  let isInterrupted = false;

  const isBlank = () => pieces.length === 0;
  const endsInSpace = () => /[ \n]$/.test(pieces.at(-1) ?? ' ');
  const close = () => {
    const last = pieces.length - 1;
    if (last >= 0) pieces[last] = (pieces[last] ?? '').replace(/[ \n]+$/, '');
    if (pieces.some((piece) => piece.trim() !== '')) paragraphs.push(pieces);
    pieces = [];
    isInterrupted = false;
  };

  return {
    add(text) {
      let plain = text.replace(SPACES, ' ');
      if (plain === '' || (plain === ' ' && (breaks > 0 || endsInSpace()))) return;
      if (breaks > 1) close();
      else if (breaks === 1 && !isBlank()) {
        pieces[pieces.length - 1] = `${(pieces.at(-1) ?? '').replace(/ $/, '')}\n`;
      }
      breaks = 0;
      if (endsInSpace()) plain = plain.replace(/^ /, '');
      if (isBlank() || isInterrupted) pieces.push(plain);
      else pieces[pieces.length - 1] += plain;
      isInterrupted = false;
    },
    interrupt() {
      isInterrupted = true;
    },
    breakLine() {
      breaks += 1;
    },
    take() {
      close();
      breaks = 0;
      const taken = paragraphs;
      paragraphs = [];
      return taken;
    },
  };
}
