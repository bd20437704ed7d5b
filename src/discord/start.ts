import { createHash } from 'node:crypto';
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import { commands } from '../../commands/index.ts';
import { press } from '../../commands/press.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { readCorpus } from '../corpus/read.ts';
import { createLibrary } from '../search/create.ts';
import type { Library } from '../search/library.ts';
import { apiOf } from './api.ts';
import { makeClient } from './client.ts';
import { makeCooldown } from './cooldown.ts';
import { definitionsOf } from './definitions.ts';
import { differencesOf } from './difference.ts';
import { dispatch } from './dispatch.ts';
import { followGateway, TOKEN_REFUSED } from './gateway.ts';
import { type Log, makeLog } from './log.ts';
import { registeredCommands, scopeOf } from './registry.ts';
import { makeTurns } from './turns.ts';

/** How long answers under way may take after the signal to end: what is not answered by then is over anyway. */
const FAREWELL_MS = 2500;

/**
 * Loads the articles of a folder, logs in and answers until the process is told to end. Returns the exit status;
 * ends the process with 1 by itself where it cannot go on later. Throws a `CorpusError` for a bad article.
 */
export async function startBot(folder: string): Promise<number> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
  // Before the login: whoever asks or types first is answered at once.
  const library = createLibrary(await readCorpus(folder));
  library.suggest('');
  await library.ask('warm up');
  await run({ ...config, apiUrl: await apiOf(config) }, library, makeLog(config.logLevel));
  return 0;
}

async function run(config: Config, library: Library, log: Log): Promise<void> {
  const fail = (sentence: string, error?: unknown) => {
    log.fatal({ err: error }, sentence);
    process.exit(1);
  };
  process.on('uncaughtException', (error) => fail('Something went wrong that nothing caught', error));
  process.on('unhandledRejection', (error) => fail('A promise failed that nothing caught', error));

  const client = makeClient(config);
  const bot = { library, commands, press, cooldown: makeCooldown(config.cooldown), turn: makeTurns(), log };
  const underway = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const answered = dispatch(interaction, bot).finally(() => underway.delete(answered));
    underway.add(answered);
  });
  client.once(Events.ClientReady, (ready) => {
    log.info(holdingsOf(library), `Ready as ${ready.user.username}`);
    compareCommands(ready, config, log).catch((error: unknown) => {
      log.warn({ err: error }, 'The registered commands could not be compared');
    });
  });
  followGateway(client, log, fail);
  endOnSignal(client, underway, log);
  try {
    await client.login(config.token);
  } catch (error) {
    const isToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    if (isToken) fail(TOKEN_REFUSED);
    else fail('The login failed. Check the connection, and DISCORD_API_URL if it is set', error);
  }
}

/** What is held, for the log: how much, and which revision (of several articles, the sha256 of all revisions). */
function holdingsOf({ articles }: Library) {
  const [only, another] = articles;
  const revision =
    only && !another
      ? only.revision
      : createHash('sha256')
          .update(articles.map(({ revision }) => revision).join())
          .digest('hex');
  return {
    articles: articles.length,
    sentences: articles.reduce((sum, { sentences }) => sum + sentences.length, 0),
    revision: revision.slice(0, 8),
  };
}

async function compareCommands(client: Client<true>, config: Config, log: Log): Promise<void> {
  const scope = scopeOf(config, client.application.id);
  const registered = await registeredCommands(client.rest, scope);
  const wanted = definitionsOf(commands, scope.kind);
  if (differencesOf(registered, wanted, scope.kind === 'global').length > 0) {
    log.warn('The registered commands are not those of this version: run `npm run register`');
  }
}

/** Lets answers under way finish, leaves the gateway and ends. A second signal ends at once. */
function endOnSignal(client: Client, underway: ReadonlySet<Promise<void>>, log: Log): void {
  let isEnding = false;
  const end = async (signal: NodeJS.Signals) => {
    if (isEnding) process.exit(0);
    isEnding = true;
    log.info(`Leaving after ${signal}`);
    await Promise.race([
      Promise.allSettled(underway),
      new Promise((resolve) => setTimeout(resolve, FAREWELL_MS)),
    ]);
    // Leaving is no disconnection to tell of.
    client.removeAllListeners();
    await client.destroy();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
