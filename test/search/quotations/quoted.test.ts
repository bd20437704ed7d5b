import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/search/quotations/alignment.ts';
import { partsOf } from '../../../src/search/quotations/concerning.ts';
import { literalSearch } from '../../../src/search/quotations/literal.ts';
import { check } from '../../../src/search/quotations/quotation-check.ts';
import { quotedIn } from '../../../src/search/quotations/quoted.ts';
import { createLibrary } from '../../../src/search/search.ts';
import { generatedArticle } from '../../generated-articles.ts';
import { articleOf, LIGHTHOUSE } from '../../session.ts';

describe('The quotations of a message', () => {
  it.each([
    ['He said “two words” and "two more".', ['two words', 'two more']],
    ['„auf Deutsch“ und «en français» et « avec espaces »', ['auf Deutsch', 'en français', 'avec espaces']],
    ['他说「人工智能」和『千问恐慌』', ['人工智能', '千问恐慌']],
    ['“one” 「千问」 "It’s"', []],
    ['an unbalanced "quote without end', []],
    ['“same words” and “same words”', ['same words']],
  ])('in %j are %j', (message, quotations) => {
    expect(quotedIn(message)).toEqual(quotations);
  });
});

describe('A literal search', () => {
  const article = articleOf(LIGHTHOUSE);
  const printed = literalSearch([article]);
  const found = (words: string) => {
    const span = printed(words)?.span;
    return span && article.text.slice(span.start, span.end);
  };

  it('does not mind white space, but minds letters', () => {
    expect(found('lamp  burned\nwhale oil')).toBe('lamp burned whale oil');
    expect(found('lamp burned Whale oil')).toBeUndefined();
  });

  it('does not find a word within another', () => {
    expect(found('amp burned')).toBeUndefined();
    expect(found('whale oi')).toBeUndefined();
  });

  it('finds words over the end of a sentence', () => {
    const { passage } = printed('in 1871 [1]. Its lamp') ?? {};
    expect(passage).toMatchObject({ first: 0, last: 1 });
  });

  it('does not mind how characters are composed, or how quotation marks look', () => {
    const cafe = articleOf('The cafe\u0301 was called "Le Phare" in 1902.\n');
    const span = literalSearch([cafe])('café was called “Le Phare”')?.span;
    expect(span && cafe.text.slice(span.start, span.end)).toBe('cafe\u0301 was called "Le Phare"');
  });

  it('finds in Chinese what begins and ends anywhere', () => {
    const chinese = articleOf('灯塔建于一八七一年。灯油用鲸鱼油。\n', { lang: 'zh' });
    const span = literalSearch([chinese])('建于一八七一年。灯油')?.span;
    expect(span && chinese.text.slice(span.start, span.end)).toBe('建于一八七一年。灯油');
  });

  it('finds every sentence of any article, at or before its place', () => {
    fc.assert(
      fc.property(generatedArticle, fc.nat(), (any, pick) => {
        const { start, end } = any.sentences[pick % any.sentences.length] ?? { start: 0, end: 0 };
        const words = any.text.slice(start, end);
        const hit = literalSearch([any])(words);
        fc.pre(words.replace(/[\s\p{Cf}]/gu, '') !== '');
        expect(hit).toBeDefined();
        expect(hit?.span.start).toBeLessThanOrEqual(start);
      }),
    );
  });
});

describe('An alignment', () => {
  it('pairs what is the same around what is not', () => {
    const left = 'the lamp burned seal oil'.split(' ');
    const right = 'its lamp burned whale oil until'.split(' ');
    const { pairs } = align(left.length, right.length, (l, r) => (left[l] === right[r] ? 2 : -1));
    expect(pairs.map((pair) => left[pair.left])).toEqual(['lamp', 'burned', 'oil']);
    expect(pairs.map((pair) => pair.right)).toEqual([1, 2, 4]);
  });
});

describe('A checked quotation', () => {
  const article = articleOf(LIGHTHOUSE);
  const library = createLibrary([article]);
  const checked = (words: string) => check(words, literalSearch([article]), library);

  it('tells what the article prints in place of what', async () => {
    const result = await checked('Its lamp burned seal oil until 1902');
    expect(result).toMatchObject({
      kind: 'different',
      passage: { first: 1, last: 1 },
      inQuotationOnly: ['seal'],
    });
    const spans = result.kind === 'different' ? result.inArticleOnly : [];
    expect(spans.map(({ start, end }) => article.text.slice(start, end))).toEqual(['whale']);
  });

  it('counts a different case as a difference', async () => {
    expect(await checked('Anna berg kept the lamp')).toMatchObject({
      kind: 'different',
      inQuotationOnly: ['berg'],
    });
  });

  it('does not take shared words for a quotation', async () => {
    expect(await checked('the lamp was sold to a museum in Oslo for scrap')).toEqual({ kind: 'not-found' });
  });
});

describe('The parts of a message', () => {
  it('are at most 300 characters long and hold every word but links and mentions', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z一-龥]{1,12}[.?!]?$/), { maxLength: 200 }), (words) => {
        const message = words.join(' ');
        const parts = partsOf(message);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(300);
        const kept = parts.join(' ');
        for (const word of words) expect(kept).toContain(word.replace(/[.?!]$/, ''));
      }),
    );
    expect(partsOf('See <@123> at https://example.org/a?b <:smile:9>!')).toEqual(['See at !']);
  });
});
