/** Parameters of BM25; k1 and b as Robertson & Zaragoza (2009) recommend, `averageLength` in words that are no stop words. */
export const BM25 = { k1: 1.2, b: 0.75, averageLength: 14 } as const;

/** Share of its neighbors' score that a sentence gets before it is looked at closely. */
export const FIRST_STAGE = { before: 0.35, after: 0.25 } as const;

/** What each feature of a sentence counts. */
export const WEIGHTS = {
  bm25: 1,
  before: 0.35,
  after: 0.28,
  around: 0.1,
  coverage: 8.4,
  count: 4,
  beforeNew: 0.44,
  twoBeforeNew: 0.28,
  afterNew: 0.25,
  leaning: 0.7,
  leaningNew: 0.7,
  early: 1,
  firstMatch: 1.6,
  pairs: 0.1,
  number: 3.3,
  onlyYears: -4.1,
  time: 4,
  timeNumber: 1.7,
  person: 4.2,
  place: 1.8,
} as const;
export type Feature = keyof typeof WEIGHTS;
export const FEATURES = Object.keys(WEIGHTS) as Feature[];
