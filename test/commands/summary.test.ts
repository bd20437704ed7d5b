import { describe, expect, it } from 'vitest';
import { press } from '../../commands/press.ts';
import { summary } from '../../commands/summary.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { headingOf, quotationsOf, textsOf } from '../promise.ts';
import { articleOf, LIGHTHOUSE, realSession, sessionOn } from '../session.ts';

const shape = ({ blocks }: Reply) =>
  blocks.map((block) => {
    if (block.kind === 'quotation')
      return `${block.quotation.passage.first + 1}–${block.quotation.passage.last + 1}`;
    return block.kind === 'gap' ? '[…]' : block.kind;
  });

describe('/summary', () => {
  it('shows sentences in the article’s order, with its headings and a mark at each gap', async () => {
    const reply = await summary.answer({}, await realSession());
    expect(reply.visibility).toBe('public');
    expect(headingOf(reply)).toBe('Summary');
    const numbers = quotationsOf(reply).map(({ passage }) => passage);
    for (const [index, passage] of numbers.entries()) {
      const before = numbers[index - 1];
      if (before) expect(passage.first).toBeGreaterThan(before.last);
    }
    const headings = reply.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings[0]).toBe('Core Viewpoint');
    expect(headings.at(-1)).toBe('Group 4: Potential for Cooperation');
    const shown = shape(reply);
    const left = numbers.filter(
      (passage, index) => index > 0 && passage.first > (numbers[index - 1]?.last ?? 0) + 1,
    );
    expect(shown.filter((part) => part === '[…]')).toHaveLength(left.length);
  });

  it('tells how much of the text it shows', async () => {
    const reply = await summary.answer({ length: 'short' }, await realSession());
    const quotations = quotationsOf(reply);
    const { text, sentences } = quotations[0]?.passage.article ?? articleOf('');
    const lengthOf = (texts: readonly string[]) => texts.join('').length;
    const shown = lengthOf(quotations.map((quotation) => quotation.text));
    const all = lengthOf(sentences.map(({ start, end }) => text.slice(start, end)));
    expect(textsOf(reply)).toContain(
      `3 of 12 sentences (${Math.round((100 * shown) / all)}% of the text), unchanged, in the article’s order; […] marks each gap.`,
    );
  });

  it('has a sentence of every section at medium length', async () => {
    const reply = await summary.answer({ length: 'medium' }, await realSession());
    const sections = quotationsOf(reply).map(
      ({ passage }) => passage.article.sentences[passage.first]?.section,
    );
    expect(new Set(sections)).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('keeps neighbors of one line together', async () => {
    const session = sessionOn([
      articleOf('One lamp burned. Two lamps burned. Three lamps burned. Four lamps burned.\n'),
    ]);
    const reply = await summary.answer({ length: 'long' }, session);
    const passages = quotationsOf(reply).map(({ passage }) => passage);
    expect(passages.some(({ first, last }) => last > first)).toBe(true);
  });

  it('can be made shorter or longer, and of one section', async () => {
    const reply = await summary.answer({ section: 'Group 2' }, await realSession());
    expect(headingOf(reply)).toBe('Summary of “Group 2: Background Information on AI Developments”');
    expect(reply.buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Shorter', 'Longer', 'Verify']),
    );
    const [menu] = reply.menus;
    expect(menu?.options.map(({ label }) => label)).toEqual([
      'The whole article',
      'Core Viewpoint',
      'Group 1: Allegations and Responses',
      'Group 2: Background Information on AI Developments',
      'Group 3: Market Position and Competitive Landscape',
      'Group 4: Potential for Cooperation',
    ]);
  });

  it('offers the whole article where one section is shown, and not where it is shown itself', async () => {
    const session = await realSession();
    const offered = async (values: Parameters<typeof summary.answer>[0]) =>
      (await summary.answer(values, session)).menus.flatMap(({ options }) =>
        options.map(({ label }) => label),
      );
    expect(await offered({ section: 'Group 2' })).toContain('The whole article');
    expect(await offered({})).not.toContain('The whole article');
    expect(await offered({ length: 'long' })).toHaveLength(5);
  });

  it('names the sections there are, nearest first, for one that there is not', async () => {
    const reply = await summary.answer({ section: 'Market possition' }, await realSession());
    expect(reply.tone).toBe('fault');
    expect(textsOf(reply).at(-1)).toMatch(
      /has no section “Market possition”\. It has: “Group 3: Market Position and Competitive Landscape”, /,
    );
  });

  it('asks which article where several are held', async () => {
    const session = sessionOn([
      articleOf(LIGHTHOUSE),
      articleOf(LIGHTHOUSE, { id: 'other', title: 'Other' }),
    ]);
    const reply = await summary.answer({}, session);
    expect(textsOf(reply)).toContain(
      'There are several articles. Say which one: The Lighthouse (lighthouse), Other (other).',
    );
  });

  it('tells of each reply what that reply shows, turns both ways, and leads to every section', async () => {
    const sections = Array.from(
      { length: 60 },
      (_, n) => `## Part ${n + 1}\n\nLamp number ${n + 1} burned oil.\n`,
    );
    const session = sessionOn([articleOf(sections.join('\n'))]);
    const reply = await summary.answer({}, session);
    expect(quotationsOf(reply)).toHaveLength(12);
    expect(textsOf(reply)).toContain('Here: quotations 1 to 12 of 60.');
    expect(textsOf(reply).join('\n')).toMatch(
      /^12 of 60 sentences \(\d\d% of the text\), unchanged, in the article’s order\.$/m,
    );
    expect(reply.buttons[0]).toMatchObject({
      label: 'More (48)',
      action: { verb: 'summary', from: 12 },
      rest: true,
    });
    expect(reply.rest?.(5)).toMatchObject({ label: 'More (55)', action: { from: 5 } });
    const on = reply.buttons[0]?.action;
    if (!on) throw new Error('There is more');
    const next = await press(on, session);
    expect(textsOf(next)).toContain('Here: quotations 13 to 24 of 60.');
    expect(next.buttons.find(({ label }) => label === 'Back')?.action).toMatchObject({ from: 0 });
    const reached = new Set<number>();
    const seen = new Set<string>();
    const look = async ({ menus }: Reply): Promise<void> => {
      for (const { action } of menus.flatMap(({ options }) => options)) {
        if (action.verb !== 'summary') throw new Error('A section is summed up');
        if (action.section !== undefined) reached.add(action.section);
        const key = JSON.stringify(action);
        if (action.part === undefined || seen.has(key)) continue;
        seen.add(key);
        await look(await press(action, session));
      }
    };
    expect(reply.menus[0]?.options.length).toBeLessThanOrEqual(25);
    expect(reply.menus[0]?.placeholder).toBe('One section only … (1–22 of 60)');
    expect(reply.menus[0]?.options.at(-1)?.label).toBe('23–44 of 60 …');
    await look(reply);
    expect(reached.size).toBe(60);
  });

  it('offers no other length where it would show nothing new', async () => {
    const reply = await summary.answer({}, sessionOn([articleOf('The lamp burned for a year.\n')]));
    expect(textsOf(reply)).toContain('1 of 1 sentence (100% of the text), unchanged.');
    expect(reply.buttons.map(({ label }) => label)).toEqual(['Verify']);
  });
});
