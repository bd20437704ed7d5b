import Fuse from 'fuse.js';
import { normalize, withoutDiacritics } from './language.ts';
import type { SentenceIndex } from './sentence-index.ts';

/** A word that a misspelt one may have meant. */
export interface Suggestion {
  /** Folded: lower case, no diacritics. */
  readonly form: string;
  /** Its term, 0 for a stop word. */
  readonly term: number;
  /** Insertions, deletions, replacements and swaps of neighbors between the two. */
  readonly distance: number;
  /** From 0 to 1: 1 − distance ÷ the longer length. */
  readonly similarity: number;
}

export interface Speller {
  /**
   * Words of the index, and stop words of its language, that a word may have meant, nearest first. `inScope` tells
   * which terms count.
   */
  suggest(word: string, inScope: (term: number) => boolean): Suggestion[];
}

/** How many forms that share letter pairs are compared letter by letter. */
const CANDIDATES = 48;
const BUCKETS = 4096;

/**
 * Finds what a misspelt word may have meant. Letter pairs narrow the vocabulary to a few dozen forms, since Fuse takes
 * over 100 ms for one word over 74,000; Fuse ranks those, and an edit distance decides which are near enough.
 */
export function createSpeller(index: SentenceIndex, stopWords: readonly string[]): Speller {
  const { tag } = index.language;
  const fold = (word: string) => withoutDiacritics(normalize(word, tag));
  const termOfForm = new Map<string, number>();
  for (const word of stopWords) termOfForm.set(fold(word), 0);
  index.surfaces.forEach((surface, id) => {
    const form = fold(surface);
    const term = index.termOfSurface[id] ?? 0;
    if (form.length > 2 && !/\p{N}/u.test(form) && !termOfForm.has(form)) termOfForm.set(form, term);
  });
  const forms = [...termOfForm.keys()];
  const terms = Uint32Array.from(termOfForm.values());
  const { bucketStart, members } = pairIndex(forms);
  const shared = new Uint8Array(forms.length);

  return {
    suggest(word, inScope) {
      const asked = fold(word);
      if (asked.length < 3) return [];
      const touched: number[] = [];
      forEachPair(asked, (bucket) => {
        const end = bucketStart[bucket + 1] ?? 0;
        for (let at = bucketStart[bucket] ?? 0; at < end; at += 1) {
          const form = members[at] ?? 0;
          if (shared[form] === 0) touched.push(form);
          shared[form] = Math.min(255, (shared[form] ?? 0) + 1);
        }
      });
      const slack = allowance(asked.length);
      const near: { form: number; dice: number }[] = [];
      for (const form of touched) {
        const length = forms[form]?.length ?? 0;
        const dice = (2 * (shared[form] ?? 0)) / (asked.length + length + 2);
        shared[form] = 0;
        if (dice < 0.25 || Math.abs(length - asked.length) > slack) continue;
        const term = terms[form] ?? 0;
        if (term === 0 || inScope(term)) near.push({ form, dice });
      }
      near.sort((a, b) => b.dice - a.dice);
      const candidates = near
        .slice(0, CANDIDATES)
        .map(({ form }) => ({ form: forms[form] ?? '', term: terms[form] ?? 0 }));
      const fuse = new Fuse(candidates, {
        keys: ['form'],
        includeScore: true,
        ignoreLocation: true,
        threshold: 0.6,
      });
      return fuse
        .search(asked.slice(0, 32))
        .map(({ item }) => {
          const distance = editDistance(asked, item.form);
          return { ...item, distance, similarity: 1 - distance / Math.max(asked.length, item.form.length) };
        })
        .filter(({ distance }) => distance <= slack)
        .sort((a, b) => b.similarity - a.similarity);
    },
  };
}

/** How many letters may differ in a word of that length. */
function allowance(length: number): number {
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

function pairIndex(forms: readonly string[]) {
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
