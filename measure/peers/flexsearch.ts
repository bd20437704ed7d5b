import { Index } from 'flexsearch';
import type { Peer } from './peer.ts';
import { termsIn } from './terms.ts';

export const flexSearch: Peer = {
  name: 'FlexSearch',
  index(sentences, terms) {
    const index = new Index({ tokenize: 'forward', encode: (text: string) => termsIn(text, terms) });
    for (const [id, text] of sentences.entries()) index.add(id, text);
    return (question, limit) => index.search(question, { limit, suggest: true }).map(Number);
  },
};
