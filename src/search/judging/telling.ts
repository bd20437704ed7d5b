// Which words an answer hangs on.
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

/** What a question hangs on a word: 1 where it just tells, and more the rarer it is. */
export function weightOf({ rarity, isAsking }: Concept): number {
  return isAsking || rarity < TELLING ? 0 : rarity - TELLING + 1;
}

/** The weight of each concept of a question; where all its words are common, as in `Go`, each weighs 1. */
export function weightsOf(concepts: readonly Concept[]): readonly number[] {
  const hangs = concepts.some((concept) => !concept.part && weightOf(concept) > 0);
  return concepts.map((concept) => (concept.part ? 0 : hangs ? weightOf(concept) : 1));
}

/** The concepts that evidence is told of: those that tell, and all where none does. */
export function evidentOf(concepts: readonly Concept[]): readonly Concept[] {
  const isFirst = (concept: Concept, at: number, all: readonly Concept[]) =>
    all.findIndex(({ asked }) => asked.toLowerCase() === concept.asked.toLowerCase()) === at;
  const telling = concepts.filter(isTelling).filter(isFirst);
  return telling.length > 0 ? telling : concepts.filter(({ part, isAsking }) => !part && !isAsking);
}
