// Which library a place may see.
import type { Result } from '../result.ts';
import type { Library } from '../search/search.ts';

/**
 * Where a reader is: a server that installed the bot, a direct message with it, or anywhere else, with an app that the
 * reader alone installed. `id` is Discord's, of the server or of the reader who installed it, whose library it is; undefined where it
 * is nobody's.
 */
export interface Place {
  readonly kind: 'server' | 'direct-message' | 'app';
  readonly id: string | undefined;
}

/** Whose library it is: of a server, or of a person in direct messages with the bot. */
export type ScopeKey = `server:${string}` | `user:${string}`;

/** Whose library is read in a place beside the house's; undefined where there is none but that. */
export function scopeOf({ kind, id }: Place): ScopeKey | undefined {
  if (id === undefined || kind === 'app') return undefined;
  return kind === 'server' ? `server:${id}` : `user:${id}`;
}

/** A place where that scope's library is read. */
export function placeOf(scope: ScopeKey): Place {
  const [kind = '', id] = scope.split(':');
  return { kind: kind === 'server' ? 'server' : 'direct-message', id };
}

/** Why a place's library cannot be used now: what is stored of it cannot be read. */
export type Unavailable = 'unavailable';

/** Decides what may be seen where. Nothing else asks what a place may see. */
export interface Scopes {
  /** The articles that readers in that place may see, as they are now: asked once for each answer, which keeps what it was given. */
  libraryFor(place: Place): Promise<Result<Library, Unavailable>>;
}

/** All articles, everywhere. */
export function everything(current: () => Library): Scopes {
  return { libraryFor: async () => ({ value: current() }) };
}
