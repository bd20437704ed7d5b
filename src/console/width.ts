// How many columns characters take.
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Characters that take two columns of a terminal: East Asian Wide and Fullwidth by their scripts and blocks (UAX #11),
 * and emoji in their emoji presentation.
 */
const WIDE =
  /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Yi}\u2e80-\u303e\u3099-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;

/** Halfwidth forms are of wide scripts, but narrow. */
const HALFWIDTH = /^[\uff61-\uffdc\uffe8-\uffee]/u;

/** Marks that stand on the character before them, and what is not shown at all. */
const WITHOUT_WIDTH = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}]+$/u;

export interface Grapheme {
  readonly text: string;
  /** UTF-16 offset. */
  readonly index: number;
  /** Columns: 0, 1 or 2. */
  readonly width: 0 | 1 | 2;
}

/** The characters of a text as a reader counts them, each with the columns it takes in a terminal. */
export function* graphemesOf(text: string): Generator<Grapheme> {
  for (const { segment, index } of graphemes.segment(text)) {
    yield { text: segment, index, width: columnsOf(segment) };
  }
}

/** How many columns of a terminal a text takes on one line. */
export function widthOf(text: string): number {
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += grapheme.width;
  return width;
}

function columnsOf(grapheme: string): 0 | 1 | 2 {
  if (/^[ -~]$/.test(grapheme)) return 1;
  if (WITHOUT_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) && !HALFWIDTH.test(grapheme) ? 2 : 1;
}
