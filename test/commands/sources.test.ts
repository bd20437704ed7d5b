import { describe, expect, it } from 'vitest';
import { sources } from '../../commands/sources.ts';
import { WORDS } from '../../src/reply/words.ts';
import { headingOf, quotationsOf, textsOf } from '../promise.ts';
import { articleOf, LIGHTHOUSE, realSession, sessionOn } from '../session.ts';

describe('/sources', () => {
  it('tells who published the article, through whom, when, and how much it is', async () => {
    const reply = await sources.answer({}, await realSession());
    expect(reply.visibility).toBe('public');
    expect(headingOf(reply)).toBe('1 article');
    const texts = textsOf(reply);
    expect(texts).toContain('美国一些人陷入阿里千问恐慌?完全没必要');
    expect(texts).toContain('Published by Bei Jing Ri Bao Ke Hu Duan via Reportify, 2025-11-16 09:05');
    expect(texts).toContain('English · 5 sections · 12 sentences');
    expect(texts.some((text) => /^id qwen-panic · rev [0-9a-f]{8}$/.test(text))).toBe(true);
  });

  it('tells when the text was retrieved', async () => {
    const article = articleOf(LIGHTHOUSE, { retrieved: '2026-12-01' });
    expect(textsOf(await sources.answer({}, sessionOn([article])))).toContain(
      'Published by Harbor Post, as retrieved on 2026-12-01',
    );
  });

  it('tells which sentences print which note mark, which number does not occur, and guesses nothing', async () => {
    const texts = textsOf(await sources.answer({}, await realSession()));
    expect(texts).toEqual(
      expect.arrayContaining([
        '[1] in sentences 2, 3, 4, 5, 6',
        '[2] in sentences 7, 8',
        '[4] in sentence 9',
        '[5] in sentences 10, 11',
        '[6] in sentence 12',
        '[3] does not occur.',
        'What a mark refers to is never guessed here.',
      ]),
    );
  });

  it.each(['4', '[4]', ' [ 4 ] ', '４'])(
    'shows the sentences that print the mark typed as %j',
    async (note) => {
      const reply = await sources.answer({ note }, await realSession());
      expect(headingOf(reply)).toBe('[4] is printed in 1 sentence');
      expect(quotationsOf(reply).map(({ text }) => text)).toEqual([
        expect.stringMatching(/^At the 2025 GTC .* \[4\]\.$/),
      ]);
    },
  );

  it('names the marks there are for one that is not printed', async () => {
    const reply = await sources.answer({ note: '3' }, await realSession());
    expect(textsOf(reply).at(-1)).toBe(
      '“美国一些人陷入阿里千问恐慌?完全没必要” prints no note mark 3. It prints: [1], [2], [4], [5], [6].',
    );
  });

  it('says so where an article prints no marks at all', async () => {
    const session = sessionOn([articleOf('The lamp burned for a year.\n')]);
    expect(textsOf(await sources.answer({}, session))).toContain('It prints no note marks.');
    expect(textsOf(await sources.answer({ note: '1' }, session)).at(-1)).toBe(
      '“The Lighthouse” prints no note marks.',
    );
  });

  it('lists several articles with a button for each, ten at a time', async () => {
    const articles = Array.from({ length: 23 }, (_, n) =>
      articleOf(LIGHTHOUSE, { id: `a${n}`, title: `Title ${n}` }),
    );
    const reply = await sources.answer({}, sessionOn(articles));
    expect(headingOf(reply)).toBe('23 articles');
    const entries = reply.blocks.filter(({ kind }) => kind === 'entry');
    expect(entries).toHaveLength(10);
    expect(entries[0]).toMatchObject({
      button: { label: 'Details', action: { verb: 'sources', article: 'a0' } },
    });
    expect(reply.buttons).toEqual([
      { label: 'More (13)', action: { verb: 'sources', from: 10, trail: [10] }, rest: true },
    ]);
  });

  it('shows one of several articles by its id', async () => {
    const session = sessionOn([
      articleOf(LIGHTHOUSE),
      articleOf(LIGHTHOUSE, { id: 'other', title: 'Other' }),
    ]);
    const reply = await sources.answer({ article: 'other' }, session);
    expect(reply.heading).toBe('One article');
    expect(textsOf(reply)).toContain('Other');
  });

  it('speaks Chinese to a Chinese reader, and leaves the quotation in the article’s language', async () => {
    const reply = await sources.answer({ note: '4' }, await realSession('zh-TW'));
    expect(headingOf(reply, WORDS['zh-CN'])).toBe('1 句印有 [4]');
    expect(quotationsOf(reply)[0]?.text).toMatch(/^At the 2025 GTC/);
  });
});
