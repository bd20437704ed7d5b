import type { Language } from './language.ts';

/** Term numbers and their weights, side by side. */
export interface SparseVector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/**
 * A tf·idf vector of unit length for each text: stems of its words without stop words, with idf = ln(1 + N / df) over
 * these texts. A text without any such word has an empty vector.
 */
export function vectorsOf(texts: readonly string[], language: Language): SparseVector[] {
  const termOfWord = new Map<string, number>();
  const termOfStem = new Map<string, number>();
  const holding: number[] = [];
  const counts = texts.map((text) => {
    const count = new Map<number, number>();
    for (const { text: word } of language.tokenize(text)) {
      let term = termOfWord.get(word);
      if (term === undefined) {
        term = language.isStopWord(word) ? -1 : numberOf(language.stem(word), termOfStem);
        termOfWord.set(word, term);
      }
      if (term >= 0) count.set(term, (count.get(term) ?? 0) + 1);
    }
    for (const term of count.keys()) holding[term] = (holding[term] ?? 0) + 1;
    return count;
  });
  const idf = holding.map((texts_) => Math.log(1 + texts.length / texts_));
  return counts.map((count) => {
    const weights = [...count].map(([term, times]) => times * (idf[term] ?? 0));
    const length = Math.hypot(...weights);
    return { terms: [...count.keys()], weights: weights.map((weight) => weight / length) };
  });
}

function numberOf(stem: string, numbers: Map<string, number>): number {
  const known = numbers.get(stem);
  if (known !== undefined) return known;
  numbers.set(stem, numbers.size);
  return numbers.size - 1;
}
