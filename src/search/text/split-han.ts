// Splits Chinese into words.
import type { Token } from './tokenizer.ts';

/** Characters of the longest word looked for. */
const LONGEST_WORD = 12;
/** What a word of each kind costs: few long words read better than many short ones, and names before all. */
const COST = { name: 0.5, word: 1, character: 1.6, unknown: 2 } as const;

/**
 * Splits a run of Han into names and dictionary words with the least cost in all, by dynamic programming: where
 * ICU splits 超级碗 into 超级 and 碗, the dictionary knows the Super Bowl.
 */
export function splitHan(
  run: string,
  isName: (word: string) => boolean,
  isWord: (word: string) => boolean,
): readonly Token[] {
  const characters = [...run];
  const cheapest: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= characters.length; end += 1) {
    let best = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = Math.max(0, end - LONGEST_WORD); from < end; from += 1) {
      const cost = (cheapest[from]?.cost ?? 0) + costOf(characters.slice(from, end), isName, isWord);
      if (cost < best.cost) best = { cost, from };
    }
    cheapest.push(best);
  }
  const words: Token[] = [];
  let offset = run.length;
  for (let end = characters.length; end > 0; ) {
    const from = cheapest[end]?.from ?? end - 1;
    const text = characters.slice(from, end).join('');
    words.unshift({ text, start: offset - text.length, end: offset });
    offset -= text.length;
    end = from;
  }
  return words;
}

function costOf(
  characters: readonly string[],
  isName: (word: string) => boolean,
  isWord: (word: string) => boolean,
): number {
  const word = characters.join('');
  if (isName(word)) return COST.name;
  if (characters.length === 1) return isWord(word) ? COST.character : COST.unknown;
  return isWord(word) ? COST.word : Number.POSITIVE_INFINITY;
}
