// Rule: the articles have no word for the thing asked for.
import { PART, partsOfSpeech } from '../../text/english-words.ts';
import type { Rule } from '../rule.ts';

/**
 * The very thing that is asked for, of which the articles have no word: "how many *parameters*". They cannot answer,
 * however much of the rest they cover.
 */
export const missingThing: Rule = {
  name: 'missing-thing',
  see({ question, words }) {
    const { language } = question.shelf.index;
    const isNoun = (word: string) =>
      language.tag !== 'en' ||
      (partsOfSpeech(language.stem(word)) & PART.noun) !== 0 ||
      !language.isKnown(word);
    const things = words.filter(
      ({ concept, isTelling }) => isTelling && question.thing.includes(concept) && isNoun(concept.asked),
    );
    const isMissing = things.length > 0 && things.every(({ isNowhere, held }) => isNowhere && !held);
    return isMissing ? { kind: 'lacking', words: things.map(({ concept }) => concept.asked) } : undefined;
  },
};
