// Compares word forms by their letters.
import { atOnce, type Steps } from '../../steps.ts';
import { firstWhere } from '../text/first-where.ts';
import type { Language } from '../text/language.ts';
import { forEachPair, invertingPairs } from './letter-pairs.ts';
import { type IndexPart, lowerBound, type WholeIndex } from './sentence-index.ts';
import { untilCollected } from './until-collected.ts';

/** A word of the index near another. */
export interface Neighbor {
  /** As an article prints it. */
  readonly surface: string;
  /** Folded: lower case, no diacritics. */
  readonly form: string;
  /** Its term; 0 for a stop word. */
  readonly term: number;
  /** From 0 to 1. */
  readonly similarity: number;
}

/** How many forms that share letter pairs are compared letter by letter. */
export const CANDIDATES = 40;
/** Share of letter pairs (Dice's coefficient) below which a form is not worth a comparison: one slip in a short word leaves few. */
export const LEAST_SHARED = { short: 0.4, long: 0.5 } as const;
/** Letters of the longest word that counts as short. */
const SHORT = 5;
/** Words of the index that are collected in one step: some milliseconds. */
const A_STEP = 2048;

/** The forms of an index that a word may be compared with. Each search finds those that `holds` tells to count. */
export interface Forms {
  has(form: string): boolean;
  /** Forms whose length differs by at most `slack`, the most alike in their letter pairs first; at most `CANDIDATES`. */
  alike(asked: string, slack: number, holds: Holds): readonly Alike[];
  /** Forms with a beginning. */
  beginningWith(beginning: string, holds: Holds): readonly Neighbor[];
  /** Forms of some length or more, the shortest first, that fit; at most `most`. */
  longer(length: number, fits: (form: string) => boolean, holds: Holds, most: number): readonly Neighbor[];
}

/** Tells of a term whether it counts. */
export type Holds = (term: number) => boolean;

/** A form that shares letter pairs with another; its similarity is the share of them. */
export interface Alike extends Neighbor {
  /** The first of the other's letter pairs that it shares. */
  readonly pair: number;
}

/** The forms of an index, and the language's stop words, in steps. */
export function* makingForms(index: WholeIndex): Steps<Forms> {
  const vocabulary = yield* collectingVocabulary(index);
  const { forms, terms, firstOfLength } = vocabulary;
  const { bucketStart, members } = yield* invertingPairs(forms);
  const shared = new Uint8Array(forms.length);
  const touched = new Uint32Array(forms.length);
  const firstPair = new Uint16Array(forms.length);
  // Read for every form that shares a pair: strings lie scattered in memory, this does not.
  const lengths = Uint16Array.from(forms, (form) => form.length);
  let alphabetical: Uint32Array | undefined;
  const sorted = () => {
    alphabetical ??= Uint32Array.from(forms.keys()).sort((a, b) => compare(forms[a] ?? '', forms[b] ?? ''));
    return alphabetical;
  };
  const firstFrom = (form: string) =>
    firstWhere(0, forms.length, (at) => (forms[sorted()[at] ?? 0] ?? '') >= form);

  /** The ids of forms whose length differs by at most `slack`, with the share of letter pairs, the most alike first. */
  function alike(asked: string, slack: number): { id: number; dice: number; pair: number }[] {
    // Forms are sorted by length, so those that count have neighboring ids.
    const from = firstOfLength(asked.length - slack);
    const to = firstOfLength(asked.length + slack + 1);
    let count = 0;
    let pair = 0;
    forEachPair(asked, (bucket) => {
      const end = bucketStart[bucket + 1] ?? 0;
      for (let at = lowerBound(members, from, bucketStart[bucket] ?? 0, end); at < end; at += 1) {
        const id = members[at] ?? 0;
        if (id >= to) break;
        const before = shared[id] ?? 0;
        if (before === 0) {
          touched[count] = id;
          firstPair[count] = pair;
          count += 1;
        }
        if (before < 255) shared[id] = before + 1;
      }
      pair += 1;
    });
    const least = leastShared(asked);
    const near: { id: number; dice: number; pair: number }[] = [];
    for (let i = 0; i < count; i += 1) {
      const id = touched[i] ?? 0;
      const dice = (2 * (shared[id] ?? 0)) / (asked.length + (lengths[id] ?? 0) + 2);
      shared[id] = 0;
      if (dice >= least) near.push({ id, dice, pair: firstPair[i] ?? 0 });
    }
    return near.sort((a, b) => b.dice - a.dice);
  }

  return {
    has: (form) => forms[sorted()[firstFrom(form)] ?? -1] === form,
    alike(asked, slack, holds) {
      const candidates: Alike[] = [];
      for (const { id, dice, pair } of alike(asked, slack)) {
        const term = terms[id] ?? 0;
        if (term === 0 || holds(term)) candidates.push({ ...neighborOf(vocabulary, id, dice), pair });
        if (candidates.length === CANDIDATES) break;
      }
      return candidates;
    },
    beginningWith(beginning, holds) {
      const found: Neighbor[] = [];
      for (let at = firstFrom(beginning); at < forms.length; at += 1) {
        const id = sorted()[at] ?? 0;
        if (!forms[id]?.startsWith(beginning)) break;
        const term = terms[id] ?? 0;
        if (term !== 0 && holds(term)) found.push(neighborOf(vocabulary, id, 0));
      }
      return found;
    },
    longer: (length, fits, holds, most) => longerIn(vocabulary, length, fits, holds, most),
  };
}

/**
 * The forms of a part that `house` lacks, made at the first search. They are so few that all of a length are compared, which needs
 * no memory beside them.
 */
export function formsBehind(house: Forms, part: IndexPart, language: Language): Forms {
  const vocabulary = untilCollected(() => vocabularyOf(atOnce(addingForms(part, language, new Map()))));
  return {
    has: (form) => house.has(form) || vocabulary().forms.includes(form),
    alike(asked, slack, holds) {
      const { forms, terms, firstOfLength } = vocabulary();
      const asks = new Map<number, { count: number; readonly pair: number }>();
      let pair = 0;
      forEachPair(asked, (bucket) => {
        const before = asks.get(bucket);
        if (before) before.count += 1;
        else asks.set(bucket, { count: 1, pair });
        pair += 1;
      });
      const least = leastShared(asked);
      const end = firstOfLength(asked.length + slack + 1);
      const near: Alike[] = [];
      for (let id = firstOfLength(asked.length - slack); id < end; id += 1) {
        const form = forms[id] ?? '';
        let count = 0;
        let first = pair;
        forEachPair(form, (bucket) => {
          const has = asks.get(bucket);
          count += has?.count ?? 0;
          first = Math.min(first, has?.pair ?? pair);
        });
        const dice = (2 * Math.min(count, 255)) / (asked.length + form.length + 2);
        const term = terms[id] ?? 0;
        if (count > 0 && dice >= least && holds(term) && !house.has(form))
          near.push({ ...neighborOf(vocabulary(), id, dice), pair: first });
      }
      return near.sort((a, b) => b.similarity - a.similarity || a.pair - b.pair).slice(0, CANDIDATES);
    },
    beginningWith(beginning, holds) {
      return vocabulary().forms.flatMap((form, id) =>
        form.startsWith(beginning) && holds(vocabulary().terms[id] ?? 0) && !house.has(form)
          ? neighborOf(vocabulary(), id, 0)
          : [],
      );
    },
    longer(length, fits, holds, most) {
      const isOwn = (form: string) => fits(form) && !house.has(form);
      return longerIn(vocabulary(), length, isOwn, holds, most);
    },
  };
}

function longerIn(
  vocabulary: Vocabulary,
  length: number,
  fits: (form: string) => boolean,
  holds: Holds,
  most: number,
): readonly Neighbor[] {
  const { forms, terms, firstOfLength } = vocabulary;
  const found: Neighbor[] = [];
  for (let id = firstOfLength(length); id < forms.length && found.length < most; id += 1) {
    const term = terms[id] ?? 0;
    if (fits(forms[id] ?? '') && term !== 0 && holds(term)) found.push(neighborOf(vocabulary, id, 0));
  }
  return found;
}

function leastShared(asked: string): number {
  return asked.length <= SHORT ? LEAST_SHARED.short : LEAST_SHARED.long;
}

interface Vocabulary {
  readonly forms: readonly string[];
  readonly terms: Uint32Array;
  readonly surfaces: readonly string[];
  /** The id of the first form that has at least that length. */
  readonly firstOfLength: (length: number) => number;
}

const neighborOf = ({ surfaces, forms, terms }: Vocabulary, id: number, similarity: number): Neighbor => ({
  surface: surfaces[id] ?? '',
  form: forms[id] ?? '',
  term: terms[id] ?? 0,
  similarity,
});

type Known = Map<string, { readonly term: number; readonly surface: string }>;

/** The forms that a word may have meant, shortest first: those of the articles, and the language's stop words. */
function* collectingVocabulary(index: WholeIndex): Steps<Vocabulary> {
  const known: Known = new Map();
  for (const word of index.language.stopWords) known.set(word, { term: 0, surface: word });
  yield* addingForms(index, index.language, known);
  yield;
  return vocabularyOf(known);
}

/** Adds the forms of a part that are not known. */
function* addingForms(
  { surfaces, termOfSurface }: IndexPart,
  language: Language,
  known: Known,
): Steps<Known> {
  for (const [id, surface] of surfaces.entries()) {
    if (id % A_STEP === A_STEP - 1) yield;
    if (/\p{N}/u.test(surface)) continue;
    const form = language.fold(surface);
    const term = termOfSurface[id] ?? 0;
    if (form.length > 2 && term !== 0 && !known.has(form)) known.set(form, { term, surface });
  }
  return known;
}

function vocabularyOf(known: Known): Vocabulary {
  const forms = [...known.keys()].sort((a, b) => a.length - b.length);
  const terms = new Uint32Array(forms.length);
  const surfaces = forms.map((form, id) => {
    const { term, surface } = known.get(form) ?? { term: 0, surface: form };
    terms[id] = term;
    return surface;
  });
  return { forms, terms, surfaces, firstOfLength: lengthsOf(forms) };
}

/** Apart from what made the forms, which would be kept as long as this. */
function lengthsOf(forms: readonly string[]): Vocabulary['firstOfLength'] {
  const lengthStart = new Map<number, number>();
  forms.forEach((form, id) => {
    if (!lengthStart.has(form.length)) lengthStart.set(form.length, id);
  });
  const longest = forms.at(-1)?.length ?? 0;
  return (length) => {
    for (let at = length; at <= longest; at += 1) {
      const id = lengthStart.get(at);
      if (id !== undefined) return id;
    }
    return forms.length;
  };
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
