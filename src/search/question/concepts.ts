// What a concept of a question is.
import type { Reading } from '../finding.ts';
import type { Range } from '../index/sentence-index.ts';
import { holdsTerm, type Shelf } from '../index/shelf.ts';
import { rarityIn } from '../text/frequency.ts';
import { ACRONYM } from '../text/shape.ts';
import type { Meaning } from './meaning.ts';

/** One way to look a concept up: a term, or several that stand for it together (`Financial Times`). */
export interface Alternative {
  readonly terms: readonly number[];
  /** How much it counts beside the word as typed, from 0 to 1. */
  readonly factor: number;
  /** It is the word itself in another spelling or form: all that are so tell as much as one term for them would. */
  readonly isSame?: true;
  /** The only sentences in which the terms stand for it, as they are printed together there; all that hold them otherwise. */
  readonly sentences?: ReadonlySet<number>;
}

/** A word or name of the question that is looked up; in each sentence the best of its alternatives counts. */
export interface Concept {
  /** As the reader typed it. */
  readonly asked: string;
  /** Offset in the question. */
  readonly at: number;
  readonly alternatives: readonly Alternative[];
  /** Whether some sentence holds the word, or what it was read as; not so where only related words do. */
  readonly found: boolean;
  /** How much the question hangs on it: `rarity`, for languages without counts an estimate on the same scale. */
  readonly rarity: number;
  /** Whether it names somebody or something, as far as capitals and aliases tell. */
  readonly isName: boolean;
  /** Whether it is a figure. */
  readonly isNumber: boolean;
  /** A character of a Han word that is a concept itself. */
  readonly part: boolean;
  /** Its alternatives are other words that only look like it: they rank, and are no evidence. */
  readonly isGuess?: boolean;
  /** It says what kind of thing is asked for ("how *old*", "what *year*"), and tells nothing of what is asked. */
  readonly isAsking?: boolean;
  /** What tells which words are like it in meaning; undefined for names made of several words, figures, and in languages without. */
  readonly meaning?: Meaning;
  /** Stems it was looked up as, whether or not a sentence holds them: for titles and headings. */
  readonly stems: readonly string[];
}

export interface ReadQuestion {
  /** In the question's order. */
  readonly concepts: readonly Concept[];
  readonly readings: readonly Reading[];
}

/** A question while it is read: what it is looked up in, and what was read so far. */
export interface Draft {
  readonly shelf: Shelf;
  readonly range: Range;
  /** Whether a sentence of the range holds the term. */
  readonly holds: (term: number) => boolean;
  readonly concepts: Concept[];
  readonly readings: Reading[];
}

export function draftFor(shelf: Shelf, range: Range): Draft {
  return { shelf, range, holds: (term) => holdsTerm(shelf, term, range), concepts: [], readings: [] };
}

/** The terms of a name or a phrase; −1 for a word that no article of the shelf holds. */
export function termsOf({ index: { language, termId } }: Shelf, text: string): number[] {
  const words = language
    .tokenize(text)
    .filter((word) => !language.isStopWord(word.text) || ACRONYM.test(word.text));
  return words.map((word) => termId.get(language.stem(word.text)) ?? -1);
}

/** Rarity of the rarest word of a text in the shelf's language. */
export function rarestOf({ index: { language } }: Shelf, text: string): number {
  return Math.max(0, ...language.tokenize(text).map((word) => rarityIn(language, word.text)));
}

/** Adds a name as the articles print it, unless they do not print it in range; tells which. */
export function addName(
  { shelf, holds, concepts, readings }: Draft,
  asked: string,
  at: number,
  printed: readonly string[],
): boolean {
  const own = termsOf(shelf, asked);
  const held = printed
    .map((name) => ({ name, terms: termsOf(shelf, name) }))
    .filter(({ terms }) => terms.length > 0 && terms.every(holds));
  if (held.length === 0) return false;
  const asTyped = own.length > 0 && own.every(holds) ? [{ terms: own, factor: 1 }] : [];
  concepts.push({
    asked,
    at,
    alternatives: [...asTyped, ...held.map(({ terms }) => ({ terms, factor: 1 }))],
    found: true,
    rarity: Math.max(...held.map(({ name }) => rarestOf(shelf, name))),
    isName: true,
    isNumber: false,
    part: false,
    stems: [],
  });
  if (asTyped.length === 0) readings.push({ asked, read: held.map(({ name }) => name), by: 'alias' });
  return true;
}
