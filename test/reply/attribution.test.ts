import { describe, expect, it } from 'vitest';
import { type Passage, spanOf } from '../../src/corpus/passage.ts';
import { type Placing, placeOf, sayPlace, saySource, sourceOf } from '../../src/reply/attribution.ts';
import { LOCALES } from '../../src/reply/locale.ts';
import { WORDS } from '../../src/reply/words.ts';
import { articleOf, LIGHTHOUSE } from '../session.ts';

const words = WORDS['en-US'];

const whereOf = (passage: Passage, placing: Placing = {}) =>
  sayPlace(placeOf(passage, spanOf(passage), placing), words);

describe('Attribution', () => {
  it('keeps who published apart from whom it came through', () => {
    const article = articleOf(LIGHTHOUSE, { via: 'Coast Wire', published: '2020-05-01T08:30' });
    const rev = article.revision.slice(0, 8);
    expect(saySource(sourceOf(article), words)).toBe(
      `The Lighthouse · Harbor Post via Coast Wire, 2020-05-01 08:30 · rev ${rev}`,
    );
    expect(saySource(sourceOf(article), WORDS['zh-CN'])).toBe(
      `The Lighthouse · Harbor Post（经由 Coast Wire），2020-05-01 08:30 · 版本 ${rev}`,
    );
  });

  it('tells of which day the text is, where the file says when it was retrieved', () => {
    const article = articleOf(LIGHTHOUSE, { published: '2020-05-01', retrieved: '2026-12-01T07:15Z' });
    const rev = article.revision.slice(0, 8);
    expect(LOCALES.map((locale) => saySource(sourceOf(article), WORDS[locale]))).toEqual([
      `The Lighthouse · Harbor Post, 2020-05-01, as retrieved on 2026-12-01 · rev ${rev}`,
      `The Lighthouse · Harbor Post，2020-05-01，获取于 2026-12-01 · 版本 ${rev}`,
      `The Lighthouse · Harbor Post，2020-05-01，擷取於 2026-12-01 · 版本 ${rev}`,
    ]);
    const undated = articleOf(LIGHTHOUSE, { retrieved: '2026-12-01' });
    expect(saySource(sourceOf(undated), words)).toBe(
      `The Lighthouse · Harbor Post, as retrieved on 2026-12-01 · rev ${rev}`,
    );
  });

  it('leaves out what the source does not say', () => {
    const article = articleOf(LIGHTHOUSE);
    expect(saySource(sourceOf(article), words)).toBe(
      `The Lighthouse · Harbor Post · rev ${article.revision.slice(0, 8)}`,
    );
  });

  it('counts sentences through the whole article, and names the section unless it is shown above', () => {
    const article = articleOf(LIGHTHOUSE);
    expect(whereOf({ article, first: 2, last: 2 })).toBe('Keepers · sentence 3');
    expect(whereOf({ article, first: 2, last: 3 }, { underHeading: true })).toBe('sentences 3–4');
    const plain = articleOf('Oil burned.\n');
    expect(whereOf({ article: plain, first: 0, last: 0 })).toBe('sentence 1');
  });

  it('names only the sentences of which something is displayed, where a passage is shown a page at a time', () => {
    const article = articleOf(LIGHTHOUSE);
    const passage = { article, first: 2, last: 4 };
    const { start } = spanOf(passage);
    const page = { start, end: start + 50 };
    expect(sayPlace(placeOf(passage, page), words)).toBe('Keepers · sentences 3–4');
    expect(sayPlace(placeOf(passage, { start, end: start + 20 }), words)).toBe('Keepers · sentence 3');
  });
});
