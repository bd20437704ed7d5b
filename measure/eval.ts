// npm run eval: how good the answers are, on judged questions.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '../src/corpus/read.ts';
import { createLibrary } from '../src/search/search.ts';
import { askCorpus, type CorpusScore, describeCorpus, plainCorpus } from './corpus-questions.ts';
import { type JudgedFile, parseJudged } from './judged.ts';
import { createLeadIns } from './lead-ins.ts';
import { measureFile } from './measure-file.ts';
import { missesOf } from './misses.ts';
import { peers } from './peers/all.ts';
import { engineOf } from './peers/peer.ts';
import { openedReader } from './reader/opened-reader.ts';
import { type FileResult, judgmentTable, plainOf, rankingTable } from './report.ts';
import { checkSample } from './sample.ts';
import { isHalf } from './selection.ts';
import { targetsOf, targetTable } from './targets.ts';
import { orTell, Unusable } from './unusable.ts';
import { verbatimOf } from './verbatim.ts';

const USAGE = `npm run eval -- FILE… [options]
npm run eval -- --sample [--raise]
npm run eval -- --sentences [--raise]
npm run eval -- --summaries DIR [--fit]
npm run eval -- --intake DIR [--misses]
npm run eval -- --quotations FILE… [--half HALF] [--misses]

  FILE…              judged questions, one JSON object a line: articles with paragraphs, articles with
                     sentences, or questions on the corpus
  --peers            measure the libraries one would pick instead as well
  --half train|test  only the articles of one half (by a hash of the title)
  --only ID          only the article with that id
  --misses           list the questions whose first passage is not the answer
  --corpus DIR       where the corpus is that questions without an article are about (default: corpus)
  --json             one JSON object instead of tables
  --sample           measure the sample of this repository and compare it with data/sample/floors.json;
                     exit status 1 where a figure is worse than its floor
  --sentences        the same for the ends of sentences, beside the splitters one would pick instead:
                     data/sentences/floors.json
  --summaries DIR    F1 of summaries on a folder of the CNN corpus (Lins et al. 2019), beside simpler choices;
                     with --fit what the traits of sentences would count
  --intake DIR       how web pages are read: folders with a source.html and the expected.html of mozilla/readability's test
                     collection; with --misses what of them is lost or kept beyond it
  --quotations       how well quotations are checked: messages made of the sentences of these articles, exact, altered in a
                     word or two or in marks alone, and of articles that are not held
  --fit              fit the weights of features and of signs on these files, and on each half for the other
  --reader DIR       measure with the model in that folder as well, beside without
  --raise            write figures that are better than their floor; none is ever lowered`;

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
      sample: { type: 'boolean', default: false },
      sentences: { type: 'boolean', default: false },
      summaries: { type: 'string' },
      intake: { type: 'string' },
      quotations: { type: 'boolean', default: false },
      fit: { type: 'boolean', default: false },
      raise: { type: 'boolean', default: false },
      reader: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { half } = values;
  if (!isHalf(half)) throw new Unusable(`--half is train, test or all, not ${half}.`);
  return { ...values, half, files: positionals };
}

/** How long a measurement waits for a reader, in milliseconds: longer than an answer may. */
const READER_MS = 5000;

async function readJudged(path: string): Promise<JudgedFile> {
  const content = await readFile(path, 'utf8').catch((error: Error) => {
    throw new Unusable(`${path} cannot be read: ${error.message}`);
  });
  return parseJudged(basename(path), content);
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (options.sample) {
    await checkSample(options.raise);
    return;
  }
  if (options.sentences) {
    const { checkSentences } = await import('./sentences.ts');
    await checkSentences(options.raise);
    return;
  }
  if (options.summaries !== undefined) {
    const { measureSummaries } = await import('./summaries.ts');
    await measureSummaries(options.summaries, options.fit);
    return;
  }
  if (options.intake !== undefined) {
    const { measureIntake } = await import('./intake.ts');
    await measureIntake(options.intake, options.misses);
    return;
  }
  if (options.help || options.files.length === 0) {
    console.log(USAGE);
    return;
  }
  const files = await Promise.all(options.files.map(readJudged));
  if (options.quotations) {
    const { measureQuotations } = await import('./quotations.ts');
    measureQuotations(files, options);
    return;
  }
  if (options.fit) {
    const [{ fitFeatures }, { fitSigns }] = await Promise.all([
      import('./fit-ranking.ts'),
      import('./fit-judging.ts'),
    ]);
    fitFeatures(files);
    console.log('');
    fitSigns(files);
    return;
  }
  const leadIns = createLeadIns();
  const others = options.peers ? peers.map((peer) => engineOf(peer, leadIns)) : [];
  // First, because its passages tell the peers which sentences belong together.
  const reader = options.reader === undefined ? undefined : await openedReader(options.reader, READER_MS);
  const engines = [verbatimOf(leadIns), ...(reader ? [verbatimOf(leadIns, reader)] : []), ...others];
  const results: FileResult[] = [];
  const corpus: CorpusScore[] = [];
  for (const file of files) {
    if (file.kind === 'articles') {
      const result = await measureFile(file, engines, options);
      if (result) results.push(result);
    } else {
      const library = createLibrary(await readCorpus(options.corpus));
      corpus.push(await askCorpus(file.name, library, file.questions));
    }
  }
  if (results.length === 0 && corpus.length === 0) {
    throw new Unusable('No article of these files is selected by --half and --only.');
  }
  const targets = targetsOf(results, corpus);
  const misses = options.misses
    ? results.flatMap(({ scores }) => [...scores.values()].slice(0, 1).flatMap(missesOf))
    : [];
  if (options.json) {
    const files = results.map(plainOf);
    console.log(JSON.stringify({ files, corpus: corpus.map(plainCorpus), targets, misses }));
    return;
  }
  const parts = [...misses, rankingTable(results), judgmentTable(results), ...corpus.map(describeCorpus)];
  console.log([...parts, targetTable(targets)].filter((part) => part !== '').join('\n\n'));
}

await orTell(main);
