// Remembers a feed's entries until one is chosen.
import { randomBytes } from 'node:crypto';
import type { ScopeKey } from '../store/store.ts';
import type { Entry } from './drafting.ts';

/** Entries of a feed that somebody may choose from. */
export interface Choice {
  readonly scope: ScopeKey;
  readonly entries: readonly Entry[];
  readonly replaces: string | undefined;
}

export interface Choices {
  /** Remembers them for a while, under a name that nobody guesses. */
  keep(choice: Choice): string;
  /** Those of that name, in that scope. */
  find(scope: ScopeKey, name: string): Choice | undefined;
}

/** Feeds that are remembered, the newest ones: some hold a hundred long entries, a few MiB. */
const MOST = 20;
/** In milliseconds: about as long as Discord lets an answer be changed. */
const REMEMBERED = 15 * 60 * 1000;

/**
 * What is remembered between a feed and a choice of its entries, in memory alone: it was asked for a moment ago, and after a restart it is asked
 * for again.
 */
export function makeChoices(now: () => number = Date.now): Choices {
  const kept = new Map<string, Choice & { readonly until: number }>();
  return {
    keep(choice) {
      for (const [name, { until }] of kept) if (until < now() || kept.size >= MOST) kept.delete(name);
      const name = randomBytes(10).toString('hex');
      kept.set(name, { ...choice, until: now() + REMEMBERED });
      return name;
    },
    find(scope, name) {
      const found = kept.get(name);
      return found?.scope === scope && found.until >= now() ? found : undefined;
    },
  };
}
