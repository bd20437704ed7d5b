import { coverageOf } from '../coverage.ts';
import type { Rule } from '../rule.ts';

/**
 * A figure that is asked about, which the best passage lacks: what is told of 2022 does not answer for 2021, nor does
 * `Chapter 3` for chapter 4.
 */
export const missingNumber: Rule = {
  name: 'missing-number',
  see(question, ranking) {
    const { nearby } = coverageOf(question, ranking);
    const words = question.concepts.filter(
      ({ isNumber, part }, at) => isNumber && !part && (nearby[at] ?? 0) === 0,
    );
    return words.length > 0 ? { words } : undefined;
  },
};
