// Finds names and noun phrases.
import type { Article } from '../../corpus/article.ts';
import { partsOf, type Steps } from '../../steps.ts';
import type { Range, WholeIndex } from '../index/sentence-index.ts';
import { type Lexicon, TRAIT } from './lexicon.ts';
import { forEachRun, type WordRun } from './word-runs.ts';

/** A run of words that may be a name or a noun phrase. */
export interface PhraseCandidate {
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
/** Words in a range up to which all its phrases are kept, since there cannot be more of them. */
const FEW_WORDS = 60_000;
/** Counters for phrases by their hash. Where two share one, a rare phrase passes the first look and not the second. */
const BUCKETS = 1 << 22;
const FULL = 255;
/** Sentences in one step: a few milliseconds. */
const A_STEP = 256;

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
 * however rare they are. Where words are not spaced, verbs cannot be told apart, and only what recurs is a phrase.
 */
export function* collectingCandidates(
  index: WholeIndex,
  lexicon: Lexicon,
  range: Range,
  wanted: ReadonlySet<number>,
): Steps<Map<number, PhraseCandidate>> {
  const words = (index.wordStart[range.to] ?? 0) - (index.wordStart[range.from] ?? 0);
  const counts = new Uint8Array(words > FEW_WORDS ? BUCKETS : 0);
  if (words > FEW_WORDS) {
    const count = (key: number) => {
      const bucket = key % BUCKETS;
      if ((counts[bucket] ?? 0) < FULL) counts[bucket] = (counts[bucket] ?? 0) + 1;
    };
    for (const part of partsOf(range, A_STEP)) {
      forEachCandidate(index, lexicon, part, count);
      yield;
    }
  }
  const least = leastCount(counts);
  const candidates = new Map<number, PhraseCandidate>();
  const collect: Visit = (key, run, from, length, isName, isWhole) => {
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
  };
  for (const part of partsOf(range, A_STEP)) {
    forEachCandidate(index, lexicon, part, collect);
    yield;
  }
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

function forEachCandidate(index: WholeIndex, lexicon: Lexicon, range: Range, visit: Visit): void {
  const { forms, formOf, traitsOf, isNameAnywhere } = lexicon;
  // Of the words of a run, with one before the first and one after the last that are nothing.
  const traits: number[] = [0];
  const isName: boolean[] = [false];
  const isPlain: boolean[] = [false];
  forEachRun(index, lexicon, range, (run) => {
    const { surfaces, length, initial } = run;
    for (let at = 1; at <= length + 1; at += 1) {
      const surface = surfaces[at - 1] ?? 0;
      const bits = at <= length ? (traitsOf[surface] ?? 0) : 0;
      traits[at] = bits;
      isName[at] = (bits & TRAIT.name) !== 0 && (at > 1 || !initial || isNameAnywhere[surface] === 1);
      // `Anna Berg` at the beginning of a sentence is a name, whatever may be said of `Anna`.
      if (at === 2 && initial && isName[2] && ((traits[1] ?? 0) & TRAIT.name) !== 0) isName[1] = true;
      isPlain[at] = at <= length && (bits & (TRAIT.stop | TRAIT.verbal)) === 0;
    }
    for (let from = 1; from <= length; from += 1) {
      let name = isName[from] === true;
      let noun = isPlain[from] === true && ((traits[from] ?? 0) & (TRAIT.number | TRAIT.gerund)) === 0;
      let key = EMPTY_KEY;
      for (let to = from; to <= length && to - from < MOST_NAME_WORDS && (name || noun); to += 1) {
        const bits = traits[to] ?? 0;
        const form = formOf[surfaces[to - 1] ?? 0] ?? 0;
        key = extended(key, form);
        const count = to - from + 1;
        const isNameWord = isName[to] === true || (to > from && (bits & TRAIT.number) !== 0);
        const followsGerund = ((traits[to - 1] ?? 0) & TRAIT.gerund) !== 0;
        name &&= isNameWord || (bits & TRAIT.link) !== 0;
        noun &&= isPlain[to] === true && count <= MOST_NOUN_WORDS && !(isName[to] && followsGerund);
        const letters = forms[form]?.length ?? 0;
        if (name && isNameWord && (count > 1 || letters > 1)) {
          visit(key, run, from - 1, count, true, !isName[from - 1] && !isName[to + 1]);
        } else if (noun && isNounPhrase(count, bits, letters)) {
          const opens = !isPlain[from - 1] || ((traits[from - 1] ?? 0) & TRAIT.gerund) !== 0;
          const closes = !isPlain[to + 1] && ((traits[to + 1] ?? 0) & TRAIT.verbal) === 0;
          const isSpaced = (bits & TRAIT.unspaced) === 0;
          const isWhole = isSpaced ? opens && closes && (bits & TRAIT.gerund) === 0 : count === 1;
          visit(key, run, from - 1, count, false, isWhole);
        }
      }
    }
  });
}

/** Two words or more; where words are not spaced one of three characters, since the commonest have two. */
function isNounPhrase(count: number, traits: number, letters: number): boolean {
  if ((traits & TRAIT.number) !== 0) return false;
  return count > 1 || ((traits & TRAIT.unspaced) !== 0 && letters > 2);
}
