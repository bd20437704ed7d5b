// Answers questions one after another, as text or JSON.
import { answerTo } from '../../commands/ask.ts';
import type { Session } from '../../commands/command.ts';
import { find } from '../../commands/find.ts';
import { echo } from '../reply/echo.ts';
import { LONGEST_QUESTION, nearest } from '../search/search.ts';
import { type Query, readQuery, toJson } from './json.ts';
import { render, type Screen } from './render.ts';
import { sessionOn } from './session-on.ts';
import { type InputLine, LONGEST_LINE, write } from './stream.ts';

/** How many passages are told of each question, unless told otherwise. */
const PASSAGES = 3;
const MOST_NAMED = 5;

export interface AskWishes {
  readonly json: boolean;
  readonly article?: string | undefined;
  readonly limit?: number | undefined;
}

/** Answers questions one after another, each as soon as it comes; what cannot be read is told in its place. */
export async function askEach(
  lines: AsyncIterable<InputLine> | Iterable<InputLine>,
  wishes: AskWishes,
  session: Session,
  screen: Screen,
  output: NodeJS.WritableStream,
): Promise<void> {
  for await (const line of lines) {
    const query = withDefaults(line, wishes, session);
    const answer = wishes.json ? inJson(query, session) : inText(query, session, screen);
    await write(output, await answer);
  }
}

type Complete = { readonly question: string; readonly article: string | undefined; readonly limit: number };

function withDefaults(
  line: InputLine,
  wishes: AskWishes,
  session: Session,
): Complete | { readonly error: string } {
  if (typeof line !== 'string') return line;
  if (line.length > LONGEST_LINE) {
    return { error: `The line is longer than ${LONGEST_LINE} characters. Shorten it.` };
  }
  const query: Query | { readonly error: string } = readQuery(line);
  if ('error' in query) return query;
  const article = query.article ?? wishes.article;
  const problem = unknownArticle(article, session);
  if (problem) return { error: problem };
  return { question: query.question, article, limit: query.limit ?? wishes.limit ?? PASSAGES };
}

/** The sentence for an id that no article has, or undefined. */
export function unknownArticle(id: string | undefined, { library, words }: Session): string | undefined {
  if (id === undefined || library.article(id)) return undefined;
  const names = nearest(id, library.articles, (article) => [article.id]).map((article) => article.id);
  const known = { names: names.slice(0, MOST_NAMED), more: Math.max(0, names.length - MOST_NAMED) };
  return words.problems.unknownArticle(echo(id, 100), known);
}

async function inJson(query: Complete | { readonly error: string }, session: Session): Promise<string> {
  if ('error' in query) return `${JSON.stringify({ error: query.error })}\n`;
  const { question, article, limit } = query;
  const only = article === undefined ? {} : { article };
  return toJson(await session.library.ask(question, { limit, ...only }), session.words);
}

async function inText(
  query: Complete | { readonly error: string },
  session: Session,
  screen: Screen,
): Promise<string> {
  if ('error' in query) return `${query.error}\n\n`;
  const { question, article, limit } = query;
  const only = article === undefined ? undefined : session.library.article(article);
  if (question.length > LONGEST_QUESTION) {
    const reply = await find.answer({ text: question, quotations: [] }, sessionOn(only, session));
    return `${render(reply, screen, false).text}\n`;
  }
  const reply = await answerTo(question, { article: only, limit }, session);
  return `${render(reply, screen, false).text}\n`;
}
