import type { Concept } from '../question/concepts.ts';
import type { Possession, Question } from '../question/question.ts';
import type { Ranking } from '../ranking/ranking.ts';

/** What a rule saw that keeps the best passage from being an answer. */
export interface Sighting {
  /** Words of the question that it hangs on, and that the articles lack. */
  readonly words?: readonly Concept[];
  /** What is asked of one owner and told of another. */
  readonly another?: Possession;
}

/** One reason why the best passage is no answer, whatever it shares with the question. */
export interface Rule {
  /** Also the name of its file in `rules/`, and of its test. */
  readonly name: string;
  /** What it saw; undefined where it saw nothing. Pure. */
  readonly see: (question: Question, ranking: Ranking) => Sighting | undefined;
}
