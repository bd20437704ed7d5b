// Compares a quotation with what is printed.
import type { Article } from '../../corpus/article.ts';
import type { Passage, Span } from '../../corpus/passage.ts';
import { UNSPACED } from '../../corpus/unspaced.ts';
import type { Step } from './alignment.ts';
import { type PrintedText, passageOf, readPrinted, sentenceAt } from './printed-words.ts';
import type { Mark, MarkKind, Reading, Word } from './words-and-marks.ts';

/** Words that a quotation changes, adds or leaves out. */
export interface Edit {
  /** What the article prints, in its text; undefined where the quotation adds. A heading or title has its words alone. */
  readonly printed: string | undefined;
  /** What the quotation has in its place; undefined where it leaves out. */
  readonly quoted: string | undefined;
  /** The words of the quotation beside it, if there are any: of both texts, since they are the same there. */
  readonly before: string;
  readonly after: string;
}

/** Marks in which a quotation differs: as each side has them, empty where it has none. */
export interface MarkDifference {
  readonly kind: Exclude<MarkKind, 'picture'> | 'case';
  readonly printed: string;
  readonly quoted: string;
}

/** Where a quotation is printed. */
export type Place =
  | { readonly kind: 'sentences'; readonly passage: Passage; readonly span: Span }
  | { readonly kind: 'heading' | 'title'; readonly article: Article; readonly name: string };

/** A quotation beside what is printed. */
export interface Comparison {
  readonly place: Place;
  readonly edits: readonly Edit[];
  readonly marks: readonly MarkDifference[];
  /** Where the words of the quotation begin that are the same. */
  readonly same: readonly number[];
  /** What the article prints and the quotation has not, to stress: offsets into the article's text. */
  readonly missing: readonly Span[];
  /** What little of its sentence the article prints before and behind a quotation of nearly the whole. */
  readonly before: string;
  readonly behind: string;
}

/** Of a sentence that is quoted but for so many words, these are told. */
const FEW_BESIDE = 2;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What an alignment of a quotation with the words of a text from `from` on says. `source` is what the quotation's offsets are of. */
export function compare(
  quoted: Reading,
  source: string,
  text: PrintedText,
  from: number,
  steps: readonly Step[],
): Comparison | undefined {
  const stood = steps.flatMap(({ printed }) => printed ?? []);
  const [first, last] = [stood[0], stood.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const start = from + first;
  const end = from + last + 1;
  const printed = readPrinted(text, start, end);
  const original = text.kind === 'sentences' ? text.article.text : (text.name ?? '');
  const rows = rowsOf(steps, first, quoted.words, printed.words);
  const groups = grouped(rows, quoted, printed, source, original);
  const sentence = sentenceAt(text, start);
  const lastSentence = sentenceAt(text, end - 1);
  const opens = start - (text.starts[sentence] ?? 0);
  const closes = (text.starts[lastSentence + 1] ?? 0) - end;
  const isNearlyWhole = opens + closes <= FEW_BESIDE && end - start > 2 * (opens + closes);
  const whole = isNearlyWhole
    ? readPrinted(text, text.starts[sentence] ?? 0, text.starts[lastSentence + 1] ?? 0)
    : undefined;
  const words = whole?.words ?? [];
  return {
    place:
      text.kind === 'sentences'
        ? { kind: 'sentences', passage: passageOf(text, start, end), span: spanOfWords(printed.words) }
        : { kind: text.kind, article: text.article, name: text.name ?? '' },
    edits: groups.map((group) => editOf(group, rows, quoted.words, printed.words, source, original)),
    marks: marksBetween(rows, quoted, printed, opens === 0, closes === 0, isCutAt(text, lastSentence)),
    same: rows.flatMap(({ left, isSame }) => (isSame ? (quoted.words[left ?? -1]?.start ?? []) : [])),
    missing:
      text.kind === 'sentences'
        ? groups.flatMap((group) => {
            const gone = rows.slice(group.from, group.to).flatMap(({ right }) => right ?? []);
            return gone.length > 0 ? [spanOfWords(gone.map((at) => printed.words[at]))] : [];
          })
        : [],
    before: opens > 0 ? sliceOfWords(words.slice(0, opens), original) : '',
    behind: closes > 0 ? sliceOfWords(words.slice(words.length - closes), original) : '',
  };
}

interface Row {
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly isSame: boolean;
}

/** The steps with the words as they are written: a capital within a quotation counts, but for its first. */
function rowsOf(
  steps: readonly Step[],
  first: number,
  quoted: readonly Word[],
  printed: readonly Word[],
): Row[] {
  const all = steps.map(({ quoted: left, printed: at, isSame }) => {
    const right = at === undefined ? undefined : at - first;
    const [own, other] = [quoted[left ?? -1], printed[right ?? -1]];
    return { left, right, isSame, differs: isSame && own?.text !== other?.text };
  });
  const letters = quoted.map(({ text }) => text).join(' ');
  const isOneCase = letters === letters.toLowerCase() || letters === letters.toUpperCase();
  return all.map(({ left, right, isSame, differs }, at) => {
    const [own, other] = [quoted[left ?? -1]?.text ?? '', printed[right ?? -1]?.text ?? ''];
    const isOpening = at === all.findIndex((row) => row.isSame) && own.slice(1) === other.slice(1);
    return { left, right, isSame: isSame && (!differs || isOneCase || (isOpening && left === 0)) };
  });
}

interface Group {
  /** Rows, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Rows that are not the same, in runs; each reaches to the ends of the compounds and of the Chinese words it is in. */
function grouped(
  rows: readonly Row[],
  quoted: Reading,
  printed: Reading,
  source: string,
  original: string,
): Group[] {
  const left = joinsOf(quoted.words, source);
  const right = joinsOf(printed.words, original);
  // Whether a row and the next are of one written word on either side.
  const joins = (at: number) => {
    const [a, b] = [rows[at], rows[at + 1]];
    if (!a || !b) return false;
    const own = a.left !== undefined && b.left === a.left + 1 && left[a.left] === true;
    const other = a.right !== undefined && b.right === a.right + 1 && right[a.right] === true;
    return own || other;
  };
  const groups: Group[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    if (rows[at]?.isSame !== false) continue;
    let from = at;
    let to = at + 1;
    while (rows[to]?.isSame === false) to += 1;
    // A word that is added or left out as a whole is told alone.
    const reach = groups.at(-1)?.to ?? 0;
    if (bothSides(rows.slice(from, to)) || insideWord(rows, from, to, joins)) {
      while (from > reach && joins(from - 1)) from -= 1;
      while (to < rows.length && joins(to - 1)) to += 1;
      while (rows[to]?.isSame === false) to += 1;
    }
    groups.push({ from, to });
    at = to - 1;
  }
  return groups;
}

function bothSides(rows: readonly Row[]): boolean {
  return rows.some(({ left }) => left !== undefined) && rows.some(({ right }) => right !== undefined);
}

function insideWord(rows: readonly Row[], from: number, to: number, joins: (at: number) => boolean): boolean {
  return (from > 0 && joins(from - 1)) || (to < rows.length && joins(to - 1));
}

/** Of each word whether it and the next are written as one: `open-source`, `$50`, a Chinese word. */
function joinsOf(words: readonly Word[], text: string): boolean[] {
  const bounds = wordBounds(words, text);
  return words.map((word, at) => {
    const next = words[at + 1];
    if (!next) return false;
    if (UNSPACED.test(word.text) || UNSPACED.test(next.text))
      return word.end === next.start && !bounds.has(word.end);
    return /^[-‐‑./&]?$/u.test(text.slice(word.end, next.start));
  });
}

/** Where words end that no spaces part; offsets into the text. */
function wordBounds(words: readonly Word[], text: string): ReadonlySet<number> {
  const bounds = new Set<number>();
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || !words.some(({ text }) => UNSPACED.test(text))) return bounds;
  for (const { index } of segmenter.segment(text.slice(first.start, last.end)))
    bounds.add(first.start + index);
  return bounds;
}

function editOf(
  { from, to }: Group,
  rows: readonly Row[],
  quoted: readonly Word[],
  printed: readonly Word[],
  source: string,
  original: string,
): Edit {
  const own = rows.slice(from, to);
  const left = own.flatMap(({ left }) => quoted[left ?? -1] ?? []);
  const right = own.flatMap(({ right }) => printed[right ?? -1] ?? []);
  const beside = (row: Row | undefined) => {
    const word = quoted[row?.left ?? -1];
    return word && row?.isSame ? source.slice(word.start, word.end) : '';
  };
  return {
    printed: right.length > 0 ? sliceOfWords(right, original) : undefined,
    quoted: left.length > 0 ? sliceOfWords(left, source) : undefined,
    before: beside(rows[from - 1]),
    after: beside(rows[to]),
  };
}

function spanOfWords(words: readonly (Word | undefined)[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function sliceOfWords(words: readonly Word[], text: string): string {
  const { start, end } = spanOfWords(words);
  return text.slice(start, end).replace(/\s+/g, ' ');
}

/** A difference of marks, and where it stands: what stands before a word has the word's number, what stands behind all comes last. */
interface Placed {
  readonly at: number;
  /** Among the marks between two words. */
  readonly order: number;
  readonly mark: MarkDifference;
}

/** The marks that differ between words that stand side by side on both sides, at the start and at the end, in the order of the text. */
function marksBetween(
  rows: readonly Row[],
  quoted: Reading,
  printed: Reading,
  opens: boolean,
  closes: boolean,
  isCut: boolean,
): MarkDifference[] {
  const told: Placed[] = [];
  rows.forEach(({ left, right }, at) => {
    const before = rows[at - 1];
    if (left === undefined || right === undefined) return;
    if (before?.left === left - 1 && before.right === right - 1)
      // The stop of an abbreviation goes with its word: `U.S.`
      told.push(
        ...between(quoted.marks[left] ?? [], printed.marks[right] ?? [])
          .filter(({ mark }) => mark.kind !== 'stop' || before.isSame)
          .map(({ mark, order }) => ({
            at,
            order,
            mark: mark.kind === 'stop' ? { ...mark, kind: 'other' as const } : mark,
          })),
      );
  });
  const last = rows.at(-1);
  const cased = rows.flatMap(({ left, right, isSame }, at) => {
    const [own, other] = [quoted.words[left ?? -1]?.text ?? '', printed.words[right ?? -1]?.text ?? ''];
    return isSame && own !== other ? [{ at, own, other }] : [];
  });
  const [one, another] = cased;
  if (one)
    told.push({
      at: one.at,
      order: Number.POSITIVE_INFINITY,
      mark: another
        ? { kind: 'case', printed: '', quoted: '' }
        : { kind: 'case', printed: one.other, quoted: one.own },
    });
  if ((quoted.marks[0] ?? []).some(({ kind }) => kind === 'ellipsis'))
    told.push({ at: -1, order: 0, mark: { kind: 'ellipsis', printed: '', quoted: '…' } });
  if (last?.left !== undefined && last.right !== undefined) {
    const behind = quoted.marks[last.left + 1] ?? [];
    const printedBehind = printed.marks[last.right + 1] ?? [];
    const stop = behind.find(isFinal);
    const printedStop = closes && !isCut ? printedBehind.find(isFinal) : undefined;
    // A quotation that begins within a sentence need not end as it does.
    const isWhole = opens && closes;
    const end = rows.length;
    if (stop ? stop.text !== printedStop?.text : isWhole && printedStop)
      told.push({
        at: end,
        order: printedStop?.start ?? stop?.start ?? 0,
        mark: {
          kind: stop?.kind === 'ellipsis' ? 'ellipsis' : 'stop',
          printed: printedStop?.text ?? '',
          quoted: stop?.text ?? '',
        },
      });
    const notes = behind.filter(({ kind }) => kind === 'note');
    if (isWhole || notes.length > 0 || (stop !== undefined && closes)) {
      const printedNotes = printedBehind.filter(({ kind }) => kind === 'note');
      told.push(...between(notes, printedNotes).map(({ mark, order }) => ({ at: end, order, mark })));
    }
  }
  return told.sort((a, b) => a.at - b.at || a.order - b.order).map(({ mark }) => mark);
}

const isFinal = ({ kind }: Mark) => kind === 'stop' || kind === 'ellipsis';

/** What differs of two rows of marks, one for one where they are as many; in the order of print, what is added behind it. */
function between(quoted: readonly Mark[], printed: readonly Mark[]): Omit<Placed, 'at'>[] {
  const left = quoted.filter(({ kind }) => kind !== 'picture');
  const right = printed.filter(({ kind }) => kind !== 'picture');
  const keys = (marks: readonly Mark[]) => marks.map(({ text }) => text).join(' ');
  if (keys(left) === keys(right)) return [];
  const rest = left.filter((mark) => {
    const at = right.findIndex(({ text }) => text === mark.text);
    if (at >= 0) right.splice(at, 1);
    return at < 0;
  });
  const end = printed.at(-1)?.end ?? 0;
  const told: Omit<Placed, 'at'>[] = [];
  for (const mark of rest) {
    const alike = right.findIndex((other) => familyOf(other) === familyOf(mark));
    const other = alike >= 0 ? right.splice(alike, 1)[0] : undefined;
    told.push({ order: other?.start ?? end, mark: differenceOf(mark, other) });
  }
  return [...told, ...right.map((mark) => ({ order: mark.start, mark: differenceOf(undefined, mark) }))].sort(
    (a, b) => a.order - b.order,
  );
}

function familyOf({ kind }: Mark): string {
  if (kind === 'hyphen' || kind === 'dash') return 'dash';
  return kind === 'double' || kind === 'single' ? 'quotation' : kind === 'note' ? 'note' : 'other';
}

function differenceOf(quoted: Mark | undefined, printed: Mark | undefined): MarkDifference {
  const kind = quoted?.kind ?? printed?.kind ?? 'other';
  return { kind: kind === 'picture' ? 'other' : kind, printed: drawn(printed), quoted: drawn(quoted) };
}

const DRAWN: Readonly<Partial<Record<MarkKind, string>>> = {
  hyphen: '-',
  dash: '–',
  double: '"',
  single: "'",
  ellipsis: '…',
};
const drawn = (mark: Mark | undefined) => (mark ? (DRAWN[mark.kind] ?? mark.text) : '');

function isCutAt(text: PrintedText, sentence: number): boolean {
  return text.kind === 'sentences' && text.article.sentences[sentence]?.isCut === true;
}
