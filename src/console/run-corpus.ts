// npm run corpus: prints articles as they were split.
import { type Article, countSentences } from '../corpus/article.ts';
import { quoted, visible } from '../corpus/characters.ts';
import { listCorpus } from '../corpus/listing.ts';
import { readCorpus } from '../corpus/read.ts';
import { otherWordsFor } from '../search/search.ts';
import type { Invocation } from './arguments.ts';
import { tellRemarks } from './remarks.ts';
import { write } from './stream.ts';

/** Prints the articles as they were split, or, where it should be quiet, how much there is of them; or other words for those of one article. */
export async function runCorpus({
  folder,
  quiet,
  words,
}: Extract<Invocation, { program: 'corpus' }>): Promise<number> {
  const articles = await readCorpus(folder);
  tellRemarks(articles);
  if (words !== undefined) return proposeWords(words, articles);
  const sentences = countSentences(articles);
  const totals = `${visible(folder)}: articles ${articles.length}, sentences ${sentences}`;
  await write(process.stdout, `${quiet ? totals : listCorpus(articles)}\n`);
  return 0;
}

/** Exit status for an article that is not there, or that no other words are known for. */
const FAILED = 1;

/** Prints what an editor may put under `aliases`, as lines of front matter. */
async function proposeWords(id: string, articles: readonly Article[]): Promise<number> {
  const article = articles.find((one) => one.id === id);
  if (!article) {
    const ids = articles.map((one) => one.id).join(', ');
    console.error(`There is no article ${quoted(id)}; there are ${visible(ids)}.`);
    return FAILED;
  }
  const proposed = otherWordsFor(article);
  if (proposed.length === 0) {
    console.error(
      `No other words are known for those of ${quoted(id)}: a thesaurus is there for English articles alone, and this one is in ${quoted(article.lang)}.`,
    );
    return FAILED;
  }
  const lines = proposed.map(({ word, others }) => `  ${word}: [${others.join(', ')}]`);
  const told =
    '# Keep what your readers may type for a word in this text, and delete the rest. Each counts as another name of the word.';
  await write(process.stdout, `${[told, 'aliases:', ...lines].join('\n')}\n`);
  return 0;
}
