// What the process that reads and the one that asks say to one another.
import type { UnreadPassage } from '../search/search.ts';

/** Which of the two kinds of models it is. */
export type ReaderKind = 'scorer' | 'span reader';

export interface Opened {
  readonly kind: ReaderKind;
  readonly sha256: string;
  /** How many passages are read at once, so that they are within the budget; 0 where not even one is. */
  readonly most: number;
  /** How many tokens of a question with its passage are read at the most, so that they are within the budget. */
  readonly longest: number;
  /** How long so many of that length took, in milliseconds. */
  readonly batchMs: number;
  /** How much memory the process took more of, in bytes. */
  readonly memory: number;
  readonly runtime: string;
}

export interface Asked {
  readonly id: number;
  readonly question: string;
  readonly passages: readonly UnreadPassage[];
}

/** What a model says of a passage. */
export interface Scored {
  readonly score: number;
  /** UTF-16 offsets into the passage. */
  readonly span?: { readonly start: number; readonly end: number };
}

export type FromReader =
  | { readonly opened: Opened }
  | { readonly unfit: string }
  | { readonly id: number; readonly scored: readonly Scored[] }
  | { readonly id: number; readonly fault: string };

/** What the process is started with. */
export interface ReaderData {
  readonly folder: string;
  readonly budgetMs: number;
  readonly threads: number;
}
