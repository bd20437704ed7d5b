// Suggests for what is typed in Chinese.
import type { Shelf } from '../index/shelf.ts';
import { dictionary, MOST_SENSE_WORDS, MOST_SENSES } from '../text/cc-cedict.ts';
import { hanRuns } from '../text/tokenizer.ts';
import type { Offer, Phrase } from './phrase.ts';
import { phrasesWithRun } from './phrase-match.ts';
import { type PhrasePool, startingWith } from './phrase-pool.ts';

/** Characters of the longest name or word looked for, and of the shortest word: one alone means too many things. */
const LONGEST = 12;
const SHORTEST_WORD = 2;

/**
 * Phrases of a text in another language for what is typed in Chinese: the longest end of it that begins another name
 * of the articles, else the longest that is a word of the dictionary. What is typed before it is kept.
 */
export function phrasesInChinese(typed: string, shelf: Shelf, pool: PhrasePool): readonly Offer[] {
  const run = hanRuns(typed).at(-1);
  if (!run) return [];
  const ends = [...run.text].map((_, i, characters) => characters.slice(i).join('')).slice(-LONGEST);
  const offersFor = (phrasesOf: (end: string) => readonly Phrase[]) => {
    for (const end of ends) {
      const phrases = phrasesOf(end);
      if (phrases.length > 0) return phrases.map((phrase) => ({ kept: typed.slice(0, -end.length), phrase }));
    }
    return [];
  };
  const named = offersFor((end) =>
    shelf.names.beginning(shelf.index.language.fold(end)).flatMap((printed) => pool.named(printed) ?? []),
  );
  return named.length > 0 ? named : offersFor((end) => translated(end, shelf, pool));
}

function translated(word: string, shelf: Shelf, pool: PhrasePool): readonly Phrase[] {
  if ([...word].length < SHORTEST_WORD) return [];
  const { language } = shelf.index;
  const found = new Set<Phrase>();
  for (const sense of dictionary().senses(word).slice(0, MOST_SENSES)) {
    const words = language.tokenize(sense).filter(({ text }) => !language.isStopWord(text));
    if (words.length > MOST_SENSE_WORDS) continue;
    const typed = words.map(({ text }) => ({
      form: language.fold(text),
      isStop: false,
      mask: startingWith(pool, language.stem(text), false) ?? startingWith(pool, language.fold(text), false),
    }));
    if (typed.length === 0) continue;
    for (const phrase of phrasesWithRun(pool, typed, shelf.names, { isOpen: true, isAll: true })) {
      found.add(phrase);
    }
  }
  return [...found];
}
