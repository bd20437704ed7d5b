// Splits a paragraph into sentences.
import { continues } from './continuation.ts';
import { cutLongSentence, type Piece, saysSomething } from './long-sentences.ts';
import { VEIL, veilNoteMarks } from './note-marks.ts';
import { DOT_NAME, LIST_MARKER, SMALL_LETTER_NAME, TWO_COMMAS } from './openings.ts';
import { type Orthography, orthographyOf } from './orthography.ts';
import type { Span } from './passage.ts';
import { UNSPACED_BLOCKS } from './unspaced.ts';
import { writtenWordsOf } from './written-words.ts';

/**
 * The sentences of one paragraph or list item, in order: never empty, never overlapping, without white space at
 * their ends, and with nothing but white space between them. Offsets are UTF-16 units of `paragraph`.
 *
 * `Intl.Segmenter` proposes where sentences end (UAX #29, in the language given); `missedEnds` adds what it overlooks;
 * `continues` takes back the proposals that are none. `written` tells how the whole text writes its words, where that is more
 * than the paragraph.
 */
export function splitSentences(
  paragraph: string,
  lang: string,
  written = writtenWordsOf(paragraph),
): Piece[] {
  const orthography = orthographyOf(lang);
  const veiled = veilNoteMarks(paragraph.replace(/[\r\n\t]/g, ' '));
  const sentences: Piece[] = [];
  let start = 0;
  for (const proposal of proposedEnds(veiled, orthography)) {
    const end = besideMarks(veiled, start, proposal, orthography);
    if (end <= start || (end < veiled.length && continues(veiled, start, end, { orthography, written })))
      continue;
    const span = trimmed(paragraph, start, end);
    // Marks that nothing is said with, such as the `/>` of a tag, stay with the sentence before.
    const last = sentences.at(-1);
    const isSaid = span && (!last || saysSomething(paragraph.slice(span.start, span.end)));
    if (isSaid) sentences.push(...cutLongSentence(paragraph, span, orthography));
    else if (span && last) sentences[sentences.length - 1] = { ...last, end: span.end };
    start = end;
  }
  return sentences;
}

/** Ascending offsets at which a sentence may end, the end of the text last. */
function proposedEnds(text: string, orthography: Orthography): readonly number[] {
  const missed = missedEnds(text, orthography);
  const ends = segmentEnds(text, orthography.segmenter);
  return missed.length === 0 ? ends : [...missed, ...ends].sort((a, b) => a - b);
}

/** In UTF-16 units. */
const WINDOW = 2000;

/**
 * Where the segmenter ends sentences. V8 takes time proportional to the whole text for each of them, so a long
 * paragraph (a text without line breaks) is handed over in windows, each from the last sentence end of the one before.
 */
function segmentEnds(text: string, segmenter: Intl.Segmenter): number[] {
  const ends: number[] = [];
  let start = 0;
  let width = WINDOW;
  while (start + width < text.length) {
    let last = 0;
    for (const { index } of segmenter.segment(text.slice(start, start + width))) {
      if (last > 0) ends.push(start + last);
      last = index;
    }
    // The last segment is cut off, and the one before ends where the window may have hidden what follows.
    const reached = ends.at(-1) ?? 0;
    width = reached > start ? WINDOW : width * 2;
    start = Math.max(start, reached);
  }
  for (const { index } of segmenter.segment(text.slice(start))) {
    if (index > 0) ends.push(start + index);
  }
  ends.push(text.length);
  return ends;
}

const CLOSERS = `["'”’»›」』】）)\\]${VEIL}]*`;
const OPENERS = `["'“‘«‹„「『【（(\\[¿¡]*`;
/** What the segmenter reads on at behind a stop and a space; in parentheses how many right and wrong ends of 39 treebanks each adds. */
const OVERLOOKED = [
  // A digit, up to a lower-case letter: `in 1990. 24 people came` (55, 1).
  `${OPENERS}\\p{N}`,
  // A dash (UAX #29, SB8a), which opens speech where a capital follows: `– Vi åpner den`, `- Хайде`, `-Se on` (312, 0).
  `(?:[–—]|-{1,3}) ?${OPENERS}\\p{Lu}`,
  // An element of HTML: `<i>Open!</i>`; no case.
  `<[a-z][a-z\\d]{0,12}(?: [^<>]{0,100})?>${OPENERS}\\p{Lu}`,
  // Those of `openings.ts`: (1, 0), twice none there, and (6, 0).
  LIST_MARKER,
  SMALL_LETTER_NAME,
  DOT_NAME,
  TWO_COMMAS,
];
/** Behind a stop, what closes a link or an element: `[Is it open?](https://example.org)`, `<b>Closed.</b>`. */
const MARKUP_CLOSING = '\\]\\([^\\s()]{0,300}\\)|</[a-z][a-z\\d]{0,12}>';

const MISSED = [
  new RegExp(`[.!?…]${CLOSERS} +(?=${OVERLOOKED.join('|')})`, 'gu'),
  // It does not count `…` as an end: `… and so on… The rest`.
  new RegExp(`…${CLOSERS} +(?=${OPENERS}\\p{Lu})`, 'gu'),
  // Nor a full stop without a space, which print has after note marks: `done.[1]Then`.
  new RegExp(`[.!?…]["”’»)]?${VEIL}+(?=${OPENERS}[\\p{Lu}\\p{N}])`, 'gu'),
  // Nor one whose space was forgotten: `these stories.Political geographers`.
  /[.!?](?=\p{Lu}\p{Ll}*[ ,])(?<= \p{Ll}{3,30}.)/gu,
];

/** Nor one that markup closes behind: `[It is open.](https://example.org) Yes`. */
const MISSED_BEHIND_MARKUP = new RegExp(
  `[.!?…]["'”’»)*_~]*(?:${MARKUP_CLOSING})["'”’»)*_~]* +(?=${OPENERS}[*_~]*[\\p{Lu}\\p{N}])`,
  'gu',
);

/** Two spaces end a sentence where there are no full stops. */
const WIDE_SPACE = /\S {2,}(?=\S)/g;

/** Ends that the segmenter overlooks. */
function missedEnds(text: string, { fullStops }: Orthography): number[] {
  const ends: number[] = [];
  const patterns = [
    ...MISSED,
    ...(/\]\(|<\//.test(text) ? [MISSED_BEHIND_MARKUP] : []),
    ...(fullStops ? [] : [WIDE_SPACE]),
  ];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) ends.push(match.index + match[0].length);
  }
  return ends;
}

/** Emphasis of Markdown, quotation marks and brackets that close what a sentence ends with. */
const CLOSING = /^["'”’»)\]]+(?=\s|$)/;
// One sign at a time: runs within a run would be tried in all ways, which a signature line of underscores makes endless.
const EMPHASIS_CLOSING = new RegExp(`^(?:[*_~\`"'”’»)\\]]|${MARKUP_CLOSING})+${VEIL}*(?=\\s|$)`);
/** The same where no space parts sentences: `**停止。**然后`. */
const EMPHASIS = /^(\*{1,3}|_{1,3}|~~)(?=[^\s*_~])/;
/** What begins neither a closing mark nor a note. */
const ORDINARY = /[A-Za-z]/;
/** Of what closes a sentence, in UTF-16 units. */
const LONGEST_CLOSING = 330;
/** A bare note number between two sentences: `fell again. 12 In the north`. */
const BARE_NOTE = /^ ?\d{1,3} (?=(\p{Lu}\p{Ll}*) )/u;

/**
 * The segmenter gives every quotation mark and parenthesis beside a full stop to the sentence before: right for
 * `。”他`, wrong for `。“他`, where the mark opens what follows. A straight one opens where it is the odd one of its
 * paragraph and no space follows. A closing mark after a space goes back.
 */
function besideMarks(text: string, start: number, proposed: number, { abbreviations }: Orthography): number {
  let end = proposed;
  while (end > start && end < text.length && /[“‘「『（【《〈«„([{]/.test(text[end - 1] ?? '')) end -= 1;
  if (end > start && text[end - 1] === '"' && /^[^\s\p{P}]/u.test(text.slice(end, end + 2))) {
    const isOdd = text.slice(0, end).split('"').length % 2 === 0;
    if (isOdd) end -= 1;
  }
  if (end !== proposed || ORDINARY.test(text.slice(end, end + 1))) return end;
  const emphasis = EMPHASIS.exec(text.slice(end, end + 4))?.[1];
  if (emphasis && UNSPACED_BLOCKS.test(text.slice(end + emphasis.length, end + emphasis.length + 1))) {
    const isOpen = text.slice(start, end).split(emphasis).length % 2 === 0;
    if (isOpen) return end + emphasis.length;
  }
  // A lone `*` after a space may be a bullet.
  const isBeside = /\S/.test(text[end - 1] ?? '');
  const closing = (isBeside ? EMPHASIS_CLOSING : CLOSING).exec(text.slice(end, end + LONGEST_CLOSING));
  if (closing) return end + closing[0].length;
  const note = BARE_NOTE.exec(text.slice(end, end + 40));
  const isNote = note?.[1] !== undefined && abbreviations.openers.has(note[1].toLowerCase());
  return isNote && /[\p{Ll})”"][.!?]["”)]* ?$/u.test(text.slice(Math.max(start, end - 6), end))
    ? end + note[0].length
    : end;
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  const piece = text.slice(from, to);
  const start = from + piece.length - piece.trimStart().length;
  const end = from + piece.trimEnd().length;
  return end > start ? { start, end } : undefined;
}
