import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MessageCommand, slashCommand } from '../../../commands/command.ts';
import { press } from '../../../commands/press.ts';
import { type Loopback, startLoopback } from '../../../loopback/loopback.ts';
import { isPrivate, textsOf } from '../../../loopback/reading.ts';
import { invalidForm, REFUSALS } from '../../../loopback/refusal.ts';
import { makeCooldown } from '../../../src/discord/interactions/cooldown.ts';
import { makeReceiver } from '../../../src/discord/interactions/receive.ts';
import { makeTurns, type Waiting } from '../../../src/discord/interactions/turns.ts';
import { serializers } from '../../../src/discord/log.ts';
import { carrierFor } from '../../../src/discord/transport/carrier.ts';
import { makeClock } from '../../../src/discord/transport/clock.ts';
import { type Gateway, makeGateway } from '../../../src/discord/transport/gateway.ts';
import { makeRest } from '../../../src/discord/transport/rest.ts';
import { quote } from '../../../src/reply/quotation.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { everything } from '../../../src/scope/scope.ts';
import { articleOf, libraryOf, passageOf } from '../articles.ts';
import { quotationsOf } from '../corpora.ts';

const article = articleOf(['Alibaba denied the allegations.', 'So did the authorities.']);
const english = (text: string) => ({ 'en-US': text, 'zh-CN': text, 'zh-TW': text });

function quoting(from: typeof article, visibility: Reply['visibility']): () => Reply {
  return () => ({
    visibility,
    tone: 'found',
    heading: 'Found',
    blocks: [{ kind: 'quotation', quotation: quote(passageOf(from, 0)) }],
    buttons: [],
    menus: [],
  });
}

const answering = (name: string, answer: () => Promise<Reply>) =>
  slashCommand({
    name,
    label: english(name),
    description: english(name),
    options: {
      text: {
        type: 'string',
        description: english('text'),
        complete: () => {
          throw new Error('no suggestions');
        },
      },
    },
    answer: () => answer(),
  });

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Each goes wrong in its own way. */
const commands = [
  answering('well', async () => quoting(article, 'public')()),
  answering('slow', async () => {
    await wait(1700);
    return quoting(article, 'public')();
  }),
  answering('broken', async () => {
    throw new Error('broken inside');
  }),
  answering('slowly-broken', async () => {
    await wait(1700);
    throw new Error('broken inside');
  }),
  answering('misquoting', async () =>
    quoting({ ...article, text: article.text.replace('denied', 'proved') }, 'public')(),
  ),
  {
    kind: 'message',
    name: 'Broken',
    label: english('Broken'),
    answer: async () => Promise.reject(new Error('x')),
  } satisfies MessageCommand,
];

let discord: Loopback;
let gateway: Gateway;
let log: string;
/** Milliseconds that each turn is late. */
let holdUp: number;

beforeEach(async () => {
  discord = await startLoopback();
  log = '';
  holdUp = 0;
  const turn = makeTurns();
  const lines = new Writable({
    write(chunk, _, done) {
      log += chunk;
      done();
    },
  });
  const library = libraryOf(article);
  const bot = {
    scopes: everything(() => library),
    commands,
    press,
    cooldown: makeCooldown({ commands: 100, seconds: 1 }),
    turn: async (waiting: Waiting) => {
      if (holdUp > 0) await wait(holdUp);
      return turn(waiting);
    },
    log: pino({ level: 'debug', serializers }, lines),
  };
  const clock = makeClock();
  const rest = makeRest(discord.url, clock.saw).setToken(discord.token);
  const { receive } = makeReceiver(bot, (interaction) =>
    carrierFor(interaction, discord.applicationId, rest, bot.log),
  );
  const onEvent = (name: string, data: unknown) => {
    if (name === 'INTERACTION_CREATE') receive(data);
  };
  const fail = (sentence: string) => expect.fail(sentence);
  gateway = makeGateway({ token: discord.token, rest, log: bot.log, onEvent, ageOf: clock.ageOf, fail });
  await gateway.enter();
  await discord.gateway.ready();
});

afterEach(async () => {
  await gateway.leave();
  await discord.close();
});

const secret = 'a question that nobody else should read';
const use = (name: string, locale = 'en-US') => discord.slash({ name, locale, options: { text: secret } });

describe('an answer that takes long', () => {
  const requestsOf = (method: string) => discord.requests.filter((request) => request.method === method);

  it('waits in private, where nothing can be shown too widely, and follows for everyone', async () => {
    const { deferred, message, followUps } = await use('slow');
    if (!message) throw new Error('no message');
    expect(deferred).toBe(true);
    expect(isPrivate(message)).toBe(true);
    expect(quotationsOf(message)).toEqual([]);
    await expect.poll(() => discord.message(message.id)).toBeUndefined();
    expect(followUps).toHaveLength(1);
    expect(followUps.map(isPrivate)).toEqual([false]);
    expect(followUps.flatMap(quotationsOf)).toEqual(['Alibaba denied the allegations.']);
    expect(discord.rejections).toEqual([]);
  });

  it('stays private with a button that shows it, where Discord lets nothing follow', async () => {
    discord.refuse(/^POST \/webhooks/, REFUSALS.tooManyFollowUps);
    const { message, followUps } = await use('slow');
    if (!message) throw new Error('no message');
    const now = () => discord.message(message.id) ?? message;
    await expect.poll(() => quotationsOf(now())).toEqual(['Alibaba denied the allegations.']);
    expect(isPrivate(now())).toBe(true);
    expect(followUps).toEqual([]);
    const shared = await discord.button(now(), 'Show everyone');
    expect(shared.message && isPrivate(shared.message)).toBe(false);
    expect(shared.message && quotationsOf(shared.message)).toEqual(['Alibaba denied the allegations.']);
  });

  it.each([REFUSALS.resetAfter, REFUSALS.reset])(
    'is for everyone at most once where no word of it came back, and the reader has it ($carriedOut)',
    async (refusal) => {
      discord.refuse(/^POST \/webhooks/, refusal);
      const { message, followUps } = await use('slow');
      if (!message) throw new Error('no message');
      const now = () => discord.message(message.id) ?? message;
      await expect.poll(() => quotationsOf(now())).toEqual(['Alibaba denied the allegations.']);
      expect(followUps).toHaveLength(refusal === REFUSALS.resetAfter ? 1 : 0);
      expect(requestsOf('POST').filter(({ path }) => path.startsWith('/webhooks'))).toHaveLength(1);
    },
  );

  it('leaves a line that says so where the message that waited cannot be removed', async () => {
    discord.refuse(/^DELETE/, REFUSALS.missingAccess);
    const { message, followUps } = await use('slow');
    await expect.poll(() => log).toContain('could not be removed');
    expect(followUps.flatMap(quotationsOf)).toEqual(['Alibaba denied the allegations.']);
    const left = discord.message(message?.id ?? '');
    expect(left && textsOf(left)).toEqual(['The answer is below, where everyone can see it.']);
  });

  it('that fails tells so in the message that waits', async () => {
    const { message, followUps } = await use('slowly-broken');
    expect(message && textsOf(message).join()).toMatch(/noted under [0-9a-f]{8}/);
    expect(followUps).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('is logged under a short id, and told privately, once and in the reader’s language', async () => {
    const { message, followUps } = await use('broken', 'zh-CN');
    const [, id] = /([0-9a-f]{8})/.exec(message ? textsOf(message).join() : '') ?? [];
    expect(message && isPrivate(message)).toBe(true);
    expect(message && textsOf(message)[0]).toMatch(/\p{Script=Han}/u);
    expect(followUps).toEqual([]);
    expect(log).toContain(`"fault":"${id}"`);
    expect(log).toContain('broken inside');
  });

  it('is told for message commands, too', async () => {
    const { message } = await discord.messageCommand({ name: 'Broken', content: secret });
    expect(message && isPrivate(message)).toBe(true);
    expect(log).not.toContain(secret);
  });

  it('never is a misquotation: what cannot be proved is not sent', async () => {
    const { message } = await use('misquoting');
    if (!message) throw new Error('no message');
    expect(isPrivate(message)).toBe(true);
    expect(quotationsOf(message)).toEqual([]);
    expect(textsOf(message).join()).toMatch(/did not match the article/);
    expect(log).toMatch(/Disproved.*panic 0–31/);
    expect(log).not.toContain('allegations');
  });

  it('leaves no reader of suggestions waiting for a turn that comes too late', async () => {
    const typing = () => discord.autocomplete({ name: 'well', options: { text: secret }, focused: 'text' });
    holdUp = 1300;
    const { choices } = await typing();
    expect(choices).toEqual([]);
    // It was not even looked for any.
    expect(log).not.toContain('no suggestions');
  });

  it('leaves a reader without suggestions, not without an answer', async () => {
    const { choices } = await discord.autocomplete({
      name: 'well',
      options: { text: secret },
      focused: 'text',
    });
    expect(choices).toEqual([]);
    expect(log).toContain('no suggestions');
    expect(log).not.toContain(secret);
  });

  it('is told where Discord refuses the reply, and logged by its shape alone', async () => {
    const path = ['data', 'components', 0, 'components', 1];
    discord.refuse(
      /callback$/,
      invalidForm([{ path, code: 'BASE_TYPE_MAX_LENGTH', message: 'Alibaba is too long' }]),
    );
    const { message } = await use('well');
    expect(message && textsOf(message).join()).toMatch(/noted under [0-9a-f]{8}/);
    expect(log).toContain('data.components[0].components[1]: BASE_TYPE_MAX_LENGTH');
    expect(log).toMatch(/"content":"\d+ characters"/);
    expect(log).not.toContain('Alibaba');
  });

  it.each([REFUSALS.unknownInteraction, REFUSALS.alreadyAcknowledged])(
    'is a log line and nothing more where the interaction is over ($code)',
    async (refusal) => {
      discord.refuse(/callback$/, refusal);
      use('well').catch(() => {});
      await expect.poll(() => log).toContain('too late or twice');
      expect(discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(1);
      expect(log).not.toContain('"level":50');
    },
  );

  it('leaves neither a token nor a word of the reader in the log', async () => {
    for (const name of ['well', 'broken', 'misquoting']) await use(name);
    for (const { path } of discord.requests.filter(({ path }) => path.endsWith('/callback'))) {
      expect(log).not.toContain(path.split('/')[3]);
    }
    expect(log).not.toContain(discord.token);
    expect(log).not.toContain(secret);
  });
});

describe('an interaction with little in it', () => {
  const callbacks = () => discord.requests.filter(({ path }) => path.endsWith('/callback'));
  /** As the documentation's example of an interaction: nobody's installation, no entitlements, no context. */
  const send = (type: number, data: object) =>
    discord.gateway.dispatch('INTERACTION_CREATE', {
      type,
      data,
      id: '786008729715212338',
      token: 'A_UNIQUE_TOKEN',
      member: { user: { id: '53908232506183680', username: 'mason' }, roles: [], permissions: '0' },
      guild_id: '290926798626357999',
      channel_id: '645027906669510667',
    });

  it.each([
    ['a slash command', 2, { id: '1', name: 'well', type: 1, options: [] }, /Found/],
    ['a command that tells no type', 2, { id: '1', name: 'well' }, /Found/],
    ['a press', 3, { custom_id: 'x', component_type: 2 }, /another version/],
    ['a kind of command that the bot does not have', 2, { id: '1', name: 'x', type: 2 }, /no longer has/],
    ['a form that the bot never showed', 5, { custom_id: 'x', components: [] }, /no longer has/],
  ])('is answered: %s', async (_, type, data, answer) => {
    send(type, type === 2 ? { ...data, resolved: {}, target_id: '1' } : data);
    await expect.poll(() => callbacks().length).toBeGreaterThan(0);
    expect(JSON.stringify(callbacks()[0]?.body)).toMatch(answer);
  });
});
