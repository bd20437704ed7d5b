import type { Concept } from '../../question/concepts.ts';
import type { Question } from '../../question/question.ts';
import { weightOf } from '../confidence.ts';
import { coverageOf } from '../coverage.ts';
import type { Rule } from '../rule.ts';

/** Share of the question's weight from which the best passage itself must hold a word; tried from 0.25 to 0.45. */
const SHARE = 0.35;

/**
 * A word on which much of the question hangs, and which the best passage lacks although it is printed elsewhere: `Gamma Oils
 * bought Delta Paints` does not tell who the treasurer of Gamma Oils is. Of CLAP NQ's unanswerable questions 4 % fewer are
 * called found for it, of XQuAD's answerable ones 2 %.
 */
export const lackingWord: Rule = {
  name: 'lacking-word',
  see(question, ranking) {
    const { passage } = coverageOf(question, ranking);
    const words = question.concepts.filter(({ part }) => !part);
    const total = words.reduce((sum, word) => sum + weightOf(word), 0);
    const isHeld = (word: Concept) => (passage[question.concepts.indexOf(word)] ?? 0) > 0;
    const lacking = words.filter((word, at) => {
      const weight = weightOf(word);
      if (weight === 0 || weight < SHARE * total || isHeld(word)) return false;
      return !isNameOfHeld(word, words[at - 1], words[at + 1], isHeld, question);
    });
    return lacking.length > 0 ? { words: lacking } : undefined;
  },
};

/** Whether the passage has the neighbor that a word is printed beside elsewhere: `Huang`, where `Jensen Huang` was asked for. */
function isNameOfHeld(
  word: Concept,
  before: Concept | undefined,
  after: Concept | undefined,
  isHeld: (word: Concept) => boolean,
  { shelf, range }: Question,
): boolean {
  const areTogether = (one: Concept, next: Concept) =>
    shelf.runs.holding([one.asked, next.asked], range).size > 0;
  return (
    (before !== undefined && isHeld(before) && areTogether(before, word)) ||
    (after !== undefined && isHeld(after) && areTogether(word, after))
  );
}
