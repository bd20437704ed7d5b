import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/corpus/passage.ts';
import { localeWanted } from '../../src/page/pages.ts';
import { addresses, displayedIn, LAMP_TEXT, lampOf, ORIGIN, pagesOn, pathOf } from './articles.ts';

const article = lampOf();
const open = lampOf({ republish: true });

/** The page of a passage, at the address that it has in the house. */
async function pageOf(first: number, last = first, there = article, now = [there]) {
  const path = pathOf(addresses.ofPassage(undefined, { article: there, first, last }));
  return pagesOn(now)(path, 'en-US');
}

/** What is marked, a space for each end of a block. */
const markedIn = (body: string) =>
  [...body.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, words = '']) => displayedIn(words).trim());
const linksIn = (body: string) => [...body.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link);

describe('The page of a passage', () => {
  it('marks the sentences that were quoted, with two on either side', async () => {
    const { status, body } = await pageOf(3, 4);
    expect(status).toBe(200);
    expect(markedIn(body)).toEqual([3, 4].map((at) => textOf({ article, first: at, last: at })));
    const seen = displayedIn(body);
    expect(seen).toContain('and was wrong twice. It rained.');
    expect(seen).toContain('“We never let the lamp go out'.slice(1));
    expect(seen).not.toContain('The keepers of the lamp wrote down');
  });

  it('says where it is from: title, publisher, days, section, numbers, and how it is cited', async () => {
    const seen = displayedIn((await pageOf(3, 4)).body).replace(/[\u2068\u2069]/g, '');
    expect(seen).toContain('The keepers of the lamp The Harbor Post, 2025-11-16, as retrieved on 2026-12-01');
    expect(seen).toContain(`The keepers · sentences 4–5 · rev ${article.revision.slice(0, 8)}`);
    expect(seen).toContain('@online{lamp-s4, title = {The keepers of the lamp}');
  });

  it('leads to the passage at the publisher', async () => {
    expect(linksIn((await pageOf(8)).body)).toEqual([
      'https://harbor.example/lamp#:~:text=Whale%20oil%20until%201902.',
    ]);
  });

  it('shows markup of the text as its characters', async () => {
    const { body } = await pageOf(article.sentences.length - 2);
    expect(body).not.toContain('<script>');
    expect(displayedIn(body)).toContain('The end came with <script>alert(1)</script> & "electricity".');
  });

  it('loads nothing, sets no cookie, is in no index and in no frame', async () => {
    for (const { headers, body } of [await pageOf(2), await pagesOn([])('/p/x/lamp/s1', 'en-US')]) {
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      );
      expect(headers).toMatchObject({
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': 'no-referrer',
      });
      expect(headers).not.toHaveProperty('set-cookie');
      expect(body).not.toMatch(/<(?:script|img|link|iframe|form|object)\b|@import|url\(/i);
    }
  });

  it('has an ETag that changes with the article and with the language', async () => {
    const path = pathOf(addresses.ofPassage(undefined, { article, first: 2, last: 2 }));
    const tag = async (now: typeof article, locale: 'en-US' | 'zh-CN') =>
      (await pagesOn([now])(path, locale)).headers.etag;
    const later = lampOf({}, `${LAMP_TEXT}\nIt rained.\n`);
    const tags = [await tag(article, 'en-US'), await tag(article, 'zh-CN'), await tag(later, 'en-US')];
    expect(new Set(tags).size).toBe(3);
    expect(await tag(article, 'en-US')).toBe(tags[0]);
  });

  it('says that the article was replaced, and marks the same sentences where they stand now', async () => {
    const later = lampOf({}, `A new sentence opens it. Another follows.\n\n${LAMP_TEXT}`);
    const { body } = await pageOf(3, 4, article, [later]);
    expect(displayedIn(body)).toContain(
      'The article has been replaced since this passage was quoted. The same',
    );
    expect(markedIn(body)).toEqual([3, 4].map((at) => textOf({ article, first: at, last: at })));
    expect(displayedIn(body)).toContain('sentences 6–7');
  });

  it('marks nothing as quoted that the article does not print any more, and shows the nearest place', async () => {
    const later = lampOf({}, LAMP_TEXT.replace('in the lighthouse itself', 'in the church'));
    const { body } = await pageOf(4, 4, article, [later]);
    expect(displayedIn(body)).toContain('no longer has these sentences as they were');
    expect(markedIn(body)).toEqual([]);
    expect(displayedIn(body)).toContain('sentence 5');
    expect(displayedIn(body)).not.toContain('@online');
  });

  it('is not there for an article that is gone, nor for one of another scope', async () => {
    const own = lampOf({ id: '+k1', shownId: 'lamp' });
    const path = pathOf(addresses.ofPassage('server:5', { article: own, first: 0, last: 0 }));
    const pages = pagesOn([], { 'server:5': [own] });
    expect((await pages(path, 'en-US')).status).toBe(200);
    const gone = await pagesOn([], { 'server:5': [], 'server:6': [own] })(path, 'en-US');
    const never = await pages('/p/AAAAAAAAAAAAAAAAAAAAAA/lamp/s1', 'en-US');
    expect([gone.status, never.status]).toEqual([404, 404]);
    expect(gone.body).toBe(never.body);
  });

  it('shows no more of an article than its publisher lets be quoted', async () => {
    const little = lampOf({ quoteAtMost: 0.1 });
    const { body } = await pageOf(3, 4, little);
    expect(markedIn(body)).toHaveLength(2);
    expect(body).not.toContain('class="quiet"');
  });
});

describe('An article that may not be published again', () => {
  it('is never shown whole, however short it is, unless all of it was quoted', async () => {
    const short = lampOf({}, 'It rained. The lamp burned. The ship came. Gas was cheap.');
    for (const { first, last } of [0, 1, 2, 3].map((at) => ({ first: at, last: at }))) {
      const seen = displayedIn((await pageOf(first, last, short)).body);
      const shown = short.sentences.filter((_, at) =>
        seen.includes(textOf({ article: short, first: at, last: at })),
      );
      expect(shown.length).toBeLessThan(short.sentences.length);
    }
  });

  it('cannot be read whole by following links from its pages', async () => {
    const pages = pagesOn([article]);
    for (let first = 0; first < article.sentences.length; first += 1) {
      const { body } = await pageOf(first);
      const own = linksIn(body).filter((link) => link.startsWith(ORIGIN.url));
      expect(own).toEqual([]);
    }
    const path = pathOf(addresses.ofArticle(undefined, open));
    expect((await pages(path, 'en-US')).status).toBe(404);
  });
});

describe('The page of an article that may be published again', () => {
  const path = pathOf(addresses.ofArticle(undefined, open));

  it('shows every sentence and every heading once, in their order', async () => {
    const { body } = await pagesOn([open])(path, 'en-US');
    const seen = displayedIn(body);
    let from = 0;
    for (const [at] of open.sentences.entries()) {
      const words = textOf({ article: open, first: at, last: at }).replace(/\n> /g, ' ').replace(/\s+/g, ' ');
      const found = seen.indexOf(words, from);
      expect(found, words).toBeGreaterThanOrEqual(from);
      from = found + words.length;
    }
    expect(body.match(/<h2>/g)).toHaveLength(open.sections.length);
  });

  it('has an anchor for each passage of up to eight sentences of one section, and is linked from its pages', async () => {
    const { body } = await pagesOn([open])(path, 'en-US');
    expect(body).toContain('id="s2-3" class="c2 c3"');
    expect(body).not.toContain('id="s8-9"');
    const links = linksIn((await pageOf(3, 4, open)).body);
    expect(links).toContain(`${ORIGIN.url}${path}#s4-5`);
    expect(body).toContain('id="s4-5"');
  });
});

describe('The language of a page', () => {
  it.each([
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-TW'],
    ['fr-CH, zh-Hans;q=0.5, en;q=0.3', 'zh-CN'],
    ['en;q=0.1, zh;q=0', 'en-US'],
    ['ar', 'en-US'],
    ['', 'en-US'],
    [';q=;,,=', 'en-US'],
  ])('for %j is %s', (header, locale) => {
    expect(localeWanted(header)).toBe(locale);
  });
});
