import type { Session } from '../commands/command.ts';
import type { Article } from '../src/corpus/article.ts';
import { type ArticleParts, articleFrom } from '../src/corpus/article-from.ts';
import { readCorpus } from '../src/corpus/read.ts';
import type { Locale } from '../src/reply/locale.ts';
import { WORDS } from '../src/reply/words.ts';
import { createLibrary } from '../src/search/search.ts';

/** A session on some articles. */
export function sessionOn(articles: readonly Article[], locale: Locale = 'en-US'): Session {
  return { library: createLibrary(articles), locale, words: WORDS[locale] };
}

/** A session on the first article of this repository. */
export async function realSession(locale?: Locale): Promise<Session> {
  const articles = await readCorpus('corpus');
  return sessionOn(
    articles.filter(({ id }) => id === 'qwen-panic'),
    locale,
  );
}

/** A session on all articles of this repository. */
export async function corpusSession(locale?: Locale): Promise<Session> {
  return sessionOn(await readCorpus('corpus'), locale);
}

/** An article of a few lines. */
export function articleOf(text: string, parts: Partial<ArticleParts> = {}): Article {
  return articleFrom({
    id: 'lighthouse',
    title: 'The Lighthouse',
    publisher: 'Harbor Post',
    lang: 'en',
    text,
    ...parts,
  });
}

/** A short text with two headings, used where a test is about sentences and sections rather than about news. */
export const LIGHTHOUSE = `## Building

The lighthouse was finished in 1871 [1]. Its lamp burned whale oil until 1902 [2].

## Keepers

Anna Berg kept the lamp for thirty years [2]. She wrote down every storm. The last keeper left in 1964 [4].
`;
