import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { CorpusError } from '../src/corpus/corpus-error.ts';
import { readCorpus } from '../src/corpus/read.ts';
import { createLibrary } from '../src/search/create.ts';
import { askCorpus, type CorpusScore, describeCorpus } from './corpus-questions.ts';
import type { Engine } from './engine.ts';
import { type JudgedFile, parseJudged } from './judged.ts';
import { missesOf } from './misses.ts';
import { peers } from './peers/all.ts';
import { engineOf } from './peers/peer.ts';
import { progressOf } from './progress.ts';
import { type FileResult, familyOf, groupOf, judgmentTable, plainOf, rankingTable } from './report.ts';
import { type Score, score } from './score.ts';
import { isHalf, select } from './selection.ts';
import { subjectOf } from './subject.ts';
import { targetsOf, targetTable } from './targets.ts';
import { Unusable } from './unusable.ts';
import { verbatim } from './verbatim.ts';

const USAGE = `npm run eval -- FILE… [options]

  FILE…              judged questions, one JSON object a line: articles with paragraphs, articles with
                     sentences, or questions on the corpus
  --peers            measure the libraries one would pick instead as well
  --half train|test  only the articles of one half (by a hash of the title)
  --only ID          only the article with that id
  --misses           list the questions whose first passage is not the answer
  --corpus DIR       where the corpus is that questions without an article are about (default: corpus)
  --json             one JSON object instead of tables`;

function optionsOf(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      peers: { type: 'boolean', default: false },
      half: { type: 'string', default: 'all' },
      only: { type: 'string' },
      misses: { type: 'boolean', default: false },
      corpus: { type: 'string', default: 'corpus' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { half } = values;
  if (!isHalf(half)) throw new Unusable(`--half is train, test or all, not ${half}.`);
  return { ...values, half, files: positionals };
}

type Options = ReturnType<typeof optionsOf>;

async function readJudged(path: string): Promise<JudgedFile> {
  const content = await readFile(path, 'utf8').catch((error: Error) => {
    throw new Unusable(`${path} cannot be read: ${error.message}`);
  });
  return parseJudged(basename(path), content);
}

/** Measures every engine on one file. */
async function measure(
  file: Extract<JudgedFile, { kind: 'articles' }>,
  engines: readonly Engine[],
  options: Options,
): Promise<FileResult> {
  const name = file.name.replace(/\.jsonl$/, '');
  const subjects = select(file.articles, options).map(subjectOf);
  if (subjects.length === 0)
    throw new Unusable(`${file.name} has no article that --half and --only leave over.`);
  const progress = progressOf(subjects.length * engines.length);
  const scores = new Map<string, Score>();
  for (const engine of engines) {
    const label = `${name}: ${engine.name}`;
    scores.set(engine.name, await score(engine, subjects, () => progress.step(label)));
  }
  progress.end();
  return {
    name,
    group: groupOf(file.articles),
    family: familyOf(name, file.articles),
    articles: subjects.length,
    sentences: subjects.reduce((sum, { article }) => sum + article.sentences.length, 0),
    scores,
  };
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (options.help || options.files.length === 0) {
    console.log(USAGE);
    return;
  }
  const files = await Promise.all(options.files.map(readJudged));
  const engines = [verbatim, ...(options.peers ? peers.map(engineOf) : [])];
  const results: FileResult[] = [];
  const corpus: CorpusScore[] = [];
  for (const file of files) {
    if (file.kind === 'articles') results.push(await measure(file, engines, options));
    else {
      const library = createLibrary(await readCorpus(options.corpus));
      corpus.push(await askCorpus(file.name, library, file.questions));
    }
  }
  const targets = targetsOf(results, corpus);
  if (options.json) {
    console.log(JSON.stringify({ files: results.map(plainOf), corpus, targets }));
    return;
  }
  const misses = options.misses
    ? results.flatMap(({ scores }) => [...scores.values()].slice(0, 1).flatMap(missesOf))
    : [];
  const parts = [...misses, rankingTable(results), judgmentTable(results), ...corpus.map(describeCorpus)];
  console.log([...parts, targetTable(targets)].filter((part) => part !== '').join('\n\n'));
}

try {
  await main();
} catch (error) {
  // A mistake of the user's has a sentence of its own; anything else is ours and keeps its stack.
  const isMistake =
    error instanceof Unusable ||
    error instanceof CorpusError ||
    (error instanceof TypeError && 'code' in error);
  if (!isMistake) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
