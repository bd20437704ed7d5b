import type { Article } from '../corpus/article.ts';
import { type Lexicon, TRAIT } from './lexicon.ts';
import type { Scope, SentenceIndex } from './sentence-index.ts';
import { forEachRun, type WordRun } from './word-runs.ts';

/** A run of words that may be a name or a noun phrase. */
export interface Candidate {
  /** Ids of its words in `Lexicon.forms`. */
  readonly forms: readonly number[];
  /** Where it is printed: offsets in the article's text. */
  article: Article | undefined;
  start: number;
  end: number;
  /** Whether it is printed there as the first words of a sentence, whose capital is not its own. */
  isInitial: boolean;
  isName: boolean;
  /** Whether some sentence has it between words that cannot belong to it, and not only as a part of more. */
  isWhole: boolean;
  /** How many sentences hold it. */
  count: number;
  lastSentence: number;
}

const MOST_NAME_WORDS = 6;
const MOST_NOUN_WORDS = 4;
/** Above this many, only phrases that occur more often are kept. */
const MOST_CANDIDATES = 200_000;
/** Words in a scope up to which all its phrases are kept, since there cannot be more of them. */
const FEW_WORDS = 60_000;
/** Counters for phrases by their hash. Where two share one, a rare phrase passes the first look and not the second. */
const BUCKETS = 1 << 22;
const FULL = 255;

type Visit = (
  key: number,
  run: WordRun,
  from: number,
  length: number,
  isName: boolean,
  isWhole: boolean,
) => void;

/**
 * Names (runs of capitalized words, with `of` and the like inside) and noun phrases (runs of two to four words
 * between stop words and punctuation, as in RAKE: Rose et al. 2010), by `keyOf` their words. `wanted` ones are kept
 * however rare they are.
 */
export function candidatesIn(
  index: SentenceIndex,
  lexicon: Lexicon,
  scope: Scope,
  wanted: ReadonlySet<number>,
): Map<number, Candidate> {
  const words = (index.wordStart[scope.to] ?? 0) - (index.wordStart[scope.from] ?? 0);
  const counts = new Uint8Array(words > FEW_WORDS ? BUCKETS : 0);
  if (words > FEW_WORDS) {
    forEachCandidate(index, lexicon, scope, (key) => {
      const bucket = key % BUCKETS;
      if ((counts[bucket] ?? 0) < FULL) counts[bucket] = (counts[bucket] ?? 0) + 1;
    });
  }
  const least = leastCount(counts);
  const candidates = new Map<number, Candidate>();
  forEachCandidate(index, lexicon, scope, (key, run, from, length, isName, isWhole) => {
    const known = candidates.get(key);
    if (known) {
      if (known.lastSentence !== run.sentence) known.count += 1;
      known.lastSentence = run.sentence;
      known.isName ||= isName;
      known.isWhole ||= isWhole;
      if (known.isInitial && !(run.initial && from === 0)) place(known, run, from, length);
      return;
    }
    if (least > 1 && (counts[key % BUCKETS] ?? 0) < least && !wanted.has(key)) return;
    const forms = Array.from({ length }, (_, i) => lexicon.formOf[run.surfaces[from + i] ?? 0] ?? 0);
    candidates.set(
      key,
      place({ forms, isName, isWhole, count: 1, lastSentence: run.sentence }, run, from, length),
    );
  });
  return candidates;
}

/** Notes where a candidate is printed. */
function place<T extends object>(candidate: T, run: WordRun, from: number, length: number) {
  return Object.assign(candidate, {
    article: run.article,
    start: run.starts[from] ?? 0,
    end: run.ends[from + length - 1] ?? 0,
    isInitial: run.initial && from === 0,
  });
}

/** The count that at most `MOST_CANDIDATES` phrases reach. */
function leastCount(counts: Uint8Array): number {
  const having = new Uint32Array(FULL + 1);
  for (const count of counts) having[count] = (having[count] ?? 0) + 1;
  let least = FULL;
  for (let kept = having[FULL] ?? 0; least > 1; least -= 1) {
    kept += having[least - 1] ?? 0;
    if (kept > MOST_CANDIDATES) break;
  }
  return least;
}

/** One number for the words of a phrase: 52 bits, so that two of 200,000 phrases hardly ever share it. */
export function keyOf(forms: readonly number[]): number {
  let key = EMPTY_KEY;
  for (const form of forms) key = extended(key, form);
  return key;
}
const EMPTY_KEY = 0;
function extended(key: number, form: number): number {
  const high = Math.floor(key / 2 ** 26);
  const low = key % 2 ** 26;
  const nextHigh = (Math.imul(high ^ form, 0x9e3779b1) ^ (low >>> 7)) >>> 6;
  const nextLow = (Math.imul(low + form + 1, 0x85ebca6b) ^ (high >>> 11)) >>> 6;
  return nextHigh * 2 ** 26 + nextLow;
}

function forEachCandidate(index: SentenceIndex, lexicon: Lexicon, scope: Scope, visit: Visit): void {
  const { forms, formOf, traitsOf, isNameAnywhere } = lexicon;
  forEachRun(index, lexicon, scope, (run) => {
    const { surfaces, length, initial } = run;
    const traitsAt = (at: number) => (at < 0 || at >= length ? 0 : (traitsOf[surfaces[at] ?? 0] ?? 0));
    const isNameAt = (at: number) =>
      (traitsAt(at) & TRAIT.name) !== 0 && (at > 0 || !initial || isNameAnywhere[surfaces[at] ?? 0] === 1);
    const isGerundAt = (at: number) => (traitsAt(at) & TRAIT.gerund) !== 0;
    // What a noun phrase is made of.
    const isPlain = (at: number) =>
      at >= 0 && at < length && (traitsAt(at) & (TRAIT.stop | TRAIT.verbal)) === 0;
    for (let from = 0; from < length; from += 1) {
      const startsName = isNameAt(from);
      if (!startsName && !isPlain(from)) continue;
      let key = EMPTY_KEY;
      let name = startsName;
      let noun = isPlain(from) && (traitsAt(from) & (TRAIT.number | TRAIT.gerund)) === 0;
      for (let to = from; to < length && to - from < MOST_NAME_WORDS && (name || noun); to += 1) {
        const traits = traitsAt(to);
        key = extended(key, formOf[surfaces[to] ?? 0] ?? 0);
        const isNameWord = isNameAt(to) || (to > from && (traits & TRAIT.number) !== 0);
        name &&= isNameWord || (traits & TRAIT.link) !== 0;
        noun &&= isPlain(to) && to - from < MOST_NOUN_WORDS && !(isNameAt(to) && isGerundAt(to - 1));
        const count = to - from + 1;
        if (name && isNameWord) {
          const whole = !isNameAt(from - 1) && !isNameAt(to + 1);
          visit(key, run, from, count, true, whole);
        } else if (
          noun &&
          isNounPhrase(count, traits, (forms[formOf[surfaces[to] ?? 0] ?? 0] ?? '').length)
        ) {
          const opens = !isPlain(from - 1) || isGerundAt(from - 1);
          const closes = !isPlain(to + 1) && (traitsAt(to + 1) & TRAIT.verbal) === 0 && !isGerundAt(to);
          visit(key, run, from, count, false, opens && closes);
        }
      }
    }
  });
}

/** Two words or more; of a script without spaces a word of two characters will do. */
function isNounPhrase(count: number, traits: number, lastLength: number): boolean {
  if ((traits & TRAIT.number) !== 0) return false;
  return count > 1 || ((traits & TRAIT.unspaced) !== 0 && lastLength > 1);
}
