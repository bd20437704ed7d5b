// npm run ask: one answer, or one for each line.
import { readCorpus } from '../corpus/read.ts';
import { WORDS } from '../reply/words.ts';
import { createLibrary } from '../search/search.ts';
import type { Invocation } from './arguments.ts';
import { askEach, unknownArticle } from './ask-each.ts';
import { readerThere } from './reader-there.ts';
import { tellRemarks } from './remarks.ts';
import { screenFor } from './screen.ts';
import { linesOf, UNREADABLE } from './stream.ts';

const FAILED = 1;
const MISUSED = 2;
const UNASKED = 'Ask a question: npm run -s ask -- "Your question". Or give one a line on standard input.';

/** Answers the question that was given, or each line of standard input. */
export async function runAsk(invocation: Extract<Invocation, { program: 'ask' }>): Promise<number> {
  const { question, article, limit, json, locale, folder } = invocation;
  if (question?.includes(UNREADABLE)) {
    console.error('The question holds bytes that are not UTF-8. Set the terminal or the script to UTF-8.');
    return MISUSED;
  }
  if (question === undefined && process.stdin.isTTY) {
    console.error(UNASKED);
    return MISUSED;
  }
  const words = WORDS[locale];
  const articles = await readCorpus(folder);
  tellRemarks(articles);
  const session = {
    library: createLibrary(articles, undefined, await readerThere(process.env)),
    locale,
    words,
  };
  const problem = unknownArticle(article, session);
  if (problem) {
    console.error(problem);
    return MISUSED;
  }
  const screen = screenFor(process.stdout, process.env, words);
  const wishes = { json, article, limit };
  if (question !== undefined) {
    await askEach([question], wishes, session, screen, process.stdout);
    return 0;
  }
  const lines = linesOf(process.stdin);
  await askEach(lines, wishes, session, screen, process.stdout);
  if (lines.count === 0) {
    console.error(UNASKED);
    return MISUSED;
  }
  if (lines.refusal === undefined) return 0;
  console.error(lines.refusal);
  return FAILED;
}
