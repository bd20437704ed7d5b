// PostgreSQL as a database.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { ClientBase, ClientConfig, PoolClient } from 'pg';
import type { Database, Query, Row, Value } from './database.ts';
import { isUndone, unavailable } from './postgres-faults.ts';
import { listenOn } from './postgres-line.ts';
import { StoreUnavailable } from './store.ts';

/** Connections of one process, beside the one that listens: a server allows 100 in all by default, which leaves room for a dozen processes. */
const MOST_CONNECTIONS = 6;
/** Milliseconds: as long as Discord waits for the first word of an answer. */
const CONNECT_MS = 3000;
/** Milliseconds; the largest article takes some hundred. */
const STATEMENT_MS = 10_000;
/** Told here where the server says nothing at all, somewhat later than it would have. */
const SILENCE_MS = STATEMENT_MS + 2000;
/** How often something is done that the server undid since two stood in each other's way. */
const MOST_ATTEMPTS = 5;
/** The lock of whoever changes the schema: any number that nobody else uses; this one is "verb" in ASCII. */
const SCHEMA_LOCK = 0x76657262;

/**
 * A PostgreSQL database, by an address as in DATABASE_URL: `postgres://user:password@host:5432/name?sslmode=require`. Connects when it is
 * first asked, and again after each loss. `roundTrip` is called for each statement.
 */
export async function openPostgres(url: string, roundTrip: () => void = () => {}): Promise<Database> {
  const pg = (await import('pg')).default;
  // As PostgreSQL's own programs do where an address names nobody; the driver goes by a variable that services lack.
  pg.defaults.user ??= userName();
  const types = new pg.TypeOverrides();
  // Counts and times come as 64-bit numbers, all far below 2^53.
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const config: ClientConfig = {
    connectionString: url,
    types,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
    idle_in_transaction_session_timeout: SILENCE_MS,
    keepAlive: true,
    application_name: 'verbatim',
  };
  const pool = new pg.Pool({ ...config, max: MOST_CONNECTIONS });
  // A connection that is lost while nobody uses it is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  /** Tells its own announcements from those of others. */
  const self = randomUUID();

  const inTransaction = async <T>(begin: string, work: (query: Query) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      const client = await connected();
      const progress = { isCommitting: false };
      try {
        return await once(client, begin, work, progress, roundTrip);
      } catch (error) {
        // Nothing was kept of a transaction that the server says it undid, or that was never asked to be committed, as on a line that was lost unheard.
        const mayRepeat = isUndone(error)
          ? attempt < MOST_ATTEMPTS
          : isAway(error) && !progress.isCommitting && attempt === 1;
        if (!mayRepeat) throw unavailable(error);
      }
    }
  };
  const connected = async (): Promise<PoolClient> => {
    const client = await pool.connect().catch((error: unknown) => {
      throw unavailable(error);
    });
    // The pool listens only to those that it keeps; one that is lost between two statements would end the process.
    if (client.listenerCount('error') === 0) client.on('error', () => {});
    return client;
  };

  return {
    read: (work) => inTransaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    write: (work) => inTransaction('BEGIN', work),
    async hasTable(query, name) {
      const [row] = await query('SELECT to_regclass(?) IS NOT NULL AS is_there', [name]);
      return Boolean(row?.is_there);
    },
    async lockSchema(query) {
      await query('SELECT pg_advisory_xact_lock(?)', [SCHEMA_LOCK]);
    },
    async announce(query, scope) {
      await query('SELECT pg_notify(?, ?)', [CHANNEL, `${self} ${scope}`]);
    },
    listen: (heard) =>
      listenOn(
        () => new pg.Client({ ...config, statement_timeout: 0 }),
        CHANNEL,
        (payload) => {
          if (payload === undefined) return heard(undefined);
          const [who, scope] = payload.split(' ');
          if (who !== self) heard(scope);
        },
      ),
    close: () => pool.end(),
  };
}

/** Whoever runs the process; nobody where the system does not know that user, as in some containers. */
function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

/** Notifications reach who listens in the same database. */
const CHANNEL = 'verbatim_changes';

function isAway(error: unknown): boolean {
  const told = unavailable(error);
  return told instanceof StoreUnavailable && told.reason === 'away';
}

async function once<T>(
  client: PoolClient,
  begin: string,
  work: (query: Query) => Promise<T>,
  progress: { isCommitting: boolean },
  roundTrip: () => void,
): Promise<T> {
  try {
    roundTrip();
    await client.query(begin);
    const done = await work(queryOn(client, roundTrip));
    progress.isCommitting = true;
    roundTrip();
    await client.query('COMMIT');
    client.release();
    return done;
  } catch (error) {
    // What is open on a connection that cannot be rolled back ends with the connection.
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

function queryOn(client: ClientBase, roundTrip: () => void): Query {
  return async (sql, values = []) => {
    roundTrip();
    let at = 0;
    const text = sql.replace(/\?/g, () => {
      at += 1;
      return `$${at}`;
    });
    const { rows } = await client.query(text, values.map(toSend));
    return rows.map(plain);
  };
}

/** The driver sends a `Buffer` as bytes, and other arrays as lists. */
function toSend(value: Value): Value | Buffer {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

function plain(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      Buffer.isBuffer(value)
        ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
        : (value as Value),
    ]),
  );
}
