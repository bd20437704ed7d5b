// Chinese words in English.
import { readFileSync } from 'node:fs';
import { createRequire as requireFrom } from 'node:module';

/** Chinese words in English: CC-CEDICT (MDBG and contributors, CC BY-SA 4.0), condensed in `data/cedict/`. */
export interface Dictionary {
  holds(word: string): boolean;
  /** How a character is read, in pinyin without its tone: `nuo`; an empty string for one it does not know. */
  syllable(character: string): string;
  /** English senses of a word in simplified or traditional characters, without remarks: `["to respond", "response"]`. */
  senses(word: string): readonly string[];
}

/** How many senses of a word are looked up, and of how many words: longer ones are explanations, whose words stand in any text. */
export const MOST_SENSES = 12;
export const MOST_SENSE_WORDS = 3;

let shared: Dictionary | undefined;

/** The dictionary, read once for all libraries: 0.2 seconds and 40 MB, so only when a Chinese question meets a text that is not. */
export function dictionary(): Dictionary {
  shared ??= readDictionary();
  return shared;
}

function readDictionary(): Dictionary {
  const text = readFileSync(requireFrom(import.meta.url).resolve('#data/cedict/words.tsv'), 'utf8');
  /** The rests of the lines of a word, with its reading and its senses. */
  const entries = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [traditional, simplified, rest] = fieldsOf(line);
    if (traditional === '') continue;
    add(entries, simplified || traditional, rest);
    if (simplified !== '') add(entries, traditional, rest);
  }
  const restsOf = (word: string) => (entries.get(word) ?? []).map((rest) => rest.split('\t'));
  return {
    holds: (word) => entries.has(word),
    syllable: (character) => restsOf(character)[0]?.[0] ?? '',
    senses: (word) => [
      ...new Set(restsOf(word).flatMap(([, senses = '']) => (senses === '' ? [] : senses.split('/')))),
    ],
  };
}

/** A word in traditional characters, in simplified ones where they differ, and the rest of its line. */
function fieldsOf(line: string): readonly [string, string, string] {
  const first = line.indexOf('\t');
  const second = line.indexOf('\t', first + 1);
  return [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)];
}

function add(entries: Map<string, string[]>, word: string, rest: string): void {
  const known = entries.get(word);
  if (known) known.push(rest);
  else entries.set(word, [rest]);
}
