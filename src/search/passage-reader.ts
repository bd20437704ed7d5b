// What may read the best passages of a ranking before they are judged, such as a model. It only chooses among them.
import type { Span } from '../corpus/passage.ts';

export interface PassageReader {
  /** What it is called. */
  readonly name: string;
  /** How many passages it reads at a time. */
  readonly most: number;
  /**
   * Reads passages, the best by ranking first. Resolves with what it makes of each, in their order; with undefined where it could not
   * read them in time, or at all: the answer is then the same as without it. Never rejects.
   */
  read(question: string, passages: readonly UnreadPassage[]): Promise<readonly Read[] | undefined>;
}

/** A passage that is to be read. */
export interface UnreadPassage {
  readonly text: string;
  /** Where in it the sentence begins that was ranked, as a UTF-16 offset; what stands before leads into it, and may be left out first. */
  readonly focus: number;
}

/** What a reader makes of a passage. */
export interface Read {
  /** What it adds to the passage's score in ranking, where one unit of BM25 is one. */
  readonly ranking: number;
  /** What it adds to the logarithm of the odds that the passage answers. */
  readonly judging: number;
  /** What in it answers, as UTF-16 offsets into the passage. */
  readonly span?: Span;
}
