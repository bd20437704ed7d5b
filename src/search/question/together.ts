// Reads words that belong together.
import { UNSPACED } from '../../corpus/unspaced.ts';
import type { Token } from '../text/language.ts';
import type { Draft } from './concepts.ts';

/** The terms of what the token at a position says together with its neighbors, where the articles hold any. */
export type Together = (at: number) => TermsTogether;

export interface TermsTogether {
  /** Of compounds and labels. */
  readonly terms: readonly number[];
  /** Of quantities: `12` of `twelve`. */
  readonly quantities: readonly number[];
}

const NONE: TermsTogether = { terms: [], quantities: [] };

/** Tokens that are joined at the most: `state of the art` is printed with hyphens, and its tokens are looked up. */
const MOST_JOINED = 3;

/**
 * What the tokens of a question say together: with a sign between them (`Wi-Fi`), as amounts and labels, and with a space
 * where the articles print one word (`data base`).
 */
export function termsTogether({ shelf, holds }: Draft, text: string, tokens: readonly Token[]): Together {
  const { language, termId } = shelf.index;
  const together = tokens.map(() => ({ terms: [] as number[], quantities: [] as number[] }));
  const add = (key: string, start: number, end: number, into: keyof TermsTogether = 'terms') => {
    const term = termId.get(key) ?? 0;
    if (!holds(term)) return;
    tokens.forEach((token, at) => {
      if (token.start >= start && token.end <= end) together[at]?.[into].push(term);
    });
  };
  for (const { key, start, end, isQuantity } of language.askedTerms(text, tokens)) {
    add(key, start, end, isQuantity ? 'quantities' : 'terms');
  }
  for (let first = 0; first < tokens.length; first += 1) {
    for (let count = 2; count <= MOST_JOINED; count += 1) {
      const run = tokens.slice(first, first + count);
      if (run.length < count || !areJoinable(run, text, language.isStopWord)) break;
      const joined = run.map((token) => token.text).join('');
      if (!language.isStopWord(joined)) add(language.stem(joined), run[0]?.start ?? 0, run.at(-1)?.end ?? 0);
    }
  }
  return (at) => together[at] ?? NONE;
}

/** Whether words with spaces between may be one: the first is no stop word (`a part`, `no table`), nor are all. */
function areJoinable(run: readonly Token[], text: string, isStopWord: (word: string) => boolean): boolean {
  const [first] = run;
  const isUnspaced = run.every((token) => UNSPACED.test(token.text) || token.text === 'ー');
  if (!first || (!isUnspaced && isStopWord(first.text))) return false;
  return run.every((token, at) => at === 0 || /^ ?$/.test(text.slice(run[at - 1]?.end, token.start)));
}
