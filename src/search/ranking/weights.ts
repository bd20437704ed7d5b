/** Parameters of BM25; k1 and b as Robertson & Zaragoza (2009) recommend, `averageLength` in words that are no stop words. */
export const BM25 = { k1: 1.2, b: 0.75, averageLength: 14 } as const;

/** Share of its neighbors' score that a sentence gets before it is looked at closely. */
export const FIRST_STAGE = { before: 0.35, after: 0.25 } as const;

/** What a word in the heading of its section counts for a sentence, beside one of its own. By judgment: no judged text has headings. */
export const HEADING_SHARE = 0.4;

/**
 * What each feature of a sentence counts beside one unit of BM25. Fitted by minimizing the softmax cross-entropy of the
 * answering sentence among the candidates (ListNet's top-one loss, Cao et al. 2007) with a small L2 penalty, on judged
 * questions in English of four collections, every question weighing the inverse root of its collection's size.
 * Fitted on one half of the articles and tested on the other (`npm run eval -- --half`), such weights put the right
 * sentence first for 77.5 and 77.6 %, among the first three for 93.3 and 92.9 %; these for 78.0 and 93.3 % of all.
 * Fits for other languages differ little, so that one table serves all.
 */
export const WEIGHTS = {
  /** BM25 of the sentence, of the one before it and after it in its paragraph, and of the four around those. */
  bm25: 1,
  before: 0.35,
  after: 0.28,
  around: 0.1,
  /** Share of the question's idf, and of its concepts, that the sentence holds. */
  coverage: 8.4,
  count: 4,
  /** idf of concepts that it lacks and the sentence before it, two before it, or after it holds. */
  beforeNew: 0.44,
  twoBeforeNew: 0.28,
  afterNew: 0.25,
  /** It begins with a pronoun; and what the sentence before it then adds. */
  leaning: 0.7,
  leaningNew: 0.7,
  /** It stands early in the article: 1 ÷ (1 + sentences before it ÷ 10). */
  early: 1,
  /** The question's words begin early in it: 1 ÷ (1 + words before the first). */
  firstMatch: 1.6,
  /** idf of neighboring concepts of the question that are neighbors in it, too. */
  pairs: 0.1,
  /** Asked for a number: it holds one that the question does not name; but only years. */
  number: 3.3,
  onlyYears: -4.1,
  /** Asked for a time: it holds a year or a month; any number. */
  time: 4,
  timeNumber: 1.7,
  /** Asked for a person or a place: names in it that the question lacks, up to three. */
  person: 4.2,
  place: 1.8,
} as const;
export type Feature = keyof typeof WEIGHTS;
export const FEATURES = Object.keys(WEIGHTS) as Feature[];
