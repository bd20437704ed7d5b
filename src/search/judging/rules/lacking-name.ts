import type { Rule } from '../rule.ts';

/**
 * A name, a figure or a label that is asked about and that the passage lacks: what is told of 2022 does not answer for 2021, nor
 * `Chapter 3` for chapter 4, nor what Alibaba said for Airbnb.
 */
export const lackingName: Rule = {
  name: 'lacking-name',
  see({ words }) {
    const lacking = words.filter(({ held, concept }) => !held && (concept.isName || concept.isNumber));
    return lacking.length > 0
      ? { kind: 'lacking', words: lacking.map(({ concept }) => concept.asked) }
      : undefined;
  },
};
