// What became of a reader's quotation.
import type { Checked, Comparison, Edit, MarkDifference } from '../search/search.ts';
import { echo } from './echo.ts';
import type { Printed, Words } from './words.ts';

/** How much of a quotation is repeated, in UTF-16 units, and how many of its differences. */
const MOST_REPEATED = 120;
export const MOST_DIFFERENCES = 8;

/** Words of an article that stand in a difference: fewer than would be a quotation outside of one. */
const MOST_WORDS = 4;
const MOST_HAN = 6;

/** What of a quotation is compared with what is printed. */
export function piecesOf(checked: Checked): readonly Comparison[] {
  return checked.kind === 'not-found' ? [] : checked.pieces;
}

/** What became of a reader's quotation, as values: what it is called, and where the words are an article's. */
export interface Verdict {
  /** As it is repeated. */
  readonly quotation: string;
  readonly verdict: Checked['kind'];
  /** Whether sentences, a heading or the title of an article has the words. */
  readonly in: Comparison['place']['kind'];
  /** How many articles it was looked for in. */
  readonly articles: number;
  /** Letters of the passages it is printed in, where they are named. */
  readonly letters: readonly string[];
  /** Marks that differ where the words are the same, and how many more there are. */
  readonly marks: readonly MarkDifference[];
  readonly more: number;
}

export function verdictOn(quotation: string, checked: Checked, { articles, letters }: Printed): Verdict {
  const [piece] = piecesOf(checked);
  return {
    quotation: echo(quotation, MOST_REPEATED),
    verdict: checked.kind,
    in: piece?.place.kind ?? 'sentences',
    articles,
    letters,
    ...(checked.kind === 'marks' ? marksIn(checked) : { marks: [], more: 0 }),
  };
}

export function sayVerdict(told: Verdict, { find }: Words): string {
  const { quotation, verdict, in: place, marks, more, articles } = told;
  switch (verdict) {
    case 'exact':
      return place === 'sentences' ? find.exact(quotation, told) : find.exactName(quotation, place, articles);
    case 'marks':
      return find.marksOnly(quotation, told, toldOnce(marks, find), more);
    case 'different':
      return find.different(quotation, told);
    case 'not-found':
      return find.notFound(quotation, articles);
  }
}

/** Marks that differ beside the words. */
export function sayMarksToo(marks: readonly MarkDifference[], more: number, { find }: Words): string {
  return find.marksToo(toldOnce(marks, find), more);
}

/** Differences of marks in words, those once that read the same. */
function toldOnce(marks: readonly MarkDifference[], { mark }: Words['find']): string[] {
  return [...new Set(marks.map(mark))];
}

/** The words in which a quotation differs, `most` of them, and how many more there are. */
export function editsIn(
  checked: Checked,
  most = MOST_DIFFERENCES,
): { readonly edits: readonly Edit[]; readonly more: number } {
  const edits = piecesOf(checked).flatMap((piece) => piece.edits);
  return { edits: edits.slice(0, most), more: Math.max(0, edits.length - most) };
}

/** The reader's own words with what the article has in their place: marked by brackets, since no color is sure to be seen. */
export function sayEdits(edits: readonly Edit[], more: number, { find }: Words): string {
  return find.differences(edits.map(bracketed), more);
}

/** The marks in which a quotation differs, each difference once, and how many more there are. */
export function marksIn(checked: Checked): {
  readonly marks: readonly MarkDifference[];
  readonly more: number;
} {
  const all = new Map(
    piecesOf(checked).flatMap(({ marks }) =>
      marks.map((mark) => [`${mark.kind} ${mark.printed} ${mark.quoted}`, mark] as const),
    ),
  );
  const marks = [...all.values()];
  return { marks: marks.slice(0, MOST_DIFFERENCES), more: Math.max(0, marks.length - MOST_DIFFERENCES) };
}

/** What little of its sentence stands before and behind a quotation in one piece; undefined where nothing is told of it. */
export function besideOf(checked: Checked): { readonly before: string; readonly behind: string } | undefined {
  const [piece, another] = piecesOf(checked);
  if (!piece || another || (piece.before === '' && piece.behind === '')) return undefined;
  return { before: outline(piece.before), behind: outline(piece.behind) };
}

const HAN = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Thai}/u;

/** An edit with the word before and the word behind it. */
function bracketed({ printed, quoted, before, after }: Edit): string {
  const own = quoted === undefined ? '' : echo(quoted, MOST_REPEATED);
  const other = printed === undefined ? '' : outline(echo(printed, MOST_REPEATED));
  const inside =
    printed === undefined ? `+ ${own}` : quoted === undefined ? `− ${other}` : `${other} → ${own}`;
  const space = (word: string) => (HAN.test(word) ? '' : ' ');
  return [
    before && `${echo(before, MOST_REPEATED)}${space(before)}`,
    `[${inside}]`,
    after && `${space(after)}${echo(after, MOST_REPEATED)}`,
  ].join('');
}

/** No more words of an article than make a name: the quotation beside it has them all. */
function outline(printed: string): string {
  if (HAN.test(printed)) {
    const letters = [...printed];
    if (letters.length <= MOST_HAN) return printed;
    return `${letters.slice(0, MOST_HAN / 2).join('')}…${letters.slice(-MOST_HAN / 2).join('')}`;
  }
  const words = printed.split(' ');
  if (words.length <= MOST_WORDS) return printed;
  return `${words.slice(0, MOST_WORDS / 2).join(' ')} … ${words.slice(-MOST_WORDS / 2).join(' ')}`;
}
