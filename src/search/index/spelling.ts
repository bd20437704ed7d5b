import Fuse from 'fuse.js';
import { atOnce, type Steps } from '../../steps.ts';
import { allowance, editDistance } from '../text/edit-distance.ts';
import { firstWhere } from '../text/first-where.ts';
import { diceOf, forEachPair, invertingPairs } from './letter-pairs.ts';
import { lowerBound, type SentenceIndex } from './sentence-index.ts';

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

export interface Speller {
  /** Words that a misspelt one may have meant, nearest first; stop words among them. `holds` tells which terms count. */
  meant(word: string, holds: (term: number) => boolean): readonly Neighbor[];
  /** Words that share a word's beginning and most of its letters, as `assimilated` and `assimilation` do; nearest first. */
  related(word: string, holds: (term: number) => boolean): readonly Neighbor[];
  /** Longer words that begin with letters, or begin or end with them; the shortest first. */
  within(
    letters: string,
    where: 'beginning' | 'either',
    holds: (term: number) => boolean,
  ): readonly Neighbor[];
}

/** How many forms that share letter pairs are compared letter by letter. */
const CANDIDATES = 40;
/** Share of letter pairs (Dice's coefficient) below which a form is not worth a comparison: one slip in a short word leaves few. */
const LEAST_SHARED = { short: 0.4, long: 0.5 } as const;
/** Letters of the longest word that counts as short. */
const SHORT = 5;
/** Letters that related words have in common at their beginning. */
const COMMON_BEGINNING = 4;
const MOST_RELATED = 4;
/** Letters that a compound has beside the word that is looked for in it: fewer are an ending or a prefix. Korean has one syllable. */
const SHORTEST_REST = { letters: 4, syllables: 1 } as const;
/** Fuse searches patterns of at most 32 characters in one piece. */
const LONGEST_PATTERN = 32;
/** Words of the index that are collected in one step: some milliseconds. */
const A_STEP = 2048;

/**
 * Finds what a misspelt word may have meant. Letter pairs narrow the vocabulary to a few dozen forms, since Fuse takes
 * over 100 ms for one word over 74,000; Fuse ranks those, and an edit distance decides which are near enough.
 */
export function createSpeller(index: SentenceIndex): Speller {
  return atOnce(makingSpeller(index));
}

/** The same in steps. */
export function* makingSpeller(index: SentenceIndex): Steps<Speller> {
  const { forms, terms, surfaces, firstOfLength } = yield* collectingVocabulary(index);
  const { bucketStart, members } = yield* invertingPairs(forms);
  const shared = new Uint8Array(forms.length);
  const touched = new Uint32Array(forms.length);
  // Read for every form that shares a pair: strings lie scattered in memory, this does not.
  const lengths = Uint16Array.from(forms, (form) => form.length);
  let alphabetical: Uint32Array | undefined;

  /** Forms whose length differs by at most `slack`, with the share of letter pairs, the most alike first. */
  function alike(asked: string, slack: number): { id: number; dice: number }[] {
    // Forms are sorted by length, so those that count have neighboring ids.
    const from = firstOfLength(asked.length - slack);
    const to = firstOfLength(asked.length + slack + 1);
    let count = 0;
    forEachPair(asked, (bucket) => {
      const end = bucketStart[bucket + 1] ?? 0;
      for (let at = lowerBound(members, from, bucketStart[bucket] ?? 0, end); at < end; at += 1) {
        const id = members[at] ?? 0;
        if (id >= to) break;
        const before = shared[id] ?? 0;
        if (before === 0) {
          touched[count] = id;
          count += 1;
        }
        if (before < 255) shared[id] = before + 1;
      }
    });
    const least = asked.length <= SHORT ? LEAST_SHARED.short : LEAST_SHARED.long;
    const near: { id: number; dice: number }[] = [];
    for (let i = 0; i < count; i += 1) {
      const id = touched[i] ?? 0;
      const dice = (2 * (shared[id] ?? 0)) / (asked.length + (lengths[id] ?? 0) + 2);
      shared[id] = 0;
      if (dice >= least) near.push({ id, dice });
    }
    return near.sort((a, b) => b.dice - a.dice);
  }

  /** Forms with the beginning, in alphabetical order. */
  function beginningWith(beginning: string): number[] {
    alphabetical ??= Uint32Array.from(forms.keys()).sort((a, b) => compare(forms[a] ?? '', forms[b] ?? ''));
    const sorted = alphabetical;
    const ids: number[] = [];
    const first = firstWhere(0, sorted.length, (at) => (forms[sorted[at] ?? 0] ?? '') >= beginning);
    for (let at = first; at < sorted.length; at += 1) {
      const id = sorted[at] ?? 0;
      if (!forms[id]?.startsWith(beginning)) break;
      ids.push(id);
    }
    return ids;
  }

  const neighbor = (id: number, similarity: number): Neighbor => ({
    surface: surfaces[id] ?? '',
    form: forms[id] ?? '',
    term: terms[id] ?? 0,
    similarity,
  });

  return {
    meant(word, holds) {
      const asked = index.language.fold(word);
      if (asked.length < 3) return [];
      const slack = allowance(asked.length);
      const candidates: Neighbor[] = [];
      for (const { id, dice } of alike(asked, slack)) {
        const term = terms[id] ?? 0;
        if (term === 0 || holds(term)) candidates.push(neighbor(id, dice));
        if (candidates.length === CANDIDATES) break;
      }
      const fuse = new Fuse(candidates, { keys: ['form'], ignoreLocation: true, threshold: 0.6 });
      return fuse
        .search(asked.slice(0, LONGEST_PATTERN))
        .map(({ item }) => ({ item, distance: editDistance(asked, item.form) }))
        .filter(({ distance }) => distance <= slack)
        .map(({ item, distance }) => ({
          ...item,
          similarity: 1 - distance / Math.max(asked.length, item.form.length),
        }))
        .sort((a, b) => b.similarity - a.similarity);
    },
    related(word, holds) {
      const asked = index.language.fold(word);
      const beginning = asked.slice(0, COMMON_BEGINNING);
      if (beginning.length < COMMON_BEGINNING) return [];
      const found: Neighbor[] = [];
      for (const id of beginningWith(beginning)) {
        const term = terms[id] ?? 0;
        if (term === 0 || !holds(term)) continue;
        const dice = diceOf(asked, forms[id] ?? '');
        if (dice >= LEAST_SHARED.long) found.push(neighbor(id, dice));
      }
      return found.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_RELATED);
    },
    within(letters, where, holds) {
      const found: Neighbor[] = [];
      const rest = where === 'beginning' ? SHORTEST_REST.syllables : SHORTEST_REST.letters;
      for (let id = firstOfLength(letters.length + rest); id < forms.length; id += 1) {
        const form = forms[id] ?? '';
        const holdsLetters = form.startsWith(letters) || (where === 'either' && form.endsWith(letters));
        const term = terms[id] ?? 0;
        if (!holdsLetters || term === 0 || !holds(term)) continue;
        found.push(neighbor(id, letters.length / form.length));
        if (found.length === MOST_RELATED) break;
      }
      return found;
    },
  };
}

interface Vocabulary {
  readonly forms: readonly string[];
  readonly terms: Uint32Array;
  readonly surfaces: readonly string[];
  /** The id of the first form that has at least that length. */
  readonly firstOfLength: (length: number) => number;
}

/** The forms that a word may have meant, shortest first: those of the articles, and the language's stop words. */
function* collectingVocabulary(index: SentenceIndex): Steps<Vocabulary> {
  const known = new Map<string, { term: number; surface: string }>();
  for (const word of index.language.stopWords) known.set(word, { term: 0, surface: word });
  for (const [id, surface] of index.surfaces.entries()) {
    if (id % A_STEP === A_STEP - 1) yield;
    if (/\p{N}/u.test(surface)) continue;
    const form = index.language.fold(surface);
    const term = index.termOfSurface[id] ?? 0;
    if (form.length > 2 && term !== 0 && !known.has(form)) known.set(form, { term, surface });
  }
  const forms = [...known.keys()].sort((a, b) => a.length - b.length);
  yield;
  const terms = new Uint32Array(forms.length);
  const surfaces = forms.map((form, id) => {
    const { term, surface } = known.get(form) ?? { term: 0, surface: form };
    terms[id] = term;
    return surface;
  });
  const lengthStart = new Map<number, number>();
  forms.forEach((form, id) => {
    if (!lengthStart.has(form.length)) lengthStart.set(form.length, id);
  });
  const longest = forms.at(-1)?.length ?? 0;
  const firstOfLength = (length: number) => {
    for (let at = length; at <= longest; at += 1) {
      const id = lengthStart.get(at);
      if (id !== undefined) return id;
    }
    return forms.length;
  };
  return { forms, terms, surfaces, firstOfLength };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
