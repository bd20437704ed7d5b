// How rare English words are.
import { readFileSync } from 'node:fs';
import { createRequire as requireFrom } from 'node:module';
import type { Language } from './language.ts';

/** Words in SUBTLEX-US, the subtitles that the counts are taken from (Brysbaert & New 2009). */
const CORPUS_SIZE = 49_719_560;

/** Words looked up in the text of the list before it is worth reading it whole, which takes 10 ms. */
const SEARCHES = 64;

let text: string | undefined;
let counts: ReadonlyMap<string, number> | undefined;
const searched = new Map<string, number>();

/** The commonest words, each on a line with its count, in small letters; a line break stands before each and behind the last. */
function readText(): string {
  const file = requireFrom(import.meta.url).resolve('#data/frequencies/english.tsv');
  return `\n${readFileSync(file, 'utf8')}`;
}

/** How often a word stands in the corpus; 0 for one that is not among the commonest. */
function countOf(word: string): number {
  text ??= readText();
  const lower = word.toLowerCase();
  if (!counts && searched.size < SEARCHES) {
    const known = searched.get(lower);
    if (known !== undefined) return known;
    const count = searchFor(lower, text);
    searched.set(lower, count);
    return count;
  }
  counts ??= readCounts(text);
  return counts.get(lower) ?? 0;
}

function searchFor(word: string, list: string): number {
  const entry = `\n${word}\t`;
  const at = list.indexOf(entry);
  return at < 0 ? 0 : Number(list.slice(at + entry.length, list.indexOf('\n', at + 1)));
}

function readCounts(list: string): ReadonlyMap<string, number> {
  return new Map(
    list
      .trim()
      .split('\n')
      .map((line) => {
        const [word = '', count] = line.split('\t');
        return [word, Number(count)];
      }),
  );
}

/** What is assumed of a word that is not among the commonest: half of the least of those. */
const UNLISTED_COUNT = 17;

/** How much an English word tells by its rarity: ln(words ÷ count), 3.5 for `the`, 10 for `military`, 15 for words not listed. */
export function rarity(word: string): number {
  return Math.log(CORPUS_SIZE / (countOf(word) || UNLISTED_COUNT));
}

/** Whether a word is among the 21,500 commonest of English: one that is, was hardly misspelt. */
export function isCommon(word: string): boolean {
  return countOf(word) > 0;
}

/** Rarity of a word that nothing is known of, between a rare and an unlisted word of English. */
export const UNKNOWN_RARITY = 13;
/** Rarity of a figure: a year or an amount tells about as much as a rare word. */
const NUMBER_RARITY = 13;

/** Rarity on the scale of English. Longer words are rarer in every language (Zipf 1949), which must do without counts. */
export function rarityIn({ tag }: Language, word: string): number {
  if (/^\p{N}/u.test(word)) return NUMBER_RARITY;
  if (tag === 'en') return rarity(word);
  return Math.min(15, 6.2 + 0.8 * word.length);
}
