// Suggests while a reader types.
import { atOnce, type Steps } from '../../steps.ts';
import type { Range, WholeIndex } from '../index/sentence-index.ts';
import { rangeOf, type Shelf, type WholeShelf } from '../index/shelf.ts';
import type { Library } from '../library.ts';
import { readsHan } from '../question/read-question.ts';
import type { Language } from '../text/language.ts';
import type { Token } from '../text/tokenizer.ts';
import { type Lexicon, makingLexicon } from './lexicon.ts';
import type { Offer, Phrase } from './phrase.ts';
import { phrasesInChinese } from './phrase-chinese.ts';
import { phrasesWith, phrasesWithRun } from './phrase-match.ts';
import { firstOf, joiningPool, makingPool, near, type PhrasePool, startingWith } from './phrase-pool.ts';
import { collectingPhrases } from './phrases.ts';

/** Headings offered where nothing is typed, so that names have room beside them. */
const MOST_HEADINGS = 12;
/** Phrases offered where the next word is not begun. */
const MOST_NEXT = 10;
/** The last words of what is typed that may be the beginning of one phrase. */
const MOST_WORDS = 6;
/** Pools of single articles kept for the next letter that is typed. */
const MOST_POOLS = 16;

/** A question mark or another mark that ends a question: nothing is left to complete. */
const FINISHED = /[?!？！。…؟]\s*$/;

/** How many suggestions are shown, and how long each may be, in UTF-16 units. */
export interface SuggestionLimits {
  readonly most: number;
  readonly longest: number;
}

/** The phrases of a shelf, collected once for each range. */
export interface Pools {
  readonly shelf: Shelf;
  /** Those of a range, collected at the first call for it. Keeps those of all articles, and of the articles last asked for. */
  of(range: Range): PhrasePool;
  /** Collects those of all articles, so that nobody has to wait for them. */
  collecting(): Steps<void>;
}

/** Those of a shelf in one piece. */
export interface WholePools extends Pools {
  readonly shelf: WholeShelf;
}

/**
 * Completes what is typed: all of it where that is the beginning of words of a phrase, else the most of its last words
 * that are, with the words before them kept as they are.
 */
export function suggester(
  shelved: readonly Pools[],
  { most, longest }: SuggestionLimits,
): Library['suggest'] {
  return (typed, { article, limit = most } = {}) => {
    const started = typed.trimStart();
    const offers = shelved.flatMap((pools) => {
      const { shelf } = pools;
      const range = rangeOf(shelf, article);
      return range ? [offersFor(started, shelf, pools.of(range), most)] : [];
    });
    const texts = takingTurns(offers)
      .map(({ kept, phrase }) => joined(kept, phrase.text))
      .filter((text) => text.length <= longest);
    return [...new Set(texts)].slice(0, limit);
  };
}

/** The phrases of an index by their range, as those of `Pools` are. */
type PhrasesIn = Pick<Pools, 'of' | 'collecting'>;

/** The phrases of a shelf that are no longer than suggestions may be. */
export function poolsOf(shelf: WholeShelf, { longest }: SuggestionLimits): WholePools {
  const { index } = shelf;
  const making = makerOf(index, longest, true);
  return {
    shelf,
    ...kept({ from: 0, to: index.sentenceCount }, KEPT, function* (range) {
      return yield* makingPool(yield* making(range), index.language);
    }),
  };
}

/** Those of a shelf that has others' articles behind its own. */
export function joinedPools(
  shelf: Shelf,
  house: Pools,
  own: WholeIndex,
  { longest }: SuggestionLimits,
): Pools {
  const count = house.shelf.index.sentenceCount;
  const all = { from: 0, to: shelf.index.sentenceCount };
  const making = makerOf(own, longest, false);
  const joined = kept(all, UNTIL_COLLECTED, function* ({ from, to }) {
    const phrases = yield* making({ from: Math.max(0, from - count), to: to - count });
    if (from >= count && from > 0) return yield* makingPool(phrases, own.language);
    yield* house.collecting();
    return yield* joiningPool(house.of({ from: 0, to: count }), phrases, own.language);
  });
  const isOfHouse = ({ to }: Range) => to <= count;
  return {
    shelf,
    of: (range) => (isOfHouse(range) ? house.of(range) : joined.of(range)),
    collecting: joined.collecting,
  };
}

/** Collects phrases of an index. What is read of its words is kept for the next range, where it `keeps`. */
function makerOf(index: WholeIndex, longest: number, keeps: boolean): (range: Range) => Steps<Phrase[]> {
  let held: Lexicon | undefined;
  return function* (range) {
    const lexicon = held ?? (yield* makingLexicon(index));
    if (keeps) held = lexicon;
    return yield* collectingPhrases(index, lexicon, range, longest);
  };
}

/** How pools are kept: as they are, or as long as the garbage collector leaves them, for libraries of which there are thousands. */
interface Keeping {
  keep(pool: PhrasePool): () => PhrasePool | undefined;
}

const KEPT: Keeping = { keep: (pool) => () => pool };
const UNTIL_COLLECTED: Keeping = {
  keep(pool) {
    const held = new WeakRef(pool);
    return () => held.deref();
  },
};

/** Keeps the pool of all articles, and those of the articles last asked for. */
function kept(all: Range, { keep }: Keeping, making: (range: Range) => Steps<PhrasePool>): PhrasesIn {
  let whole: () => PhrasePool | undefined = () => undefined;
  const pools = new Map<number, () => PhrasePool | undefined>();
  return {
    of(range) {
      if (range.from === all.from && range.to === all.to) {
        const held = whole() ?? atOnce(making(all));
        whole = keep(held);
        return held;
      }
      const pool = pools.get(range.from)?.() ?? atOnce(making(range));
      pools.delete(range.from);
      pools.set(range.from, keep(pool));
      const [oldest] = pools.keys();
      if (pools.size > MOST_POOLS && oldest !== undefined) pools.delete(oldest);
      return pool;
    },
    *collecting() {
      if (!whole()) whole = keep(yield* making(all));
    },
  };
}

function offersFor(typed: string, shelf: Shelf, pool: PhrasePool, most: number): readonly Offer[] {
  if (typed === '') return startersOf(pool, shelf, most).map((phrase) => ({ kept: '', phrase }));
  if (FINISHED.test(typed)) return [];
  if (/\p{Script=Han}$/u.test(typed) && !readsHan(shelf)) return phrasesInChinese(typed, shelf, pool);
  const { language } = shelf.index;
  const isOpen = !/\s$/.test(typed);
  const tokens = wordsOf(typed, pool, language);
  const words = tokens.slice(-MOST_WORDS).map(({ text, start }, i, { length }) => {
    const form = language.fold(text);
    const isWhole = !isOpen || i < length - 1;
    return {
      form,
      start,
      isWhole,
      isStop: language.isStopWord(text),
      mask: startingWith(pool, form, isWhole),
    };
  });
  const isAll = words.length === tokens.length;
  const mixed = isAll && isOpen && !words[0]?.isStop ? phrasesWith(pool, words) : [];
  if (mixed.length > 0) return mixed.map((phrase) => ({ kept: '', phrase }));

  // From the last word backward: a phrase that holds more of the last words holds fewer of them too.
  let offers: Offer[] = [];
  let isHeld = true;
  for (let first = words.length - 1; first >= 0; first -= 1) {
    const word = words[first];
    if (!word) break;
    if (isHeld) word.mask ??= near(pool, word.form, word.isWhole, language);
    const phrases = phrasesWithRun(pool, words.slice(first), shelf.names, {
      isOpen,
      isAll: isAll && first === 0,
    });
    if (phrases.length === 0) isHeld &&= word.isStop && word.mask !== undefined;
    const kept = isAll && first === 0 ? '' : typed.slice(0, word.start);
    if (phrases.length > 0) offers = phrases.map((phrase) => ({ kept, phrase }));
  }
  if (offers.length > 0) return offers;
  return isOpen ? [] : mostTelling(pool, MOST_NEXT).map((phrase) => ({ kept: typed, phrase }));
}

/**
 * The words of what is typed. Where words are not spaced, half a word may be split into two, so that there the last
 * word is as many of them as together begin a word of the pool.
 */
function wordsOf(typed: string, pool: PhrasePool, language: Language): readonly Token[] {
  const tokens = language.tokenize(typed).filter(({ part }) => !part);
  let first = tokens.length - 1;
  while (first > 0 && tokens[first - 1]?.end === tokens[first]?.start) first -= 1;
  for (; first < tokens.length - 1; first += 1) {
    const start = tokens[first]?.start ?? 0;
    const text = typed.slice(start);
    if (!startingWith(pool, language.fold(text), false)) continue;
    return [...tokens.slice(0, first), { text, start, end: typed.length }];
  }
  return tokens;
}

/** What a reader sees who has typed nothing: what the articles are about, in words that their sentences hold. */
function startersOf(pool: PhrasePool, { index }: Shelf, most: number): readonly Phrase[] {
  const { language, termId } = index;
  const isHeld = (form: string) =>
    !/^\p{N}/u.test(form) && !language.isStopWord(form) && termId.has(language.stem(form));
  const headings = firstOf(
    pool,
    MOST_HEADINGS,
    ({ kind, forms }) => kind === 'heading' && forms.some(isHeld),
  );
  return [...headings, ...mostTelling(pool, most)];
}

function mostTelling(pool: PhrasePool, most: number): readonly Phrase[] {
  return firstOf(pool, most, ({ kind }) => kind === 'name' || kind === 'noun');
}

/** Chinese and Latin letters are set apart by a space. */
function joined(kept: string, text: string): string {
  return /\p{Script=Han}$/u.test(kept) && /^[\p{Script=Latin}\p{N}]/u.test(text)
    ? `${kept} ${text}`
    : kept + text;
}

/** The first of each list, then the second of each, and so on. */
function takingTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}
