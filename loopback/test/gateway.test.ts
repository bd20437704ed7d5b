import { Client, type ClientOptions, Events, MessageFlags, type REST } from 'discord.js';
import {
  GatewayBotResponseSchema,
  PrivateApplicationResponseSchema,
  UserPIIResponseSchema,
} from 'discord-api-spec/zod';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Loopback, type LoopbackOptions, startLoopback } from '../loopback.ts';
import { textsOf } from '../reading.ts';
import { schemaProblems } from '../schema.ts';

let discord: Loopback;
let clients: Client[] = [];

beforeEach(async () => {
  discord = await startLoopback();
});

afterEach(async () => {
  await Promise.all(clients.map((client) => client.destroy()));
  clients = [];
  await discord.close();
});

async function restart(options: LoopbackOptions): Promise<void> {
  await discord.close();
  discord = await startLoopback(options);
}

function newClient(options: Partial<ClientOptions> = {}): Client {
  const client = new Client({ intents: [], rest: { api: discord.url }, ...options });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const text = interaction.options.getString('question', true);
    await interaction.reply({
      components: [{ type: 10, content: text }],
      flags: MessageFlags.IsComponentsV2,
    });
  });
  client.on(Events.ShardError, () => {});
  clients.push(client);
  return client;
}

async function loggedIn(options: Partial<ClientOptions> = {}): Promise<Client> {
  const client = newClient(options);
  await client.login(discord.token);
  await discord.gateway.ready();
  return client;
}

async function echo(question: string): Promise<string[]> {
  const { message } = await discord.slash({ name: 'ask', options: { question } });
  return message ? textsOf(message) : [];
}

test('a dropped line is resumed, and what happened meanwhile is replayed', async () => {
  await loggedIn();
  expect(await echo('before')).toEqual(['before']);
  discord.gateway.drop();
  expect(discord.gateway.connected).toBe(false);
  expect(await echo('meanwhile')).toEqual(['meanwhile']);
  expect(discord.gateway.resumes).toBe(1);
  expect(discord.gateway.identifies).toHaveLength(1);
});

test('a client that is asked to reconnect resumes', async () => {
  await loggedIn();
  discord.gateway.reconnect();
  await expect.poll(() => discord.gateway.resumes).toBe(1);
  expect(await echo('again')).toEqual(['again']);
});

test('close code 4000 is resumed', async () => {
  await loggedIn();
  discord.gateway.close(4000);
  await expect.poll(() => discord.gateway.resumes).toBe(1);
});

test('a session that may be resumed is, on the same line', async () => {
  await loggedIn();
  discord.gateway.invalidate(true);
  await expect.poll(() => discord.gateway.resumes).toBe(1);
  expect(await echo('still here')).toEqual(['still here']);
});

test('a session that is over is begun anew', async () => {
  const atOnce = { waitForIdentify: async () => {} };
  await loggedIn({ ws: { buildIdentifyThrottler: async () => atOnce } });
  discord.gateway.invalidate(false);
  await expect.poll(() => discord.gateway.identifies.length, { timeout: 3_000 }).toBe(2);
  await discord.gateway.ready();
  expect(await echo('anew')).toEqual(['anew']);
  expect(discord.gateway.resumes).toBe(0);
});

test('heartbeats are acknowledged, and a dead line is found and resumed', async () => {
  await restart({ heartbeatInterval: 60 });
  const client = await loggedIn();
  await expect.poll(() => discord.gateway.heartbeats).toBeGreaterThan(1);
  await expect.poll(() => client.ws.ping).toBeGreaterThanOrEqual(0);
  discord.gateway.acknowledging = false;
  await expect.poll(() => discord.gateway.connected).toBe(false);
  discord.gateway.acknowledging = true;
  await expect.poll(() => discord.gateway.resumes, { timeout: 3_000 }).toBeGreaterThan(0);
});

test('a client that says goodbye has no session left', async () => {
  const client = await loggedIn();
  await client.destroy();
  await expect.poll(() => discord.gateway.connected).toBe(false);
  await expect(echo('anyone?')).rejects.toThrow('No bot is logged in');
});

test('a wrong token is refused with 401', async () => {
  await expect(newClient().login('not.the.token')).rejects.toThrow(/token/i);
  expect(discord.rejections[0]?.refusal.status).toBe(401);
});

test.each([
  { intents: 1 << 15, code: 4014, why: 'a privileged intent' },
  { intents: 1 << 30, code: 4013, why: 'an intent that does not exist' },
])('$why is refused with close code $code', async ({ intents, code }) => {
  const client = newClient({ intents });
  const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, resolve));
  await expect(client.login(discord.token)).rejects.toThrow(/intents/i);
  expect(await closed).toMatchObject({ code });
});

test('whoever identifies can be turned away with any code', async () => {
  discord.gateway.refuseWith = 4004;
  await expect(newClient().login(discord.token)).rejects.toThrow('Authentication failed');
});

test('the answers about the bot satisfy Discord’s own schemas', async () => {
  const client = await loggedIn();
  const get = (path: Parameters<REST['get']>[0]) => client.rest.get(path);
  expect(schemaProblems(GatewayBotResponseSchema, await get('/gateway/bot'))).toEqual([]);
  expect(schemaProblems(UserPIIResponseSchema, await get('/users/@me'))).toEqual([]);
  expect(schemaProblems(PrivateApplicationResponseSchema, await get('/applications/@me'))).toEqual([]);
  await expect(get('/guilds/1')).rejects.toMatchObject({ status: 404 });
});
