// Keeps libraries within their limits.
import type { Query } from './database.ts';
import type { Limits, Refusal, ScopeKey } from './store.ts';

/** What a locked scope would hold further. */
interface Further {
  readonly articles: number;
  /** UTF-8 bytes of files, or of answers as they are stored. */
  readonly bytes: number;
  /** An article that would go. */
  readonly without?: string | undefined;
}

/** Why a scope may not hold that beside what it has; undefined where it may. */
export async function refusalFor(
  query: Query,
  scope: ScopeKey,
  limits: Limits,
  { articles, bytes, without = '' }: Further,
): Promise<Refusal | undefined> {
  const [held] = await query(
    `SELECT COUNT(*) AS articles, COALESCE(SUM(octet_length(contents)), 0) AS bytes FROM verbatim_articles
      WHERE scope = ? AND key <> ?`,
    [scope, without],
  );
  const [taught] = await query(
    'SELECT COALESCE(SUM(octet_length(form)), 0) AS bytes FROM verbatim_answers WHERE scope = ?',
    [scope],
  );
  if (articles > 0 && Number(held?.articles) + articles > limits.articles) {
    return { refused: 'articles', most: limits.articles };
  }
  const together = Number(held?.bytes) + Number(taught?.bytes) + bytes;
  return together > limits.bytes ? { refused: 'bytes', most: limits.bytes, bytes: together } : undefined;
}
