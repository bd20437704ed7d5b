import { describe, expect, it } from 'vitest';
import { otherWordsFor } from '../../../src/search/search.ts';
import { articleOf } from '../../session.ts';

const article = articleOf(
  'The physicians at Bergen purchased two ambulances. The physicians rejected the offer of a journalist. A doctor stayed.\n',
  { aliases: new Map([['ambulances', ['ambulance']]]) },
);

describe('Other words for those of an article', () => {
  const proposed = new Map(otherWordsFor(article).map(({ word, others }) => [word, others]));

  it('are what readers may type instead, as the article prints the word', () => {
    expect(proposed.get('purchased')).toContain('buy');
    expect(proposed.get('journalist')).toContain('reporter');
  });

  it('are none that it prints itself, nor the contrary', () => {
    expect(proposed.get('physicians')).not.toContain('doctor');
    expect(proposed.get('rejected')).not.toContain('accept');
  });

  it('are none of names, nor of what has aliases', () => {
    expect([...proposed.keys()]).not.toContain('Bergen');
    expect([...proposed.keys()]).not.toContain('ambulances');
  });

  it('are told of the most telling words first, so many at the most', () => {
    expect(otherWordsFor(article, 1)).toHaveLength(1);
  });

  it('are none in a language without a thesaurus', () => {
    expect(otherWordsFor(articleOf('Die Fähre fährt um zwölf.\n', { lang: 'de' }))).toEqual([]);
  });
});
