// npm run -s reader: what the reader of READER_DIR changes, measured on judged questions, and what its numbers should count; how long one would take.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readReaderSettings } from '../src/config.ts';
import { articleFrom } from '../src/corpus/article-from.ts';
import { loadEnvFile } from '../src/env-file.ts';
import type { ModelReader } from '../src/reader/reader.ts';
import { type Thresholds, UNFITTED, weigh, writeThresholds } from '../src/reader/thresholds.ts';
import { createLibrary, type Finding, type PassageReader, type Read } from '../src/search/search.ts';
import { parseJudged } from './judged.ts';
import { progressOf } from './progress.ts';
import { openedReader } from './reader/opened-reader.ts';
import { SHAPES, writeShape } from './reader/shapes.ts';
import { share, tableOf } from './table.ts';
import { orTell, Unusable } from './unusable.ts';

const USAGE = `npm run -s reader -- check [--on FILE…]
npm run -s reader -- shape FOLDER [--of tinybert | minilm] [--spans]

Measures on judged questions what the model in READER_DIR changes, and proposes what its numbers should count. The sample of this repository
is asked, and files of your own (--on FILE, as often as you like), in the form that npm run eval reads.

  --write   keep the proposal beside the model, from where the bot takes it

shape writes a model of that shape (minilm where none is named) into a new folder, with weights that mean nothing: it is of no use, but takes as
long as one that is. --spans makes it one that points at the words that answer.`;

const SAMPLE = ['xquad.en.jsonl', 'clapnq.jsonl', 'readers.jsonl'];
const root = fileURLToPath(new URL('../..', import.meta.url));
/** A check waits longer than an answer may. */
const PATIENCE_MS = 10_000;

interface Asked {
  readonly file: string;
  readonly question: string;
  readonly answers: readonly number[];
  readonly answerable: boolean;
  readonly library: ReturnType<typeof createLibrary>;
  /** Every other question is fitted on, the rest is measured. */
  readonly isFitted: boolean;
  /** What the model says of the passages that it was given, by their text. */
  readonly scores: Map<string, number>;
}

interface Figures {
  readonly first: number;
  readonly amongThree: number;
  readonly greenAnswered: number;
  readonly greenUnanswered: number;
}

async function readAsked(files: readonly string[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const path of files) {
    const file = parseJudged(path, await readFile(path, 'utf8'));
    if (file.kind !== 'articles') throw new Unusable(`${path} has no articles with their questions.`);
    for (const { id, title, lang, text, questions } of file.articles) {
      const library = createLibrary([
        articleFrom({ id: id.replace(/[^\w-]/g, '-'), title, publisher: 'judged', lang, text }),
      ]);
      for (const { question, answers, answerable } of questions) {
        asked.push({
          file: basename(path),
          question,
          answers,
          answerable,
          library,
          isFitted: asked.length % 2 === 0,
          scores: new Map(),
        });
      }
    }
  }
  return asked;
}

/** A reader that says what was said before, and weighs it anew. */
function remembered({ scores }: Asked, most: number, thresholds: Thresholds): PassageReader {
  return {
    name: 'remembered',
    most,
    async read(_, passages) {
      return passages.map(
        (passage): Read => weigh(scores.get(passage.text) ?? thresholds.center, thresholds),
      );
    },
  };
}

async function findingWith(asked: Asked, reader: PassageReader | undefined): Promise<Finding> {
  const { library, question } = asked;
  const read = reader ? createLibrary(library.articles, undefined, reader) : library;
  return read.ask(question, { plainly: true });
}

interface Answered {
  readonly asked: Asked;
  readonly finding: Finding;
}

/** Whether an answer is among the first passages. */
const covers = ({ asked: { answers }, finding: { passages } }: Answered, most: number) =>
  passages.slice(0, most).some(({ article, first, last }) => {
    const [from, to] = [article.sentences[first]?.start ?? 0, article.sentences[last]?.end ?? 0];
    return answers.some((answer) => answer >= from && answer < to);
  });
const isGreen = ({ finding }: Answered) => finding.outcome === 'found';

function figuresOf(results: readonly Answered[]): Figures {
  const answered = results.filter(({ asked }) => asked.answerable);
  const unanswered = results.filter(({ asked }) => !asked.answerable);
  const shareOf = (list: typeof results, holds: (one: Answered) => boolean) =>
    list.length === 0 ? Number.NaN : list.filter(holds).length / list.length;
  return {
    first: shareOf(answered, (one) => covers(one, 1)),
    amongThree: shareOf(answered, (one) => covers(one, 3)),
    greenAnswered: shareOf(answered, isGreen),
    greenUnanswered: shareOf(unanswered, isGreen),
  };
}

async function answersOf(
  list: readonly Asked[],
  most: number,
  thresholds: Thresholds | undefined,
): Promise<Answered[]> {
  const results = [];
  for (const asked of list)
    results.push({
      asked,
      finding: await findingWith(asked, thresholds && remembered(asked, most, thresholds)),
    });
  return results;
}

const measure = async (...how: Parameters<typeof answersOf>) => figuresOf(await answersOf(...how));

/** How many standard deviations of chance a gain must be: one in twenty of those that are none reaches so far. */
const SURE = 1.645;

/** Whether more became right than wrong, by more than chance does (McNemar's test, one-sided). */
function isGain(
  before: readonly Answered[],
  after: readonly Answered[],
  isRight: (one: Answered) => boolean,
) {
  let [better, worse] = [0, 0];
  before.forEach((one, at) => {
    const other = after[at];
    if (!other || isRight(one) === isRight(other)) return;
    if (isRight(other)) better += 1;
    else worse += 1;
  });
  return better - worse > SURE * Math.sqrt(better + worse);
}

/** Of weights that were fitted on other questions, those that are of use on these. */
async function confirmed(list: readonly Asked[], most: number, fitted: Thresholds): Promise<Thresholds> {
  const none = { ...fitted, ranking: 0, judging: 0 };
  const without = await answersOf(list, most, undefined);
  const ranked = await answersOf(list, most, { ...none, ranking: fitted.ranking });
  const isRightFirst = (one: Answered) => one.asked.answerable && covers(one, 1);
  const ranking = isGain(without, ranked, isRightFirst) ? fitted.ranking : 0;
  const judged = await answersOf(list, most, { ...none, judging: fitted.judging });
  const isJudgedRight = (one: Answered) => one.asked.answerable === isGreen(one);
  const judging = isGain(without, judged, isJudgedRight) ? fitted.judging : 0;
  return { ...fitted, ranking, judging };
}

/** Has the model read what each question would be answered with, once. Returns how long it took for a question, in milliseconds, sorted. */
async function readAll(list: readonly Asked[], reader: ModelReader): Promise<readonly number[]> {
  const times: number[] = [];
  const progress = progressOf(list.length);
  for (const asked of list) {
    const listening: PassageReader = {
      name: reader.name,
      most: reader.most,
      async read(question, passages) {
        const begun = performance.now();
        const scored = await reader.score(question, passages, PATIENCE_MS);
        times.push(performance.now() - begun);
        passages.forEach((passage, at) => {
          const one = scored?.[at];
          if (one) asked.scores.set(passage.text, one.score);
        });
        return undefined;
      },
    };
    await findingWith(asked, listening);
    progress.step(asked.file);
  }
  progress.end();
  return times.sort((a, b) => a - b);
}

/** What is tried: twice as much each time. */
const WEIGHTS = { ranking: [0, 1, 2, 4, 8, 16, 32], judging: [0, 0.5, 1, 2, 4] };

/** The weights that serve best: of ranking for the first passage to answer, of judging for green where it does and not where it does not. */
async function fit(list: readonly Asked[], most: number): Promise<Thresholds> {
  const scores = list.flatMap((asked) => [...asked.scores.values()]).sort((a, b) => a - b);
  const at = (part: number) => scores[Math.floor(part * (scores.length - 1))] ?? 0;
  // Half of all scores are then bent by less than a half.
  const spread = { center: at(0.5), scale: Math.max(1e-6, at(0.75) - at(0.25)) };
  let best: Thresholds = { ...UNFITTED, ...spread, ranking: 0, judging: 0 };
  let bestFirst = -1;
  for (const ranking of WEIGHTS.ranking) {
    const { first } = await measure(list, most, { ...best, ranking });
    if (first > bestFirst) [best, bestFirst] = [{ ...best, ranking }, first];
  }
  let bestGreen = Number.NEGATIVE_INFINITY;
  for (const judging of WEIGHTS.judging) {
    const { greenAnswered, greenUnanswered } = await measure(list, most, { ...best, judging });
    const gained = greenAnswered - (Number.isNaN(greenUnanswered) ? 0 : greenUnanswered);
    if (gained > bestGreen) [best, bestGreen] = [{ ...best, judging }, gained];
  }
  return best;
}

async function shape(folder: string, of: string, spans: boolean): Promise<void> {
  const shape = SHAPES[of];
  if (!shape) throw new Unusable(`There is no shape ${of}. Take one of ${Object.keys(SHAPES).join(', ')}.`);
  if (existsSync(folder)) throw new Unusable(`${folder} is there already. Name a new folder.`);
  const frequencies = await readFile(`${root}data/frequencies/english.tsv`, 'utf8');
  const words = Array.from(frequencies.matchAll(/^[^\t\n]+/gm), ([word]) => word);
  writeShape(folder, shape, spans, words);
  console.log(`Written: ${folder}. Now: READER_DIR=${folder} npm run -s reader -- check`);
}

async function main(): Promise<void> {
  loadEnvFile(process.env);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      on: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      of: { type: 'string', default: 'minilm' },
      spans: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [action, folder, ...others] = positionals;
  if (action === 'shape' && folder !== undefined && others.length === 0 && !values.help)
    return shape(folder, values.of, values.spans);
  if (values.help || positionals.length !== 1 || action !== 'check') throw new Unusable(USAGE);
  const settings = readReaderSettings(process.env);
  if (!settings)
    throw new Unusable('READER_DIR is missing: name the folder of the model that is to be measured.');
  const reader = await openedReader(settings.folder, settings.budgetMs);
  const { kind, most, longest, batchMs, memory, sha256 } = reader.opened;
  console.log(
    `${reader.name}: a ${kind}, ${most} passages of up to ${longest} tokens in ${batchMs.toFixed(0)} ms of ${settings.budgetMs}, ${(memory / 2 ** 20).toFixed(0)} MiB\n`,
  );
  const asked = await readAsked([...SAMPLE.map((name) => `${root}data/sample/${name}`), ...values.on]);
  const times = await readAll(asked, reader);
  const halves = {
    fitted: asked.filter(({ isFitted }) => isFitted),
    measured: asked.filter(({ isFitted }) => !isFitted),
  };
  const proposed = await confirmed(halves.measured, most, await fit(halves.fitted, most));
  const rows: string[][] = [];
  for (const file of new Set(asked.map((one) => one.file))) {
    const own = halves.measured.filter((one) => one.file === file);
    for (const [how, thresholds] of [
      ['without', undefined],
      ['with, as now', UNFITTED],
      ['with, as proposed', proposed],
    ] as const) {
      const { first, amongThree, greenAnswered, greenUnanswered } = await measure(own, most, thresholds);
      rows.push([file, how, share(first), share(amongThree), share(greenAnswered), share(greenUnanswered)]);
    }
  }
  console.log(
    tableOf(
      ['half that nothing was fitted on', '', 'R@1', 'R@3', 'green where answered', 'and where not'],
      rows,
      2,
    ),
  );
  const timeAt = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? Number.NaN).toFixed(0);
  console.log(`\nTime for a question: half within ${timeAt(0.5)} ms, 99 % within ${timeAt(0.99)} ms.`);
  console.log(`Proposed: ${JSON.stringify(proposed)}`);
  if (proposed.ranking === 0 && proposed.judging === 0)
    console.log('On these questions the model is of no use: what it gained is no more than chance.');
  if (values.write) console.log(`Written: ${writeThresholds(settings.folder, sha256, proposed)}`);
  else console.log('Keep it with --write.');
  await reader.close();
}

await orTell(main);
