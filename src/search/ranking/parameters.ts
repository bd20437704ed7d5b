/** Parameters of BM25; k1 and b as Robertson & Zaragoza (2009) recommend, `averageLength` in words that are no stop words. */
export const BM25 = { k1: 1.2, b: 0.75, averageLength: 14 } as const;

/** Share of its neighbors' score that a sentence gets before it is looked at closely. */
export const FIRST_STAGE = { before: 0.35, after: 0.25 } as const;

/** What a word in the heading of its section counts for a sentence, beside one of its own. By judgment: no judged text has headings. */
export const HEADING_SHARE = 0.4;
