// Where a passage of one revision of an article stands in another.
import type { Article } from '../corpus/article.ts';
import { fingerprintOf, type PassageDestination } from './address.ts';

/** A place in the article as it is now: with the same sentences (`same`), or near where the passage stood (`near`). */
export interface Place {
  readonly kind: 'same' | 'near';
  /** Sentences from 0, inclusive; of one section. */
  readonly first: number;
  readonly last: number;
}

/**
 * The place nearest to where a passage stood: where all of its sentences stand one behind the other in one section, nearest to the same
 * numbers; else where its first that is still there stands; else the sentence of the same number, or the last one.
 */
export function placeNow({ first, last, fingerprints }: PassageDestination, article: Article): Place {
  const { sentences, text } = article;
  const prints = sentences.map(({ start, end }) => fingerprintOf(text.slice(start, end)));
  const near = (places: readonly number[]) =>
    places.toSorted((a, b) => Math.abs(a - first) - Math.abs(b - first) || a - b)[0];
  const length = last - first + 1;
  const isWhole = fingerprints.length === length;
  const runs = prints.flatMap((_, at) => {
    const isRun =
      fingerprints.every((print, step) => prints[at + step] === print) &&
      sentences[at]?.section === sentences[at + length - 1]?.section &&
      at + length <= sentences.length;
    return isRun ? [at] : [];
  });
  const run = near(runs);
  // Of a long passage only the first sentences are known to be the same.
  if (run !== undefined) return { kind: isWhole ? 'same' : 'near', first: run, last: run + length - 1 };
  for (const print of fingerprints) {
    const at = near(prints.flatMap((other, place) => (other === print ? [place] : [])));
    if (at !== undefined) return { kind: 'near', first: at, last: at };
  }
  const at = Math.min(first, sentences.length - 1);
  return { kind: 'near', first: at, last: at };
}
