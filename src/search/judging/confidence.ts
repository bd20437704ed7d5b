import type { Outcome } from '../finding.ts';
import type { Concept } from '../question/concepts.ts';

/** How much of a question is covered, by weight of its words; each from 0 to 1. */
export interface Evidence {
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
 * What the evidence counts in a logistic regression that tells questions of an article from those of another, and of
 * `clapnq` those that its passage answers. Fitted on the judged English articles; a fit on either half of them gives
 * weights within 0.5 of these and does as well on the other half (`npm run eval -- --half`).
 */
const EVIDENCE_WEIGHTS = { constant: -4.3, passage: 3.3, nearby: 4.2, article: 2.6, brevity: -2.2 } as const;

/**
 * From which confidence on a question is `found`, and `unclear`. With them, and where no carrying word is lacking, 94 %
 * of the questions that XQuAD's English articles answer are found and 1 % of those of another article; the others of
 * another article are absent (83 %) or unclear. Without the rule of carrying words 97 % would be found, and so would
 * "Where was she born?" of anyone whom an article names. Vietnamese, whose syllables stand in any text, fares worst:
 * 47 % of another article's questions are found.
 */
const THRESHOLDS = { found: 0.22, unclear: 0.045 } as const;

/** Rarity of words so common that a question never hangs on them: `make`, `take`. */
const LEAST_TELLING = 6;
/** What a word counts where only related words are held: part of the similarity. */
const RELATED_SHARE = 0.3;

/** What a question hangs on a word: how much rarer it is than words that tell nothing. */
export function weightOf({ rarity }: Concept): number {
  return Math.max(0, rarity - LEAST_TELLING);
}

/**
 * Weighs how much of each concept the passage and its neighborhood hold (`passage` and `nearby`, from 0 to 1 for each
 * concept); `inTitle` tells which concepts stand in the title or a heading.
 */
export function evidenceOf(
  concepts: readonly Concept[],
  passage: Float32Array,
  nearby: Float32Array,
  inTitle: (concept: Concept) => boolean,
): Evidence {
  let count = 0;
  let total = 0;
  // Of a question of common words alone, such as `Go`, each counts.
  const isTelling = concepts.some((concept) => !concept.part && weightOf(concept) > 0);
  const covered = { passage: 0, nearby: 0, article: 0 };
  concepts.forEach((concept, i) => {
    if (concept.part) return;
    const weight = isTelling ? weightOf(concept) : 1;
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

/** How sure it is that the passage answers, from 0 to 1. */
export function confidenceOf(evidence: Evidence): number {
  const { constant, passage, nearby, article, brevity } = EVIDENCE_WEIGHTS;
  const sum =
    constant +
    passage * evidence.passage +
    nearby * evidence.nearby +
    article * evidence.article +
    brevity * evidence.brevity;
  return 1 / (1 + Math.exp(-sum));
}

/** The confidence of a finding against which a rule saw something: never enough to be `found`. */
export function withSighting(confidence: number): number {
  return Math.min(confidence, (THRESHOLDS.found * (1 + confidence)) / 2);
}

export function outcomeOf(confidence: number): Outcome {
  if (confidence >= THRESHOLDS.found) return 'found';
  return confidence >= THRESHOLDS.unclear ? 'unclear' : 'absent';
}
