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

let made = 0;
const names: string[] = [];

/** The address of a new, empty database. */
export async function newDatabase(): Promise<string> {
  made += 1;
  const name = `verbatim_test_${process.pid}_${Date.now().toString(36)}_${made}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name}`));
  names.push(name);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

export async function dropDatabases(): Promise<void> {
  await onServer(server, async (client) => {
    for (const name of names.splice(0)) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

/** Ends all connections to the databases that were made, as a restart of the server would. */
export async function cutAllLines(): Promise<void> {
  await onServer(server, (client) =>
    client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ANY ($1)', [names]),
  );
}
