import { existsSync, rmSync } from 'node:fs';
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
  try {
    await migrate(target);
    return await copyAll(database, target, onProgress);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    // The log beside the file goes into it.
    await target.close();
  }
}
