// The words of an index by meaning.
import type { Language } from '../text/language.ts';
import { type WordVectors, wordVectors } from '../text/word-vectors.ts';
import type { IndexPart } from './sentence-index.ts';

/** The words of an index by what they mean. */
export interface Meanings {
  readonly vectors: WordVectors;
  /** The row of a word's vector, as printed or typed; of its key where it has none itself; −1 where neither has. */
  rowOfWord(word: string): number;
  /** The same of the surfaces of a part of the index. */
  rowsIn(part: IndexPart): (surface: number) => number;
}

const UNKNOWN = -2;

/** By the surfaces of a part, which several indexes may have in common. */
const rowsBySurfaces = new WeakMap<readonly string[], (surface: number) => number>();

export function meaningsOf(language: Language): Meanings {
  const vectors = wordVectors();
  const rowOfWord = (word: string) => {
    const row = vectors.rowOf(language.fold(word));
    return row >= 0 ? row : vectors.rowOf(language.stem(word));
  };
  const rowsIn = ({ surfaces }: IndexPart) => {
    const before = rowsBySurfaces.get(surfaces);
    if (before) return before;
    const rows = new Int32Array(surfaces.length).fill(UNKNOWN);
    const rowOfSurface = (surface: number) => {
      const known = rows[surface] ?? -1;
      if (known !== UNKNOWN) return known;
      const row = rowOfWord(surfaces[surface] ?? '');
      rows[surface] = row;
      return row;
    };
    rowsBySurfaces.set(surfaces, rowOfSurface);
    return rowOfSurface;
  };
  return { vectors, rowOfWord, rowsIn };
}
