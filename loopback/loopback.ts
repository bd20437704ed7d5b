// Starts a Discord on this machine, and acts for its readers.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAnswers } from './answers.ts';
import { createAttachments } from './attachments.ts';
import { createCommands } from './commands.ts';
import { createEndpoint, type Endpoint } from './endpoint.ts';
import { createGateway, type Gateway } from './gateway.ts';
import type { Interaction, World } from './interaction.ts';
import { createMessages } from './messages.ts';
import { createPeople, snowflake } from './people.ts';
import { createReaders, type Readers } from './readers.ts';
import { REFUSALS, type Refusal } from './refusal.ts';
import { type Exchanged, type Rejection, type Request, restListener } from './rest.ts';
import { routesOf } from './routes.ts';
import type { Message, RegisteredCommand } from './wire.ts';

export type { By, MessageChoice, Press, Slash, Typing } from './readers.ts';

/** A Discord of one's own: REST and gateway on 127.0.0.1, checking what a bot sends and acting for its readers. */
export interface Loopback extends Readers {
  /** For `DISCORD_API_URL`, or the `rest.api` option of discord.js. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly gateway: Gateway;
  /** Interactions as signed requests, in the place of the gateway. */
  readonly endpoint: Endpoint;
  readonly requests: readonly Exchanged[];
  /** What was answered with an error, and why. Empty after a faultless run. */
  readonly rejections: readonly Rejection[];
  /** Registered commands, with localizations. */
  commands(scope: 'global' | 'guild'): readonly RegisteredCommand[];
  /** The message as it stands now. */
  message(id: string): Message | undefined;
  messages(): readonly Message[];
  /** Refuses the next `times` requests whose `METHOD /path` matches, such as `/callback$/`. */
  refuse(matching: RegExp, refusal: Refusal, times?: number): void;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  /** Milliseconds a bot has for its first response; Discord's are 3,000. */
  readonly replyWithin?: number;
  /** Milliseconds until a deferred answer must be complete; Discord would wait 15 minutes. */
  readonly finishWithin?: number;
  /** Milliseconds for which an answered interaction takes edits and follow-ups; Discord's are 15 minutes. */
  readonly tokenLasts?: number;
  /** Milliseconds between heartbeats. */
  readonly heartbeatInterval?: number;
}

/**
 * Starts a Discord for one bot with one shard. It knows what a bot of slash commands needs.
 *
 * @example
 * const discord = await startLoopback();
 * const client = new Client({ intents: [], rest: { api: discord.url } });
 * await client.login(discord.token);
 * const { message } = await discord.slash({ name: 'ask', options: { question: 'Who?' }, user: 'Ada', locale: 'zh-CN' });
 * await discord.button(message, 'Context', { user: 'Bob' });
 * expect(discord.rejections).toEqual([]);
 */
export async function startLoopback({
  replyWithin = 3_000,
  finishWithin = 10_000,
  tokenLasts = 15 * 60_000,
  heartbeatInterval = 41_250,
}: LoopbackOptions = {}): Promise<Loopback> {
  const people = createPeople();
  const applicationId = people.bot.id;
  const token = `${Buffer.from(applicationId).toString('base64url')}.Loopback.${'x'.repeat(27)}`;
  const world: World = {
    applicationId,
    guildId: snowflake(),
    guildLocale: 'en-US',
    channelIds: { guild: snowflake(), dm: snowflake(), group: snowflake() },
  };
  const messages = createMessages();
  const answers = createAnswers({
    bot: people.bot,
    applicationId,
    messages,
    replyWithin,
    finishWithin,
    tokenLasts,
  });
  const globalCommands = createCommands(applicationId);
  const guildCommands = createCommands(applicationId, world.guildId);
  const requests: Exchanged[] = [];
  const rejections: Rejection[] = [];
  const orders: { matching: RegExp; refusal: Refusal; left: number }[] = [];

  const server = createServer();
  const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = createGateway(server, {
    token,
    bot: people.bot,
    applicationId,
    guildId: world.guildId,
    heartbeatInterval,
    address: () => `ws://${host()}`,
  });
  const endpoint = createEndpoint(applicationId);
  /** What is responded is taken as a callback is, and told in the same lists. */
  async function deliver(interaction: Interaction): Promise<void> {
    const { id, token: right } = interaction;
    const about = { method: 'POST', path: `/interactions/${id}/${right}/callback`, query: {}, headers: {} };
    const reject = (refusal: Refusal, body: unknown) => {
      rejections.push({ request: { ...about, body, at: Date.now() }, refusal });
      answers.unanswered(right);
    };
    try {
      const { status, body } = await endpoint.deliver(interaction, replyWithin);
      if (status !== 200) return reject({ ...REFUSALS.noInteractionResponse, status }, body);
      const result = answers.callback(id, right, body);
      if ('refused' in result) return reject(result.refused as Refusal, body);
      requests.push({ ...about, body, at: Date.now(), status: 204, answer: undefined });
    } catch (error) {
      reject({ ...REFUSALS.noInteractionResponse, message: String(error) }, undefined);
    }
  }
  const attachments = createAttachments(() => `http://${host()}`);
  const rest = restListener({
    token,
    routes: routesOf({
      bot: people.bot,
      owner: people.named('Owner'),
      applicationId,
      guildId: world.guildId,
      globalCommands,
      guildCommands,
      answers,
      gatewayUrl: () => `ws://${host()}`,
      identifies: () => gateway.identifies.length,
    }),
    refuseFirst: ({ method, path }: Request) => {
      const order = orders.find(({ matching, left }) => left > 0 && matching.test(`${method} ${path}`));
      if (order) order.left -= 1;
      return order?.refusal;
    },
    exchanged: (exchanged) => requests.push(exchanged),
    rejected: (rejection) => rejections.push(rejection),
  });
  server.on('request', (request, response) => {
    if (!attachments.serve(request, response)) void rest(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    ...createReaders({
      world,
      people,
      messages,
      answers,
      gateway,
      isOverHttp: () => endpoint.address !== undefined,
      deliver: (interaction) => void deliver(interaction),
      globalCommands,
      guildCommands,
      attachments,
    }),
    url: `http://${host()}/api`,
    token,
    applicationId,
    guildId: world.guildId,
    gateway,
    endpoint,
    requests,
    rejections,
    commands: (scope) => (scope === 'global' ? globalCommands : guildCommands).list(true),
    message: messages.get,
    messages: messages.all,
    refuse(matching, refusal, times = 1) {
      orders.push({ matching, refusal, left: times });
    },
    async close() {
      answers.stop();
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
