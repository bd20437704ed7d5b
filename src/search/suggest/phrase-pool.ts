// Phrases ready to be looked up.
import type { Steps } from '../../steps.ts';
import { allowance, editDistance } from '../text/edit-distance.ts';
import { firstWhere } from '../text/first-where.ts';
import { isCommon } from '../text/frequency.ts';
import type { Language } from '../text/language.ts';
import { type Phrase, wordForms } from './phrase.ts';

/** The phrases of one range, made ready to be looked up by the beginnings of their words: in one part, or in two. */
export interface PhrasePool {
  /** At least one; what stands in a later one stands behind what is as telling in those before it. */
  readonly parts: readonly PoolPart[];
  /** The phrase that is that name, if one is. */
  named(name: string): Phrase | undefined;
  /** The phrase that consists of those words, folded and with one space between them. */
  withForms(forms: string): Phrase | undefined;
}

export interface PoolPart {
  /** Headings in the text's order, then names and noun phrases, then words; of each kind the most telling first. */
  readonly phrases: readonly Phrase[];
  /** Those that a later part has in their place. */
  readonly hidden: ReadonlySet<Phrase>;
  /** Different words of all phrases, sorted. */
  readonly forms: readonly string[];
  /** Where each phrase's words begin in `ranks`: one entry more than phrases. */
  readonly wordStart: Uint32Array;
  /** Positions in `forms` of all phrases' words, phrase after phrase. */
  readonly ranks: Uint32Array;
}

const NONE: ReadonlySet<Phrase> = new Set();

export function* makingPool(phrases: readonly Phrase[], language: Language): Steps<PhrasePool> {
  const part = yield* makingPart(phrases);
  const byForms = new Map(phrases.map((phrase) => [phrase.forms.join(' '), phrase]));
  return {
    parts: [part],
    named: (name) => byForms.get(wordForms(name, language).join(' ')),
    withForms: (words) => byForms.get(words),
  };
}

function* makingPart(phrases: readonly Phrase[]): Steps<PoolPart> {
  const forms = [...new Set(phrases.flatMap((phrase) => phrase.forms))].sort();
  yield;
  const rankOf = new Map(forms.map((form, rank) => [form, rank]));
  yield;
  const wordStart = new Uint32Array(phrases.length + 1);
  const ranks: number[] = [];
  phrases.forEach((phrase, i) => {
    for (const form of phrase.forms) ranks.push(rankOf.get(form) ?? 0);
    wordStart[i + 1] = ranks.length;
  });
  yield;
  return { phrases, hidden: NONE, forms, wordStart, ranks: Uint32Array.from(ranks) };
}

/**
 * The phrases of a pool, and others behind them. What both have counts for both, and stands once. Few stand elsewhere than in a pool of
 * all the text: those that are known to be names, or worth a place, only by both texts together.
 */
export function* joiningPool(
  house: PhrasePool,
  own: readonly Phrase[],
  language: Language,
): Steps<PhrasePool> {
  const hidden = new Set<Phrase>();
  const further: Phrase[] = [];
  for (const phrase of own) {
    const twin = house.withForms(phrase.forms.join(' '));
    if (!twin) further.push(phrase);
    else if (isBefore(twin, phrase)) continue;
    else {
      hidden.add(twin);
      further.push(isBefore(phrase, twin) ? phrase : { ...twin, score: twin.score + phrase.score });
    }
  }
  further.sort(byTelling);
  const behind = yield* makingPool(further, language);
  return {
    parts: [...house.parts.map((part) => ({ ...part, hidden })), ...behind.parts],
    named: (name) => behind.named(name) ?? house.named(name),
    withForms: (words) => behind.withForms(words) ?? house.withForms(words),
  };
}

const PLACES: Readonly<Record<Phrase['kind'], number>> = { heading: 0, name: 1, noun: 1, word: 2 };

/** Whether a phrase is of a kind that goes before another's; of two headings the first stays. */
function isBefore(one: Phrase, other: Phrase): boolean {
  return PLACES[one.kind] < PLACES[other.kind] || (one.kind === 'heading' && other.kind === 'heading');
}

function byTelling(a: Phrase, b: Phrase): number {
  return PLACES[a.kind] - PLACES[b.kind] || b.score - a.score;
}

/** The first phrases of several lists, each in the order of its part, in the order of all. */
export function merged(lists: readonly (readonly Phrase[])[], most: number): readonly Phrase[] {
  const [only = [], ...others] = lists;
  if (others.length === 0) return only.slice(0, most);
  return lists.flat().sort(byTelling).slice(0, most);
}

/** The first phrases of a pool that are wanted. */
export function firstOf({ parts }: PhrasePool, most: number, isWanted: (phrase: Phrase) => boolean) {
  const lists = parts.map(({ phrases, hidden }) => {
    const found: Phrase[] = [];
    for (const phrase of phrases) {
      if (isWanted(phrase) && !hidden.has(phrase)) found.push(phrase);
      if (found.length === most) break;
    }
    return found;
  });
  return merged(lists, most);
}

/** Which words of each part of the pool a typed one may stand for: 1 at their ranks; undefined where there are none in it. */
export type WordMask = readonly (Uint8Array | undefined)[];

/** Words of the pool that begin with what is typed, or, where `isWhole`, that are it; undefined where there are none. */
export function startingWith({ parts }: PhrasePool, typed: string, isWhole: boolean): WordMask | undefined {
  return maskOf(
    parts.map(({ forms }) => {
      const from = lowerBound(forms, typed);
      const to = isWhole ? from + (forms[from] === typed ? 1 : 0) : lowerBound(forms, `${typed}\uffff`);
      return from < to ? new Uint8Array(forms.length).fill(1, from, to) : undefined;
    }),
  );
}

function maskOf(mask: WordMask): WordMask | undefined {
  return mask.some((one) => one !== undefined) ? mask : undefined;
}

/** Shorter words are near too many others. */
const SHORTEST_MISSPELT = 3;
/** Share of typed letter pairs that a word must hold to be compared letter by letter. */
const LEAST_SHARED = 0.4;

/**
 * Words that a misspelt one may stand for, or, where it may not be typed to its end, words whose beginning it may
 * stand for: only the nearest. The first letter, or the first two exchanged, must be right.
 */
export function near(
  { parts }: PhrasePool,
  typed: string,
  isWhole: boolean,
  language: Language,
): WordMask | undefined {
  if (typed.length < SHORTEST_MISSPELT || language.isStopWord(typed)) return undefined;
  if (language.tag === 'en' && isCommon(typed)) return undefined;
  const pairs = Array.from({ length: typed.length - 1 }, (_, i) => typed.slice(i, i + 2));
  const slack = Math.min(2, allowance(typed.length));
  let best = slack + PART;
  let found = parts.map((): number[] => []);
  for (const initial of new Set([typed.charAt(0), typed.charAt(1)])) {
    for (const [part, { forms }] of parts.entries()) {
      const to = lowerBound(forms, `${initial}\uffff`);
      for (let rank = lowerBound(forms, initial); rank < to; rank += 1) {
        const form = forms[rank] ?? '';
        if (form.length < typed.length - slack || (isWhole && form.length > typed.length + slack)) continue;
        if (!sharesPairs(pairs, form)) continue;
        const distance = isWhole ? editDistance(typed, form) : distanceToWord(typed, form, slack);
        if (distance > best) continue;
        if (distance < best) found = parts.map(() => []);
        best = distance;
        found[part]?.push(rank);
      }
    }
  }
  return maskOf(
    found.map((ranks, part) => {
      if (ranks.length === 0) return undefined;
      const mask = new Uint8Array(parts[part]?.forms.length ?? 0);
      for (const rank of ranks) mask[rank] = 1;
      return mask;
    }),
  );
}

function sharesPairs(pairs: readonly string[], form: string): boolean {
  let shared = 0;
  for (const pair of pairs) {
    if (form.includes(pair)) shared += 1;
    // Of a short word one slip leaves one.
    if (shared > 0 && shared >= Math.floor(LEAST_SHARED * pairs.length)) return true;
  }
  return false;
}

/** What a beginning counts more than a whole word: `Quen` is read as Qwen, as a question with it is, before `questioning`. */
const PART = 0.5;

/** The edit distance to the word, or to a beginning of it. */
function distanceToWord(typed: string, form: string, slack: number): number {
  return Math.min(editDistance(typed, form), PART + distanceToBeginning(typed, form, slack));
}

/** The least edit distance to a beginning of the word that is at most `slack` longer or shorter. */
function distanceToBeginning(typed: string, form: string, slack: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let length = typed.length - slack; length <= typed.length + slack; length += 1) {
    least = Math.min(least, editDistance(typed, form.slice(0, length)));
  }
  return least;
}

function lowerBound(values: readonly string[], value: string): number {
  return firstWhere(0, values.length, (at) => (values[at] ?? '') >= value);
}
