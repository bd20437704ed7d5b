// Checks a database.
import { CorpusError } from '../corpus/corpus-error.ts';
import { parseArticle } from '../corpus/parse.ts';
import { sha256 } from '../corpus/sha256.ts';
import type { Database, Query, Row } from './database.ts';
import { RULES } from './rules.ts';
import { splitOf } from './split.ts';
import { countIn, rowsOf, TABLES, type Table } from './tables.ts';

/** What a look at everything found. */
export interface Checked {
  /** Rows, by what they are. */
  readonly counts: ReadonlyMap<string, number>;
  /** Articles that other rules split: they are split anew when they are next asked of. */
  readonly ofOtherRules: number;
  /** What is wrong, a sentence each. */
  readonly faults: readonly string[];
}

/** @param onProgress Gets the share that is done, from 0 to 1. */
export function check(database: Database, onProgress: (share: number) => void): Promise<Checked> {
  return database.read(async (query) => {
    const counts = new Map<string, number>();
    for (const table of TABLES) counts.set(table.what, await countIn(query, table));
    const faults = await orphansIn(query);
    let ofOtherRules = 0;
    let done = 0;
    for await (const row of rowsOf(query, tableOf('articles'))) {
      const fault = faultOf(row);
      if (fault !== undefined) faults.push(`${row.scope}/${row.id}: ${fault}`);
      if (row.rules !== RULES) ofOtherRules += 1;
      done += 1;
      onProgress(done / (counts.get('articles') ?? done));
    }
    return { counts, ofOtherRules, faults };
  });
}

function tableOf(what: string): Table {
  const table = TABLES.find((one) => one.what === what);
  if (!table) throw new RangeError(`There is no table of ${what}`);
  return table;
}

/** Rows that refer to what is not there, which the database should have refused. */
async function orphansIn(query: Query): Promise<string[]> {
  const faults: string[] = [];
  const look = async (what: string, of: string, condition: string) => {
    const { name } = tableOf(what);
    const [row] = await query(`SELECT COUNT(*) AS count FROM ${name} x WHERE ${condition}`);
    const count = Number(row?.count);
    if (count > 0) faults.push(`${count} of the ${what} are of ${of} that is not there.`);
  };
  const scopeGone = 'NOT EXISTS (SELECT 1 FROM verbatim_scopes s WHERE s.scope = x.scope)';
  for (const what of ['articles', 'drafts', 'answers', 'additions']) await look(what, 'a scope', scopeGone);
  await look(
    'answers',
    'an article',
    'x.article IS NOT NULL AND NOT EXISTS (SELECT 1 FROM verbatim_articles a WHERE a.key = x.article AND a.scope = x.scope)',
  );
  return faults;
}

/** What is wrong with a stored article; undefined where its file can be parsed and was split as it is here. */
function faultOf(row: Row): string | undefined {
  const contents = row.contents as Uint8Array;
  if (sha256(contents) !== row.contents_sha256) return 'the file is not as it was stored.';
  try {
    const split = splitOf(parseArticle(String(row.id), contents), contents);
    const isOther = row.rules === RULES && row.form !== split.form;
    return isOther ? 'it was split in another way than the same rules split it now.' : undefined;
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return `the file cannot be read: ${error.message}`;
  }
}
