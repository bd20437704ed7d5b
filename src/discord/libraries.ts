// The libraries of servers and people, as the bot uses them.
import { edit } from '../../commands/edit.ts';
import { moderationCommands } from '../../commands/index.ts';
import type { Config } from '../config.ts';
import { deskOnDemand } from '../desk/on-demand.ts';
import { articlesIn } from '../desk/stored-articles.ts';
import { type Holdings, type Lookup, scopedLibraries } from '../scope/libraries.ts';
import type { Scopes } from '../scope/scope.ts';
import type { Library } from '../search/search.ts';
import { openStore } from '../store/open-store.ts';
import type { Moderation } from './interactions/answer-editing.ts';
import type { Log } from './log.ts';

/** How often it is looked for what has ended: drafts that nobody decided on are deleted an hour late at the most. */
const EXPIRE_EVERY_MS = 60 * 60 * 1000;

/** Told of how libraries are come by; what it does not want is left out. */
export interface LibraryObserver {
  readonly lookedUp?: (how: Lookup) => void;
  /** A statement went to a PostgreSQL server. */
  readonly roundTrip?: () => void;
}

/** What servers and people have beside the house's articles, and what moderators do with it. */
export interface Libraries {
  readonly scopes: Scopes;
  readonly moderation: Moderation;
  /** What of them is in memory. */
  readonly holdings: () => Holdings;
  /** Deletes what has ended, from now on: for when the bot answers. */
  keepTidy(): void;
  /** Lets go of the database. */
  close(): Promise<void>;
}

/** The libraries of all scopes. The database is opened when something is first asked of it; where it is away, asking the house goes on. */
export function openLibraries(
  config: Config,
  api: string,
  house: () => Library,
  log: Log,
  { lookedUp, roundTrip }: LibraryObserver = {},
): Libraries {
  const { limits, retentionDays, libraries: where, libraryBytes } = config;
  const store = openStore(where, { limits, retentionDays, roundTrip });
  const { stop, holdings, ...scopes } = scopedLibraries({
    house,
    articles: articlesIn(store),
    ...(libraryBytes !== undefined && { bytes: libraryBytes }),
    unreadable: (error) => log.error({ err: error }, 'A library could not be read'),
    ...(lookedUp && { lookedUp }),
  });
  // Files come from where a stand-in for Discord is; Discord's own are on the internet.
  const ownHost = isDiscords(api) ? undefined : new URL(api).host;
  let expiring: Promise<unknown> = Promise.resolve();
  let tidying: NodeJS.Timeout | undefined;
  const expire = () => {
    expiring = store.expire().catch((error: unknown) => {
      log.error({ err: error }, 'What has ended in the libraries could not be deleted');
    });
  };
  return {
    scopes,
    holdings,
    moderation: {
      commands: moderationCommands,
      edit,
      desk: deskOnDemand(async () => {
        const [{ makeDesk }, { webSources }, { draftApart }] = await Promise.all([
          import('../desk/make-desk.ts'),
          import('../desk/sources.ts'),
          import('../desk/apart.ts'),
        ]);
        return makeDesk({ store, sources: webSources(ownHost), draft: draftApart });
      }),
    },
    keepTidy() {
      expire();
      tidying = setInterval(expire, EXPIRE_EVERY_MS).unref();
    },
    async close() {
      stop();
      clearInterval(tidying);
      await expiring;
      await store.close();
    },
  };
}

const isDiscords = (api: string) => /(?:^|\.)discord(?:app)?\.com$/.test(new URL(api).hostname);
