import type { Article } from '../corpus/article.ts';
import { remarksOn } from '../corpus/corpus-error.ts';

/** Tells on standard error what of the articles' front matter is not used, one line each. */
export function tellRemarks(articles: readonly Article[]): void {
  for (const remark of remarksOn(articles)) console.error(remark);
}
