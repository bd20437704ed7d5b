// Counts additions to a library.
import { isKey, newKey } from './keys.ts';
import { type Ground, lockOrMakeScope } from './scope-row.ts';
import { type Addition, LEASE_MS, type Limits, type Refusal, type ScopeKey } from './store.ts';

/** What the limit of additions counts over. */
export const HOUR_MS = 60 * 60 * 1000;

export function beginAddition(
  { database, now }: Ground,
  limits: Limits,
  scope: ScopeKey,
): Promise<Addition | Refusal> {
  return database.write(async (query): Promise<Addition | Refusal> => {
    const at = now();
    const { isBlocked } = await lockOrMakeScope(query, scope, at);
    if (isBlocked) return { refused: 'blocked' };
    const begun = await query(
      'SELECT begun_at, held_until FROM verbatim_additions WHERE scope = ? AND begun_at > ? ORDER BY begun_at',
      [scope, at - HOUR_MS],
    );
    const heldUntil = Math.max(0, ...begun.map((row) => Number(row.held_until)));
    if (heldUntil > at) return { refused: 'busy', again: heldUntil };
    // Once so many are an hour old that one more is within the limit.
    const oldest = begun[begun.length - limits.additionsPerHour];
    if (oldest) {
      return { refused: 'hourly', most: limits.additionsPerHour, again: Number(oldest.begun_at) + HOUR_MS };
    }
    const addition = newKey();
    await query(
      'INSERT INTO verbatim_additions (addition, scope, begun_at, held_until) VALUES (?, ?, ?, ?)',
      [addition, scope, at, at + LEASE_MS],
    );
    return { addition };
  });
}

export async function endAddition(
  { database }: Ground,
  scope: ScopeKey,
  { addition }: Addition,
): Promise<void> {
  if (!isKey(addition)) return;
  await database.write((query) =>
    query('UPDATE verbatim_additions SET held_until = 0 WHERE addition = ? AND scope = ?', [addition, scope]),
  );
}
