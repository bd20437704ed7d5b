// English antonyms and senses.
import english from '../../../data/senses/english.json' with { type: 'json' };
import { lookUpIn } from './sorted-lines.ts';

const antonyms = lookUpIn(english.antonyms);
const people = lookUpIn(english.people);
let given: ReadonlySet<string> | undefined;
let places: ReadonlySet<string> | undefined;
let groups: ReadonlySet<string> | undefined;

const linesOf = (lines: string): ReadonlySet<string> => new Set(lines.split('\n'));

/** Words that say the contrary of an English word in lower case: `admit` → deny. */
export function antonymsOf(word: string): readonly string[] {
  return antonyms(word)?.split(' ') ?? [];
}

/** Whether an English noun in lower case and in the singular is of people first of all: `treasurer`. */
export function isPersonNoun(word: string): boolean {
  return people(word) !== undefined;
}

/** Whether a word, as written, is the given name of somebody whom WordNet knows: `Marie`. */
export function isGivenName(word: string): boolean {
  given ??= linesOf(english.given);
  return given.has(word);
}

/** Whether a name, as written, is of a place that WordNet knows: `Houston`, `Lake Erie`. */
export function isPlaceName(name: string): boolean {
  places ??= linesOf(english.places);
  return places.has(name);
}

/** Whether a name, as written, is of a group that WordNet knows: `Federal Reserve`. */
export function isGroupName(name: string): boolean {
  groups ??= linesOf(english.groups);
  return groups.has(name);
}
