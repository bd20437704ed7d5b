// All that answers, whatever brings the interactions: articles, libraries, commands, the way back to Discord.
import { createHash } from 'node:crypto';
import { commands } from '../../commands/index.ts';
import { press } from '../../commands/press.ts';
import type { Config, EndpointConfig, ReaderSettings } from '../config.ts';
import { countSentences } from '../corpus/article.ts';
import { remarksOn } from '../corpus/corpus-error.ts';
import { type CorpusFolder, openCorpus } from '../corpus/corpus-folder.ts';
import { keepInStep, type LiveLibrary } from '../live/live-library.ts';
import { sayChanges, sayDeaf, sayFailure, sayRemarks } from '../live/sentences.ts';
import { createLibrary, type Library, type PassageReader } from '../search/search.ts';
import type { Bot } from './interactions/bot.ts';
import { makeCooldown } from './interactions/cooldown.ts';
import { makeTurns } from './interactions/turns.ts';
import { type Libraries, type LibraryObserver, openLibraries } from './libraries.ts';
import { type Log, makeLog } from './log.ts';
import { compareCommands } from './registration/compare.ts';
import { scopeOf } from './registration/registry.ts';
import { surviveFaults } from './surviving.ts';
import { apiOf } from './transport/api.ts';
import { makeClock } from './transport/clock.ts';
import { makeRest } from './transport/rest.ts';

/** What answers, and what it needs. */
export interface Prepared {
  readonly bot: Bot;
  readonly libraries: Libraries;
  /** With the bot's token, where there is one. */
  readonly rest: ReturnType<typeof makeRest>;
  readonly clock: ReturnType<typeof makeClock>;
  readonly log: Log;
  /** Ends the process with 1, since it cannot go on. */
  readonly fail: (sentence: string, error?: unknown) => void;
  /** What is held now, for the log. */
  readonly holdings: () => ReturnType<typeof holdingsOf>;
  /** Logs a line where the commands of this application are registered otherwise. */
  compare(applicationId: string): void;
}

/**
 * Loads the articles of a folder and makes all ready to answer; the process outlasts faults from then on. Throws a `CorpusError` for a bad
 * article.
 */
export async function prepare(
  folder: string,
  config: Config & Pick<EndpointConfig, 'token'>,
  observer: LibraryObserver = {},
): Promise<Prepared> {
  const log = makeLog(config.logLevel);
  const house = config.hidesHouse ? undefined : await openCorpus(folder);
  for (const remark of remarksOn(house?.articles ?? [])) log.warn(remark);
  // Before anybody can ask: whoever asks or types first is answered at once.
  const reader = config.reader && (await readerFor(config.reader, log));
  const first = createLibrary(house?.articles ?? [], undefined, reader);
  first.suggest('');
  await first.ask('warm up');
  const fail = (sentence: string, error?: unknown) => {
    log.fatal({ ...(error !== undefined && { err: error }) }, sentence);
    process.exit(1);
  };
  surviveFaults(log, fail);
  const current = house ? watching(house, first, log).current : () => first;
  const clock = makeClock();
  const api = await apiOf(config);
  const rest = makeRest(api, clock.saw);
  if (config.token !== undefined) rest.setToken(config.token);
  const libraries = openLibraries(config, api, current, log, observer);
  return {
    bot: {
      scopes: libraries.scopes,
      moderation: libraries.moderation,
      commands,
      press,
      cooldown: makeCooldown(config.cooldown),
      turn: makeTurns(),
      log,
    },
    libraries,
    rest,
    clock,
    log,
    fail,
    holdings: () => holdingsOf(current()),
    compare(applicationId) {
      compareCommands(rest, scopeOf(config, applicationId), log).catch((error: unknown) => {
        log.warn({ err: error }, 'The registered commands could not be compared');
      });
    },
  };
}

/** How often it is logged how many answers went out without the reader, where any did. */
const COUNT_MS = 60_000;

/** The model of the operator's choice; undefined, with a line that says why, where it cannot be used: the bot goes on without. */
async function readerFor({ folder, budgetMs }: ReaderSettings, log: Log): Promise<PassageReader | undefined> {
  const { openReader } = await import('../reader/reader.ts');
  const off = (why: string) => log.error({ why }, 'The reader is switched off. Answers go out without it');
  const opened = await openReader({ folder, budgetMs, off });
  if ('problem' in opened) {
    log.error(opened.problem);
    return undefined;
  }
  const reader = opened.value;
  const { kind, most, longest, batchMs, memory } = reader.opened;
  log.info(
    {
      passages: most,
      tokens: longest,
      batchMs: Math.round(batchMs),
      megabytes: Math.round(memory / 2 ** 20),
      fitted: reader.isFitted,
    },
    `The ${kind} ${reader.name} reads the best passages before they are judged`,
  );
  let told = 0;
  setInterval(() => {
    const { late, failed } = reader.counts();
    if (late + failed === told) return;
    told = late + failed;
    log.warn(reader.counts(), 'Answers went out without the reader');
  }, COUNT_MS).unref();
  return reader;
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
