// Rule: nobody is named who could be the answer.
import { recognizeIn } from '../recognize-in.ts';
import type { Rule } from '../rule.ts';
import { lackingOf } from '../sight.ts';

/**
 * "Who" is asked, a telling word lacks, and nobody is recognized in the passage whom the question does not name: "Who is the director of
 * the Tsavo Trust?" Of near-topic questions 4 % fewer are called found for it, of XQuAD’s answerable ones 1.5 %, of SelQA’s 0.4 %.
 */
export const nobodyNamed: Rule = {
  name: 'nobody-named',
  see(sight) {
    const { question, kind, passage, words } = sight;
    if (question.kind !== 'person' || question.shelf.index.language.tag !== 'en') return undefined;
    const lacking = lackingOf(sight);
    if (lacking.length === 0 || kind.spans.length > 0) return undefined;
    // Who did something may be a group; who somebody is, is none.
    const groups = recognizeIn(
      { ...question, kind: 'group' },
      passage,
      words.map(({ held }) => held),
    );
    if (!question.asksIndividual && groups.spans.length > 0) return undefined;
    return { kind: 'lacking', words: lacking.map(({ concept }) => concept.asked) };
  },
};
