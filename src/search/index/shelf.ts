import type { Article } from '../../corpus/article.ts';
import { atOnce, type Steps } from '../../steps.ts';
import { type Language, languageOf } from '../text/language.ts';
import { type Names, namesOf } from '../text/names.ts';
import { COHESION, cohesionOf, hasCohesion } from './cohesion.ts';
import { type Meanings, meaningsOf } from './meanings.ts';
import { type PrintedRuns, printedRunsOf } from './printed-runs.ts';
import { indexing, postingsIn, type Range, type SentenceIndex } from './sentence-index.ts';
import { makingSpeller, type Speller } from './spelling.ts';
import { type NamesBySound, namesBySound } from './transliteration.ts';

/** Sentences under a heading, or under the title of their article. */
export interface HeadedRange extends Range {
  readonly isTitle: boolean;
}

/** The articles of one language, made ready to be searched. */
export interface Shelf {
  readonly index: SentenceIndex;
  readonly cohesion: Uint8Array;
  readonly speller: Speller;
  readonly names: Names;
  /** For the stem of each word of a heading, the sentences of the sections it stands over; of a table's header row, its rows; of a title, all. */
  readonly headings: ReadonlyMap<string, readonly HeadedRange[]>;
  readonly runs: PrintedRuns;
  /** How a term is printed first. */
  readonly printedAs: (term: number) => string;
  /** Made at the first Chinese question. */
  readonly sounds: () => NamesBySound;
  /** Made at the first question that needs it; undefined for a language without word vectors. */
  readonly meanings: () => Meanings | undefined;
}

/** One shelf for each language of the articles, in the order in which the languages first occur. */
export function shelvesOf(articles: readonly Article[]): Shelf[] {
  return atOnce(shelving(articles));
}

/** The same in steps. A shelf of `before` that holds the very same articles is taken over. */
export function* shelving(articles: readonly Article[], before: readonly Shelf[] = []): Steps<Shelf[]> {
  const byLanguage = new Map<string, Article[]>();
  for (const article of articles) {
    const { tag } = languageOf(article.lang);
    const shelved = byLanguage.get(tag);
    if (shelved) shelved.push(article);
    else byLanguage.set(tag, [article]);
  }
  const shelves: Shelf[] = [];
  for (const [tag, shelved] of byLanguage) {
    const held = before.find(({ index }) => index.language.tag === tag && areSame(index.articles, shelved));
    shelves.push(held ?? (yield* makingShelf(shelved, languageOf(tag))));
  }
  return shelves;
}

function areSame(some: readonly Article[], others: readonly Article[]): boolean {
  return some.length === others.length && some.every((article, at) => article === others[at]);
}

function* makingShelf(shelved: readonly Article[], language: Language): Steps<Shelf> {
  const index = yield* indexing(shelved, language);
  const cohesion = cohesionOf(index);
  yield;
  const speller = yield* makingSpeller(index);
  let sounds: NamesBySound | undefined;
  let meanings: Meanings | undefined;
  return {
    index,
    cohesion,
    speller,
    names: namesOf(shelved, language),
    headings: headingsOf(index, cohesion),
    runs: printedRunsOf(index),
    printedAs: (term) => index.surfaces[index.termOfSurface.indexOf(term)] ?? '',
    sounds() {
      sounds ??= namesBySound(index);
      return sounds;
    },
    meanings() {
      if (language.hasMeanings) meanings ??= meaningsOf(index);
      return meanings;
    },
  };
}

/** The sentences of one article of the shelf, or of all; undefined where the shelf does not hold the article. */
export function rangeOf({ index }: Shelf, article?: string): Range | undefined {
  if (article === undefined) return { from: 0, to: index.sentenceCount };
  const at = index.articles.findIndex(({ id }) => id === article);
  if (at < 0) return undefined;
  return { from: index.firstSentence[at] ?? 0, to: index.firstSentence[at + 1] ?? 0 };
}

/** Whether any sentence of the range holds the term. */
export function holdsTerm({ index }: Shelf, term: number, range: Range): boolean {
  if (term === 0) return false;
  const { from, to } = postingsIn(index, term, range);
  return to > from;
}

function headingsOf(index: SentenceIndex, cohesion: Uint8Array): Map<string, HeadedRange[]> {
  const { language, articles, firstSentence } = index;
  const headings = new Map<string, HeadedRange[]>();
  const isHeader = (sentence: number) => hasCohesion(cohesion, sentence, COHESION.header);
  const add = (heading: string, range: Range, isTitle = false) => {
    const under = { ...range, isTitle };
    for (const stem of new Set(language.keysIn(heading))) {
      const known = headings.get(stem);
      if (known) known.push(under);
      else headings.set(stem, [under]);
    }
  };
  articles.forEach(({ title, text, sections, sentences }, at) => {
    const offset = firstSentence[at] ?? 0;
    // Also of an article alone: what all of it is about tells its sentences apart less than their other words do.
    add(title, { from: offset, to: offset + sentences.length }, true);
    sections.forEach(({ heading, level = 0, first, end }, section) => {
      // What it stands over: its own sentences, and those under the lower headings that follow.
      const next = sections.findIndex((other, index) => index > section && (other.level ?? 0) <= level);
      const last = level === 0 ? end : (sections[next]?.first ?? sentences.length);
      add(heading, { from: offset + first, to: offset + last });
    });
    sentences.forEach(({ start, end }, sentence) => {
      if (!isHeader(offset + sentence)) return;
      let last = sentence + 1;
      while (sentences[last]?.form === 'row' && !isHeader(offset + last)) last += 1;
      add(text.slice(start, end), { from: offset + sentence + 1, to: offset + last });
    });
  });
  return headings;
}

/** The sentences of a range that stand under a heading with one of the stems. */
export function underHeadings(
  { headings }: Shelf,
  stems: readonly string[],
  range: Range,
): readonly HeadedRange[] {
  return stems
    .flatMap((stem) => headings.get(stem) ?? [])
    .map(({ from, to, isTitle }) => ({
      from: Math.max(from, range.from),
      to: Math.min(to, range.to),
      isTitle,
    }))
    .filter(({ from, to }) => from < to);
}
