// Reads a scope's articles.
import type { Query, Row } from './database.ts';
import type { NewAnswer, ScopeKey, StoredArticle, StoredLibrary, TaughtAnswer } from './store.ts';

/** All of a scope, within one transaction. */
export async function libraryIn(query: Query, scope: ScopeKey): Promise<StoredLibrary> {
  const [row] = await query('SELECT version, is_blocked FROM verbatim_scopes WHERE scope = ?', [scope]);
  const version = Number(row?.version ?? 0);
  if (!row || row.is_blocked === 1)
    return { version, isBlocked: row !== undefined, articles: [], answers: [] };
  const articles = await query(
    'SELECT key, id, contents, rules, form FROM verbatim_articles WHERE scope = ? ORDER BY id',
    [scope],
  );
  const answers = await query(
    'SELECT key, form FROM verbatim_answers WHERE scope = ? ORDER BY taught_at, key',
    [scope],
  );
  return { version, isBlocked: false, articles: articles.map(articleIn), answers: answers.map(answerIn) };
}

/** Names that one statement asks for at the most: SQLite takes 32,766 values, and a plan is made for each count. */
const AT_ONCE = 500;

/** The versions of scopes, within one transaction. */
export async function versionsIn(
  query: Query,
  scopes: readonly ScopeKey[],
): Promise<ReadonlyMap<ScopeKey, number>> {
  const versions = new Map<ScopeKey, number>();
  for (let at = 0; at < scopes.length; at += AT_ONCE) {
    const asked = scopes.slice(at, at + AT_ONCE);
    const rows = await query(
      `SELECT scope, version FROM verbatim_scopes WHERE scope IN (${asked.map(() => '?').join()})`,
      asked,
    );
    for (const row of rows) versions.set(row.scope as ScopeKey, Number(row.version));
  }
  return versions;
}

/** A row of `key`, `id`, `contents`, `rules`, `form`. */
export function articleIn(row: Row): StoredArticle {
  return { key: String(row.key), ...textIn(row) };
}

/** What articles and drafts have both. */
export function textIn(row: Row): Pick<StoredArticle, 'id' | 'contents' | 'split'> {
  return {
    id: String(row.id),
    contents: row.contents as Uint8Array,
    split: { rules: String(row.rules), form: String(row.form) },
  };
}

function answerIn({ key, form }: Row): TaughtAnswer {
  return { key: String(key), ...(JSON.parse(String(form)) as NewAnswer) };
}

/** The key of the article of a scope with that id, whether the scope is blocked or not. */
export async function keyOfId(query: Query, scope: ScopeKey, id: string): Promise<string | undefined> {
  const [row] = await query('SELECT key FROM verbatim_articles WHERE scope = ? AND id = ?', [scope, id]);
  return row && String(row.key);
}
