import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { find } from '../../commands/find.ts';
import { press } from '../../commands/press.ts';
import { render, type Screen } from '../../src/console/render.ts';
import { COLORED, PLAIN, styleFor } from '../../src/console/style.ts';
import { widthOf } from '../../src/console/width.ts';
import { wrap } from '../../src/console/wrap.ts';
import { WORDS } from '../../src/reply/words.ts';
import { generatedArticle } from '../generated-articles.ts';
import { quotationsOf } from '../promise.ts';
import { articleOf, LIGHTHOUSE, realSession, sessionOn } from '../session.ts';

const screen = (parts: Partial<Screen> = {}): Screen => ({
  style: PLAIN,
  width: Number.POSITIVE_INFINITY,
  words: WORDS['en-US'],
  showsInput: false,
  ...parts,
});

describe('A reply in a terminal', () => {
  it('ends with the link of each lettered passage and of the article', async () => {
    const article = articleOf(LIGHTHOUSE, { url: 'https://example.org/lighthouse' });
    const reply = await ask.answer({ question: 'Who kept the lamp?' }, sessionOn([article]));
    const links = render(reply, screen(), false)
      .text.split('\n')
      .filter((line) => line.includes('↗'));
    expect(links.at(0)).toMatch(/^Open at A ↗ https:\/\/example\.org\/lighthouse#:~:text=Anna%20Berg%20kept/);
    expect(links.at(-1)).toBe('Open article ↗ https://example.org/lighthouse');
    expect(links).toHaveLength(quotationsOf(reply).length + 1);
    const { text } = render(
      await ask.answer({ question: 'Who kept the lamp?' }, sessionOn([articleOf(LIGHTHOUSE)])),
      screen(),
      false,
    );
    expect(text).not.toContain('↗');
  });
});

describe('Columns of a terminal', () => {
  it.each([
    ['plain', 5],
    ['千问', 4],
    ['한국', 4],
    ['ｆｕｌｌ', 8],
    ['ﾊﾝｶｸ', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇫🇷', 2],
    ['❤️', 2],
    ['“–…”', 4],
    ['', 0],
  ])('taken by %j are %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('A wrapped text', () => {
  const lines = (text: string, width: number) =>
    wrap(text, width).map(({ start, end }) => text.slice(start, end));

  it('is broken at spaces, and between Chinese characters but not before their stop', () => {
    expect(lines('The lamp burned whale oil.', 11)).toEqual(['The lamp', 'burned', 'whale oil.']);
    expect(lines('灯塔建于一八七一年。', 6)).toEqual(['灯塔建', '于一八', '七一', '年。']);
    expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('loses nothing but white space, and no line is too long', () => {
    fc.assert(
      fc.property(generatedArticle, fc.integer({ min: 4, max: 60 }), ({ text }, width) => {
        const shown = lines(text, width);
        expect(shown.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of shown) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('A reply in the terminal', () => {
  it('shows a quotation on one line, exactly, where lines need not end', async () => {
    await fc.assert(
      fc.asyncProperty(generatedArticle, async (article) => {
        const session = sessionOn([article]);
        const reply = await ask.answer({ question: article.text.slice(0, 200) }, session);
        const { text } = render(reply, screen(), true);
        for (const quotation of quotationsOf(reply)) {
          expect(text.replace(/\n {2}/g, '\n')).toContain(`“${quotation.text}”`);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('has the words that match in bold, and takes no character away', async () => {
    const reply = await ask.answer({ question: 'Who accused Alibaba?' }, await realSession());
    const { text } = render(reply, screen({ style: COLORED }), true);
    expect(text).toContain(
      '“The U.S. government has \u001b[1maccused\u001b[22m \u001b[1mAlibaba\u001b[22m of providing',
    );
    const plain = render(reply, screen(), true).text;
    // The legend tells of stress only where it can be seen.
    const legend = ' · bold: words of the question';
    expect(stripVTControlCharacters(text).replace(legend, '')).toBe(plain);
  });

  it('numbers what can be pressed, and offers neither sharing nor pages', async () => {
    const session = await realSession();
    const reply = await ask.answer({ question: 'Who accused Alibaba?', private: true }, session);
    const { text, actions } = render(reply, screen(), true);
    expect(text).toMatch(
      /Type a number: {3}1 Context A {3}2 Context B {3}3 Context C {3}4 More passages \(\d\) {3}5 Verify/,
    );
    expect(actions.map(({ verb }) => verb)).toEqual(['context', 'context', 'context', 'more', 'verify']);
    expect(render(reply, screen(), false)).toMatchObject({ actions: [] });
  });

  it('gives exact characters without indent or wrapping, to be copied', async () => {
    const session = await realSession();
    const reply = await ask.answer({ question: 'Who accused Alibaba?' }, session);
    const verify = reply.buttons.find(({ action }) => action?.verb === 'verify')?.action;
    if (!verify) throw new Error('Verify is offered');
    const { text } = render(await press(verify, session), screen({ width: 40 }), true);
    const [quotation] = quotationsOf(reply);
    expect(text.split('\n')).toContain(quotation?.text);
  });

  it('speaks of bold only where it can be seen', async () => {
    const message = { text: 'the company strongly relies on the Qwen model', quotations: [] };
    const reply = await find.answer(message, await realSession());
    const { text } = render(reply, screen({ style: PLAIN }), true);
    expect(text).toContain('company [heavily → strongly] relies');
    expect(text).not.toMatch(/bold|underlin/i);
    expect(render(reply, screen({ style: COLORED }), true).text).toContain('Bold: ');
  });

  it('stays within the width of the terminal', async () => {
    const session = await realSession('zh-TW');
    for (const width of [30, 60, 100]) {
      const reply = await ask.answer({ question: 'What about Qwen?' }, session);
      const { text } = render(reply, screen({ width, words: session.words }), true);
      for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }
  });
});

describe('Colors', () => {
  it.each([
    [{ isTTY: true }, {}, COLORED],
    [{ isTTY: false }, {}, PLAIN],
    [{ isTTY: true }, { NO_COLOR: '1' }, PLAIN],
    [{ isTTY: true }, { NO_COLOR: '' }, COLORED],
    [{ isTTY: true }, { TERM: 'dumb' }, PLAIN],
    [{ isTTY: false }, { FORCE_COLOR: '1' }, COLORED],
    [{ isTTY: true }, { FORCE_COLOR: '0' }, PLAIN],
    [{ isTTY: true }, { FORCE_COLOR: '1', NO_COLOR: '1' }, PLAIN],
  ])('on %j with %j', (output, env, style) => {
    expect(styleFor(output, env)).toBe(style);
  });
});
