// A library that the bench measures: this one, MiniSearch, or fuse.js.
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Article } from '../../src/corpus/article.ts';
import { createLibrary } from '../../src/search/search.ts';
import { termsIn, termsOf } from '../peers/terms.ts';

/** Passages asked of each. */
export const LIMIT = 3;
/** Suggestions asked of each: as many as Discord shows. */
const SUGGESTIONS = 25;

/** An index over all sentences of all articles. */
export interface Index {
  /** Indices of sentences over all articles, best first. */
  ask(question: string): Promise<readonly number[]>;
  suggest(typed: string): readonly unknown[];
}

export const contestants = ['Verbatim', 'MiniSearch', 'fuse.js tokens'] as const;
export type Contestant = (typeof contestants)[number];

/** Builds an index from sentences already split. */
export function build(contestant: Contestant, articles: readonly Article[]): Index {
  if (contestant === 'Verbatim') return verbatim(articles);
  const sentences = articles.flatMap((article) =>
    article.sentences.map(({ start, end }) => article.text.slice(start, end)),
  );
  return contestant === 'MiniSearch' ? miniSearch(sentences) : fuseTokens(sentences);
}

function verbatim(articles: readonly Article[]): Index {
  const library = createLibrary(articles);
  const firstOf = new Map<Article, number>();
  let first = 0;
  for (const article of articles) {
    firstOf.set(article, first);
    first += article.sentences.length;
  }
  return {
    async ask(question) {
      const { passages } = await library.ask(question, { limit: LIMIT });
      return passages.map(({ article, focus }) => (firstOf.get(article) ?? 0) + focus);
    },
    suggest: (typed) => library.suggest(typed, { limit: SUGGESTIONS }),
  };
}

function miniSearch(sentences: readonly string[]): Index {
  const terms = termsOf('en');
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => terms.split(text),
    processTerm: (word) => terms.normalize(word) ?? null,
    searchOptions: { combineWith: 'OR', fuzzy: 0.2 },
  });
  for (const [id, text] of sentences.entries()) index.add({ id, text });
  return {
    async ask(question) {
      return index
        .search(question)
        .slice(0, LIMIT)
        .map(({ id }) => id);
    },
    suggest: (typed) => index.autoSuggest(typed, { fuzzy: 0.2 }).slice(0, SUGGESTIONS),
  };
}

function fuseTokens(sentences: readonly string[]): Index {
  const terms = termsOf('en');
  const fuse = new Fuse(sentences, {
    useTokenSearch: true,
    tokenize: (text) => termsIn(text, terms),
    threshold: 0.2,
    ignoreFieldNorm: true,
  });
  return {
    async ask(question) {
      return fuse.search(question, { limit: LIMIT }).map(({ refIndex }) => refIndex);
    },
    suggest: (typed) => fuse.search(typed, { limit: SUGGESTIONS }),
  };
}
