// The /article command, with which moderators manage a library.
import type { HeldArticle, Wanted } from '../src/desk/desk.ts';
import { isUnable } from '../src/desk/desk.ts';
import { LIMITS } from '../src/limits.ts';
import { shorten } from '../src/reply/shorten.ts';
import { nearest } from '../src/search/search.ts';
import { addedReply, saying } from './article/draft-reply.ts';
import { pasteForm } from './article/forms.ts';
import {
  answersReply,
  filesReply,
  forgettingReply,
  listReply,
  removalReply,
} from './article/held-replies.ts';
import { refused, refusedWith } from './article/unable.ts';
import type { Choice } from './command.ts';
import type { Edited, ModerationCommand, ModerationOption, Moderator, Sent } from './moderation.ts';

const file: ModerationOption = {
  type: 'file',
  label: { 'en-US': 'file', 'zh-CN': '文件', 'zh-TW': '檔案' },
  description: {
    'en-US': 'A saved web page, PDF, Word, EPUB, Markdown or text file',
    'zh-CN': '保存的网页、PDF、Word、EPUB、Markdown 或文本文件',
    'zh-TW': '儲存的網頁、PDF、Word、EPUB、Markdown 或文字檔',
  },
};

const address: ModerationOption = {
  type: 'string',
  label: { 'en-US': 'address', 'zh-CN': '网址', 'zh-TW': '網址' },
  description: {
    'en-US': 'The web address of an article or a feed',
    'zh-CN': '文章或订阅源的网址',
    'zh-TW': '文章或訂閱源的網址',
  },
  // About as long as any browser takes; longer ones are refused by what fetches them, too.
  maxLength: 2048,
};

const article: ModerationOption = {
  type: 'string',
  label: { 'en-US': 'article', 'zh-CN': '文章', 'zh-TW': '文章' },
  description: {
    'en-US': 'An article of this library',
    'zh-CN': '本文库的一篇文章',
    'zh-TW': '本文庫的一篇文章',
  },
  required: true,
  maxLength: 300,
  complete: completeHeld,
};

/** What a moderator may call an article. */
const namesOf = ({ key, id, title }: HeldArticle) => [key, id, title];

async function completeHeld(typed: string, { scope, desk }: Moderator): Promise<readonly Choice[]> {
  const { articles } = await desk.held(scope);
  const { most, longest } = LIMITS.choices;
  const named = typed.trim() === '' ? articles : nearest(typed, articles, ({ id, title }) => [id, title]);
  // No name is offered twice, and two articles may have the same title.
  const isTwice = (title: string) => articles.filter((one) => one.title === title).length > 1;
  return named.slice(0, most).map(({ key, id, title }) => ({
    name: isTwice(title) ? `${shorten(title, longest - id.length - 3)} (${id})` : shorten(title, longest),
    value: key,
  }));
}

/** The article of this scope that was chosen, or named by its title; undefined where it has none such, or two. */
async function chosen(sent: Sent, { scope, desk }: Moderator): Promise<HeldArticle | undefined> {
  const typed = sent.text('article')?.trim().toLowerCase();
  const { articles } = await desk.held(scope);
  const [only, another] = articles.filter((one) => namesOf(one).some((name) => name.toLowerCase() === typed));
  return another === undefined ? only : undefined;
}

async function onChosen(
  sent: Sent,
  moderator: Moderator,
  work: (held: HeldArticle) => Promise<Edited>,
): Promise<Edited> {
  const held = await chosen(sent, moderator);
  return held ? work(held) : refusedWith(moderator.say.refusals.unknownArticle, moderator);
}

/** Takes in what was sent, or asks for a text to be pasted. */
async function take(sent: Sent, moderator: Moderator, replaces?: string): Promise<Edited> {
  const { desk, scope, say } = moderator;
  const [attached, typed] = [sent.file('file'), sent.text('address')];
  if (sent.has('file') && sent.has('address')) return refusedWith(say.refusals.fileAndAddress, moderator);
  if (sent.has('file') && !attached) return refusedWith(say.refusals.noFile, moderator);
  const wanted: Wanted | undefined = attached
    ? { kind: 'file', file: attached }
    : typed === undefined
      ? undefined
      : { kind: 'address', address: typed.trim() };
  if (!wanted) return { form: pasteForm(replaces, say) };
  return addedReply(await desk.add(scope, wanted, replaces), moderator);
}

/** For those who moderate a library: what is in it, and everything that can be done with it. */
export const articleCommand: ModerationCommand = {
  kind: 'moderation',
  name: 'article',
  label: { 'en-US': 'article', 'zh-CN': '文章', 'zh-TW': '文章' },
  description: {
    'en-US': 'Add, replace and remove the articles of this library',
    'zh-CN': '添加、替换和移除本文库的文章',
    'zh-TW': '新增、取代和移除本文庫的文章',
  },
  subcommands: {
    add: {
      label: { 'en-US': 'add', 'zh-CN': '添加', 'zh-TW': '新增' },
      description: {
        'en-US': 'Add an article: a file, an address, or text to paste',
        'zh-CN': '添加文章：文件、网址，或粘贴文字',
        'zh-TW': '新增文章：檔案、網址，或貼上文字',
      },
      options: { file, address },
      answer: (sent, moderator) => take(sent, moderator),
    },
    list: {
      label: { 'en-US': 'list', 'zh-CN': '列表', 'zh-TW': '清單' },
      description: {
        'en-US': 'The articles of this library',
        'zh-CN': '本文库的文章',
        'zh-TW': '本文庫的文章',
      },
      options: {},
      answer: async (_, moderator) => listReply(await moderator.desk.held(moderator.scope), 0, moderator),
    },
    replace: {
      label: { 'en-US': 'replace', 'zh-CN': '替换', 'zh-TW': '取代' },
      description: {
        'en-US': 'Put a new version in the place of an article',
        'zh-CN': '用新版本替换一篇文章',
        'zh-TW': '用新版本取代一篇文章',
      },
      options: { article, file, address },
      answer: (sent, moderator) => onChosen(sent, moderator, ({ key }) => take(sent, moderator, key)),
    },
    remove: {
      label: { 'en-US': 'remove', 'zh-CN': '移除', 'zh-TW': '移除' },
      description: {
        'en-US': 'Remove an article from this library',
        'zh-CN': '从本文库移除一篇文章',
        'zh-TW': '從本文庫移除一篇文章',
      },
      options: { article },
      answer: (sent, moderator) =>
        onChosen(sent, moderator, async (held) =>
          removalReply(held, await moderator.desk.held(moderator.scope), moderator),
        ),
    },
    refresh: {
      label: { 'en-US': 'refresh', 'zh-CN': '更新', 'zh-TW': '更新' },
      description: {
        'en-US': 'See whether the source of an article has changed',
        'zh-CN': '查看一篇文章的来源是否有变化',
        'zh-TW': '查看一篇文章的來源是否有變化',
      },
      options: { article },
      answer: (sent, moderator) =>
        onChosen(sent, moderator, async ({ key, title }) => {
          const done = await moderator.desk.refresh(moderator.scope, key);
          if (isUnable(done)) return refused(done, moderator);
          if ('unchanged' in done) return { reply: saying(moderator.say.refresh.unchanged(title)) };
          return addedReply(done, moderator);
        }),
    },
    answers: {
      label: { 'en-US': 'answers', 'zh-CN': '回答', 'zh-TW': '回答' },
      description: {
        'en-US': 'The answers that were taught here',
        'zh-CN': '在这里教过的回答',
        'zh-TW': '在這裡教過的回答',
      },
      options: {},
      answer: async (_, moderator) => answersReply(await moderator.desk.held(moderator.scope), 0, moderator),
    },
    export: {
      label: { 'en-US': 'export', 'zh-CN': '导出', 'zh-TW': '匯出' },
      description: {
        'en-US': 'Get the files of this library as they are',
        'zh-CN': '取得本文库原样的文件',
        'zh-TW': '取得本文庫原樣的檔案',
      },
      options: {},
      answer: async (_, moderator) => filesReply(await moderator.desk.files(moderator.scope), moderator),
    },
    forget: {
      label: { 'en-US': 'forget', 'zh-CN': '忘掉', 'zh-TW': '忘掉' },
      description: {
        'en-US': 'Delete everything that is stored for this library',
        'zh-CN': '删除为本文库存储的全部内容',
        'zh-TW': '刪除為本文庫儲存的全部內容',
      },
      options: {},
      answer: async (_, moderator) => forgettingReply(await moderator.desk.held(moderator.scope), moderator),
    },
  },
};
