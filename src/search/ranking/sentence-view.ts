import { COHESION, hasCohesion } from '../index/cohesion.ts';
import { genusOf } from '../kinds/kind.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import { monthsOf, SHAPE } from '../text/shape.ts';
import type { Matches } from './matches.ts';

/** What a sentence holds beside the question's words, counted in words. */
export interface Unasked {
  readonly numbers: number;
  readonly years: number;
  /** Names of months; counted where a time is asked for. */
  readonly months: number;
  /** Words with a capital that do not begin the sentence. */
  readonly names: number;
}

/** One candidate sentence, as its features see it. */
export interface SentenceView {
  readonly question: Question;
  /** Its number in the shelf's index. */
  readonly sentence: number;
  /** BM25 of it or of another sentence; 0 out of range. */
  readonly bm25: (sentence: number) => number;
  /** It opens a paragraph; the next one does; it begins with a pronoun. */
  readonly opens: boolean;
  readonly closes: boolean;
  readonly leans: boolean;
  /** idf of each concept. */
  readonly weights: readonly number[];
  /** How much it, the one and the two before it, and the one after it hold of each concept, from 0 to 1. */
  readonly own: Float32Array;
  readonly before: Float32Array;
  readonly twoBefore: Float32Array;
  readonly after: Float32Array;
  /** For each concept the positions of its words in the sentence. */
  readonly positions: readonly (readonly number[])[];
  readonly firstMatch: number | undefined;
  readonly unasked: Unasked;
  /** Whether it denies something. */
  readonly isNegated: boolean;
}

/** What all views of one question share. */
export interface Scored {
  /** BM25 of the sentences in range, the first at 0. */
  readonly scores: Float32Array;
  /** idf of each concept. */
  readonly weights: readonly number[];
  readonly matchesOf: Matches;
}

/** Looks at one sentence after another, word by word. */
export function viewer(question: Question, scored: Scored): (sentence: number) => SentenceView {
  const { scores, weights, matchesOf } = scored;
  const { range, concepts } = question;
  const { index, cohesion } = question.shelf;
  const readWords = wordReader(question, conceptsByTerm(concepts));
  const bm25 = (sentence: number) =>
    sentence >= range.from && sentence < range.to ? (scores[sentence - range.from] ?? 0) : 0;
  return (sentence) => ({
    question,
    sentence,
    bm25,
    opens: hasCohesion(cohesion, sentence, COHESION.opening),
    closes: hasCohesion(cohesion, sentence + 1, COHESION.opening),
    leans: hasCohesion(cohesion, sentence, COHESION.leaning),
    weights,
    own: matchesOf(sentence),
    before: matchesOf(sentence - 1),
    twoBefore: matchesOf(sentence - 2),
    after: matchesOf(sentence + 1),
    ...readWords(index.words.subarray(index.wordStart[sentence], index.wordStart[sentence + 1])),
  });
}

function conceptsByTerm(concepts: readonly Concept[]): ReadonlyMap<number, readonly number[]> {
  const byTerm = new Map<number, number[]>();
  concepts.forEach(({ alternatives }, concept) => {
    for (const term of alternatives.flatMap(({ terms, sentences }) => (sentences ? [] : terms))) {
      byTerm.set(term, [...(byTerm.get(term) ?? []), concept]);
    }
  });
  return byTerm;
}

/** Tells of the surfaces of a sentence which match, and what kinds of things the others are. */
function wordReader(
  { shelf: { index }, concepts, kind }: Question,
  byTerm: ReadonlyMap<number, readonly number[]>,
): (surfaces: Uint32Array) => Pick<SentenceView, 'positions' | 'firstMatch' | 'unasked' | 'isNegated'> {
  const monthNames = genusOf(kind) === 'time' ? monthsOf(index.language.tag) : undefined;
  return (surfaces) => {
    const positions: number[][] = concepts.map(() => []);
    const unasked = { numbers: 0, years: 0, months: 0, names: 0 };
    let firstMatch: number | undefined;
    let isNegated = false;
    for (let at = 0; at < surfaces.length; at += 1) {
      const surface = surfaces[at] ?? 0;
      const term = index.termOfSurface[surface] ?? 0;
      const shape = index.shapeOfSurface[surface] ?? 0;
      if (shape & SHAPE.negation) isNegated = true;
      const matched = byTerm.get(term);
      if (matched) {
        firstMatch ??= at;
        for (const concept of matched) positions[concept]?.push(at);
        continue;
      }
      // What the question already names cannot be its answer.
      if (shape & SHAPE.number) unasked.numbers += 1;
      if (shape & SHAPE.year) unasked.years += 1;
      if (monthNames?.has((index.surfaces[surface] ?? '').toLowerCase())) unasked.months += 1;
      if (shape & SHAPE.name && at > 0 && term !== 0) unasked.names += 1;
    }
    return { positions, firstMatch, unasked, isNegated };
  };
}
