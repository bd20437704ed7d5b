import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands, moderationCommands } from '../../../commands/index.ts';
import { type Loopback, startLoopback } from '../../../loopback/loopback.ts';
import { REFUSALS } from '../../../loopback/refusal.ts';
import { readConfig } from '../../../src/config.ts';
import { register, type Wishes } from '../../../src/discord/registration/register.ts';

let discord: Loopback;

beforeEach(async () => {
  discord = await startLoopback();
});

afterEach(() => discord.close());

async function run(wishes: Partial<Wishes> = {}, env: Record<string, string> = {}) {
  const lines: string[] = [];
  const say = (text: string) => lines.push(text);
  const all = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, ...env };
  const code = await register({ dryRun: false, clear: false, ...wishes }, () => readConfig(all), say, say);
  return { code, output: lines.join('\n') };
}

const namesIn = (scope: 'global' | 'guild') => discord.commands(scope).map(({ name }) => name);
const all = [...commands, ...moderationCommands].map(({ name }) => name);

it('writes every command for everyone once, and again only if they differ', async () => {
  const first = await run();
  expect(first).toMatchObject({ code: 0, output: expect.stringMatching(/^\+ \/ask$/m) });
  expect(namesIn('global')).toEqual(all);
  expect(namesIn('guild')).toEqual([]);
  expect(await run()).toMatchObject({ code: 0, output: expect.stringMatching(/^Nothing to do/) });
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

it('registers for one server alone where one is named', async () => {
  await run({}, { DISCORD_GUILD_ID: discord.guildId });
  expect(namesIn('guild')).toEqual(all);
  expect(namesIn('global')).toEqual([]);
  const again = await run({}, { DISCORD_GUILD_ID: discord.guildId });
  expect(again.output).toMatch(/^Nothing to do/);
});

it('prints the difference and writes nothing in a dry run', async () => {
  const { code, output } = await run({ dryRun: true });
  expect(code).toBe(0);
  expect(output).toMatch(/^\+ \/ask$[\s\S]*Nothing was written/m);
  expect(namesIn('global')).toEqual([]);
});

it('removes every command when told to', async () => {
  await run();
  const { output } = await run({ clear: true });
  expect(output).toMatch(/^- \/ask$/m);
  expect(output).toMatch(/^- “Find in the article”$/m);
  expect(namesIn('global')).toEqual([]);
});

it('finds Discord under a bare address, too', async () => {
  const { code } = await run({}, { DISCORD_API_URL: new URL(discord.url).origin });
  expect(code).toBe(0);
  expect(namesIn('global')).toEqual(all);
});

it.each([
  [404, REFUSALS.notFound],
  [500, REFUSALS.serverError],
])('does not blame a server where none is named and Discord answers %i', async (status, refusal) => {
  for (let attempt = 0; attempt < 4; attempt += 1) discord.refuse(/\/commands$/, refusal);
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toContain(`HTTP ${status}`);
  expect(output).not.toContain('DISCORD_GUILD_ID');
});

it.each([
  ['a server it has no access to', { DISCORD_GUILD_ID: '123456789012345678' }, /applications\.commands/],
  ['a token that Discord refuses', { DISCORD_TOKEN: 'wrong.token' }, /refused the token/],
  ['a token that is missing', { DISCORD_TOKEN: '' }, /DISCORD_TOKEN is missing/],
  ['a Discord that cannot be reached', { DISCORD_API_URL: 'http://127.0.0.1:9' }, /could not be reached/],
])('explains %s in a sentence', async (_, env, sentence) => {
  const { code, output } = await run({}, env);
  expect(code).toBe(1);
  expect(output).toMatch(sentence);
  expect(output).not.toContain('wrong.token');
});
