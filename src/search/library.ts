// What a library is.
import type { Article } from '../corpus/article.ts';
import type { Result } from '../result.ts';
import type { Finding, Reason } from './finding.ts';
import type { Question } from './question/question.ts';

/** UTF-16 units of the longest question. */
export const LONGEST_QUESTION = 300;

export interface AskOptions {
  /** Id of the only article to search; all of them otherwise. */
  readonly article?: string;
  /** How many passages at most; 3 unless told. */
  readonly limit?: number;
  /** Look the text up whatever it says: what is about the article itself is told from it otherwise. */
  readonly plainly?: boolean;
}

/** All articles, indexed in memory. */
export interface Library {
  readonly articles: readonly Article[];
  /** The same articles in the lists that they lie in, where they are several: those of the house, and a scope's own. */
  readonly lists?: readonly (readonly Article[])[];
  /** What a model that reads its passages is called; left out where none does. */
  readonly readBy?: string;
  /** The article with that id, or undefined. */
  article(id: string): Article | undefined;
  /**
   * Parses a question, once for each language of the articles, for `rank` and `judge`; else tells why it cannot be looked
   * up. Throws as `ask` does.
   */
  parse(question: string, options?: AskOptions): Result<readonly Question[], Reason>;
  /**
   * Finds the passages that answer a question of at most 300 characters. What cannot be answered is a `Finding` too;
   * throws only a `RangeError` for an `article` that is not held.
   */
  ask(question: string, options?: AskOptions): Promise<Finding>;
  /**
   * Headings, names and noun phrases of the articles that match what is typed so far, best first; each at most
   * 100 characters. Forgives spelling, and reads Chinese names through the articles' aliases.
   */
  suggest(typed: string, options?: AskOptions): readonly string[];
}
