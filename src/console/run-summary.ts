// npm run summary: sentences that represent each article.
import { summaryReply } from '../../commands/summary-reply.ts';
import type { Article } from '../corpus/article.ts';
import { sizeOf } from '../corpus/passage.ts';
import { readCorpus } from '../corpus/read.ts';
import type { SummaryLength } from '../reply/action.ts';
import { WORDS } from '../reply/words.ts';
import { createLibrary, summarize } from '../search/search.ts';
import type { Invocation } from './arguments.ts';
import { unknownArticle } from './ask-each.ts';
import { tellRemarks } from './remarks.ts';
import { render } from './render.ts';
import { screenFor } from './screen.ts';
import { write } from './stream.ts';

const MISUSED = 2;

/** Prints the sentences that stand for each article, or for the one that was named. */
export async function runSummary({
  folder,
  locale,
  json,
  article,
  length,
}: Extract<Invocation, { program: 'summary' }>): Promise<number> {
  const words = WORDS[locale];
  const articles = await readCorpus(folder);
  tellRemarks(articles);
  if (article !== undefined) {
    const problem = unknownArticle(article, { library: createLibrary(articles), locale, words });
    if (problem) {
      console.error(problem);
      return MISUSED;
    }
  }
  const screen = screenFor(process.stdout, process.env, words);
  for (const one of articles.filter(({ id }) => article === undefined || id === article)) {
    const text = json
      ? lineOf(one, length)
      : `${render(summaryReply(one, { length, from: 0 }, words), screen, false).text}\n`;
    await write(process.stdout, text);
  }
  return 0;
}

/** A summary as one JSON object on one line; `share` is of the text of all sentences, from 0 to 1. */
function lineOf(article: Article, length: SummaryLength): string {
  const chosen = summarize(article, { length });
  const sentences = chosen.flatMap((index) => {
    const { start, end } = article.sentences[index] ?? {};
    if (start === undefined || end === undefined) return [];
    return [{ sentence: index + 1, start, end, text: article.text.slice(start, end) }];
  });
  const all = sizeOf(article.sentences);
  const share = all === 0 ? 0 : Number((sizeOf(sentences) / all).toFixed(4));
  return `${JSON.stringify({ article: article.id, length, sentences, of: article.sentences.length, share })}\n`;
}
