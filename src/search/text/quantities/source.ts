// A text as quantities are read from it.
import type { Entry, Lexicon } from './lexicon.ts';
import { CLASS, classAt, wordEnd } from './line.ts';
import { hashed, mayHold } from './sieve.ts';

/** A numeric expression of a text. */
export interface Quantity {
  /** UTF-16 offsets into the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Value keys, as `quantitiesIn` describes them; those of two readings stand side by side. */
  readonly keys: readonly string[];
}

/** A text as it is read. */
export interface Source {
  readonly raw: string;
  /** As `plainOf` gives it. */
  readonly lower: string;
  readonly lexicon: Lexicon;
}

export interface Word {
  readonly entry: Entry;
  readonly end: number;
}

/** The word of the lexicon that begins at `at`; where one runs over hyphens (quatre-vingt-dix), the longest. */
export function entryAt({ lower, lexicon }: Source, at: number): Word | undefined {
  let hash = 0;
  let end = at;
  while (classAt(lower, end) === CLASS.letter) {
    hash = hashed(hash, lower.charCodeAt(end));
    end += 1;
  }
  if (end === at) return undefined;
  if (lexicon.tag === 'fr' || lexicon.tag === 'pt') {
    const ends = [end];
    while (ends.length < 4) {
      const last = ends.at(-1) ?? end;
      if (lower[last] !== '-') break;
      const next = wordEnd(lower, last + 1);
      if (next === last + 1) break;
      ends.push(next);
    }
    for (const longest of ends.reverse()) {
      const entry = lexicon.words.get(lower.slice(at, longest));
      if (entry) return { entry, end: longest };
    }
    return undefined;
  }
  const entry = mayHold(lexicon.sieve, hash) ? lexicon.words.get(lower.slice(at, end)) : undefined;
  return entry && { entry, end };
}

/** Whether `phrase` stands at `at`, whole. */
export function standsAt(lower: string, phrase: string, at: number): boolean {
  return lower.startsWith(phrase, at) && classAt(lower, at + phrase.length) !== CLASS.letter;
}
