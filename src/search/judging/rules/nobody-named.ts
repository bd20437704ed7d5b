import type { Rule } from '../rule.ts';
import { lackingOf } from '../sight.ts';

/**
 * It is asked who somebody is, a telling word lacks, and nobody is recognized in the passage whom the question does not name: "Who is the director of
 * the Tsavo Trust?" Of near-topic questions 5 % fewer are called found for it, of XQuAD's and SelQA's answerable ones 2 %.
 */
export const nobodyNamed: Rule = {
  name: 'nobody-named',
  see(sight) {
    const { question, kind } = sight;
    if (question.kind !== 'person' || !question.asksIndividual) return undefined;
    const lacking = lackingOf(sight);
    if (lacking.length === 0 || kind.spans.length > 0) return undefined;
    return { kind: 'lacking', words: lacking.map(({ concept }) => concept.asked) };
  },
};
