// Brings a database to the newest schema.
import type { Database, Query } from './database.ts';
import { StoreUnavailable } from './store.ts';

/**
 * What makes each schema of the one before, oldest first; each a list of statements that both kinds understand. One that was released is
 * never changed: another is added behind it. SQLite takes BYTEA and BIGINT for what PostgreSQL does.
 *
 * The names begin with `verbatim_`, so that the tables may stand beside others' in a PostgreSQL database.
 */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE verbatim_scopes (
      scope TEXT PRIMARY KEY,
      version BIGINT NOT NULL,
      used_at BIGINT NOT NULL,
      is_blocked BIGINT NOT NULL DEFAULT 0
    )`,
    `CREATE TABLE verbatim_articles (
      key TEXT PRIMARY KEY,
      scope TEXT NOT NULL REFERENCES verbatim_scopes (scope) ON DELETE CASCADE,
      id TEXT NOT NULL,
      contents BYTEA NOT NULL,
      contents_sha256 TEXT NOT NULL,
      rules TEXT NOT NULL,
      form TEXT NOT NULL,
      UNIQUE (scope, id)
    )`,
    // `contents` is NULL once it is published, when `published` is the key of the article that it became.
    `CREATE TABLE verbatim_drafts (
      draft TEXT PRIMARY KEY,
      scope TEXT NOT NULL REFERENCES verbatim_scopes (scope) ON DELETE CASCADE,
      id TEXT NOT NULL,
      contents BYTEA,
      rules TEXT NOT NULL,
      form TEXT NOT NULL,
      replaces TEXT,
      made_at BIGINT NOT NULL,
      published TEXT
    )`,
    'CREATE INDEX verbatim_drafts_of_scope ON verbatim_drafts (scope, made_at)',
    // Of a house article `article` is NULL. `digest` is of what there may be one answer to; a question is too long for an index.
    `CREATE TABLE verbatim_answers (
      key TEXT PRIMARY KEY,
      scope TEXT NOT NULL REFERENCES verbatim_scopes (scope) ON DELETE CASCADE,
      article TEXT REFERENCES verbatim_articles (key) ON DELETE CASCADE,
      digest TEXT NOT NULL,
      form TEXT NOT NULL,
      taught_at BIGINT NOT NULL,
      UNIQUE (scope, digest)
    )`,
    'CREATE INDEX verbatim_answers_of_article ON verbatim_answers (article)',
    // Counts those of an hour; one holds the scope up until `held_until`.
    `CREATE TABLE verbatim_additions (
      addition TEXT PRIMARY KEY,
      scope TEXT NOT NULL REFERENCES verbatim_scopes (scope) ON DELETE CASCADE,
      begun_at BIGINT NOT NULL,
      held_until BIGINT NOT NULL
    )`,
    'CREATE INDEX verbatim_additions_of_scope ON verbatim_additions (scope, begun_at)',
  ],
];

/** The schema that this program reads and writes. */
export const SCHEMA = MIGRATIONS.length;

/**
 * Brings a database to `SCHEMA`. However many do so at once, each migration is run once: its number goes in first, in the same transaction.
 * @throws StoreUnavailable where a newer program brought it further.
 */
export async function migrate(database: Database): Promise<void> {
  const found = await database.read(async (query) =>
    (await database.hasTable(query, 'verbatim_migrations')) ? schemaIn(query) : 0,
  );
  if (found === SCHEMA) return;
  await database.write(async (query) => {
    await database.lockSchema(query);
    await query(
      'CREATE TABLE IF NOT EXISTS verbatim_migrations (number BIGINT PRIMARY KEY, run_at BIGINT NOT NULL)',
    );
    const done = await schemaIn(query);
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < done) continue;
      await query('INSERT INTO verbatim_migrations (number, run_at) VALUES (?, ?)', [index + 1, Date.now()]);
      for (const statement of statements) await query(statement);
    }
  });
}

/** @throws StoreUnavailable where the schema is newer than `SCHEMA`. */
async function schemaIn(query: Query): Promise<number> {
  const [row] = await query('SELECT MAX(number) AS number FROM verbatim_migrations');
  const schema = Number(row?.number ?? 0);
  if (schema > SCHEMA) {
    throw new StoreUnavailable(
      'newer',
      `The database has schema ${schema}, which a newer program made; this one knows ${SCHEMA} at the most. Start the newer program, or restore a backup of before.`,
    );
  }
  return schema;
}
