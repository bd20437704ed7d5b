// What is measured: anything that finds sentences.
import type { Article } from '../src/corpus/article.ts';
import type { Span } from '../src/corpus/passage.ts';
import type { Outcome } from '../src/search/search.ts';

/** What an engine gives for a question. */
export interface Answer {
  /** Best first: UTF-16 offsets into the article's text. */
  readonly passages: readonly Span[];
  /** Of engines that judge their answers. */
  readonly outcome?: Outcome;
  /** From 0 to 1, of engines that judge their answers. */
  readonly confidence?: number;
}

/** Answers a question from one of the articles indexed, with at most `limit` passages. */
export type Asker = (question: string, article: Article, limit: number) => Promise<Answer>;

/** Something that finds sentences, set up and measured like all others. */
export interface Engine {
  readonly name: string;
  index(articles: readonly Article[]): Promise<Asker>;
}
