// Cuts sentences that are too long for a message.
import type { Orthography } from './orthography.ts';
import type { Span } from './passage.ts';

/**
 * In UTF-16 units. What is longer is a text without full stops; as one sentence it could neither be quoted (a Discord
 * message holds 4,000 characters, and escaping may double them) nor ranked against others.
 */
const LONGEST = 1000;

/**
 * Thai and its neighbors write no full stops; a space ends a phrase or a sentence. Pieces of this length come near
 * the sentences of other languages.
 */
const LONGEST_UNSTOPPED = 240;

/** Looked at beyond a cut, so that none falls into an emoji of several code points; in UTF-16 units. */
const LONGEST_CHARACTER = 40;

/** A sentence, or a piece of one that goes on in the next. */
export interface Piece extends Span {
  readonly isCut?: true;
}

/** The span itself, or, if it is too long for one sentence, its pieces. */
export function cutLongSentence(text: string, span: Span, { fullStops }: Orthography): readonly Piece[] {
  const most = fullStops ? LONGEST : LONGEST_UNSTOPPED;
  if (span.end - span.start <= most) return [span];
  const pieces: Piece[] = [];
  let { start } = span;
  while (span.end - start > most) {
    const window = text.slice(start, Math.min(start + most + LONGEST_CHARACTER, span.end));
    // The second piece, too, shall be worth a sentence.
    const last = Math.floor(Math.min(most, span.end - start - most / 5));
    const cut = (fullStops ? undefined : phraseEnd(window, last)) ?? clauseEnd(window, last);
    pieces.push({ start, end: start + window.slice(0, cut).trimEnd().length, isCut: true });
    start += cut;
    start += /^\s*/.exec(text.slice(start, span.end))?.[0].length ?? 0;
  }
  if (start < span.end) pieces.push({ start, end: span.end });
  return pieces;
}

/**
 * Words that open a Thai sentence or main clause: moreover, however, but, then, after that, therefore, later, when,
 * in the year, he, they, it, this.
 */
const THAI_OPENER =
  /^(?:นอกจาก|อย่างไรก็|แต่|จากนั้น|หลังจาก|ดังนั้น|เพราะฉะนั้น|ต่อมา|เมื่อ|ขณะ|ในขณะ|ในปี|ใน(?:ช่วง|ระหว่าง)|ทั้งนี้|ส่วน|เขา|เธอ|พวกเขา|มัน|สิ่งนี้|นี่|ตัวอย่าง|ถึงแม้|แม้|เนื่องจาก|ตั้งแต่|ปัจจุบัน)/u;
/** Where a space only sets off a number, a foreign word, a quotation, a repetition mark, or a linked phrase. */
const WITHIN_PHRASE = /^(?:[\d\p{Script=Latin}"“”'()ๆฯ:;,.–-]|และ|หรือ|ที่|ซึ่ง|อัน|ของ|กับ|คือ|ว่า)/u;

/** The end of the phrase that parts a text without full stops best; undefined where no space does. */
function phraseEnd(window: string, last: number): number | undefined {
  let best: number | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const { 0: space, index } of window.matchAll(/ +/g)) {
    const end = index + space.length;
    if (index < last / 4 || end > last) continue;
    const next = window.slice(end, end + 20);
    const opens = THAI_OPENER.test(next) ? 2 : 0;
    const within = WITHIN_PHRASE.test(next) || /[\d("“]$/.test(window.slice(0, index)) ? -2 : 0;
    const score = opens + within + index / last;
    if (score > bestScore) [best, bestScore] = [end, score];
  }
  return best;
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The last end of a clause, else of a word, in the second half of the window; else before the last whole character. */
function clauseEnd(window: string, last: number): number {
  for (const mark of [/[;؛:](?=\s) ?|[；：]/g, /[,،](?=\s) ?|[，、]/g, /\s+/g]) {
    let end = 0;
    for (const match of window.slice(0, last).matchAll(mark)) end = match.index + match[0].length;
    if (end > last / 2) return end;
  }
  const end = characters.segment(window).containing(last)?.index ?? 0;
  if (end > 0) return end;
  return /^[\uDC00-\uDFFF]/.test(window.slice(last)) ? last - 1 : last;
}

/** Whether a text has a letter, a digit or an emoji; marks alone, such as `| |`, are no sentence. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

/**
 * Code or a row in pieces of at most `LONGEST`, cut where `separator` matches: at the ends of lines, or of cells. Each piece
 * says something; marks that more of them would be needed for are left out.
 */
export function cutAt(text: string, span: Span, separator: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = span.start;
  while (span.end - start > LONGEST) {
    const ends = [...text.slice(start, start + LONGEST).matchAll(separator)].map(
      ({ 0: mark, index }) => start + index + mark.length,
    );
    const isCutWell = (end: number) =>
      saysSomething(text.slice(start, end)) && saysSomething(text.slice(end, span.end));
    // A line or a cell that is longer itself is cut between words.
    const cut =
      ends.findLast(isCutWell) ??
      start + clauseEnd(text.slice(start, Math.min(start + LONGEST + LONGEST_CHARACTER, span.end)), LONGEST);
    pieces.push({ start, end: start + text.slice(start, cut).trimEnd().length, isCut: true });
    start = cut + (/^\s*[\r\n]+/.exec(text.slice(cut, span.end))?.[0].length ?? 0);
  }
  return [...pieces, { start, end: span.end }].filter((piece) =>
    saysSomething(text.slice(piece.start, piece.end)),
  );
}
