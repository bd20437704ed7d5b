// Backs a database up.
import { existsSync, rmSync, statSync } from 'node:fs';
import type { Result } from '../result.ts';
import type { Database } from './database.ts';
import { migrate } from './migrations.ts';
import { type Copied, copyAll } from './move.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Writes all of a database, as of one moment, into a new SQLite file; it may be put in the place of that of DATA_DIR, or moved into PostgreSQL.
 * Gives how many rows were copied one by one, or undefined where the file was copied whole.
 */
export async function backUp(
  database: Database,
  file: string,
  onProgress: (share: number) => void,
): Promise<Result<Copied | undefined>> {
  if (existsSync(file)) return { problem: 'That file is there already. Name another.' };
  if (database.copyInto) {
    await database.copyInto(file);
    return { value: undefined };
  }
  const target = await openSqlite(file);
  const besides = LOGS.map((end) => `${file}${end}`);
  try {
    await migrate(target);
    const copied = await copyAll(database, target, onProgress);
    await target.close();
    if (besides.some((log) => log.endsWith('-wal') && sizeOf(log) > 0)) {
      return {
        problem: `Part of the backup is in ${file}-wal. Keep both in one folder, or delete them and try again.`,
      };
    }
    for (const log of besides) rmSync(log, { force: true });
    return copied;
  } catch (error) {
    await target.close();
    for (const made of [file, ...besides]) rmSync(made, { force: true });
    throw error;
  }
}

/** What SQLite keeps beside a file while it is in use (https://sqlite.org/wal.html). */
const LOGS = ['-wal', '-shm'];

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
