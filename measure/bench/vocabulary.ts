// Makes up words.
import { below, oneOf, type Random } from './random.ts';

const ONSETS = [
  'b',
  'br',
  'c',
  'cl',
  'd',
  'dr',
  'f',
  'fl',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'pr',
  'qu',
  'r',
  's',
  'sh',
  'sl',
  'st',
  't',
  'th',
  'tr',
  'v',
  'w',
] as const;
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'io', 'ou', 'ai'] as const;
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'ct', 'rt', 'st', 'ng'] as const;
const ENDINGS = ['s', 's', 'ed', 'ing', 'er', 'ly', 'ness', 'ment'] as const;

/** Of new words: how many are names, figures, and inflections of a word that was there before. */
const NAMES = 0.15;
const FIGURES = 0.04;
const INFLECTIONS = 0.25;

/** Words are longer the later they come up, as rare words are in English: syllables of the n-th word. */
function syllablesOf(place: number): number {
  if (place < 300) return 2;
  return place < 20_000 ? 3 : 4;
}

/** Makes up a word that looks like English, a name, a year or a number; never the same twice. */
export function wordMaker(random: Random): () => string {
  const used = new Set<string>();
  const bases: string[] = [];

  const spell = () => {
    let word = '';
    const syllables = syllablesOf(used.size) - (random() < 0.3 ? 1 : 0);
    for (let n = 0; n < syllables; n += 1) word += oneOf(ONSETS, random) + oneOf(VOWELS, random);
    return word + oneOf(CODAS, random);
  };
  const invent = () => {
    const kind = random();
    if (kind < FIGURES) return String(random() < 0.5 ? 1700 + below(326, random) : below(100_000, random));
    if (kind < FIGURES + NAMES) {
      const name = spell();
      return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    }
    const base = bases[below(bases.length, random)];
    if (base !== undefined && kind < FIGURES + NAMES + INFLECTIONS) return base + oneOf(ENDINGS, random);
    const word = spell();
    bases.push(word);
    return word;
  };

  return () => {
    let word = invent();
    while (used.has(word.toLowerCase())) word = invent();
    used.add(word.toLowerCase());
    return word;
  };
}
