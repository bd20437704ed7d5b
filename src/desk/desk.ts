// What moderators can have done: the interface of the desk.
import type { Article } from '../corpus/article.ts';
import type { Named, NeededKey } from '../intake/intake.ts';
import type { Forgotten, NewAnswer, Published, Refusal, ScopeKey, TaughtAnswer } from '../store/store.ts';
import type { Made, Told } from './drafting.ts';
import type { AttachedFile } from './sources.ts';

/**
 * Where the articles of scopes are worked on: taken in, published, replaced and removed. Whatever it is asked, it shows and changes the
 * one scope alone. Every method rejects with a `StoreUnavailable` where the store cannot be used.
 */
export interface Desk {
  /** Takes a source in, to be published or discarded; `replaces` is the key of an article that it is to take the place of. */
  add(scope: ScopeKey, wanted: Wanted, replaces?: string): Promise<Added>;
  /** One of the entries of a feed that was taken in, by its place from 0. */
  choose(scope: ScopeKey, choice: string, entry: number): Promise<Added>;
  /** Asks the source of an article again. */
  refresh(scope: ScopeKey, key: string): Promise<Added | { readonly unchanged: HeldArticle }>;

  /** What a draft says of itself. */
  details(scope: ScopeKey, draft: string): Promise<Partial<Named> | Unable>;
  /** Tells details of a draft anew; it has another id from then on. */
  amend(scope: ScopeKey, draft: string, told: Told): Promise<{ readonly draft: ShownDraft } | Unable>;
  publish(scope: ScopeKey, draft: string): Promise<PublishedArticle | Unable>;
  discard(scope: ScopeKey, draft: string): Promise<boolean>;

  /** What the scope has. */
  held(scope: ScopeKey): Promise<Held>;
  /** The article files as they are. */
  files(scope: ScopeKey): Promise<readonly ArticleBytes[]>;
  /** The article that was removed; undefined where there was none. */
  remove(scope: ScopeKey, key: string): Promise<HeldArticle | undefined>;
  forget(scope: ScopeKey): Promise<Forgotten>;

  teach(scope: ScopeKey, answer: NewAnswer): Promise<TaughtAnswer | Unable>;
  unteach(scope: ScopeKey, key: string): Promise<boolean>;
}

/** What is to be taken in. */
export type Wanted =
  | { readonly kind: 'file'; readonly file: AttachedFile }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'text'; readonly text: string; readonly told: Told };

/** A draft that is kept for a day, and what a person needs to decide on it. */
export interface ShownDraft extends Omit<Made, 'contents' | 'split'> {
  readonly draft: string;
  /** The key of the article that it takes the place of. */
  readonly replaces?: string;
}

export type Added =
  | { readonly draft: ShownDraft }
  /** Several to choose from, for as long as `choice` is remembered. */
  | { readonly choice: string; readonly titles: readonly string[] }
  | Unable;

/** Why something was not done; nothing was. */
export type Unable =
  | Refusal
  /** It lacks what an article must have. */
  | { readonly refused: 'incomplete'; readonly missing: readonly NeededKey[] }
  /** What is wrong with the source, as a sentence. */
  | { readonly refused: 'source'; readonly problem: string }
  /** It took too long to read. */
  | { readonly refused: 'heavy' }
  /** What could be chosen from is not remembered any more. */
  | { readonly refused: 'no-choice' }
  /** It came as a file or as text, so that there is no source to ask again. */
  | { readonly refused: 'no-source' };

export interface PublishedArticle extends Published {
  /** The article; undefined where it was published before and has been removed since. */
  readonly article: HeldArticle | undefined;
  readonly isReplaced: boolean;
}

/** An article of a scope, as it is listed. */
export interface HeldArticle
  extends Pick<Article, 'id' | 'title' | 'publisher' | 'via' | 'published' | 'url' | 'lang' | 'source'> {
  readonly key: string;
  readonly sections: number;
  readonly sentences: number;
  readonly bytes: number;
}

export interface Held {
  readonly isBlocked: boolean;
  readonly articles: readonly HeldArticle[];
  readonly answers: readonly TaughtAnswer[];
}

export interface ArticleBytes {
  /** The file's name: `storm.md`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const isUnable = <T extends object>(done: T | Unable): done is Unable => 'refused' in done;
