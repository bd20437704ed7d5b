// Where sentences match a question.
import { partAt } from '../index/sentence-index.ts';
import { underHeadings } from '../index/shelf.ts';
import type { Question } from '../question/question.ts';
import { HEADING_SHARE } from './parameters.ts';

/** For each concept of a question, how much of it a sentence holds, from 0 to 1. */
export type Matches = (sentence: number) => Float32Array;

/**
 * Matches of a question's concepts in a range; each sentence is read once. Those out of range hold nothing. A word of its
 * heading counts a share for a sentence, `withTitles` one of its article's title as well.
 */
export function matchesIn({ shelf, range, concepts }: Question, withTitles: boolean): Matches {
  const { index } = shelf;
  const sections = concepts.map(({ stems }) =>
    underHeadings(shelf, stems, range).filter(({ isTitle }) => withTitles || !isTitle),
  );
  const terms = new Set(concepts.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.terms)));
  const told = new Map<number, Float32Array>();
  return (sentence) => {
    const known = told.get(sentence);
    if (known) return known;
    const matches = new Float32Array(concepts.length);
    const here = new Set<number>();
    if (sentence >= range.from && sentence < range.to) {
      const part = partAt(index, sentence);
      const within = sentence - part.from;
      const to = part.wordStart[within + 1] ?? 0;
      for (let at = part.wordStart[within] ?? 0; at < to; at += 1) {
        const term = part.termOfSurface[part.words[at] ?? 0] ?? 0;
        if (terms.has(term)) here.add(term);
      }
      const last = part.spanTermStart[within + 1] ?? 0;
      for (let at = part.spanTermStart[within] ?? 0; at < last; at += 1) {
        const term = part.spanTerms[at] ?? 0;
        if (terms.has(term)) here.add(term);
      }
    }
    if (sentence >= range.from && sentence < range.to) {
      concepts.forEach(({ alternatives }, concept) => {
        const isUnder = sections[concept]?.some(({ from, to }) => sentence >= from && sentence < to);
        let most: number = isUnder ? HEADING_SHARE : 0;
        for (const alternative of alternatives) {
          if (alternative.sentences) {
            if (alternative.sentences.has(sentence)) most = Math.max(most, alternative.factor);
            continue;
          }
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
