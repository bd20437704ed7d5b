// Copies a database into another.
import { createHash } from 'node:crypto';
import { sha256 } from '../corpus/sha256.ts';
import type { Result } from '../result.ts';
import type { Database, Query, Row } from './database.ts';
import { countIn, rowsOf, TABLES, type Table } from './tables.ts';

/** How many rows were copied, by what they are. */
export type Copied = ReadonlyMap<string, number>;

/**
 * Copies everything from one database into another of the same schema that holds nothing, and compares the two: all or nothing. What is written
 * into the first meanwhile is not copied.
 * @param onProgress Gets the share that is done, from 0 to 1.
 */
export function copyAll(
  from: Database,
  to: Database,
  onProgress: (share: number) => void,
): Promise<Result<Copied>> {
  return from.read((source) =>
    to.write(async (target): Promise<Result<Copied>> => {
      for (const table of TABLES) {
        if ((await countIn(target, table)) > 0) {
          return { problem: 'The target is not empty. Name one that holds nothing, or delete it first.' };
        }
      }
      const counts = new Map<Table, number>();
      for (const table of TABLES) counts.set(table, await countIn(source, table));
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      let done = 0;
      const step = () => {
        done += 1;
        // Each row is written, and read back.
        onProgress(done / (2 * total));
      };
      for (const table of TABLES) {
        const written = await copyTable(source, target, table, step);
        const found = await digestsOf(rowsOf(target, table), step);
        if (written.length !== counts.get(table) || digestOf(written) !== digestOf(found)) {
          throw new Error(`${table.name} is not in the target as it was in the source`);
        }
      }
      return { value: new Map([...counts].map(([{ what }, count]) => [what, count])) };
    }),
  );
}

/** The digests of what was read. */
async function copyTable(
  source: Query,
  target: Query,
  table: Table,
  step: () => void,
): Promise<readonly string[]> {
  const { name, columns } = table;
  const insert = `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  const digests: string[] = [];
  for await (const row of rowsOf(source, table)) {
    await target(
      insert,
      columns.map((column) => row[column] ?? null),
    );
    digests.push(digestOfRow(row));
    step();
  }
  return digests;
}

async function digestsOf(rows: AsyncIterable<Row>, step: () => void): Promise<readonly string[]> {
  const digests: string[] = [];
  for await (const row of rows) {
    digests.push(digestOfRow(row));
    step();
  }
  return digests;
}

function digestOfRow(row: Row): string {
  const plain = Object.entries(row).map(([column, value]) => [
    column,
    value instanceof Uint8Array ? sha256(value) : value,
  ]);
  return sha256(JSON.stringify(plain));
}

/** Of rows in any order, since databases sort letters differently. */
function digestOf(rows: readonly string[]): string {
  return createHash('sha256').update(rows.toSorted().join()).digest('hex');
}
