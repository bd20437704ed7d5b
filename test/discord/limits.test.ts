import { describe, expect, vi } from 'vitest';
import { isPrivate } from '../../loopback/reading.ts';
import { paged, REFUSALS, type Refusal, rateLimited, refusal } from '../../loopback/refusal.ts';
import { onDiscord as it } from './on-discord.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const BANNED = paged(429, '<title>Access denied | error code: 1015</title>', { 'retry-after': '1' });
const LOGIN = /gateway\/bot$/;
const ANSWER = /callback$/;
const COMMANDS = /commands$/;
const ID = /@me$/;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.concurrent('the login', () => {
  it.for<[string, Refusal, RegExp]>([
    ['a 429 that names no time', rateLimited(), /waits (?:6\d|7\d) seconds.*asked too often/],
    ['a ban by address, whatever its page says', BANNED, /waits (?:6\d|7\d) seconds.*asked too often/],
    ['a 429 of an hour', rateLimited(3600), /waits 60 minutes.*asked too often/],
  ])(
    'waits after %s, says so at once, and asks once',
    async ([_, refused, sentence], { discord, begin, sent }) => {
      discord.refuse(LOGIN, refused, ALWAYS);
      const bot = begin();
      await bot.printed(sentence);
      await wait(1000);
      expect(sent(LOGIN)).toBe(1);
      expect(await bot.stop()).toBe(0);
    },
  );

  it('goes on after a 429 of a second, a fault of Discord and a page of somebody else', async ({
    discord,
    loggedIn,
    sent,
  }) => {
    discord.refuse(LOGIN, rateLimited(1));
    discord.refuse(LOGIN, REFUSALS.serverError);
    discord.refuse(LOGIN, paged(200, '<h1>Sign in to the hotel’s network</h1>'));
    await loggedIn();
    expect(sent(LOGIN)).toBe(4);
  });

  it('is given up with a sentence after four faults', async ({ discord, begin, sent }) => {
    discord.refuse(LOGIN, refusal(502, 0, 'Bad Gateway'), ALWAYS);
    const bot = begin();
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(/The login failed: Discord answered HTTP 502/);
    expect(sent(LOGIN)).toBe(4);
  });

  it('tells within seconds that no answer comes, and when it has come', { timeout: 40_000 }, async ({
    discord,
    begin,
  }) => {
    discord.refuse(LOGIN, REFUSALS.silence);
    const bot = begin();
    await bot.printed(/The login has waited 5 seconds for Discord/);
    await bot.printed(/The login no longer waits, after 1\d seconds[\s\S]*Ready as/);
  });
});

describe.concurrent('an answer', () => {
  it('is sent after a short limit, and in spite of faults of Discord', async ({
    discord,
    loggedIn,
    ask,
    sent,
  }) => {
    await loggedIn();
    discord.refuse(ANSWER, rateLimited(1));
    expect((await ask()).type).toBe(4);
    discord.refuse(ANSWER, REFUSALS.serverError, 3);
    expect((await ask()).type).toBe(4);
    expect(sent(ANSWER)).toBe(2 + 4);
  });

  it('is removed in spite of a fault of Discord, and nothing is said where an earlier attempt had removed it', async ({
    discord,
    loggedIn,
    ask,
    sent,
  }) => {
    const bot = await loggedIn();
    const removals = () => discord.requests.filter(({ method }) => method === 'DELETE');
    for (const next of [[], [REFUSALS.unknownMessage]]) {
      const { message } = await ask();
      if (!message) throw new Error('answered without a message');
      for (const refused of [REFUSALS.serverError, ...next]) discord.refuse(/^DELETE /, refused);
      discord.button(message, 'Delete').catch(() => {});
      await expect.poll(() => removals().length % 2, { timeout: 10_000 }).toBe(1);
      await expect.poll(() => removals().length % 2, { timeout: 10_000 }).toBe(0);
    }
    expect(await bot.stop()).toBe(0);
    expect(removals().map(({ status }) => status)).toEqual([500, 204, 500, 404]);
    expect(sent(/^\/webhooks\/\d+\/[^/]+$/)).toBe(0);
  });

  it.for<[string, Refusal]>([
    ['a 429 that names no time', rateLimited()],
    ['a ban by address', BANNED],
    ['a limit longer than Discord waits for it', rateLimited(20)],
  ])(
    'is given up once after %s, and the next is sent',
    async ([_, refused], { discord, loggedIn, ask, sent }) => {
      const bot = await loggedIn();
      discord.refuse(ANSWER, refused);
      ask().catch(() => {});
      await bot.printed(/An answer was given up/);
      expect((await ask()).type).toBe(4);
      expect(sent(ANSWER)).toBe(2);
      expect(bot.output().match(/"level":50/g)).toHaveLength(1);
    },
  );

  it.for<[string, Refusal]>([
    ['before it was taken', REFUSALS.reset],
    ['when it was taken already', REFUSALS.resetAfter],
  ])(
    'is sent again at once where the line is reset, %s',
    async ([_, refused], { discord, loggedIn, ask, sent }) => {
      const bot = await loggedIn();
      discord.refuse(ANSWER, refused);
      const { type, message, followUps } = await ask();
      expect(type).toBe(4);
      expect(message && isPrivate(message)).toBe(false);
      await vi.waitFor(() => expect(sent(ANSWER)).toBe(2), 5000);
      expect(followUps).toEqual([]);
      expect(bot.output()).not.toMatch(/"level":[45]0.*(?:answer|reader)/i);
    },
  );

  it('comes within three seconds although the first request hangs', async ({
    discord,
    loggedIn,
    ask,
    sent,
  }) => {
    await loggedIn();
    discord.refuse(ANSWER, REFUSALS.silence);
    const { type, millis } = await ask();
    expect(type).toBe(4);
    expect(millis).toBeLessThan(3000);
    expect(sent(ANSWER)).toBe(2);
  });

  it('that was taken without a word is edited when the three seconds are over, once and to the same', async ({
    discord,
    loggedIn,
    ask,
  }) => {
    const bot = await loggedIn();
    discord.refuse(ANSWER, REFUSALS.silenceAfter);
    discord.refuse(ANSWER, REFUSALS.silence, ALWAYS);
    const { message, followUps } = await ask();
    const now = () => discord.message(message?.id ?? '');
    await vi.waitFor(() => expect(now()?.edited_timestamp).toBeTruthy(), 6000);
    expect(now()?.components).toEqual(message?.components);
    expect(followUps).toEqual([]);
    expect(bot.output()).not.toMatch(/"level":50/);
  });

  it('is given up when the three seconds are over where no request is answered', async ({
    discord,
    loggedIn,
    ask,
  }) => {
    const bot = await loggedIn();
    discord.refuse(ANSWER, REFUSALS.silence, ALWAYS);
    const askedAt = performance.now();
    ask().catch(() => {});
    await bot.printed(/An answer was given up: Discord did not answer/);
    // Far less than the 15 seconds that a request may take where nobody waits for it.
    expect(performance.now() - askedAt).toBeLessThan(6000);
    expect(bot.output().match(/"level":50/g)).toHaveLength(1);
  });

  it('is given up once where Discord fails for as long as it would wait', async ({
    discord,
    loggedIn,
    ask,
    sent,
  }) => {
    const bot = await loggedIn();
    discord.refuse(ANSWER, refusal(502, 0, 'Bad Gateway'), 8);
    ask().catch(() => {});
    await bot.printed(/An answer was given up: Discord answered HTTP 502/);
    await wait(500);
    expect(sent(ANSWER)).toBe(5);
    expect(bot.output().match(/"level":50/g)).toHaveLength(1);
  });
});

describe.concurrent('npm run register', () => {
  it.for<[string, RegExp, Refusal, RegExp]>([
    ['a page instead of JSON', ID, paged(200, '<h1>Sign in</h1>'), /something that is not Discord/i],
    ['null', ID, paged(200, 'null', { 'content-type': 'application/json' }), /not Discord/],
    ['null for the commands', COMMANDS, paged(200, 'null'), /not Discord/],
    ['an object for the commands', COMMANDS, paged(200, '{"a":1}'), /not Discord/],
    ['a refusal without words', ID, paged(403, 'null'), /not Discord/],
    ['a limit of an hour', COMMANDS, rateLimited(3600), /asked too often.*again in 60 minutes/],
  ])(
    'ends with a sentence and status 1 after %s',
    async ([_, path, refused, sentence], { discord, begin }) => {
      discord.refuse(path, refused, ALWAYS);
      const bot = begin(['register']);
      expect(await bot.ended).toBe(1);
      expect(bot.output()).toMatch(sentence);
      expect(bot.output()).not.toMatch(/^\s+at /m);
      expect(discord.requests.length).toBeLessThan(4);
    },
  );

  it('waits a minute after a 429 that names no time, and says so', async ({ discord, begin }) => {
    discord.refuse(ID, rateLimited(), ALWAYS);
    const bot = begin(['register']);
    await bot.printed(/The registration waits (?:6\d|7\d) seconds/);
    await wait(500);
    expect(discord.requests).toHaveLength(1);
  });

  it('tells within seconds that no answer comes', async ({ discord, begin }) => {
    discord.refuse(ID, REFUSALS.silence, ALWAYS);
    await begin(['register']).printed(/The registration has waited 5 seconds for Discord/);
  });
});

describe.concurrent('comparing the commands', () => {
  it('waits after a 429 in the background, while readers are answered', async ({
    discord,
    loggedIn,
    ask,
    sent,
  }) => {
    discord.refuse(COMMANDS, rateLimited(), ALWAYS);
    const bot = await loggedIn();
    await bot.printed(/The comparison of commands waits/);
    expect((await ask()).type).toBe(4);
    expect(sent(COMMANDS)).toBe(1);
  });
});
