// How much of a question is covered.
import { openingSentence } from '../index/cohesion.ts';
import type { Question } from '../question/question.ts';
import type { Ranking } from '../ranking/ranking.ts';

/** How many sentences on each side of the best passage count as near it. */
const NEAR = 2;

/** How much of each concept is held, from 0 to 1, in the question's order. */
export interface Coverage {
  /** By the best passage. */
  readonly passage: Float32Array;
  /** By it and the sentences near it. */
  readonly nearby: Float32Array;
}

/** How much of each concept the best passage holds, and it together with the sentences near it. */
export function coverageOf(question: Question, ranking: Ranking): Coverage {
  const before = coverages.get(ranking);
  if (before?.question === question) return before.coverage;
  const coverage = measure(question, ranking);
  coverages.set(ranking, { question, coverage });
  return coverage;
}

/** Several rules ask for the coverage of the same question and ranking. */
const coverages = new WeakMap<Ranking, { readonly question: Question; readonly coverage: Coverage }>();

function measure({ shelf, concepts }: Question, { candidates, printedOf }: Ranking): Coverage {
  const passage = new Float32Array(concepts.length);
  const nearby = new Float32Array(concepts.length);
  const [top] = candidates;
  if (!top) return { passage, nearby };
  const first = openingSentence(shelf.cohesion, top.sentence);
  for (let sentence = first - NEAR; sentence <= top.sentence + NEAR; sentence += 1) {
    const within = sentence >= first && sentence <= top.sentence;
    printedOf(sentence).forEach((match, concept) => {
      nearby[concept] = Math.max(nearby[concept] ?? 0, match);
      if (within) passage[concept] = Math.max(passage[concept] ?? 0, match);
    });
  }
  return { passage, nearby };
}
