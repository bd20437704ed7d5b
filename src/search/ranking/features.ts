import { COHESION } from '../index/cohesion.ts';
import type { Scope } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Concept } from '../question/concepts.ts';
import type { Kind } from '../question/question-kind.ts';
import { monthsOf, SHAPE } from '../text/shape.ts';
import type { Matches } from './matches.ts';
import { FEATURES, type Feature } from './weights.ts';

/** Looks at one sentence word by word: what it holds of the question, and of the kind of thing that is asked for. */
export function closeLook(
  { index, cohesion }: Shelf,
  scope: Scope,
  concepts: readonly Concept[],
  kind: Kind,
  scores: Float32Array,
  weights: readonly number[],
  matchesOf: Matches,
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
