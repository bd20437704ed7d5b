import { describe, expect, it } from 'vitest';
import { refTo, resolve } from '../../src/reply/reference.ts';
import { createLibrary } from '../../src/search/search.ts';
import { articleOf, LIGHTHOUSE } from '../session.ts';

const article = articleOf(LIGHTHOUSE);
const library = createLibrary([article]);

describe('A reference to a passage', () => {
  it('leads back to it', () => {
    for (const passage of [
      { article, first: 0, last: 0 },
      { article, first: 1, last: 4 },
    ]) {
      expect(resolve(refTo(passage), library)).toEqual({ value: passage });
    }
    expect(refTo({ article, first: 1, last: 4 })).toEqual({
      article: 'lighthouse',
      edition: article.edition,
      first: 1,
      last: 4,
    });
  });

  it('tells apart an article that is gone, one that changed, and sentences that there are not', () => {
    const ref = refTo({ article, first: 0, last: 0 });
    expect(resolve({ ...ref, article: 'other' }, library)).toMatchObject({ problem: { kind: 'gone' } });
    const changed = createLibrary([articleOf(`${LIGHTHOUSE}\nIt is a museum now.\n`)]);
    expect(resolve(ref, changed)).toMatchObject({ problem: { kind: 'changed' } });
    for (const range of [
      { first: 0, last: 5 },
      { first: -1, last: 0 },
      { first: 2, last: 1 },
      { first: Number.NaN, last: Number.NaN },
    ]) {
      expect(resolve({ ...ref, ...range }, library)).toMatchObject({ problem: { kind: 'out-of-range' } });
    }
  });
});
