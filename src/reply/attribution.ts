import type { Article } from '../corpus/article.ts';
import { type Passage, sectionOf } from '../corpus/passage.ts';
import { shorten } from './shorten.ts';
import type { Words } from './words.ts';

/** How much of a heading or title stands in attribution, in UTF-16 units. */
const MOST_OF_A_NAME = 120;

/**
 * Where a passage stands: `Group 2: Background · sentence 7`, or `sentence 7` alone under a heading that is shown.
 * Sentences count from 1 through the whole article.
 */
export function whereOf(passage: Passage, words: Words, isUnderHeading = false): string {
  const numbers = words.place.sentences(passage.first + 1, passage.last + 1);
  const { heading } = sectionOf(passage);
  return heading && !isUnderHeading ? `${shorten(heading, MOST_OF_A_NAME)} · ${numbers}` : numbers;
}

/**
 * Who stands behind an article, each layer apart: `title · publisher via via, date · rev 9f3c1a2b`. Who speaks inside
 * a quotation is told by the quotation alone.
 */
export function sourceOf(article: Article, words: Words): string {
  const title = shorten(article.title, MOST_OF_A_NAME);
  const publication = words.place.publication(publicationOf(article));
  return `${title} · ${publication} · ${words.place.revision(shortRevision(article))}`;
}

/** The layers of an article's publication; the date as the source prints it, `2025-11-16 09:05`. */
export function publicationOf({ publisher, via, published }: Article) {
  return { publisher, via, published: published?.replace('T', ' ') };
}

/** The first eight hex digits of an article's revision. */
export function shortRevision({ revision }: Pick<Article, 'revision'>): string {
  return revision.slice(0, 8);
}
