import { createHash } from 'node:crypto';
import { commands } from '../../commands/index.ts';
import { press } from '../../commands/press.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { countSentences } from '../corpus/article.ts';
import { remarksOn } from '../corpus/corpus-error.ts';
import { type CorpusFolder, openCorpus } from '../corpus/corpus-folder.ts';
import { keepInStep, type LiveLibrary } from '../live/live-library.ts';
import { sayChanges, sayDeaf, sayFailure, sayRemarks } from '../live/sentences.ts';
import { createLibrary, type Library } from '../search/search.ts';
import { makeCooldown } from './interactions/cooldown.ts';
import { makeReceiver } from './interactions/receive.ts';
import { makeTurns } from './interactions/turns.ts';
import { endOnSignal } from './leaving.ts';
import { openLibraries } from './libraries.ts';
import { type Log, makeLog } from './log.ts';
import { compareCommands } from './registration/compare.ts';
import { scopeOf } from './registration/registry.ts';
import { surviveFaults } from './surviving.ts';
import { apiOf } from './transport/api.ts';
import { carrierFor } from './transport/carrier.ts';
import { makeClock } from './transport/clock.ts';
import { loginFailure, makeGateway, type Self } from './transport/gateway.ts';
import { makeRest } from './transport/rest.ts';

/**
 * Loads the articles of a folder, logs in and answers until the process is told to end. Returns the exit status where
 * that is known at once; ends the process by itself with 1 where it cannot go on: a token or a connection that Discord
 * refuses, no way to Discord at the login, no memory left. Throws a `CorpusError` for a bad article.
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
  const log = makeLog(config.logLevel);
  const house = config.hidesHouse ? undefined : await openCorpus(folder);
  for (const remark of remarksOn(house?.articles ?? [])) log.warn(remark);
  // Before the login: whoever asks or types first is answered at once.
  const library = createLibrary(house?.articles ?? []);
  library.suggest('');
  await library.ask('warm up');
  await run(config, house, library, log);
  return 0;
}

/** @param house The articles that are seen everywhere; undefined where none are. */
async function run(config: Config, house: CorpusFolder | undefined, first: Library, log: Log): Promise<void> {
  const fail = (sentence: string, error?: unknown) => {
    log.fatal({ ...(error !== undefined && { err: error }) }, sentence);
    process.exit(1);
  };
  surviveFaults(log, fail);
  const current = house ? watching(house, first, log).current : () => first;
  const clock = makeClock();
  const api = await apiOf(config);
  const rest = makeRest(api, clock.saw).setToken(config.token);
  const libraries = openLibraries(config, api, current, log);
  const bot = {
    scopes: libraries.scopes,
    moderation: libraries.moderation,
    commands,
    press,
    cooldown: makeCooldown(config.cooldown),
    turn: makeTurns(),
    log,
  };
  let self: Self | undefined;
  const { receive, underway } = makeReceiver(bot, (interaction) =>
    carrierFor(interaction, self?.applicationId ?? '', rest, log),
  );
  const onEvent = (name: string, data: unknown, ageMs: number) => {
    if (name === 'INTERACTION_CREATE') receive(data, ageMs);
  };
  const gateway = makeGateway({
    token: config.token,
    rest,
    log,
    fail,
    onEvent,
    ageOf: clock.ageOf,
  });
  endOnSignal(gateway, underway, log, libraries.close);
  try {
    self = await gateway.enter();
  } catch (error) {
    return fail(loginFailure(error), error);
  }
  log.info(holdingsOf(current()), `Ready as ${self.username}`);
  libraries.keepTidy();
  compareCommands(rest, scopeOf(config, self.applicationId), log).catch((error: unknown) => {
    log.warn({ err: error }, 'The registered commands could not be compared');
  });
}

/** Keeps the library in step with the folder, and logs what changed there and what is wrong. */
function watching(corpus: CorpusFolder, first: Library, log: Log): LiveLibrary {
  return keepInStep(corpus, first, {
    changed(changes, library) {
      for (const line of sayChanges(changes)) log.info(holdingsOf(library), line);
      for (const remark of sayRemarks(changes)) log.warn(remark);
    },
    wrong(failure) {
      for (const line of sayFailure(failure)) log.warn(line);
    },
    deaf: (code) => log.warn(sayDeaf(code)),
    failed: (error) =>
      log.error({ err: error }, 'The articles could not be read again. All answer as they were'),
  });
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
    sentences: countSentences(articles),
    revision: revision.slice(0, 8),
  };
}
