import { describe, expect, it } from 'vitest';
import { rangeOf, shelvesOf } from '../../../src/search/index/shelf.ts';
import { readQuestion } from '../../../src/search/question/read-question.ts';
import type { Dictionary } from '../../../src/search/text/cc-cedict.ts';
import { articleOf, LIGHTHOUSE } from '../../session.ts';

const ALIASES = new Map([['Anna Berg', ['安娜·贝格', '安娜', 'the Keeper']]]);
const articles = [
  articleOf(LIGHTHOUSE, { aliases: ALIASES }),
  articleOf('The United States sent a parrot, and the harbor took it.\n', { id: 'parrot' }),
];

const SENSES = new Map([
  ['灯塔', ['lighthouse']],
  ['建成', ['to finish building', 'to build']],
  ['在', ['to be at']],
]);
const DICTIONARY: Dictionary = {
  holds: (word) => SENSES.has(word) || word === '什么时候',
  senses: (word) => SENSES.get(word) ?? [],
  syllable: () => '',
};

function read(question: string, article?: string) {
  const [shelf] = shelvesOf(articles);
  const range = shelf && rangeOf(shelf, article);
  if (!shelf || !range) throw new Error('There is such an article');
  const { concepts, readings } = readQuestion(question, shelf, range, DICTIONARY);
  const termOf = new Map([...shelf.index.termId].map(([stem, term]) => [term, stem]));
  return {
    readings,
    asked: concepts.map(({ asked }) => asked),
    found: concepts.filter(({ found }) => found).map(({ asked }) => asked),
    looked: concepts.map(({ alternatives }) =>
      alternatives.map(({ terms }) => terms.map((term) => termOf.get(term)).join(' ')),
    ),
    concepts,
  };
}

describe('A question is read', () => {
  it('as its words without stop words, in its own order', () => {
    expect(read('When did the last keeper leave the lighthouse?').asked).toEqual([
      'last',
      'keeper',
      'leave',
      'lighthouse',
    ]);
    expect(read('What is it?').concepts).toEqual([]);
  });

  it('with every form of a word as one', () => {
    expect(read('burning lamps').looked).toEqual([['burn'], ['lamp']]);
    expect(read('burning lamps').readings).toEqual([]);
  });

  it('with a slip as what was meant, which is told', () => {
    const { looked, readings } = read('lighthose');
    expect(looked).toEqual([['lighthouse']]);
    expect(readings).toEqual([{ asked: 'lighthose', read: ['lighthouse'], by: 'spelling' }]);
  });

  it('with a name under another of its names, which is told', () => {
    const { asked, looked, readings } = read('Where did the USA send it?');
    expect(asked).toContain('USA');
    expect(looked).toContainEqual(['unite state']);
    expect(readings).toEqual([{ asked: 'USA', read: ['United States'], by: 'alias' }]);
  });

  it('with a Chinese name as the article prints it', () => {
    expect(read('安娜在哪').readings).toEqual([{ asked: '安娜', read: ['Anna Berg'], by: 'alias' }]);
  });

  it('with Chinese words as the dictionary translates them', () => {
    const { found, readings } = read('灯塔什么时候建成');
    expect(found).toContain('灯塔');
    expect(readings).toContainEqual({ asked: '灯塔', read: ['lighthouse'], by: 'dictionary' });
  });

  it('in Chinese and English together, in the order of both', () => {
    expect(read('lamp 灯塔 storm').asked).toEqual(['lamp', '灯塔', 'storm']);
  });

  it('with the place of each word in it', () => {
    const question = 'Which storm burned the lamp?';
    const { concepts } = read(question);
    expect(concepts.map(({ asked }) => asked)).toEqual(['storm', 'burned', 'lamp']);
    for (const { asked, at } of concepts) expect(question.slice(at, at + asked.length)).toBe(asked);
  });

  it('for the article asked alone', () => {
    expect(read('parrot', 'lighthouse').found).toEqual([]);
    expect(read('parrot', 'parrot').found).toEqual(['parrot']);
    expect(read('USA', 'lighthouse').readings).toEqual([]);
  });

  it('with capitals as nothing special where all is in capitals', () => {
    expect(read('WHICH STORM BURNED').looked).toEqual(read('which storm burned').looked);
    expect(read('WHO IS IT').concepts).toEqual([]);
  });

  it('with rare words weighing more than common ones', () => {
    const [common, rare] = read('night lighthouse').concepts;
    expect(rare?.rarity).toBeGreaterThan(common?.rarity ?? 99);
  });
});
