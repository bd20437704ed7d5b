import { isCommon } from '../../text/frequency.ts';
import { coverageOf } from '../coverage.ts';
import type { Rule } from '../rule.ts';

/** Rarity from which a common English word, or a figure, tells what is asked of a name: `born`, `free`; not `think`. */
const TELLING = 8;

/** The one telling word that an English question asks of names ("Where was Jensen Huang *born*?"), and that the best passage lacks. */
export const missingPredicate: Rule = {
  name: 'missing-predicate',
  see(question, ranking) {
    if (question.shelf.index.language.tag !== 'en') return undefined;
    const words = question.concepts.filter(({ part }) => !part);
    const [only, another] = words.filter(({ isName }) => !isName);
    if (!only || another || words.length === 1) return undefined;
    const isTelling = (isCommon(only.asked) || only.isNumber) && only.rarity >= TELLING;
    const { passage } = coverageOf(question, ranking);
    const isLacking = (passage[question.concepts.indexOf(only)] ?? 0) === 0;
    return isTelling && isLacking ? { words: [only] } : undefined;
  },
};
