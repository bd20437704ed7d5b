import { edit } from '../../commands/edit.ts';
import { moderationCommands } from '../../commands/index.ts';
import type { Config } from '../config.ts';
import { deskOnDemand } from '../desk/on-demand.ts';
import { articlesIn } from '../desk/stored-articles.ts';
import { scopedLibraries } from '../scope/libraries.ts';
import type { Scopes } from '../scope/scope.ts';
import type { Library } from '../search/search.ts';
import { openStore } from '../store/open-store.ts';
import type { Moderation } from './interactions/answer-editing.ts';
import type { Log } from './log.ts';

/** How often it is looked for what has ended: drafts that nobody decided on are deleted an hour late at the most. */
const EXPIRE_EVERY_MS = 60 * 60 * 1000;

/** What servers and people have beside the house's articles, and what moderators do with it. */
export interface Libraries {
  readonly scopes: Scopes;
  readonly moderation: Moderation;
  /** Deletes what has ended, from now on: for when the bot is logged in. */
  keepTidy(): void;
  /** Lets go of the database. */
  close(): Promise<void>;
}

/** The libraries of all scopes. The database is opened when something is first asked of it; where it is away, asking the house goes on. */
export function openLibraries(config: Config, api: string, house: () => Library, log: Log): Libraries {
  const { limits, retentionDays, libraries: where, libraryBytes } = config;
  const store = openStore(where, { limits, ...(retentionDays !== undefined && { retentionDays }) });
  const { stop, ...scopes } = scopedLibraries({
    house,
    articles: articlesIn(store),
    ...(libraryBytes !== undefined && { bytes: libraryBytes }),
    unreadable: (error) => log.error({ err: error }, 'A library could not be read'),
  });
  // Files come from where a stand-in for Discord is; Discord's own are on the internet.
  const ownHost = isDiscords(api) ? undefined : new URL(api).host;
  const expire = () =>
    store.expire().catch((error: unknown) => {
      log.error({ err: error }, 'What has ended in the libraries could not be deleted');
    });
  return {
    scopes,
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
      void expire();
      setInterval(expire, EXPIRE_EVERY_MS).unref();
    },
    async close() {
      stop();
      await store.close();
    },
  };
}

const isDiscords = (api: string) => /(?:^|\.)discord(?:app)?\.com$/.test(new URL(api).hostname);
