// The features that rank sentences.
import { type Genus, genusOf } from '../kinds/kind.ts';
import type { Sense } from '../text/thesaurus.ts';
import type { SentenceView } from './sentence-view.ts';

/** Something to see of a candidate sentence, and what it counts. */
export interface Feature {
  readonly name: string;
  /** What one unit of it counts beside one unit of BM25. */
  readonly weight: number;
  /** The weight is by judgment: a fit leaves it as it is. */
  readonly isGiven?: true;
  /** It takes long to see, so that only the best by all others are looked at for it: 0 for the rest. */
  readonly isLate?: true;
  readonly of: (view: SentenceView) => number;
}

/**
 * The features of a sentence. The weights were fitted by minimizing the softmax cross-entropy of the answering sentence
 * among the candidates (ListNet's top-one loss, Cao et al. 2007) with a small L2 penalty (`npm run eval -- FILE… --fit`), on judged
 * English questions of nine collections, some in other words than the text's, and on translations of one of them, which weigh a quarter;
 * every question weighs the inverse root of its collection's size. ARCHITECTURE.md has what such weights reach on articles that they were
 * not fitted on. One table serves all languages: where there are no word vectors, the likeness of a word is how much of it is held.
 */
export const FEATURES: readonly Feature[] = [
  // BM25 of the sentence, of the one before it and after it in its paragraph, and of the four around those.
  { name: 'bm25', weight: 1, of: ({ bm25, sentence }) => bm25(sentence) },
  { name: 'before', weight: 0.4, of: ({ bm25, sentence, opens }) => (opens ? 0 : bm25(sentence - 1)) },
  { name: 'after', weight: 0.46, of: ({ bm25, sentence, closes }) => (closes ? 0 : bm25(sentence + 1)) },
  {
    name: 'around',
    weight: 0.19,
    of: ({ bm25, sentence: at }) => bm25(at - 3) + bm25(at - 2) + bm25(at + 2) + bm25(at + 3),
  },
  // Share of the question's idf, and of its concepts, that the sentence holds.
  { name: 'coverage', weight: 3.52, of: coverage },
  { name: 'count', weight: 3.67, of: count },
  // idf of concepts that it lacks and the sentence before it, two before it, or after it holds.
  { name: 'beforeNew', weight: 0.29, of: beforeNew },
  {
    name: 'twoBeforeNew',
    weight: 0.31,
    of: ({ weights, own, before, twoBefore }) => newIn(twoBefore, weights, own, before),
  },
  { name: 'afterNew', weight: -0.07, of: ({ weights, own, after }) => newIn(after, weights, own) },
  // It begins with a pronoun; and what the sentence before it then adds.
  { name: 'leaning', weight: 0.24, of: ({ leans }) => (leans ? 1 : 0) },
  { name: 'leaningNew', weight: 0.09, of: (view) => (view.leans ? beforeNew(view) : 0) },
  // It stands early in the article.
  {
    name: 'early',
    weight: 0.09,
    of: ({ sentence, question }) => 1 / (1 + (sentence - question.range.from) / 10),
  },
  // The question's words begin early in it.
  {
    name: 'firstMatch',
    weight: 2.37,
    of: ({ firstMatch }) => (firstMatch === undefined ? 0 : 1 / (1 + firstMatch)),
  },
  // idf of neighboring concepts of the question that are neighbors in it, too.
  { name: 'pairs', weight: -0.04, of: pairs },
  // Share of the words that follow one another in the question with nothing between, and do in it, too: `White House`.
  { name: 'adjacent', weight: 0.28, of: (view) => sideBySide(view).share },
  // All of them do, and they are all of the question. No judged set asks so; less does not bring `red house` before the red flags of a house.
  { name: 'phrase', weight: 6, isGiven: true, of: (view) => (sideBySide(view).isWhole ? 1 : 0) },
  // Question and sentence deny; the sentence alone does.
  {
    name: 'negated',
    weight: 1.69,
    of: ({ question, isNegated }) => (question.isNegated && isNegated ? 1 : 0),
  },
  {
    name: 'denied',
    weight: -0.05,
    of: ({ question, isNegated }) => (!question.isNegated && isNegated ? 1 : 0),
  },
  // Asked for a number: it holds one that the question does not name; but only years.
  { name: 'number', weight: 6.65, of: asked('number', ({ numbers }) => (numbers > 0 ? 1 : 0)) },
  {
    name: 'onlyYears',
    weight: -6.32,
    of: asked('number', ({ numbers, years }) => (years > 0 && years === numbers ? 1 : 0)),
  },
  // Asked for a time: it holds a year or a month; any number.
  { name: 'time', weight: 4.96, of: asked('time', ({ years, months }) => (years + months > 0 ? 1 : 0)) },
  { name: 'timeNumber', weight: 0.52, of: asked('time', ({ numbers }) => (numbers > 0 ? 1 : 0)) },
  // Asked for a person or a place: names in it that the question lacks, up to three.
  { name: 'person', weight: 4.7, of: asked('person', ({ names }) => Math.min(names, 3) / 3) },
  { name: 'place', weight: 1.83, of: asked('place', ({ names }) => Math.min(names, 3) / 3) },
  // It holds what is of the kind asked for.
  { name: 'kind', isLate: true, weight: 3.22, of: ({ holdsKind }) => (holdsKind() ? 1 : 0) },
  // How like the question's words are to their best counterparts in it: mean by idf, the same of the cubes, mean, and the least.
  {
    name: 'likeness',
    weight: 13.9,
    of: ({ idfs, alignment }) => meanOf(idfs, (at) => alignment.counterparts[at] ?? 0),
  },
  {
    name: 'closeLikeness',
    weight: -1.83,
    of: ({ idfs, alignment }) => meanOf(idfs, (at) => (alignment.counterparts[at] ?? 0) ** 3),
  },
  {
    name: 'plainLikeness',
    weight: -4.52,
    of: ({ alignment: { counterparts } }) =>
      counterparts.reduce((sum, one) => sum + one, 0) / counterparts.length,
  },
  { name: 'leastLikeness', weight: -0.66, of: ({ alignment }) => Math.min(...alignment.counterparts) },
  // idf of what it lacks, by how like it is to its counterpart there.
  { name: 'likenessOfLacking', weight: 1.43, of: likenessOfLacking },
  // What the sentences beside it, and what its heading and the title add.
  { name: 'likenessBeside', weight: 11.4, of: likenessBeside },
  {
    name: 'likenessWithTitles',
    weight: 12,
    of: ({ idfs, alignment, inTitles }) =>
      meanOf(idfs, (at) => Math.max(alignment.counterparts[at] ?? 0, inTitles[at] ?? 0)),
  },
  // What a thesaurus tells of the words that it lacks.
  { name: 'synonym', weight: 21.3, of: thesaurus('synonym') },
  { name: 'narrower', weight: 14.1, of: thesaurus('narrower') },
  { name: 'broader', weight: 11.5, of: thesaurus('broader') },
  // What it tells of as a whole beside what is asked, and the more like of its neighbors; how much of it is like what is asked.
  { name: 'cosine', weight: 4.91, of: ({ alignment }) => alignment.cosine },
  {
    name: 'cosineBeside',
    weight: 1.25,
    of: ({ alignmentBefore, alignmentAfter }) => Math.max(0, alignmentBefore.cosine, alignmentAfter.cosine),
  },
  { name: 'focus', weight: 6.12, of: ({ alignment }) => alignment.focus },
  // What a reader makes of it (`read-passages.ts`), which weighs that itself; no sentence tells it, and without a reader it is 0.
  { name: 'reader', weight: 1, isGiven: true, of: () => 0 },
];

/** The place of the reader's in `FEATURES`. */
export const READER = FEATURES.length - 1;

/** What the features of a sentence count together. */
export function scoreOf(features: Float64Array): number {
  return FEATURES.reduce((score, { weight }, at) => score + weight * (features[at] ?? 0), 0);
}

/** A feature that counts where a thing of that kind is asked for. */
function asked(genus: Genus, of: (unasked: SentenceView['unasked']) => number): Feature['of'] {
  return ({ question, unasked }) => (genusOf(question.kind) === genus ? of(unasked) : 0);
}

/** Mean over concepts, weighed by their idf. */
function meanOf(idfs: readonly number[], of: (concept: number) => number): number {
  let total = 0;
  let sum = 0;
  for (let concept = 0; concept < idfs.length; concept += 1) {
    const idf = idfs[concept] ?? 0;
    total += idf;
    sum += idf * of(concept);
  }
  return sum / (total || 1);
}

/** From which share on a concept counts as held: related forms count so, single characters do not. */
const HELD = 0.4;
/** Likeness of words that have nothing to do with one another. */
const UNLIKE = 0.3;

function likenessOfLacking({ idfs, own, alignment: { counterparts } }: SentenceView): number {
  let sum = 0;
  for (let concept = 0; concept < idfs.length; concept += 1) {
    if ((own[concept] ?? 0) >= HELD) continue;
    sum += (idfs[concept] ?? 0) * Math.max(0, (counterparts[concept] ?? 0) - UNLIKE);
  }
  return sum;
}

function likenessBeside({ idfs, alignment, alignmentBefore, alignmentAfter }: SentenceView): number {
  return meanOf(idfs, (at) => {
    const beside = Math.max(0, alignmentBefore.counterparts[at] ?? 0, alignmentAfter.counterparts[at] ?? 0);
    return Math.max(0, beside - (alignment.counterparts[at] ?? 0));
  });
}

function thesaurus(sense: Sense): Feature['of'] {
  return ({ idfs, own, alignment }) =>
    meanOf(idfs, (at) => ((own[at] ?? 0) >= HELD ? 0 : (alignment[sense][at] ?? 0)));
}

function coverage({ weights, own }: SentenceView): number {
  return meanOf(weights, (at) => own[at] ?? 0);
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
