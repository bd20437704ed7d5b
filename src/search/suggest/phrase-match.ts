// Matches typed words with phrases.
import type { Names } from '../text/names.ts';
import type { Phrase } from './phrase.ts';
import { merged, type PhrasePool, type PoolPart, type WordMask } from './phrase-pool.ts';

/** A word as typed, and which words of the pool it may stand for; no mask where there are none. */
export interface TypedWord {
  /** Folded. */
  readonly form: string;
  readonly isStop: boolean;
  readonly mask: WordMask | undefined;
}

interface Manner {
  /** Whether the last word may be typed only in part. If not, a phrase must go on after it. */
  readonly isOpen: boolean;
  /** Whether the words are all that is typed. Headings are offered for nothing less. */
  readonly isAll: boolean;
}

/** As many as are ever shown, with some to spare for those that are too long with what is kept before them. */
const MOST_MATCHES = 50;

/**
 * Phrases that hold the typed words one after the other: the one that is just them, then those that begin with them,
 * then those that are known by another name that does, those that hold them further on, and single words.
 */
export function phrasesWithRun(
  pool: PhrasePool,
  typed: readonly TypedWord[],
  names: Names,
  { isOpen, isAll }: Manner,
): Phrase[] {
  const key = typed.map(({ form }) => form).join(' ');
  const same = pool.withForms(key);
  const first = isOpen && same && same.kind !== 'word' && (isAll || same.kind !== 'heading') ? [same] : [];
  const aliased = isOpen ? names.beginning(key).flatMap((printed) => pool.named(printed) ?? []) : [];
  const runs = pool.parts.map((part, at) => runsIn(part, at, typed, { isOpen, isAll }));
  const [beginning, inside, words] = (['beginning', 'inside', 'words'] as const).map((place) =>
    merged(
      runs.map((run) => run[place]),
      MOST_MATCHES,
    ),
  );
  return [...new Set([...first, ...(beginning ?? []), ...aliased, ...(inside ?? []), ...(words ?? [])])];
}

/** Phrases of a part that begin with the typed words, those that hold them further on, and single words. */
function runsIn(
  { phrases, hidden, wordStart, ranks }: PoolPart,
  part: number,
  typed: readonly TypedWord[],
  { isOpen, isAll }: Manner,
) {
  const beginning: Phrase[] = [];
  const inside: Phrase[] = [];
  const words: Phrase[] = [];
  const masks = typed.flatMap(({ mask }) => mask?.[part] ?? []);
  const count = masks.length === typed.length ? phrases.length : 0;
  for (let i = 0; i < count && beginning.length < MOST_MATCHES; i += 1) {
    const start = wordStart[i] ?? 0;
    const end = (wordStart[i + 1] ?? 0) - (isOpen ? 0 : 1);
    // What stands after a stop word has little to do with it: `of` must not bring the Bank of America.
    const last = typed[0]?.isStop ? Math.min(start, end - masks.length) : end - masks.length;
    const at = placeOf(ranks, masks, start, last);
    const phrase = phrases[i];
    if (at < 0 || !phrase || (phrase.kind === 'heading' && !isAll) || hidden.has(phrase)) continue;
    const list = phrase.kind === 'word' ? words : at === start ? beginning : inside;
    if (list.length < MOST_MATCHES) list.push(phrase);
  }
  return { beginning, inside, words };
}

/** The first position from `start` to `last` where the words stand one after the other, or -1. */
function placeOf(ranks: Uint32Array, masks: readonly Uint8Array[], start: number, last: number): number {
  for (let at = start; at <= last; at += 1) {
    let matched = 0;
    while (matched < masks.length && masks[matched]?.[ranks[at + matched] ?? 0] === 1) matched += 1;
    if (matched === masks.length) return at;
  }
  return -1;
}

/** Phrases that hold the typed words in any order, stop words aside. */
export function phrasesWith({ parts }: PhrasePool, typed: readonly TypedWord[]): readonly Phrase[] {
  const words = typed.filter(({ isStop }) => !isStop);
  if (words.length < 2) return [];
  const lists = parts.map(({ phrases, hidden, wordStart, ranks }, part) => {
    const masks = words.flatMap(({ mask }) => mask?.[part] ?? []);
    if (masks.length < words.length) return [];
    return phrases
      .filter((phrase, i) => {
        const start = wordStart[i] ?? 0;
        const last = (wordStart[i + 1] ?? 0) - 1;
        return (
          last - start + 1 >= words.length &&
          masks.every((mask) => placeOf(ranks, [mask], start, last) >= 0) &&
          !hidden.has(phrase)
        );
      })
      .slice(0, MOST_MATCHES);
  });
  return merged(lists, MOST_MATCHES);
}
