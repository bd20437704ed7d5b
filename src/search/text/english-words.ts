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

let irregular: ReadonlyMap<string, readonly string[]> | undefined;

/** Irregular forms of a word: `leaf` → leaves. */
export function irregularForms(word: string): readonly string[] {
  irregular ??= invert(english.forms);
  return irregular.get(word) ?? NONE;
}

function invert(lines: string): ReadonlyMap<string, readonly string[]> {
  const inverted = new Map<string, string[]>();
  for (const line of lines.split('\n')) {
    const [form = '', ...bases] = line.split(' ');
    for (const base of bases) inverted.set(base, [...(inverted.get(base) ?? []), form]);
  }
  return inverted;
}

const NONE: readonly string[] = [];
