import { describe, expect, it } from 'vitest';
import { FEATURES, READER, scoreOf } from '../../../src/search/ranking/features.ts';
import { readPassages } from '../../../src/search/ranking/read-passages.ts';
import { type PassageReader, rank } from '../../../src/search/search.ts';
import { articleOf, sessionOn } from '../../session.ts';

/** Text whose sentences, counted from 0, each show something. */
const TEXT = `The keeper lit the oil lamp. She slept. The lamp burned for Anna Berg in May 1871.

Nine ships came in 1902 and 1903. The harbor had 12 lamps. One lamp has no oil.
`;

/** One feature of one sentence; undefined where the sentence is no candidate. */
function featureOf(name: string, sentence: number, question: string): number | undefined {
  const parsed = sessionOn([articleOf(TEXT)]).library.parse(question);
  if ('problem' in parsed || !parsed.value[0]) throw new Error('There is a question');
  const { candidates } = rank(parsed.value[0]);
  const at = FEATURES.findIndex((feature) => feature.name === name);
  return candidates.find((candidate) => candidate.sentence === sentence)?.features[at];
}

/** For each feature a sentence that has more of it than another, for a question. */
const TRIED: Readonly<Record<string, readonly [more: number, less: number, question: string]>> = {
  bm25: [0, 2, 'oil lamp'],
  before: [1, 0, 'oil lamp'],
  after: [1, 2, 'lamp'],
  around: [2, 3, 'lamp'],
  coverage: [0, 2, 'oil lamp'],
  count: [0, 2, 'oil lamp'],
  beforeNew: [1, 0, 'oil lamp'],
  twoBeforeNew: [2, 0, 'oil lamp'],
  afterNew: [1, 2, 'burned lamp'],
  leaning: [1, 0, 'oil lamp'],
  leaningNew: [1, 0, 'oil lamp'],
  early: [0, 2, 'lamp'],
  firstMatch: [2, 0, 'lamp'],
  pairs: [0, 2, 'oil lamp'],
  adjacent: [0, 2, 'oil lamp'],
  phrase: [0, 2, 'oil lamp'],
  negated: [5, 0, 'which lamp has no oil'],
  denied: [5, 0, 'which lamp has oil'],
  number: [4, 0, 'how many lamps'],
  onlyYears: [2, 4, 'how many lamps'],
  time: [2, 0, 'when was the lamp lit'],
  timeNumber: [4, 0, 'when was the lamp lit'],
  person: [2, 0, 'who lit the lamp'],
  place: [2, 0, 'where was the lamp lit'],
  kind: [2, 0, 'who lit the lamp'],
  likeness: [3, 4, 'vessels'],
  closeLikeness: [3, 4, 'vessels'],
  plainLikeness: [3, 4, 'vessels'],
  leastLikeness: [0, 2, 'oil lamp'],
  likenessOfLacking: [3, 1, 'vessels'],
  likenessBeside: [1, 0, 'oil lamp'],
  likenessWithTitles: [3, 4, 'vessels'],
  synonym: [0, 1, 'custodian'],
  narrower: [3, 0, 'vessels'],
  broader: [0, 3, 'lantern'],
  cosine: [3, 1, 'vessels'],
  cosineBeside: [4, 1, 'vessels'],
  focus: [3, 1, 'vessels'],
};

describe('The features of a sentence', () => {
  it('each have a name of their own and are tried here', () => {
    // What a reader makes of a sentence is tried below.
    expect(FEATURES.map(({ name }) => name).sort()).toEqual([...Object.keys(TRIED), 'reader'].sort());
  });

  it.each(Object.entries(TRIED))('show where they should: %s', (name, [more, less, question]) => {
    expect(featureOf(name, more, question)).toBeGreaterThan(featureOf(name, less, question) ?? 0);
  });

  it('of a kind of thing count only where that kind is asked for', () => {
    for (const name of ['number', 'onlyYears', 'time', 'timeNumber', 'person', 'place']) {
      for (const sentence of [0, 2, 4]) expect(featureOf(name, sentence, 'lamp')).toBe(0);
    }
  });

  it('count their weight, added', () => {
    const features = Float64Array.from(FEATURES, (_, at) => at);
    const sum = FEATURES.reduce((total, { weight }, at) => total + weight * at, 0);
    expect(scoreOf(features)).toBeCloseTo(sum, 10);
  });

  it('show what a reader makes of a passage, in the units of the others, and leave the rest as it was', async () => {
    const parsed = sessionOn([articleOf(TEXT)]).library.parse('oil lamp');
    if ('problem' in parsed || !parsed.value[0]) throw new Error('There is a question');
    const [question] = parsed.value;
    const ranking = rank(question);
    const reader: PassageReader = {
      name: 'fond of ships',
      most: 12,
      read: async (_, passages) =>
        passages.map((passage) => ({ ranking: passage.text.includes('ships') ? 1000 : 0, judging: 0 })),
    };
    const read = await readPassages(question, ranking, reader);
    const before = new Map(ranking.candidates.map((candidate) => [candidate.sentence, candidate]));
    expect(read.candidates[0]?.sentence).toBe(3);
    expect(read.candidates[0]?.features[READER]).toBe(1000);
    for (const { sentence, score } of read.candidates)
      expect(score - (before.get(sentence)?.score ?? 0)).toBeCloseTo(sentence === 3 ? 1000 : 0, 6);
  });
});
