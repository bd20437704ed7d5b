// Finds the characters of the source that a value was made of.
import type { Span } from '../../corpus/passage.ts';
import { entityAt } from './entities.ts';

export interface OwnCharacters {
  readonly pieces: readonly string[];
  readonly entities: number;
}

/** What a backslash before it makes a character of text (CommonMark 0.31, 2.4). */
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** What may stand before the words of a further line: the marks of its containers. */
const BEFORE_WORDS = /[ \t>\n]/;

/**
 * The runs of the source that a parsed `value` is made of: without the backslashes of escapes and the marks that further lines of
 * a block quote begin with, entities decoded. Where both do not go together, the value.
 * @param cuts Offsets at which something of the source was taken out.
 * @param isCode Whether neither escapes nor entities are read.
 */
export function ownCharacters(
  text: string,
  { start, end }: Span,
  value: string,
  { cuts, isCode = false }: { readonly cuts: ReadonlySet<number>; readonly isCode?: boolean },
): OwnCharacters {
  const pieces: string[] = [];
  let piece = '';
  let entities = 0;
  const close = () => {
    if (piece !== '') pieces.push(piece);
    piece = '';
  };
  let at = start;
  let read = 0;
  while (read < value.length) {
    if (at >= end) return { pieces: [value], entities: 0 };
    if (cuts.has(at)) close();
    const sign = text.charAt(at);
    if (
      !isCode &&
      sign === '\\' &&
      ESCAPABLE.test(text.charAt(at + 1)) &&
      text.charAt(at + 1) === value.charAt(read)
    ) {
      close();
      piece = value.charAt(read);
      at += 2;
      read += 1;
      continue;
    }
    const entity = !isCode && sign === '&' ? entityAt(text, at) : undefined;
    if (entity && value.startsWith(entity.meaning, read)) {
      piece += entity.meaning;
      entities += 1;
      at += entity.length;
      read += entity.meaning.length;
      continue;
    }
    if (sign === value.charAt(read) || (isCode && sign === '\n' && value.charAt(read) === ' ')) {
      piece += sign;
      at += 1;
      read += 1;
      continue;
    }
    if (!BEFORE_WORDS.test(sign) && sign !== '\\') return { pieces: [value], entities: 0 };
    close();
    at += 1;
  }
  close();
  return { pieces, entities };
}
