import { describe, expect, it } from 'vitest';
import { spanOf } from '../../src/corpus/passage.ts';
import { placeOf, sayPlace } from '../../src/reply/attribution.ts';
import { quotationsOf } from '../../src/reply/passages.ts';
import { letterOf, quote } from '../../src/reply/quotation.ts';
import { bySection } from '../../src/reply/stretch.ts';
import { WORDS } from '../../src/reply/words.ts';
import { articleOf, LIGHTHOUSE } from '../session.ts';

const words = WORDS['en-US'];
const article = articleOf(LIGHTHOUSE);

describe('A quotation', () => {
  it('is code where all of it stands in a code fence', () => {
    const guide = articleOf('Run this:\n\n```\nnpm ci\n```\n');
    expect(quote({ article: guide, first: 1, last: 1 }).form).toBe('exact');
    expect(quote({ article: guide, first: 0, last: 1 }).form).toBe('prose');
  });

  it('has a gap where it begins or ends within a sentence that was too long for one', () => {
    const long = articleOf(`${'The lamp burned whale oil, and the keeper slept, '.repeat(60)}until 1902.\n`);
    const kinds = (first: number) =>
      quotationsOf([{ article: long, first, last: first }], words).map(({ kind }) => kind);
    expect(long.sentences.length).toBeGreaterThan(2);
    expect(kinds(0)).toEqual(['quotation', 'gap']);
    expect(kinds(1)).toEqual(['gap', 'quotation', 'gap']);
    expect(kinds(long.sentences.length - 1)).toEqual(['gap', 'quotation']);
  });

  it('is the slice from its first sentence to its last, with the white space between them', () => {
    const { text, passage, placing } = quote({ article, first: 2, last: 3 });
    expect(text).toBe('Anna Berg kept the lamp for thirty years [2]. She wrote down every storm.');
    expect(article.text).toContain(text);
    expect(sayPlace(placeOf(passage, spanOf(passage), placing), words)).toBe('Keepers · sentences 3–4');
  });

  it('cannot run over a heading', () => {
    expect(() => quote({ article, first: 1, last: 2 })).toThrow(RangeError);
    expect(bySection(article, 1, 3)).toEqual([
      { article, first: 1, last: 1 },
      { article, first: 2, last: 3 },
    ]);
  });

  it('cannot be of sentences that the article does not have', () => {
    expect(() => quote({ article, first: 4, last: 5 })).toThrow('lighthouse has no sentences 5 to 6');
    expect(() => quote({ article, first: 1, last: 0 })).toThrow(RangeError);
  });

  it('stresses only what lies within it, in order and once', () => {
    const { matches } = quote(
      { article, first: 0, last: 0 },
      {
        matches: [
          { start: 30, end: 38 },
          { start: 17, end: 27 },
          { start: 20, end: 25 },
          { start: 50, end: 90 },
          { start: 0, end: 20 },
        ],
      },
    );
    expect(matches).toEqual([
      { start: 17, end: 27 },
      { start: 30, end: 38 },
    ]);
  });

  it('is lettered A to Z, then AA, as many as there are', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
