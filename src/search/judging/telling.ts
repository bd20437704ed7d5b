import type { Concept } from '../question/concepts.ts';

/**
 * Rarity from which a word tells what a question is about: `make` and `people` do not, `born` does. Of 6, 7 and 8, with the
 * signs fitted anew for each, 7 calls the fewest questions on false premises found at the same share of answerable ones.
 */
const TELLING = 7;

/** Whether what is asked hangs on a word: a name, a figure, or a word rare enough to tell. */
export function isTelling({ isName, isNumber, rarity, part, isAsking }: Concept): boolean {
  return !part && !isAsking && (isName || isNumber || rarity >= TELLING);
}

/** What a question hangs on a word: how much rarer it is than words that tell nothing. */
export function weightOf({ rarity, isAsking }: Concept): number {
  return isAsking ? 0 : Math.max(0, rarity - TELLING);
}

/** The weight of each concept of a question; where all its words are common, as in `Go`, each weighs 1. */
export function weightsOf(concepts: readonly Concept[]): readonly number[] {
  const hangs = concepts.some((concept) => !concept.part && weightOf(concept) > 0);
  return concepts.map((concept) => (concept.part ? 0 : hangs ? weightOf(concept) : 1));
}

/** The concepts that evidence is told of: those that tell, and all where none does. */
export function evidentOf(concepts: readonly Concept[]): readonly Concept[] {
  const telling = concepts.filter(isTelling);
  return telling.length > 0 ? telling : concepts.filter(({ part, isAsking }) => !part && !isAsking);
}
