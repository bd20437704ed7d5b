// Takes out line numbers.
import type { LeftOut } from '../document.ts';
import type { Fragment } from './fragments.ts';
import { linesOf } from './lines.ts';

/** A page as it is before its lines are read. */
export interface PageFragments {
  readonly height: number;
  readonly width: number;
  readonly fragments: readonly Fragment[];
}

/** Manuscripts number their lines in the margin: numbers that count up, one below the other, beside everything else. */
export function withoutLineNumbers({ fragments }: PageFragments, leftOut: LeftOut[]): readonly Fragment[] {
  const numbers = fragments
    .filter(({ text }) => /^\d{1,4}$/.test(text))
    .sort((one, other) => one.y - other.y);
  if (numbers.length < 5) return fragments;
  for (const edge of ['x1', 'x0'] as const) {
    const outermost =
      edge === 'x1' ? Math.min(...numbers.map(({ x1 }) => x1)) : Math.max(...numbers.map(({ x0 }) => x0));
    const column = numbers.filter((number) => Math.abs(number[edge] - outermost) < number.size);
    const steps = column.slice(1).map(({ text }, at) => Number(text) - Number(column[at]?.text));
    const step = steps[0] ?? 0;
    if (column.length < 5 || (step !== 1 && step !== 5) || steps.some((other) => other !== step)) continue;
    const inColumn = new Set(column);
    const isBeside = fragments.every(
      (other) =>
        inColumn.has(other) ||
        (edge === 'x1' ? other.x0 > outermost + other.size * 0.5 : other.x1 < outermost - other.size * 0.5) ||
        Math.abs(other.y - (column[0]?.y ?? 0)) > 2000,
    );
    if (!isBeside) continue;
    // A numbered list has its texts close by, and not one number a line.
    const lines = linesOf(
      fragments.filter((fragment) => !inColumn.has(fragment)),
      0,
    );
    if (step === 1 && column.length < lines.length * 0.8) continue;
    leftOut.push({ what: 'runningHead', text: column.map(({ text }) => text).join(' ') });
    return fragments.filter((fragment) => !inColumn.has(fragment));
  }
  return fragments;
}
