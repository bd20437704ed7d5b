// Measures thousands of servers' libraries over one house shelf.
import type { Article, Sentence } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { scopedLibraries } from '../../src/scope/libraries.ts';
import type { ScopeArticles, ScopeContents } from '../../src/scope/scope-articles.ts';
import { weightOf } from '../../src/scope/weight.ts';
import { createLibrary, type Library } from '../../src/search/search.ts';
import { quantile } from '../figures.ts';
import { sentencesFrom } from './generate.ts';
import { type MadeQuestion, questionsAbout } from './questions.ts';
import { below, randomFrom } from './random.ts';
import { heapBytes } from './trial.ts';

/** Many scopes with some articles each, over the house of a folder. */
export interface ScopesTrial {
  readonly scopes: number;
  readonly corpus: string;
  /** Of memory for libraries; as many as the bot has unless told. */
  readonly bytes?: number;
}

/** Milliseconds. */
interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export interface ScopesResult {
  readonly scopes: number;
  /** Until the library of a scope is there that is not in memory; until it has answered its first question. */
  readonly miss: Spread;
  readonly missAnswered: Spread;
  /** A question to a scope that is in memory; the same to one library of all the articles of such a scope and the house. */
  readonly hit: Spread;
  readonly one: Spread;
  /** For how long the event loop was held up while libraries were made. */
  readonly heldUp: Spread;
  /** Of the process at the end, with all that it ever took. */
  readonly rssBytes: number;
  /** What a scope takes in the heap that was asked and completed, and what the cache counts for it. */
  readonly heapAScope: number;
  readonly weightAScope: number;
}

const ARTICLES = 3;
const SENTENCES = 40;
/** Different sentences that all scopes share, so that what is stored takes no memory worth speaking of. */
const POOL = 20_000;
const QUESTIONS = 400;
/** Scopes whose memory is looked at. */
const WEIGHED = 300;
const SEED = 5;

/** Needs `--expose-gc`. `tell` is called with what is being done. */
export async function runScopes(trial: ScopesTrial, tell: (doing: string) => void): Promise<ScopesResult> {
  tell('making the texts');
  const pool: string[] = [];
  for (const sentence of sentencesFrom(SEED)) {
    if (pool.length === POOL) break;
    pool.push(sentence);
  }
  const stored = storeOf(pool);
  const house = createLibrary(await readCorpus(trial.corpus));
  await house.ask('warm up');
  house.suggest('');
  const questionsFor = (scope: number) =>
    questionsAbout(
      stored
        .articlesOf(scope)
        .flatMap(({ text, sentences }) => sentences.map(({ start, end }) => text.slice(start, end))),
      2,
      scope,
    );

  tell('weighing');
  const weighed = scopesOver(house, stored, Number.MAX_SAFE_INTEGER);
  for (let scope = 0; scope < 50; scope += 1) await use(await weighed.libraryOf(scope), questionsFor(scope));
  const before = heapBytes();
  for (let scope = 50; scope < 50 + WEIGHED; scope += 1)
    await use(await weighed.libraryOf(scope), questionsFor(scope));
  const heapAScope = (heapBytes() - before) / WEIGHED;

  const libraries = scopesOver(house, stored, trial.bytes);
  const [misses, answered, heldUp]: [number[], number[], number[]] = [[], [], []];
  const stop = watchLoop((ms) => heldUp.push(ms));
  for (let scope = 0; scope < trial.scopes; scope += 1) {
    if (scope % 100 === 0) tell(`asking scope ${scope}`);
    const [question] = questionsFor(scope);
    const from = performance.now();
    const library = await libraries.libraryOf(scope);
    misses.push(performance.now() - from);
    await library.ask(question?.question ?? 'what?');
    answered.push(performance.now() - from);
    await new Promise((resolve) => setImmediate(resolve));
  }
  stop();

  tell('asking those in memory');
  const random = randomFrom(SEED);
  const recent = Math.min(200, trial.scopes);
  const hits: number[] = [];
  const ones: number[] = [];
  for (let asked = 0; asked < QUESTIONS; asked += 1) {
    const scope = trial.scopes - 1 - below(recent, random);
    const [question] = questionsFor(scope);
    const text = question?.question ?? 'what?';
    const from = performance.now();
    await (await libraries.libraryOf(scope)).ask(text);
    hits.push(performance.now() - from);
  }
  tell('asking one library');
  const last = trial.scopes - 1;
  const one = createLibrary([...house.articles, ...stored.articlesOf(last)]);
  const about = questionsAbout(
    stored
      .articlesOf(last)
      .flatMap(({ text, sentences }) => sentences.map(({ start, end }) => text.slice(start, end))),
    QUESTIONS,
    SEED,
  );
  for (const { question } of about) {
    const from = performance.now();
    await one.ask(question);
    ones.push(performance.now() - from);
  }
  return {
    scopes: trial.scopes,
    miss: spreadOf(misses),
    missAnswered: spreadOf(answered),
    hit: spreadOf(hits),
    one: spreadOf(ones),
    heldUp: spreadOf(heldUp),
    rssBytes: process.resourceUsage().maxRSS * 1024,
    heapAScope,
    weightAScope: weightOf(stored.articlesOf(0)),
  };
}

/** As readers use a library: a question, one with typing errors, a completion. */
async function use(library: Library, questions: readonly MadeQuestion[]): Promise<void> {
  for (const { question, misspelt, typed } of questions) {
    await library.ask(question);
    await library.ask(misspelt);
    library.suggest(typed);
  }
}

function scopesOver(house: Library, articles: ScopeArticles, bytes: number | undefined) {
  const libraries = scopedLibraries({
    house: () => house,
    articles,
    ...(bytes !== undefined && { bytes }),
    unreadable(error) {
      throw error;
    },
  });
  return {
    async libraryOf(scope: number): Promise<Library> {
      const seen = await libraries.libraryFor({ kind: 'server', id: String(scope + 1) });
      if ('problem' in seen) throw new Error(seen.problem);
      return seen.value;
    },
  };
}

/** What a store would give: texts, and where their sentences are, without splitting them. */
function storeOf(pool: readonly string[]): ScopeArticles & { articlesOf(scope: number): readonly Article[] } {
  const form = articleFrom({
    id: 'form',
    title: 'Form',
    publisher: 'bench',
    lang: 'en',
    text: `${pool[0]}\n`,
  });
  const articlesOf = (scope: number) =>
    Array.from({ length: ARTICLES }, (_, at): Article => {
      const random = randomFrom(scope * ARTICLES + at + 1);
      let text = '';
      const sentences: Sentence[] = [];
      for (let count = 0; count < SENTENCES; count += 1) {
        const start = text.length;
        text += pool[below(pool.length, random)] ?? '';
        sentences.push({ start, end: text.length, section: 0, opens: count % 5 === 0, marks: [] });
        text += count % 5 === 4 ? '\n\n' : ' ';
      }
      const sections = [{ heading: '', first: 0, end: SENTENCES }];
      const title = `Text ${scope}-${at}`;
      return { ...form, id: `text-${at}`, title, text: Buffer.from(text).toString(), sections, sentences };
    });
  return {
    articlesOf,
    async read(scope): Promise<ScopeContents> {
      const number = Number(scope.slice('server:'.length)) - 1;
      const articles = articlesOf(number).map((article, at) => ({ key: `${number}k${at}`, article }));
      return { version: 1, articles, taughtOf: [], answersOn: () => [] };
    },
    version: async () => 1,
    onChange: () => () => undefined,
    used: () => undefined,
  };
}

/** Tells for how long each round of the event loop took. Returns what ends it. */
function watchLoop(tell: (ms: number) => void): () => void {
  let isOver = false;
  let last = performance.now();
  const round = () => {
    const now = performance.now();
    tell(now - last);
    last = now;
    if (!isOver) setImmediate(round);
  };
  setImmediate(round);
  return () => {
    isOver = true;
  };
}

function spreadOf(times: readonly number[]): Spread {
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    most: times.reduce((a, b) => Math.max(a, b), 0),
  };
}
