import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import pg from 'pg';

/** Where PostgreSQL is looked for: where tests are told, else on this machine, by names that need no password where it trusts whoever is on it. */
const SERVERS = process.env.DATABASE_URL
  ? [process.env.DATABASE_URL]
  : [userInfo().username, 'postgres'].map((user) => `postgres://${user}@127.0.0.1:5432/postgres`);
/** A server on this machine answers in a few milliseconds. */
const ANSWER_MS = 2000;

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: ANSWER_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function mayMakeDatabases(server: string): Promise<boolean> {
  try {
    return await onServer(server, async (client) => {
      const { rows } = await client.query(
        'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
      );
      return rows[0]?.may === true;
    });
  } catch {
    return false;
  }
}

let server = '';
for (const one of SERVERS) if (server === '' && (await mayMakeDatabases(one))) server = one;

/** Whether there is a server that lets databases be made. */
export const isPostgresThere = server !== '';

/** One database for whoever imports this file, with a schema for each place: a database takes a second where the machine is busy. */
const name = `verbatim_test_${randomUUID().replaceAll('-', '')}`;
let database: Promise<unknown> | undefined;
let made = 0;

/** The address of a new, empty schema. */
export async function newDatabase(): Promise<string> {
  database ??= onServer(server, (client) => client.query(`CREATE DATABASE ${name}`));
  await database;
  const address = new URL(server);
  address.pathname = `/${name}`;
  made += 1;
  const schema = `place_${made}`;
  await onDatabase(address.href, `CREATE SCHEMA ${schema}`);
  return withOption(address.href, `search_path=${schema}`);
}

/** An address with a further setting for all that is done by it. */
export function withOption(url: string, setting: string): string {
  const address = new URL(url);
  const before = address.searchParams.get('options') ?? '';
  address.searchParams.set('options', `${before} -c ${setting}`.trim());
  return address.href.replaceAll('+', '%20');
}

export async function dropDatabase(): Promise<void> {
  if (database) await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  database = undefined;
}

/** Ends all connections to it, as a restart of the server would. */
export async function cutAllLines(): Promise<void> {
  await onServer(server, (client) =>
    client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]),
  );
}

/** Runs a statement in a place. */
export async function onDatabase(url: string, statement: string): Promise<void> {
  await onServer(url, (client) => client.query(statement));
}
