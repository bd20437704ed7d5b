// Removes, blocks, and expires.
import { HOUR_MS } from './additions.ts';
import type { Query } from './database.ts';
import { isKey } from './keys.ts';
import { change, type Ground, lockOrMakeScope, lockScope } from './scope-row.ts';
import {
  DRAFT_MS,
  type Expired,
  type Forgotten,
  type ScopeKey,
  type ScopeSummary,
  type StoredSplit,
} from './store.ts';

/** In milliseconds: what use is counted in. */
export const DAY_MS = 24 * 60 * 60 * 1000;

export async function remove(ground: Ground, scope: ScopeKey, key: string): Promise<boolean> {
  if (!isKey(key)) return false;
  return ground.database.write(async (query) => {
    if (!(await lockScope(query, scope))) return false;
    // What was taught of it goes with it, by its reference.
    const deleted = await query('DELETE FROM verbatim_articles WHERE key = ? AND scope = ? RETURNING key', [
      key,
      scope,
    ]);
    if (deleted.length > 0) await change(ground, query, scope);
    return deleted.length > 0;
  });
}

export async function saveSplit(
  { database }: Ground,
  scope: ScopeKey,
  key: string,
  contentsSha256: string,
  { rules, form }: StoredSplit,
): Promise<void> {
  await database.write((query) =>
    query(
      'UPDATE verbatim_articles SET rules = ?, form = ? WHERE key = ? AND scope = ? AND contents_sha256 = ?',
      [rules, form, key, scope, contentsSha256],
    ),
  );
}

export async function touch({ database, now }: Ground, scope: ScopeKey): Promise<void> {
  await database.write((query) =>
    query('UPDATE verbatim_scopes SET used_at = ? WHERE scope = ? AND used_at <= ?', [
      now(),
      scope,
      now() - DAY_MS,
    ]),
  );
}

export function forget(ground: Ground, scope: ScopeKey): Promise<Forgotten> {
  return ground.database.write(async (query) => {
    const locked = await lockScope(query, scope);
    if (!locked) return { articles: 0, answers: 0, drafts: 0 };
    const gone = async (table: string, what = '') =>
      (await query(`DELETE FROM ${table} WHERE scope = ?${what} RETURNING scope`, [scope])).length;
    const answers = await gone('verbatim_answers');
    const articles = await gone('verbatim_articles');
    const drafts = await gone('verbatim_drafts', ' AND contents IS NOT NULL');
    await gone('verbatim_drafts');
    await gone('verbatim_additions');
    await change(ground, query, scope);
    if (!locked.isBlocked) await query('DELETE FROM verbatim_scopes WHERE scope = ?', [scope]);
    return { articles, answers, drafts };
  });
}

export async function block(ground: Ground, scope: ScopeKey, isBlocked: boolean): Promise<void> {
  await ground.database.write(async (query) => {
    if (isBlocked) await lockOrMakeScope(query, scope, ground.now());
    else if (!(await lockScope(query, scope))) return;
    await query('UPDATE verbatim_scopes SET is_blocked = ? WHERE scope = ?', [isBlocked ? 1 : 0, scope]);
    await change(ground, query, scope);
  });
}

export async function list({ database }: Ground): Promise<readonly ScopeSummary[]> {
  const rows = await database.read((query) =>
    query(
      `SELECT scope, used_at, is_blocked,
        (SELECT COUNT(*) FROM verbatim_articles a WHERE a.scope = s.scope) AS articles,
        (SELECT COUNT(*) FROM verbatim_answers t WHERE t.scope = s.scope) AS answers,
        (SELECT COALESCE(SUM(octet_length(contents)), 0) FROM verbatim_articles a WHERE a.scope = s.scope) +
        (SELECT COALESCE(SUM(octet_length(form)), 0) FROM verbatim_answers t WHERE t.scope = s.scope) AS bytes
      FROM verbatim_scopes s ORDER BY scope`,
    ),
  );
  return rows.map((row) => ({
    scope: row.scope as ScopeKey,
    articles: Number(row.articles),
    answers: Number(row.answers),
    bytes: Number(row.bytes),
    usedAt: Number(row.used_at),
    isBlocked: row.is_blocked === 1,
  }));
}

/** @param retentionDays Scopes that were not used for so long go; none where it is left out. */
export async function expire(ground: Ground, retentionDays: number | undefined): Promise<Expired> {
  const { database, now } = ground;
  const drafts = await database.write(async (query) => {
    await query('DELETE FROM verbatim_additions WHERE begun_at <= ?', [now() - HOUR_MS]);
    return query(
      'DELETE FROM verbatim_drafts WHERE made_at <= ? RETURNING CASE WHEN contents IS NULL THEN 0 ELSE 1 END AS waited',
      [now() - DRAFT_MS],
    );
  });
  const unused = retentionDays === undefined ? undefined : now() - retentionDays * DAY_MS;
  const scopes: ScopeKey[] = [];
  // Each by itself: nobody who adds in another waits for all of them.
  for (const scope of await database.read((query) => perhapsUnused(query, unused, now()))) {
    if (await database.write((query) => deleteUnused(ground, query, scope, unused))) scopes.push(scope);
  }
  return { drafts: drafts.filter(({ waited }) => waited === 1).length, scopes };
}

/** Scopes that were not used since `unused`, and such as hold nothing any more. */
async function perhapsUnused(
  query: Query,
  unused: number | undefined,
  now: number,
): Promise<readonly ScopeKey[]> {
  const rows = await query(
    `SELECT scope FROM verbatim_scopes WHERE is_blocked = 0 AND (used_at <= ? OR (used_at <= ? AND ${HOLDS_NOTHING}))`,
    [unused ?? 0, now - HOUR_MS],
  );
  return rows.map((row) => row.scope as ScopeKey);
}

const HOLDS_NOTHING = ['articles', 'answers', 'drafts', 'additions']
  .map((table) => `NOT EXISTS (SELECT 1 FROM verbatim_${table} x WHERE x.scope = verbatim_scopes.scope)`)
  .join(' AND ');

/** Once it is locked, since somebody may have come back meanwhile. Whether it held anything and is gone. */
async function deleteUnused(
  ground: Ground,
  query: Query,
  scope: ScopeKey,
  unused: number | undefined,
): Promise<boolean> {
  if (!(await lockScope(query, scope))) return false;
  const [row] = await query(
    `SELECT used_at, is_blocked, CASE WHEN ${HOLDS_NOTHING} THEN 1 ELSE 0 END AS is_empty
      FROM verbatim_scopes WHERE scope = ?`,
    [scope],
  );
  const isEmpty = row?.is_empty === 1;
  const isUnused = unused !== undefined && Number(row?.used_at) <= unused;
  if (row?.is_blocked === 1 || !(isEmpty || isUnused)) return false;
  await change(ground, query, scope);
  await query('DELETE FROM verbatim_scopes WHERE scope = ?', [scope]);
  return !isEmpty;
}
