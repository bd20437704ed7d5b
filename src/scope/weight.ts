import type { Article } from '../corpus/article.ts';

/**
 * Bytes of memory that a scope's library takes beside the house's, by `npm run bench -- --scopes`: for each article, each sentence and each
 * UTF-16 unit of text. They are of libraries that were asked, misspelt questions among them, and completed.
 */
const BYTES = { library: 30_000, article: 5_000, sentence: 1_500, unit: 8 } as const;

/** What a scope without articles takes: its entry in the cache. */
const EMPTY_BYTES = 500;

/** About how many bytes of memory a scope's own articles take. */
export function weightOf(articles: readonly Article[]): number {
  if (articles.length === 0) return EMPTY_BYTES;
  return articles.reduce<number>(
    (sum, { text, sentences }) =>
      sum + BYTES.article + BYTES.sentence * sentences.length + BYTES.unit * text.length,
    BYTES.library,
  );
}
