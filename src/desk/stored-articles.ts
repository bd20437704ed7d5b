// Gives stored articles to libraries.
import type { Article } from '../corpus/article.ts';
import { sha256 } from '../corpus/sha256.ts';
import type { ScopeArticles, ScopeContents, StoredText } from '../scope/scope-articles.ts';
import { articleOf } from '../store/split.ts';
import type { ScopeKey, Store, StoredLibrary } from '../store/store.ts';
import { withTaught } from '../store/taught.ts';

/** The articles of scopes as libraries are made of them, with what was taught of each. */
export function articlesIn(store: Store): ScopeArticles {
  return {
    async read(scope) {
      return contentsOf(scope, await store.read(scope), store);
    },
    version: async (scope) => (await store.versions([scope])).get(scope) ?? 0,
    onChange: (listener) => store.onChange(listener),
    used(scope) {
      // Where it cannot be noted, it is at the next question.
      void store.touch(scope).catch(() => {});
    },
  };
}

function contentsOf(
  scope: ScopeKey,
  { version, articles, answers }: StoredLibrary,
  store: Store,
): ScopeContents {
  const texts = articles.flatMap((stored): StoredText[] => {
    const { key, contents } = stored;
    const read = articleOf(stored);
    // Neither today's rules nor those before can read it: it is listed at the desk, to be replaced.
    if ('problem' in read) return [];
    const { article, renewed } = read.value;
    // It is split anew at the next question where it could not be stored.
    if (renewed) void store.saveSplit(scope, key, sha256(contents), renewed).catch(() => {});
    return [{ key, article: withTaught(article, key, answers) }];
  });
  const ofHouse = answers.flatMap(({ article }) => ('house' in article ? [article.house] : []));
  return {
    version,
    articles: texts,
    taughtOf: [...new Set(ofHouse)],
    answersOn: (article: Article) =>
      withTaught({ ...article, editorsAnswers: [] }, undefined, answers).editorsAnswers ?? [],
  };
}
