// Stores taught answers.
import { sha256 } from '../corpus/sha256.ts';
import { hasArticle } from './drafts.ts';
import { isKey, newKey } from './keys.ts';
import { refusalFor } from './limits.ts';
import { change, type Ground, lockOrMakeScope, lockScope } from './scope-row.ts';
import type { Limits, NewAnswer, Refusal, ScopeKey, TaughtAnswer } from './store.ts';

export function teach(
  ground: Ground,
  limits: Limits,
  scope: ScopeKey,
  answer: NewAnswer,
): Promise<TaughtAnswer | Refusal> {
  const { article, question, sentences, revision } = answer;
  const own = 'own' in article ? article.own : null;
  // As JSON, since a text of the database holds neither U+0000 nor half a character, and a question may.
  const form = JSON.stringify({ article, question, sentences, revision });
  const digest = sha256(JSON.stringify([article, question]));
  return ground.database.write(async (query): Promise<TaughtAnswer | Refusal> => {
    const now = ground.now();
    const { isBlocked } = await lockOrMakeScope(query, scope, now);
    if (isBlocked) return { refused: 'blocked' };
    if (own !== null && !(await hasArticle(query, scope, own))) return { refused: 'no-article' };
    const refusal = await refusalFor(query, scope, limits, { articles: 0, bytes: Buffer.byteLength(form) });
    if (refusal) return refusal;
    const [row] = await query(
      `INSERT INTO verbatim_answers (key, scope, article, digest, form, taught_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (scope, digest) DO UPDATE SET form = excluded.form RETURNING key`,
      [newKey(), scope, own, digest, form, now],
    );
    await change(ground, query, scope);
    return { key: String(row?.key), article, question, sentences, revision };
  });
}

export async function unteach(ground: Ground, scope: ScopeKey, key: string): Promise<boolean> {
  if (!isKey(key)) return false;
  return ground.database.write(async (query) => {
    if (!(await lockScope(query, scope))) return false;
    const deleted = await query('DELETE FROM verbatim_answers WHERE key = ? AND scope = ? RETURNING key', [
      key,
      scope,
    ]);
    if (deleted.length > 0) await change(ground, query, scope);
    return deleted.length > 0;
  });
}
