import { missingFrom } from '../missing.ts';
import type { Rule } from '../rule.ts';

/**
 * The very thing that is asked for, of which the articles have no word: "how many *parameters*". They cannot answer,
 * however much of the rest they cover.
 */
export const missingThing: Rule = {
  name: 'missing-thing',
  see(question, ranking) {
    const missing = missingFrom(question, ranking);
    const isMissing = question.thing.length > 0 && question.thing.every((word) => missing.includes(word));
    return isMissing ? { words: question.thing } : undefined;
  },
};
