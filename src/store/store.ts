// What the store is.
import type { NOT_ANSWERED } from '../corpus/article.ts';

/**
 * Whose library it is: of a server, or of a person in direct messages, by Discord's id. It is all that is stored of anybody: neither
 * who asked nor who added.
 */
export type ScopeKey = `server:${string}` | `user:${string}`;

/** Real ids have 17 to 20 digits; those of a stand-in for Discord may have fewer. */
const SCOPE_KEY = /^(?:server|user):\d{1,20}$/;

export function isScopeKey(text: string): text is ScopeKey {
  return SCOPE_KEY.test(text);
}

/**
 * The libraries of all scopes, in a database. Whatever changes something resolves once that is committed, and then it lasts; it is done
 * whole or not at all. What belongs to one scope is neither shown nor changed by the key of another. Every method rejects with a
 * `StoreUnavailable` where the database is away, full, or not to be used; times are milliseconds since 1970.
 */
export interface Store {
  /** All of a scope at one moment. A scope that nothing is stored of is empty, with version 0. */
  read(scope: ScopeKey): Promise<StoredLibrary>;
  /** The versions of scopes; of one that nothing is stored of there is none. */
  versions(scopes: readonly ScopeKey[]): Promise<ReadonlyMap<ScopeKey, number>>;
  /**
   * Tells of each scope whose articles, answers or block changed, here or in another process; with `undefined`, that any may have, since
   * the line to the database was lost: compare `versions` of those that are held. A listener throws nothing. Returns what ends it.
   */
  onChange(listener: (scope: ScopeKey | undefined) => void): () => void;
  /** Notes that a scope is in use, for `retentionDays`: once a day at the most, and not for one that nothing is stored of. */
  touch(scope: ScopeKey): Promise<void>;

  /** Begins an addition: one at a time in a scope, so many an hour. It ends by itself after `LEASE_MS`. */
  beginAddition(scope: ScopeKey): Promise<Addition | Refusal>;
  /** Ends it, however it went. Ending it twice is once. */
  endAddition(scope: ScopeKey, addition: Addition): Promise<void>;
  /** Keeps an article to be published or discarded, for `DRAFT_MS`. Of more than `MOST_DRAFTS` in a scope the oldest goes. */
  saveDraft(scope: ScopeKey, draft: NewDraft): Promise<Draft | Refusal>;
  /** One of the scope that is neither published, discarded nor ended. */
  draft(scope: ScopeKey, id: string): Promise<Draft | undefined>;
  /** Makes a draft an article of the scope, once: whoever comes later is told of the same, until the draft would have ended. */
  publish(scope: ScopeKey, draftId: string): Promise<Published | Refusal>;
  /** Whether there was such a draft to discard. */
  discard(scope: ScopeKey, draftId: string): Promise<boolean>;

  /** Removes an article and what was taught of it. Whether there was one. */
  remove(scope: ScopeKey, key: string): Promise<boolean>;
  /** Stores how today's rules split an article, if its contents are still those with this sha256. No change to anybody's eyes. */
  saveSplit(scope: ScopeKey, key: string, contentsSha256: string, split: StoredSplit): Promise<void>;

  /** Adds an answer; the same question of the same article is answered anew. */
  teach(scope: ScopeKey, answer: NewAnswer): Promise<TaughtAnswer | Refusal>;
  /** Removes an answer. Whether there was one. */
  unteach(scope: ScopeKey, key: string): Promise<boolean>;

  /** Deletes everything of a scope, but that it is blocked. */
  forget(scope: ScopeKey): Promise<Forgotten>;
  /** A blocked scope has no library and adds nothing; what it has is kept. */
  block(scope: ScopeKey, isBlocked: boolean): Promise<void>;
  /** Every scope that something is stored of, in the order of its key. */
  list(): Promise<readonly ScopeSummary[]>;
  /** Deletes what has ended: drafts, additions and, if retention is set, scopes that were not used for so long. */
  expire(): Promise<Expired>;
  /** Lets go of the database. Nothing may be asked any more. */
  close(): Promise<void>;
}

/** What a scope may have. */
export interface Limits {
  readonly articles: number;
  /** Of article files and taught answers together. */
  readonly bytes: number;
  readonly additionsPerHour: number;
}

/** A draft ends after a day. */
export const DRAFT_MS = 24 * 60 * 60 * 1000;
/** Longer than the intake of the largest book takes; a process that was killed meanwhile holds a scope up no longer. */
export const LEASE_MS = 2 * 60 * 1000;
/** Drafts that nobody decides on take at most so much room a scope: ten of the largest files are 50 MiB for a day. */
export const MOST_DRAFTS = 10;

/** What was stored of a scope at one moment. */
export interface StoredLibrary {
  /** Greater after each change of its articles and answers; 0 where nothing is stored, so compare for being equal. */
  readonly version: number;
  /** Then it has neither articles nor answers. */
  readonly isBlocked: boolean;
  /** In the order of their ids. */
  readonly articles: readonly StoredArticle[];
  /** In the order in which they were taught. */
  readonly answers: readonly TaughtAnswer[];
}

/** An article of a scope. `articleOf` makes an `Article` of it. */
export interface StoredArticle {
  /** What it is known by inside, and never shown: twelve of a-z and 0-9, unique among all. It stays when the article is replaced. */
  readonly key: string;
  /** As that of a file. No other article of this scope has it, but one of the house may. */
  readonly id: string;
  /** The article file, byte by byte. */
  readonly contents: Uint8Array;
  readonly split: StoredSplit;
}

/** An article without its text, as it follows from its contents: sections, sentences and front matter. */
export interface StoredSplit {
  /** By which rules it was made. */
  readonly rules: string;
  /** Opaque to all but `articleOf` and `splitOf`. */
  readonly form: string;
}

export interface Addition {
  readonly addition: string;
}

/** An article that may be published. */
export interface NewDraft extends Pick<StoredArticle, 'id' | 'contents' | 'split'> {
  /** The key of the article that it is to take the place of; a further article where it is left out. */
  readonly replaces?: string;
}

export interface Draft extends NewDraft {
  /** Twenty of a-z and 0-9 that nobody guesses. */
  readonly draft: string;
  readonly madeAt: number;
}

export interface Published {
  /** Key and id of the article that the draft became. */
  readonly published: Pick<StoredArticle, 'key' | 'id'>;
  /** It was published before, by whoever came first; the article may have been changed or removed since. */
  readonly isRepeated: boolean;
}

/** An article that was taught of: one of the scope by its key, or one of the house by its id. */
export type Taught = { readonly own: string } | { readonly house: string };

/** What a moderator said that an article answers to a question, as `questions:` of its file would. */
export interface NewAnswer {
  readonly article: Taught;
  readonly question: string;
  /** Sentences by their numbers from 1 with their text, in the moderator's order; or that none answers it. */
  readonly sentences: readonly { readonly number: number; readonly text: string }[] | typeof NOT_ANSWERED;
  /** The article's revision, or its first eight digits at least. */
  readonly revision: string;
}

export interface TaughtAnswer extends NewAnswer {
  /** Twelve of a-z and 0-9. */
  readonly key: string;
}

/** Why something was not done; nothing was. The words are the command's. */
export type Refusal =
  | { readonly refused: 'blocked' }
  /** The scope has as many articles as it may. */
  | { readonly refused: 'articles'; readonly most: number }
  /** It would have `bytes` together, more than it may. */
  | { readonly refused: 'bytes'; readonly most: number; readonly bytes: number }
  /** So many were begun within the hour; the next may be at `again`. */
  | { readonly refused: 'hourly'; readonly most: number; readonly again: number }
  /** Another addition is under way, until `again` at the latest. */
  | { readonly refused: 'busy'; readonly again: number }
  /** No such draft in this scope: discarded, ended, or of another. */
  | { readonly refused: 'no-draft' }
  /** No such article in this scope: the one to be replaced or taught of is gone. */
  | { readonly refused: 'no-article' }
  /** Another article of the scope, with this key, has the id. */
  | { readonly refused: 'id-taken'; readonly key: string };

/** What was deleted. */
export interface Forgotten {
  readonly articles: number;
  readonly answers: number;
  /** Those that were neither published nor discarded. */
  readonly drafts: number;
}

export interface Expired {
  readonly drafts: number;
  readonly scopes: readonly ScopeKey[];
}

export interface ScopeSummary {
  readonly scope: ScopeKey;
  readonly articles: number;
  readonly answers: number;
  /** As `Limits.bytes` counts. */
  readonly bytes: number;
  /** When it was last used or changed, to the day. */
  readonly usedAt: number;
  readonly isBlocked: boolean;
}

/** Whether something was refused. */
export function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}

/**
 * Why the store cannot be used: it cannot be reached or opened (`away`), there is no room (`full`), a newer program made it (`newer`), or
 * it refuses to be read or written as it is (`broken`).
 */
export type Unavailability = 'away' | 'full' | 'newer' | 'broken';

/** The database cannot be used now. Its message is one sentence for the operator, without an address or a password. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly reason: Unavailability;

  constructor(reason: Unavailability, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}
