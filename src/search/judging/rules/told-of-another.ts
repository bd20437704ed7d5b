// Rule: it is told of another owner.
import { textOf } from '../../../corpus/passage.ts';
import { termOfPrinted } from '../../index/sentence-index.ts';
import type { Token } from '../../text/language.ts';
import type { Rule } from '../rule.ts';

/** Words between an owner and what is owned at the most: "Alibaba's new CEO", "the CEO of the group". */
const REACH = { before: 2, after: 3 } as const;

/**
 * What is asked for of one owner, where the passage tells of it with another only: "NVIDIA's CEO announced that Alibaba's …"
 * and "the treasurer of Delta Paints" hold every word of "Who is the treasurer of Gamma Oils?" and say nothing of it.
 */
export const toldOfAnother: Rule = {
  name: 'told-of-another',
  see({ question: { possession, shelf }, passage }) {
    if (!possession || possession.thingTerm === undefined) return undefined;
    const { index } = shelf;
    const { language } = index;
    const text = textOf(passage);
    const tokens = language.tokenize(text).filter(({ part }) => !part);
    const termOf = (token: Token | undefined) => termOfPrinted(index, token?.text ?? '');
    const isOwner = (token: Token | undefined) => possession.ownerTerms.has(termOf(token));
    const things = tokens.flatMap((token, at) => (termOf(token) === possession.thingTerm ? [at] : []));
    const isOwned = (at: number) =>
      tokens.slice(Math.max(0, at - REACH.before), at + REACH.after + 1).some(isOwner);
    const isOthers = (at: number) => {
      const before = tokens[at - 1];
      if (before && /['’]s$/.test(before.text)) return true;
      const behind = text.slice(tokens[at]?.end);
      return /^ (?:of|at|for) (?:the )?\p{Lu}/u.test(behind);
    };
    return things.some(isOthers) && !things.some(isOwned)
      ? { kind: 'of-another', thing: possession.thing, owner: possession.owner }
      : undefined;
  },
};
