// When two words are the same.
import type { Language } from './language.ts';

/** A way in which two words are the same. */
export interface Relation {
  readonly name: 'same' | 'inflection' | 'derivation' | 'kinship';
  /** What a sentence with the one counts, where the other is asked for, beside a sentence with the word itself. */
  readonly strength: number;
  /** Whether a reply says it under "Read as". */
  readonly isTold: boolean;
  /** The keys of the words that are the same as a word in this way. */
  readonly keysOf: (word: string, language: Language) => readonly string[];
}

/**
 * Whether two strings are the same word is asked here alone: of the index, of questions, of what is judged, completed and
 * highlighted. The nearest relation counts.
 */
export const RELATIONS: readonly Relation[] = [
  {
    // One key: folding (case, width, accents, points, digits), the spelling of another region, regular inflection.
    name: 'same',
    strength: 1,
    isTold: false,
    keysOf: (word, language) => [language.stem(word)],
  },
  {
    // English sets: none moves by more than 0.001; without it `leaf` does not find leaves, nor `find` found.
    // Forms of which another word has one as well: leaf and leaves, find and found.
    name: 'inflection',
    strength: 1,
    isTold: false,
    keysOf: (word, language) => language.otherKeys(word),
  },
  {
    // Tried from 0.5 to 0.8. Without it R@1 / R@3 of seven English sets fall from 0.791 / 0.940 to 0.786 / 0.934.
    name: 'derivation',
    strength: 0.65,
    isTold: true,
    keysOf: (word, language) => language.derivations(word),
  },
  {
    // Words derived from one word: elector and election. No set moves by more than 0.002.
    name: 'kinship',
    strength: 0.4,
    isTold: true,
    keysOf: (word, language) => language.kindred(word),
  },
];
