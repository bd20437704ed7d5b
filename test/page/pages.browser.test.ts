import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { quoteMarksIn, spanOf, without } from '../../src/corpus/passage.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { pageAddresses } from '../../src/page/address.ts';
import { longestAnchored } from '../../src/page/article-page.ts';
import { localeWanted, makePages } from '../../src/page/pages.ts';
import { createLibrary } from '../../src/search/search.ts';
import { openBrowser } from '../browser.ts';
import { generatedArticle } from '../generated-articles.ts';
import { lampOf } from './articles.ts';

const browser = await openBrowser();
let articles: readonly Article[] = [];
const server = createServer();
let addresses = pageAddresses({ url: 'http://127.0.0.1', secret: 'x'.repeat(32) });

beforeAll(async () => {
  const shipped = (await readCorpus('corpus')).map((article) => ({ ...article, republish: true }));
  const made = fc.sample(generatedArticle, { numRuns: 2, seed: 9 });
  articles = [
    ...shipped,
    ...made.map((article, at) => ({ ...article, id: `made-${at}`, republish: true })),
    lampOf({ republish: true }),
    lampOf({ id: 'long', republish: true }, LONG),
    lampOf({ id: 'arabic', lang: 'ar', title: 'حراس المنارة', republish: true }, ARABIC),
    lampOf({ id: 'chinese', lang: 'zh-Hans', title: '灯塔的守护者', republish: true }, CHINESE),
  ];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  addresses = pageAddresses({ url, secret: 'x'.repeat(32) });
  const library = createLibrary(articles);
  const pages = makePages({ addresses, libraryOf: async () => library });
  server.on('request', async (request, response) => {
    const page = await pages(request.url ?? '', localeWanted(request.headers['accept-language']));
    response.writeHead(page.status, page.headers).end(page.body);
  });
});
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

/** Of several stretches, with passages that reach from one into the next. */
const LONG = Array.from(
  { length: 45 },
  (_, at) => `The keeper wrote down storm ${at}. It rained.${at % 3 === 0 ? '\n\n' : ' '}`,
).join('');
const ARABIC =
  'كتب حراس المنارة عن كل عاصفة مرت بالميناء. كانت آنا بيرغ تقرأ السماء ثلاثين عاما وأخطأت مرتين فقط. ثم هطل المطر ثلاثة أيام. اجتمع المجلس يوم الجمعة في المنارة نفسها.';
const CHINESE =
  '守塔人记下了每一场风暴。安娜·贝格“看了三十年的天”，只错过两次。那天下了雨。星期五，议会在灯塔里开会，因为市政厅被水淹了。';

const articleOf = (id: string) => {
  const article = articles.find((one) => one.id === id);
  if (!article) throw new Error(`There is no article ${id}`);
  return article;
};

/** What of a passage is displayed, letter for letter, but for the white space that a browser joins. */
function quotationOf(article: Article, first: number, last: number): string {
  const passage = { article, first, last };
  return article.sentences
    .slice(first, last + 1)
    .map((_, at) => {
      const sentence = { article, first: first + at, last: first + at };
      return without(article.text, spanOf(sentence), quoteMarksIn(passage, spanOf(sentence))).text;
    })
    .join('')
    .replace(/\s+/g, '');
}

/** In the page: what of the text is displayed on the color that only what is marked has. */
const HIGHLIGHTED = `(() => {
  const color = getComputedStyle(document.documentElement).getPropertyValue('--mark');
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.background = color;
  const marked = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return [...document.querySelectorAll('main *')]
    .filter((element) => getComputedStyle(element).backgroundColor === marked)
    .map((element) => element.textContent).join('').replace(/\\s+/g, '');
})()`;

describe.skipIf(!browser)('In Chromium', () => {
  const seen = browser as NonNullable<typeof browser>;

  it('the page of a passage marks the quotation, letter for letter, for every sentence', async () => {
    for (const article of articles.filter(({ id }) => id !== 'long')) {
      for (const at of article.sentences.keys()) {
        await seen.open(addresses.ofPassage(undefined, { article, first: at, last: at }) ?? '');
        expect(await seen.evaluate(HIGHLIGHTED)).toBe(quotationOf(article, at, at));
      }
    }
  });

  it('the page of an article marks what its anchor names, letter for letter, for every passage', async () => {
    for (const article of articles) {
      const longest = longestAnchored(article);
      await seen.open(addresses.ofArticle(undefined, article) ?? '');
      // Of the long one those that reach from one stretch into the next.
      const isAsked = (first: number) => article.id !== 'long' || (first > 32 && first < 44);
      const ranges = article.sentences.flatMap(({ section }, first) =>
        !isAsked(first)
          ? []
          : Array.from({ length: longest }, (_, more) => [first, first + more] as const).filter(
              ([, last]) => article.sentences[last]?.section === section,
            ),
      );
      const anchors = ranges.map(([first, last]) =>
        last > first ? `s${first + 1}-${last + 1}` : `s${first + 1}`,
      );
      const marked = await seen.evaluate<string[]>(
        `(async () => { const marked = []; for (const anchor of ${JSON.stringify(anchors)}) { location.hash = anchor; marked.push(${HIGHLIGHTED}); } return marked; })()`,
      );
      expect(marked).toEqual(ranges.map(([first, last]) => quotationOf(article, first, last)));
    }
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  it.each(['lamp', 'arabic', 'chinese'])(
    'axe finds nothing on pages of %s, light, dark and printed, on a phone, a tablet and a desk',
    async (id) => {
      const article = articleOf(id);
      const passage = addresses.ofPassage(undefined, { article, first: 1, last: 2 }) ?? '';
      const whole = `${addresses.ofArticle(undefined, article)}#s2-3`;
      for (const [url, how] of [
        [passage, { width: 360, colors: 'light' }],
        [passage, { width: 1280, media: 'print' }],
        [whole, { width: 360, colors: 'dark' }],
        [whole, { width: 768, colors: 'light' }],
      ] as const) {
        await seen.open(url, how);
        await seen.evaluate(`document.querySelector('details')?.setAttribute('open', ''); ${axe}; 0`);
        const violations = await seen.evaluate<unknown[]>(
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
            .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
        );
        expect(violations, `${url} ${JSON.stringify(how)}`).toEqual([]);
        const overflow = await seen.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow, 'no scrolling sideways').toBeLessThanOrEqual(0);
      }
    },
  );

  it('a passage in Arabic runs from the right, and has its edge there', async () => {
    await seen.open(
      addresses.ofPassage(undefined, { article: articleOf('arabic'), first: 1, last: 1 }) ?? '',
    );
    const edge = await seen.evaluate(
      `(({ direction, borderRightWidth, borderLeftWidth }) => [direction, borderRightWidth, borderLeftWidth])(getComputedStyle(document.querySelector('.passage')))`,
    );
    expect(edge).toEqual(['rtl', '4px', '0px']);
  });
});
