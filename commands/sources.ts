// The /sources command: which articles there are, and which notes they print.
import { problemReply } from '../src/reply/problem.ts';
import { chooseArticle, chooseNote, chooseOneArticle } from './choosing.ts';
import { slashCommand } from './command.ts';
import { articleSoFar, completeArticle, completeNote } from './completing.ts';
import { fitsArticle, fitsNote } from './fitting.ts';
import { articleReply, articlesReply, noteReply } from './sources-reply.ts';

export const sources = slashCommand({
  name: 'sources',
  label: { 'en-US': 'sources', 'zh-CN': '来源', 'zh-TW': '來源' },
  description: {
    'en-US': 'The articles held: who published them, when, and which notes they print',
    'zh-CN': '收录的文章：谁发布、何时发布、印有哪些注释号',
    'zh-TW': '收錄的文章：誰發布、何時發布、印有哪些註釋號',
  },
  options: {
    article: {
      type: 'string',
      description: { 'en-US': 'Only this article', 'zh-CN': '只看这篇文章', 'zh-TW': '只看這篇文章' },
      complete: (typed, _, session) => completeArticle(typed, session),
      fits: fitsArticle,
    },
    note: {
      type: 'string',
      description: {
        'en-US': 'Show the sentences that print this note mark, such as 4',
        'zh-CN': '显示印有这个注释号的句子，例如 4',
        'zh-TW': '顯示印有這個註釋號的句子，例如 4',
      },
      complete: (typed, chosen, session) => completeNote(typed, articleSoFar(chosen, session)),
      fits: fitsNote,
    },
  },
  async answer({ article: named, note: typed }, session) {
    const { library, words } = session;
    if (typed === undefined) {
      const chosen = chooseArticle(named, session);
      if ('problem' in chosen) return problemReply(chosen.problem, words);
      const [only, another] = library.articles;
      const article = chosen.value ?? (another ? undefined : only);
      return article
        ? articleReply(article, { from: 0 }, session)
        : articlesReply(library.articles, { from: 0 }, session);
    }
    const article = chooseOneArticle(named, session);
    if ('problem' in article) return problemReply(article.problem, words);
    const note = chooseNote(typed, article.value, words);
    if ('problem' in note) return problemReply(note.problem, words);
    return noteReply(article.value, note.value, { from: 0 }, session);
  },
});
