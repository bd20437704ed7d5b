// Joins two indexes, or halves one's memory.
import type { IndexPart, SentenceIndex, WholeIndex } from './sentence-index.ts';
import { compactIds } from './word-ids.ts';

/** The same index in half the memory, for those of which there are thousands. */
export function compactIndex(index: WholeIndex): WholeIndex {
  const parts: IndexPart[] = [];
  const compact: WholeIndex = {
    ...index,
    surfaceId: compactIds(index.surfaceId),
    termId: compactIds(index.termId),
    parts,
  };
  parts.push(compact);
  return compact;
}

/** The index of the sentences of one, and of those of another behind them: as if one had been made of both, of which neither is copied. */
export function joinedIndex(house: WholeIndex, own: WholeIndex): SentenceIndex {
  const terms = new Uint32Array(own.termId.size);
  let next = house.termId.size;
  for (const [key, id] of own.termId) {
    const known = house.termId.get(key);
    terms[id] = known ?? next;
    if (known === undefined) next += 1;
  }
  const termOf = (id: number) => terms[id] ?? 0;
  const places = Uint32Array.from(terms.keys()).sort((a, b) => termOf(a) - termOf(b));
  const behind: IndexPart = {
    ...own,
    from: house.sentenceCount,
    places: { terms: places.map(termOf), places },
    termOfSurface: own.termOfSurface.map(termOf),
    spanTerms: own.spanTerms.map(termOf),
  };
  const firstSentence = new Uint32Array(house.articles.length + own.articles.length + 1);
  firstSentence.set(house.firstSentence);
  firstSentence.set(
    own.firstSentence.map((first) => house.sentenceCount + first),
    house.articles.length,
  );
  const get = (key: string) => {
    const id = house.termId.get(key);
    if (id !== undefined) return id;
    const ownId = own.termId.get(key);
    return ownId === undefined ? undefined : termOf(ownId);
  };
  return {
    language: house.language,
    articles: [...house.articles, ...own.articles],
    firstSentence,
    sentenceCount: house.sentenceCount + own.sentenceCount,
    termId: { get, has: (key) => get(key) !== undefined },
    parts: [house, behind],
  };
}
