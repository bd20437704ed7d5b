// Where the articles of scopes come from.
import type { Article, EditorsAnswer } from '../corpus/article.ts';
import type { ScopeKey } from './scope.ts';

/** Where the articles of scopes are stored. What it is asked rejects where it cannot be used. */
export interface ScopeArticles {
  /** All of a scope at one moment; of one that nothing is stored of no articles. */
  read(scope: ScopeKey): Promise<ScopeContents>;
  /** Another after each change of the scope. */
  version(scope: ScopeKey): Promise<number>;
  /** Tells of each scope that changed; undefined where any may have, unnoticed. Returns what ends it. */
  onChange(listener: (scope: ScopeKey | undefined) => void): () => void;
  /** Notes that somebody asked in a scope, from memory or not; nobody waits for it. */
  used(scope: ScopeKey): void;
}

export interface ScopeContents {
  readonly version: number;
  readonly articles: readonly StoredText[];
  /** The ids of articles of the house that something was taught of. */
  readonly taughtOf: readonly string[];
  /** What was taught of an article of the house, as far as it holds for its text as it is. */
  answersOn(article: Article): readonly EditorsAnswer[];
}

/** An article of a scope, by its key, which no other article has. Its own id may be that of another scope's, or of one of the house. */
export interface StoredText {
  readonly key: string;
  readonly article: Article;
}

/** No file is called so: an id of one is made of lower-case letters, digits and hyphens. */
const MARK = '+';

/**
 * The article as a library holds it: under its key, marked, so that no article of the house has that id, now or later, and neither a
 * button nor a chosen value of the one ever leads to the other.
 */
export function keyed({ key, article }: StoredText): Article {
  return { ...article, id: MARK + key, shownId: article.id };
}

/** The key of an article of a scope; undefined for one of the house. */
export function keyOf({ id }: Pick<Article, 'id'>): string | undefined {
  return id.startsWith(MARK) ? id.slice(MARK.length) : undefined;
}
