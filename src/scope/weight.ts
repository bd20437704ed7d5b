// Estimates the memory of a library.
import type { Article } from '../corpus/article.ts';

/**
 * Bytes of memory that a scope's library takes beside the house's: for itself, for each article and for each byte of text in UTF-8. Of 3
 * articles of 40 sentences `npm run bench -- --scopes` tells what it takes and what is counted; one article of 25 sentences of the
 * judged articles took 72 to 105 kB in English, German, Russian, Thai and Chinese, where this counts 80 to 145.
 */
const BYTES = { library: 40_000, article: 1_000, byte: 10 } as const;

/** What a scope without articles takes: its entry in the cache. */
const EMPTY_BYTES = 500;

/** About how many bytes of memory a scope's own articles take. */
export function weightOf(articles: readonly Article[]): number {
  if (articles.length === 0) return EMPTY_BYTES;
  return articles.reduce<number>(
    (sum, { text }) => sum + BYTES.article + BYTES.byte * Buffer.byteLength(text),
    BYTES.library,
  );
}
