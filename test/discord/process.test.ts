import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { snowflake } from '../../loopback/people.ts';
import { isPrivate, textsOf } from '../../loopback/reading.ts';
import { type BotProcess, environmentOf, run, startBot } from './bot-process.ts';

let discord: Loopback;
let bot: BotProcess | undefined;

beforeEach(async () => {
  discord = await startLoopback();
});

afterEach(async () => {
  bot?.process.kill('SIGKILL');
  bot = undefined;
  await discord.close();
});

const ask = (user: string) => discord.slash({ name: 'ask', user, options: { question: 'Qwen panic' } });

describe('the bot process', () => {
  it('logs in without an intent, says what it holds, and leaves cleanly when told to', async () => {
    bot = await startBot(discord);
    expect(discord.gateway.identifies).toMatchObject([{ intents: 0 }]);
    expect(bot.output()).toMatch(/"articles":1,"sentences":12,"revision":"9c75c747"/);
    expect(await bot.stop()).toBe(0);
    await expect.poll(() => discord.gateway.connected).toBe(false);
    expect(bot.output()).not.toMatch(/Reconnecting|error/i);
  });

  it('shows no article of the folder where the house shelf is off, and needs none', async () => {
    const CORPUS_DIR = join(tmpdir(), 'no such folder');
    bot = await startBot(discord, { HOUSE_SHELF: 'off', CORPUS_DIR });
    expect(bot.output()).toMatch(/"articles":0,"sentences":0/);
    const { message } = await ask('Ada');
    expect(message && isPrivate(message)).toBe(true);
    expect(message && textsOf(message)[0]).toMatch(/Not in the article/);
    expect(await bot.stop()).toBe(0);
  });

  it('answers what was asked when it is told to leave', async () => {
    bot = await startBot(discord);
    const answer = ask('Ada');
    expect(await bot.stop()).toBe(0);
    expect((await answer).type).toBe(4);
  });

  it('resumes a dropped line and answers what was asked meanwhile', async () => {
    bot = await startBot(discord);
    for (const [index, cut] of [
      () => discord.gateway.drop(),
      () => discord.gateway.close(4000),
      // Too quick for Discord: the library alone would log in anew, and the command would be lost.
      () => discord.gateway.close(4008),
      () => discord.gateway.reconnect(),
    ].entries()) {
      cut();
      const answer = await ask('Ada');
      expect(answer.type).toBe(4);
      await expect.poll(() => discord.gateway.resumes, { timeout: 5000 }).toBe(index + 1);
    }
    expect(discord.gateway.identifies).toHaveLength(1);
    expect(bot.output()).toMatch(/"msg":"Resumed"/);
  });

  it('counts in one line what came back too late to be answered, and answers the rest', async () => {
    bot = await startBot(discord);
    discord.gateway.drop();
    // Discord would send again what it sent a minute ago, too.
    const minute = 60_000n << 22n;
    const old = [1, 2].map((n) => {
      const id = String(BigInt(snowflake()) - minute);
      const event = { id, token: `token-${n}`, type: 2, data: { name: 'ask', type: 1, options: [] } };
      discord.gateway.dispatch('INTERACTION_CREATE', event);
      return id;
    });
    expect((await ask('Ada')).type).toBe(4);
    await bot.printed(/2 interactions came too late to be answered/);
    expect(discord.requests.filter(({ path }) => old.some((id) => path.includes(id)))).toEqual([]);
    expect(discord.rejections).toEqual([]);
  });
});

describe('a start that cannot succeed', () => {
  it.each([
    [4013, /refused the intents/],
    [4014, /refused an intent/],
  ])(
    'ends with a sentence and exit code 1 after close code %i, and does not try again',
    async (code, sentence) => {
      discord.gateway.refuseWith = code;
      bot = run([], environmentOf(discord));
      expect(await bot.ended).toBe(1);
      expect(bot.output()).toMatch(sentence);
      expect(discord.gateway.identifies).toHaveLength(1);
    },
  );

  it('ends so as well when the code comes in the middle of the day', async () => {
    bot = await startBot(discord);
    discord.gateway.close(4004);
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(/refused the token.*Reset Token/);
  });

  it('ends so for a token that Discord does not know, and never prints it', async () => {
    bot = run([], environmentOf(discord, { DISCORD_TOKEN: 'MTIz.wrong.token' }));
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(/refused the token/);
    expect(bot.output()).not.toContain('MTIz.wrong.token');
    expect(discord.gateway.identifies).toHaveLength(0);
  });

  it('ends so where Discord cannot be reached', async () => {
    bot = run([], environmentOf(discord, { DISCORD_API_URL: 'http://127.0.0.1:9/api' }));
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(/login failed.*DISCORD_API_URL/);
  });

  it('tells of every bad variable and of a bad article in words, without a stack', async () => {
    const settings = run([], environmentOf(discord, { DISCORD_GUILD_ID: 'here', LOG_LEVEL: 'loud' }));
    const corpus = run([], environmentOf(discord, { CORPUS_DIR: mkdtempSync(join(tmpdir(), 'verbatim-')) }));
    expect(await settings.ended).toBe(1);
    expect(settings.output()).toMatch(/DISCORD_GUILD_ID .*\n.*LOG_LEVEL /);
    expect(await corpus.ended).toBe(1);
    expect(corpus.output()).toMatch(/holds no article/);
    for (const { output } of [settings, corpus]) expect(output()).not.toMatch(/^\s+at /m);
    expect(discord.requests).toHaveLength(0);
  });
});

describe('the registered commands', () => {
  it('are compared at the start, which tells how to register as long as that is needed', async () => {
    bot = await startBot(discord);
    await bot.printed(/run `npm run register`/);
    await bot.stop();
    const registrar = run(['register'], environmentOf(discord));
    expect(await registrar.ended).toBe(0);
    expect(registrar.output()).toMatch(/^\+ \/ask$/m);
    bot = await startBot(discord);
    await ask('Ada');
    await bot.stop();
    expect(bot.output()).not.toMatch(/npm run register/);
  });
});
