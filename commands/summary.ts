// The /summary command: quotes sentences that represent an article.
import { problemReply } from '../src/reply/problem.ts';
import { chooseOneArticle, chooseSection } from './choosing.ts';
import { slashCommand } from './command.ts';
import { articleSoFar, completeArticle, completeSection } from './completing.ts';
import { fitsArticle, fitsSection } from './fitting.ts';
import { isLength } from './summary-controls.ts';
import { summaryReply } from './summary-reply.ts';

export const summary = slashCommand({
  name: 'summary',
  label: { 'en-US': 'summary', 'zh-CN': '摘要', 'zh-TW': '摘要' },
  description: {
    'en-US': 'The sentences that stand for an article, unchanged and in its own order',
    'zh-CN': '最能代表文章的句子，一字未改，依原文顺序',
    'zh-TW': '最能代表文章的句子，一字未改，依原文順序',
  },
  options: {
    article: {
      type: 'string',
      description: { 'en-US': 'Which article', 'zh-CN': '哪篇文章', 'zh-TW': '哪篇文章' },
      complete: (typed, _, session) => completeArticle(typed, session),
      fits: fitsArticle,
    },
    length: {
      type: 'string',
      description: {
        'en-US': 'How much of it; medium unless told',
        'zh-CN': '多长；默认为中等',
        'zh-TW': '多長；預設為中等',
      },
      choices: [
        { name: { 'en-US': 'short', 'zh-CN': '短', 'zh-TW': '短' }, value: 'short' },
        { name: { 'en-US': 'medium', 'zh-CN': '中', 'zh-TW': '中' }, value: 'medium' },
        { name: { 'en-US': 'long', 'zh-CN': '长', 'zh-TW': '長' }, value: 'long' },
      ],
    },
    section: {
      type: 'string',
      description: { 'en-US': 'Only this section', 'zh-CN': '只看这一节', 'zh-TW': '只看這一節' },
      complete: (typed, chosen, session) => completeSection(typed, articleSoFar(chosen, session)),
      fits: fitsSection,
    },
  },
  async answer({ article: named, length = 'medium', section: typed }, session) {
    const article = chooseOneArticle(named, session);
    if ('problem' in article) return problemReply(article.problem, session.words);
    const section = typed === undefined ? undefined : chooseSection(typed, article.value, session.words);
    if (section && 'problem' in section) return problemReply(section.problem, session.words);
    return summaryReply(
      article.value,
      { length: isLength(length) ? length : 'medium', section: section?.value, from: 0 },
      session.words,
    );
  },
});
