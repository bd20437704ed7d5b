// Lists what scopes have, for menus and suggestions.
import { articleOf } from '../store/split.ts';
import type { ScopeKey, Store, StoredArticle, StoredLibrary } from '../store/store.ts';
import type { Held, HeldArticle } from './desk.ts';

/** What scopes have, as it is listed and completed while somebody types. */
export interface Shelves {
  of(scope: ScopeKey): Promise<Held>;
}

/** Scopes whose lists are kept, at some 300 bytes an article; a moderator works on one at a time. */
const MOST = 100;

/** Looks at a scope's version and reads it only where that has changed, since lists are asked for at each keystroke. */
export function makeShelves(store: Store): Shelves {
  const kept = new Map<ScopeKey, Held & { readonly version: number }>();
  return {
    async of(scope) {
      const version = (await store.versions([scope])).get(scope) ?? 0;
      const before = kept.get(scope);
      if (before?.version === version) return before;
      const library = await store.read(scope);
      const held = { ...heldOf(library), version: library.version };
      kept.delete(scope);
      for (const oldest of kept.keys()) if (kept.size >= MOST) kept.delete(oldest);
      kept.set(scope, held);
      return held;
    },
  };
}

function heldOf({ isBlocked, articles, answers }: StoredLibrary): Held {
  return { isBlocked, articles: articles.map(heldArticle), answers };
}

function heldArticle(stored: StoredArticle): HeldArticle {
  const { key, id, contents } = stored;
  const bytes = contents.length;
  const read = articleOf(stored);
  // It can be removed and given back all the same.
  if ('problem' in read)
    return { key, id, title: id, publisher: '', lang: 'en', sections: 0, sentences: 0, bytes };
  const { title, publisher, via, published, url, lang, source, sections, sentences } = read.value.article;
  return {
    key,
    id,
    title,
    publisher,
    lang,
    ...(via !== undefined && { via }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(source !== undefined && { source }),
    sections: sections.length,
    sentences: sentences.length,
    bytes,
  };
}
