// Counts what was left out.
import { LEFT_OUT, type LeftOut, type LeftOutKind } from './document.ts';

/** Of what was left out: how many of a kind are shown, and how long, in characters. */
const MOST_SHOWN = 3;
const LONGEST_SHOWN = 70;

/** What was left out of one kind: how much, and the first of it on one line each. */
export interface LeftOutOfKind {
  readonly what: LeftOutKind;
  readonly count: number;
  readonly samples: readonly string[];
  /** There are others than the samples. */
  readonly hasMore: boolean;
}

/** What was left out, kind by kind. */
export function leftOutByKind(leftOut: readonly LeftOut[]): readonly LeftOutOfKind[] {
  return (Object.keys(LEFT_OUT) as LeftOutKind[]).flatMap((what) => {
    const of = leftOut.filter((one) => one.what === what);
    if (of.length === 0) return [];
    const samples = [...new Set(of.map(({ text }) => shortened(text)).filter(Boolean))];
    const hasMore = samples.length > MOST_SHOWN;
    return [{ what, count: of.length, samples: samples.slice(0, MOST_SHOWN), hasMore }];
  });
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > LONGEST_SHOWN
    ? `${characters.slice(0, LONGEST_SHOWN).join('')}…`
    : characters.join('');
}
