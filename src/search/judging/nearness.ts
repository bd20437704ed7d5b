// How near the articles come to a question.
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
  /** How like the words are to their best counterparts in the best sentence, and it as a whole to the question. */
  readonly likeness: number;
  readonly cosine: number;
}

/** What tells how near the articles come, in the order of the fit. */
export const COVER: readonly (keyof Cover)[] = [
  'passage',
  'nearby',
  'article',
  'brevity',
  'likeness',
  'cosine',
];

/**
 * What the cover counts in a logistic regression that tells questions of an article from those of another. Fitted on judged English
 * articles (`npm run eval -- FILE… --fit`); `WORDS_ALONE` is for languages without word vectors, fitted without likeness and cosine, where
 * a fit on either half of the articles gives weights within 0.5 of these.
 */
type CoverWeights = Readonly<Record<keyof Cover | 'constant', number>>;
export const NEARNESS: CoverWeights = {
  constant: -5.77,
  passage: 1.26,
  nearby: 4.06,
  article: 3.86,
  brevity: -1.4,
  likeness: 3.66,
  cosine: 3.2,
};
const WORDS_ALONE: CoverWeights = {
  constant: -4.3,
  passage: 3.3,
  nearby: 4.2,
  article: 2.6,
  brevity: -2.2,
  likeness: 0,
  cosine: 0,
};

/**
 * From which nearness on a question is not absent: of the questions of another article as many are below as were when words alone told, and
 * of those in other words than the article's half as many as then.
 */
export const NEAR = 0.1;
/** The same where words alone tell: 83 % of the questions of another English article were below. */
const NEAR_BY_WORDS = 0.045;

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
  alike: Pick<Cover, 'likeness' | 'cosine'>,
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
    ...alike,
  };
}

/** How near the articles come to a question, from 0 to 1, whether or not they answer it. */
export function nearnessOf(cover: Cover, hasMeanings: boolean): number {
  const weights = hasMeanings ? NEARNESS : WORDS_ALONE;
  const sum = COVER.reduce((sum, key) => sum + weights[key] * cover[key], weights.constant);
  return 1 / (1 + Math.exp(-sum));
}

/** Whether a question so near is not absent. */
export function isNear(nearness: number, hasMeanings: boolean): boolean {
  return nearness >= (hasMeanings ? NEAR : NEAR_BY_WORDS);
}
