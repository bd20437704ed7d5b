// The libraries to compare with.
import { flexSearch } from './flexsearch.ts';
import { fuseDefaults, fuseTokens } from './fuse.ts';
import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import type { Peer } from './peer.ts';

/** The libraries a developer would pick instead. */
export const peers: readonly Peer[] = [fuseDefaults, fuseTokens, miniSearch, flexSearch, orama];
