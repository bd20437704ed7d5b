// What a column is, and what is usual in a document.
import type { Line } from './lines.ts';
import type { Box } from './matrix.ts';

/** The lines of one column of a page, from top to bottom. */
export interface Column {
  readonly page: number;
  readonly lines: readonly Line[];
  readonly x0: number;
  readonly x1: number;
  readonly pageHeight: number;
  readonly rules: readonly Box[];
  readonly bars: readonly Box[];
}

/** What is usual in a document. */
export interface Usual {
  /** Size of its text. */
  readonly size: number;
  readonly isMonospaced: boolean;
  /** Distance between baselines of lines that follow each other, by size in half points. */
  readonly leadings: ReadonlyMap<number, number>;
}

/** Smaller than the text by this much is what stands in notes. */
export const SMALL = 0.93;
/** Sizes that differ by more are set apart on purpose. */
export const OTHER_SIZE = 0.06;
/** What is usual in the columns of a document. */
export function usualOf(columns: readonly Column[]): Usual {
  const letters = new Map<number, number>();
  const pitches = new Map<number, number[]>();
  let [all, monospaced] = [0, 0];
  for (const { lines } of columns) {
    for (const [at, line] of lines.entries()) {
      const size = halfPoints(line.size);
      letters.set(size, (letters.get(size) ?? 0) + line.text.length);
      all += line.text.length;
      if (line.isMonospaced) monospaced += line.text.length;
      const before = lines[at - 1];
      if (before && halfPoints(before.size) === size && line.y > before.y) {
        const found = pitches.get(size);
        if (found) found.push(line.y - before.y);
        else pitches.set(size, [line.y - before.y]);
      }
    }
  }
  const [size] = [...letters].sort(([, one], [, other]) => other - one)[0] ?? [20, 0];
  return {
    size: size / 2,
    isMonospaced: monospaced > all / 2,
    leadings: new Map([...pitches].map(([key, found]) => [key, middleOf(found)])),
  };
}

export function halfPoints(size: number): number {
  return Math.round(size * 2);
}

/** The median. */
export function middleOf(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0;
}
