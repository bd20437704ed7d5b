import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from './engine.ts';
import { BadJudgedLine, parseJudged } from './judged.ts';
import { peers } from './peers/all.ts';
import { engineOf } from './peers/peer.ts';
import { progressOf } from './progress.ts';
import { type FileResult, familyOf, groupOf, judgmentTable, rankingTable } from './report.ts';
import { type Score, score } from './score.ts';
import { type Half, select } from './selection.ts';
import { subjectOf } from './subject.ts';
import { verbatim } from './verbatim.ts';

const USAGE = `npm run eval -- FILE… [options]
  FILE…              judged questions, one JSON object a line
  --peers            measure the libraries one would pick instead as well
  --half train|test  only the articles of one half
  --only ID          only the article with that id
  --json             one JSON object instead of tables`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      peers: { type: 'boolean', default: false },
      half: { type: 'string', default: 'all' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new BadJudgedLine(USAGE);
  const results: FileResult[] = [];
  const engines: Engine[] = [
    verbatim,
    ...(values.peers ? peers.map((peer) => engineOf(peer, (_, sentence) => sentence)) : []),
  ];
  for (const path of positionals) {
    const name = basename(path).replace(/\.jsonl$/, '');
    const file = parseJudged(basename(path), await readFile(path, 'utf8'));
    if (file.kind === 'corpus') continue;
    const subjects = select(file.articles, { half: values.half as Half, only: values.only }).map(subjectOf);
    const progress = progressOf(subjects.length * engines.length);
    const scores = new Map<string, Score>();
    for (const engine of engines) {
      const label = `${name}: ${engine.name}`;
      scores.set(engine.name, await score(engine, subjects, () => progress.step(label)));
    }
    progress.end();
    results.push({
      name,
      group: groupOf(file.articles),
      family: familyOf(name, file.articles),
      articles: subjects.length,
      sentences: subjects.reduce((sum, { article }) => sum + article.sentences.length, 0),
      scores,
    });
  }
  console.log(rankingTable(results));
  console.log(judgmentTable(results));
}

await main();
