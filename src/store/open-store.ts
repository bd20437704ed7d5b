// Opens the store.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beginAddition, endAddition } from './additions.ts';
import { teach, unteach } from './answers.ts';
import type { Database } from './database.ts';
import { discard, publish, readDraft, saveDraft } from './drafts.ts';
import { migrate } from './migrations.ts';
import { libraryIn, versionsIn } from './reading.ts';
import type { Ground } from './scope-row.ts';
import {
  isRefusal,
  isScopeKey,
  type Limits,
  type ScopeKey,
  type Store,
  type StoredLibrary,
  StoreUnavailable,
} from './store.ts';
import { block, DAY_MS, expire, forget, list, remove, saveSplit, touch } from './upkeep.ts';

/** Where the database is: the folder of a SQLite file, or the address of a PostgreSQL database, which goes before. */
export interface Whereabouts {
  readonly folder: string;
  readonly url?: string | undefined;
}

const FILE_NAME = 'verbatim.db';

/** The SQLite file in a folder. */
export function fileIn(folder: string): string {
  return join(folder, FILE_NAME);
}

export interface StoreOptions {
  readonly limits: Limits;
  /** After how many days without use `expire` deletes a scope; never where it is left out. */
  readonly retentionDays?: number | undefined;
  /** Milliseconds since 1970; the system's clock where it is left out. */
  readonly now?: () => number;
  /** Called for each statement that goes to a PostgreSQL server, those that begin and end a transaction among them. */
  readonly roundTrip?: (() => void) | undefined;
}

/** The database of that place, as it is: without a look at its schema. */
export async function openDatabase({ folder, url }: Whereabouts, roundTrip?: () => void): Promise<Database> {
  if (url !== undefined) return (await import('./postgres.ts')).openPostgres(url, roundTrip);
  return (await import('./sqlite.ts')).openSqlite(fileIn(folder));
}

/** What is stored of a scope where nothing is. */
const NOTHING: StoredLibrary = { version: 0, isBlocked: false, articles: [], answers: [] };

/** Scopes that are known to be touched today; beyond, each is asked again. About 1 MB. */
const MOST_TOUCHED = 10_000;

/**
 * The store of that place. The database is opened and brought to its schema when something is first asked of it, and where that fails again at
 * the next time.
 */
export function openStore(where: Whereabouts, options: StoreOptions): Store {
  const { limits, retentionDays, now = Date.now, roundTrip } = options;
  const listeners = new Set<(scope: ScopeKey | undefined) => void>();
  const touched = new Map<ScopeKey, number>();
  let opened: Promise<Ground> | undefined;
  let stopListening: (() => void) | undefined;
  let isClosed = false;

  const tell = (scope: string | undefined) => {
    for (const listener of listeners) listener(scope as ScopeKey | undefined);
  };
  const ground = async (): Promise<Ground> => {
    if (isClosed) throw new StoreUnavailable('away', 'The database was closed, since the program ends.');
    opened ??= openGround(where, now, roundTrip).catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const listen = async () => {
    const { database } = await ground();
    if (listeners.size > 0 && !isClosed) stopListening ??= database.listen(tell);
  };
  /** The ground for what concerns one scope. */
  const at = (scope: ScopeKey): Promise<Ground> => {
    if (!isScopeKey(scope)) throw new RangeError(`${JSON.stringify(scope)} is no key of a scope`);
    if (listeners.size > 0 && !stopListening) void listen().catch(() => {});
    return ground();
  };
  /** Others hear of it through the database. */
  const telling = async <T>(
    scope: ScopeKey,
    isChange: (done: T) => boolean,
    work: Promise<T>,
  ): Promise<T> => {
    const done = await work;
    if (isChange(done)) tell(scope);
    return done;
  };

  /** What is read; nothing where no file can be made and there never was one, as where a container may write nothing. */
  const orNothing = async <T>(nothing: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const isNever = where.url === undefined && opened === undefined && !existsSync(fileIn(where.folder));
      if (error instanceof StoreUnavailable && isNever && !isClosed) return nothing;
      throw error;
    }
  };

  return {
    read: (scope) =>
      orNothing(NOTHING, async () => (await at(scope)).database.read((query) => libraryIn(query, scope))),
    versions: (scopes) =>
      orNothing(new Map(), async () => (await ground()).database.read((query) => versionsIn(query, scopes))),
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopListening?.();
        stopListening = undefined;
      };
    },
    async touch(scope) {
      const since = touched.get(scope);
      if (since !== undefined && now() - since < DAY_MS) return;
      await touch(await at(scope), scope);
      if (touched.size >= MOST_TOUCHED) touched.clear();
      touched.set(scope, now());
    },

    beginAddition: async (scope) => beginAddition(await at(scope), limits, scope),
    endAddition: async (scope, addition) => endAddition(await at(scope), scope, addition),
    saveDraft: async (scope, draft) => saveDraft(await at(scope), limits, scope, draft),
    draft: async (scope, id) => readDraft(await at(scope), scope, id),
    publish: async (scope, id) =>
      telling(
        scope,
        (done) => 'published' in done && !done.isRepeated,
        publish(await at(scope), limits, scope, id),
      ),
    discard: async (scope, id) => discard(await at(scope), scope, id),

    remove: async (scope, key) => telling(scope, Boolean, remove(await at(scope), scope, key)),
    saveSplit: async (scope, key, digest, split) => saveSplit(await at(scope), scope, key, digest, split),
    teach: async (scope, answer) =>
      telling(scope, (done) => !isRefusal(done), teach(await at(scope), limits, scope, answer)),
    unteach: async (scope, key) => telling(scope, Boolean, unteach(await at(scope), scope, key)),

    async forget(scope) {
      const forgotten = await telling(scope, () => true, forget(await at(scope), scope));
      touched.delete(scope);
      return forgotten;
    },
    block: async (scope, isBlocked) => telling(scope, () => true, block(await at(scope), scope, isBlocked)),
    list: async () => list(await ground()),
    async expire() {
      const expired = await expire(await ground(), retentionDays);
      for (const scope of expired.scopes) tell(scope);
      return expired;
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      stopListening?.();
      const open = await opened?.catch(() => undefined);
      await open?.database.close();
    },
  };
}

/** The database of that place, at its schema. */
export async function openGround(
  where: Whereabouts,
  now: () => number = Date.now,
  roundTrip?: () => void,
): Promise<Ground> {
  const database = await openDatabase(where, roundTrip);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, now };
}
