// Where the tokens of a model stand in a text: its tokenizer tells their pieces, not their places.

interface Normalized {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where what it was made of begins and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What tokenizers commonly do before they cut: small letters, no accents, no white space. */
function normalized(text: string): Normalized {
  let made = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s/g, '');
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(at);
      to.push(at + character.length);
    }
    made += plain;
    at += character.length;
  }
  return { text: made, from, to };
}

/** What of a token stands in the text: without the marks of WordPiece (`##`), SentencePiece (`▁`) and byte-level BPE (`Ġ`). */
const pieceOf = (token: string) => normalized(token.replace(/^##/, '').replace(/[▁Ġ]/g, ' ')).text;

/**
 * The places of tokens in a text, in their order; undefined for one that is not found right behind the one before, such as an
 * unknown word, and for special tokens. UTF-16 offsets.
 */
export function placesOf(
  tokens: readonly string[],
  text: string,
): readonly ({ start: number; end: number } | undefined)[] {
  const whole = normalized(text);
  let reached = 0;
  let isLost = false;
  return tokens.map((token) => {
    const piece = pieceOf(token);
    if (piece === '') return undefined;
    // Behind an unknown word the next piece is looked for; else it stands right here.
    const at = isLost
      ? whole.text.indexOf(piece, reached)
      : whole.text.startsWith(piece, reached)
        ? reached
        : -1;
    if (at < 0) {
      isLost = true;
      return undefined;
    }
    isLost = false;
    reached = at + piece.length;
    return { start: whole.from[at] ?? 0, end: whole.to[reached - 1] ?? 0 };
  });
}
