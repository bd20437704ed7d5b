// A database of its own on a PostgreSQL server, for as long as a measurement takes.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import pg from 'pg';
import { Unusable } from '../unusable.ts';

export interface OwnDatabase {
  readonly url: string;
  /** What one row of a query gives, as numbers by column. */
  read(sql: string): Promise<Readonly<Record<string, number>>>;
  drop(): Promise<void>;
}

/** Where PostgreSQL is looked for: where that is set, else on this machine. */
const SERVERS = process.env.DATABASE_URL
  ? [process.env.DATABASE_URL]
  : [userInfo().username, 'postgres'].map((user) => `postgres://${user}@127.0.0.1:5432/postgres`);

/** @throws Unusable where no server answers, or none lets databases be made. */
export async function makeDatabase(): Promise<OwnDatabase> {
  const name = `verbatim_swarm_${randomUUID().slice(0, 8)}`;
  for (const server of SERVERS) {
    const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
    } catch {
      await client.end().catch(() => {});
      continue;
    }
    const url = new URL(server);
    url.pathname = `/${name}`;
    const own = new pg.Client({ connectionString: url.href });
    own.on('error', () => {});
    await own.connect();
    return {
      url: url.href,
      async read(sql) {
        const { rows } = await own.query(sql);
        return Object.fromEntries(
          Object.entries(rows[0] ?? {}).map(([column, value]) => [column, Number(value)]),
        );
      },
      async drop() {
        await own.end();
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await client.end();
      },
    };
  }
  throw new Unusable(
    'No PostgreSQL server that lets databases be made answers on 127.0.0.1:5432. Start one (apt-get install postgresql), or name one in DATABASE_URL.',
  );
}
