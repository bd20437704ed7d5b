import { describe, expect, it, test } from 'vitest';
import { languageOf } from '../../../src/search/text/language.ts';
import { thesaurusEntries } from '../../../src/search/text/thesaurus.ts';
import { wordVectors } from '../../../src/search/text/word-vectors.ts';

const cosineOf = (one: string, other: string) => {
  const { cosine, rowOf } = wordVectors();
  return cosine(rowOf(one), rowOf(other));
};

describe('The thesaurus', () => {
  test.each([
    ['physician', 'doctor', 'synonym'],
    ['buy', 'purchase', 'synonym'],
    ['afraid', 'panicky', 'synonym'],
    ['weapon', 'arrow', 'narrower'],
    ['arrow', 'weapon', 'broader'],
  ])('has beside %s %s as %s', (word, other, sense) => {
    expect(thesaurusEntries(word)).toContainEqual(expect.objectContaining({ word: other, sense }));
  });

  it('tells how likely both words are meant so, and nothing of what is hardly meant', () => {
    const [likely, seldom] = ['kid', 'minor'].map((other) => shareOf('child', other));
    expect(likely).toBeGreaterThan(seldom ?? 1);
    expect(shareOf('relative', 'comparative')).toBeUndefined();
    expect(thesaurusEntries('alibaba')).toEqual([]);
  });

  it('is asked for any form of a word, in English alone', () => {
    const keys = languageOf('en')
      .thesaurus('bought')
      .map(({ word }) => word);
    expect(keys).toContain('purchase');
    expect(languageOf('de').thesaurus('die')).toEqual([]);
  });
});

function shareOf(word: string, other: string): number | undefined {
  return thesaurusEntries(word).find((entry) => entry.word === other && entry.sense === 'synonym')?.share;
}

describe('Word vectors', () => {
  it('bring words near that stand in the same contexts, and others not', () => {
    expect(cosineOf('doctor', 'physician')).toBeGreaterThan(0.6);
    expect(cosineOf('journalist', 'reporter')).toBeGreaterThan(0.6);
    expect(cosineOf('engine', 'violin')).toBeLessThan(0.3);
  });

  it('are near themselves, and as near from either side', () => {
    expect(cosineOf('ferry', 'ferry')).toBeCloseTo(1, 5);
    expect(cosineOf('ferry', 'boat')).toBe(cosineOf('boat', 'ferry'));
  });

  it('give the same against a direction as against a row', () => {
    const { cosines, directionOf, rowOf } = wordVectors();
    const [ferry, boat] = [rowOf('ferry'), rowOf('boat')];
    expect(cosines(ferry, [directionOf(boat)])[0]).toBeCloseTo(cosineOf('ferry', 'boat'), 5);
  });

  it('list the nearest words of each without its other forms', () => {
    const { nearestTo, rowOf } = wordVectors();
    const near = nearestTo(rowOf('doctor'));
    expect(near.map(({ word }) => word)).toContain('physician');
    expect(near.map(({ word }) => word)).not.toContain('doctors');
    expect(near.map(({ likeness }) => likeness)).toEqual(
      near.map(({ likeness }) => likeness).sort((a, b) => b - a),
    );
  });

  it('know no made-up word', () => {
    expect(wordVectors().rowOf('zorblax')).toBe(-1);
  });
});
