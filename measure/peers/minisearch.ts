// MiniSearch as a peer.
import MiniSearch from 'minisearch';
import type { Peer } from './peer.ts';

/** Prefixes and fuzzy terms together found more than either alone, and than lower weights for them. */
export const miniSearch: Peer = {
  name: 'MiniSearch',
  index(sentences, terms) {
    const search = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: (text) => terms.split(text),
      processTerm: (word) => terms.normalize(word) ?? null,
      searchOptions: { combineWith: 'OR', fuzzy: 0.2, prefix: true },
    });
    search.addAll(sentences.map((text, id) => ({ id, text })));
    return (question, limit) =>
      search
        .search(question)
        .slice(0, limit)
        .map(({ id }) => id);
  },
};
