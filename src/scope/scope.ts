import type { Library } from '../search/search.ts';

/**
 * Where a reader is: a server that installed the bot, a direct message with it, or anywhere else, with an app that the
 * reader alone installed. `id` is Discord's, of the server or of the reader, where it is told.
 */
export interface Place {
  readonly kind: 'server' | 'direct-message' | 'app';
  readonly id: string | undefined;
}

/** Decides what may be seen where. Nothing else asks what a place may see. */
export interface Scopes {
  /** The articles that readers in that place may see, as they are now: asked once for each answer. */
  libraryFor(place: Place): Library;
}

/** All articles, everywhere. */
export function everything(current: () => Library): Scopes {
  return { libraryFor: current };
}
