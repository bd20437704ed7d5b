// Makes libraries.
import { type Article, NOT_ANSWERED } from '../corpus/article.ts';
import { printedMarks } from '../corpus/note-marks.ts';
import { LIMITS } from '../limits.ts';
import type { Result } from '../result.ts';
import { atOnce, inSlices, type Steps } from '../steps.ts';
import { type About, type Finding, type RankedPassage, type Reason, unseen } from './finding.ts';
import {
  emptyShelf,
  joinedShelf,
  type OwnShelf,
  rangeOf,
  type Shelf,
  shelving,
  shelvingOwn,
} from './index/shelf.ts';
import { judge } from './judging/judge.ts';
import { type AskOptions, type Library, LONGEST_QUESTION } from './library.ts';
import type { PassageReader } from './passage-reader.ts';
import { aboutIn } from './question/about.ts';
import { type EditorsWordOn, editorsOn, type Taught } from './question/editors.ts';
import { parseQuestion } from './question/parse-question.ts';
import type { Question } from './question/question.ts';
import { isInAnother } from './question/question-language.ts';
import { readsHan } from './question/read-question.ts';
import { rank } from './ranking/ranking.ts';
import { readPassages } from './ranking/read-passages.ts';
import {
  joinedPools,
  type Pools,
  poolsOf,
  type SuggestionLimits,
  suggester,
  type WholePools,
} from './suggest/suggest.ts';
import { summarize } from './summary/summarize.ts';
import { dictionary } from './text/cc-cedict.ts';

const USUAL_LIMIT = 3;

/** What libraries of one list of articles are made of, so that the next one can take over what is the same. */
const made = new WeakMap<Library, readonly WholePools[]>();

/** What reads the passages of a library, where something does. */
const readers = new WeakMap<Library, PassageReader>();

/**
 * Indexes articles, each in its own language. `suggestions` tells how many of what length there is room for. What `reader` makes of passages
 * counts in this library and in those that are made of it.
 */
export function createLibrary(
  articles: readonly Article[],
  suggestions: SuggestionLimits = LIMITS.choices,
  reader?: PassageReader,
): Library {
  return atOnce(making(articles, suggestions, [], reader));
}

/**
 * The library of other articles than `before` holds, with its first questions and suggestions prepared. Made in slices, so that
 * answers go on meanwhile; a language whose articles are the very same is taken over as it is. Rejects with the signal's
 * reason where it ends the work.
 */
export async function createNextLibrary(
  articles: readonly Article[],
  before: Library,
  signal?: AbortSignal,
): Promise<Library> {
  const steps = making(articles, LIMITS.choices, made.get(before), readers.get(before));
  const library = await inSlices(steps, signal);
  await prepareToSuggest(library, signal);
  await library.ask('warm up');
  return library;
}

/** What completions of a library are made of. */
const completing = new WeakMap<Library, readonly Pools[]>();

/** Collects what a library suggests, in slices, so that its first completion holds nobody up; at once where that is done. */
export async function prepareToSuggest(library: Library, signal?: AbortSignal): Promise<void> {
  for (const pools of completing.get(library) ?? []) await inSlices(pools.collecting(), signal);
}

function* making(
  articles: readonly Article[],
  suggestions: SuggestionLimits,
  before: readonly WholePools[] = [],
  reader?: PassageReader,
): Steps<Library> {
  const shelves = yield* shelving(
    articles,
    before.map(({ shelf }) => shelf),
  );
  const pools = shelves.map(
    (shelf) => before.find((held) => held.shelf === shelf) ?? poolsOf(shelf, suggestions),
  );
  const byId = new Map(articles.map((article) => [article.id, article]));
  const library = libraryOn({ articles, article: (id) => byId.get(id), pools, suggestions, reader });
  made.set(library, pools);
  return library;
}

/** A scope's own articles, made ready to stand behind those of any house. */
export interface OwnArticles {
  readonly articles: readonly Article[];
  readonly shelves: readonly OwnShelf[];
}

/** Indexes a scope's own articles, in slices. Rejects with the signal's reason where it ends the work. */
export async function indexOwn(articles: readonly Article[], signal?: AbortSignal): Promise<OwnArticles> {
  return { articles, shelves: await inSlices(shelvingOwn(articles), signal) };
}

/**
 * The library of a house with a scope's own articles behind: it answers as one that is made of all of them, and copies nothing of the
 * house. No id may be of both. `taught` is what the scope says of articles, of the house's as well.
 */
export function libraryOver(house: Library, own: OwnArticles, taught: Taught = new Map()): Library {
  const { articles: added, shelves } = own;
  if (added.length === 0 && taught.size === 0) return house;
  const suggestions = LIMITS.choices;
  const held = made.get(house) ?? [];
  const languagesOf = (shelved: readonly Pick<Shelf, 'index'>[]) =>
    shelved.map(({ index }) => index.language);
  const languages = new Set([...languagesOf(held.map(({ shelf }) => shelf)), ...languagesOf(shelves)]);
  const pools = [...languages].map((language): Pools => {
    const isOfLanguage = ({ index }: Pick<Shelf, 'index'>) => index.language === language;
    const before = held.find(({ shelf }) => isOfLanguage(shelf));
    const behind = shelves.find(isOfLanguage);
    if (before && !behind) return before;
    const whole = before ?? poolsOf(emptyShelf(language), suggestions);
    if (!behind) return whole;
    return joinedPools(joinedShelf(whole.shelf, behind), whole, behind.index, suggestions);
  });
  const byId = new Map(added.map((article) => [article.id, article]));
  return libraryOn({
    articles: [...house.articles, ...added],
    lists: [house.articles, added],
    article: (id) => byId.get(id) ?? house.article(id),
    pools,
    suggestions,
    taught,
    reader: readers.get(house),
  });
}

interface LibraryParts extends Pick<Library, 'articles' | 'article' | 'lists'> {
  readonly pools: readonly Pools[];
  readonly suggestions: SuggestionLimits;
  readonly taught?: Taught;
  readonly reader?: PassageReader | undefined;
}

function libraryOn({ articles, article, lists, pools, suggestions, taught, reader }: LibraryParts): Library {
  const shelves = pools.map(({ shelf }) => shelf);
  const parse = (text: string, options: AskOptions = {}): Result<readonly Question[], Reason> => {
    if (options.article !== undefined && !article(options.article)) {
      throw new RangeError(`No article has the id ${options.article}.`);
    }
    const unasked = reasonNotToAsk(text);
    if (unasked) return { problem: unasked };
    const parsed = shelves.flatMap((shelf) => {
      const range = rangeOf(shelf, options.article);
      return range ? [parseQuestion(text, shelf, range, dictionaryFor(text, shelf))] : [];
    });
    const questions = parsed.filter(({ concepts }) => concepts.length > 0);
    if (questions.length > 0) return { value: questions };
    return { problem: { kind: parsed.length > 0 ? 'stop-words' : 'nothing-near' } };
  };
  const library: Library = {
    articles,
    ...(lists && { lists }),
    article,
    parse,
    ...(reader && { readBy: reader.name }),
    async ask(text, options = {}) {
      const inRange =
        options.article === undefined
          ? articles
          : [article(options.article)].filter((one) => one !== undefined);
      const about = options.plainly ? undefined : aboutIn(text, inRange);
      if (about) return aboutItself(text, about, inRange);
      const chosen = options.plainly ? undefined : editorsFinding(text, editorsOn(text, inRange, taught));
      if (chosen) return chosen;
      const parsed = parse(text, options);
      if ('problem' in parsed) return nothing(text, parsed.problem);
      const findings: Finding[] = [];
      for (const question of parsed.value) {
        const ranking = rank(question);
        const read = reader ? await readPassages(question, ranking, reader) : ranking;
        findings.push(judge(question, read, options.limit ?? USUAL_LIMIT));
      }
      const [best] = findings.sort(
        (a, b) => Number(b.outcome === 'found') - Number(a.outcome === 'found') || b.nearness - a.nearness,
      );
      if (!best) return nothing(text, { kind: 'nothing-near' });
      const isForeign = best.outcome !== 'found' && best.lang !== undefined && isInAnother(text, best.lang);
      return isForeign ? { ...best, foreign: best.lang ?? 'und' } : best;
    },
    suggest: suggester(pools, suggestions),
  };
  completing.set(library, pools);
  if (reader) readers.set(library, reader);
  return library;
}

function dictionaryFor(text: string, shelf: Shelf) {
  return /\p{Script=Han}/u.test(text) && !readsHan(shelf) ? dictionary() : undefined;
}

function reasonNotToAsk(question: string): Reason | undefined {
  if (question.length > LONGEST_QUESTION)
    return { kind: 'too-long', length: question.length, most: LONGEST_QUESTION };
  if (question.trim() === '') return { kind: 'blank' };
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(question)) return { kind: 'symbols' };
  return undefined;
}

function nothing(question: string, reason: Reason): Finding {
  return { ...unseen(question), reason };
}

/** What the articles themselves answer with: the sentences that stand for the only one, those that print a note's mark, or none. */
function aboutItself(question: string, about: About, articles: readonly Article[]): Finding {
  const [only, another] = articles;
  const sentencesOf = (article: Article): readonly number[] => {
    if (about.topic === 'note')
      return article.sentences.flatMap((sentence, at) =>
        printedMarks(article, sentence).includes(about.note ?? '') ? [at] : [],
      );
    return about.topic === 'subject' && article === only && !another
      ? summarize(article, { length: 'short' })
      : [];
  };
  return {
    ...unseen(question),
    outcome: 'about',
    reason: { kind: 'about', topic: about.topic },
    about,
    passages: articles.flatMap((article) => sentencesOf(article).map((at) => plainPassage(article, at))),
    confidence: 1,
  };
}

/** What the editors say: the sentences that they chose, or that none answers where all who said something say so. */
function editorsFinding(question: string, said: readonly EditorsWordOn[]): Finding | undefined {
  if (said.length === 0) return undefined;
  const passages = said.flatMap(({ article, answer: { sentences } }) =>
    sentences === NOT_ANSWERED ? [] : [...new Set(sentences)].map((at) => plainPassage(article, at)),
  );
  const told = { ...unseen(question), confidence: 1 };
  return passages.length > 0
    ? { ...told, outcome: 'found', reason: { kind: 'chosen' }, passages, nearness: 1 }
    : { ...told, reason: { kind: 'said-none' } };
}

function plainPassage(article: Article, at: number): RankedPassage {
  const seen = {
    matches: [],
    held: [],
    near: [],
    answers: [],
    mayAnswer: true,
    standsBeside: true,
    years: [],
  };
  return { article, first: at, last: at, focus: at, score: 0, ...seen };
}
