// Measures one library at one size.
import { quantile } from '../figures.ts';
import { build, type Contestant } from './contestant.ts';
import { type MadeQuestion, questionsAbout } from './questions.ts';
import { type Source, textOfSize } from './text.ts';

/** One contestant at one size: what a process of its own measures. */
export interface Trial {
  readonly contestant: Contestant;
  readonly source: Source;
  /** Wanted; a corpus has as many as it has. */
  readonly sentences: number;
}

/** p50 and p95 in milliseconds of `asked` calls. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly asked: number;
}

export interface TrialResult {
  readonly contestant: Contestant;
  readonly sentences: number;
  /** Different words, in lower case. */
  readonly words: number;
  readonly splitMilliseconds: number;
  /** From split sentences to the first answer, so that what is built on demand counts. */
  readonly indexMilliseconds: number;
  /** What the index adds to the heap, with its array buffers, after the first answer. */
  readonly heapBytes: number;
  /** The same after all questions. */
  readonly heapBytesAtEnd: number;
  readonly question: Times;
  readonly misspelt: Times;
  readonly suggest: Times;
  /** Share of questions whose own sentence is among the passages. */
  readonly recall: number;
  readonly recallMisspelt: number;
}

const SEED = 2;
const QUESTIONS = 200;
/** Not timed, so that nobody is measured before the compiler is warm. */
const WARM_UP = 20;
/** In milliseconds: a slow contestant is asked fewer questions. */
const MOST_WARM_UP = 1_000;
const MOST_ASKING = 10_000;

/** Needs `--expose-gc`. `tell` is called with what is being done. */
export async function run(trial: Trial, tell: (doing: string) => void): Promise<TrialResult> {
  tell('making the text');
  const { articles, splitMilliseconds } = await textOfSize(trial.source, trial.sentences);
  const sentences = articles.flatMap(({ text, sentences: own }) =>
    own.map(({ start, end }) => text.slice(start, end)),
  );
  const words = differentWords(sentences);
  const questions = questionsAbout(sentences, QUESTIONS + WARM_UP, SEED);
  const [first] = questions;
  if (!first) throw new Error('The text is too short to ask about.');

  tell('building the index');
  const before = heapBytes();
  const from = performance.now();
  const index = build(trial.contestant, articles);
  await index.ask(first.question);
  const indexMilliseconds = performance.now() - from;
  const built = heapBytes();

  const put = async (wording: (question: MadeQuestion) => string) => {
    let hits = 0;
    const times = await timesOf(questions, async (question) => {
      const found = await index.ask(wording(question));
      return () => {
        hits += found.includes(question.target) ? 1 : 0;
      };
    });
    return { times, recall: hits / times.asked };
  };
  tell('asking');
  const plain = await put(({ question }) => question);
  tell('asking with typing errors');
  const misspelt = await put((question) => question.misspelt);
  tell('completing');
  const suggest = await timesOf(questions, async ({ typed }) => {
    index.suggest(typed);
    return () => {};
  });
  return {
    contestant: trial.contestant,
    sentences: sentences.length,
    words,
    splitMilliseconds,
    indexMilliseconds,
    heapBytes: built - before,
    heapBytesAtEnd: heapBytes() - before,
    question: plain.times,
    misspelt: misspelt.times,
    suggest,
    recall: plain.recall,
    recallMisspelt: misspelt.recall,
  };
}

/** Times each call, after a warm-up; `call` returns what is to be counted of it if it is timed. */
async function timesOf(
  questions: readonly MadeQuestion[],
  call: (question: MadeQuestion) => Promise<() => void>,
): Promise<Times> {
  const warm = performance.now() + MOST_WARM_UP;
  for (const question of questions.slice(0, WARM_UP)) {
    await call(question);
    if (performance.now() > warm) break;
  }
  const end = performance.now() + MOST_ASKING;
  const times: number[] = [];
  for (const question of questions.slice(WARM_UP)) {
    const from = performance.now();
    const count = await call(question);
    times.push(performance.now() - from);
    count();
    if (performance.now() > end) break;
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), asked: times.length };
}

function differentWords(sentences: readonly string[]): number {
  const words = new Set<string>();
  for (const sentence of sentences) {
    for (const word of sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) words.add(word);
  }
  return words.size;
}

/** Of the heap with its array buffers, after all garbage is gone. */
export function heapBytes(): number {
  if (!globalThis.gc) throw new Error('The heap is measured with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
