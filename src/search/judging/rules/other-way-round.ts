// Rule: who did it and to whom are exchanged.
import { textOf } from '../../../corpus/passage.ts';
import type { Question } from '../../question/question.ts';
import type { Token } from '../../text/language.ts';
import type { Rule } from '../rule.ts';

/** Who does what to whom, in an English question: "Who sued *Alfa*?", "Did *Stanford* accuse *Alibaba*?" */
interface Deed {
  /** Undefined where it is asked for. */
  readonly subject: string | undefined;
  readonly verb: string;
  readonly object: string;
}

const NAME = "\\p{Lu}[\\p{L}\\p{N}.&'’-]*(?: (?:of |the )?\\p{Lu}[\\p{L}\\p{N}.&'’-]*)*";
/** What may follow a name that is the object itself, and not a part of it: `New France reinforcements`. */
const END = '(?=\\s*(?:$|[?.,;!]|\\b(?:in|at|on|for|over|with|after|before|by|of|to|from|and|about)\\b))';
const AUXILIARY =
  /^(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must|the|by|of|in)$/;
const FORMS = [
  new RegExp(
    `^\\W*(?:[Ww]ho|[Ww](?:hich|hat) \\p{Ll}+) (?:has |had |have )?(?<verb>\\p{Ll}+) (?:the )?(?<object>${NAME})${END}`,
    'u',
  ),
  new RegExp(
    `^\\W*(?:[Dd]id|[Dd]oes|[Dd]o|[Hh]as|[Hh]ave|[Ww]ill) (?:the )?(?<subject>${NAME}) (?<verb>\\p{Ll}+) (?:the )?(?<object>${NAME})${END}`,
    'u',
  ),
  new RegExp(
    `^\\W*(?:[Ww]hy|[Ww]hen|[Ww]here|[Hh]ow) (?:did|does|has|will) (?:the )?(?<subject>${NAME}) (?<verb>\\p{Ll}+) (?:the )?(?<object>${NAME})${END}`,
    'u',
  ),
];
/** Words between a verb and the names on its sides at the most. */
const REACH = 4;

/**
 * The passage tells that the one whom the question has something done to does it: "Who sued Alfa?" over `Alfa sued Gamma`. By the
 * order of the names around the verb; `was sued by` turns it around.
 */
export const otherWayRound: Rule = {
  name: 'other-way-round',
  see({ question, passage }) {
    if (question.shelf.index.language.tag !== 'en') return undefined;
    const deed = deedIn(question.text);
    if (!deed) return undefined;
    const turns = rolesIn(textOf(passage), deed, question);
    return turns.length > 0 && turns.every((isTurned) => isTurned)
      ? { kind: 'other-way-round', verb: deed.verb, object: deed.object }
      : undefined;
  },
};

function deedIn(question: string): Deed | undefined {
  for (const form of FORMS) {
    const { subject, verb, object } = form.exec(question)?.groups ?? {};
    if (verb && object && !AUXILIARY.test(verb)) return { subject, verb, object };
  }
  return undefined;
}

/** For each time that the verb stands between names of the deed, whether the object does it. */
function rolesIn(
  text: string,
  { subject, verb, object }: Deed,
  {
    shelf: {
      index: { language },
    },
  }: Question,
): boolean[] {
  const tokens = language.tokenize(text);
  const keyOf = (token: Token | undefined) => language.stem(token?.text ?? '');
  const keysOf = (name: string | undefined) =>
    new Set((name ?? '').split(' ').map((word) => language.stem(word)));
  const [subjects, objects] = [keysOf(subject), keysOf(object)];
  const wanted = language.stem(verb);
  return tokens.flatMap((token, at) => {
    if (keyOf(token) !== wanted) return [];
    const before = tokens.slice(Math.max(0, at - REACH), at);
    const after = tokens.slice(at + 1, at + 1 + REACH);
    const isPassive =
      tokens[at + 1]?.text === 'by' ||
      before.some(({ text: word }) => /^(?:is|are|was|were|been|being|be)$/i.test(word));
    const [doers, others] = isPassive ? [after, before] : [before, after];
    const isDoing = doers.some((one) => objects.has(keyOf(one)));
    const isDoneTo = others.some((one) => objects.has(keyOf(one)));
    const isRight = subject !== undefined && doers.some((one) => subjects.has(keyOf(one)));
    // Who does it must be named on the other side, or something else that it is done to.
    const hasOther = others.some(
      ({ text: word }) => /^\p{Lu}/u.test(word) && !objects.has(language.stem(word)),
    );
    if (isDoneTo || isRight) return [false];
    return isDoing && (subject === undefined ? hasOther : others.some((one) => subjects.has(keyOf(one))))
      ? [true]
      : [];
  });
}
