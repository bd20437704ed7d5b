// The articles of one language, ready to be searched.
import type { Article } from '../../corpus/article.ts';
import { atOnce, type Steps } from '../../steps.ts';
import { type Language, languageOf } from '../text/language.ts';
import { type Aliases, aliasesOf, type Names, namesIn } from '../text/names.ts';
import { COHESION, type Cohesion, cohesionOf, hasCohesion, joinedCohesion } from './cohesion.ts';
import { type Forms, formsBehind, makingForms } from './forms.ts';
import { compactIndex, joinedIndex } from './joined-index.ts';
import { type Meanings, meaningsOf } from './meanings.ts';
import { joinedRuns, type PrintedRuns, printedRunsOf } from './printed-runs.ts';
import { countHolding, indexing, type Range, type SentenceIndex, type WholeIndex } from './sentence-index.ts';
import { type Speller, spellerOver } from './spelling.ts';
import { joinedSounds, type NamesBySound, namesBySound } from './transliteration.ts';

/** Sentences under a heading, or under the title of their article. */
export interface HeadedRange extends Range {
  readonly isTitle: boolean;
}

/** The articles of one language, made ready to be searched. */
export interface Shelf {
  readonly index: SentenceIndex;
  readonly cohesion: Cohesion;
  readonly speller: Speller;
  readonly names: Names;
  /** For the stem of each word of a heading, the sentences of the sections it stands over; of a table's header row, its rows; of a title, all. */
  readonly headings: Pick<ReadonlyMap<string, readonly HeadedRange[]>, 'get'>;
  readonly runs: PrintedRuns;
  /** How a term is printed first. */
  readonly printedAs: (term: number) => string;
  /** Made at the first Chinese question. */
  readonly sounds: () => NamesBySound;
  /** Made at the first question that needs it; undefined for a language without word vectors. */
  readonly meanings: () => Meanings | undefined;
}

/** Articles of one language that can stand behind those of any shelf. */
export interface OwnShelf {
  readonly index: WholeIndex;
  readonly cohesion: Cohesion;
  readonly headings: ReadonlyMap<string, readonly HeadedRange[]>;
  readonly runs: PrintedRuns;
  readonly aliases: Aliases;
}

/** A shelf in one piece. */
export interface WholeShelf extends OwnShelf, Shelf {
  readonly index: WholeIndex;
  readonly headings: OwnShelf['headings'];
  readonly forms: Forms;
}

/** One shelf for each language of the articles, in the order in which the languages first occur. */
export function shelvesOf(articles: readonly Article[]): WholeShelf[] {
  return atOnce(shelving(articles));
}

/** The same in steps. A shelf of `before` that holds the very same articles is taken over. */
export function* shelving(
  articles: readonly Article[],
  before: readonly WholeShelf[] = [],
): Steps<WholeShelf[]> {
  const shelves: WholeShelf[] = [];
  for (const [tag, shelved] of byLanguage(articles)) {
    const held = before.find(({ index }) => index.language.tag === tag && areSame(index.articles, shelved));
    shelves.push(held ?? (yield* makingShelf(shelved, languageOf(tag))));
  }
  return shelves;
}

/** Articles to stand behind others, one shelf for each language. */
export function* shelvingOwn(articles: readonly Article[]): Steps<OwnShelf[]> {
  const shelves: OwnShelf[] = [];
  for (const [tag, shelved] of byLanguage(articles))
    shelves.push(ownShelfOf(compactIndex(yield* indexing(shelved, languageOf(tag)))));
  return shelves;
}

function byLanguage(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const shelved = new Map<string, Article[]>();
  for (const article of articles) {
    const { tag } = languageOf(article.lang);
    const others = shelved.get(tag);
    if (others) others.push(article);
    else shelved.set(tag, [article]);
  }
  return shelved;
}

function areSame(some: readonly Article[], others: readonly Article[]): boolean {
  return some.length === others.length && some.every((article, at) => article === others[at]);
}

function ownShelfOf(index: WholeIndex): OwnShelf {
  const cohesion = cohesionOf(index);
  return {
    index,
    cohesion,
    headings: headingsOf(index, cohesion),
    runs: printedRunsOf(index),
    aliases: aliasesOf(index.articles, index.language),
  };
}

function* makingShelf(shelved: readonly Article[], language: Language): Steps<WholeShelf> {
  const index = yield* indexing(shelved, language);
  const own = ownShelfOf(index);
  yield;
  const { aliases } = own;
  const forms = yield* makingForms(index);
  return {
    ...own,
    forms,
    speller: spellerOver([forms], language),
    names: namesIn([aliases], language),
    printedAs: (term) => printedIn(index, term),
    sounds: once(() => namesBySound(index, language)),
    meanings: once(() => (language.hasMeanings ? meaningsOf(language) : undefined)),
  };
}

/** Shelves of no articles, for languages that no article of the house has: all that lies behind one has it in common. */
const empty = new Map<string, WholeShelf>();

export function emptyShelf(language: Language): WholeShelf {
  const made = empty.get(language.tag) ?? atOnce(makingShelf([], language));
  empty.set(language.tag, made);
  return made;
}

/** A shelf with others' articles behind its own, which answers as one that was made of all of them; neither is copied. */
export function joinedShelf(house: WholeShelf, own: OwnShelf): Shelf {
  const index = joinedIndex(house.index, own.index);
  const { language } = index;
  const count = house.index.sentenceCount;
  const behind = index.parts[1] ?? own.index;
  return {
    index,
    cohesion: joinedCohesion(house.cohesion, count, own.cohesion),
    headings: {
      get(stem) {
        const further = own.headings.get(stem);
        if (!further) return house.headings.get(stem);
        const shifted = further.map(({ from, to, isTitle }) => ({
          from: count + from,
          to: count + to,
          isTitle,
        }));
        return [...(house.headings.get(stem) ?? []), ...shifted];
      },
    },
    runs: joinedRuns(house.runs, count, own.runs),
    speller: spellerOver([house.forms, formsBehind(house.forms, behind, language)], language),
    names: namesIn([house.aliases, own.aliases], language),
    printedAs: (term) => printedIn(index, term),
    sounds: once(() => joinedSounds(house.sounds(), namesBySound(behind, language))),
    meanings: house.meanings,
  };
}

function printedIn({ parts }: SentenceIndex, term: number): string {
  for (const { surfaces, termOfSurface } of parts) {
    const surface = termOfSurface.indexOf(term);
    if (surface >= 0) return surfaces[surface] ?? '';
  }
  return '';
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
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
  return term !== 0 && countHolding(index, term, range) > 0;
}

function headingsOf(index: WholeIndex, cohesion: Cohesion): Map<string, HeadedRange[]> {
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
