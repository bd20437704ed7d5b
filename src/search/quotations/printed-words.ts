// Finds stretches of the articles that a quotation may come from.
import type { Article } from '../../corpus/article.ts';
import { type Passage, quoteMarksIn, type Span } from '../../corpus/passage.ts';
import type { Library } from '../library.ts';
import { firstWhere } from '../text/first-where.ts';
import { type Mark, type Reading, readWords, type Word } from './words-and-marks.ts';

/** Words in a row as an article prints them: its sentences, a heading or its title. */
export interface PrintedText {
  readonly kind: 'sentences' | 'heading' | 'title';
  readonly article: Article;
  /** The numbers of its words, in order. */
  readonly ids: Uint32Array;
  /** Where each sentence's words begin, and after the last their number; a heading is one. */
  readonly starts: Uint32Array;
  /** Of a heading or a title. */
  readonly name?: string;
}

/** A stretch of a printed text that may be what a quotation quotes. */
export interface Candidate {
  readonly text: PrintedText;
  readonly from: number;
  readonly to: number;
}

/** The words of all articles, in order, with the sentences that hold each. */
export interface PrintedWords {
  /** The number of a folded word; 0 for one that no article prints. */
  idOf(folded: string): number;
  readonly texts: readonly PrintedText[];
  /** In how many sentences a word stands. */
  frequency(id: number): number;
  readonly sentenceCount: number;
  /** Where the rarest of some words stand together, best first. */
  candidates(ids: readonly number[], most: number): readonly Candidate[];
}

/** Words that are looked up at most, the rarest first, and of how many sentences each: a long message stays in milliseconds. */
const MOST_RARE = 12;
const MOST_POSTINGS = 4000;

/** Articles, in several lists where the first of them is others', too. */
export type Printing = Pick<Library, 'articles' | 'lists'>;

const known = new WeakMap<readonly Article[], PrintedWords>();

/** Reads the words of articles once. */
export function printedWordsOf({ articles, lists = [articles] }: Printing): PrintedWords {
  const made = known.get(articles) ?? searchIn(partsOf(lists));
  known.set(articles, made);
  return made;
}

/** The texts of some articles, with the numbers of their words: those of the part before them, then their own. */
interface Part {
  readonly texts: readonly PrintedText[];
  readonly numbers: ReadonlyMap<string, number>;
  /** One before the number of its first own word. */
  readonly before: number;
  /** The number of the first sentence of each text, and at last of all. */
  readonly firsts: Uint32Array;
  /** Where the sentences of a word stand in `postings`. */
  postingsOf(id: number): { readonly start: number; readonly end: number };
  readonly postings: Uint32Array;
  /** One for each sentence, all 0 between two calls. */
  readonly votes: Float32Array;
}

/** By the articles of a part that others lie behind. */
const firstParts = new WeakMap<readonly Article[], Part>();

function partsOf(lists: readonly (readonly Article[])[]): readonly Part[] {
  const parts: Part[] = [];
  for (const articles of lists) {
    const before = parts.at(-1);
    const part = before ? read(articles, before) : (firstParts.get(articles) ?? read(articles));
    if (!before) firstParts.set(articles, part);
    parts.push(part);
  }
  return parts;
}

function read(articles: readonly Article[], behind?: Part): Part {
  const numbers = new Map<string, number>();
  const before = behind ? behind.before + behind.numbers.size : 0;
  const idOf = (word: string) => {
    const id = behind?.numbers.get(word) ?? numbers.get(word) ?? before + numbers.size + 1;
    if (id > before) numbers.set(word, id);
    return id;
  };
  const texts: PrintedText[] = [];
  for (const article of articles) {
    const ids: number[] = [];
    const starts = [0];
    article.sentences.forEach((_, at) => {
      for (const { folded } of readSentence(article, at).words) ids.push(idOf(folded));
      starts.push(ids.length);
    });
    texts.push({ kind: 'sentences', article, ids: Uint32Array.from(ids), starts: Uint32Array.from(starts) });
    const names = [
      { kind: 'title' as const, name: article.title },
      ...article.sections.map(({ heading }) => ({ kind: 'heading' as const, name: heading })),
    ];
    for (const { kind, name } of names) {
      const own = readWords(name).words.map(({ folded }) => idOf(folded));
      if (own.length > 0)
        texts.push({
          kind,
          article,
          name,
          ids: Uint32Array.from(own),
          starts: Uint32Array.of(0, own.length),
        });
    }
  }
  return { numbers, before, ...inverted(texts, before, numbers.size) };
}

/** The postings of texts: those of words that the part before has, too, by a list of its own, since they are few. */
function inverted(texts: readonly PrintedText[], before: number, ownCount: number) {
  // Sentences are numbered through all texts; postings are counted first and then filled, as those of the search are.
  const firsts = new Uint32Array(texts.length + 1);
  texts.forEach(({ starts }, at) => {
    firsts[at + 1] = (firsts[at] ?? 0) + starts.length - 1;
  });
  const sentenceCount = firsts[texts.length] ?? 0;
  const shared = new Map<number, number>();
  if (before > 0) {
    for (const { ids } of texts)
      for (const id of ids) if (id <= before && !shared.has(id)) shared.set(id, ownCount + shared.size + 1);
  }
  const slotOf = (id: number) => (id > before ? id - before : (shared.get(id) ?? 0));
  const slots = ownCount + shared.size;
  const lastSeen = new Uint32Array(slots + 1);
  const eachWord = (visit: (slot: number, sentence: number) => void) => {
    lastSeen.fill(0);
    texts.forEach(({ ids, starts }, at) => {
      for (let sentence = 0; sentence + 1 < starts.length; sentence += 1) {
        const number = (firsts[at] ?? 0) + sentence;
        for (let word = starts[sentence] ?? 0; word < (starts[sentence + 1] ?? 0); word += 1) {
          const slot = slotOf(ids[word] ?? 0);
          if (lastSeen[slot] === number + 1) continue;
          lastSeen[slot] = number + 1;
          visit(slot, number);
        }
      }
    });
  };
  const postingStart = new Uint32Array(slots + 2);
  eachWord((slot) => {
    postingStart[slot + 1] = (postingStart[slot + 1] ?? 0) + 1;
  });
  for (let slot = 0; slot <= slots; slot += 1) {
    postingStart[slot + 1] = (postingStart[slot + 1] ?? 0) + (postingStart[slot] ?? 0);
  }
  const postings = new Uint32Array(postingStart[slots + 1] ?? 0);
  const cursor = postingStart.slice();
  eachWord((slot, sentence) => {
    postings[cursor[slot] ?? 0] = sentence;
    cursor[slot] = (cursor[slot] ?? 0) + 1;
  });
  return {
    texts,
    firsts,
    postings,
    votes: new Float32Array(sentenceCount),
    postingsOf(id: number) {
      const slot = slotOf(id);
      const isHeld = slot > 0 && slot <= slots;
      return isHeld
        ? { start: postingStart[slot] ?? 0, end: postingStart[slot + 1] ?? 0 }
        : { start: 0, end: 0 };
    },
  };
}

function searchIn(parts: readonly Part[]): PrintedWords {
  const sentenceCount = parts.reduce((sum, { votes }) => sum + votes.length, 0);
  const frequency = (id: number) =>
    id === 0
      ? 0
      : parts.reduce((sum, part) => {
          const { start, end } = part.postingsOf(id);
          return sum + end - start;
        }, 0);
  return {
    texts: parts.flatMap(({ texts }) => texts),
    idOf(folded) {
      for (const { numbers } of parts) {
        const id = numbers.get(folded);
        if (id !== undefined) return id;
      }
      return 0;
    },
    frequency,
    sentenceCount,
    candidates(ids, most) {
      const rare = [...new Set(ids)]
        .filter((id) => id > 0)
        .sort((a, b) => frequency(a) - frequency(b))
        .slice(0, MOST_RARE + ids.length / 4);
      const touched: { readonly part: Part; readonly sentence: number }[] = [];
      for (const id of rare) {
        const looked = Math.min(MOST_POSTINGS, frequency(id));
        const weight = Math.log(1 + sentenceCount / looked);
        let left = looked;
        for (const part of parts) {
          const { start, end } = part.postingsOf(id);
          const last = Math.min(start + left, end);
          left -= last - start;
          for (let at = start; at < last; at += 1) {
            const sentence = part.postings[at] ?? 0;
            if (part.votes[sentence] === 0) touched.push({ part, sentence });
            part.votes[sentence] = (part.votes[sentence] ?? 0) + weight;
          }
        }
      }
      const best = touched
        .map(({ part, sentence }) => ({ part, sentence, votes: part.votes[sentence] ?? 0 }))
        .sort(
          (a, b) =>
            b.votes - a.votes || parts.indexOf(a.part) - parts.indexOf(b.part) || a.sentence - b.sentence,
        )
        .slice(0, most);
      for (const { part, sentence } of touched) part.votes[sentence] = 0;
      return best.flatMap(({ part: { texts, firsts }, sentence: number }) => {
        const at = firstWhere(0, texts.length, (text) => (firsts[text + 1] ?? 0) > number);
        const text = texts[at];
        if (!text) return [];
        const sentence = number - (firsts[at] ?? 0);
        // What the quotation has beside this sentence stands at most as many words away as the quotation has.
        const from = Math.max(0, (text.starts[sentence] ?? 0) - ids.length - MARGIN);
        const to = Math.min(text.ids.length, (text.starts[sentence + 1] ?? 0) + ids.length + MARGIN);
        return [{ text, from, to }];
      });
    },
  };
}

/** Words more on each side, for those that a quotation leaves out. */
const MARGIN = 8;

function readSentence(article: Article, at: number): Reading {
  const sentence = article.sentences[at];
  if (!sentence) return { words: [], marks: [[]] };
  const { start, end, marks } = sentence;
  const passage: Passage = { article, first: at, last: at };
  let text = article.text.slice(start, end);
  // The `>` before the further lines of a block quote are not displayed.
  for (const hidden of quoteMarksIn(passage, { start, end }))
    text =
      text.slice(0, hidden.start - start) +
      ' '.repeat(hidden.end - hidden.start) +
      text.slice(hidden.end - start);
  return readWords(
    text,
    start,
    marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  );
}

/** The sentence of a text that holds a word. */
export function sentenceAt({ starts }: Pick<PrintedText, 'starts'>, word: number): number {
  return Math.max(0, firstWhere(0, starts.length, (at) => (starts[at] ?? 0) > word) - 1);
}

/** The words of a text from one to another (exclusive), as printed. */
export function readPrinted(text: PrintedText, from: number, to: number): Reading {
  if (text.kind !== 'sentences') {
    const { words, marks } = readWords(text.name ?? '');
    return { words: words.slice(from, to), marks: marks.slice(from, to + 1) };
  }
  const first = sentenceAt(text, from);
  const last = sentenceAt(text, to - 1);
  const words: Word[] = [];
  const marks: Mark[][] = [[]];
  for (let at = first; at <= last; at += 1) {
    const read = readSentence(text.article, at);
    marks.at(-1)?.push(...(read.marks[0] ?? []));
    read.words.forEach((word, index) => {
      words.push(word);
      marks.push([...(read.marks[index + 1] ?? [])]);
    });
  }
  const before = text.starts[first] ?? 0;
  return {
    words: words.slice(from - before, to - before),
    marks: marks.slice(from - before, to - before + 1),
  };
}

/** Where spans of an article's text stand: the passage of all sentences from a word to another (exclusive). */
export function passageOf(text: PrintedText, from: number, to: number): Passage {
  return { article: text.article, first: sentenceAt(text, from), last: sentenceAt(text, to - 1) };
}

export type { Span };
