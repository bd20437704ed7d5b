// SQLite as a database.
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
  const writer = connectionOf(connect());
  const reader = connectionOf(connect());
  const whileWriting = oneByOne();
  const whileReading = oneByOne();
  await untilUnlocked(path, writer, () => keepLog(writer.client));
  const { ino } = statSync(path);

  return {
    read: (work) =>
      whileReading(() =>
        untilUnlocked(path, reader, async () => {
          const transaction = await reader.client.transaction('read');
          try {
            return await work(queryOn(transaction));
          } finally {
            transaction.close();
          }
        }),
      ),

    write: (work) =>
      whileWriting(() =>
        untilUnlocked(path, writer, async () => {
          refuseReplaced(path, ino);
          // What is deleted is overwritten, too; and a commit is synced, which is the default but a matter of how the driver was compiled.
          // Last, whether the lock is free: a BEGIN that finds it taken stays unfinished in this driver, and the connection can commit nothing more.
          await runThrough(
            writer.client,
            'PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; ROLLBACK',
          );
          const transaction = await writer.client.transaction('write');
          try {
            const done = await work(queryOn(transaction));
            await transaction.commit();
            return done;
          } finally {
            transaction.close();
          }
        }),
      ),

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
      await whileReading(() =>
        untilUnlocked(path, reader, () => reader.client.execute('VACUUM INTO ?', [resolve(target)])),
      );
    },
    async close() {
      await whileReading(async () => reader.client.close());
      await whileWriting(async () => {
        // The driver leaves the log as it is. Whoever copies the file alone, when the program has ended, is to have all of it; where another
        // process is in the midst of reading, it stays, which loses nothing.
        await writer.client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {});
        writer.client.close();
      });
    },
  };
}

/** A connection, which is made anew where a statement failed on it: one that could not be finished would hold its lock. */
interface Connection {
  readonly client: Client;
  /** How often it was. */
  readonly renewed: number;
  renew(): Promise<void>;
}

function connectionOf(client: Client): Connection {
  let renewed = 0;
  return {
    client,
    get renewed() {
      return renewed;
    },
    async renew() {
      renewed += 1;
      await client.reconnect();
    },
  };
}

/** Writes into a log beside the file (https://sqlite.org/wal.html), so that who reads and who writes do not wait for each other. It stays so. */
async function keepLog(client: Client): Promise<void> {
  await runThrough(client, 'PRAGMA journal_mode = WAL');
  const { rows } = await client.execute('PRAGMA journal_mode');
  // Where others use the file at this moment, nothing is changed, without an error.
  if (rows[0]?.journal_mode !== 'wal') throw new LockedElsewhere();
}

/** Looks at a counter that changes with each commit of another connection (https://sqlite.org/pragma.html#pragma_data_version). */
function listenOn(writer: Connection, whileWriting: ReturnType<typeof oneByOne>, heard: Heard): () => void {
  let known: string | undefined;
  const look = async () => {
    const { rows } = await whileWriting(() => writer.client.execute('PRAGMA data_version'));
    // Each connection counts for itself.
    const version = `${writer.renewed} ${rows[0]?.data_version}`;
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

function queryOn(transaction: {
  execute(statement: { sql: string; args: InArgs }): Promise<ResultSet>;
}): Query {
  return async (sql, values = []) => {
    const { rows } = await transaction.execute({ sql, args: [...values] });
    return rows.map(plain);
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

/** Another process holds the lock, and no statement of ours was begun. */
class LockedElsewhere extends Error {
  readonly code = 'SQLITE_BUSY';
}

/** Runs statements that give nothing, at once and to their end, even where they fail. */
async function runThrough(client: Client, statements: string): Promise<void> {
  try {
    await client.executeMultiple(statements);
  } catch (error) {
    throw isLocked(error) ? new LockedElsewhere() : error;
  }
}

async function untilUnlocked<T>(path: string, connection: Connection, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error).startsWith('SQLITE_') && !(error instanceof LockedElsewhere))
        await connection.renew();
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
