// The note marks of an article.
import type { Article } from '../corpus/article.ts';
import { printedMarks } from '../corpus/note-marks.ts';

/** The note marks an article prints, in the order of their first appearance, with the indexes of the sentences that print them. */
export function notesOf(
  article: Pick<Article, 'text' | 'sentences'>,
): ReadonlyMap<string, readonly number[]> {
  const notes = new Map<string, number[]>();
  for (const [index, sentence] of article.sentences.entries()) {
    for (const mark of new Set(printedMarks(article, sentence))) {
      const known = notes.get(mark);
      if (known) known.push(index);
      else notes.set(mark, [index]);
    }
  }
  return notes;
}

/**
 * The numbers that do not occur between the lowest and the highest of an article's note marks, as marks:
 * `[1] [2] [4] [5, 6]` lack `[3]`, and `[1] [5]` lack `[2]–[4]`. Marks without a number count for nothing.
 */
export function lackingIn(marks: readonly string[]): string[] {
  const printed = new Set(marks.flatMap(numbersIn));
  const lacking: string[] = [];
  const ascending = [...printed].sort((a, b) => a - b);
  ascending.forEach((number, index) => {
    const next = ascending[index + 1];
    if (next === undefined || next === number + 1) return;
    lacking.push(next === number + 2 ? `[${number + 1}]` : `[${number + 1}]–[${next - 1}]`);
  });
  return lacking;
}

/** The numbers of `[4]`, `[^4]`, `[4, 5]` and `[4–6]`. */
function numbersIn(mark: string): number[] {
  const inside = /^\[\^?([\d\s,–-]+)\]$/.exec(mark)?.[1];
  if (inside === undefined) return [];
  return inside.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/).map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  });
}
