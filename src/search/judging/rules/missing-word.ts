// Rule: a telling word is in no article.
import type { Rule } from '../rule.ts';

/** Share of the question's weight from which it hangs on one word; tried from 0.2 to 0.4. */
const SHARE = 0.33;

/**
 * A telling word that no article in range holds, nor what it was read as: what is told of butter does not answer for a butler. Of
 * CLAP NQ's unanswerable questions 5 % fewer are called found for it, of XQuAD's answerable ones 3 %.
 */
export const missingWord: Rule = {
  name: 'missing-word',
  see({ words }) {
    const total = words.reduce((sum, { weight }) => sum + weight, 0);
    const missing = words.filter(
      ({ isNowhere, held, weight, concept }) =>
        isNowhere &&
        !held &&
        weight > 0 &&
        weight >= SHARE * total &&
        (concept.isGuess || concept.alternatives.length === 0),
    );
    return missing.length > 0
      ? { kind: 'lacking', words: missing.map(({ concept }) => concept.asked) }
      : undefined;
  },
};
