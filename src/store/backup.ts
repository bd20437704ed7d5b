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
  // What SQLite keeps beside a file while it is in use (https://sqlite.org/wal.html).
  const [log, sharedMemory] = [`${file}-wal`, `${file}-shm`];
  try {
    await migrate(target);
    const copied = await copyAll(database, target, onProgress);
    await target.close();
    if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      return {
        problem: `Part of the backup is in ${log}. Keep both in one folder, or delete them and try again.`,
      };
    }
    for (const left of [log, sharedMemory]) rmSync(left, { force: true });
    return copied;
  } catch (error) {
    await target.close();
    for (const made of [file, log, sharedMemory]) rmSync(made, { force: true });
    throw error;
  }
}
