// Gathers the text of one block.
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
  /** Pieces in the parts that they were read in: a text that grows would be copied at each look at its end. */
  let pieces: string[][] = [];
  let endsInSpace = true;
  let breaks = 0;
  let isInterrupted = false;

  const append = (part: string) => {
    const last = pieces.at(-1);
    if (last && !isInterrupted) last.push(part);
    else pieces.push([part]);
    isInterrupted = false;
    endsInSpace = part.endsWith(' ') || part.endsWith('\n');
  };
  const close = () => {
    const joined = pieces.map((parts) => parts.join(''));
    if (joined.length > 0) joined.push(joined.pop()?.replace(/[ \n]+$/, '') ?? '');
    if (joined.some((piece) => piece.trim() !== '')) paragraphs.push(joined.filter((piece) => piece !== ''));
    pieces = [];
    endsInSpace = true;
    isInterrupted = false;
  };

  return {
    add(text) {
      let plain = text.replace(SPACES, ' ');
      if (plain === '' || (plain === ' ' && (breaks > 0 || endsInSpace))) return;
      if (breaks > 1) close();
      else if (breaks === 1 && pieces.length > 0) append('\n');
      breaks = 0;
      if (endsInSpace) plain = plain.replace(/^ /, '');
      if (plain !== '') append(plain);
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
