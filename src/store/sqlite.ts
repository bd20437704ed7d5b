import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Client, InArgs, ResultSet } from '@libsql/client/sqlite3';
import { visible } from '../corpus/characters.ts';
import type { Database, Heard, Query, Row, Value } from './database.ts';
import { oneByOne } from './queue.ts';
import { StoreUnavailable } from './store.ts';

/** How long a lock of another process is waited for, in milliseconds: one that publishes holds it for some, one that moves a library in for seconds. */
const PATIENCE_MS = 10_000;
/** Between two attempts, at the most. The driver would wait with the whole process, so it is not asked to. */
const LONGEST_PAUSE_MS = 40;
/** How often a listener looks whether another process committed anything, in milliseconds; a look takes some 20 µs. */
const LOOK_MS = 1000;

/**
 * A database in one SQLite file, made with its folder where it is missing, for its owner alone. Other processes may use it at the same time, on
 * this machine.
 * @throws StoreUnavailable with a sentence where it cannot be opened.
 */
export async function openSqlite(file: string): Promise<Database> {
  const path = resolve(file);
  const { createClient } = await import('@libsql/client/sqlite3');
  makeFolder(dirname(path));
  const connect = () => {
    try {
      return createClient({ url: pathToFileURL(path).href, concurrency: 1, timeout: 0 });
    } catch (error) {
      throw unavailable(error, path);
    }
  };
  // Who reads does not wait for who waits for a lock.
  const writer = connect();
  const reader = connect();
  const whileWriting = oneByOne();
  const whileReading = oneByOne();
  const patiently = <T>(work: () => Promise<T>) => untilUnlocked(work, path);
  await patiently(() => writer.execute('PRAGMA journal_mode = WAL'));
  const { ino } = statSync(path);

  return {
    read: (work) =>
      whileReading(async () => {
        const transaction = await patiently(() => reader.transaction('read'));
        try {
          const read = await work(queryOn(transaction, path));
          return read;
        } finally {
          transaction.close();
        }
      }),

    write: (work) =>
      whileWriting(async () => {
        refuseReplaced(path, ino);
        // What is deleted is overwritten, too. As a commit should last through a loss of power, it is synced, which is the default but a matter of how the driver was compiled.
        await writer.execute('PRAGMA secure_delete = ON');
        await writer.execute('PRAGMA synchronous = FULL');
        const transaction = await patiently(() => writer.transaction('write'));
        try {
          const done = await work(queryOn(transaction, path));
          await patiently(() => transaction.commit());
          return done;
        } finally {
          transaction.close();
        }
      }),

    async hasTable(query, name) {
      const rows = await query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [name]);
      return rows.length > 0;
    },
    // Whoever writes is alone.
    lockSchema: async () => {},
    // Others look.
    announce: async () => {},
    listen: (heard) => listenOn(writer, whileWriting, heard),
    async copyInto(target) {
      await whileReading(() => patiently(() => reader.execute('VACUUM INTO ?', [resolve(target)])));
    },
    async close() {
      await whileWriting(async () => writer.close());
      await whileReading(async () => reader.close());
    },
  };
}

/** Looks at a counter that changes with each commit of another connection (https://sqlite.org/pragma.html#pragma_data_version). */
function listenOn(writer: Client, whileWriting: ReturnType<typeof oneByOne>, heard: Heard): () => void {
  let known: unknown;
  const look = async () => {
    const { rows } = await whileWriting(() => writer.execute('PRAGMA data_version'));
    const version = rows[0]?.data_version;
    const isChanged = known !== undefined && version !== known;
    known = version;
    if (isChanged) heard(undefined);
  };
  // A look that fails is followed by another.
  const lookQuietly = () => void look().catch(() => {});
  lookQuietly();
  const timer = setInterval(lookQuietly, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function queryOn(
  on: { execute(statement: { sql: string; args: InArgs }): Promise<ResultSet> },
  path: string,
): Query {
  return async (sql, values = []) => {
    try {
      const { rows } = await on.execute({ sql, args: [...values] });
      return rows.map(plain);
    } catch (error) {
      throw unavailable(error, path);
    }
  };
}

function plain(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof ArrayBuffer ? new Uint8Array(value) : (value as Value),
    ]),
  );
}

async function untilUnlocked<T>(work: () => Promise<T>, path: string): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error) || Date.now() > end) throw unavailable(error, path);
      // Not all at the same time: who waits equally long collides again.
      await pause(1 + Math.random() * LONGEST_PAUSE_MS);
    }
  }
}

function isLocked(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_BUSY' || codeOf(error) === 'SQLITE_LOCKED';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Where the file was deleted or replaced while it was open, what is written would go with the old one when the process ends. */
function refuseReplaced(path: string, ino: number): void {
  if (existsSync(path) && statSync(path).ino === ino) return;
  throw new StoreUnavailable(
    'broken',
    `The database ${visible(path)} was deleted or replaced while it was in use. Restart the program.`,
  );
}

/** @throws StoreUnavailable where there cannot be such a folder, or nothing can be written in it. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = codeOf(error);
    const why = FOLDER_FAULTS[code] ?? `cannot be used (${code})`;
    throw new StoreUnavailable(
      code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'away',
      `The folder of the database, ${visible(folder)}, ${why}.`,
      error,
    );
  }
}

const FOLDER_FAULTS: Readonly<Record<string, string>> = {
  EACCES:
    'may not be written by whoever started the program. Change its permissions, or set DATA_DIR to another',
  EPERM:
    'may not be written by whoever started the program. Change its permissions, or set DATA_DIR to another',
  EROFS: 'is on a disk that may only be read. Set DATA_DIR to a folder on another',
  ENOSPC: 'cannot be made, since the disk is full. Make room on it',
  EDQUOT: 'cannot be made, since your share of the disk is used up. Make room on it',
  EEXIST: 'is a file. Set DATA_DIR to a folder',
  ENOTDIR: 'lies within a file. Set DATA_DIR to a folder',
};

/** The failure as the interface has it; what is no fault of the database as it is. */
function unavailable(error: unknown, path: string): unknown {
  if (error instanceof StoreUnavailable) return error;
  const code = codeOf(error);
  const isOpening = error instanceof Error && /^ConnectionFailed/.test(error.message);
  if (!code.startsWith('SQLITE_') && !isOpening) return error;
  const name = `The database ${visible(path)}`;
  const [reason, sentence] = FAULTS[code] ?? [
    'broken',
    `cannot be used (${isOpening ? 'it cannot be opened' : code}). Are it and its folder this user's to read and write?`,
  ];
  return new StoreUnavailable(reason, `${name} ${sentence}`, error);
}

const FAULTS: Readonly<Record<string, readonly [StoreUnavailable['reason'], string]>> = {
  SQLITE_BUSY: ['away', 'is held by another process. Try again; if that lasts, end what holds it.'],
  SQLITE_LOCKED: ['away', 'is held by another process. Try again; if that lasts, end what holds it.'],
  SQLITE_FULL: ['full', 'cannot grow: the disk is full. Make room on it.'],
  SQLITE_IOERR: ['full', 'cannot be read or written (SQLITE_IOERR). Is the disk full or gone?'],
  SQLITE_READONLY: [
    'broken',
    'may only be read. Make it and its folder writable for whoever started the program.',
  ],
  SQLITE_CANTOPEN: [
    'broken',
    'cannot be opened. Are it and its folder readable and writable for whoever started the program?',
  ],
  SQLITE_NOTADB: ['broken', 'is no SQLite file. Move it away, or restore a backup in its place.'],
  SQLITE_CORRUPT: ['broken', 'is damaged. Restore a backup in its place.'],
};
