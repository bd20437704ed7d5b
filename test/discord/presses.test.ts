import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { buttonsOf, isPrivate, menusOf, messageOf, textsOf } from '../../loopback/reading.ts';
import type { Message } from '../../loopback/wire.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { keyOf } from '../../src/discord/message/custom-id.ts';
import { corpusOf, expectVerbatim, OWN, quotationsOf } from './corpora.ts';
import { answerInProcess, type InProcess } from './in-process.ts';

const articles = await readCorpus(OWN);
const article = articles[0];
if (!article) throw new Error('no article');
const name = `${keyOf(article.id)}${article.edition}`;
let discord: Loopback;
let bot: InProcess;

beforeAll(async () => {
  discord = await startLoopback();
  bot = await answerInProcess(discord);
});

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

const ask = async (options = {}, by = {}) =>
  messageOf(
    await discord.slash({ name: 'ask', options: { question: 'Who accused Alibaba?', ...options }, ...by }),
  );
const textOf = (message: Message) => textsOf(message).join('\n');
const labelsOf = (message: Message) => buttonsOf(message).map(({ label }) => label);

describe('Context', () => {
  it('shows what stands around a quotation, privately, and one sentence more at each press', async () => {
    const asked = await ask();
    const first = await discord.button(asked, 'Context A');
    expect(first.type).toBe(4);
    expect(isPrivate(messageOf(first))).toBe(true);
    expectVerbatim(messageOf(first), articles);
    expect(textOf(messageOf(first))).toContain('sentences 1–2');
    const second = await discord.button(messageOf(first), 'More context');
    expect(second.type).toBe(7);
    expect(messageOf(second).id).toBe(messageOf(first).id);
    expect(textOf(messageOf(second))).toContain('**Group 1: Allegations and Responses**');
    expectVerbatim(messageOf(second), articles, 2);
  });

  it('grows until it is the whole article', async () => {
    let shown = messageOf(await discord.button(await ask(), 'Context A'));
    for (let presses = 0; labelsOf(shown).includes('More context'); presses += 1) {
      expect(presses).toBeLessThan(12);
      shown = messageOf(await discord.button(shown, 'More context'));
      expectVerbatim(shown, articles);
    }
    expect(quotationsOf(shown).at(-1)).toMatch(/global technological progress \[6\]\.$/);
  });
});

describe('Verify', () => {
  it('shows privately the exact characters, their place and their sha256', async () => {
    const verified = messageOf(await discord.button(await ask(), 'Verify'));
    const [first = ''] = quotationsOf(verified);
    expect(isPrivate(verified)).toBe(true);
    expectVerbatim(verified, articles);
    expect(textOf(verified)).toContain('```\nThe U.S. government has accused Alibaba');
    expect(textOf(verified)).toContain(createHash('sha256').update(first).digest('hex'));
    expect(textOf(verified)).toMatch(/characters \d+–\d+/);
    expect(textOf(verified)).toMatch(/They match/);
  });
});

describe('More passages', () => {
  it('turns the asker’s message, keeps the question, and answers anybody else privately', async () => {
    const asked = await ask();
    const label = labelsOf(asked).find((one) => one?.startsWith('More passages')) ?? '';
    const others = await discord.button(asked, label, { user: 'Grace', locale: 'zh-CN' });
    expect(others.type).toBe(4);
    expect(isPrivate(messageOf(others))).toBe(true);
    expect(textOf(messageOf(others))).toContain('-# You asked: Who accused Alibaba?');
    expect(labelsOf(messageOf(others))).toContain('上下文 D');
    expect(discord.message(asked.id)).toEqual(asked);
    const own = await discord.button(asked, label, { locale: 'zh-CN' });
    expect(own.type).toBe(7);
    expect(messageOf(own).id).toBe(asked.id);
    expect(textOf(messageOf(own))).toContain('-# You asked: Who accused Alibaba?');
    expect(labelsOf(messageOf(own))).toContain('Context D');
    expectVerbatim(messageOf(own), articles);
  });
});

describe('Show everyone', () => {
  it('sends a new public message with what was private, question and all', async () => {
    const asked = await ask({ private: true });
    expect(isPrivate(asked)).toBe(true);
    const shared = await discord.button(asked, 'Show everyone');
    expect(shared.type).toBe(4);
    expect(isPrivate(messageOf(shared))).toBe(false);
    expect(quotationsOf(messageOf(shared))).toEqual(quotationsOf(asked));
    expect(textOf(messageOf(shared))).toContain('-# You asked: Who accused Alibaba?');
    expect(discord.message(asked.id)).toEqual(asked);
  });

  it('shows to all that the article says nothing, too', async () => {
    const asked = await ask({ question: 'zebra giraffe hippopotamus?' });
    const shared = messageOf(await discord.button(asked, 'Show everyone'));
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toContain('### Not in the article');
    expectVerbatim(shared, articles, 0);
  });
});

describe('A private reply that can still be shown to everyone', () => {
  it('stays where something of it is looked at', async () => {
    const asked = await ask({ private: true });
    expect(labelsOf(asked)).toContain('Show everyone');
    for (const label of ['Context A', /^More passages/]) {
      const button = labelsOf(asked).find((one) =>
        typeof label === 'string' ? one === label : label.test(one ?? ''),
      );
      const beside = await discord.button(asked, button ?? '');
      expect(beside.type).toBe(4);
      expect(isPrivate(messageOf(beside))).toBe(true);
    }
  });
});

describe('the closest passage', () => {
  it('is shown in the private message that offered it', async () => {
    const asked = await ask({ question: 'zebra giraffe hippopotamus?' });
    const id = `1:closest:en-US:${name}:3`;
    const closest = await discord.button(asked, id, { forged: true });
    expect(closest.type).toBe(7);
    expectVerbatim(messageOf(closest), articles);
    expect(labelsOf(messageOf(closest))).toContain('Show everyone');
  });
});

describe('/summary', () => {
  it('turns longer and shorter and to one section in the asker’s message', async () => {
    const summary = messageOf(await discord.slash({ name: 'summary' }));
    const medium = quotationsOf(summary).length;
    const longer = await discord.button(summary, 'Longer');
    expect(longer.type).toBe(7);
    expect(quotationsOf(messageOf(longer)).length).toBeGreaterThan(medium);
    expectVerbatim(messageOf(longer), articles);
    const shorter = messageOf(await discord.button(messageOf(longer), 'Shorter'));
    expectVerbatim(shorter, articles);
    const menu = menusOf(shorter)[0];
    const option = menu?.options?.find(({ label }) => label.startsWith('Group 2'));
    const section = await discord.select(shorter, menu?.custom_id ?? '', [option?.value ?? '']);
    expect(section.type).toBe(7);
    expect(textOf(messageOf(section))).toContain('“Group 2: Background');
    expectVerbatim(messageOf(section), articles);
  });
});

describe('/sources', () => {
  it('shows the sentences that print a note mark', async () => {
    const sources = messageOf(await discord.slash({ name: 'sources' }));
    const menu = menusOf(sources)[0];
    const option = menu?.options?.find(({ label }) => label === '[5]');
    const note = messageOf(await discord.select(sources, menu?.custom_id ?? '', [option?.value ?? '']));
    expect(quotationsOf(note)).toHaveLength(2);
    for (const quotation of quotationsOf(note)) expect(quotation).toContain('[5]');
    expectVerbatim(note, articles);
  });
});

describe('a button that cannot be acted upon', () => {
  it.each([
    ['of an older version', `0:context:en-US:${name}:0`, /another version/],
    ['with an unknown verb', `1:erase:en-US:${name}:0`, /does not know/],
    ['that is damaged', `1:context:en-US:${name}:-`, /damaged/],
    ['of an article not held', `1:context:en-US:AAAAAA9c75c747:0`, /no longer here/],
    ['of an older text', `1:context:en-US:${name.slice(0, 6)}00000000:0`, /changed/],
    ['of a sentence there is not', `1:context:en-US:${name}:zzzzzz`, /12 sentences/],
    ['of a page there is not', `1:page:en-US:${name}:0:9`, /no such page/],
    ['of a section there is not', `1:summary:en-US:${name}:short:zz:0`, /another version/],
  ])('%s has its sentence, for the presser alone', async (_, id, sentence) => {
    const asked = await ask();
    const refused = await discord.button(asked, id, { forged: true });
    expect(refused.type).toBe(4);
    expect(isPrivate(messageOf(refused))).toBe(true);
    expect(textOf(messageOf(refused))).toMatch(sentence);
    expect(discord.message(asked.id)).toEqual(asked);
  });

  it('speaks the presser’s language', async () => {
    const refused = await discord.button(await ask(), '0:x', { forged: true, user: 'Wei', locale: 'zh-TW' });
    expect(textOf(messageOf(refused))).toContain('另一個版本');
  });
});

describe('a button from before a restart', () => {
  it('does what it says after it, or tells that the article changed', async () => {
    const asked = await ask();
    await bot.stop();
    bot = await answerInProcess(discord);
    const context = messageOf(await discord.button(asked, 'Context A'));
    expectVerbatim(context, articles);

    await bot.stop();
    const corpus = corpusOf({ [article.id]: 'It says something else now. Every sentence has changed.\n' });
    bot = await answerInProcess(discord, { corpus });
    const changed = messageOf(await discord.button(asked, 'Context A'));
    expect(isPrivate(changed)).toBe(true);
    expect(textOf(changed)).toMatch(/was changed after this reply/);
    expectVerbatim(changed, [], 0);
  });
});

it('nothing that was sent was refused', () => {
  expect(discord.rejections).toEqual([]);
});
