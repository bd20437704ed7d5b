// All that signs and rules see.
import type { Held } from '../finding.ts';
import type { Recognized } from '../kinds/recognize.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import type { Gathered } from '../ranking/gather-passages.ts';
import type { Ranking } from '../ranking/ranking.ts';
import type { ReadSentence } from '../ranking/read-passages.ts';
import { heldIn } from './held.ts';
import { missingFrom } from './missing.ts';
import { recognizeIn } from './recognize-in.ts';
import { isTelling, weightsOf } from './telling.ts';

/** A word of the question beside what the first passage has of it. */
export interface Word {
  readonly concept: Concept;
  /** What the question hangs on it. */
  readonly weight: number;
  readonly isTelling: boolean;
  /** How the first passage has it; undefined where it lacks it. */
  readonly held: Held | undefined;
  /** Whether it stands nowhere in the articles, neither in a sentence nor in a title. */
  readonly isNowhere: boolean;
}

/** All that is seen of a question and the first passage, as it is shown: what signs and rules go by. */
export interface Sight {
  readonly question: Question;
  readonly ranking: Ranking;
  readonly passage: Gathered;
  /** In the question's order, without the characters of Han words. */
  readonly words: readonly Word[];
  /** What the passage has of the kind asked for, beside what the question brought. */
  readonly kind: Recognized;
  /** What a reader made of it; undefined where none read it. */
  readonly read: ReadSentence | undefined;
}

/** What a reader made of a passage; undefined where none read it. */
export function readOf(
  { shelf }: Question,
  ranking: Ranking,
  { article, focus }: Gathered,
): ReadSentence | undefined {
  const { firstSentence, articles } = shelf.index;
  return ranking.readOf?.get((firstSentence[articles.indexOf(article)] ?? 0) + focus);
}

export function sightOf(question: Question, ranking: Ranking, passage: Gathered): Sight {
  const held = heldIn(question, passage);
  const weights = weightsOf(question.concepts);
  const missing = new Set(missingFrom(question, ranking));
  const words = question.concepts.flatMap((concept, at) =>
    concept.part
      ? []
      : [
          {
            concept,
            weight: weights[at] ?? 0,
            isTelling: isTelling(concept),
            held: held[at],
            isNowhere: missing.has(concept),
          },
        ],
  );
  const kind = recognizeIn(question, passage, held);
  return { question, ranking, passage, words, kind, read: readOf(question, ranking, passage) };
}

/** The words of a sight that the passage lacks, among those that tell. */
export function lackingOf({ words }: Sight): readonly Word[] {
  return words.filter((word) => word.isTelling && !word.held);
}
