// The tables of the schema.
import type { Query, Row, Value } from './database.ts';

/** A table of the schema, as it is copied and counted. */
export interface Table {
  readonly name: string;
  /** What its rows are called. */
  readonly what: string;
  /** The first is its primary key. */
  readonly columns: readonly [string, ...string[]];
}

/** All but that of the migrations; each after those that it refers to. */
export const TABLES: readonly Table[] = [
  { name: 'verbatim_scopes', what: 'scopes', columns: ['scope', 'version', 'used_at', 'is_blocked'] },
  {
    name: 'verbatim_articles',
    what: 'articles',
    columns: ['key', 'scope', 'id', 'contents', 'contents_sha256', 'rules', 'form'],
  },
  {
    name: 'verbatim_drafts',
    what: 'drafts',
    columns: ['draft', 'scope', 'id', 'contents', 'rules', 'form', 'replaces', 'made_at', 'published'],
  },
  {
    name: 'verbatim_answers',
    what: 'answers',
    columns: ['key', 'scope', 'article', 'digest', 'form', 'taught_at'],
  },
  {
    name: 'verbatim_additions',
    what: 'additions',
    columns: ['addition', 'scope', 'begun_at', 'held_until'],
  },
];

/** Rows that are in memory at once: a few MB, and at worst, of the largest articles, 80. */
const AT_ONCE = 16;

export async function countIn(query: Query, { name }: Table): Promise<number> {
  const [row] = await query(`SELECT COUNT(*) AS count FROM ${name}`);
  return Number(row?.count);
}

/** All rows of a table, in the order of its primary key, whichever that is in that database. */
export async function* rowsOf(query: Query, { name, columns }: Table): AsyncGenerator<Row> {
  const [key] = columns;
  const select = (where: string) =>
    `SELECT ${columns.join(', ')} FROM ${name} ${where} ORDER BY ${key} LIMIT ${AT_ONCE}`;
  let rows = await query(select(''));
  while (rows.length > 0) {
    yield* rows;
    const last: Value = rows.at(-1)?.[key] ?? null;
    rows = rows.length < AT_ONCE ? [] : await query(select(`WHERE ${key} > ?`), [last]);
  }
}
