// Finds the document of a source that an article came from.
import type { Article } from '../corpus/article.ts';
import type { Draft, Outcome } from './draft.ts';

/** The document of a source that an article was made of: the only one, or the feed's entry of the same address or title. */
export function entryOf(
  article: Pick<Article, 'title' | 'url'>,
  outcomes: readonly Outcome[],
): Draft | undefined {
  return outcomes
    .flatMap((outcome) => ('draft' in outcome ? [outcome.draft] : []))
    .find(
      ({ stated }) =>
        outcomes.length === 1 ||
        (article.url !== undefined ? stated.url === article.url : stated.title === article.title),
    );
}
