// The words at both ends of a text.
import { UNSPACED } from '../corpus/unspaced.ts';
import { LIMITS } from '../limits.ts';

/** The words at both ends of a text. */
export interface Edges {
  readonly text: string;
  /** How many words it has; infinite where it is longer than any address. */
  readonly count: number;
  /** From its start, or to its end, with at least so many words: cut at white space or, within scripts that write none, between words. */
  readonly first: (words: number) => string;
  readonly last: (words: number) => string;
}

// As Chromium finds words, by ICU.
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What is longer stands in no address (UTF-16 units). */
const LONGEST = LIMITS.url;

export function edgesOf(text: string): Edges {
  const isLong = text.length > 2 * LONGEST;
  const head = cutsOf(isLong ? text.slice(0, LONGEST) : text);
  const tail = isLong ? cutsOf(text.slice(-LONGEST)) : head;
  const tailAt = isLong ? text.length - LONGEST : 0;
  return {
    text,
    count: isLong ? Number.POSITIVE_INFINITY : head.count,
    first: (words) => text.slice(0, head.cuts.find(({ before }) => before >= words)?.at).trimEnd(),
    last: (words) => {
      const cut = tail.cuts.findLast(({ before }) => tail.count - before >= words);
      return text.slice(cut && tailAt + cut.at).trimStart();
    },
  };
}

/** Where a text can be cut, with how many words stand before, and how many it has. */
function cutsOf(text: string) {
  const cuts: { readonly at: number; readonly before: number }[] = [];
  let count = 0;
  for (const { index, isWordLike } of segmenter.segment(text)) {
    const around = text.slice(Math.max(0, index - 1), index + 1);
    if (index > 0 && (/\s/.test(around) || UNSPACED.test(around))) cuts.push({ at: index, before: count });
    if (isWordLike) count += 1;
  }
  return { cuts, count };
}
