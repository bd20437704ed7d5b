import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';
import { ORDINAL_DOT } from './blocks.ts';
import { VEIL } from './note-marks.ts';

/** A proposed end of a sentence, with what the rules look at. */
interface Proposal {
  /** The sentence so far. */
  readonly piece: string;
  /** Up to 60 units before the proposed end, without white space and note marks at their end. */
  readonly before: string;
  /** Up to 60 units after it, from the first character that is no white space. */
  readonly after: string;
  /** Whether white space stands between the two. */
  readonly spaced: boolean;
  readonly lang: string;
  readonly known: Abbreviations;
}

const REACH = 60;
const VEILS = new RegExp(`${VEIL}+$`);

/** Whether the sentence that began at `start` goes on after the proposed `end`. */
export function continues(text: string, start: number, end: number, lang: string): boolean {
  const tail = text.slice(Math.max(start, end - REACH), end).trimEnd();
  const next = text.slice(end, end + REACH);
  const proposal: Proposal = {
    piece: text.slice(start, end),
    before: tail.replace(VEILS, '').trimEnd(),
    after: next.trimStart(),
    spaced: /\s$/.test(text.slice(end - 1, end)) || /^\s/.test(next),
    lang,
    known: abbreviationsOf(lang),
  };
  return RULES.some((rule) => rule(proposal));
}

const RULES: readonly ((proposal: Proposal) => boolean)[] = [
  lowerCaseFollows,
  punctuationFollows,
  nothingSaidYet,
  withinParentheses,
  abbreviated,
  initial,
  ordinal,
  titleOfWork,
];

/** `“Stop!” he said.` `Yahoo! is` */
function lowerCaseFollows({ after, spaced }: Proposal): boolean {
  return spaced && /^["'“‘«([]?\p{Ll}/u.test(after);
}

/** `. . .`, `!!`, `”,`: a stop followed by more of the same. */
function punctuationFollows({ after }: Proposal): boolean {
  return after === '' || /^(?:[.!?,;:。，、！？；：…।)\]）」』”’»]|[–—-] )/.test(after);
}

/** `1.` or `…` alone is no sentence. */
function nothingSaidYet({ piece }: Proposal): boolean {
  return !/\p{L}|\d{4}/u.test(piece.replace(/^[^\p{L}\p{N}]*(?:\p{L}|[IVX]{1,4})?[.)] *$/u, ''));
}

/** `He (who came. They left) is here.` A parenthesis that opens within a sentence ends none. */
function withinParentheses({ piece, before, after, spaced }: Proposal): boolean {
  const open = Math.max(piece.lastIndexOf('('), piece.lastIndexOf('（'));
  if (open < 0 || piece.slice(0, open).trim() === '') return false;
  const isClosed = /[)）]/.test(piece.slice(open));
  if (isClosed) return !spaced && /[.!?。！？][)）]$/.test(before) && after !== '';
  return /^[^(（]*[)）]/.test(after) && piece.length - open < 300;
}

const LAST_WORDS = /(?:^|[^\p{L}\p{N}.])((?:\p{L}[\p{L}\p{M}-]*\. ?){0,4}\p{L}[\p{L}\p{M}-]*)\.$/u;

/** `Mr. Huang`, `No. 5`, `U.S. Army`. */
function abbreviated({ before, after, known }: Proposal): boolean {
  if (!before.endsWith('.')) return false;
  const words = LAST_WORDS.exec(before)?.[1];
  if (!words) return false;
  const whole = words.replace(/ /g, '').toLowerCase();
  const last = words.slice(Math.max(words.lastIndexOf(' '), words.lastIndexOf('. ')) + 1).toLowerCase();
  for (const word of [whole, last]) {
    if (known.before.has(word)) return true;
    if (known.number.has(word) && /^(?:\d|[IVXLC]+\b)/.test(after)) return true;
    if (known.either.has(word) || isDotted(word)) return !opensSentence(after, known);
  }
  return false;
}

/** `u.s`, `p.m`, `ee.uu`: letters with full stops between. */
function isDotted(word: string): boolean {
  return /^(?:\p{L}\p{M}*){1,2}(?:\.(?:\p{L}\p{M}*){1,2})+$/u.test(word);
}

/** `J. K. Rowling`; not `vitamin C. The`. */
function initial({ before, after, known }: Proposal): boolean {
  if (!/(?:^|[^\p{L}\p{M}\p{N}])(?!\p{Script=Han})\p{L}\p{M}*\.$/u.test(before)) return false;
  return !opensSentence(after, known);
}

/** `am 5. Mai`, `II. Dünya Savaşı`, in languages that write ordinals so. */
function ordinal({ before, after, lang, known }: Proposal): boolean {
  if (!ORDINAL_DOT.has(lang.split('-')[0] ?? '')) return false;
  if (!/(?:^|[^\p{L}\p{N}.,])(?:\d{1,3}|[IVXL]+)\.$/u.test(before)) return false;
  return !opensSentence(after, known) && /^\p{L}/u.test(after);
}

/** `《你好！》是`: a title mark closes a name, not a sentence. */
function titleOfWork({ before, spaced }: Proposal): boolean {
  return !spaced && /[》〉]$/.test(before);
}

function opensSentence(after: string, { openers }: Abbreviations): boolean {
  const word = /^["'“‘«„(¿¡]*(\p{Lu}[\p{L}\p{M}]*)/u.exec(after)?.[1];
  return word !== undefined && openers.has(word.toLowerCase());
}
