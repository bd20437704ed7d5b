// Finds the quotations of a message.
import type { Span } from '../../corpus/passage.ts';

/** Which words of a message are somebody's words: a pair of quotation marks of any language around them. */
const QUOTED =
  /“([^“”]+)[“”]|„([^“”„]+)[“”]|"([^"\n]+)"|＂([^＂\n]+)＂|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|»([^«»]+)«|‹([^‹›]+)›|[‘‚]([^‘’‚]+(?:’\p{L}[^‘’]*)*)[’‘](?!\p{L})|(?<![\p{L}\p{N}])'([^'\n]+(?:'\p{L}[^'\n]*)*)'(?!\p{L})/gu;

/** The least that is looked up: fewer words are names or irony, not a quotation. */
const FEWEST_WORDS = 2;
const FEWEST_HAN = 4;
/** Two words of four letters. */
const FEWEST_THAI = 8;

/** A quotation of a message, without its marks: offsets into the message. */
export interface Quoted extends Span {
  readonly words: string;
}

/** The quotations of a message that are long enough to be looked up, in order. */
export function quotedSpansIn(message: string): Quoted[] {
  return [...message.matchAll(QUOTED)].flatMap((groups) => {
    const words = groups.slice(1).find(Boolean)?.trim() ?? '';
    const { index, 0: all } = groups;
    return isLongEnough(words) ? [{ start: index, end: index + all.length, words }] : [];
  });
}

/** The same, each once, as words. */
export function quotedIn(message: string): string[] {
  return [...new Set(quotedSpansIn(message).map(({ words }) => words))];
}

/** Scripts that put no space between words: a letter is a word or half of one in some, a few letters are one in others. */
const BY_WORDS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const BY_LETTERS = /(?=\p{L})[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;

export function isLongEnough(words: string): boolean {
  const count = (script: RegExp) => words.match(script)?.length ?? 0;
  const spaced = words
    .replace(BY_WORDS, ' ')
    .replace(/[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu, ' ');
  const others = spaced.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
  return count(BY_WORDS) >= FEWEST_HAN || count(BY_LETTERS) >= FEWEST_THAI || others >= FEWEST_WORDS;
}
