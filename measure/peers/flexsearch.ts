// FlexSearch as a peer.
import { Index } from 'flexsearch';
import type { Peer } from './peer.ts';
import { termsIn } from './terms.ts';

/**
 * Ranks by how many words match and how early they stand, in steps: three steps found more on XQuAD, NoiseQA and
 * CLAP NQ than its ten, or than its contextual index.
 */
export const flexSearch: Peer = {
  name: 'FlexSearch',
  index(sentences, terms) {
    const index = new Index({
      tokenize: 'forward',
      resolution: 3,
      encode: (text: string) => termsIn(text, terms),
    });
    for (const [id, text] of sentences.entries()) index.add(id, text);
    return (question, limit) => index.search(question, { limit, suggest: true }).map(Number);
  },
};
