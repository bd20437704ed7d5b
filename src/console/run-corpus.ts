import { countSentences } from '../corpus/article.ts';
import { visible } from '../corpus/characters.ts';
import { listCorpus } from '../corpus/listing.ts';
import { readCorpus } from '../corpus/read.ts';
import type { Invocation } from './arguments.ts';
import { write } from './stream.ts';

/** Prints the articles as they were split, or, where it should be quiet, how much there is of them. */
export async function runCorpus({
  folder,
  quiet,
}: Extract<Invocation, { program: 'corpus' }>): Promise<number> {
  const articles = await readCorpus(folder);
  const sentences = countSentences(articles);
  const totals = `${visible(folder)}: articles ${articles.length}, sentences ${sentences}`;
  await write(process.stdout, `${quiet ? totals : listCorpus(articles)}\n`);
  return 0;
}
