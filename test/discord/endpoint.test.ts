import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { snowflake } from '../../loopback/people.ts';
import { isPrivate, messageOf, textsOf } from '../../loopback/reading.ts';
import { type BotProcess, run, startBot, startEndpoint } from './bot-process.ts';

let discord: Loopback;
let bot: BotProcess;

beforeAll(async () => {
  discord = await startLoopback();
  bot = await startEndpoint(discord, {
    COOLDOWN_COMMANDS: '10000',
    PUBLIC_URL: 'https://quotes.example/read',
    PAGE_SECRET: 'a secret of thirty-two characters',
  });
});
afterAll(async () => {
  bot.process.kill('SIGKILL');
  await discord.close();
});

const ask = (user = 'Ada') => discord.slash({ name: 'ask', user, options: { question: 'Qwen panic' } });
const addressOf = (path: string) => new URL(path, discord.endpoint.address).href;

/** A command as Discord sends it. */
const command = (more: object = {}) => ({
  id: snowflake(),
  application_id: discord.applicationId,
  type: 2,
  token: `token-${snowflake()}`,
  data: { type: 1, name: 'ask', options: [{ type: 3, name: 'question', value: 'Qwen panic' }] },
  user: { id: snowflake(), username: 'ada' },
  locale: 'en-US',
  ...more,
});

const MIB = 1024 * 1024;

describe('A request to the endpoint', () => {
  it('that Discord signed is answered by its response, without a token of the bot', async () => {
    const answer = await ask();
    expect(answer.type).toBe(4);
    expect(textsOf(messageOf(answer))[0]).toMatch(/In the article/);
  });

  it.each<[string, () => Parameters<Loopback['endpoint']['deliver']>[2]]>([
    ['by another key', () => ({ headers: { 'x-signature-ed25519': 'ab'.repeat(64) } })],
    ['no more since its bytes were changed', () => ({ body: JSON.stringify(command()) })],
    ['by nobody', () => ({ headers: { 'x-signature-ed25519': undefined } })],
    ['at no time', () => ({ headers: { 'x-signature-timestamp': undefined } })],
    ['at a time that is none', () => ({ headers: { 'x-signature-timestamp': '1e9' } })],
    ['in another form', () => ({ headers: { 'x-signature-ed25519': 'sha256=00' } })],
    [
      'for another time',
      () => ({ headers: { 'x-signature-timestamp': String(Math.floor(Date.now() / 1000) - 5) } }),
    ],
  ])('that is signed %s is refused with 401', async (_, forgery) => {
    expect((await discord.endpoint.deliver(command(), 3000, forgery())).status).toBe(401);
  });

  it('is refused where its JSON means the same in other bytes, and taken in the very bytes that were signed', async () => {
    const event = command();
    const spaced = JSON.stringify(event, undefined, 1);
    expect((await discord.endpoint.deliver(event, 3000, { body: spaced })).status).toBe(401);
    expect((await discord.endpoint.deliver(event)).status).toBe(200);
  });

  it('of six minutes ago or ahead is refused with 401, and the log names the clock once', async () => {
    for (const offMs of [-6, 6].map((minutes) => minutes * 60_000))
      expect((await discord.endpoint.deliver(command(), 3000, { offMs })).status).toBe(401);
    for (const offMs of [-4, 4].map((minutes) => minutes * 60_000))
      expect((await discord.endpoint.deliver(command(), 3000, { offMs })).status).toBe(200);
    expect(bot.output().match(/36[01] seconds behind this machine's clock/g)).toHaveLength(1);
  });

  it('that comes again is not answered again', async () => {
    const event = command();
    expect((await discord.endpoint.deliver(event)).status).toBe(200);
    expect((await discord.endpoint.deliver(event)).status).toBe(409);
  });

  it.each<[string, unknown]>([
    ['no JSON', undefined],
    ['a list', []],
    ['a number', 7],
    ['null', null],
    ['an object without an id', { type: 2, token: 'x' }],
    ['an object with an id alone', { id: '1' }],
    ['an object without a type and without data', { id: '1', token: 'x' }],
  ])('of %s is refused with 400', async (_, event) => {
    const body = event === undefined ? 'not json' : JSON.stringify(event);
    // Signed as it is sent.
    const { status } = await discord.endpoint.deliver({ toJSON: () => event ?? 'x' }, 3000, {});
    expect(status).toBe(400);
    expect((await discord.endpoint.deliver(command(), 3000, { body })).status).toBe(401);
  });

  it('of 3 MiB is refused with 413, and one of nearly 1 MiB is answered', async () => {
    expect((await discord.endpoint.deliver(command({ padding: 'x'.repeat(3 * MIB) }))).status).toBe(413);
    expect((await discord.endpoint.deliver(command({ padding: 'x'.repeat(MIB - 2000) }))).status).toBe(200);
  });

  it('that does not come to its end is refused with 408 before Discord gives up', async () => {
    const { hostname, port } = new URL(discord.endpoint.address ?? '');
    const socket = connect(Number(port), hostname);
    socket.write('POST /interactions HTTP/1.1\r\nhost: here\r\ncontent-length: 500\r\n\r\n{"id":');
    const [first] = await Promise.race([
      new Promise<[string]>((resolve) => socket.once('data', (chunk) => resolve([String(chunk)]))),
      sleep(3000).then(() => ['nothing']),
    ]);
    socket.destroy();
    expect(first).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that waited while the process was held up is left to another replica, and nothing follows it from here', async () => {
    bot.process.kill('SIGSTOP');
    const before = discord.requests.length;
    const late = discord.endpoint.deliver(command(), 20_000);
    await sleep(2800);
    bot.process.kill('SIGCONT');
    expect((await late).status).toBe(503);
    await sleep(1000);
    expect(discord.requests.slice(before)).toEqual([]);
    expect(bot.output()).toContain('The answer came too late or twice');
    expect((await discord.endpoint.deliver(command(), 20_000)).status).toBe(200);
  });

  it('is answered among three hundred at once, of which every third is forged', async () => {
    const sent = Array.from({ length: 300 }, (_, n) =>
      n % 3 === 0
        ? discord.endpoint.deliver(command(), 20_000, { headers: { 'x-signature-ed25519': '00'.repeat(64) } })
        : discord.endpoint.deliver(command(), 20_000),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(100);
    expect(statuses.filter((status) => status === 200)).toHaveLength(200);
  });
});

describe('Beside interactions', () => {
  it('it says that it lives, and counts what it did, without a word of any question', async () => {
    await ask();
    expect((await fetch(addressOf('/healthz'))).status).toBe(200);
    expect((await fetch(addressOf('/readyz'))).status).toBe(200);
    const metrics = await (await fetch(addressOf('/metrics'))).text();
    expect(metrics).toMatch(/^verbatim_interactions_total\{kind="slash",outcome="answered"\} [1-9]/m);
    expect(metrics).toMatch(/^verbatim_refused_requests_total\{reason="signature"\} [1-9]/m);
    expect(metrics).toMatch(/^process_cpu_seconds_total /m);
    expect(metrics).not.toMatch(/qwen|panic/i);
  });

  it('there is nothing at other addresses, and no page at one that was not made here', async () => {
    for (const path of ['/', '/p/AAAA/qwen-panic/s1', '/interactions/'])
      expect((await fetch(addressOf(path))).status).toBe(404);
    expect((await fetch(addressOf('/interactions'))).status).toBe(405);
  });
});

it('The log has neither a question nor the token of an interaction', () => {
  expect(bot.output()).not.toMatch(/Qwen panic|token-\d/);
});

it('Told to end, it answers what has come, says that it is not ready, and ends with 0', async () => {
  const other = await startLoopback();
  const ending = await startEndpoint(other, { COOLDOWN_COMMANDS: '10000' });
  const asked = Array.from({ length: 50 }, (_, n) =>
    other.slash({ name: 'ask', user: `Reader ${n}`, options: { question: 'Qwen panic' } }),
  );
  const ended = ending.stop();
  await ending.printed(/Leaving after SIGTERM/);
  const ready = await fetch(new URL('/readyz', other.endpoint.address));
  expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
  // On a busy machine some are announced first.
  for (const { deferred, message, followUps } of await Promise.all(asked)) {
    if (deferred) await expect.poll(() => followUps.length, { timeout: 5000 }).toBe(1);
    const shown = deferred ? followUps[0] : message;
    expect(shown && textsOf(shown)[0]).toMatch(/In the article/);
  }
  expect(await ended).toBe(0);
  expect(other.rejections).toEqual([]);
  await other.close();
});

it('Replies link to pages of their passages, which are served beside them', async () => {
  const { message } = await discord.slash({ name: 'ask', options: { question: 'Who accused Alibaba?' } });
  const [link = ''] = JSON.stringify(message).match(/https:\/\/quotes\.example\/read\/p\/[^"]+/) ?? [];
  const path = link.slice('https://quotes.example/read'.length);
  const page = await fetch(addressOf(path));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('accused Alibaba of providing technical support');
  const tag = page.headers.get('etag') ?? '';
  const again = await fetch(addressOf(path), { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await fetch(addressOf(path.replace(/s\d+$/, 's5')))).status).toBe(404);
});

it('The same is answered through the gateway and over HTTP', async () => {
  const ways = await Promise.all(
    [startBot, startEndpoint].map(async (start) => {
      const other = await startLoopback();
      const started = await start(other, { COOLDOWN_COMMANDS: '10000' });
      const bodies: unknown[] = [];
      const walk = async (answer: ReturnType<Loopback['slash']>) => {
        const { type, message, choices, modal } = await answer;
        bodies.push({
          type,
          components: message?.components,
          private: message && isPrivate(message),
          choices,
          modal,
        });
        return message;
      };
      for (const locale of ['en-US', 'zh-CN']) {
        for (const question of [
          'Who accused Alibaba?',
          'Qwen panic',
          'When was it?',
          'zebra',
          '!!!',
          '阿里巴巴',
        ]) {
          const asked = await walk(other.slash({ name: 'ask', options: { question }, locale }));
          for (const label of ['Context', 'Context A', 'Verify', '上下文', '验证']) {
            if (asked && JSON.stringify(asked).includes(`"label":"${label}"`))
              await walk(other.button(asked, label));
          }
          await walk(
            other.autocomplete({
              name: 'ask',
              focused: 'question',
              options: { question: question.slice(0, 4) },
              locale,
            }),
          );
        }
        for (const length of ['short', 'medium', 'long'])
          await walk(other.slash({ name: 'summary', options: { length }, locale }));
        await walk(other.slash({ name: 'sources', locale }));
        await walk(other.slash({ name: 'article', subcommand: 'list', locale }));
        await walk(
          other.messageCommand({
            name: 'Find in the article',
            content: 'It is “better and cheaper”.',
            locale,
          }),
        );
        await walk(other.slash({ name: 'gone', locale }));
      }
      expect(other.rejections).toEqual([]);
      started.process.kill('SIGKILL');
      await other.close();
      return bodies;
    }),
  );
  expect(ways[0]?.length).toBeGreaterThan(40);
  expect(ways[1]).toEqual(ways[0]);
});

it('A port that is taken is told in a sentence that mends it, with status 1', async () => {
  const taken = run(['--http'], {
    PATH: process.env.PATH ?? '',
    DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
    DISCORD_API_URL: discord.url,
    LISTEN_HOST: '127.0.0.1',
    PORT: new URL(discord.endpoint.address ?? '').port,
  });
  expect(await taken.ended).toBe(1);
  expect(taken.output()).toMatch(/Port \d+ is taken by another program/);
});
