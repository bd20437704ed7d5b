import type { Passage, Span } from '../corpus/passage.ts';

/** found: a passage covers the question. unclear: words are shared, but not what carries the question. absent: nothing near. */
export type Outcome = 'found' | 'unclear' | 'absent';

/** Why a question has the outcome it has. The words for it are the interface's (`src/reply/`). */
export type Reason =
  /** The first passage covers the question. */
  | { readonly kind: 'covered' }
  /** `words`, which carry the question, stand nowhere near the closest passage. */
  | { readonly kind: 'missing'; readonly words: readonly string[] }
  /** `words`, on which much of the question hangs, are not in the closest passage, but near it. */
  | { readonly kind: 'lacking'; readonly words: readonly string[] }
  /** The closest passage tells of `thing`, but of another's than `owner`'s. */
  | { readonly kind: 'of-another'; readonly thing: string; readonly owner: string }
  /** The words found weigh too little in the question. */
  | { readonly kind: 'thin' }
  /** No sentence comes near. */
  | { readonly kind: 'nothing-near' }
  /** Not a question that can be looked up; told before any search. */
  | { readonly kind: 'blank' | 'stop-words' | 'symbols' }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number };

/** Whether a question was not looked up at all, and `reason` tells why. */
export function isUnasked({ kind }: Reason): boolean {
  return ['blank', 'stop-words', 'symbols', 'too-long'].includes(kind);
}

/** A word of the question that was looked up as something else. */
export interface Reading {
  /** As the reader typed it. */
  readonly asked: string;
  /** What was looked up in its place, as the article prints it. */
  readonly read: readonly string[];
  readonly by: 'spelling' | 'alias' | 'dictionary' | 'sound' | 'derivation' | 'composition';
}

export interface RankedPassage extends Passage {
  /** Higher is better; comparable within one finding only. */
  readonly score: number;
  /** The sentence that was ranked; a pronoun at its start may have brought the one before along. */
  readonly focus: number;
  /** The words of the passage that match the question: ascending, not overlapping, offsets into the article's text. */
  readonly matches: readonly Span[];
}

export interface Finding {
  readonly question: string;
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** Best first; empty where `outcome` is absent. */
  readonly passages: readonly RankedPassage[];
  /** The nearest passage of an absent question, if any sentence shares a word with it: for the reader who asks to see it. */
  readonly closest?: RankedPassage;
  /** The question's words that the shown passages or the article hold, as typed. */
  readonly found: readonly string[];
  /** The question's words that were not found, as typed. */
  readonly missing: readonly string[];
  readonly readings: readonly Reading[];
  /** How sure the outcome is, from 0 to 1: the figure the thresholds are held against. */
  readonly confidence: number;
}
