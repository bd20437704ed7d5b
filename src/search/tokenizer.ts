/** A word of a text and where it stands in it: UTF-16 offsets, end exclusive. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that do not put spaces between words. */
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const SEGMENTED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\ud840-\ud88f]/;

/**
 * In this order: abbreviations with inner full stops (`U.S.`), numbers with separators (`1,000.5`), and words with
 * an inner apostrophe (`didn't`).
 */
const WORD =
  /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}[\p{L}\p{M}\p{N}]*)?|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

let thai: Intl.Segmenter | undefined;

/**
 * The words of a text in order. Han and kana have no spaces to go by and are read as overlapping pairs of characters,
 * which find more than dictionary words do (a run of one character stays as it is); Thai, Lao, Khmer and Burmese are
 * split by `Intl.Segmenter`.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  WORD.lastIndex = 0;
  const unspaced = UNSPACED.test(text);
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const word = match[0];
    const start = match.index;
    if (unspaced && UNSPACED.test(word)) splitRun(word, start, tokens);
    else tokens.push({ text: word, start, end: start + word.length });
  }
  return tokens;
}

function splitRun(run: string, offset: number, tokens: Token[]): void {
  let from = 0;
  let kind = '';
  const flush = (to: number) => {
    if (to === from) return;
    const part = run.slice(from, to);
    if (kind === 'han') pairs(part, offset + from, tokens);
    else if (kind === 'segmented') segments(part, offset + from, tokens);
    else tokens.push({ text: part, start: offset + from, end: offset + to });
  };
  for (let i = 0; i < run.length; ) {
    const character = String.fromCodePoint(run.codePointAt(i) ?? 0);
    const next = HAN.test(character)
      ? 'han'
      : SEGMENTED.test(character) || (kind === 'segmented' && /\p{M}/u.test(character))
        ? 'segmented'
        : 'spaced';
    if (next !== kind) {
      flush(i);
      from = i;
      kind = next;
    }
    i += character.length;
  }
  flush(run.length);
}

function pairs(run: string, offset: number, tokens: Token[]): void {
  const characters = [...run];
  if (characters.length === 1) {
    tokens.push({ text: run, start: offset, end: offset + run.length });
    return;
  }
  let start = offset;
  for (let i = 0; i + 1 < characters.length; i += 1) {
    const pair = `${characters[i]}${characters[i + 1]}`;
    tokens.push({ text: pair, start, end: start + pair.length });
    start += characters[i]?.length ?? 1;
  }
}

function segments(run: string, offset: number, tokens: Token[]): void {
  thai ??= new Intl.Segmenter('th', { granularity: 'word' });
  for (const { segment, index, isWordLike } of thai.segment(run)) {
    if (isWordLike)
      tokens.push({ text: segment, start: offset + index, end: offset + index + segment.length });
  }
}
