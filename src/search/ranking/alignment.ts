// Aligns a question with sentences by meaning.
import { type IndexPart, partAt } from '../index/sentence-index.ts';
import type { Question } from '../question/question.ts';
import type { Matches } from './matches.ts';

/** How a sentence stands to a question, word by word, by what the words mean. */
export interface Alignment {
  /** For each concept the likeness of its best counterpart in the sentence, from −1 to 1; 1 where it holds the word. */
  readonly counterparts: Float32Array;
  /** The share by which a thesaurus tells that the sentence has a synonym, a narrower and a broader word of each concept. */
  readonly synonym: Float32Array;
  readonly narrower: Float32Array;
  readonly broader: Float32Array;
  /** Cosine of the sum of its words to that of the question's, common words counting less; its words taken to be unlike one another. */
  readonly cosine: number;
  /** Mean likeness of its words to their best counterparts in the question. */
  readonly focus: number;
}

/**
 * What a word counts in a sum of vectors, by its place among the commonest: a smooth inverse of its frequency (Arora et al. 2017), which
 * Zipf's law gives from the place. At this place half.
 */
const HALF_AS_MUCH = 3000;
const FIRST_PLACE = 50;
const weightOfRow = (row: number) => 1 / (1 + HALF_AS_MUCH / (row + FIRST_PLACE));

/** Aligns a question with sentences of its range; each is read once. */
export function alignmentsIn(
  { shelf, range, concepts }: Question,
  weights: readonly number[],
  matchesOf: Matches,
): (sentence: number) => Alignment {
  const { index } = shelf;
  const meanings = concepts.some(({ meaning }) => meaning) ? shelf.meanings() : undefined;
  const known = new Map<number, Alignment>();
  /** For each row that was met, the likeness of each concept that has a vector to it, and at last that of their sum. */
  const likenesses = new Map<number, Float32Array>();
  const vectored = concepts.flatMap(({ meaning }, concept) =>
    meaning && meaning.row >= 0 ? [{ concept, row: meaning.row, weight: weights[concept] ?? 0 }] : [],
  );
  const whole = meanings?.vectors.directionOfSum(vectored.map(({ row, weight }) => [row, weight]));
  const directions = [...vectored.map(({ row }) => meanings?.vectors.directionOf(row)), whole].filter(
    (direction) => direction !== undefined,
  );
  const likenessesOf = (row: number): Float32Array => {
    const told = likenesses.get(row);
    if (told) return told;
    const likeness = meanings?.vectors.cosines(row, directions) ?? new Float32Array(0);
    likenesses.set(row, likeness);
    return likeness;
  };
  const besideOf = concepts.flatMap(({ meaning }, concept) =>
    meaning && meaning.beside.size > 0 ? [{ concept, beside: meaning.beside }] : [],
  );
  const size = concepts.length;
  /** The part that was read last, and the rows of its surfaces. */
  let read: IndexPart | undefined;
  let rowOfSurface = (_: number) => -1;
  return (sentence) => {
    const before = known.get(sentence);
    if (before) return before;
    const counterparts = Float32Array.from(matchesOf(sentence));
    const aligned = {
      counterparts,
      synonym: new Float32Array(size),
      narrower: new Float32Array(size),
      broader: new Float32Array(size),
      cosine: 0,
      focus: 0,
    };
    if (
      meanings &&
      directions.length + besideOf.length > 0 &&
      sentence >= range.from &&
      sentence < range.to
    ) {
      const rows = new Set<number>();
      const part = partAt(index, sentence);
      const { words, termOfSurface } = part;
      if (part !== read) rowOfSurface = meanings.rowsIn(part);
      read = part;
      const to = part.wordStart[sentence - part.from + 1] ?? 0;
      let focus = 0;
      let cosine = 0;
      let counted = 0;
      for (let at = part.wordStart[sentence - part.from] ?? 0; at < to; at += 1) {
        const surface = words[at] ?? 0;
        const term = termOfSurface[surface] ?? 0;
        if (term === 0) continue;
        const row = rowOfSurface(surface);
        for (const { concept, beside } of besideOf) {
          const entry = beside.get(term);
          if (!entry) continue;
          const shares = aligned[entry.sense];
          shares[concept] = Math.max(shares[concept] ?? 0, entry.share);
        }
        if (row < 0 || rows.has(row)) continue;
        const likeness = likenessesOf(row);
        let most = 0;
        for (let at = 0; at < vectored.length; at += 1) {
          const concept = vectored[at]?.concept ?? 0;
          const one = likeness[at] ?? 0;
          if (one > most) most = one;
          if (one > (counterparts[concept] ?? 0)) counterparts[concept] = one;
        }
        rows.add(row);
        focus += most;
        const weight = weightOfRow(row);
        counted += weight * weight;
        cosine += weight * (likeness[vectored.length] ?? 0);
      }
      aligned.cosine = counted === 0 ? 0 : cosine / Math.sqrt(counted);
      aligned.focus = rows.size === 0 ? 0 : focus / rows.size;
    }
    known.set(sentence, aligned);
    return aligned;
  };
}
