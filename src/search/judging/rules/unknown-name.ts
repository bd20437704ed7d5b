import { unheardOf } from '../missing.ts';
import type { Rule } from '../rule.ts';

/** A name that no article in range holds: what is told of others does not answer. */
export const unknownName: Rule = {
  name: 'unknown-name',
  see(question, ranking) {
    const words = unheardOf(question, ranking).filter(({ isName }) => isName);
    return words.length > 0 ? { words } : undefined;
  },
};
