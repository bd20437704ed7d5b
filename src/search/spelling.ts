import Fuse from 'fuse.js';
import type { SentenceIndex } from './sentence-index.ts';

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
}

/** How many forms that share letter pairs are compared letter by letter. */
const CANDIDATES = 40;
/** Share of letter pairs (Dice's coefficient) below which a form is not worth a comparison. */
const LEAST_SHARED = 0.4;
/** Letters that related words have in common at their beginning. */
const COMMON_BEGINNING = 4;
const MOST_RELATED = 4;
/** Fuse searches patterns of at most 32 characters in one piece. */
const LONGEST_PATTERN = 32;
/** Letter pairs are told apart by twelve bits; the few that collide cost only a comparison. */
const BUCKETS = 4096;

/**
 * Finds what a misspelt word may have meant. Letter pairs narrow the vocabulary to a few dozen forms, since Fuse takes
 * over 100 ms for one word over 74,000; Fuse ranks those, and an edit distance decides which are near enough.
 */
export function createSpeller(index: SentenceIndex): Speller {
  const { forms, terms, surfaces } = vocabularyOf(index);
  const { bucketStart, members } = invertPairs(forms);
  const shared = new Uint8Array(forms.length);
  const touched = new Uint32Array(forms.length);

  /** Forms whose length differs by at most `slack`, with the share of letter pairs, the most alike first. */
  function alike(asked: string, slack: number): { id: number; dice: number }[] {
    let count = 0;
    const shortest = asked.length - slack;
    const longest = asked.length + slack;
    forEachPair(asked, (bucket) => {
      const end = bucketStart[bucket + 1] ?? 0;
      // Forms are sorted by length, so each bucket is too.
      for (let at = firstOfLength(bucketStart[bucket] ?? 0, end, shortest); at < end; at += 1) {
        const id = members[at] ?? 0;
        if ((forms[id]?.length ?? 0) > longest) break;
        if (shared[id] === 0) {
          touched[count] = id;
          count += 1;
        }
        shared[id] = Math.min(255, (shared[id] ?? 0) + 1);
      }
    });
    const near: { id: number; dice: number }[] = [];
    for (let i = 0; i < count; i += 1) {
      const id = touched[i] ?? 0;
      const dice = (2 * (shared[id] ?? 0)) / (asked.length + (forms[id]?.length ?? 0) + 2);
      shared[id] = 0;
      if (dice >= LEAST_SHARED) near.push({ id, dice });
    }
    return near.sort((a, b) => b.dice - a.dice);
  }

  function firstOfLength(from: number, to: number, length: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((forms[members[middle] ?? 0]?.length ?? 0) < length) low = middle + 1;
      else high = middle;
    }
    return low;
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
      for (const { id, dice } of alike(asked, asked.length)) {
        const term = terms[id] ?? 0;
        if (term !== 0 && forms[id]?.startsWith(beginning) && holds(term)) found.push(neighbor(id, dice));
        if (found.length === MOST_RELATED) break;
      }
      return found;
    },
  };
}

/** The forms that a word may have meant, shortest first: those of the articles, and the language's stop words. */
function vocabularyOf(index: SentenceIndex) {
  const known = new Map<string, { term: number; surface: string }>();
  for (const word of index.language.stopWords) known.set(word, { term: 0, surface: word });
  index.surfaces.forEach((surface, id) => {
    if (/\p{N}/u.test(surface)) return;
    const form = index.language.fold(surface);
    const term = index.termOfSurface[id] ?? 0;
    if (form.length > 2 && term !== 0 && !known.has(form)) known.set(form, { term, surface });
  });
  const forms = [...known.keys()].sort((a, b) => a.length - b.length);
  const terms = new Uint32Array(forms.length);
  const surfaces = forms.map((form, id) => {
    const { term, surface } = known.get(form) ?? { term: 0, surface: form };
    terms[id] = term;
    return surface;
  });
  return { forms, terms, surfaces };
}

/** How many letters may differ in a word of that length. */
function allowance(length: number): number {
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

/** For each letter pair, the ids of the forms that hold it, by counting. */
function invertPairs(forms: readonly string[]) {
  const bucketStart = new Uint32Array(BUCKETS + 1);
  for (const form of forms) {
    forEachPair(form, (bucket) => {
      bucketStart[bucket + 1] = (bucketStart[bucket + 1] ?? 0) + 1;
    });
  }
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    bucketStart[bucket + 1] = (bucketStart[bucket + 1] ?? 0) + (bucketStart[bucket] ?? 0);
  }
  const members = new Uint32Array(bucketStart[BUCKETS] ?? 0);
  const cursor = bucketStart.slice(0, BUCKETS);
  forms.forEach((form, id) => {
    forEachPair(form, (bucket) => {
      const at = cursor[bucket] ?? 0;
      members[at] = id;
      cursor[bucket] = at + 1;
    });
  });
  return { bucketStart, members };
}

/** Visits the letter pairs of a word, its edges included: `^a`, `ab`, `b$` for `ab`. */
function forEachPair(word: string, visit: (bucket: number) => void): void {
  let previous = 1;
  for (let i = 0; i <= word.length; i += 1) {
    const next = i < word.length ? word.charCodeAt(i) : 2;
    visit((Math.imul(previous, 31) + next) & (BUCKETS - 1));
    previous = next;
  }
}

/** Optimal string alignment: Levenshtein's distance with a swap of two neighbors as one step. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
