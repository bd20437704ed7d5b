// Rule: Vietnamese syllables are scattered.
import { FEATURES } from '../../ranking/features.ts';
import type { Rule } from '../rule.ts';

/** Share of neighboring syllables of the question below which it is other words that have them; tried from 0.15 to 0.4. */
const FEWEST = 0.3;
const ADJACENT = FEATURES.findIndex(({ name }) => name === 'adjacent');

/**
 * Vietnamese is written in syllables, most of which stand in any text: only side by side, as in the question, are they its words.
 * Without it 13 % of the questions of another article are called found, with it the figure that ARCHITECTURE.md has.
 */
export const scatteredSyllables: Rule = {
  name: 'scattered-syllables',
  see({ question, ranking: { candidates }, words }) {
    if (question.shelf.index.language.tag !== 'vi' || words.length < 2) return undefined;
    return (candidates[0]?.features[ADJACENT] ?? 0) < FEWEST ? { kind: 'thin' } : undefined;
  },
};
