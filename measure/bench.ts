import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Contestant, contestants } from './bench/contestant.ts';
import { answerParent, runIsolated } from './bench/isolated.ts';
import { type StartUp, startUps } from './bench/start-up.ts';
import type { Source } from './bench/text.ts';
import type { Trial, TrialResult } from './bench/trial.ts';
import { progressOf } from './progress.ts';
import { milliseconds, share, tableOf } from './table.ts';
import { Unusable } from './unusable.ts';

const USAGE = `npm run bench [-- options]

  --sizes N,N,…    how many sentences (default: 1000,10000,80000,500000); the corpus itself is always measured
  --text FILE      search this plain text, cut or repeated with variation, instead of made-up text
  --corpus DIR     where the corpus is (default: corpus)
  --json           one JSON object instead of tables`;

/** Above this many sentences fuse.js looks through every one of them for seconds a question. */
const MOST_FOR_FUSE = 10_000;

function optionsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,10000,80000,500000' },
      text: { type: 'string' },
      corpus: { type: 'string', default: 'corpus' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new Unusable(`--sizes takes whole numbers with commas between them, not ${values.sizes}.`);
  }
  return { ...values, sizes };
}

function trialsOf({ sizes, text, corpus }: ReturnType<typeof optionsOf>): Trial[] {
  const source: Source = text === undefined ? { kind: 'made' } : { kind: 'file', path: text };
  const texts = [
    { source: { kind: 'corpus', path: corpus } as const, sentences: 0 },
    ...sizes.map((sentences) => ({ source, sentences })),
  ];
  return texts.flatMap((one) =>
    contestants
      .filter((contestant) => contestant !== 'fuse.js tokens' || one.sentences <= MOST_FOR_FUSE)
      .map((contestant: Contestant) => ({ contestant, ...one })),
  );
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const script = fileURLToPath(import.meta.url);
  const trials = trialsOf(options);
  const progress = progressOf(trials.length + 1);
  const results: TrialResult[] = [];
  for (const trial of trials) {
    const label = `${trial.contestant}, ${trial.sentences || 'the corpus’s'} sentences`;
    results.push(await runIsolated(script, trial, (doing) => progress.show(`${label}: ${doing}`)));
    progress.step(label);
  }
  progress.show('starting npm run ask');
  const starts = await startUps();
  progress.end();
  console.log(options.json ? JSON.stringify({ trials: results, startUps: starts }) : report(results, starts));
}

function report(results: readonly TrialResult[], starts: readonly StartUp[]): string {
  const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  const head = ['sentences', 'words', 'split s', 'engine', 'index s', 'heap MB', 'at end MB'];
  const times = ['p50', 'p95', 'top 3', 'misspelt p50', 'p95', 'top 3', 'suggest p50', 'p95'];
  const rows = results.map((one) => [
    String(one.sentences),
    String(one.words),
    (one.splitMilliseconds / 1000).toFixed(2),
    one.contestant,
    (one.indexMilliseconds / 1000).toFixed(3),
    mebibytes(one.heapBytes),
    mebibytes(one.heapBytesAtEnd),
    milliseconds(one.question.p50),
    milliseconds(one.question.p95),
    share(one.recall),
    milliseconds(one.misspelt.p50),
    milliseconds(one.misspelt.p95),
    share(one.recallMisspelt),
    milliseconds(one.suggest.p50),
    milliseconds(one.suggest.p95),
  ]);
  const skipped = `fuse.js tokens is left out above ${MOST_FOR_FUSE} sentences, where a question takes it seconds.`;
  const startRows = starts.map((one) => [one.command, milliseconds(one.milliseconds), String(one.runs)]);
  return [
    'Index: from split sentences to the first answer. Heap: what the index adds. Times in milliseconds.',
    tableOf([...head, ...times], rows),
    skipped,
    tableOf(['from start to first answer', 'ms p50', 'runs'], startRows),
  ].join('\n\n');
}

try {
  if (!(await answerParent())) await main();
} catch (error) {
  const isMistake = error instanceof Unusable || (error instanceof TypeError && 'code' in error);
  if (!isMistake) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
