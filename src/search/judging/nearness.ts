import type { Concept } from '../question/concepts.ts';
import { weightsOf } from './telling.ts';

/** How much of a question is covered, by weight of its words; each from 0 to 1. */
export interface Cover {
  /** By the best passage. */
  readonly passage: number;
  /** By the best passage and two sentences on each side. */
  readonly nearby: number;
  /** By all sentences, headings and titles in range. */
  readonly article: number;
  /** 1 ÷ the number of words: one alone is covered easily. */
  readonly brevity: number;
}

/**
 * What the cover counts in a logistic regression that tells questions of an article from those of another. Fitted on the
 * judged English articles; a fit on either half of them gives weights within 0.5 of these.
 */
const WEIGHTS = { constant: -4.3, passage: 3.3, nearby: 4.2, article: 2.6, brevity: -2.2 } as const;

/** From which nearness on a question is not absent: 83 % of the questions of another English article are below. */
export const NEAR = 0.045;

/** What a word counts where only related words are held: part of the similarity. */
const RELATED_SHARE = 0.3;

/**
 * Weighs how much of each concept the passage and its neighborhood hold (`passage` and `nearby`, from 0 to 1 for each
 * concept); `inTitle` tells which concepts stand in the title or a heading.
 */
export function coverOf(
  concepts: readonly Concept[],
  passage: Float32Array,
  nearby: Float32Array,
  inTitle: (concept: Concept) => boolean,
): Cover {
  const weights = weightsOf(concepts);
  let count = 0;
  let total = 0;
  const covered = { passage: 0, nearby: 0, article: 0 };
  concepts.forEach((concept, i) => {
    if (concept.part) return;
    const weight = weights[i] ?? 0;
    const closest = Math.max(0, ...concept.alternatives.map(({ factor }) => factor));
    count += 1;
    total += weight;
    covered.passage += weight * (passage[i] ?? 0);
    covered.nearby += weight * (nearby[i] ?? 0);
    const held = concept.found ? closest : RELATED_SHARE * closest;
    covered.article += weight * (held < 1 && inTitle(concept) ? 1 : held);
  });
  const share = (weight: number) => (total === 0 ? 0 : weight / total);
  return {
    passage: share(covered.passage),
    nearby: share(covered.nearby),
    article: share(covered.article),
    brevity: 1 / Math.max(1, count),
  };
}

/** How near the articles come to a question, from 0 to 1, whether or not they answer it. */
export function nearnessOf(cover: Cover): number {
  const { constant, passage, nearby, article, brevity } = WEIGHTS;
  const sum =
    constant +
    passage * cover.passage +
    nearby * cover.nearby +
    article * cover.article +
    brevity * cover.brevity;
  return 1 / (1 + Math.exp(-sum));
}
