// The /ask command: quotes the passages that answer a question.
import type { Article } from '../src/corpus/article.ts';
import { problemReply } from '../src/reply/problem.ts';
import type { Reply } from '../src/reply/reply.ts';
import { LONGEST_QUESTION } from '../src/search/search.ts';
import { chooseArticle } from './choosing.ts';
import { type Session, slashCommand } from './command.ts';
import { completeArticle, completeQuestion } from './completing.ts';
import { replyTo } from './finding-reply.ts';
import { fitsArticle } from './fitting.ts';

/** How many passages a reply shows at once, and how many it holds with those under More. */
const SHOWN = 3;
const HELD = 12;

export const ask = slashCommand({
  name: 'ask',
  label: { 'en-US': 'ask', 'zh-CN': '提问', 'zh-TW': '提問' },
  description: {
    'en-US': 'Ask the article; it answers in its own words, or not at all',
    'zh-CN': '向文章提问：用原文回答，没有就说没有',
    'zh-TW': '向文章提問：用原文回答，沒有就說沒有',
  },
  options: {
    question: {
      type: 'string',
      description: { 'en-US': 'What you want to know', 'zh-CN': '你想知道什么', 'zh-TW': '你想知道什麼' },
      required: true,
      maxLength: LONGEST_QUESTION,
      complete: completeQuestion,
    },
    article: {
      type: 'string',
      description: {
        'en-US': 'Search only this article',
        'zh-CN': '只在这篇文章里找',
        'zh-TW': '只在這篇文章裡找',
      },
      complete: (typed, _, session) => completeArticle(typed, session),
      fits: fitsArticle,
    },
    private: {
      type: 'boolean',
      description: {
        'en-US': 'Show the answer to you alone',
        'zh-CN': '只有你自己看到回答',
        'zh-TW': '只有你自己看到回答',
      },
    },
  },
  async answer({ question, article: named, private: isPrivate = false }, session) {
    const chosen = chooseArticle(named, session);
    if ('problem' in chosen) return problemReply(chosen.problem, session.words);
    return answerTo(question, { article: chosen.value, private: isPrivate }, session);
  },
});

export interface Wishes {
  /** The only article to search. */
  readonly article?: Article | undefined;
  readonly private?: boolean;
  /** How many passages to show at once. */
  readonly limit?: number | undefined;
}

/** Looks a question up and replies with the passages that answer it, or an honest no. */
export async function answerTo(
  question: string,
  wishes: Wishes,
  { library, words }: Session,
): Promise<Reply> {
  const { article, limit = SHOWN } = wishes;
  const finding = await library.ask(question, {
    limit: Math.max(limit, HELD),
    ...(article ? { article: article.id } : {}),
  });
  return replyTo(finding, {
    articles: article ? [article] : library.articles,
    shown: limit,
    private: wishes.private ?? false,
    words,
  });
}
