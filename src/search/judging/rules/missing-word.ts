import { weightOf } from '../confidence.ts';
import { unheardOf } from '../missing.ts';
import type { Rule } from '../rule.ts';

/** Share of the question's weight from which it hangs on one word; tried from 0.2 to 0.4. */
const SHARE = 0.25;

/** A telling word that no article in range holds, nor any word like it: what is told of butter does not answer for a butler. */
export const missingWord: Rule = {
  name: 'missing-word',
  see(question, ranking) {
    const words = question.concepts.filter(({ part }) => !part);
    const total = words.reduce((sum, word) => sum + weightOf(word), 0);
    const missing = unheardOf(question, ranking).filter((word) => {
      const weight = weightOf(word);
      return weight > 0 && weight >= SHARE * total;
    });
    return missing.length > 0 ? { words: missing } : undefined;
  },
};
