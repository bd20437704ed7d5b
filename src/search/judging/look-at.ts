// Looks at passages, one by one.
import type { Span } from '../../corpus/passage.ts';
import type { Held, RankedPassage } from '../finding.ts';
import { recognize } from '../kinds/recognize.ts';
import type { Question } from '../question/question.ts';
import type { Gathered } from '../ranking/gather-passages.ts';
import type { ReadSentence } from '../ranking/read-passages.ts';
import { quantitiesIn } from '../text/quantities/quantities.ts';
import { withoutMarks } from '../text/tokenizer.ts';
import { heldIn } from './held.ts';
import { nearIn } from './near.ts';
import { recognizeIn } from './recognize-in.ts';
import { evidentOf, weightsOf } from './telling.ts';

/** Share of the weight that the first passage holds of the question, from which another one stands beside it. */
const SHARE = 0.5;

type Seen = Pick<RankedPassage, 'held' | 'near' | 'answers' | 'mayAnswer' | 'standsBeside' | 'years'>;

/** What is seen of the question in each of its passages. Of most nobody asks, so that each is looked at when somebody does. */
export function lookAt(
  question: Question,
  passages: readonly Gathered[],
  readOf: (passage: Gathered) => ReadSentence | undefined,
): readonly RankedPassage[] {
  const [best] = passages;
  if (!best) return [];
  const look = lookerOn(question, best, readOf);
  return passages.map((passage) => {
    let seen: Seen | undefined;
    const see = () => {
      seen ??= look(passage);
      return seen;
    };
    const { article, first, last, focus, score } = passage;
    return {
      article,
      first,
      last,
      focus,
      score,
      get matches() {
        return passage.matches;
      },
      get held() {
        return see().held;
      },
      get near() {
        return see().near;
      },
      get answers() {
        return see().answers;
      },
      get mayAnswer() {
        return see().mayAnswer;
      },
      get standsBeside() {
        return see().standsBeside;
      },
      get years() {
        return see().years;
      },
    };
  });
}

function lookerOn(
  question: Question,
  first: Gathered,
  readOf: (passage: Gathered) => ReadSentence | undefined,
): (passage: Gathered) => Seen {
  const { concepts } = question;
  const evident = new Set(evidentOf(concepts));
  const weights = weightsOf(concepts);
  const weigh = (held: readonly (Held | undefined)[]) =>
    held.reduce((sum, one, at) => sum + (one ? (weights[at] ?? 0) : 0), 0);
  const heldFirst = heldIn(question, first);
  return (passage) => {
    const held = passage === first ? heldFirst : heldIn(question, passage);
    const { spans, mayHold } = recognizeIn(question, passage, held);
    // What is told of others is no answer: only beside the telling words that the first passage has does it count.
    const isOfThem = concepts.every((concept, at) => !evident.has(concept) || !heldFirst[at] || held[at]);
    const weight = weigh(held);
    return {
      held: concepts.flatMap((concept, at) => (evident.has(concept) ? [held[at]] : [])),
      near: concepts.flatMap((concept, at) =>
        evident.has(concept) ? [held[at] ? [] : nearIn(question, concept, passage)] : [],
      ),
      answers: isOfThem ? answersIn(spans, readOf(passage)?.span) : [],
      mayAnswer: spans.length > 0 || mayHoldAny(question, passage, mayHold),
      standsBeside: passage === first || (weight > 0 && weight >= SHARE * weigh(heldFirst)),
      years: yearsIn(question, passage),
    };
  };
}

/** The years that a passage prints, where the question names a figure: offsets into the article's text. */
function yearsIn({ concepts, shelf }: Question, { article, first, last }: Gathered): readonly Span[] {
  if (!concepts.some(({ isNumber }) => isNumber)) return [];
  const offset = article.sentences[first]?.start ?? 0;
  return quantitiesIn(withoutMarks(article, first, last), shelf.index.language.tag)
    .filter(({ keys }) => keys.some((key) => key.startsWith('year:')))
    .map(({ start, end }) => ({ start: start + offset, end: end + offset }));
}

/** Whether a passage may have anything of the kind asked for, also what the question brought: else it can be said to have none. */
function mayHoldAny(
  { kind, shelf }: Question,
  { article, first, last }: Gathered,
  mayHold: boolean,
): boolean {
  const whole = recognize(kind, withoutMarks(article, first, last), shelf.index.language.tag);
  if (whole.spans.length > 0) return true;
  // Of an age and a percentage a recognizer tells when there is none; of a count any figure may be one.
  return kind === 'age' || kind === 'percentage' ? false : mayHold || whole.mayHold;
}

/** What is of the kind asked for; where nothing is, what a reader points at. */
function answersIn(spans: readonly Span[], pointedAt: Span | undefined): readonly Span[] {
  return spans.length > 0 || !pointedAt ? spans : [pointedAt];
}
