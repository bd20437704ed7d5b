// Checks quotations.
import { UNSPACED } from '../../corpus/unspaced.ts';
import { type Alignment, align, type Step } from './alignment.ts';
import { type Comparison, compare } from './comparison.ts';
import type { PostedMessage } from './posted.ts';
import {
  type PrintedText,
  type PrintedWords,
  type Printing,
  printedWordsOf,
  readPrinted,
  sentenceAt,
} from './printed-words.ts';
import { isLongEnough, quotedSpansIn } from './quoted.ts';
import { type Mark, type Reading, readWords, sliceOf, type Word } from './words-and-marks.ts';

/** What became of somebody's quotation; a piece of it for each `…` between pieces, and one more. */
export type Checked =
  | {
      readonly kind: 'exact' | 'marks' | 'different';
      readonly pieces: readonly [Comparison, ...Comparison[]];
    }
  | { readonly kind: 'not-found' };

export interface CheckedQuotation {
  /** As displayed. */
  readonly quotation: string;
  readonly checked: Checked;
}

/** Sentences of the articles that are looked at for one quotation; fewer for a long one, which tells more. */
const MOST_CANDIDATES = 8;
const FEW_CANDIDATES = 3;
const LONG = 80;

/** Words of one alignment at the most: what is longer is checked by its sentences. */
const MOST_WORDS = 700;

/**
 * The part of a quotation's words and of those printed there that must be the same to call it the same with differences. Two
 * of three words in a row are anybody's, so short ones bear one difference,
 * and the shortest one that is none of its rarer words.
 */
const LEAST_SHARED = 0.6;
/** The same by how rare the words are: a changed word is often one that no article prints. */
const LEAST_WEIGHED = 0.45;
const LEAST_OF_FEW = 0.75;
const FEWEST_BEARING = 3;
const BEARS_ONE = 5;

/** Words in a row that are taken for an article's without a mark: fewer are anybody's. */
const FEWEST_COPIED = 4;
/** The same where a sentence of the message has no other words. */
const FEWEST_ALONE = 3;
/** Of more words than bear one difference, as many must be the same for that. */
const MOST_SHARED = 0.8;
/** As many of one's words are telling, or the whole sentence is copied: words in no more than this share of all sentences. */
const TELLING_SHARE = 0.05;
const FEWEST_TELLING = 3;
/** Where no spaces part words they are counted by letters: so many make a word of Chinese, and of Thai. */
const HAN_PER_WORD = 2;
const THAI_PER_WORD = 4;

/**
 * Words that are the same outside of a quotation and tell that its marks are the article's own, where all words are the same; else
 * there must be as many as make a copy without it, or a quotation that is right is called by what is said of it.
 */
const FEWEST_BEYOND = 2;

/** Checks what of a message is or may be quoted of the articles: what it marks as quoted, and what it nearly copies. */
export function checkMessage(message: PostedMessage, library: Printing): CheckedQuotation[] {
  const printed = printedWordsOf(library);
  const { text } = message;
  const quoted = quotedSpansIn(text);
  const whole = copiesIn(text, 0, printed);
  // Marks that the article prints itself are in the midst of what is copied.
  const marked = quoted.filter(
    ({ start, end }) =>
      !whole.some((copy) => {
        const isInside = copy.start < end && copy.end > start;
        const beyond = copy.same.filter((at) => at < start || at >= end).length;
        const isCopy = copy.checked.kind === 'exact' ? beyond >= FEWEST_BEYOND : beyond >= FEWEST_COPIED;
        return isInside && isCopy && copy.printsQuotes;
      }),
  );
  const found: (CheckedQuotation & { readonly at: number })[] = [];
  for (const quotation of message.quotations) {
    for (const one of checkMarked(quotation, printed)) found.push({ ...one, at: -1 });
  }
  for (const { start, words } of marked) {
    for (const one of checkMarked(words, printed)) found.push({ ...one, at: start });
  }
  let from = 0;
  for (const { start, end } of [...marked, { start: text.length, end: text.length }]) {
    if (start < from) continue;
    const copies =
      from === 0 && start === text.length ? whole : copiesIn(text.slice(from, start), from, printed);
    for (const copy of copies)
      found.push({ quotation: text.slice(copy.start, copy.end), checked: copy.checked, at: copy.start });
    from = end;
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.at - b.at)
    .filter(({ quotation }) => {
      const isNew = !seen.has(quotation);
      seen.add(quotation);
      return isNew;
    })
    .map(({ quotation, checked }) => ({ quotation, checked }));
}

/** Checks one quotation: as a whole, by its pieces where something is left out, or by its sentences. */
export function check(quotation: string, library: Printing): CheckedQuotation[] {
  return checkMarked(quotation, printedWordsOf(library));
}

function checkMarked(quotation: string, printed: PrintedWords): CheckedQuotation[] {
  const reading = readWords(quotation);
  const all = { from: 0, to: reading.words.length };
  const whole = all.to <= MOST_WORDS ? fit(reading, quotation, all, printed) : undefined;
  const one = whole && verdictOf([whole]);
  if (one && (one.kind === 'exact' || one.kind === 'marks')) return [{ quotation, checked: one }];
  const pieces = piecesOf(reading);
  const compared = pieces.length > 1 ? pieces.map((piece) => fit(reading, quotation, piece, printed)) : [];
  const [first, ...others] = compared.flatMap((piece) => piece ?? []);
  if (first && others.length + 1 === pieces.length && pieces.length > 1)
    return [{ quotation, checked: verdictOf([first, ...others]) }];
  if (one) return [{ quotation, checked: one }];
  const copies = copiesIn(quotation, 0, printed);
  if (copies.length === 0) return [{ quotation, checked: { kind: 'not-found' } }];
  // What of it no article prints is told, too.
  const told: CheckedQuotation[] = [];
  let from = 0;
  for (const copy of [...copies, undefined]) {
    const rest = quotation
      .slice(from, copy?.start ?? quotation.length)
      .replace(/^[\s.,;:!?。，；：！？…]+|\s+$/gu, '');
    if (isLongEnough(rest)) told.push({ quotation: rest, checked: { kind: 'not-found' } });
    if (copy) {
      told.push({ quotation: quotation.slice(copy.start, copy.end), checked: copy.checked });
      from = copy.end;
    }
  }
  return told;
}

function verdictOf(pieces: readonly [Comparison, ...Comparison[]]): Checked {
  const kind = pieces.some(({ edits }) => edits.length > 0)
    ? 'different'
    : pieces.some(({ marks }) => marks.length > 0)
      ? 'marks'
      : 'exact';
  return { kind, pieces };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The words between marks that something is left out; a piece of one word says nothing. */
function piecesOf({ words, marks }: Reading): Range[] {
  const pieces: Range[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at += 1) {
    if (at < words.length && !marks[at]?.some(({ kind }) => kind === 'ellipsis')) continue;
    pieces.push({ from, to: at });
    from = at;
  }
  return pieces;
}

/** The nearest that is printed to some words of a text; undefined where nothing is near enough to be called the same. */
function fit(reading: Reading, source: string, range: Range, printed: PrintedWords): Comparison | undefined {
  const own = sliceOf(reading, range.from, range.to);
  const nearest = nearestTo(own, printed);
  if (!nearest) return undefined;
  const steps = withEdges(nearest, own, printed);
  const isExact = steps.every(({ isSame }) => isSame);
  if (!isExact && !isNear(steps, own, nearest.text.ids.subarray(nearest.from), printed)) return undefined;
  const found = compare(own, source, nearest.text, nearest.from, steps);
  return isExact && found && !isLiteral(found) ? literalIn(own, source, printed, found) : found;
}

interface Nearest extends Alignment {
  readonly text: PrintedText;
  /** The word of the text at which the steps begin to count. */
  readonly from: number;
}

function nearestTo(own: Reading, printed: PrintedWords): Nearest | undefined {
  const ids = own.words.map(({ folded }) => printed.idOf(folded));
  if (ids.length === 0) return undefined;
  const most = ids.length > LONG ? FEW_CANDIDATES : MOST_CANDIDATES;
  let best: Nearest | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const { text, from, to } of printed.candidates(ids, most)) {
    const { steps, cost } = align(ids, text.ids.subarray(from, to));
    // Of places equally near the one with the same marks and capitals.
    if (cost > fewest) continue;
    const next = { text, from, steps, cost };
    if (cost < fewest || !best || wrongIn(next, own) < wrongIn(best, own)) best = next;
    fewest = cost;
  }
  // Words that are all common lead to too many sentences to look at each; that they stand together is quickly seen.
  return fewest > 0 ? (literallyIn(ids, printed) ?? best) : best;
}

/** The first place where words stand one behind the other. */
function literallyIn(ids: readonly number[], { texts, frequency }: PrintedWords): Nearest | undefined {
  const [rarest = 0] = ids.map((_, at) => at).sort((a, b) => frequency(ids[a] ?? 0) - frequency(ids[b] ?? 0));
  const wanted = ids[rarest] ?? 0;
  for (const text of texts) {
    for (let at = text.ids.indexOf(wanted); at >= 0; at = text.ids.indexOf(wanted, at + 1)) {
      const from = at - rarest;
      if (from < 0 || !ids.every((id, next) => text.ids[from + next] === id)) continue;
      const steps = ids.map((_, next) => ({ quoted: next, printed: next, isSame: true }));
      return { text, from, steps, cost: 0 };
    }
  }
  return undefined;
}

function isLiteral({ edits, marks }: Comparison): boolean {
  return edits.length + marks.length === 0;
}

/** Where the same words stand elsewhere with the same marks and capitals; else where they were found. */
function literalIn(own: Reading, source: string, printed: PrintedWords, found: Comparison): Comparison {
  const ids = own.words.map(({ folded }) => printed.idOf(folded));
  const steps = ids.map((_, at) => ({ quoted: at, printed: at, isSame: true }));
  for (const text of printed.texts) {
    for (let at = text.ids.indexOf(ids[0] ?? 0); at >= 0; at = text.ids.indexOf(ids[0] ?? 0, at + 1)) {
      if (!ids.every((id, next) => text.ids[at + next] === id)) continue;
      const compared = compare(own, source, text, at, steps);
      if (compared && isLiteral(compared)) return compared;
    }
  }
  return found;
}

function wrongIn({ text, from, steps }: Nearest, own: Reading): number {
  const compared = compare(own, '', text, from, steps);
  if (!compared) return Number.POSITIVE_INFINITY;
  return (
    compared.edits.length * 100 + compared.marks.length * 2 + (compared.place.kind === 'sentences' ? 0 : 1)
  );
}

/**
 * The steps with the first and the last words told beside what the article prints there: an alignment that begins and ends where it
 * likes takes a changed first word for one added before a fragment.
 */
function withEdges({ text, from, steps }: Nearest, own: Reading, printed: PrintedWords): Step[] {
  const first = steps.findIndex(({ isSame }) => isSame);
  const last = steps.findLastIndex(({ isSame }) => isSame);
  const [begin, end] = [steps[first], steps[last]];
  if (begin?.printed === undefined || end?.printed === undefined) return [...steps];
  const [opens] = boundsOf(text, from + begin.printed);
  const [, closes] = boundsOf(text, from + end.printed);
  const ids = own.words.map(({ folded }) => printed.idOf(folded));
  const before = edge(ids.slice(0, begin.quoted), text.ids, opens, from + begin.printed, true);
  const behind = edge(ids.slice((end.quoted ?? 0) + 1), text.ids, from + end.printed + 1, closes, false);
  const shift = (step: Step, quoted: number): Step => ({
    isSame: step.isSame,
    ...(step.quoted === undefined ? {} : { quoted: step.quoted + quoted }),
    ...(step.printed === undefined ? {} : { printed: step.printed - from }),
  });
  return [
    ...before.map((step) => shift(step, 0)),
    ...steps.slice(first, last + 1),
    ...behind.map((step) => shift(step, (end.quoted ?? 0) + 1)),
  ];
}

/** Where the sentence of a word begins and where it ends (exclusive), in the words of its text. */
function boundsOf({ starts, ids }: PrintedText, word: number): [number, number] {
  const sentence = sentenceAt({ starts }, word);
  return [starts[sentence] ?? 0, starts[sentence + 1] ?? ids.length];
}

/** A word or two more than there are at an edge: what is left out or added beside what is changed. */
const MORE_AT_EDGE = 3;

/**
 * Words at the edge of a quotation beside those of its sentence from `start` to `end`: aligned where they are about as many, else
 * one for one with the nearest. Numbers of printed words are those of the text.
 */
function edge(
  ids: readonly number[],
  text: Uint32Array,
  start: number,
  end: number,
  isBefore: boolean,
): Step[] {
  const room = end - start;
  if (ids.length === 0) return [];
  if (room <= ids.length + MORE_AT_EDGE) {
    const { steps } = align(ids, text.subarray(start, end), { isWhole: true });
    const placed = steps.map((step) =>
      step.printed === undefined ? step : { ...step, printed: step.printed + start },
    );
    if (room <= ids.length + 1) return placed;
    if (steps.some(({ isSame }) => isSame)) {
      const found = isBefore
        ? placed.slice(placed.findIndex(({ quoted }) => quoted !== undefined))
        : placed.slice(0, placed.findLastIndex(({ quoted }) => quoted !== undefined) + 1);
      return found;
    }
  }
  return ids.map((_, quoted) => {
    const printed = isBefore ? end - ids.length + quoted : start + quoted;
    return printed >= start && printed < end ? { quoted, printed, isSame: false } : { quoted, isSame: false };
  });
}

function isNear(steps: readonly Step[], own: Reading, ids: Uint32Array, printed: PrintedWords): boolean {
  const same = steps.filter(({ isSame }) => isSame);
  const length = countWords(own.words);
  const runs = steps.filter(({ isSame }, at) => !isSame && steps[at - 1]?.isSame !== false).length;
  if (length < FEWEST_BEARING || (length <= BEARS_ONE && runs > 1)) return false;
  if (same.length / steps.length < LEAST_SHARED) return false;
  // Common words alone are in every text. What is printed in the place of a word tells more than a word that no article has.
  const weigh = (those: readonly Step[]) =>
    those.reduce((sum, { quoted, printed: at }) => {
      const id = at === undefined ? printed.idOf(own.words[quoted ?? -1]?.folded ?? '') : (ids[at] ?? 0);
      return sum + Math.log(1 + printed.sentenceCount / (1 + printed.frequency(id)));
    }, 0);
  const least = length < BEARS_ONE - 1 ? LEAST_OF_FEW : length <= BEARS_ONE ? LEAST_SHARED : LEAST_WEIGHED;
  return weigh(same) >= least * weigh(steps);
}

interface Copy {
  /** Offsets into the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly checked: Checked;
  /** Whether the article prints quotation marks within it. */
  readonly printsQuotes: boolean;
  /** Where the words begin that are the same. */
  readonly same: readonly number[];
}

const THAI = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

/** Sentences, or runs of them, that are nearly copied; `offset` is where the text itself begins. */
function copiesIn(text: string, offset: number, printed: PrintedWords): Copy[] {
  const reading = readWords(text);
  const copied: Copied[] = [];
  let range: Range | undefined;
  let found: Copied[] = [];
  for (const next of segmentsOf(text, reading, printed)) {
    // An article's sentence goes on where a message is taken to end: behind an abbreviation.
    const last = found.at(-1);
    const goesOn =
      last && range && last.to === range.to && last.printedTo < boundsOf(last.text, last.printedTo - 1)[1];
    if (goesOn && range) {
      const both = { from: last.from, to: next.to };
      const longer = copiesOf(reading, both, printed);
      if (longer.some(({ from, to }) => from <= last.from && to > next.from)) {
        range = both;
        found = [...found.slice(0, -1), ...longer];
        continue;
      }
    }
    copied.push(...found);
    range = next;
    found = copiesOf(reading, next, printed);
  }
  copied.push(...found);
  return joined(copied).flatMap(({ from, to }) => {
    const own = sliceOf(reading, from, to);
    const compared = fit(reading, text, { from, to }, printed);
    if (!compared) return [];
    const first = own.words[0]?.start ?? 0;
    const end = endOf(own, text);
    return [
      {
        start: offset + first,
        end: offset + end,
        checked: verdictOf([compared]),
        printsQuotes: printsQuotes(compared),
        same: compared.same.map((at) => offset + at),
      },
    ];
  });
}

/** Behind the last word its stop, its note marks and the end of a parenthesis that begins within. */
function endOf({ words, marks }: Reading, source: string): number {
  let end = words.at(-1)?.end ?? source.length;
  const text = source.slice(words[0]?.start, end);
  for (const mark of marks.at(-1) ?? []) {
    const closes = /[)）]/.test(mark.text) && /[(（][^)）]*$/.test(text);
    if (!(CLOSING.has(mark.kind) || closes) || mark.start - end > 1) break;
    end = mark.end;
  }
  return end;
}

const CLOSING: ReadonlySet<Mark['kind']> = new Set(['stop', 'note', 'ellipsis']);

function printsQuotes({ place }: Comparison): boolean {
  if (place.kind !== 'sentences') return false;
  const { span, passage } = place;
  const { article } = passage;
  return /["“”„«»「」『』‘’']/u.test(article.text.slice(Math.max(0, span.start - 1), span.end + 2));
}

/** Sentences of a text as ranges of its words; very short ones belong to the next, where they are no line of their own. */
function segmentsOf(text: string, { words }: Reading, printed: PrintedWords): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  let from = 0;
  const lines = text.matchAll(/[^\n]+/g);
  for (const { index, 0: line } of lines) {
    let end = from;
    while (end < words.length && (words[end]?.start ?? 0) < index + line.length) end += 1;
    if (isName(words.slice(from, end), printed)) {
      ranges.push({ from, to: end });
      from = end;
      at = end;
      continue;
    }
    const pieces = [...sentences.segment(line)];
    pieces.forEach(({ index: start, segment }, piece) => {
      const end = index + start + segment.length;
      while (at < words.length && (words[at]?.start ?? 0) < end) at += 1;
      if (at === from) return;
      if (at - from < FEWEST_COPIED && piece < pieces.length - 1) return;
      ranges.push({ from, to: at });
      from = at;
    });
  }
  return ranges;
}

/** Whether words are a heading or a title, which may hold what else ends a sentence. */
function isName(words: readonly Word[], { texts, idOf }: PrintedWords): boolean {
  const ids = words.map(({ folded }) => idOf(folded));
  return texts.some(
    ({ kind, ids: own }) =>
      kind !== 'sentences' && own.length === ids.length && ids.every((id, at) => own[at] === id),
  );
}

interface Copied extends Range {
  readonly text: PrintedText;
  readonly printedFrom: number;
  readonly printedTo: number;
}

/** Where a sentence of a message is copied, beside what its author says in the same sentence. */
function copiesOf(reading: Reading, range: Range, printed: PrintedWords): Copied[] {
  const own = sliceOf(reading, range.from, range.to);
  const nearest = nearestTo(own, printed);
  if (!nearest) return [];
  const inCore = withoutLeadIn(nearest, coreOf(nearest.steps), own);
  const lefts = inCore.flatMap(({ quoted }) => quoted ?? []);
  const rights = inCore.flatMap(({ printed }) => printed ?? []);
  const [first, last] = [lefts[0], lefts.at(-1)];
  const [start, end] = [rights[0], rights.at(-1)];
  if (first === undefined || last === undefined || start === undefined || end === undefined) return [];
  const isName = nearest.text.kind !== 'sentences';
  const isAlone = isPartedAt(own, first) && isPartedAt(own, last + 1);
  if (isName ? !isWholeName(nearest, own) : !isCopied(nearest, inCore, own, printed, isAlone)) return [];
  const bounds = {
    from: range.from + opened(nearest, own, first, nearest.from + start),
    to: range.from + closed(nearest, own, last, nearest.from + end) + 1,
  };
  const here = {
    ...bounds,
    text: nearest.text,
    printedFrom: nearest.from + start,
    printedTo: nearest.from + end + 1,
  };
  const rest = (from: number, to: number) =>
    to - from >= FEWEST_COPIED ? copiesOf(reading, { from, to }, printed) : [];
  return [...rest(range.from, bounds.from), here, ...rest(bounds.to, range.to)];
}

/** The steps that are copied: the run in which what is the same outweighs what is not the most (Kadane). */
function coreOf(steps: readonly Step[]): Range {
  let best = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  steps.forEach(({ isSame }, at) => {
    sum += isSame ? 1 : -1;
    if (sum <= 0) {
      from = at + 1;
      sum = 0;
    } else if (sum > best.sum) best = { from, to: at + 1, sum };
  });
  return best;
}

/** Without the first words of a run, where who quotes ends before a mark of its own: `From the article: …` */
function withoutLeadIn({ text, from, steps }: Nearest, core: Range, own: Reading): readonly Step[] {
  const run = steps.slice(core.from, core.to);
  for (let at = Math.min(MOST_AT_EDGE, run.length - 1); at > 0; at -= 1) {
    const { quoted, printed } = run[at] ?? {};
    if (quoted === undefined || printed === undefined || !run[at]?.isSame || printed === 0) continue;
    const word = own.words[quoted]?.start ?? 0;
    const there = readPrinted(text, from + printed - 1, from + printed + 1).marks[1] ?? [];
    const leads = own.marks[quoted]?.some(
      (mark) =>
        (mark.kind === 'other' || mark.kind === 'picture') &&
        isParting(mark, word) &&
        there.every((other) => other.text !== mark.text),
    );
    if (leads) return run.slice(at);
  }
  return run;
}

/** A heading or a title is named as a whole, alone in its sentence. */
function isWholeName({ text, steps }: Nearest, own: Reading): boolean {
  return steps.every(({ isSame }) => isSame) && own.words.length === text.ids.length && own.words.length > 1;
}

function isCopied(
  { text, from }: Nearest,
  core: readonly Step[],
  own: Reading,
  printed: PrintedWords,
  isAlone: boolean,
): boolean {
  const same = core.filter(({ isSame }) => isSame);
  const words = same.flatMap(({ quoted }) => own.words[quoted ?? -1] ?? []);
  const length = countWords(words);
  const isAll =
    isAlone &&
    (same.length === core.length || (length > BEARS_ONE && same.length >= MOST_SHARED * core.length));
  if (length < (isAll ? FEWEST_ALONE : FEWEST_COPIED) || same.length < LEAST_SHARED * core.length)
    return false;
  const at = from + (same[0]?.printed ?? 0);
  const [opens, closes] = boundsOf(text, at);
  const all = closes - opens;
  const telling = new Set(
    words.flatMap((word) => {
      const id = printed.idOf(word.folded);
      return printed.frequency(id) <= Math.max(2, TELLING_SHARE * printed.sentenceCount) ? [id] : [];
    }),
  ).size;
  if (isAll || same.length >= LEAST_SHARED * all) return telling > 0;
  return telling >= FEWEST_TELLING && length > BEARS_ONE;
}

/** The most words before or behind what is copied that may be changed words of it. */
const MOST_AT_EDGE = 4;

/** How many words there are, where letters of Chinese count as parts of one. */
function countWords(words: readonly Word[]): number {
  return words.reduce(
    (sum, { text }) => sum + (UNSPACED.test(text) ? 1 / (THAI.test(text) ? THAI_PER_WORD : HAN_PER_WORD) : 1),
    0,
  );
}

/** Whether what its author says ends before a word of a message: at the start of a sentence, or at a mark of its own. */
function isPartedAt(own: Reading, at: number, isPrinted: (mark: Mark) => boolean = () => false): boolean {
  if (at === 0 || at === own.words.length) return true;
  const word = own.words[at]?.start ?? 0;
  return own.marks[at]?.some((mark) => isParting(mark, word) && !isPrinted(mark)) ?? false;
}

/** The first word of a copy: before what is the same at most a few that stand where the article prints others. */
function opened({ text, steps }: Nearest, own: Reading, first: number, printedFirst: number): number {
  const [opens] = boundsOf(text, printedFirst);
  const room = printedFirst - opens;
  const isPrinted = printsBetween(text, opens, printedFirst);
  let at = first;
  while (!isPartedAt(own, at, isPrinted)) at -= 1;
  const over = countWords(own.words.slice(at, first));
  if (over === 0 || over > MOST_AT_EDGE) return first;
  if (room > 0) return fitsAtEdge(first - at, over, room, has(steps, at, first)) ? at : first;
  // A capital opens the sentence anew: what stands before is a remark.
  const word = own.words[first]?.text ?? '';
  return over <= 2 && word === word.toLowerCase() && (word !== word.toUpperCase() || over <= 1) ? at : first;
}

/** The last word of a copy, in the same way. */
function closed({ text, steps }: Nearest, own: Reading, last: number, printedLast: number): number {
  const [, ends] = boundsOf(text, printedLast);
  const room = ends - printedLast - 1;
  const isPrinted = printsBetween(text, printedLast, ends - 1);
  let at = last;
  while (!isPartedAt(own, at + 1, isPrinted)) at += 1;
  const over = countWords(own.words.slice(last + 1, at + 1));
  if (over === 0 || over > MOST_AT_EDGE) return last;
  const isFilled = (at - last === room && over <= 2) || has(steps, last + 1, at + 1);
  if (over > 1 && !isFilled && opensAnew(own.words[last + 1], text, printedLast + 1)) return last;
  return room > 0
    ? fitsAtEdge(at - last, over, room, has(steps, last + 1, at + 1))
      ? at
      : last
    : over <= 2
      ? at
      : last;
}

/** Where the article goes on for long, one word is a changed one, and more are of who quotes. */
function fitsAtEdge(count: number, weighed: number, room: number, hasSame: boolean): boolean {
  if (room > count + MORE_AT_EDGE) return weighed <= 1;
  return weighed <= (room * weighed) / count + (hasSame ? MORE_AT_EDGE : 1);
}

/** Whether a capital begins another sentence where the article goes on in small letters. */
function opensAnew(word: Word | undefined, text: PrintedText, at: number): boolean {
  const printed = at < text.ids.length ? readPrinted(text, at, at + 1).words[0]?.text : undefined;
  return /^\p{Lu}/u.test(word?.text ?? '') && /^[\p{Ll}\p{N}\p{Lo}]/u.test(printed ?? 'a');
}

/** Whether one of some words of a message is the same. */
function has(steps: readonly Step[], from: number, to: number): boolean {
  return steps.some(({ quoted, isSame }) => isSame && quoted !== undefined && quoted >= from && quoted < to);
}

/** Whether an article has a mark between two of its words: then it is no mark of who quotes it. */
function printsBetween(text: PrintedText, from: number, to: number): (mark: Mark) => boolean {
  const printed = new Set(
    readPrinted(text, from, to + 1)
      .marks.slice(1, -1)
      .flatMap((marks) => marks.map((mark) => mark.text)),
  );
  return (mark) => mark.kind !== 'stop' && printed.has(mark.text);
}

function isParting({ kind, text, end }: Mark, word: number): boolean {
  if (kind === 'hyphen' || kind === 'note') return false;
  // Not the stop of an abbreviation: `U.S.`
  if (kind === 'stop') return word > end || /[^.]/.test(text);
  return kind !== 'other' || !/^[,，、/]$/.test(text);
}

/** Neighbors that are neighbors in the article as well, as one. */
function joined(copied: readonly Copied[]): Range[] {
  const runs: Copied[] = [];
  for (const next of copied) {
    const last = runs.at(-1);
    const gap = last ? next.printedFrom - last.printedTo : -1;
    const isNext = last?.text === next.text && next.from - last.to <= 1 && gap >= 0 && gap <= MOST_AT_EDGE;
    if (last && isNext) runs[runs.length - 1] = { ...last, to: next.to, printedTo: next.printedTo };
    else runs.push(next);
  }
  return runs;
}
