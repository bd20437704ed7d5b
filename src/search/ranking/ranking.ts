import type { Scope } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Concept } from '../question/concepts.ts';
import type { Kind } from '../question/question-kind.ts';
import { idfOf, scoreSentences } from './bm25.ts';
import { closeLook } from './features.ts';
import { type Matches, matchesIn } from './matches.ts';
import { FEATURES, FIRST_STAGE, WEIGHTS } from './weights.ts';

export interface Candidate {
  /** Its number in the shelf's index. */
  readonly sentence: number;
  readonly score: number;
  /** In the order of `FEATURES`. */
  readonly features: Float64Array;
}

/** The best sentences of a scope, and how much of each concept any sentence holds. */
export interface Ranking {
  readonly candidates: readonly Candidate[];
  readonly matchesOf: Matches;
}

/** How many sentences with the best first score are looked at word by word. */
const CLOSE_LOOK = 48;

/**
 * Ranks the sentences of a scope in two stages: BM25 over the postings (Robertson & Zaragoza 2009) with a share of the
 * neighbors' score picks `CLOSE_LOOK` of them; those are weighed by `WEIGHTS`.
 */
export function rank(shelf: Shelf, scope: Scope, concepts: readonly Concept[], kind: Kind): Ranking {
  const scores = scoreSentences(shelf, scope, concepts);
  const matchesOf = matchesIn(shelf, scope, concepts);
  const weights = concepts.map(({ alternatives }) => {
    const idfs = alternatives.flatMap(({ terms }) => terms.map((term) => idfOf(shelf, term, scope)));
    return Math.max(0, ...idfs);
  });
  const look = closeLook(shelf, scope, concepts, kind, scores, weights, matchesOf);
  const candidates = bestOf(scope, scores).map((sentence) => {
    const features = look(sentence);
    let score = 0;
    FEATURES.forEach((feature, i) => {
      score += WEIGHTS[feature] * (features[i] ?? 0);
    });
    return { sentence, score, features };
  });
  candidates.sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  return { candidates, matchesOf };
}

/** The sentences with the best first score, best first; neighbors of what matches are among them. */
function bestOf(scope: Scope, scores: Float32Array): number[] {
  const best: { sentence: number; score: number }[] = [];
  let least = 0;
  let before = 0;
  let own = scores[0] ?? 0;
  const last = scores.length - 1;
  for (let at = 0; at < scores.length; at += 1) {
    const after = at < last ? (scores[at + 1] ?? 0) : 0;
    const score = own + FIRST_STAGE.before * before + FIRST_STAGE.after * after;
    before = own;
    own = after;
    if (score <= least) continue; // Also where neither it nor its neighbors hold anything.
    let place = best.length;
    while (place > 0 && (best[place - 1]?.score ?? 0) < score) place -= 1;
    best.splice(place, 0, { sentence: scope.from + at, score });
    if (best.length > CLOSE_LOOK) best.pop();
    if (best.length === CLOSE_LOOK) least = best[CLOSE_LOOK - 1]?.score ?? 0;
  }
  return best.map(({ sentence }) => sentence);
}
