import { continues } from './continuation.ts';
import { VEIL, veilNoteMarks } from './note-marks.ts';
import type { Span } from './passage.ts';

/**
 * The sentences of one paragraph or list item, in order: never empty, never overlapping, without white space at
 * their ends, and with nothing but white space between them. Offsets are UTF-16 units of `paragraph`.
 *
 * `Intl.Segmenter` proposes where sentences end (UAX #29, in the language given); `missedEnds` adds what it overlooks;
 * `continues` takes back the proposals that are none.
 */
export function splitSentences(paragraph: string, lang: string): Span[] {
  const veiled = veilNoteMarks(paragraph.replace(/[\r\n\t]/g, ' '));
  const sentences: Span[] = [];
  let start = 0;
  for (const proposal of proposedEnds(veiled, lang)) {
    const end = besideQuotationMarks(veiled, start, proposal);
    if (end <= start || (end < veiled.length && continues(veiled, start, end, lang))) continue;
    const span = trimmed(paragraph, start, end);
    if (span) sentences.push(span);
    start = end;
  }
  return sentences;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang);
  if (known) return known;
  const made = new Intl.Segmenter(lang, { granularity: 'sentence' });
  segmenters.set(lang, made);
  return made;
}

/** Ascending offsets at which a sentence may end, the end of the text last. */
function proposedEnds(text: string, lang: string): readonly number[] {
  const ends = missedEnds(text);
  const wereMissed = ends.length > 0;
  for (const { index } of segmenterOf(lang).segment(text)) {
    if (index > 0) ends.push(index);
  }
  ends.push(text.length);
  return wereMissed ? ends.sort((a, b) => a - b) : ends;
}

const CLOSERS = `["'”’»›」』】）)\\]${VEIL}]*`;
const OPENERS = `["'“‘«‹„「『【（(\\[¿¡]*`;
const MISSED = [
  // UAX #29 reads on over digits up to a lower-case letter: `in 1990. 24 people came`.
  new RegExp(`[.!?…]${CLOSERS} +(?=${OPENERS}\\p{N})`, 'gu'),
  // It does not count `…` as an end: `… and so on… The rest`.
  new RegExp(`…${CLOSERS} +(?=${OPENERS}\\p{Lu})`, 'gu'),
  // Nor a full stop without a space, which print has after note marks: `done.[1]Then`.
  new RegExp(`[.!?…]["”’»)]?${VEIL}+(?=${OPENERS}[\\p{Lu}\\p{N}])`, 'gu'),
];

/** Ends that the segmenter overlooks. */
function missedEnds(text: string): number[] {
  const ends: number[] = [];
  for (const pattern of MISSED) {
    for (const match of text.matchAll(pattern)) ends.push(match.index + match[0].length);
  }
  return ends;
}

/**
 * The segmenter gives every quotation mark and parenthesis beside a full stop to the sentence before: right for
 * `。”他`, wrong for `。“他`, where the mark opens what follows. A closing mark after a space goes back.
 */
function besideQuotationMarks(text: string, start: number, proposed: number): number {
  let end = proposed;
  while (end > start && end < text.length && /[“‘「『（【《〈«„(]/.test(text[end - 1] ?? '')) end -= 1;
  const closing = /^["'”’»)\]]+(?= |$)/.exec(text.slice(end, end + 8));
  return end === proposed && closing ? end + closing[0].length : end;
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  const piece = text.slice(from, to);
  const start = from + piece.length - piece.trimStart().length;
  const end = from + piece.trimEnd().length;
  return end > start ? { start, end } : undefined;
}
