import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { buttonsOf, componentsOf, isPrivate, menusOf, messageOf, textsOf } from '../../loopback/reading.ts';
import type { Message } from '../../loopback/wire.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { QUESTION_ID } from '../../src/discord/message/question-id.ts';
import { expectVerbatim, OWN } from './corpora.ts';
import { answerInProcess, type InProcess } from './in-process.ts';

const articles = await readCorpus(OWN);
let discord: Loopback;
let bot: InProcess;

beforeAll(async () => {
  discord = await startLoopback();
  bot = await answerInProcess(discord, { commands: 5 });
});

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

let readers = 0;
/** Somebody who has not asked anything yet. */
const someone = () => `Reader ${++readers}`;

describe('/ask', () => {
  it('answers everyone with sentences of the article, each with its Context button', async () => {
    const answer = await discord.slash({
      name: 'ask',
      user: someone(),
      options: { question: 'Who accused Alibaba?' },
    });
    const message = messageOf(answer);
    expect(answer).toMatchObject({ type: 4, deferred: false, followUps: [] });
    expect(message.flags).toBe(1 << 15);
    expectVerbatim(message, articles);
    const labels = buttonsOf(message).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['Context A', 'Context B', 'Context C']);
    expect(labels).toContain('Verify');
    expect(textsOf(message).join('\n')).toMatch(/^-# A · Core Viewpoint · sentence 1$/m);
    expect(textsOf(message).at(-1)).toMatch(/Bei Jing Ri Bao Ke Hu Duan via Reportify.*rev 9c75c747/);
  });

  it('keeps the question under a fixed id, as it was typed and without its power', async () => {
    const question = 'Did <@123456789012345678> say **Qwen panic** @everyone?\n# or not';
    const message = messageOf(await discord.slash({ name: 'ask', user: someone(), options: { question } }));
    const asked = componentsOf(message).find(({ id }) => id === QUESTION_ID);
    expect(asked?.content).toBe(
      '-# You asked: Did \\<\\@123456789012345678> say \\*\\*Qwen panic\\*\\* \\@everyone? # or not',
    );
    const sent = discord.requests.at(-1)?.body as { data: { allowed_mentions: object } };
    expect(sent.data.allowed_mentions).toMatchObject({ parse: [] });
  });

  it('says privately that the article does not answer, and quotes nothing', async () => {
    const question = 'zebra giraffe hippopotamus?';
    const message = messageOf(await discord.slash({ name: 'ask', user: someone(), options: { question } }));
    expect(isPrivate(message)).toBe(true);
    expect(textsOf(message)[0]).toBe('### Not in the article');
    expectVerbatim(message, articles, 0);
  });

  it.each([
    ['zh-CN', '你问的是'],
    ['zh-TW', '你問的是'],
    ['de', 'You asked'],
  ])('speaks the language of a reader in %s and quotes in the article’s', async (locale, words) => {
    const message = messageOf(
      await discord.slash({ name: 'ask', user: someone(), locale, options: { question: 'Qwen panic' } }),
    );
    expect(textsOf(message)[1]).toContain(words);
    expectVerbatim(message, articles);
  });

  it.each(['dm', 'group'] as const)('answers in a %s, installed by the reader alone', async (place) => {
    const message = messageOf(
      await discord.slash({ name: 'ask', user: someone(), place, options: { question: 'Qwen panic' } }),
    );
    expectVerbatim(message, articles);
  });

  it('answers a question without words, one too long, and one of another article with a sentence', async () => {
    for (const [options, sentence] of [
      [{ question: '???' }, /There are only symbols here/],
      [{ question: 'x'.repeat(301) }, /“question” is 301 characters long/],
      [{ question: 'Qwen panic', article: 'no such article' }, /no such article/],
      [{ question: 'Qwen panic', colour: 'red' }, /colour/],
    ] as const) {
      const message = messageOf(await discord.slash({ name: 'ask', user: someone(), options }));
      expect(isPrivate(message)).toBe(true);
      expect(textsOf(message).join('\n')).toMatch(sentence);
      expectVerbatim(message, articles, 0);
    }
  });

  it('offers what is in the article while a question is typed, within the limits', async () => {
    for (const [typed, offer] of [
      ['', 'Group 1: Allegations and Responses'],
      ['Qw', 'Qwen panic'],
      ['alibba', 'Alibaba'],
      ['阿里', 'Alibaba'],
      ['#', undefined],
      ['\\', undefined],
      ['x'.repeat(300), undefined],
    ] as const) {
      const { choices = [], millis } = await discord.autocomplete({
        name: 'ask',
        user: someone(),
        options: { question: typed },
        focused: 'question',
      });
      if (offer) expect(choices.map(({ name }) => name)).toContain(offer);
      expect(choices.length).toBeLessThanOrEqual(25);
      expect(millis).toBeLessThan(1000);
    }
  });
});

describe('/summary', () => {
  it('shows sentences in the article’s order, with a menu of its sections', async () => {
    const message = messageOf(await discord.slash({ name: 'summary', user: someone() }));
    expectVerbatim(message, articles, 3);
    expect(isPrivate(message)).toBe(false);
    expect(menusOf(message)[0]?.options?.map(({ label }) => label)).toContain(
      'Group 4: Potential for Cooperation',
    );
  });

  it('offers the sections there are', async () => {
    const { choices = [] } = await discord.autocomplete({
      name: 'summary',
      user: someone(),
      options: { section: 'group' },
      focused: 'section',
    });
    expect(choices.map(({ name }) => name)).toContain('Group 4: Potential for Cooperation');
  });
});

describe('/sources', () => {
  it('tells what is held, and which sentences print which note mark', async () => {
    const message = messageOf(await discord.slash({ name: 'sources', user: someone() }));
    const text = textsOf(message).join('\n');
    expect(text).toContain('5 sections · 12 sentences');
    expect(text).toContain('\\[4] in sentence 9');
    expect(menusOf(message)[0]?.options?.map(({ label }) => label)).toContain('[4]');
  });
});

describe('Find in the article', () => {
  it('checks what a message quotes, privately', async () => {
    const message = messageOf(
      await discord.messageCommand({
        name: 'Find in the article',
        user: someone(),
        content: 'It says “better and cheaper” there, doesn’t it? *Airbnb* @here',
      }),
    );
    expect(isPrivate(message)).toBe(true);
    expectVerbatim(message, articles);
  });

  it.each(['', 'x'.repeat(4000), `“${'Qwen '.repeat(700)}”`, '“a” “b” '.repeat(200)])(
    'answers any message (%#)',
    async (content) => {
      const message = messageOf(
        await discord.messageCommand({ name: 'Find in the article', user: someone(), content }),
      );
      expect(isPrivate(message)).toBe(true);
      expectVerbatim(message, articles, 0);
    },
  );
});

describe('a command', () => {
  it('that the bot no longer has is answered with a sentence', async () => {
    const message = messageOf(await discord.slash({ name: 'gone', user: someone() }));
    expect(isPrivate(message)).toBe(true);
    expect(textsOf(message)[1]).toMatch(/no longer has this command/);
  });

  it('that comes too soon after five others is answered privately with when to go on', async () => {
    const user = someone();
    const ask = () => discord.slash({ name: 'ask', user, options: { question: 'Qwen panic' } });
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(messageOf(await ask()));
    const sixth = answers.at(-1) as Message;
    expect(answers.slice(0, 5).map(isPrivate)).toEqual([false, false, false, false, false]);
    expect(isPrivate(sixth)).toBe(true);
    expect(textsOf(sixth)[1]).toMatch(/<t:\d{10}:R>/);
  });
});

it('nothing that was sent was refused, and the log has neither the token nor a question', async () => {
  expect(discord.rejections).toEqual([]);
  expect(bot.output()).toContain('"msg":"Answered"');
  for (const secret of [discord.token, 'Qwen panic', 'Who accused', 'zebra', 'Airbnb', '阿里']) {
    expect(bot.output()).not.toContain(secret);
  }
});
