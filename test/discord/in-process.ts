import { Writable } from 'node:stream';
import { pino } from 'pino';
import { edit } from '../../commands/edit.ts';
import { commands, moderationCommands } from '../../commands/index.ts';
import { press } from '../../commands/press.ts';
import type { Loopback } from '../../loopback/loopback.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { draft } from '../../src/desk/drafting.ts';
import { makeDesk } from '../../src/desk/make-desk.ts';
import { webSources } from '../../src/desk/sources.ts';
import { articlesIn } from '../../src/desk/stored-articles.ts';
import { interactionsRoute } from '../../src/discord/endpoint/endpoint.ts';
import { publicKeyOf } from '../../src/discord/endpoint/signature.ts';
import { Refused } from '../../src/discord/failures.ts';
import type { Bot } from '../../src/discord/interactions/bot.ts';
import { makeCooldown } from '../../src/discord/interactions/cooldown.ts';
import type { Interaction } from '../../src/discord/interactions/interaction.ts';
import { makeReceiver, type Receiver } from '../../src/discord/interactions/receive.ts';
import type { Carrier, SentFile } from '../../src/discord/interactions/responder.ts';
import { makeTurns } from '../../src/discord/interactions/turns.ts';
import { type Log, serializers } from '../../src/discord/log.ts';
import { MULTIPART, multipartOf } from '../../src/discord/transport/multipart.ts';
import { listen } from '../../src/http/server.ts';
import { scopedLibraries } from '../../src/scope/libraries.ts';
import { everything } from '../../src/scope/scope.ts';
import { createLibrary, type Library } from '../../src/search/search.ts';
import type { Store } from '../../src/store/store.ts';
import { isOverHttp } from './bot-process.ts';

/** What answers in this process, without a gateway: interactions come as JSON, and go as JSON. */
export interface InProcess {
  /** Everything logged so far. */
  output(): string;
  /** How many answers are not sent yet. */
  underway(): number;
  /** Answers whatever comes from now on from another library. */
  hold(library: Library): void;
  /** Waits until every answer is sent. */
  settled(): Promise<void>;
  /** The same, and takes no more. */
  stop(): Promise<void>;
}

export interface InProcessOptions {
  /** The folder of the articles; `corpus` unless told. */
  readonly corpus?: string;
  /** How many commands each reader may send in a minute; 1,000 where it is left out. */
  readonly commands?: number;
  /** A database whose libraries are seen and worked on; drafts are made in this thread. */
  readonly store?: Store;
  /** How many milliseconds each turn is late. */
  readonly delayMs?: number;
}

/** Answers the readers of `discord` in this process, as the bot would in its own. */
export async function answerInProcess(discord: Loopback, options: InProcessOptions = {}): Promise<InProcess> {
  const { corpus = 'corpus', commands: most = 1000, delayMs = 0, store } = options;
  const turn = makeTurns();
  let output = '';
  const lines = new Writable({
    write(chunk, _, done) {
      output += chunk;
      done();
    },
  });
  let library = createLibrary(await readCorpus(corpus));
  // As the bot does before it logs in: the first question reads the word lists.
  await library.ask('warm up');
  const log = pino({ level: 'debug', serializers }, lines);
  const bot: Bot = {
    scopes: store
      ? scopedLibraries({
          house: () => library,
          articles: articlesIn(store),
          unreadable: (error) => log.error({ err: error }, 'A library could not be read'),
        })
      : everything(() => library),
    ...(store && {
      moderation: {
        commands: moderationCommands,
        edit,
        desk: makeDesk({ store, sources: webSources(new URL(discord.url).host), draft }),
      },
    }),
    commands,
    press,
    cooldown: makeCooldown({ commands: most, seconds: 60 }),
    turn: async (waiting) => {
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      return turn(waiting);
    },
    log,
  };
  const receiver = makeReceiver(bot, (interaction) => carrierFor(interaction, discord));
  const { underway } = receiver;
  const leave = await (isOverHttp() ? takeOverHttp : takeFromGateway)(receiver, discord, log);
  return {
    output: () => output,
    underway: () => underway.size,
    hold(next) {
      library = next;
    },
    async settled() {
      await Promise.all(underway);
    },
    async stop() {
      await leave();
      await Promise.all(underway);
    },
  };
}

async function takeFromGateway({ receive }: Receiver, discord: Loopback): Promise<() => Promise<void>> {
  discord.gateway.attach((event, data) => {
    if (event === 'INTERACTION_CREATE') receive(data);
  });
  return async () => discord.gateway.attach(undefined);
}

async function takeOverHttp(receiver: Receiver, discord: Loopback, log: Log): Promise<() => Promise<void>> {
  const route = interactionsRoute({
    key: publicKeyOf(discord.endpoint.publicKey),
    receiver,
    carrierFor: (interaction) => carrierFor(interaction, discord),
    metrics: { responded() {}, refused() {} },
    log,
  });
  const server = await listen({
    port: 0,
    host: '127.0.0.1',
    routes: [route],
    lingerMs: 0,
    failed: (error) => log.error({ err: error }, 'A request could not be answered'),
  });
  await discord.endpoint.deliverTo(`http://127.0.0.1:${server.port}/interactions`);
  return async () => {
    await discord.endpoint.deliverTo(undefined);
    await server.stop();
  };
}

/** Takes each body to Discord once. */
function carrierFor({ id, token, applicationId }: Interaction, discord: Loopback): Carrier {
  const send = async (method: string, path: string, body?: unknown, files: readonly SentFile[] = []) => {
    const named = files.map(({ name, bytes }) => ({ name, data: bytes }));
    const response = await fetch(`${discord.url}/v10${path}`, {
      method,
      headers: { 'content-type': files.length > 0 ? MULTIPART : 'application/json' },
      ...(body !== undefined && {
        body: files.length > 0 ? new Uint8Array(multipartOf(body, named)) : JSON.stringify(body),
      }),
    });
    if (response.ok) return;
    const { code, message } = (await response.json()) as { code: number; message: string };
    throw new Refused(message, method, response.status, code);
  };
  const webhook = `/webhooks/${applicationId ?? discord.applicationId}/${token}`;
  return {
    respond: (body) => send('POST', `/interactions/${id}/${token}/callback?with_response=false`, body),
    edit: (body, files = []) => send('PATCH', `${webhook}/messages/@original`, body, files),
    followUp: (body) => send('POST', webhook, body),
    remove: () => send('DELETE', `${webhook}/messages/@original`),
  };
}
