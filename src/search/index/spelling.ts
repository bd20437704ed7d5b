// Finds what a misspelt word may mean.
import Fuse from 'fuse.js';
import { atOnce } from '../../steps.ts';
import { allowance, editDistance } from '../text/edit-distance.ts';
import type { Language } from '../text/language.ts';
import {
  type Alike,
  CANDIDATES,
  compare,
  type Forms,
  type Holds,
  LEAST_SHARED,
  makingForms,
  type Neighbor,
} from './forms.ts';
import { diceOf } from './letter-pairs.ts';
import type { WholeIndex } from './sentence-index.ts';

export type { Neighbor } from './forms.ts';

export interface Speller {
  /** Words that a misspelt one may have meant, nearest first; stop words among them. `holds` tells which terms count. */
  meant(word: string, holds: (term: number) => boolean): readonly Neighbor[];
  /** Words that share a word's beginning and most of its letters, as `assimilated` and `assimilation` do; nearest first. */
  related(word: string, holds: (term: number) => boolean): readonly Neighbor[];
  /** Longer words that begin with letters, or begin or end with them; the shortest first. */
  within(
    letters: string,
    where: 'beginning' | 'either',
    holds: (term: number) => boolean,
  ): readonly Neighbor[];
}

/** Letters that related words have in common at their beginning. */
const COMMON_BEGINNING = 4;
const MOST_RELATED = 4;
/** Letters that a compound has beside the word that is looked for in it: fewer are an ending or a prefix. Korean has one syllable. */
const SHORTEST_REST = { letters: 4, syllables: 1 } as const;
/** Fuse searches patterns of at most 32 characters in one piece. */
const LONGEST_PATTERN = 32;

/** Finds what a misspelt word may have meant in the articles of an index. */
export function createSpeller(index: WholeIndex): Speller {
  return spellerOver([atOnce(makingForms(index))], index.language);
}

/**
 * Finds what a misspelt word may have meant. Letter pairs narrow the vocabulary to a few dozen forms, since Fuse takes
 * over 100 ms for one word over 74,000; Fuse ranks those, and an edit distance decides which are near enough. Forms of several
 * indexes are as those of one, in their order.
 */
export function spellerOver(vocabularies: readonly Forms[], language: Language): Speller {
  const alikeIn = (asked: string, slack: number, holds: Holds): readonly Alike[] => {
    const [only, ...others] = vocabularies;
    const found = only?.alike(asked, slack, holds) ?? [];
    if (others.length === 0) return found;
    return [...found, ...others.flatMap((forms) => forms.alike(asked, slack, holds))]
      .sort((a, b) => b.similarity - a.similarity || a.pair - b.pair || a.form.length - b.form.length)
      .slice(0, CANDIDATES);
  };
  return {
    meant(word, holds) {
      const asked = language.fold(word);
      if (asked.length < 3) return [];
      const slack = allowance(asked.length);
      const candidates = alikeIn(asked, slack, holds);
      const fuse = new Fuse(candidates, { keys: ['form'], ignoreLocation: true, threshold: 0.6 });
      return fuse
        .search(asked.slice(0, LONGEST_PATTERN))
        .map(({ item }) => ({ item, distance: editDistance(asked, item.form) }))
        .filter(({ distance }) => distance <= slack)
        .map(({ item: { surface, form, term }, distance }) => ({
          surface,
          form,
          term,
          similarity: 1 - distance / Math.max(asked.length, form.length),
        }))
        .sort((a, b) => b.similarity - a.similarity);
    },
    related(word, holds) {
      const asked = language.fold(word);
      const beginning = asked.slice(0, COMMON_BEGINNING);
      if (beginning.length < COMMON_BEGINNING) return [];
      return vocabularies
        .flatMap((forms) => forms.beginningWith(beginning, holds))
        .map((one) => ({ ...one, similarity: diceOf(asked, one.form) }))
        .filter(({ similarity }) => similarity >= LEAST_SHARED.long)
        .sort((a, b) => b.similarity - a.similarity || compare(a.form, b.form))
        .slice(0, MOST_RELATED);
    },
    within(letters, where, holds) {
      const rest = where === 'beginning' ? SHORTEST_REST.syllables : SHORTEST_REST.letters;
      const fits = (form: string) =>
        form.startsWith(letters) || (where === 'either' && form.endsWith(letters));
      return vocabularies
        .flatMap((forms) => forms.longer(letters.length + rest, fits, holds, MOST_RELATED))
        .sort((a, b) => a.form.length - b.form.length)
        .slice(0, MOST_RELATED)
        .map((one) => ({ ...one, similarity: letters.length / one.form.length }));
    },
  };
}
