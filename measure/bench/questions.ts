// Makes questions about generated text.
import { termsOf } from '../peers/terms.ts';
import { below, type Random, randomFrom, someOf } from './random.ts';

/** A question made of words of one sentence. */
export interface MadeQuestion {
  /** Index of that sentence. */
  readonly target: number;
  readonly question: string;
  /** The same with a typing error in each of its two longest words. */
  readonly misspelt: string;
  /** The first letters of its longest word, as autocomplete sees them. */
  readonly typed: string;
}

const OPENINGS = ['what', 'who', 'when did', 'where was', 'how many', 'which', 'why was'];
const LINKS = ['the', 'of the', 'in', 'with a', 'for the', 'and', 'by'];
const LETTERS = 'etaoinshrdlucmfwypvbgk';

/** Content words in a question, at most. */
const MOST_WORDS = 5;

/** Makes questions about sentences spread over the whole text, the same for the same seed. */
export function questionsAbout(sentences: readonly string[], count: number, seed: number): MadeQuestion[] {
  const random = randomFrom(seed);
  const terms = termsOf('en');
  const made: MadeQuestion[] = [];
  for (let tries = 0; made.length < count && tries < 10 * count; tries += 1) {
    const target = below(sentences.length, random);
    const words = (sentences[target]?.match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) =>
      terms.normalize(word.toLowerCase()),
    );
    const chosen = someOf(words, 3 + below(MOST_WORDS - 2, random), random);
    const longest = chosen.toSorted((a, b) => b.length - a.length).slice(0, 2);
    if (chosen.length < 2) continue;
    const ask = (as: (word: string) => string) =>
      chosen.reduce(
        (question, word, at) =>
          `${question} ${at === 0 ? '' : `${LINKS[(target + at) % LINKS.length]} `}${as(word)}`,
        OPENINGS[target % OPENINGS.length] ?? 'what',
      );
    const mistyped = new Map(longest.map((word) => [word, misspell(word, random)]));
    const first = longest[0] ?? '';
    made.push({
      target,
      question: `${ask((word) => word)}?`,
      misspelt: `${ask((word) => mistyped.get(word) ?? word)}?`,
      typed: first.slice(0, 2 + below(Math.max(1, first.length - 1), random)),
    });
  }
  return made;
}

/** One typing error: a letter left out, doubled up with another, replaced, or exchanged with its neighbor. */
export function misspell(word: string, random: Random): string {
  const at = 1 + below(Math.max(1, word.length - 2), random);
  const letter = LETTERS[below(LETTERS.length, random)] ?? 'e';
  switch (below(4, random)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
}
