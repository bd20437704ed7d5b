// Rule: the passage denies it.
import { PART, partsOfSpeech } from '../../text/english-words.ts';
import type { Rule } from '../rule.ts';

/** What denies an English verb right behind it: `could not verify`, `refused to pay`. */
const NEGATION =
  /\b(?:(?:could|can|would|will|did|does|do|has|have|had|is|was|were|are) (?:not|never)|(?:could|ca|would|wo|did|does|do|has|have|had|is|was|were|are)n['’]t|cannot|never|not|nobody|no one|refus(?:e|es|ed|ing) to|fail(?:s|ed|ing)? to|declin(?:e|es|ed|ing) to|unable to|den(?:ies|ied|ying) that \S+(?: \S+){0,3})(?: (?:yet|been|be|ever|also|even))* $/i;
/** In UTF-16 units: how far before a verb its negation begins at the most. */
const REACH = 40;

/**
 * The passage denies what the question takes for granted: "Why did the insurer *pay*?" over `refused to pay`. To a question of yes or no, or
 * to one that denies itself, it is an answer.
 */
export const toldNegated: Rule = {
  name: 'told-negated',
  see({ question, passage, words }) {
    const { language } = question.shelf.index;
    if (language.tag !== 'en' || question.isNegated || question.kind === 'yes-no') return undefined;
    const { text } = passage.article;
    for (const { concept, held } of words) {
      if (!held || concept.isName || concept.isNumber || held.state !== 'held') continue;
      if ((partsOfSpeech(language.stem(concept.asked)) & PART.verb) === 0) continue;
      const denials = held.spans.map(({ start, end }) => {
        const from = NEGATION.exec(text.slice(Math.max(0, start - REACH), start))?.[0];
        return from === undefined ? undefined : text.slice(start - from.length, end);
      });
      const [printed] = denials;
      if (printed !== undefined && denials.every((denial) => denial !== undefined))
        return { kind: 'denied', printed };
    }
    return undefined;
  },
};
