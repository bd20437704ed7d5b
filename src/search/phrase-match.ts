import type { Names } from './names.ts';
import type { Phrase } from './phrase.ts';
import type { PhrasePool, WordTest } from './phrase-pool.ts';

/** A word as typed, and which words of the pool it may stand for; no test where there are none. */
export interface TypedWord {
  /** Folded. */
  readonly form: string;
  readonly isStop: boolean;
  readonly test: WordTest | undefined;
}

interface Manner {
  /** Whether the last word may be typed only in part. If not, a phrase must go on after it. */
  readonly isOpen: boolean;
  /** Whether the words are all that is typed. Headings and single words are offered for nothing less. */
  readonly isAll: boolean;
  readonly names: Names;
}

/** The order of phrases that match: as typed, with what is typed at their beginning, by another name, inside, words. */
const PLACE = { same: 0, beginning: 1, alias: 2, inside: 3, word: 4 } as const;
/** As many as are ever shown, with some to spare for those that are too long with what is kept before them. */
const MOST_MATCHES = 50;

/** Phrases that hold the typed words one after the other. */
export function phrasesWithRun(pool: PhrasePool, typed: readonly TypedWord[], manner: Manner): Phrase[] {
  const { isOpen, isAll, names } = manner;
  const found: Phrase[][] = Object.values(PLACE).map(() => []);
  const add = (place: number, phrase: Phrase) => {
    const list = found[place];
    if (list && list.length < MOST_MATCHES) list.push(phrase);
  };
  const key = typed.map(({ form }) => form).join(' ');
  for (const printed of isOpen ? names.beginning(key) : []) {
    const phrase = pool.named(printed);
    if (phrase) add(PLACE.alias, phrase);
  }
  if (typed.every(({ test }) => test)) {
    const { phrases, wordStart } = pool;
    phrases.forEach((phrase, i) => {
      if (phrase.kind === 'heading' && !isAll) return;
      const start = wordStart[i] ?? 0;
      const end = wordStart[i + 1] ?? 0;
      const at = placeOf(pool, typed, start, isOpen ? end : end - 1);
      if (at === undefined) return;
      const isSame = phrase.forms.length === typed.length && phrase.forms.join(' ') === key;
      if (phrase.kind === 'word') add(PLACE.word, phrase);
      else if (isSame) add(PLACE.same, phrase);
      else add(at === start ? PLACE.beginning : PLACE.inside, phrase);
    });
  }
  return found.flat();
}

/** Where in the words of a phrase, from `start` to `end`, the typed words stand one after the other. */
function placeOf({ ranks }: PhrasePool, typed: readonly TypedWord[], start: number, end: number) {
  // What stands after a stop word alone has little to do with it: `of` must not bring the Bank of America.
  const last = typed[0]?.isStop ? start : end - typed.length;
  for (let at = start; at <= Math.min(last, end - typed.length); at += 1) {
    let matched = 0;
    while (matched < typed.length && typed[matched]?.test?.(ranks[at + matched] ?? 0)) matched += 1;
    if (matched === typed.length) return at;
  }
  return undefined;
}

/** Phrases that hold the typed words in any order, stop words aside. */
export function phrasesWith(
  { phrases, wordStart, ranks }: PhrasePool,
  typed: readonly TypedWord[],
): Phrase[] {
  const words = typed.filter(({ isStop }) => !isStop);
  if (words.length < 2 || !words.every(({ test }) => test)) return [];
  return phrases
    .filter((_, i) => {
      const own = ranks.subarray(wordStart[i], wordStart[i + 1]);
      return own.length >= words.length && words.every(({ test }) => test && own.some(test));
    })
    .slice(0, MOST_MATCHES);
}
