// tf·idf vectors of sentences.
import type { Language } from '../text/language.ts';

/** Sparse vectors of unit length in one piece of memory: row `i` holds the entries from `starts[i]` to `starts[i + 1]`. */
export interface SentenceVectors {
  readonly count: number;
  readonly termCount: number;
  readonly starts: Uint32Array;
  /** Term numbers, from 0. */
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
  /** Words of each text, stop words too. */
  readonly lengths: readonly number[];
  /** Number of the term of a key; undefined where no text has it. */
  readonly termOf: (key: string) => number | undefined;
}

/**
 * A tf·idf vector for each text: stems of its words without stop words, with idf = ln(1 + N / df) over these texts. A
 * text without any such word has an empty row.
 */
export function vectorsOf(texts: Iterable<string>, language: Language): SentenceVectors {
  const termOfWord = new Map<string, number>();
  const termOfStem = new Map<string, number>();
  const starts = [0];
  const terms: number[] = [];
  const times: number[] = [];
  const holding: number[] = [];
  const lengths: number[] = [];
  for (const text of texts) {
    const counts = new Map<number, number>();
    let length = 0;
    for (const { text: word, part } of language.tokenize(text)) {
      if (!part) length += 1;
      const term = termOfWord.get(word) ?? addWord(word);
      if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    for (const [term, count] of counts) {
      terms.push(term);
      times.push(count);
      holding[term] = (holding[term] ?? 0) + 1;
    }
    lengths.push(length);
    starts.push(terms.length);
  }
  return {
    count: starts.length - 1,
    termCount: termOfStem.size,
    starts: Uint32Array.from(starts),
    terms: Uint32Array.from(terms),
    weights: unitWeights(starts, terms, times, holding),
    lengths,
    termOf: (key) => termOfStem.get(key),
  };

  function addWord(word: string): number {
    const stem = language.isStopWord(word) ? undefined : language.stem(word);
    const term = stem === undefined ? -1 : (termOfStem.get(stem) ?? termOfStem.size);
    if (stem !== undefined) termOfStem.set(stem, term);
    termOfWord.set(word, term);
    return term;
  }
}

function unitWeights(
  starts: readonly number[],
  terms: readonly number[],
  times: readonly number[],
  holding: readonly number[],
): Float64Array {
  const texts = starts.length - 1;
  const weights = Float64Array.from(terms, (term, at) => {
    return (times[at] ?? 0) * Math.log(1 + texts / (holding[term] ?? 1));
  });
  for (let row = 0; row < texts; row += 1) {
    const from = starts[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    let squares = 0;
    for (let at = from; at < to; at += 1) squares += (weights[at] ?? 0) ** 2;
    const length = Math.sqrt(squares);
    for (let at = from; at < to; at += 1) weights[at] = (weights[at] ?? 0) / length;
  }
  return weights;
}
