// BM25.
import { countHolding, postingsIn, type Range } from '../index/sentence-index.ts';
import { type Shelf, underHeadings } from '../index/shelf.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import { BM25, HEADING_SHARE } from './parameters.ts';

/** Robertson & Spärck Jones: ln(1 + (N − n + ½) ÷ (n + ½)). */
export function inverseDocumentFrequency(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

/**
 * How much each alternative of a concept tells by how few sentences of the range hold it, in their order; of several terms the
 * rarest. Those that are the word itself are held together.
 */
export function idfsOf({ shelf: { index }, range }: Question, { alternatives }: Concept): number[] {
  const all = range.to - range.from;
  const holding = (term: number) => countHolding(index, term, range);
  // The most, since the same sentences often hold several: 1990 as a word, as a number and as a year.
  const same = Math.max(
    0,
    ...alternatives.filter(({ isSame }) => isSame).map(({ terms }) => holding(terms[0] ?? 0)),
  );
  return alternatives.map(({ terms, sentences, isSame }) => {
    if (isSame) return inverseDocumentFrequency(same, all);
    if (sentences) return inverseDocumentFrequency(sentences.size, all);
    return Math.max(0, ...terms.map((term) => inverseDocumentFrequency(holding(term), all)));
  });
}

/** BM25 of the sentences of a range, the first at 0; of a concept's alternatives, and its section's heading, the best counts. */
export function scoreSentences(question: Question): Float32Array {
  const { shelf, range, concepts } = question;
  const size = range.to - range.from;
  const scores = new Float32Array(size);
  const alternativeGains = new Float32Array(size);
  const bestGains = new Float32Array(size);
  for (const concept of concepts) {
    const { alternatives, stems } = concept;
    const same = idfsOf(question, concept)[alternatives.findIndex(({ isSame }) => isSame)];
    const [only] = alternatives;
    const sections = underHeadings(shelf, stems, range);
    if (sections.length === 0 && alternatives.length === 1 && only?.terms.length === 1 && !only.sentences) {
      addGains(shelf, range, only.terms[0] ?? 0, only.factor, scores);
      continue;
    }
    const touched: number[] = [];
    for (const { terms, factor, sentences, isSame } of alternatives) {
      const touchedHere: number[] = [];
      if (sentences) {
        const gain = factor * inverseDocumentFrequency(sentences.size, size);
        for (const sentence of sentences) {
          alternativeGains[sentence - range.from] = gain;
          touchedHere.push(sentence - range.from);
        }
      } else
        for (const term of terms)
          addGains(shelf, range, term, factor, alternativeGains, touchedHere, isSame ? same : undefined);
      for (const at of touchedHere) {
        const gain = alternativeGains[at] ?? 0;
        alternativeGains[at] = 0;
        if (gain > (bestGains[at] ?? 0)) bestGains[at] = gain;
        if (gain > 0) touched.push(at);
      }
    }
    const under = sections.reduce((sum, { from, to }) => sum + to - from, 0);
    const heading = HEADING_SHARE * inverseDocumentFrequency(under, size);
    for (const { from, to } of sections) {
      for (let at = from - range.from; at < to - range.from; at += 1) {
        if (heading > (bestGains[at] ?? 0)) bestGains[at] = heading;
        touched.push(at);
      }
    }
    for (const at of touched) {
      scores[at] = (scores[at] ?? 0) + (bestGains[at] ?? 0);
      bestGains[at] = 0;
    }
  }
  return scores;
}

/** The same with what words near in meaning add, so that a sentence is looked at that shares none with the question. */
export function withMeanings({ shelf, range, concepts }: Question, scores: Float32Array): Float32Array {
  if (!concepts.some(({ meaning }) => meaning && meaning.nearest.length > 0)) return scores;
  const reached = scores.slice();
  for (const { meaning } of concepts) {
    for (const { term, likeness } of meaning?.nearest ?? []) addGains(shelf, range, term, likeness, reached);
  }
  return reached;
}

function addGains(
  { index }: Shelf,
  range: Range,
  term: number,
  factor: number,
  into: Float32Array,
  touched?: number[],
  idf?: number,
): void {
  const rarity = idf ?? inverseDocumentFrequency(countHolding(index, term, range), range.to - range.from);
  const weight = factor * rarity * (BM25.k1 + 1);
  for (const part of index.parts) {
    const { from, to } = postingsIn(part, term, range);
    const { postings, frequencies, lengths } = part;
    const shift = part.from - range.from;
    for (let at = from; at < to; at += 1) {
      const sentence = postings[at] ?? 0;
      const frequency = frequencies[at] ?? 0;
      const length = (lengths[sentence] ?? 0) / BM25.averageLength;
      const gain = (weight * frequency) / (frequency + BM25.k1 * (1 - BM25.b + BM25.b * length));
      const place = sentence + shift;
      into[place] = (into[place] ?? 0) + gain;
      touched?.push(place);
    }
  }
}
