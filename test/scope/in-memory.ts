import type { Article, EditorsAnswer } from '../../src/corpus/article.ts';
import type { ScopeKey } from '../../src/scope/scope.ts';
import type { ScopeArticles, StoredText } from '../../src/scope/scope-articles.ts';

/** What is stored of scopes, in memory. */
export interface InMemory extends ScopeArticles {
  /** Stores other articles of a scope; tells of it unless it is `unnoticed`. */
  store(scope: ScopeKey, articles: readonly StoredText[], how?: 'unnoticed'): void;
  /** Stores what is taught of an article of the house. */
  teach(scope: ScopeKey, article: string, answer: EditorsAnswer): void;
  /** The line to the store was lost and is there again. */
  doubt(): void;
  /** Whether it can be reached. */
  isAway: boolean;
  /** How often a scope was read. */
  readonly reads: ScopeKey[];
  /** Scopes in which somebody asked, in order. */
  readonly uses: ScopeKey[];
  /** Called before each read is answered. */
  before: (scope: ScopeKey) => Promise<void> | void;
}

export function inMemory(): InMemory {
  const articles = new Map<ScopeKey, readonly StoredText[]>();
  const taught = new Map<ScopeKey, readonly { readonly id: string; readonly answer: EditorsAnswer }[]>();
  const versions = new Map<ScopeKey, number>();
  const listeners = new Set<(scope: ScopeKey | undefined) => void>();
  const changed = (scope: ScopeKey, isTold = true) => {
    versions.set(scope, (versions.get(scope) ?? 0) + 1);
    if (isTold) for (const listener of listeners) listener(scope);
  };
  const store: InMemory = {
    isAway: false,
    reads: [],
    uses: [],
    before: () => undefined,
    async read(scope) {
      store.reads.push(scope);
      const read = { version: versions.get(scope) ?? 0, articles: articles.get(scope) ?? [] };
      const answers = taught.get(scope) ?? [];
      await store.before(scope);
      if (store.isAway) throw new Error('The database is away');
      return {
        ...read,
        taughtOf: answers.map(({ id }) => id),
        answersOn: ({ id }: Article) => answers.flatMap((one) => (one.id === id ? [one.answer] : [])),
      };
    },
    async version(scope) {
      if (store.isAway) throw new Error('The database is away');
      return versions.get(scope) ?? 0;
    },
    used: (scope) => void store.uses.push(scope),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    store(scope, stored, how) {
      articles.set(scope, stored);
      changed(scope, how === undefined);
    },
    teach(scope, id, answer) {
      taught.set(scope, [...(taught.get(scope) ?? []), { id, answer }]);
      changed(scope);
    },
    doubt() {
      for (const listener of listeners) listener(undefined);
    },
  };
  return store;
}
