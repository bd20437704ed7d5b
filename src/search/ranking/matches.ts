import type { Scope } from '../index/sentence-index.ts';
import { type Shelf, underHeadings } from '../index/shelf.ts';
import type { Concept } from '../question/concepts.ts';
import { HEADING_SHARE } from './weights.ts';

/** For each concept of a question, how much of it a sentence holds, from 0 to 1. */
export type Matches = (sentence: number) => Float32Array;

/** Matches of a question's concepts in a scope; each sentence is read once. Those out of scope hold nothing. */
export function matchesIn(shelf: Shelf, scope: Scope, concepts: readonly Concept[]): Matches {
  const { index } = shelf;
  const sections = concepts.map(({ stems }) => underHeadings(shelf, stems, scope));
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
    if (sentence >= scope.from && sentence < scope.to) {
      concepts.forEach(({ alternatives }, concept) => {
        const isUnder = sections[concept]?.some(({ from, to }) => sentence >= from && sentence < to);
        let most: number = isUnder ? HEADING_SHARE : 0;
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
