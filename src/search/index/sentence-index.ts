// The inverted index of sentences.
import type { Article } from '../../corpus/article.ts';
import { atOnce, partsOf, type Steps } from '../../steps.ts';
import { hasCompound } from '../text/compounds.ts';
import { firstWhere } from '../text/first-where.ts';
import type { Language } from '../text/language.ts';
import { ACRONYM, shapesOf } from '../text/shape.ts';
import { withoutMarks } from '../text/tokenizer.ts';
import type { WordIds } from './word-ids.ts';

/**
 * The sentences of all articles of one language. They are numbered through all articles, and lie in one part or in several: those of
 * the house, which many indexes have in common, and behind them a scope's own.
 *
 * A *surface* is a word as printed (`Announced`); a *term* is its stem (`announc`). Term 0 stands for stop words.
 */
export interface SentenceIndex {
  readonly language: Language;
  readonly articles: readonly Article[];
  /** Number of the first sentence of each article, and after the last the number of all: `articles.length + 1` entries. */
  readonly firstSentence: Uint32Array;
  readonly sentenceCount: number;
  readonly termId: Pick<WordIds, 'get' | 'has'>;
  /** In the order of their sentences; at least one. */
  readonly parts: readonly IndexPart[];
}

/**
 * Sentences in typed arrays: the words of each in order, and for each term the sentences that hold it (postings). Sentences and
 * surfaces are numbered within the part, terms through the whole index.
 */
export interface IndexPart {
  /** The number of its first sentence in the index. */
  readonly from: number;
  readonly sentenceCount: number;
  /** Where each sentence's words begin in `words`: `sentenceCount + 1` entries. */
  readonly wordStart: Uint32Array;
  /** Surface ids of all words, sentence after sentence. */
  readonly words: Uint32Array;
  readonly surfaces: readonly string[];
  readonly surfaceId: Pick<WordIds, 'get'>;
  readonly termOfSurface: Uint32Array;
  readonly shapeOfSurface: Uint8Array;
  /** Where each sentence's `spanTerms` begin: `sentenceCount + 1` entries. */
  readonly spanTermStart: Uint32Array;
  /** Terms beside the words: what several words say together, such as `Wi-Fi`, or one by its parts. */
  readonly spanTerms: Uint32Array;
  /** At which place of `postingStart` terms stand, where that is not their number. */
  readonly places?: TermPlaces | undefined;
  /** Where the postings of each term begin: one entry more than terms. */
  readonly postingStart: Uint32Array;
  /** Sentence numbers, ascending within a term. */
  readonly postings: Uint32Array;
  /** How often the term stands in that sentence, at most 255. */
  readonly frequencies: Uint8Array;
  /** Words of each sentence that are not stop words. */
  readonly lengths: Uint16Array;
}

/** The terms of a part, ascending, and the place of each. */
export interface TermPlaces {
  readonly terms: Uint32Array;
  readonly places: Uint32Array;
}

/** An index in one part. */
export interface WholeIndex extends SentenceIndex, IndexPart {
  readonly sentenceCount: number;
  readonly surfaceId: WordIds;
  readonly termId: WordIds;
}

/** Sentences that are indexed in one step: some milliseconds. */
const A_STEP = 128;
/** Sentences whose words are counted in one step, which takes a fiftieth of that for each. */
const A_COUNTING_STEP = 4096;

/** Indexes articles of one language. */
export function indexSentences(articles: readonly Article[], language: Language): WholeIndex {
  return atOnce(indexing(articles, language));
}

/** The same in steps. */
export function* indexing(articles: readonly Article[], language: Language): Steps<WholeIndex> {
  const surfaceId = new Map<string, number>();
  const surfaces: string[] = [];
  const termId = new Map<string, number>([['', 0]]);
  const terms: number[] = [];
  const shapes: number[] = [];
  const spanning: boolean[] = [];
  const shapeOf = shapesOf(language.tag);
  const firstSentence = new Uint32Array(articles.length + 1);
  let sentenceCount = 0;
  articles.forEach((article, i) => {
    firstSentence[i] = sentenceCount;
    sentenceCount += article.sentences.length;
  });
  firstSentence[articles.length] = sentenceCount;

  const wordStart = new Uint32Array(sentenceCount + 1);
  const spanTermStart = new Uint32Array(sentenceCount + 1);
  const spanTerms: number[] = [];
  const lengths = new Uint16Array(sentenceCount);
  let words = new Uint32Array(1024);
  let wordCount = 0;
  let number = 0;
  for (const article of articles) {
    for (const sentence of article.sentences.keys()) {
      wordStart[number] = wordCount;
      spanTermStart[number] = spanTerms.length;
      let length = 0;
      let spans = false;
      const printed = withoutMarks(article, sentence);
      const tokens = language.tokenize(printed);
      for (const { text } of tokens) {
        let surface = surfaceId.get(text);
        if (surface === undefined) {
          surface = surfaces.length;
          surfaceId.set(text, surface);
          surfaces.push(text);
          terms.push(termOf(text, language, termId));
          shapes.push(shapeOf(text));
          spanning.push(language.maySpan(text));
        }
        spans ||= spanning[surface] === true;
        if (wordCount === words.length) {
          const grown = new Uint32Array(words.length * 2);
          grown.set(words);
          words = grown;
        }
        words[wordCount] = surface;
        wordCount += 1;
        if (terms[surface] !== 0) length += 1;
      }
      // Most sentences have none, which their words tell sooner than a search for them.
      if (spans || hasCompound(printed, tokens)) {
        for (const { key } of language.spanTerms(printed, tokens)) spanTerms.push(idOf(key, termId));
      }
      lengths[number] = Math.min(length, 65_535);
      number += 1;
      if (number % A_STEP === 0) yield;
    }
  }
  wordStart[sentenceCount] = wordCount;
  spanTermStart[sentenceCount] = spanTerms.length;
  words = words.slice(0, wordCount);
  const termOfSurface = Uint32Array.from(terms);
  const beside = { spanTermStart, spanTerms: Uint32Array.from(spanTerms) };
  const parts: IndexPart[] = [];
  const index: WholeIndex = {
    ...beside,
    from: 0,
    places: undefined,
    parts,
    language,
    articles,
    firstSentence,
    sentenceCount,
    wordStart,
    words,
    surfaces,
    surfaceId,
    termOfSurface,
    shapeOfSurface: Uint8Array.from(shapes),
    termId,
    lengths,
    ...(yield* inverting({ words, wordStart, termOfSurface, ...beside }, termId.size)),
  };
  parts.push(index);
  return index;
}

/** Sentences by term from terms by sentence, by counting: two passes, no sorting, no lists of objects. */
function* inverting(
  {
    words,
    wordStart,
    termOfSurface,
    spanTermStart,
    spanTerms,
  }: Pick<IndexPart, 'words' | 'wordStart' | 'termOfSurface' | 'spanTermStart' | 'spanTerms'>,
  termCount: number,
): Steps<Pick<IndexPart, 'postingStart' | 'postings' | 'frequencies'>> {
  const sentenceCount = wordStart.length - 1;
  const NONE = 0xffffffff;
  const lastSeen = new Uint32Array(termCount).fill(NONE);
  const postingStart = new Uint32Array(termCount + 1);
  const parts = () => partsOf({ from: 0, to: sentenceCount }, A_COUNTING_STEP);
  const eachTerm = ({ from, to }: Range, visit: (term: number, sentence: number) => void) => {
    for (let sentence = from; sentence < to; sentence += 1) {
      const end = wordStart[sentence + 1] ?? 0;
      for (let at = wordStart[sentence] ?? 0; at < end; at += 1) {
        const term = termOfSurface[words[at] ?? 0] ?? 0;
        if (term !== 0) visit(term, sentence);
      }
      const last = spanTermStart[sentence + 1] ?? 0;
      for (let at = spanTermStart[sentence] ?? 0; at < last; at += 1) {
        const term = spanTerms[at] ?? 0;
        if (term !== 0) visit(term, sentence);
      }
    }
  };
  const count = (term: number, sentence: number) => {
    if (lastSeen[term] === sentence) return;
    lastSeen[term] = sentence;
    postingStart[term + 1] = (postingStart[term + 1] ?? 0) + 1;
  };
  for (const part of parts()) {
    eachTerm(part, count);
    yield;
  }
  for (let term = 0; term < termCount; term += 1) {
    postingStart[term + 1] = (postingStart[term + 1] ?? 0) + (postingStart[term] ?? 0);
  }
  const total = postingStart[termCount] ?? 0;
  const postings = new Uint32Array(total);
  const frequencies = new Uint8Array(total);
  const cursor = postingStart.slice(0, termCount);
  lastSeen.fill(NONE);
  const put = (term: number, sentence: number) => {
    const at = cursor[term] ?? 0;
    if (lastSeen[term] === sentence) {
      if ((frequencies[at - 1] ?? 0) < 255) frequencies[at - 1] = (frequencies[at - 1] ?? 0) + 1;
      return;
    }
    lastSeen[term] = sentence;
    postings[at] = sentence;
    frequencies[at] = 1;
    cursor[term] = at + 1;
  };
  for (const part of parts()) {
    eachTerm(part, put);
    yield;
  }
  return { postingStart, postings, frequencies };
}

function termOf(surface: string, language: Language, termId: Map<string, number>): number {
  if (language.isStopWord(surface) && !ACRONYM.test(surface)) return 0;
  return idOf(language.stem(surface), termId);
}

function idOf(key: string, termId: Map<string, number>): number {
  if (key === '') return 0;
  const known = termId.get(key);
  if (known !== undefined) return known;
  const id = termId.size;
  termId.set(key, id);
  return id;
}

/** Sentences `from` to `to` (exclusive) of an index: one article, or all. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where the postings of a term that lie in a range of the index begin and end in a part; their number is how many of its sentences hold the term. */
export function postingsIn(part: IndexPart, term: number, range: Range): Range {
  const place = part.places ? placeOf(term, part.places) : term;
  const start = part.postingStart[place] ?? 0;
  const end = part.postingStart[place + 1] ?? start;
  const from = range.from - part.from;
  const to = range.to - part.from;
  if (from <= 0 && to >= part.sentenceCount) return { from: start, to: end };
  return {
    from: lowerBound(part.postings, from, start, end),
    to: lowerBound(part.postings, to, start, end),
  };
}

/** The place of a term; one at which nothing stands where the part does not have it. */
function placeOf(term: number, { terms, places }: TermPlaces): number {
  const at = lowerBound(terms, term, 0, terms.length);
  return terms[at] === term ? (places[at] ?? 0) : places.length;
}

/** How many sentences of a range hold a term. */
export function countHolding({ parts }: SentenceIndex, term: number, range: Range): number {
  let count = 0;
  for (const part of parts) {
    const { from, to } = postingsIn(part, term, range);
    count += to - from;
  }
  return count;
}

/** The part that holds a sentence. */
export function partAt({ parts }: SentenceIndex, sentence: number): IndexPart {
  const [first, second] = parts;
  return (second && sentence >= second.from ? second : first) as IndexPart;
}

/** The sentences of a range that lie in a part, as it numbers them. */
export function withinPart(part: IndexPart, { from, to }: Range): Range {
  const first = Math.min(Math.max(0, from - part.from), part.sentenceCount);
  return { from: first, to: Math.max(first, Math.min(to - part.from, part.sentenceCount)) };
}

/** The term of a word as printed; 0 for a stop word and one that no article prints. */
export function termOfPrinted({ parts }: SentenceIndex, word: string): number {
  for (const { surfaceId, termOfSurface } of parts) {
    const surface = surfaceId.get(word);
    if (surface !== undefined) return termOfSurface[surface] ?? 0;
  }
  return 0;
}

/** The position in `index.articles` of the article that holds a sentence. */
export function articleAt(index: SentenceIndex, sentence: number): number {
  return lowerBound(index.firstSentence, sentence + 1, 0, index.articles.length) - 1;
}

/** The first position from `from` to `to` whose value is `value` or more; the values ascend. */
export function lowerBound(values: Uint32Array, value: number, from: number, to: number): number {
  return firstWhere(from, to, (at) => (values[at] ?? 0) >= value);
}
