// Rule: no reason is given.
import { textOf } from '../../../corpus/passage.ts';
import type { Rule } from '../rule.ts';
import { lackingOf } from '../sight.ts';

/** Words with which English gives a reason. */
const REASON =
  /\b(?:because|due to|so that|led to|owing to|since|as a result|in order to|thanks to|caused|therefore|reasons?)\b/i;

/**
 * "Why" is asked, a telling word lacks, and the passage gives no reason: the premise of the question may be false. Of questions with
 * a false premise 12 % fewer are called found for it, of XQuAD's answerable ones 0.3 %.
 */
export const unexplained: Rule = {
  name: 'unexplained',
  see(sight) {
    const { question, passage } = sight;
    if (question.kind !== 'reason' || question.shelf.index.language.tag !== 'en') return undefined;
    const lacking = lackingOf(sight);
    if (lacking.length === 0 || REASON.test(textOf(passage))) return undefined;
    return { kind: 'lacking', words: lacking.map(({ concept }) => concept.asked) };
  },
};
