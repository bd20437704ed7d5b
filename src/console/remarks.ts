import type { Article } from '../corpus/article.ts';
import { tell } from '../corpus/corpus-error.ts';

/** Tells on standard error what of the articles' front matter is not used, one line each. */
export function tellRemarks(articles: readonly Article[]): void {
  for (const problem of articles.flatMap(({ remarks = [] }) => remarks)) console.error(tell(problem));
}
