import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { snowflake } from '../../loopback/people.ts';
import { isPrivate, textsOf } from '../../loopback/reading.ts';
import { type BotProcess, isOverHttp, startBot } from './bot-process.ts';

let discord: Loopback;
let bot: BotProcess;

beforeAll(async () => {
  discord = await startLoopback();
  bot = await startBot(discord, { COOLDOWN_COMMANDS: '1000' });
});

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

type Fields = Record<string, unknown>;

/** A message chosen in a server, with `more` in it and `less` of the event around it. */
function chosen(more: Fields, around: Fields = {}): Fields {
  const message = {
    id: snowflake(),
    channel_id: snowflake(),
    type: 0,
    content: '',
    embeds: [],
    components: [],
    author: { id: snowflake(), username: 'grace', discriminator: '0', avatar: null },
    timestamp: '2025-11-16T09:05:00.000Z',
    edited_timestamp: null,
    flags: 0,
    ...more,
  };
  return {
    id: snowflake(),
    application_id: discord.applicationId,
    type: 2,
    token: `token-${snowflake()}`,
    data: {
      id: '1',
      name: 'Find in the article',
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
    channel_id: message.channel_id,
    guild_id: discord.guildId,
    member: { user: { id: snowflake(), username: 'ada' }, roles: [], permissions: '0' },
    ...around,
  };
}

async function answerTo(event: Fields): Promise<string> {
  const { message } = await discord.interact(event);
  if (!message) throw new Error('answered without a message');
  expect(isPrivate(message)).toBe(true);
  return textsOf(message).join('\n');
}

const poll = (text: string) => ({
  question: { text },
  answers: [{ answer_id: 1, poll_media: { text: 'Yes' } }],
  expiry: '2025-11-17T09:05:00.000Z',
  allow_multiselect: false,
  layout_type: 1,
});

describe('“Find in the article”', () => {
  it.each([
    ['a server', {}],
    ['a direct message', { guild_id: undefined, context: 1 }],
    ['a group', { guild_id: undefined, context: 2, member: undefined, user: { id: '1', username: 'ada' } }],
  ])('looks up the question of a poll in %s', async (_, around) => {
    expect(await answerTo(chosen({ poll: poll('Qwen panic') }, around))).toMatch(/In the article/);
  });

  it('looks up a poll that somebody passed on', async () => {
    const forwarded = { message_snapshots: [{ message: { poll: poll('Qwen panic') } }] };
    expect(await answerTo(chosen(forwarded))).toMatch(/In the article/);
  });

  it.each([
    ['a poll without a question', { poll: {} }],
    ['an embed that is null', { embeds: [null] }],
    ['components that are no list', { components: { type: 10, content: 'x' } }],
    ['an unknown component', { components: [{ type: 99, weight: 3 }] }],
    ['a snapshot without a message', { message_snapshots: [{}] }],
  ])('answers for %s', async (_, more) => {
    expect(await answerTo(chosen(more))).toMatch(/Nothing to look up/);
  });
});

describe('an event with a part missing', () => {
  it.each([
    ['member and user', { member: null, user: null }],
    ['data', { data: undefined }],
    ['a null data', { data: null }],
    ['resolved', { data: { id: '1', name: 'Find in the article', type: 3, target_id: '1' } }],
    ['the kind of command', { data: { id: '1', name: 'ask', options: null } }],
    ['the name of the command', { data: { id: '1', type: 1 } }],
    ['the type of interaction', { type: undefined }],
    ['the message that was pressed', { type: 3, data: { custom_id: 'x', component_type: 2 } }],
    ['the chosen value', { type: 3, data: { custom_id: 'menu:0', component_type: 3 }, message: {} }],
  ])('is answered without %s', async (_, around) => {
    expect(await answerTo(chosen({}, around))).not.toBe('');
  });

  it.each([6, 7, 8, 9, 42])('is answered where a component is of type %i', async (component_type) => {
    const data = { custom_id: 'x', component_type, values: ['1'] };
    expect(await answerTo(chosen({}, { type: 3, data }))).toMatch(/another version/);
  });

  it.each([5, 6, 99])('is answered where the interaction is of type %i', async (type) => {
    expect(await answerTo(chosen({}, { type }))).toMatch(/no longer has/);
  });

  it('is suggested nothing where nothing says what is typed', async () => {
    for (const data of [null, {}, { name: 'ask', options: [null] }, { name: 7, options: 'question' }]) {
      const { choices } = await discord.interact(chosen({}, { type: 4, data }));
      expect(choices).toEqual([]);
    }
  });

  it('is answered with a pong where Discord only looks whether anybody is there', async () => {
    expect(await discord.interact(chosen({}, { type: 1 }))).toMatchObject({ type: 1 });
  });

  // Over HTTP there are no other events, and what cannot be answered is refused: `endpoint.test.ts`.
  it.skipIf(isOverHttp())(
    'is logged and lost where nothing says how to answer it, and the next is answered',
    async () => {
      discord.gateway.dispatch('INTERACTION_CREATE', chosen({}, { token: undefined }));
      discord.gateway.dispatch('INTERACTION_CREATE', chosen({}, { id: null }));
      discord.gateway.dispatch('INTERACTION_CREATE', null);
      for (const name of ['GUILD_CREATE', 'MESSAGE_CREATE', 'USER_UPDATE', 'RATE_LIMITED', 'YET_UNKNOWN']) {
        discord.gateway.dispatch(name, null);
        discord.gateway.dispatch(name, { channels: [{ type: 'x' }], user: {} });
      }
      expect(await answerTo(chosen({ content: 'Qwen panic' }))).toMatch(/In the article/);
      expect(bot.output().match(/cannot be answered/g)).toHaveLength(3);
      expect(bot.output()).not.toMatch(/"level":(?:50|60)/);
    },
  );
});

it('nothing that was sent was refused', () => {
  expect(discord.rejections).toEqual([]);
});
