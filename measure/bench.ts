// npm run bench: speed and memory beside other libraries.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCorpus } from '../src/corpus/read.ts';
import { type Contestant, contestants } from './bench/contestant.ts';
import { answerParent, runIsolated, runScopesIsolated } from './bench/isolated.ts';
import { startUps } from './bench/start-up.ts';
import { scopesTable, startUpTable, tablesOf } from './bench/tables.ts';
import { type Source, textOfSize } from './bench/text.ts';
import type { Trial, TrialResult } from './bench/trial.ts';
import { progressOf } from './progress.ts';
import { orTell, Unusable } from './unusable.ts';

const USAGE = `npm run bench [-- options]

  --sizes N,N,…    how many sentences (default: 1000,10000,80000,500000); the corpus itself is always measured
  --text FILE      search this plain text, cut or repeated with variation, instead of made-up text
  --scopes N       measure N scopes of 3 articles of 40 sentences over the corpus instead, in 1 GiB
  --corpus DIR     where the corpus is (default: corpus)
  --json           one JSON object instead of tables`;

/** Above this many sentences fuse.js looks through every one of them for seconds a question. */
const MOST_FOR_FUSE = 10_000;
const SKIPPED = `fuse.js tokens is left out above ${MOST_FOR_FUSE} sentences, where a question takes it seconds.`;

function optionsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,10000,80000,500000' },
      text: { type: 'string' },
      scopes: { type: 'string' },
      corpus: { type: 'string', default: 'corpus' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new Unusable(`--sizes takes whole numbers with commas between them, not ${values.sizes}.`);
  }
  const scopes = values.scopes === undefined ? undefined : Number(values.scopes);
  if (scopes !== undefined && !(Number.isInteger(scopes) && scopes > 0)) {
    throw new Unusable(`--scopes takes a whole number from 1, not ${values.scopes}.`);
  }
  return { ...values, sizes, scopes };
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
  // Told once here rather than by every process.
  await readCorpus(options.corpus);
  if (options.text !== undefined) await textOfSize({ kind: 'file', path: options.text }, 1);

  const script = fileURLToPath(import.meta.url);
  if (options.scopes !== undefined) {
    const { scopes, corpus, json } = options;
    const progress = progressOf(1);
    const result = await runScopesIsolated(script, { scopes, corpus }, (doing) => progress.show(doing));
    progress.end();
    console.log(json ? JSON.stringify(result) : scopesTable(result));
    return;
  }
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
  if (options.json) console.log(JSON.stringify({ trials: results, startUps: starts }));
  else console.log([...tablesOf(results), SKIPPED, startUpTable(starts)].join('\n\n'));
}

await orTell(async () => {
  if (!(await answerParent())) await main();
});
