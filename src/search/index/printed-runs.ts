// Finds words that stand side by side.
import type { Language } from '../text/language.ts';
import { articleAt, postingsIn, type Range, type WholeIndex } from './sentence-index.ts';

/** Finds words that stand side by side. */
export interface PrintedRuns {
  /** The sentences of a range in which words stand one after the other; stop words among them count as they are typed. */
  holding(words: readonly string[], range: Range): ReadonlySet<number>;
  /** Sentences in which letters stand one after the other, within words too: for scripts without spaces. */
  literally(letters: string, range: Range): ReadonlySet<number>;
  /** Sentences that print a word as it is typed, capitals included. */
  printing(word: string, range: Range): ReadonlySet<number>;
}

export function printedRunsOf(index: WholeIndex): PrintedRuns {
  const { language, surfaces, words, wordStart, termOfSurface } = index;
  const folded: string[] = [];
  const fold = (surface: number) => {
    folded[surface] ??= language.fold(surfaces[surface] ?? '');
    return folded[surface] ?? '';
  };
  const isWord = (surface: number, { term, form }: Wanted) =>
    term > 0 ? termOfSurface[surface] === term : fold(surface) === form;

  function firstRun(sentence: number, wanted: readonly Wanted[]): boolean {
    const end = (wordStart[sentence + 1] ?? 0) - wanted.length;
    for (let at = wordStart[sentence] ?? 0; at <= end; at += 1) {
      if (wanted.every((word, after) => isWord(words[at + after] ?? 0, word))) return true;
    }
    return false;
  }

  return {
    holding(typed, range) {
      const wanted = typed.map((word) => wantedOf(word, index, language));
      if (wanted.length === 0 || wanted.some(({ term }) => term < 0)) return NONE;
      const found = new Set<number>();
      const rarest = rarestOf(wanted, index, range);
      if (rarest === undefined) {
        for (let at = range.from; at < range.to; at += 1) if (firstRun(at, wanted)) found.add(at);
        return found;
      }
      const { from, to } = postingsIn(index, rarest.term, range);
      for (let at = from; at < to; at += 1) {
        const sentence = index.postings[at] ?? 0;
        if (firstRun(sentence, wanted)) found.add(sentence);
      }
      return found;
    },
    literally(letters, range) {
      const found = new Set<number>();
      const wanted = language.fold(letters);
      for (let sentence = range.from; wanted !== '' && sentence < range.to; sentence += 1) {
        const at = articleAt(index, sentence);
        const article = index.articles[at];
        const place = article?.sentences[sentence - (index.firstSentence[at] ?? 0)];
        if (article && place && language.fold(article.text.slice(place.start, place.end)).includes(wanted))
          found.add(sentence);
      }
      return found;
    },
    printing(word, range) {
      const surface = index.surfaceId.get(word);
      const found = new Set<number>();
      if (surface === undefined) return found;
      for (let sentence = range.from; sentence < range.to; sentence += 1) {
        const end = wordStart[sentence + 1] ?? 0;
        for (let at = wordStart[sentence] ?? 0; at < end; at += 1) {
          if (words[at] === surface) found.add(sentence);
        }
      }
      return found;
    },
  };
}

/** Those of `count` sentences, and of others behind them. */
export function joinedRuns(house: PrintedRuns, count: number, own: PrintedRuns): PrintedRuns {
  const inBoth = (
    { from, to }: Range,
    find: (runs: PrintedRuns, range: Range) => ReadonlySet<number>,
  ): ReadonlySet<number> => {
    const found = new Set(from < count ? find(house, { from, to: Math.min(to, count) }) : NONE);
    const behind = { from: Math.max(0, from - count), to: to - count };
    if (to > count) for (const sentence of find(own, behind)) found.add(count + sentence);
    return found;
  };
  return {
    holding: (words, range) => inBoth(range, (runs, within) => runs.holding(words, within)),
    literally: (letters, range) => inBoth(range, (runs, within) => runs.literally(letters, within)),
    printing: (word, range) => inBoth(range, (runs, within) => runs.printing(word, within)),
  };
}

const NONE: ReadonlySet<number> = new Set();

/** A word to be found; term 0 for a stop word, −1 for a word that no article holds. */
interface Wanted {
  readonly term: number;
  readonly form: string;
}

function wantedOf(word: string, { termId }: WholeIndex, language: Language): Wanted {
  const form = language.fold(word);
  const term = language.isStopWord(word) ? 0 : (termId.get(language.stem(word)) ?? -1);
  return { term, form };
}

function rarestOf(wanted: readonly Wanted[], index: WholeIndex, range: Range): Wanted | undefined {
  const sizeOf = ({ term }: Wanted) => {
    const { from, to } = postingsIn(index, term, range);
    return to - from;
  };
  const told = wanted.filter(({ term }) => term > 0);
  return told.sort((a, b) => sizeOf(a) - sizeOf(b))[0];
}
