import { type Genus, genusOf } from '../kinds/kind.ts';
import type { SentenceView } from './sentence-view.ts';

/** Something to see of a candidate sentence, and what it counts. */
export interface Feature {
  readonly name: string;
  /** What one unit of it counts beside one unit of BM25. */
  readonly weight: number;
  readonly of: (view: SentenceView) => number;
}

/**
 * The features of a sentence. The weights were fitted by minimizing the softmax cross-entropy of the answering sentence
 * among the candidates (ListNet's top-one loss, Cao et al. 2007) with a small L2 penalty, on judged questions in English of
 * four collections, every question weighing the inverse root of its collection's size. Fitted on one half of the articles
 * and tested on the other (`npm run eval -- --half`), such weights put the right sentence first for 77.5 and 77.6 %, among
 * the first three for 93.3 and 92.9 %; these for 78.0 and 93.3 % of all. Fits for other languages differ little, so that
 * one table serves all.
 */
export const FEATURES: readonly Feature[] = [
  // BM25 of the sentence, of the one before it and after it in its paragraph, and of the four around those.
  { name: 'bm25', weight: 1, of: ({ bm25, sentence }) => bm25(sentence) },
  { name: 'before', weight: 0.35, of: ({ bm25, sentence, opens }) => (opens ? 0 : bm25(sentence - 1)) },
  { name: 'after', weight: 0.28, of: ({ bm25, sentence, closes }) => (closes ? 0 : bm25(sentence + 1)) },
  {
    name: 'around',
    weight: 0.1,
    of: ({ bm25, sentence: at }) => bm25(at - 3) + bm25(at - 2) + bm25(at + 2) + bm25(at + 3),
  },
  // Share of the question's idf, and of its concepts, that the sentence holds.
  { name: 'coverage', weight: 8.4, of: coverage },
  { name: 'count', weight: 4, of: count },
  // idf of concepts that it lacks and the sentence before it, two before it, or after it holds.
  { name: 'beforeNew', weight: 0.44, of: beforeNew },
  {
    name: 'twoBeforeNew',
    weight: 0.28,
    of: ({ weights, own, before, twoBefore }) => newIn(twoBefore, weights, own, before),
  },
  { name: 'afterNew', weight: 0.25, of: ({ weights, own, after }) => newIn(after, weights, own) },
  // It begins with a pronoun; and what the sentence before it then adds.
  { name: 'leaning', weight: 0.7, of: ({ leans }) => (leans ? 1 : 0) },
  { name: 'leaningNew', weight: 0.7, of: (view) => (view.leans ? beforeNew(view) : 0) },
  // It stands early in the article.
  {
    name: 'early',
    weight: 1,
    of: ({ sentence, question }) => 1 / (1 + (sentence - question.range.from) / 10),
  },
  // The question's words begin early in it.
  {
    name: 'firstMatch',
    weight: 1.6,
    of: ({ firstMatch }) => (firstMatch === undefined ? 0 : 1 / (1 + firstMatch)),
  },
  // idf of neighboring concepts of the question that are neighbors in it, too.
  { name: 'pairs', weight: 0.1, of: pairs },
  // Share of the words that follow one another in the question with nothing between, and do in it, too: `White House`.
  { name: 'adjacent', weight: 1, of: (view) => sideBySide(view).share },
  // All of them do, and they are all of the question.
  { name: 'phrase', weight: 2, of: (view) => (sideBySide(view).isWhole ? 1 : 0) },
  // Question and sentence deny; the sentence alone does.
  { name: 'negated', weight: 3, of: ({ question, isNegated }) => (question.isNegated && isNegated ? 1 : 0) },
  {
    name: 'denied',
    weight: -0.25,
    of: ({ question, isNegated }) => (!question.isNegated && isNegated ? 1 : 0),
  },
  // Asked for a number: it holds one that the question does not name; but only years.
  { name: 'number', weight: 3.3, of: asked('number', ({ numbers }) => (numbers > 0 ? 1 : 0)) },
  {
    name: 'onlyYears',
    weight: -4.1,
    of: asked('number', ({ numbers, years }) => (years > 0 && years === numbers ? 1 : 0)),
  },
  // Asked for a time: it holds a year or a month; any number.
  { name: 'time', weight: 4, of: asked('time', ({ years, months }) => (years + months > 0 ? 1 : 0)) },
  { name: 'timeNumber', weight: 1.7, of: asked('time', ({ numbers }) => (numbers > 0 ? 1 : 0)) },
  // Asked for a person or a place: names in it that the question lacks, up to three.
  { name: 'person', weight: 4.2, of: asked('person', ({ names }) => Math.min(names, 3) / 3) },
  { name: 'place', weight: 1.8, of: asked('place', ({ names }) => Math.min(names, 3) / 3) },
];

/** What the features of a sentence count together. */
export function scoreOf(features: Float64Array): number {
  return FEATURES.reduce((score, { weight }, at) => score + weight * (features[at] ?? 0), 0);
}

/** A feature that counts where a thing of that kind is asked for. */
function asked(genus: Genus, of: (unasked: SentenceView['unasked']) => number): Feature['of'] {
  return ({ question, unasked }) => (genusOf(question.kind) === genus ? of(unasked) : 0);
}

function coverage({ weights, own }: SentenceView): number {
  let total = 0;
  let covered = 0;
  for (let concept = 0; concept < weights.length; concept += 1) {
    const weight = weights[concept] ?? 0;
    total += weight;
    covered += weight * (own[concept] ?? 0);
  }
  return covered / (total || 1);
}

function count({ own }: SentenceView): number {
  let held = 0;
  for (const share of own) if (share > 0) held += 1;
  return held / own.length;
}

function beforeNew({ weights, own, before }: SentenceView): number {
  return newIn(before, weights, own);
}

/** idf of what another sentence holds beyond what is held already, by one sentence or by the better of two. */
function newIn(other: Float32Array, weights: readonly number[], held: Float32Array, alsoHeld = held): number {
  let sum = 0;
  for (let concept = 0; concept < weights.length; concept += 1) {
    const already = Math.max(held[concept] ?? 0, alsoHeld[concept] ?? 0);
    sum += (weights[concept] ?? 0) * Math.max(0, (other[concept] ?? 0) - already);
  }
  return sum;
}

function sideBySide({ positions, question: { concepts } }: SentenceView) {
  let asked = 0;
  let held = 0;
  for (let concept = 0; concept + 1 < concepts.length; concept += 1) {
    const [one, next] = [concepts[concept], concepts[concept + 1]];
    if (!one || !next || one.part || next.at !== one.at + one.asked.length + 1) continue;
    asked += 1;
    const following = positions[concept + 1] ?? [];
    if ((positions[concept] ?? []).some((position) => following.includes(position + 1))) held += 1;
  }
  const isWhole = asked > 0 && held === asked && asked === concepts.length - 1;
  return { share: asked === 0 ? 0 : held / asked, isWhole };
}

/** Weight of the neighboring concepts of the question that stand side by side in the sentence too. */
function pairs({ positions, weights }: SentenceView): number {
  let sum = 0;
  for (let concept = 0; concept + 1 < positions.length; concept += 1) {
    const following = positions[concept + 1] ?? [];
    if ((positions[concept] ?? []).some((position) => following.includes(position + 1))) {
      sum += Math.min(weights[concept] ?? 0, weights[concept + 1] ?? 0);
    }
  }
  return sum;
}
