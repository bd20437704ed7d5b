import { weightOf } from '../confidence.ts';
import { coverageOf } from '../coverage.ts';
import type { Rule } from '../rule.ts';

/** Share of the question's weight from which the best passage itself must hold a word. */
const SHARE = 0.35;

/**
 * A word on which much of the question hangs, and which the best passage lacks although it is printed elsewhere: `Gamma Oils
 * bought Delta Paints` does not tell who the treasurer of Gamma Oils is.
 */
export const lackingWord: Rule = {
  name: 'lacking-word',
  see(question, ranking) {
    const { passage } = coverageOf(question, ranking);
    const total = question.concepts.reduce((sum, word) => sum + (word.part ? 0 : weightOf(word)), 0);
    const words = question.concepts.filter(
      (word, at) =>
        !word.part && weightOf(word) > 0 && weightOf(word) >= SHARE * total && (passage[at] ?? 0) === 0,
    );
    return words.length > 0 ? { words } : undefined;
  },
};
