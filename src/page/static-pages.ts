// All pages of some articles, to be served as files by whoever serves files.
import type { Article } from '../corpus/article.ts';
import { type Locale, localeOf } from '../reply/locale.ts';
import { createLibrary } from '../search/search.ts';
import type { PageAddresses } from './address.ts';
import { longestAnchored } from './article-page.ts';
import { makePages } from './pages.ts';

export interface PageFile {
  /** As `a/<token>/<article>/index.html`, with slashes. */
  readonly path: string;
  readonly contents: string;
}

/** How many pages there are of an article: one for each passage that has an anchor, and one of all of it where that may be published again. */
export function countPages(article: Article): number {
  return rangesOf(article).length + (article.republish ? 1 : 0);
}

/**
 * The pages of articles as files, in the language of each article where the interface has it, else in English, unless one is told. A
 * server of files leads from an address to the `index.html` in a folder of that name.
 */
export async function* staticPages(
  articles: readonly Article[],
  addresses: PageAddresses,
  told?: Locale,
): AsyncGenerator<PageFile> {
  const library = createLibrary(articles);
  const pages = makePages({ addresses, libraryOf: async () => library });
  for (const article of articles) {
    const locale = told ?? localeOf(article.lang);
    const whole = addresses.ofArticle(undefined, article);
    const passages = rangesOf(article).map(({ first, last }) =>
      addresses.ofPassage(undefined, { article, first, last }),
    );
    for (const address of [...passages, whole]) {
      if (address === undefined) continue;
      const path = PATH.exec(address)?.[0] ?? '';
      const { body } = await pages(path, locale);
      yield { path: `${path.slice(1)}/index.html`, contents: body };
    }
  }
  const { body } = await pages('/', told ?? 'en-US');
  yield { path: '404.html', contents: body };
}

/** What of an address is a page's own. */
const PATH = /\/[pa]\/[\w-]+\/[^/]+(?:\/s[\d-]+)?$/;

function rangesOf(article: Article): readonly { readonly first: number; readonly last: number }[] {
  const longest = longestAnchored(article);
  return article.sentences.flatMap(({ section }, first) =>
    Array.from({ length: longest }, (_, more) => ({ first, last: first + more })).filter(
      ({ last }) => article.sentences[last]?.section === section,
    ),
  );
}
