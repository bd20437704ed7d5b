// Finds words that are alike in meaning.
import type { Sense } from '../text/thesaurus.ts';
import type { Draft } from './concepts.ts';

/** A term near a word in meaning. */
export interface NearTerm {
  readonly term: number;
  /** From `LEAST_LIKENESS` to 1. */
  readonly likeness: number;
}

/** What tells which words of the articles are like a word of the question in meaning: it ranks, and is no evidence. */
export interface Meaning {
  /** The row of its vector; −1 where it has none. */
  readonly row: number;
  /** Terms that a thesaurus has beside it, and how likely both are meant so. */
  readonly beside: ReadonlyMap<number, { readonly sense: Sense; readonly share: number }>;
  /** The terms in range that are most like it, nearest first. */
  readonly nearest: readonly NearTerm[];
}

/** Terms that sentences are looked for by, for each word: each costs as much as a word of the question. */
const MOST_NEAR = 3;
/** Cosine, or share in the thesaurus, from which a word leads to a sentence; from 0.5 to 0.65 no R@3 moves by more than 0.001. */
export const LEAST_LIKENESS = 0.55;

/** The meaning of a word in the shelf's language; undefined where neither a thesaurus nor a vector knows it. */
export function meaningOf({ shelf, holds }: Draft, asked: string): Meaning | undefined {
  const meanings = shelf.meanings();
  const { language, termId } = shelf.index;
  if (!meanings || language.isNumber(asked)) return undefined;
  const own = termId.get(language.stem(asked));
  const row = meanings.rowOfWord(asked);
  const beside = new Map<number, { sense: Sense; share: number }>();
  for (const { word, sense, share } of language.thesaurus(asked)) {
    const term = termId.get(word) ?? 0;
    if (term !== 0 && share > (beside.get(term)?.share ?? 0)) beside.set(term, { sense, share });
  }
  if (row < 0 && beside.size === 0) return undefined;
  const alike = (row < 0 ? [] : meanings.vectors.nearestTo(row)).map(({ word, likeness }) => ({
    term: termId.get(language.stem(word)) ?? 0,
    likeness,
  }));
  const listed = [...beside].map(([term, { share }]) => ({ term, likeness: share }));
  const nearest = [...alike, ...listed]
    .filter(({ term, likeness }) => likeness >= LEAST_LIKENESS && term !== own && holds(term))
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ term }, at, all) => all.findIndex((other) => other.term === term) === at)
    .slice(0, MOST_NEAR);
  return { row, beside, nearest };
}
