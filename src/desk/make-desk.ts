// The desk over a store.
import { matterOfFile, NAMED_KEYS, NEEDED_KEYS } from '../intake/intake.ts';
import { isRefusal, type ScopeKey, type Store, type StoredLibrary } from '../store/store.ts';
import { type Drafter, DraftingEnded } from './apart.ts';
import { makeChoices } from './choices.ts';
import { type Added, type Desk, isUnable, type ShownDraft, type Unable } from './desk.ts';
import type { Entry, Made } from './drafting.ts';
import { type Got, get, getAddress } from './getting.ts';
import { makeShelves } from './shelves.ts';
import type { Sources } from './sources.ts';

export interface DeskFacts {
  readonly store: Store;
  readonly sources: Sources;
  readonly draft: Drafter;
}

/** A desk over a store. Of who adds something it is told nothing. */
export function makeDesk({ store, sources, draft }: DeskFacts): Desk {
  const shelves = makeShelves(store);
  const choices = makeChoices();

  /** Does it as the one addition of the scope. */
  async function adding<T extends object>(
    scope: ScopeKey,
    work: () => Promise<T | Unable>,
  ): Promise<T | Unable> {
    const begun = await store.beginAddition(scope);
    if (isRefusal(begun)) return begun;
    try {
      return await unlessHeavy(work);
    } finally {
      // Where the store is away by now, the addition ends by itself.
      await store.endAddition(scope, begun).catch(() => {});
    }
  }

  async function draftFrom(
    scope: ScopeKey,
    got: Got,
    library: StoredLibrary,
    replaces: string | undefined,
  ): Promise<Added> {
    const drafted = await draft({ kind: 'taking', ...got, ...around(library, replaces) });
    if ('problem' in drafted) return { refused: 'source', problem: drafted.problem };
    const { entries } = drafted;
    const [only, another] = entries;
    if (only && !another) return settle(scope, only, replaces);
    return {
      choice: choices.keep({ scope, entries, replaces }),
      titles: entries.map(({ title }) => title),
    };
  }

  /** Keeps what an entry was made into; one that only tells of a page becomes what is there. */
  async function settle(scope: ScopeKey, entry: Entry, replaces: string | undefined): Promise<Added> {
    if ('problem' in entry) return { refused: 'source', problem: entry.problem };
    if ('made' in entry) return keep(scope, entry.made, replaces);
    const got = await getAddress(entry.elsewhere, sources);
    if (got === 'unchanged') return { refused: 'no-choice' };
    return 'refused' in got ? got : draftFrom(scope, got, await store.read(scope), replaces);
  }

  async function keep(
    scope: ScopeKey,
    { contents, split, ...shown }: Made,
    replaces: string | undefined,
  ): Promise<{ readonly draft: ShownDraft } | Unable> {
    const place = replaces === undefined ? {} : { replaces };
    const saved = await store.saveDraft(scope, {
      id: shown.id,
      contents: Buffer.from(contents),
      split,
      ...place,
    });
    return isRefusal(saved) ? saved : { draft: { ...shown, ...place, draft: saved.draft } };
  }

  const heldOne = async (scope: ScopeKey, key: string) =>
    (await shelves.of(scope)).articles.find((article) => article.key === key);

  async function refresh(scope: ScopeKey, key: string): ReturnType<Desk['refresh']> {
    const held = await heldOne(scope, key);
    const library = await store.read(scope);
    const article = library.articles.find((one) => one.key === key);
    if (!held || !article) return { refused: 'no-article' };
    const { source, source_sha256, source_etag, source_modified } = matterOfFile(textOf(article));
    if (source === undefined || !/^https?:\/\//i.test(source)) return { refused: 'no-source' };
    const got = await getAddress(source, sources, {
      ...(source_etag !== undefined && { etag: source_etag }),
      ...(source_modified !== undefined && { lastModified: source_modified }),
    });
    if (got === 'unchanged') return { unchanged: held };
    if ('refused' in got) return got;
    if (got.came.source_sha256 === source_sha256) return { unchanged: held };
    const added = await draftFrom(scope, got, library, key);
    if (!('draft' in added) || added.draft.difference?.changes.length !== 0) return added;
    await store.discard(scope, added.draft.draft);
    return { unchanged: held };
  }

  return {
    add: (scope, wanted, replaces) =>
      adding<Added>(scope, async () => {
        const library = await store.read(scope);
        if (replaces !== undefined && !library.articles.some(({ key }) => key === replaces))
          return { refused: 'no-article' };
        const got = await get(wanted, sources);
        return 'refused' in got ? got : draftFrom(scope, got, library, replaces);
      }),

    async choose(scope, choice, entry) {
      const found = choices.find(scope, choice);
      const chosen = found?.entries[entry];
      if (!found || !chosen) return { refused: 'no-choice' };
      return adding<Added>(scope, () => settle(scope, chosen, found.replaces));
    },

    refresh: (scope, key) => adding(scope, () => refresh(scope, key)),

    async details(scope, id) {
      const found = await store.draft(scope, id);
      if (!found) return { refused: 'no-draft' };
      const matter = matterOfFile(textOf(found));
      return Object.fromEntries(
        NAMED_KEYS.flatMap((key) => (matter[key] === undefined ? [] : [[key, matter[key]]])),
      );
    },

    amend: (scope, id, told) =>
      unlessHeavy(async () => {
        const found = await store.draft(scope, id);
        if (!found) return { refused: 'no-draft' };
        const { replaces } = found;
        const drafted = await draft({
          kind: 'amending',
          id: found.id,
          contents: textOf(found),
          told,
          ...around(await store.read(scope), replaces),
        });
        const [entry] = 'problem' in drafted ? [] : drafted.entries;
        if (!entry || !('made' in entry)) {
          const told = 'problem' in drafted ? drafted : entry;
          return { refused: 'source', problem: told && 'problem' in told ? told.problem : '' };
        }
        const kept = await keep(scope, entry.made, replaces);
        if (!isUnable(kept)) await store.discard(scope, id);
        return kept;
      }),

    async publish(scope, id) {
      const found = await store.draft(scope, id);
      const matter = found && matterOfFile(textOf(found));
      const missing = matter ? NEEDED_KEYS.filter((key) => matter[key] === undefined) : [];
      if (missing.length > 0) return { refused: 'incomplete', missing };
      const done = await store.publish(scope, id);
      if (isRefusal(done)) return done;
      const article = await heldOne(scope, done.published.key);
      return { ...done, article, isReplaced: found?.replaces !== undefined };
    },

    discard: (scope, id) => store.discard(scope, id),
    held: (scope) => shelves.of(scope),

    async files(scope) {
      const { articles } = await store.read(scope);
      return articles.map(({ id, contents }) => ({ name: `${id}.md`, bytes: contents }));
    },

    async remove(scope, key) {
      const held = await heldOne(scope, key);
      return (await store.remove(scope, key)) ? held : undefined;
    },

    forget: (scope) => store.forget(scope),
    teach: (scope, answer) => store.teach(scope, answer),
    unteach: (scope, key) => store.unteach(scope, key),
  };
}

const textOf = ({ contents }: { readonly contents: Uint8Array }) => new TextDecoder().decode(contents);

/** The ids that another article has, and the article that is to be replaced. */
function around({ articles }: StoredLibrary, replaces: string | undefined) {
  const replaced = articles.find(({ key }) => key === replaces);
  return { taken: articles.map(({ id }) => id), ...(replaced && { replaces: replaced }) };
}

/** What takes too long is refused. */
async function unlessHeavy<T extends object>(work: () => Promise<T | Unable>): Promise<T | Unable> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DraftingEnded) return { refused: 'heavy' };
    throw error;
  }
}
