// English words, forms, and spellings.
import english from '../../../data/words/english.json' with { type: 'json' };
import { lookUpIn } from './sorted-lines.ts';

/** Parts of speech, as bits. */
export const PART = { noun: 1, verb: 2, adjective: 4, adverb: 8 } as const;

const parts = lookUpIn(english.words);
const forms = lookUpIn(english.forms);
const names = lookUpIn(english.names);
const spellings = lookUpIn(english.spellings);
const derivations = lookUpIn(english.derivations);

/** `PART` bits of an English word in lower case; 0 where WordNet does not know it. */
export function partsOfSpeech(word: string): number {
  return Number(parts(word) ?? 0);
}

/** Words that a word is an irregular form of: `leaves` → leaf, leave. */
export function irregularBases(word: string): readonly string[] {
  return forms(word)?.split(' ') ?? NONE;
}

/** The American spelling of a word in lower case: `colour` → color. */
export function americanSpelling(word: string): string {
  return spellings(word) ?? word;
}

/** Whether a word, in lower case, names a country, town, river, people or person that WordNet knows. */
export function isEnglishName(word: string): boolean {
  return names(word) !== undefined;
}

/** Words one step of derivation away, in either direction: `election` → elect. Only in American spelling. */
export function wordsDerived(word: string): readonly string[] {
  return (
    derivations(word)
      ?.split(' ')
      .map((other) => word.slice(0, Number(other[0])) + other.slice(1)) ?? NONE
  );
}

/** Irregular forms of a word: `leaf` → leaves. Few are asked for, so that all lines are searched instead of turned around. */
export function irregularForms(word: string): readonly string[] {
  const { forms: lines } = english;
  const found: string[] = [];
  const wanted = ` ${word}`;
  for (let at = lines.indexOf(wanted); at >= 0; at = lines.indexOf(wanted, at + 1)) {
    const after = lines[at + wanted.length];
    if (after !== undefined && after !== ' ' && after !== '\n') continue;
    const start = lines.lastIndexOf('\n', at) + 1;
    found.push(lines.slice(start, lines.indexOf(' ', start)));
  }
  return found;
}

const NONE: readonly string[] = [];
