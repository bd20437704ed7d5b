// Stores and publishes drafts.
import { isArticleId } from '../corpus/parse.ts';
import { sha256 } from '../corpus/sha256.ts';
import type { Query } from './database.ts';
import { isKey, newDraftId, newKey } from './keys.ts';
import { refusalFor } from './limits.ts';
import { textIn } from './reading.ts';
import { change, type Ground, lockOrMakeScope, lockScope } from './scope-row.ts';
import {
  DRAFT_MS,
  type Draft,
  type Limits,
  MOST_DRAFTS,
  type NewDraft,
  type Published,
  type Refusal,
  type ScopeKey,
} from './store.ts';

export async function saveDraft(
  { database, now }: Ground,
  limits: Limits,
  scope: ScopeKey,
  draft: NewDraft,
): Promise<Draft | Refusal> {
  if (!isArticleId(draft.id)) throw new RangeError(`${JSON.stringify(draft.id)} is no id of an article`);
  return database.write(async (query): Promise<Draft | Refusal> => {
    const madeAt = now();
    const { isBlocked } = await lockOrMakeScope(query, scope, madeAt);
    const refusal = isBlocked
      ? ({ refused: 'blocked' } as const)
      : await publishingRefusal(query, limits, scope, draft);
    if (refusal) return refusal;
    const id = newDraftId();
    const { contents, split, replaces } = draft;
    await query(
      `INSERT INTO verbatim_drafts (draft, scope, id, contents, rules, form, replaces, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, scope, draft.id, contents, split.rules, split.form, replaces ?? null, madeAt],
    );
    await query(
      `DELETE FROM verbatim_drafts WHERE scope = ? AND contents IS NOT NULL AND draft NOT IN (
        SELECT draft FROM verbatim_drafts WHERE scope = ? AND contents IS NOT NULL
          ORDER BY made_at DESC, draft = ? DESC LIMIT ?)`,
      [scope, scope, id, MOST_DRAFTS],
    );
    return { ...draft, draft: id, madeAt };
  });
}

export async function readDraft(
  { database, now }: Ground,
  scope: ScopeKey,
  id: string,
): Promise<Draft | undefined> {
  if (!isKey(id)) return undefined;
  const found = await database.read((query) => draftIn(query, scope, id, now()));
  return found && 'waiting' in found ? found.waiting : undefined;
}

export async function publish(
  ground: Ground,
  limits: Limits,
  scope: ScopeKey,
  draftId: string,
): Promise<Published | Refusal> {
  if (!isKey(draftId)) return { refused: 'no-draft' };
  return ground.database.write(async (query): Promise<Published | Refusal> => {
    const locked = await lockScope(query, scope);
    const found = locked && (await draftIn(query, scope, draftId, ground.now()));
    if (!found) return { refused: 'no-draft' };
    if ('published' in found) return { published: found.published, isRepeated: true };
    if (locked.isBlocked) return { refused: 'blocked' };
    const draft = found.waiting;
    const refusal = await publishingRefusal(query, limits, scope, draft);
    if (refusal) return refusal;
    const key = draft.replaces ?? newKey();
    const { id, contents, split } = draft;
    const columns = [id, contents, sha256(contents), split.rules, split.form];
    if (draft.replaces === undefined) {
      await query(
        `INSERT INTO verbatim_articles (id, contents, contents_sha256, rules, form, key, scope)
          VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [...columns, key, scope],
      );
    } else {
      await query(
        `UPDATE verbatim_articles SET id = ?, contents = ?, contents_sha256 = ?, rules = ?, form = ?
          WHERE key = ? AND scope = ?`,
        [...columns, key, scope],
      );
    }
    await query(
      "UPDATE verbatim_drafts SET published = ?, contents = NULL, rules = '', form = '' WHERE draft = ?",
      [key, draftId],
    );
    await change(ground, query, scope);
    return { published: { key, id }, isRepeated: false };
  });
}

export async function discard({ database, now }: Ground, scope: ScopeKey, draftId: string): Promise<boolean> {
  if (!isKey(draftId)) return false;
  const deleted = await database.write(async (query) =>
    (await lockScope(query, scope))
      ? query(
          `DELETE FROM verbatim_drafts WHERE draft = ? AND scope = ? AND made_at > ? AND contents IS NOT NULL
            RETURNING draft`,
          [draftId, scope, now() - DRAFT_MS],
        )
      : [],
  );
  return deleted.length > 0;
}

type Found = { readonly waiting: Draft } | Pick<Published, 'published'>;

/** A draft that has not ended. */
async function draftIn(query: Query, scope: ScopeKey, id: string, now: number): Promise<Found | undefined> {
  const [row] = await query(
    `SELECT id, contents, rules, form, replaces, made_at, published FROM verbatim_drafts
      WHERE draft = ? AND scope = ? AND made_at > ?`,
    [id, scope, now - DRAFT_MS],
  );
  if (!row) return undefined;
  if (row.published !== null) return { published: { key: String(row.published), id: String(row.id) } };
  const replaces = row.replaces === null ? {} : { replaces: String(row.replaces) };
  return { waiting: { draft: id, madeAt: Number(row.made_at), ...textIn(row), ...replaces } };
}

/** Why a locked scope cannot have that article; undefined where it can. */
async function publishingRefusal(
  query: Query,
  limits: Limits,
  scope: ScopeKey,
  { id, contents, replaces }: NewDraft,
): Promise<Refusal | undefined> {
  if (replaces !== undefined && !(await hasArticle(query, scope, replaces))) return { refused: 'no-article' };
  const [other] = await query('SELECT key FROM verbatim_articles WHERE scope = ? AND id = ? AND key <> ?', [
    scope,
    id,
    replaces ?? '',
  ]);
  if (other) return { refused: 'id-taken', key: String(other.key) };
  return refusalFor(query, scope, limits, {
    articles: replaces === undefined ? 1 : 0,
    bytes: contents.length,
    without: replaces,
  });
}

/** Whether a scope has an article of that key. */
export async function hasArticle(query: Query, scope: ScopeKey, key: string): Promise<boolean> {
  if (!isKey(key)) return false;
  const rows = await query('SELECT 1 FROM verbatim_articles WHERE key = ? AND scope = ?', [key, scope]);
  return rows.length > 0;
}
