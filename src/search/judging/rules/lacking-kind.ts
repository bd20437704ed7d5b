// Rule: nothing of the kind asked for.
import { isCertain } from '../../kinds/kind.ts';
import type { Rule } from '../rule.ts';

/** Nothing in the passage is of the kind asked for: no age for "how old", no number for "how many". */
export const lackingKind: Rule = {
  name: 'lacking-kind',
  see({ question, kind }) {
    const lacks = kind.spans.length === 0 && (!kind.mayHold || isCertain(question.kind));
    return lacks ? { kind: 'lacking-kind', of: question.kind } : undefined;
  },
};
