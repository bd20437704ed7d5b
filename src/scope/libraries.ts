// Libraries of scopes, made on demand and kept within a limit.
import { LRUCache } from 'lru-cache';
import { indexOwn, type Library, libraryOver, type OwnArticles } from '../search/search.ts';
import { gate } from './gate.ts';
import { type ScopeKey, type Scopes, scopeOf } from './scope.ts';
import { keyed, type ScopeArticles, type ScopeContents } from './scope-articles.ts';
import { weightOf } from './weight.ts';

/** Bytes of memory that libraries take together unless told: a quarter of what a small machine has. */
const USUAL_BYTES = 256 * 1024 * 1024;

/**
 * How many libraries are made at once. Each takes slices of ten milliseconds, so that whoever asks elsewhere waits for two of them at
 * the most; while one is read from the store, the other is indexed.
 */
const AT_ONCE = 2;

export interface LibrariesOptions {
  /** The house's library as it is now. */
  readonly house: () => Library;
  readonly articles: ScopeArticles;
  /** Of memory, at about. */
  readonly bytes?: number;
  /** Told of why the store could not be read. */
  readonly unreadable: (error: unknown) => void;
  /** Told how each library of a scope was come by. */
  readonly lookedUp?: (how: Lookup) => void;
}

/** A library was in memory (`hit`), was made (`miss`), or was being made for somebody else (`shared`). */
export type Lookup = 'hit' | 'miss' | 'shared';

/** What is in memory. */
export interface Holdings {
  readonly libraries: number;
  /** At about. */
  readonly bytes: number;
}

export interface ScopedLibraries extends Scopes {
  readonly stop: () => void;
  readonly holdings: () => Holdings;
}

/** A scope's articles in memory. */
interface Held {
  readonly own: OwnArticles;
  readonly contents: ScopeContents;
  /** Up to which doubt it is known to be as it is stored. */
  knownTo: number;
  /** The library of it over the house as that was at the last question. */
  over?: { readonly house: Library; readonly library: Library };
}

/**
 * The libraries of scopes over that of the house, made at the first question from what is stored, and kept as long as there is room. One
 * that changed is made anew at the next question; whoever has it keeps it. Another house takes none of them anew.
 */
export function scopedLibraries({
  house,
  articles,
  bytes = USUAL_BYTES,
  unreadable,
  lookedUp = () => {},
}: LibrariesOptions): ScopedLibraries {
  const cache = new LRUCache<ScopeKey, Held>({
    maxSize: bytes,
    sizeCalculation: ({ own }) => weightOf(own.articles),
  });
  /** How often any scope may have changed unnoticed. */
  let doubts = 0;
  const underway = new Map<ScopeKey, Promise<Held>>();
  const inTurn = gate(AT_ONCE);

  const stop = articles.onChange((scope) => {
    if (scope === undefined) {
      doubts += 1;
      underway.clear();
      return;
    }
    cache.delete(scope);
    // What is being made was read before the change: those who wait for it began before, too.
    underway.delete(scope);
  });

  async function make(scope: ScopeKey): Promise<Held> {
    return inTurn(async () => {
      const knownTo = doubts;
      const contents = await articles.read(scope);
      const own = await indexOwn(contents.articles.map(keyed));
      return { own, contents, knownTo };
    });
  }

  /** The same promise for all who ask for a scope meanwhile. */
  function making(scope: ScopeKey): Promise<Held> {
    const begun = underway.get(scope);
    lookedUp(begun ? 'shared' : 'miss');
    if (begun) return begun;
    const promise = make(scope);
    underway.set(scope, promise);
    const isLatest = () => underway.get(scope) === promise;
    promise.then(
      (held) => {
        if (!isLatest()) return;
        cache.set(scope, held);
        underway.delete(scope);
      },
      () => {
        if (isLatest()) underway.delete(scope);
      },
    );
    return promise;
  }

  async function heldOf(scope: ScopeKey): Promise<Held> {
    const held = cache.get(scope);
    if (!held) return making(scope);
    if (held.knownTo === doubts) {
      lookedUp('hit');
      return held;
    }
    const doubt = doubts;
    try {
      if ((await articles.version(scope)) === held.contents.version) {
        held.knownTo = doubt;
        lookedUp('hit');
        return held;
      }
      return await making(scope);
    } catch (error) {
      // What is in memory goes on to answer.
      unreadable(error);
      return held;
    }
  }

  return {
    stop,
    holdings: () => ({ libraries: cache.size, bytes: cache.calculatedSize }),
    async libraryFor(place) {
      const scope = scopeOf(place);
      if (scope === undefined) return { value: house() };
      let held: Held;
      try {
        held = await heldOf(scope);
      } catch (error) {
        unreadable(error);
        return { problem: 'unavailable' };
      }
      articles.used(scope);
      return { value: over(held, house()) };
    },
  };
}

function over(held: Held, house: Library): Library {
  if (held.over?.house !== house) held.over = { house, library: joined(held, house) };
  return held.over.library;
}

function joined({ own, contents: { taughtOf, answersOn } }: Held, house: Library): Library {
  const taught = taughtOf.flatMap((id) => {
    const article = house.article(id);
    const answers = article ? answersOn(article) : [];
    return answers.length > 0 ? [[id, answers] as const] : [];
  });
  return libraryOver(house, own, new Map(taught));
}
