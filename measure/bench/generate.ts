// Makes endless prose whose words are as frequent as real ones.
import { below, type Random, randomFrom } from './random.ts';
import { wordMaker } from './vocabulary.ts';

/** The commonest first. */
export const FUNCTION_WORDS =
  'the of and in to a was that for as with by on is from at were which an be had or their has its are not been'.split(
    ' ',
  );

/** Of all words, as in English prose. */
const FUNCTION_SHARE = 0.45;

/**
 * Heaps' law: n content words hold about K · n^B different ones. At 11 content words a sentence these give
 * 74,000 different words in 80,000 sentences and 5,000 in 1,000.
 */
const HEAPS_K = 20;
const HEAPS_B = 0.6;

/** In words, each length as likely as the others: 20 in the mean. */
const SHORTEST = 10;
const LONGEST = 30;

/** What may close a sentence: a word too long to be taken for an abbreviation. */
const CLOSING = /^[a-z]{6,}$/;

/**
 * Endless prose without meaning, the same for the same seed, whose words are as frequent as those of real prose:
 * a content word is new as often as Heaps' law says and otherwise repeats one said before, which makes the frequent
 * more frequent and gives Zipf's law (Simon, "On a class of skew distribution functions", 1955).
 */
export function* sentencesFrom(seed: number): Generator<string, never> {
  const random = randomFrom(seed);
  const contentWord = contentWords(random);
  for (;;) {
    const length = SHORTEST + below(LONGEST - SHORTEST + 1, random);
    const words = [capitalized(functionWord(random))];
    while (words.length < length || !CLOSING.test(words.at(-1) ?? '')) {
      const word = random() < FUNCTION_SHARE ? functionWord(random) : contentWord();
      words.push(words.length % 9 === 8 && words.length < length - 1 ? `${word},` : word);
    }
    yield `${words.join(' ')}.`;
  }
}

function contentWords(random: Random): () => string {
  const makeWord = wordMaker(random);
  const vocabulary: string[] = [];
  const said: number[] = [];
  return () => {
    const novelty = HEAPS_K * HEAPS_B * (said.length + 1) ** (HEAPS_B - 1);
    const place =
      random() < novelty ? vocabulary.push(makeWord()) - 1 : (said[below(said.length, random)] ?? 0);
    said.push(place);
    return vocabulary[place] ?? '';
  };
}

/** Zipf's law over a short list: the n-th word is drawn about 1/n as often as the first. */
function functionWord(random: Random): string {
  const place = Math.floor((FUNCTION_WORDS.length + 1) ** random()) - 1;
  return FUNCTION_WORDS[place] ?? 'the';
}

function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
