// Reads words that are printed in parts.
import { partAt, postingsIn } from '../index/sentence-index.ts';
import type { Alternative, Draft } from './concepts.ts';

/** Letters of the shortest part, but for figures: `e mail` is printed, and so is `a part`. */
const SHORTEST_PART = 2;
/** Sentences whose words are looked at for one word. */
const MOST_READ = 2000;

/**
 * A word that the articles print in two or more words: `wifi` as `wi fi`, `5550199` as `555 0199`. Each must be a word of
 * the articles and none a stop word: `together` is not `to get her`.
 */
export function partedIn({ shelf, range, holds }: Draft, asked: string): Alternative | undefined {
  const { index } = shelf;
  const { language, termId } = index;
  const form = language.fold(asked);
  const isFigure = /^\p{N}+$/u.test(form);
  const termOf = (part: string) =>
    (part.length >= SHORTEST_PART || isFigure) && !language.isStopWord(part)
      ? (termId.get(language.stem(part)) ?? 0)
      : 0;
  for (let length = 1; length < form.length; length += 1) {
    const first = termOf(form.slice(0, length));
    if (!holds(first)) continue;
    const sentences = new Set<number>();
    const terms = new Set<number>();
    let left = MOST_READ;
    for (const part of index.parts) {
      const { from, to } = postingsIn(part, first, range);
      const end = Math.min(to, from + left);
      left -= end - from;
      for (let at = from; at < end; at += 1) {
        const sentence = part.from + (part.postings[at] ?? 0);
        const run = runOf(sentence, form);
        if (!run?.every((term) => term > 0)) continue;
        sentences.add(sentence);
        for (const term of run) terms.add(term);
      }
    }
    if (sentences.size > 0) return { terms: [...terms], factor: 1, sentences };
  }
  return undefined;

  /** The terms of words of a sentence that stand side by side and have the letters of the form together. */
  function runOf(sentence: number, letters: string): readonly number[] | undefined {
    const part = partAt(index, sentence);
    const within = sentence - part.from;
    const end = part.wordStart[within + 1] ?? 0;
    for (let from = part.wordStart[within] ?? 0; from < end; from += 1) {
      let joined = '';
      const run: number[] = [];
      for (let at = from; at < end && joined.length < letters.length; at += 1) {
        const surface = part.words[at] ?? 0;
        joined += language.fold(part.surfaces[surface] ?? '');
        if (!letters.startsWith(joined)) break;
        run.push(part.termOfSurface[surface] ?? 0);
        if (joined === letters && run.length > 1) return run;
      }
    }
    return undefined;
  }
}
