// Ranks sentences.
import { COHESION, hasCohesion } from '../index/cohesion.ts';
import type { Question } from '../question/question.ts';
import { idfsOf, inverseDocumentFrequency, scoreSentences, withMeanings } from './bm25.ts';
import { FEATURES, scoreOf } from './features.ts';
import { type Matches, matchesIn } from './matches.ts';
import { inNamedSections } from './named-sections.ts';
import { FIRST_STAGE } from './parameters.ts';
import type { ReadSentence } from './read-passages.ts';
import { viewer } from './sentence-view.ts';

export interface Candidate {
  /** Its number in the shelf's index. */
  readonly sentence: number;
  readonly score: number;
  /** In the order of `FEATURES`. */
  readonly features: Float64Array;
}

/** The best sentences of a range, and how much of each concept any sentence holds. */
export interface Ranking {
  readonly candidates: readonly Candidate[];
  readonly matchesOf: Matches;
  /** The same without what stands in titles alone, which is no evidence of what a sentence tells. */
  readonly printedOf: Matches;
  /** What a reader made of some of them, by their number; left out where none did. */
  readonly readOf?: ReadonlyMap<number, ReadSentence>;
}

/**
 * How many sentences with the best first score are looked at word by word; and of how many sentences on only `inMany`, since the look takes
 * most of the time there. On judged questions half as many lose 0.011 of R@3 where words differ from the text's, and nothing elsewhere.
 */
const CLOSE_LOOK = { usual: 48, inMany: 24, many: 10_000 } as const;

/** How many of the best are looked at for what takes long to see: as many as a reply holds with those under More. */
const LATE_LOOK = 12;

/**
 * Ranks the sentences of a range in two stages: BM25 over the postings (Robertson & Zaragoza 2009) with a share of the
 * neighbors' score picks some of them; those are weighed by their features. Pure.
 */
export function rank(question: Question): Ranking {
  const scores = scoreSentences(question);
  const matchesOf = matchesIn(question, true);
  const weights = question.concepts.map((concept) => Math.max(0, ...idfsOf(question, concept)));
  const idfs = weights.map((weight) => weight || inverseDocumentFrequency(0, scores.length));
  const view = viewer(question, { scores, weights, matchesOf, idfs });
  const best = bestOf(question, withMeanings(question, scores));
  const candidates = inNamedSections(question, best, matchesOf, CLOSE_LOOK.usual).map((sentence) => {
    const seen = view(sentence);
    const features = new Float64Array(FEATURES.length);
    FEATURES.forEach(({ of, isLate }, at) => {
      if (!isLate) features[at] = of(seen);
    });
    return { sentence, seen, score: scoreOf(features), features };
  });
  candidates.sort(byScore);
  for (const candidate of candidates.slice(0, LATE_LOOK)) {
    FEATURES.forEach(({ of, isLate }, at) => {
      if (isLate) candidate.features[at] = of(candidate.seen);
    });
    candidate.score = scoreOf(candidate.features);
  }
  candidates.sort(byScore);
  return { candidates, matchesOf, printedOf: matchesIn(question, false) };
}

function byScore(a: Pick<Candidate, 'score' | 'sentence'>, b: Pick<Candidate, 'score' | 'sentence'>): number {
  return b.score - a.score || a.sentence - b.sentence;
}

/** The sentences with the best first score, best first; neighbors of what matches are among them. */
function bestOf({ range, concepts, shelf: { cohesion } }: Question, scores: Float32Array): number[] {
  const most = scores.length < CLOSE_LOOK.many ? CLOSE_LOOK.usual : CLOSE_LOOK.inMany;
  const best: { sentence: number; score: number }[] = [];
  let least = 0;
  let before = 0;
  let own = scores[0] ?? 0;
  const last = scores.length - 1;
  for (let at = 0; at < scores.length; at += 1) {
    const after = at < last ? (scores[at + 1] as number) : 0;
    // Of most sentences neither they nor their neighbors hold anything.
    if (own === 0 && before === 0 && after === 0) continue;
    const score = own + FIRST_STAGE.before * before + FIRST_STAGE.after * after;
    before = own;
    own = after;
    if (score <= least) continue;
    if (hasCohesion(cohesion, range.from + at, COHESION.header)) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1]?.score ?? 0) < score) place -= 1;
    best.splice(place, 0, { sentence: range.from + at, score });
    if (best.length > most) best.pop();
    if (best.length === most) least = best[most - 1]?.score ?? 0;
  }
  const found = best.map(({ sentence }) => sentence);
  // A short text is looked at whole, since its words may be like those of the question without being among the nearest.
  if (scores.length > most || !concepts.some(({ meaning }) => meaning)) return found;
  const isFound = new Set(found);
  for (let sentence = range.from; sentence < range.to && found.length < most; sentence += 1) {
    if (!isFound.has(sentence) && !hasCohesion(cohesion, sentence, COHESION.header)) found.push(sentence);
  }
  return found;
}
