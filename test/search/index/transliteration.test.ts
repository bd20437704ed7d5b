import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/corpus/passage.ts';
import { indexSentences } from '../../../src/search/index/sentence-index.ts';
import { namesBySound, transcribes } from '../../../src/search/index/transliteration.ts';
import { createLibrary } from '../../../src/search/search.ts';
import { dictionary } from '../../../src/search/text/cc-cedict.ts';
import { languageOf } from '../../../src/search/text/language.ts';
import { articleOf } from '../../session.ts';

const TEXT = `The peasants of Anatolia paid their taxes in grain. The Norman dukes took Sicily, and Richard
of Normandy sailed to Palermo. A storm kept Marconi in Cornwall, where Thornton kept the lamp.
The Kalmeda sank in 1902. The normal harvest was sold in the market.
`;
const article = articleOf(TEXT);
const sounds = namesBySound(indexSentences([article], languageOf('en')), languageOf('en'));
const like = (word: string) =>
  sounds.like([...word].map(dictionary().syllable)).map(({ surface }) => surface);

describe('A name in Chinese characters', () => {
  it.each([
    ['安纳托利亚', 'Anatolia'],
    ['安納托利亞', 'Anatolia'],
    ['诺曼', 'Norman'],
    ['诺曼底', 'Normandy'],
    ['巴勒莫', 'Palermo'],
    ['马可尼', 'Marconi'],
    ['科勒米达', 'Kalmeda'],
  ])('%s is heard as %s', (asked, printed) => {
    expect(like(asked)).toContain(printed);
  });

  it.each(['伦敦', '拿破仑', '莎士比亚', '达尔文'])(
    '%s is not heard where no such name is printed',
    (asked) => {
      expect(like(asked)).toEqual([]);
    },
  );

  it('is not heard in words without a capital, nor in a syllable or two with too few consonants', () => {
    expect(like('诺马尔')).toEqual([]);
    expect(like('安')).toEqual([]);
    expect(sounds.like([])).toEqual([]);
    expect(sounds.like(['', ''])).toEqual([]);
  });

  it('is told in a finding as heard, and brings the passage', async () => {
    const { outcome, readings, passages } = await createLibrary([article]).ask('科勒米达什么时候沉没');
    expect(outcome).toBe('found');
    expect(readings).toContainEqual({ asked: '科勒米达', read: ['Kalmeda'], by: 'sound' });
    expect(passages[0] && textOf(passages[0])).toBe('The Kalmeda sank in 1902.');
  });

  it('is looked up in the dictionary where this has it', async () => {
    const { readings } = await createLibrary([article]).ask('安纳托利亚的农民交什么税');
    expect(readings).toContainEqual({ asked: '安纳托利亚', read: ['Anatolia'], by: 'dictionary' });
  });
});

describe('Ordinary Chinese words', () => {
  it.each(['农民', '市场', '粮食', '为什么', '的', '税', '我们'])(
    '%s are not taken for a name',
    async (word) => {
      const { readings } = await createLibrary([article]).ask(word);
      expect(readings.filter(({ by }) => by === 'sound')).toEqual([]);
    },
  );

  it('are written with characters that names are not transcribed with', () => {
    expect([...'安纳托利亚諾'].every(transcribes)).toBe(true);
    expect([...'的是我税农'].some(transcribes)).toBe(false);
    expect(transcribes('安纳')).toBe(false);
    expect(transcribes('')).toBe(false);
  });
});
