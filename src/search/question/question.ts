// What a parsed question is.
import type { Reading } from '../finding.ts';
import type { Range } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Concept } from './concepts.ts';

/** What a question asks for of one owner: "the *CEO* of *Alibaba*". */
export interface Possession {
  /** What is asked for, as typed, and its term; undefined where no article of the shelf holds it. */
  readonly thing: string;
  readonly thingTerm: number | undefined;
  /** Whose, as typed, and the terms of its words. */
  readonly owner: string;
  readonly ownerTerms: ReadonlySet<number | undefined>;
}

/** A question as it was parsed, once, for the articles of one language: what ranking and judging go by. */
export interface Question {
  /** As the reader typed it. */
  readonly text: string;
  /** What it was parsed for. */
  readonly shelf: Shelf;
  readonly range: Range;
  /** Words and names that are looked up, in the question's order; names and figures among them say that they are. */
  readonly concepts: readonly Concept[];
  readonly readings: readonly Reading[];
  readonly kind: Kind;
  /** The concepts that name the very thing asked for ("how many *parameters*"); empty where no form names it plainly. */
  readonly thing: readonly Concept[];
  readonly possession: Possession | undefined;
  /** Whether it asks who somebody is, so that no group answers. */
  readonly asksIndividual: boolean;
  /** Whether it only names something, and asks nothing of it: `Qwen`, `What about the White House?` */
  readonly isTopic: boolean;
  /** Whether it denies something: "Who does *not* pay?" */
  readonly isNegated: boolean;
}
