import type { Kind } from './question.ts';
import { type SentenceIndex, SHAPE } from './sentence-index.ts';
import { BM25, WEIGHTS } from './weights.ts';

/** One way to look a concept up: a term, or several that stand for it together (`Financial Times`). */
export interface Alternative {
  readonly terms: readonly number[];
  /** How much it counts beside the word as typed, from 0 to 1. */
  readonly factor: number;
}

/** A word or name of the question that is looked up: the best of its alternatives counts. */
export interface Concept {
  readonly alternatives: readonly Alternative[];
}

/** Sentences `from` to `to` (exclusive) of an index. */
export interface Scope {
  readonly from: number;
  readonly to: number;
}

export interface Candidate {
  readonly sentence: number;
  readonly score: number;
  readonly features: Float64Array;
}

/** How many sentences with the best first-stage score are looked at word by word. */
const CLOSE_LOOK = 48;

export const FEATURES = [
  'bm25',
  'before',
  'after',
  'around',
  'pairs',
  'near',
  'coverage',
  'number',
  'time',
  'person',
  'place',
  'other',
  'newNames',
  'early',
  'opening',
  'heading',
  'length',
  'kindless',
] as const;

/** Number of sentences of the scope that hold the term, and where those postings begin. */
export function postingsIn(index: SentenceIndex, term: number, scope: Scope): { from: number; to: number } {
  const start = index.postingStart[term] ?? 0;
  const end = index.postingStart[term + 1] ?? 0;
  if (scope.from === 0 && scope.to === index.sentenceCount) return { from: start, to: end };
  return {
    from: lowerBound(index.postings, scope.from, start, end),
    to: lowerBound(index.postings, scope.to, start, end),
  };
}

function lowerBound(values: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Robertson & Spärck Jones: ln(1 + (N − n + ½) ÷ (n + ½)). */
export function inverseDocumentFrequency(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

export function rank(
  index: SentenceIndex,
  scope: Scope,
  concepts: readonly Concept[],
  kind: Kind,
  context: {
    opening: Uint8Array;
    asked: ReadonlySet<number>;
    headings: (sentence: number) => ReadonlySet<number>;
  },
): Candidate[] {
  const size = scope.to - scope.from;
  const scores = new Float32Array(size);
  const best = new Float32Array(size);
  const sum = new Float32Array(size);
  const averageLength = 14;
  const idf = new Map<number, number>();
  for (const { alternatives } of concepts) {
    const touched: number[] = [];
    for (const { terms, factor } of alternatives) {
      const here: number[] = [];
      for (const term of terms) {
        const { from, to } = postingsIn(index, term, scope);
        const weight = inverseDocumentFrequency(to - from, size);
        idf.set(term, weight);
        for (let at = from; at < to; at += 1) {
          const sentence = (index.postings[at] ?? 0) - scope.from;
          const frequency = index.frequencies[at] ?? 0;
          const length = index.lengths[sentence + scope.from] ?? 0;
          const norm = BM25.k1 * (1 - BM25.b + (BM25.b * length) / averageLength);
          const gain = (weight * factor * frequency * (BM25.k1 + 1)) / (frequency + norm);
          if (sum[sentence] === 0) here.push(sentence);
          sum[sentence] = (sum[sentence] ?? 0) + gain;
        }
      }
      for (const sentence of here) {
        const value = sum[sentence] ?? 0;
        if (best[sentence] === 0) touched.push(sentence);
        if (value > (best[sentence] ?? 0)) best[sentence] = value;
        sum[sentence] = 0;
      }
    }
    for (const sentence of touched) {
      scores[sentence] = (scores[sentence] ?? 0) + (best[sentence] ?? 0);
      best[sentence] = 0;
    }
  }
  // stage one
  const stage = new Float32Array(size);
  for (let s = 0; s < size; s += 1) {
    const own = scores[s] ?? 0;
    const before = s > 0 ? (scores[s - 1] ?? 0) : 0;
    const after = s + 1 < size ? (scores[s + 1] ?? 0) : 0;
    if (own + before + after > 0) stage[s] = own + 0.15 * (before + after);
  }
  const order: number[] = [];
  for (let s = 0; s < size; s += 1) if ((stage[s] ?? 0) > 0) order.push(s);
  order.sort((a, b) => (stage[b] ?? 0) - (stage[a] ?? 0) || a - b);
  order.length = Math.min(order.length, CLOSE_LOOK);

  const candidates = order.map((s) => {
    const sentence = s + scope.from;
    const f = new Float64Array(FEATURES.length);
    const set = (name: (typeof FEATURES)[number], value: number) => {
      f[FEATURES.indexOf(name)] = value;
    };
    const at = (i: number) => (i >= 0 && i < size ? (scores[i] ?? 0) : 0);
    set('bm25', at(s));
    set('before', s > 0 && !context.opening[sentence] ? at(s - 1) : 0);
    set('after', s + 1 < size && !context.opening[sentence + 1] ? at(s + 1) : 0);
    let around = 0;
    for (let d = 2; d <= 3; d += 1) around += at(s - d) + at(s + d);
    set('around', around);
    // words
    const positions: number[][] = concepts.map(() => []);
    const conceptOf = new Map<number, number[]>();
    concepts.forEach(({ alternatives }, c) => {
      for (const { terms } of alternatives)
        for (const term of terms) {
          const list = conceptOf.get(term) ?? [];
          if (!list.includes(c)) list.push(c);
          conceptOf.set(term, list);
        }
    });
    const from = index.wordStart[sentence] ?? 0;
    const to = index.wordStart[sentence + 1] ?? 0;
    let numbers = 0;
    let years = 0;
    let names = 0;
    for (let w = from; w < to; w += 1) {
      const surface = index.words[w] ?? 0;
      const term = index.termOfSurface[surface] ?? 0;
      const shape = index.shapeOfSurface[surface] ?? 0;
      const asked = context.asked.has(term);
      if (shape & SHAPE.number && !asked) numbers += 1;
      if (shape & (SHAPE.year | SHAPE.month) && !asked) years += 1;
      if (shape & SHAPE.capitalized && !asked && w > from && term !== 0) names += 1;
      for (const c of conceptOf.get(term) ?? []) positions[c]?.push(w - from);
    }
    let pairs = 0;
    let near = 0;
    let covered = 0;
    let all = 0;
    concepts.forEach(({ alternatives }, c) => {
      const weight = Math.max(0.1, ...alternatives.map(({ terms }) => idf.get(terms[0] ?? 0) ?? 0));
      all += weight;
      if ((positions[c]?.length ?? 0) > 0) covered += weight;
      const next = positions[c + 1] ?? [];
      let gap = Number.POSITIVE_INFINITY;
      for (const a of positions[c] ?? [])
        for (const b of next) gap = Math.min(gap, a < b ? b - a : (a - b) * 2);
      const pairWeight = Math.min(
        weight,
        Math.max(
          0.1,
          ...(concepts[c + 1]?.alternatives.map(({ terms }) => idf.get(terms[0] ?? 0) ?? 0) ?? [0]),
        ),
      );
      if (gap <= 2) pairs += pairWeight;
      else if (gap <= 6) near += pairWeight;
    });
    set('pairs', pairs);
    set('near', near);
    set('coverage', all > 0 ? covered / all : 0);
    if (kind === 'number') set('number', numbers > 0 ? 1 : 0);
    else if (kind === 'time') set('time', years > 0 ? 1 : numbers > 0 ? 0.5 : 0);
    else if (kind === 'person') set('person', Math.min(names, 3) / 3);
    else if (kind === 'place') set('place', Math.min(names, 3) / 3);
    else set('other', Math.min(names + numbers, 3) / 3);
    set('newNames', Math.min(names, 5) / 5);
    set('early', 1 / (1 + s / 10));
    set('opening', context.opening[sentence] ?? 0);
    let heading = 0;
    const held = context.headings(sentence);
    concepts.forEach(({ alternatives }, c) => {
      if ((positions[c]?.length ?? 0) > 0) return;
      if (alternatives.some(({ terms }) => terms.some((term) => held.has(term)))) heading += 1;
    });
    set('heading', heading);
    set('length', Math.log(1 + (index.lengths[sentence] ?? 0)));
    let score = 0;
    FEATURES.forEach((name, i) => {
      score += (WEIGHTS[name] ?? 0) * (f[i] ?? 0);
    });
    return { sentence, score, features: f };
  });
  return candidates.sort((a, b) => b.score - a.score || a.sentence - b.sentence);
}
