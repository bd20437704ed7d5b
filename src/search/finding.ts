// What a search finds.
import type { Passage, Span } from '../corpus/passage.ts';
import type { Kind } from './kinds/kind.ts';

/**
 * found: likely an answer, and nothing that is named lacks. unclear: near, and no more is known. absent: nothing near. about: the
 * question is about the articles themselves, or about the bot.
 */
export type Outcome = 'found' | 'unclear' | 'absent' | 'about';

/** Why a question has the outcome it has. The words for it are the interface's (`src/reply/`). */
export type Reason =
  /** The first passage has every name and number of the question, and is likely an answer. */
  | { readonly kind: 'covered' }
  /** `words` of the question are not in the closest passage. */
  | { readonly kind: 'lacking'; readonly words: readonly string[] }
  /** Nothing in the closest passage is of the kind asked for. */
  | { readonly kind: 'lacking-kind'; readonly of: Kind }
  /** The closest passage tells of `thing`, but of another's than `owner`'s. */
  | { readonly kind: 'of-another'; readonly thing: string; readonly owner: string }
  /** The closest passage has `printed`, the contrary of `word`. */
  | { readonly kind: 'contrary'; readonly word: string; readonly printed: string }
  /** The closest passage denies what the question takes for granted, in the words `printed`. */
  | { readonly kind: 'denied'; readonly printed: string }
  /** In the closest passage `object` does what the question has done to it. */
  | { readonly kind: 'other-way-round'; readonly verb: string; readonly object: string }
  /** The closest passage has no telling word of the question: it is the nearest in meaning. */
  | { readonly kind: 'meaning' }
  /** Nothing is seen against the closest passage, and too little for it. */
  | { readonly kind: 'thin' }
  /** No sentence comes near. */
  | { readonly kind: 'nothing-near' }
  /** The editors chose the passages as the answer; the editors say that the article does not answer. */
  | { readonly kind: 'chosen' | 'said-none' }
  /** What of the articles themselves is asked for. */
  | { readonly kind: 'about'; readonly topic: Topic }
  /** Not a question that can be looked up; told before any search. */
  | { readonly kind: 'blank' | 'stop-words' | 'symbols' }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number };

/** What a question about the article itself asks for, or about the bot. */
export type Topic =
  | 'subject'
  | 'publisher'
  | 'date'
  | 'title'
  | 'length'
  | 'sources'
  | 'note'
  | 'bot'
  | 'greeting'
  | 'thanks';

export interface About {
  readonly topic: Topic;
  /** For `note`: the mark as printed, such as `[4]`. */
  readonly note?: string;
}

/** How a passage has a word of a question. */
export interface Held {
  /** `held`: the word itself in some form. `read`: what it was read as. */
  readonly state: 'held' | 'read';
  /** Where, as offsets into the article's text: ascending. */
  readonly spans: readonly Span[];
}

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

/** A name, a figure or a telling word of the question; its other words where none tells. */
export interface AskedWord {
  /** As the reader typed it. */
  readonly word: string;
  /** The one sign between it and the telling word before it, such as a space or a hyphen; undefined where there is more. */
  readonly gap: string | undefined;
  readonly isName: boolean;
  readonly isNumber: boolean;
  readonly isYear: boolean;
}

export interface RankedPassage extends Passage {
  /** Higher is better; comparable within one finding only. */
  readonly score: number;
  /** The sentence that was ranked; a pronoun at its start, or a name that it lacks, may have brought those before along. */
  readonly focus: number;
  /** The words of the passage that match the question: ascending, not overlapping, offsets into the article's text. */
  readonly matches: readonly Span[];
  /** How it has each of the finding's `words`, in their order; undefined where it lacks one. */
  readonly held: readonly (Held | undefined)[];
  /** Where it has the nearest in meaning to each of the finding's `words` that it lacks, in their order; empty where nothing is near. */
  readonly near: readonly (readonly Span[])[];
  /** What is of the kind asked for, beside what the question brought: offsets into the article's text. */
  readonly answers: readonly Span[];
  /** Whether anything in it can be of the kind asked for. */
  readonly mayAnswer: boolean;
  /** Years that it prints. */
  readonly years: readonly Span[];
  /** Whether it has enough of the question to be shown beside the first. */
  readonly standsBeside: boolean;
}

export interface Finding {
  readonly question: string;
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** BCP 47 primary tag of the articles that were looked at; undefined where none was. */
  readonly lang?: string;
  /** The language of the articles (BCP 47 primary tag), where the question is in another one and no dictionary leads there. */
  readonly foreign?: string;
  readonly kind: Kind;
  /** What the evidence is told of, in the question's order. */
  readonly words: readonly AskedWord[];
  /** Best first; empty where `outcome` is absent. */
  readonly passages: readonly RankedPassage[];
  /** The nearest passage of an absent question, if any sentence shares a word with it: for the reader who asks to see it. */
  readonly closest?: RankedPassage;
  /** The question's words that the shown passages or the article hold, as typed. */
  readonly found: readonly string[];
  /** The question's words that were not found, as typed. */
  readonly missing: readonly string[];
  readonly readings: readonly Reading[];
  /** Of the outcome `about`: what is asked for. */
  readonly about?: About;
  /** How near the articles come to the question, from 0 to 1: below a threshold it is absent. */
  readonly nearness: number;
  /** How likely it is that the first passage answers, from 0 to 1. */
  readonly confidence: number;
}

/** The finding of a question of which nothing is known yet. */
export function unseen(question: string): Finding {
  return {
    question,
    outcome: 'absent',
    reason: { kind: 'nothing-near' },
    kind: 'other',
    words: [],
    passages: [],
    found: [],
    missing: [],
    readings: [],
    nearness: 0,
    confidence: 0,
  };
}
