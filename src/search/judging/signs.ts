// The signs for and against an answer.
import { isSeen } from '../kinds/kind.ts';
import { lackingOf, type Sight, type Word } from './sight.ts';

/** Something to see of a question and its first passage, and what it counts for an answer. */
export interface Sign {
  readonly name: string;
  /** In a logistic regression: what one unit of it adds to the logarithm of the odds. */
  readonly weight: number;
  /** The weight is by judgment: a fit leaves it as it is. */
  readonly isGiven?: true;
  readonly of: (sight: Sight) => number;
}

/** Tells of the odds where every sign is 0. */
export const CONSTANT = -11.81;

/**
 * Whether the first passage answers, by what is seen of it. Fitted by logistic regression with a small L2 penalty (`npm run eval
 * -- FILE… --fit`) on judged English questions whose first passage answers, against such as the article does not answer and
 * such as are another article's.
 */
export const SIGNS: readonly Sign[] = [
  // Share of the question's weight that stands in the passage as the word itself.
  { name: 'held', weight: 0.51, of: ({ words }) => shareOf(words, ({ held }) => held?.state === 'held') },
  // Share that stands nowhere in the articles.
  {
    name: 'nowhere',
    weight: -1.08,
    of: ({ words }) => shareOf(words, ({ held, isNowhere }) => !held && isNowhere),
  },
  // The heaviest word that the passage lacks, as a share.
  {
    name: 'heaviestLacking',
    weight: 1.56,
    of: ({ words }) => Math.max(0, ...words.map(({ held, weight }) => (held ? 0 : weight))) / totalOf(words),
  },
  // Telling words that it lacks; and their share of those that are no names.
  { name: 'lacking', weight: 0.17, of: (sight) => lackingOf(sight).length },
  { name: 'lackingShare', weight: -1.11, of: lackingShare },
  // The score of the sentence in ranking, which weighs what features see; and how far it leads the third.
  { name: 'score', weight: 3.22, of: ({ passage }) => Math.log1p(Math.max(0, passage.score)) },
  { name: 'lead', weight: 1.66, of: leadOf },
  // The question names somebody or something; all names stand in the passage, or a rule forbids.
  { name: 'names', weight: 0.6, of: ({ words }) => (words.some(({ concept }) => concept.isName) ? 1 : 0) },
  // A kind of thing is asked for that is not recognized there; and how near to the question's words it is where it is.
  {
    name: 'kindLacking',
    weight: -0.7,
    of: ({ question, kind }) => (isSeen(question.kind) && kind.spans.length === 0 ? 1 : 0),
  },
  { name: 'kindNear', weight: 0.01, of: nearnessOfKind },
  // What a reader makes of it, which weighs that itself; 0 without one.
  { name: 'reader', weight: 1, isGiven: true, of: ({ read }) => read?.judging ?? 0 },
];

/** The logarithm of the odds that the first passage answers. */
export function logOddsOf(signs: Float64Array): number {
  return SIGNS.reduce((sum, { weight }, at) => sum + weight * (signs[at] ?? 0), CONSTANT);
}

export function signsOf(sight: Sight): Float64Array {
  return Float64Array.from(SIGNS, ({ of }) => of(sight));
}

function totalOf(words: readonly Word[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0) || 1;
}

function shareOf(words: readonly Word[], isCounted: (word: Word) => boolean): number {
  return words.reduce((sum, word) => sum + (isCounted(word) ? word.weight : 0), 0) / totalOf(words);
}

function lackingShare({ words }: Sight): number {
  const telling = words.filter(({ isTelling, concept }) => isTelling && !concept.isName);
  return telling.filter(({ held }) => !held).length / Math.max(1, telling.length);
}

function leadOf({ ranking: { candidates } }: Sight): number {
  const [best, third] = [candidates[0]?.score ?? 0, candidates[2]?.score ?? 0];
  return best <= 0 ? 0 : (best - third) / best;
}

/** In UTF-16 units: what is of the kind asked for counts half where it stands so far from a word of the question. */
const HALF_AS_NEAR = 10;

function nearnessOfKind({ kind, words }: Sight): number {
  const places = words.flatMap(({ held }) => held?.spans ?? []);
  if (kind.spans.length === 0 || places.length === 0) return 0;
  const gap = Math.min(
    ...kind.spans.flatMap((span) =>
      places.map(({ start, end }) => Math.max(0, span.start - end, start - span.end)),
    ),
  );
  return 1 / (1 + gap / HALF_AS_NEAR);
}
