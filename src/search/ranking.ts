import { COHESION } from './cohesion.ts';
import type { Concept } from './concepts.ts';
import type { Kind } from './question-kind.ts';
import { postingsIn, type Scope } from './sentence-index.ts';
import { monthsOf, SHAPE } from './shape.ts';
import type { Shelf } from './shelf.ts';
import { BM25, FEATURES, type Feature, FIRST_STAGE, WEIGHTS } from './weights.ts';

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
  /** For each concept, how much of it a sentence holds, from 0 to 1. */
  matchesOf(sentence: number): Float32Array;
}

/** How many sentences with the best first score are looked at word by word. */
const CLOSE_LOOK = 48;

/** Robertson & Spärck Jones: ln(1 + (N − n + ½) ÷ (n + ½)). */
function inverseDocumentFrequency(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

/**
 * Ranks the sentences of a scope in two stages: BM25 over the postings (Robertson & Zaragoza 2009) with a share of the
 * neighbors' score picks `CLOSE_LOOK` of them; those are weighed by `WEIGHTS`.
 */
export function rank(shelf: Shelf, scope: Scope, concepts: readonly Concept[], kind: Kind): Ranking {
  const scores = scoreSentences(shelf, scope, concepts);
  const matchesOf = matcher(shelf, scope, concepts);
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

function idfOf({ index }: Shelf, term: number, scope: Scope): number {
  const { from, to } = postingsIn(index, term, scope);
  return inverseDocumentFrequency(to - from, scope.to - scope.from);
}

/** BM25 of the sentences of a scope, the first at 0; of a concept's alternatives the best counts. */
function scoreSentences(shelf: Shelf, scope: Scope, concepts: readonly Concept[]): Float32Array {
  const size = scope.to - scope.from;
  const scores = new Float32Array(size);
  const alternativeGains = new Float32Array(size);
  const bestGains = new Float32Array(size);
  for (const { alternatives } of concepts) {
    const [only] = alternatives;
    if (alternatives.length === 1 && only?.terms.length === 1) {
      addGains(shelf, scope, only.terms[0] ?? 0, only.factor, scores);
      continue;
    }
    const touched: number[] = [];
    for (const { terms, factor } of alternatives) {
      const touchedHere: number[] = [];
      for (const term of terms) addGains(shelf, scope, term, factor, alternativeGains, touchedHere);
      for (const at of touchedHere) {
        const gain = alternativeGains[at] ?? 0;
        alternativeGains[at] = 0;
        if (gain > (bestGains[at] ?? 0)) bestGains[at] = gain;
        if (gain > 0) touched.push(at);
      }
    }
    for (const at of touched) {
      scores[at] = (scores[at] ?? 0) + (bestGains[at] ?? 0);
      bestGains[at] = 0;
    }
  }
  return scores;
}

function addGains(
  { index }: Shelf,
  scope: Scope,
  term: number,
  factor: number,
  into: Float32Array,
  touched?: number[],
): void {
  const { from, to } = postingsIn(index, term, scope);
  const weight = factor * inverseDocumentFrequency(to - from, scope.to - scope.from) * (BM25.k1 + 1);
  for (let at = from; at < to; at += 1) {
    const sentence = index.postings[at] ?? 0;
    const frequency = index.frequencies[at] ?? 0;
    const length = (index.lengths[sentence] ?? 0) / BM25.averageLength;
    const gain = (weight * frequency) / (frequency + BM25.k1 * (1 - BM25.b + BM25.b * length));
    into[sentence - scope.from] = (into[sentence - scope.from] ?? 0) + gain;
    touched?.push(sentence - scope.from);
  }
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

/** Tells how much of each concept a sentence holds; remembers what it has told. */
function matcher({ index }: Shelf, scope: Scope, concepts: readonly Concept[]): Ranking['matchesOf'] {
  const terms = new Set(concepts.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.terms)));
  const told = new Map<number, Float32Array>();
  return (sentence) => {
    const known = told.get(sentence);
    if (known) return known;
    const matches = new Float32Array(concepts.length);
    const here = new Set<number>();
    if (sentence >= scope.from && sentence < scope.to) {
      const to = index.wordStart[sentence + 1] ?? 0;
      for (let at = index.wordStart[sentence] ?? 0; at < to; at += 1) {
        const term = index.termOfSurface[index.words[at] ?? 0] ?? 0;
        if (terms.has(term)) here.add(term);
      }
    }
    if (here.size > 0) {
      concepts.forEach(({ alternatives }, concept) => {
        let most = 0;
        for (const alternative of alternatives) {
          const held = alternative.terms.filter((term) => here.has(term)).length;
          most = Math.max(most, (alternative.factor * held) / alternative.terms.length);
        }
        matches[concept] = most;
      });
    }
    told.set(sentence, matches);
    return matches;
  };
}

/** Looks at one sentence word by word: what it holds of the question, and of the kind of thing that is asked for. */
function closeLook(
  { index, cohesion }: Shelf,
  scope: Scope,
  concepts: readonly Concept[],
  kind: Kind,
  scores: Float32Array,
  weights: readonly number[],
  matchesOf: Ranking['matchesOf'],
): (sentence: number) => Float64Array {
  const monthNames = kind === 'time' ? monthsOf(index.language.tag) : undefined;
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const conceptsOf = new Map<number, number[]>();
  concepts.forEach(({ alternatives }, concept) => {
    for (const term of alternatives.flatMap(({ terms }) => terms)) {
      conceptsOf.set(term, [...(conceptsOf.get(term) ?? []), concept]);
    }
  });
  const scoreOf = (sentence: number) =>
    sentence >= scope.from && sentence < scope.to ? (scores[sentence - scope.from] ?? 0) : 0;

  return (sentence) => {
    const features = new Float64Array(FEATURES.length);
    const set = (feature: Feature, value: number) => {
      features[FEATURES.indexOf(feature)] = value;
    };
    const bits = cohesion[sentence] ?? 0;
    const opens = (bits & COHESION.opening) !== 0;
    const closes = ((cohesion[sentence + 1] ?? 0) & COHESION.opening) !== 0;
    set('bm25', scoreOf(sentence));
    set('before', opens ? 0 : scoreOf(sentence - 1));
    set('after', closes ? 0 : scoreOf(sentence + 1));
    set(
      'around',
      scoreOf(sentence - 3) + scoreOf(sentence - 2) + scoreOf(sentence + 2) + scoreOf(sentence + 3),
    );

    const own = matchesOf(sentence);
    const one = matchesOf(sentence - 1);
    const two = matchesOf(sentence - 2);
    const next = matchesOf(sentence + 1);
    let covered = 0;
    let count = 0;
    let beforeNew = 0;
    let twoBeforeNew = 0;
    let afterNew = 0;
    weights.forEach((weight, concept) => {
      const mine = own[concept] ?? 0;
      const before = one[concept] ?? 0;
      covered += weight * mine;
      if (mine > 0) count += 1;
      beforeNew += weight * Math.max(0, before - mine);
      afterNew += weight * Math.max(0, (next[concept] ?? 0) - mine);
      twoBeforeNew += weight * Math.max(0, (two[concept] ?? 0) - Math.max(mine, before));
    });
    set('coverage', covered / total);
    set('count', count / concepts.length);
    set('beforeNew', beforeNew);
    set('twoBeforeNew', twoBeforeNew);
    set('afterNew', afterNew);
    const leans = (bits & COHESION.leaning) !== 0;
    set('leaning', leans ? 1 : 0);
    set('leaningNew', leans ? beforeNew : 0);
    set('early', 1 / (1 + (sentence - scope.from) / 10));

    const positions: number[][] = concepts.map(() => []);
    let firstMatch: number | undefined;
    let numbers = 0;
    let years = 0;
    let months = 0;
    let names = 0;
    const from = index.wordStart[sentence] ?? 0;
    const to = index.wordStart[sentence + 1] ?? 0;
    for (let at = from; at < to; at += 1) {
      const surface = index.words[at] ?? 0;
      const term = index.termOfSurface[surface] ?? 0;
      const matched = conceptsOf.get(term);
      if (matched) {
        firstMatch ??= at - from;
        for (const concept of matched) positions[concept]?.push(at - from);
        continue;
      }
      // What the question already names cannot be its answer.
      const shape = index.shapeOfSurface[surface] ?? 0;
      if (shape & SHAPE.number) numbers += 1;
      if (shape & SHAPE.year) years += 1;
      if (monthNames?.has((index.surfaces[surface] ?? '').toLowerCase())) months += 1;
      if (shape & SHAPE.name && at > from && term !== 0) names += 1;
    }
    set('firstMatch', firstMatch === undefined ? 0 : 1 / (1 + firstMatch));
    set('pairs', adjacentPairs(positions, weights));
    if (kind === 'number') {
      set('number', numbers > 0 ? 1 : 0);
      set('onlyYears', years > 0 && years === numbers ? 1 : 0);
    } else if (kind === 'time') {
      set('time', years + months > 0 ? 1 : 0);
      set('timeNumber', numbers > 0 ? 1 : 0);
    } else if (kind === 'person') set('person', Math.min(names, 3) / 3);
    else if (kind === 'place') set('place', Math.min(names, 3) / 3);
    return features;
  };
}

/** Weight of the neighboring concepts of the question that stand side by side in the sentence too. */
function adjacentPairs(positions: readonly (readonly number[])[], weights: readonly number[]): number {
  let pairs = 0;
  for (let concept = 0; concept + 1 < positions.length; concept += 1) {
    const following = positions[concept + 1] ?? [];
    if ((positions[concept] ?? []).some((position) => following.includes(position + 1))) {
      pairs += Math.min(weights[concept] ?? 0, weights[concept + 1] ?? 0);
    }
  }
  return pairs;
}
