// fuse.js as a peer, as it comes and set up well.
import Fuse from 'fuse.js';
import type { Peer } from './peer.ts';
import { termsIn } from './terms.ts';

/** fuse.js as it comes. */
export const fuseDefaults: Peer = {
  name: 'fuse.js defaults',
  index(sentences) {
    const fuse = new Fuse(sentences);
    return (question, limit) => fuse.search(question, { limit }).map(({ refIndex }) => refIndex);
  },
};

/**
 * fuse.js weighing each word by its rarity; its tokenizer drops stop words and stems.
 * A lower threshold and no preference for short sentences found more on XQuAD and NoiseQA than any other setting.
 */
export const fuseTokens: Peer = {
  name: 'fuse.js tokens',
  index(sentences, terms) {
    const fuse = new Fuse(sentences, {
      useTokenSearch: true,
      tokenize: (text) => termsIn(text, terms),
      // At the default of 0.6 most words are taken for others.
      threshold: 0.2,
      ignoreFieldNorm: true,
    });
    return (question, limit) => fuse.search(question, { limit }).map(({ refIndex }) => refIndex);
  },
};
