import { REST, Routes, SlashCommandBuilder } from 'discord.js';
import { ApplicationCommandResponseSchema } from 'discord-api-spec/zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLocale, refuseCommand, refuseCommandList } from '../check.ts';
import { type Loopback, startLoopback } from '../loopback.ts';
import { schemaProblems } from '../schema.ts';
import type { CommandBody, CommandOption, RegisteredCommand } from '../wire.ts';

const question: CommandOption = {
  type: 3,
  name: 'question',
  name_localizations: { 'zh-CN': '问题', 'zh-TW': '問題' },
  description: 'What you would like to know',
  required: true,
  autocomplete: true,
  max_length: 300,
};
const article: CommandOption = { type: 3, name: 'article', description: 'Which article', autocomplete: true };
const ask: CommandBody = {
  name: 'ask',
  name_localizations: { 'zh-CN': '提问', 'zh-TW': '提問' },
  description: 'Find the passages that answer a question',
  description_localizations: { 'zh-CN': '查找能回答问题的原文' },
  options: [question, article],
  integration_types: [0, 1],
  contexts: [0, 1, 2],
};
const find: CommandBody = { type: 3, name: 'Find in the article', contexts: [0] };
const withOptions = (...options: CommandOption[]): CommandBody => ({ ...ask, options });
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const longChoices = (length: number): CommandBody =>
  withOptions({
    type: 3,
    name: 'length',
    description: 'How long',
    choices: times(25, (n) => ({ name: `${n}`.padEnd(100, 'a'), value: 'b'.repeat(length) })),
  });

test.each<[promise: string, good: CommandBody, bad: unknown, at: string]>([
  ['a name is lower case', ask, { ...ask, name: 'Ask' }, 'name'],
  ['a name has no spaces', ask, { ...ask, name: 'ask it' }, 'name'],
  [
    'a name has 32 characters at most',
    { ...ask, name: 'a'.repeat(32) },
    { ...ask, name: 'a'.repeat(33) },
    'name',
  ],
  [
    'a localized name follows the same pattern',
    ask,
    { ...ask, name_localizations: { fr: 'De mander' } },
    'name_localizations.fr',
  ],
  ['a message command may have spaces and capitals', find, { ...find, name: '' }, 'name'],
  [
    'an option’s name follows the pattern',
    ask,
    withOptions({ ...question, name: 'Question' }),
    'options.0.name',
  ],
  ['a slash command has a description', ask, { ...ask, description: '' }, 'description'],
  [
    'a description has 100 characters at most',
    { ...ask, description: 'a'.repeat(100) },
    { ...ask, description: 'a'.repeat(101) },
    'description',
  ],
  [
    'an option’s description is not empty',
    ask,
    withOptions({ ...article, description: '' }),
    'options.0.description',
  ],
  ['a message command has no description', find, { ...find, description: 'Finds it' }, 'description'],
  ['a message command has no options', find, { ...find, options: [article] }, 'options'],
  ['required options come first', ask, withOptions(article, question), 'options.1'],
  [
    '25 options fit',
    withOptions(...times(25, (n) => ({ ...article, name: `o${n}` }))),
    withOptions(...times(26, (n) => ({ ...article, name: `o${n}` }))),
    'options',
  ],
  ['options differ by name', ask, withOptions(article, article), 'options.1.name'],
  [
    'options differ by name in every language',
    ask,
    withOptions(question, { ...article, name_localizations: { 'zh-CN': '问题' } }),
    'options.1.name_localizations.zh-CN',
  ],
  [
    'an option has choices or autocomplete',
    ask,
    withOptions({ ...article, choices: [{ name: 'a', value: 'a' }] }),
    'options.0.autocomplete',
  ],
  [
    '25 choices fit',
    longChoices(1),
    withOptions({
      type: 3,
      name: 'note',
      description: 'Note',
      choices: times(26, (n) => ({ name: `${n}`, value: `${n}` })),
    }),
    'options.0.choices',
  ],
  [
    'choices differ by name',
    longChoices(1),
    withOptions({
      type: 3,
      name: 'note',
      description: 'Note',
      choices: [
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ],
    }),
    'options.0.choices.1.name',
  ],
  [
    'a text has 6,000 characters at most',
    withOptions({ ...article, max_length: 6_000 }),
    withOptions({ ...article, max_length: 6_001 }),
    'options.0.max_length',
  ],
  [
    'the least length is not above the most',
    ask,
    withOptions({ ...article, min_length: 9, max_length: 3 }),
    'options.0.min_length',
  ],
  ['languages are Discord’s', ask, { ...ask, name_localizations: { zh: '提问' } }, 'name_localizations.zh'],
  [
    'so are those of options',
    ask,
    withOptions({ ...article, description_localizations: { en: 'a' } }),
    'options.0.description_localizations.en',
  ],
  ['8,000 characters fit in a command', longChoices(100), longChoices(220), ''],
  ['each context is named once', ask, { ...ask, contexts: [0, 0] }, 'contexts'],
  ['contexts are those that there are', ask, { ...ask, contexts: [3] }, 'contexts.0'],
  ['private channels are for user installs', ask, { ...ask, integration_types: [0] }, 'contexts'],
  ['installations are those that there are', ask, { ...ask, integration_types: [2] }, 'integration_types.0'],
  [
    'a key that Discord does not know is told',
    ask,
    { ...ask, defaultMemberPermissions: '0' },
    'defaultMemberPermissions',
  ],
  [
    'a key of an option as well',
    ask,
    withOptions({ ...article, maxLength: 3 } as CommandOption),
    'options.0.maxLength',
  ],
])('%s', (_, good, bad, at) => {
  expect(refuseCommand(good)).toBeUndefined();
  expect(refuseCommand(bad)?.problems.map(({ path }) => path.join('.'))).toContain(at);
});

test('what the builders make passes, permissions as a string of digits among it', () => {
  const built = new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Find the passages that answer a question')
    .setDefaultMemberPermissions('0')
    .addStringOption((option) => option.setName('question').setDescription('What?').setRequired(true))
    .addBooleanOption((option) => option.setName('private').setDescription('Only for you'));
  expect(refuseCommand(JSON.parse(JSON.stringify(built)))).toBeUndefined();
});

test('a list names a command once and has at most fifteen for messages', () => {
  const finds = (count: number) => times(count, (n) => ({ ...find, name: `Find ${n}` }));
  expect(refuseCommandList([ask, find, ...finds(14)])).toBeUndefined();
  expect(refuseCommandList([ask, ask])?.problems).toMatchObject([{ path: [1, 'name'] }]);
  expect(refuseCommandList([ask, ...finds(16)])?.problems).toMatchObject([
    { code: 'MAX_APPLICATION_COMMANDS' },
  ]);
  expect(refuseCommandList(ask)).toMatchObject({ code: 50035 });
});

test('Discord’s languages are known', () => {
  expect(['en-US', 'zh-CN', 'zh-TW', 'es-419'].every(isLocale)).toBe(true);
  expect(['en', 'zh', 'zh-Hans', 'EN-us'].some(isLocale)).toBe(false);
});

let discord: Loopback;
let rest: REST;

beforeAll(async () => {
  discord = await startLoopback();
  rest = new REST({ api: discord.url }).setToken(discord.token);
});

afterAll(() => discord.close());

test('an overwrite replaces the list, keeps ids, and answers as Discord’s schema says', async () => {
  const route = Routes.applicationCommands(discord.applicationId);
  const first = (await rest.put(route, { body: [ask, find] })) as RegisteredCommand[];
  expect(first.flatMap((command) => schemaProblems(ApplicationCommandResponseSchema, command))).toEqual([]);
  const second = (await rest.put(route, { body: [ask] })) as RegisteredCommand[];
  expect(second.map(({ id }) => id)).toEqual([first[0]?.id]);
  expect(discord.commands('global').map(({ name }) => name)).toEqual(['ask']);
});

test('a listing leaves translations out unless they are asked for', async () => {
  const route = Routes.applicationCommands(discord.applicationId);
  await rest.put(route, { body: [ask] });
  const [bare] = (await rest.get(route)) as RegisteredCommand[];
  expect(bare?.name).toBe('ask');
  expect(JSON.stringify(bare)).not.toContain('localizations');
  const query = new URLSearchParams({ with_localizations: 'true' });
  const [full] = (await rest.get(route, { query })) as RegisteredCommand[];
  expect(full?.name_localizations).toEqual(ask.name_localizations);
  expect(full?.options?.[0]?.name_localizations).toEqual(question.name_localizations);
  expect(full).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
});

test('a command is created once, changed, read and deleted', async () => {
  const route = Routes.applicationGuildCommands(discord.applicationId, discord.guildId);
  const made = (await rest.post(route, { body: ask })) as RegisteredCommand;
  const again = (await rest.post(route, { body: { ...ask, description: 'Ask' } })) as RegisteredCommand;
  expect(again).toMatchObject({ id: made.id, description: 'Ask', guild_id: discord.guildId });
  const one = Routes.applicationGuildCommand(discord.applicationId, discord.guildId, made.id);
  expect(await rest.patch(one, { body: { description: 'Ask it' } })).toMatchObject({ description: 'Ask it' });
  expect(await rest.get(one)).toMatchObject({ description: 'Ask it', name: 'ask' });
  await rest.delete(one);
  expect(discord.commands('guild')).toEqual([]);
  await expect(rest.get(one)).rejects.toMatchObject({ code: 10063 });
});

test('a command that does not satisfy the rules is refused by its place', async () => {
  const route = Routes.applicationCommands(discord.applicationId);
  await expect(rest.put(route, { body: [ask, { ...ask, name: 'Ask' }] })).rejects.toMatchObject({
    status: 400,
    code: 50035,
    message: expect.stringContaining('1.name[APPLICATION_COMMAND_INVALID_NAME]'),
  });
});

test('another server, another application and a wrong token have no access', async () => {
  await expect(rest.get(Routes.applicationGuildCommands(discord.applicationId, '1'))).rejects.toMatchObject({
    code: 50001,
  });
  await expect(rest.get(Routes.applicationCommands('1'))).rejects.toMatchObject({ code: 10002 });
  const stranger = new REST({ api: discord.url }).setToken('wrong');
  await expect(stranger.get(Routes.applicationCommands(discord.applicationId))).rejects.toMatchObject({
    status: 401,
  });
});

test('two hundred creates a day are taken and no more', async () => {
  const fresh = await startLoopback();
  const client = new REST({ api: fresh.url }).setToken(fresh.token);
  const route = Routes.applicationCommands(fresh.applicationId);
  for (const batch of ['a', 'b']) {
    await client.put(route, { body: times(100, (n) => ({ name: `${batch}${n}`, description: 'x' })) });
  }
  await client.put(route, { body: times(100, (n) => ({ name: `b${n}`, description: 'y' })) });
  await expect(client.put(route, { body: [ask] })).rejects.toMatchObject({ code: 30034 });
  await fresh.close();
});
