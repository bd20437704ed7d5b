// Locks a scope's row.
import type { Database, Query } from './database.ts';
import type { ScopeKey } from './store.ts';

/** What the parts of the store work with. */
export interface Ground {
  readonly database: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A scope within a transaction that no other changes meanwhile. */
export interface LockedScope {
  readonly isBlocked: boolean;
}

/** Locks the row of a scope until the transaction ends; undefined where nothing is stored of it. */
export async function lockScope(query: Query, scope: ScopeKey): Promise<LockedScope | undefined> {
  // A change to nothing locks in both dialects, where SQLite has no SELECT FOR UPDATE.
  const [row] = await query(
    'UPDATE verbatim_scopes SET used_at = used_at WHERE scope = ? RETURNING is_blocked',
    [scope],
  );
  return row && { isBlocked: row.is_blocked === 1 };
}

/** The same, of a scope that something is to be stored of. */
export async function lockOrMakeScope(query: Query, scope: ScopeKey, now: number): Promise<LockedScope> {
  const [row] = await query(
    `INSERT INTO verbatim_scopes (scope, version, used_at) VALUES (?, ?, ?)
      ON CONFLICT (scope) DO UPDATE SET used_at = excluded.used_at RETURNING is_blocked`,
    [scope, now, now],
  );
  return { isBlocked: row?.is_blocked === 1 };
}

/**
 * Gives a locked scope its next version, and has others hear of it. It is the time, so that a scope that is forgotten and made again does not
 * come back to a version that somebody holds, and greater than the one before whatever the clock does.
 */
export async function change({ database, now }: Ground, query: Query, scope: ScopeKey): Promise<void> {
  const at = now();
  await query(
    `UPDATE verbatim_scopes SET version = CASE WHEN version < ? THEN ? ELSE version + 1 END, used_at = ?
      WHERE scope = ?`,
    [at, at, at, scope],
  );
  await database.announce(query, scope);
}
