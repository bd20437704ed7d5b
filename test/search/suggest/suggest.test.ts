import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { readCorpus } from '../../../src/corpus/read.ts';
import type { Library } from '../../../src/search/search.ts';
import { createLibrary } from '../../../src/search/search.ts';
import { generatedArticle } from '../../generated-articles.ts';
import { articleOf, LIGHTHOUSE } from '../../session.ts';

const lighthouse = articleOf(LIGHTHOUSE);

const harbor = articleOf(
  `## The crane

The Bank of Norrvik lent money to the Norrvik Harbor Company in 1890. The company built a steam crane. Dr. Ada Holm
of Procter & Lund drew the plans. A steam crane lifts what forty men cannot. When the bank failed, Ada Holm, Erik
Lund and a blacksmith bought the crane. The captain's log praises Lund's steam crane.
`,
  { id: 'harbor', title: 'The Harbor' },
);

const bridge = articleOf(
  `## 建造

武汉长江大桥于1957年建成通车。武汉长江大桥全长1670米。茅以升担任技术顾问委员会主任委员。

## 影响

长江大桥连接了京广铁路。茅以升后来写了回忆录。
`,
  { id: 'bridge', title: '武汉长江大桥', lang: 'zh' },
);

let news: Library;
beforeAll(async () => {
  const articles = await readCorpus('corpus');
  news = createLibrary(articles.filter(({ id }) => id === 'qwen-panic'));
});

const suggest = (typed: string, articles: readonly Article[] = [harbor]) =>
  createLibrary(articles).suggest(typed);

describe('A reader who has typed nothing', () => {
  it('sees headings, then the names that tell most', () => {
    const offers = news.suggest('');
    expect(offers[0]).toBe('Group 1: Allegations and Responses');
    const first = offers.filter((offer) => !offer.startsWith('Group ')).slice(0, 8);
    expect(first).toEqual(expect.arrayContaining(['Alibaba', 'Qwen', 'Qwen panic']));
  });

  it('is offered nothing first that the article has nothing near of', async () => {
    const offers = news.suggest('');
    expect(offers.length).toBeGreaterThan(10);
    for (const offer of offers) {
      expect({ offer, passages: (await news.ask(offer)).passages.length }).not.toEqual({
        offer,
        passages: 0,
      });
    }
  });
});

describe('What is typed', () => {
  it('is completed from the beginning of any word of a name, heading or noun phrase', () => {
    expect(news.suggest('jens')[0]).toBe('Jensen Huang');
    expect(news.suggest('hua')).toContain('Jensen Huang');
    expect(news.suggest('panic')[0]).toBe('Qwen panic');
    expect(news.suggest('POT')).toEqual(['Group 4: Potential for Cooperation']);
    expect(news.suggest('national s')[0]).toBe('national security concerns');
    expect(news.suggest('u.s. gov')[0]).toBe('U.S. government');
  });

  it('is completed to a single word where there is no phrase', () => {
    expect(suggest('blacks')).toEqual(['blacksmith']);
  });

  it('comes first where it is a name itself', () => {
    expect(news.suggest('qwen').slice(0, 2)).toEqual(['Qwen', 'Qwen panic']);
  });

  it('may be misspelt', () => {
    expect(news.suggest('qwn')[0]).toBe('Qwen');
    expect(news.suggest('alibba')[0]).toBe('Alibaba');
    expect(news.suggest('jensn hu')[0]).toBe('Jensen Huang');
    expect(news.suggest('fincial ti')[0]).toBe('Financial Times');
    expect(news.suggest('lAibaba')[0]).toBe('Alibaba');
  });

  it('may be in another order', () => {
    expect(news.suggest('panic qwen')).toEqual(['Qwen panic']);
  });

  it('may be another name of what the article prints', () => {
    expect(news.suggest('amer')).toContain('U.S.');
    expect(news.suggest('united states of am')).toEqual(['U.S.']);
    expect(news.suggest('Tongyi')).toEqual(['Qwen']);
  });

  it('brings nothing where nothing matches', () => {
    for (const typed of ['zzzz', '#', '\\', '😀', 'x'.repeat(300)]) expect(news.suggest(typed)).toEqual([]);
  });
});

describe('A half-typed question', () => {
  it('keeps its words and is completed at its end', () => {
    expect(news.suggest('what did Jensen Hu')[0]).toBe('what did Jensen Huang');
    expect(news.suggest('who acused ali')[0]).toBe('who acused Alibaba');
    expect(news.suggest('What  is a qwen p')[0]).toBe('What  is a Qwen panic');
    expect(news.suggest('who accu')[0]).toBe('who accused');
  });

  it('goes on with what follows where the next word is not begun', () => {
    expect(news.suggest('what did Jensen ')[0]).toBe('what did Jensen Huang');
    expect(news.suggest('what did ')).toContain('what did Alibaba');
  });

  it('is not completed with a heading', () => {
    expect(news.suggest('what is the pot')).toEqual([]);
  });

  it('is not completed from a small word inside a name', () => {
    const offers = suggest('the price of ');
    expect(offers).toContain('the price of steam crane');
    expect(offers.join()).not.toMatch(/price Bank of/);
  });

  it('is left alone when it is finished', () => {
    for (const typed of ['who accused Alibaba?', '谁指控阿里？']) expect(news.suggest(typed)).toEqual([]);
  });

  it('never loses what was typed before the completed words', () => {
    const beginnings = ['who accused ', 'tell me about ', '谁指控', 'why, in 2025, did '];
    const ends = ['ali', 'qwn', 'Jensen Hu', 'white ho', 'natio', '阿里'];
    for (const beginning of beginnings) {
      for (const end of ends) {
        const offers = news.suggest(beginning + end);
        expect(offers, beginning + end).not.toEqual([]);
        for (const offer of offers) expect(offer.slice(0, beginning.length)).toBe(beginning);
      }
    }
  });
});

describe('Chinese', () => {
  it('finds what an English article prints, in simplified and in traditional characters', () => {
    expect(news.suggest('阿里')[0]).toBe('Alibaba');
    expect(news.suggest('千问')[0]).toBe('Qwen');
    expect(news.suggest('千問恐')[0]).toBe('Qwen panic');
    expect(news.suggest('輝達')).toEqual(['NVIDIA']);
    expect(news.suggest('黄')).toEqual(['Jensen Huang']);
  });

  it('is completed at the end of a question', () => {
    expect(news.suggest('谁指控阿里')[0]).toBe('谁指控 Alibaba');
    expect(news.suggest('who is 黃仁')).toEqual(['who is Jensen Huang']);
  });

  it('is looked up in the dictionary where it is no name', () => {
    expect(news.suggest('国家安全')[0]).toBe('national security concerns');
    expect(news.suggest('恐慌')).toContain('Qwen panic');
  });

  it('is completed in a Chinese article', () => {
    expect(suggest('', [bridge])).toEqual(expect.arrayContaining(['长江大桥', '茅以升']));
    expect(suggest('长', [bridge])).toContain('长江大桥');
    expect(suggest('谁是茅以', [bridge])).toEqual(['谁是茅以升']);
  });
});

describe('Names', () => {
  it('are offered as they are printed', () => {
    expect(news.suggest('fei')[0]).toBe('Fei-Fei Li');
    expect(suggest('bank')[0]).toBe('Bank of Norrvik');
    expect(suggest('dr')[0]).toBe('Dr. Ada Holm');
    expect(suggest('proc')).toEqual(['Procter & Lund']);
    expect(suggest('norr')).toContain('Norrvik Harbor Company');
  });

  it('do not reach over a comma, a possessive or a sentence', () => {
    const offers = ['holm', 'lund', 'steam'].flatMap((typed) => suggest(typed));
    expect(offers).toContain('Ada Holm');
    expect(offers.join()).not.toMatch(/Holm, Erik|Lund's/);
  });

  it('are not made of the capital that begins a sentence', () => {
    expect(suggest('whe')).toEqual([]);
    expect(suggest('steam')[0]).toBe('steam crane');
  });
});

describe('Suggestions', () => {
  it('are those of one article where one is named', () => {
    const library = createLibrary([lighthouse, harbor]);
    expect(library.suggest('', { article: 'lighthouse' })).toContain('Anna Berg');
    expect(library.suggest('', { article: 'harbor' })).not.toContain('Anna Berg');
    expect(library.suggest('an', { article: 'harbor' })).not.toContain('Anna Berg');
    expect(library.suggest('an')).toContain('Anna Berg');
    expect(library.suggest('an', { article: 'nowhere' })).toEqual([]);
  });

  it('come from articles of every language', () => {
    expect(suggest('', [harbor, bridge])).toEqual(
      expect.arrayContaining(['The crane', '长江大桥', 'steam crane']),
    );
  });

  it('are at most as many as asked for', () => {
    expect(news.suggest('', { limit: 3 })).toHaveLength(3);
  });

  it('are never more than 25, longer than 100 characters, twice the same, or not the article’s', () => {
    const typing = fc.oneof(
      fc.constantFrom('', 'a', 'b', 'Hu', '阿', '阿里', 'it', 'the ', 'q'.repeat(98)),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.stringMatching(/^[a-z]{1,4}( [a-z]{1,4})?$/),
    );
    let offered = 0;
    fc.assert(
      fc.property(generatedArticle, typing, (article, typed) => {
        const offers = createLibrary([article]).suggest(typed);
        offered += offers.length;
        expect(offers.length).toBeLessThanOrEqual(25);
        expect(new Set(offers).size).toBe(offers.length);
        for (const offer of offers) {
          expect(offer.length).toBeLessThanOrEqual(100);
          expect(offer.trim()).not.toBe('');
          expect(offer).toBe(Buffer.from(offer).toString());
          const keptLengths = [...Array(typed.length + 1).keys()].filter((kept) =>
            offer.startsWith(typed.trimStart().slice(0, kept)),
          );
          // A space may have been put between Chinese and Latin letters.
          const printed = keptLengths
            .flatMap((kept) => [offer.slice(kept), offer.slice(kept).replace(/^ /, '')])
            .some((phrase) => phrase !== '' && article.text.includes(phrase));
          expect(printed).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(offered).toBeGreaterThan(100);
  });

  it('come fast from a long text', () => {
    const names = ['Anna', 'Berta', 'Clara', 'Doris'].flatMap((first) =>
      ['Berg', 'Holm', 'Lund', 'Strand'].map((last) => `${first} ${last}`),
    );
    const sentences = Array.from(
      { length: 5_000 },
      (_, i) => `In ${1700 + (i % 300)} ${names[i % 16]} saw lamp number ${i} of harbor${i % 977}.`,
    );
    const library = createLibrary([articleOf(sentences.join(' '))]);
    expect(library.suggest('')).toContain('Anna Berg');
    const from = performance.now();
    for (const typed of ['a', 'who is cla', 'bertha ho', 'strnd', 'hrbor97', 'zzz']) library.suggest(typed);
    // 6 of them: 50 ms each, several times what they take on an idle machine.
    expect(performance.now() - from).toBeLessThan(300);
  });
});
