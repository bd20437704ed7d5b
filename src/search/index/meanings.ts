import { type WordVectors, wordVectors } from '../text/word-vectors.ts';
import type { SentenceIndex } from './sentence-index.ts';

/** The words of an index by what they mean. */
export interface Meanings {
  readonly vectors: WordVectors;
  /** The row of a word's vector, as printed or typed; of its key where it has none itself; −1 where neither has. */
  rowOfWord(word: string): number;
  /** The same of a surface of the index. */
  rowOfSurface(surface: number): number;
}

const UNKNOWN = -2;

export function meaningsOf({ language, surfaces }: SentenceIndex): Meanings {
  const vectors = wordVectors();
  const rows = new Int32Array(surfaces.length).fill(UNKNOWN);
  const rowOfWord = (word: string) => {
    const row = vectors.rowOf(language.fold(word));
    return row >= 0 ? row : vectors.rowOf(language.stem(word));
  };
  const rowOfSurface = (surface: number) => {
    const known = rows[surface] ?? -1;
    if (known !== UNKNOWN) return known;
    const row = rowOfWord(surfaces[surface] ?? '');
    rows[surface] = row;
    return row;
  };
  return {
    vectors,
    rowOfWord,
    rowOfSurface,
  };
}
