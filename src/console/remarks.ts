// Holds lines that nobody asked for until there is room for them.
import type { Article } from '../corpus/article.ts';
import { remarksOn } from '../corpus/corpus-error.ts';

/** Takes lines about the articles' files that nobody asked for: to standard error until something else shows them. */
export interface Remarks {
  tell(line: string): void;
  /** Shows all further lines. */
  showBy(show: (line: string) => void): void;
}

export function makeRemarks(): Remarks {
  let show = (line: string) => console.error(line);
  return {
    tell: (line) => show(line),
    showBy(next) {
      show = next;
    },
  };
}

/** Tells on standard error what of the articles' front matter is not used, one line each. */
export function tellRemarks(articles: readonly Article[]): void {
  for (const remark of remarksOn(articles)) console.error(remark);
}
