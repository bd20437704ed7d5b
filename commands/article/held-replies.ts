// Replies about what a library has: articles, taught answers, what was removed.
import { NOT_ANSWERED } from '../../src/corpus/article.ts';
import type { ArticleBytes, Held, HeldArticle } from '../../src/desk/desk.ts';
import { LIMITS } from '../../src/limits.ts';
import type { Edit } from '../../src/reply/edit.ts';
import type { Button, Reply } from '../../src/reply/reply.ts';
import { shorten } from '../../src/reply/shorten.ts';
import type { Library } from '../../src/search/search.ts';
import type { TaughtAnswer } from '../../src/store/store.ts';
import type { Edited, Moderator } from '../moderation.ts';
import { saying } from './draft-reply.ts';
import { refusedWith } from './unable.ts';

/** Articles or answers of one page: each takes two or three lines. */
const SHOWN = 10;
/** UTF-16 units. */
const LONGEST = { title: 120, question: 200 };

const kibibytes = (bytes: number) => String(Math.max(1, Math.round(bytes / 1024)));

/** The articles of a scope, from one on. */
export function listReply({ articles }: Held, from: number, moderator: Moderator): Edited {
  const { say, words } = moderator;
  const { list } = say;
  if (articles.length === 0) return { reply: saying(list.heading(0), { kind: 'text', text: list.none }) };
  const shown = articles.slice(from, from + SHOWN);
  if (shown.length === 0) return refusedWith(list.beyond, moderator);
  const reply = saying(
    list.heading(articles.length),
    ...shown.map((article) => {
      const { title, publisher, via, published, sentences, bytes } = article;
      return {
        kind: 'entry' as const,
        name: shorten(title, LONGEST.title),
        lines: [
          words.place.publication({ publisher, via, published: published?.replace('T', ' ') }),
          list.size(sentences, kibibytes(bytes)),
        ],
      };
    }),
  );
  return { reply: { ...reply, ...paged('list', from, articles.length, moderator) } };
}

/** The way to the pages before and behind. */
function paged(verb: Edit['verb'], from: number, all: number, { say }: Moderator) {
  const buttons: Button[] = [
    ...(from > 0
      ? [{ label: say.buttons.previous, edit: { verb, at: Math.max(0, from - SHOWN) } } as const]
      : []),
    ...(from + SHOWN < all ? [{ label: say.buttons.next, edit: { verb, at: from + SHOWN } } as const] : []),
  ];
  return { buttons };
}

/** What was taught, from one answer on, each to be forgotten. */
export async function answersReply(held: Held, from: number, moderator: Moderator): Promise<Edited> {
  const { teach } = moderator.say;
  const { answers } = held;
  if (answers.length === 0)
    return { reply: saying(teach.heading(0), { kind: 'text', text: teach.noAnswers }) };
  const shown = answers.slice(from, from + SHOWN);
  if (shown.length === 0) return refusedWith(moderator.say.list.beyond, moderator);
  const library = await moderator.library();
  const reply: Reply = {
    ...saying(
      teach.heading(answers.length),
      ...shown.map((answer) => ({
        kind: 'entry' as const,
        name: shorten(answer.question, LONGEST.question),
        lines: [answerLine(answer, titleOf(answer, held.articles, library, moderator), moderator)],
      })),
    ),
    ...paged('answers', from, answers.length, moderator),
    editMenu: {
      placeholder: teach.choose,
      options: shown.map(({ key, question }) => ({ label: question, edit: { verb: 'unteach', of: key } })),
    },
  };
  return { reply };
}

/** What an answer says: by which sentences of an article a question is answered, or that none does. */
export function answerLine(
  { sentences }: Pick<TaughtAnswer, 'sentences'>,
  title: string,
  { say }: Moderator,
) {
  if (sentences === NOT_ANSWERED) return say.teach.answeredByNone(title);
  return say.teach.answeredBy(
    title,
    sentences.map(({ number }) => number),
  );
}

function titleOf(
  { article }: TaughtAnswer,
  articles: readonly HeldArticle[],
  library: Library | undefined,
  { say }: Moderator,
): string {
  const title =
    'own' in article
      ? articles.find(({ key }) => key === article.own)?.title
      : library?.article(article.house)?.title;
  return shorten(title ?? say.teach.gone, LONGEST.title);
}

/** Asks whether an article is to be removed. */
export function removalReply(article: HeldArticle, { answers }: Held, { say }: Moderator): Edited {
  const ofIt = answers.filter((answer) => 'own' in answer.article && answer.article.own === article.key);
  const reply = saying(say.remove.ask(shorten(article.title, LONGEST.title)), {
    kind: 'text',
    text: say.remove.what(ofIt.length),
  });
  const button: Button = {
    label: say.buttons.remove,
    edit: { verb: 'remove', of: article.key },
    style: 'danger',
  };
  return { reply: { ...reply, buttons: [button] } };
}

/** Asks for the first time whether everything is to be deleted. */
export function forgettingReply({ articles, answers }: Held, { say }: Moderator): Edited {
  const { forget } = say;
  const reply = saying(forget.ask, {
    kind: 'text',
    text: forget.what({ articles: articles.length, answers: answers.length }),
  });
  const button: Button = { label: say.buttons.forget, edit: { verb: 'forget' }, style: 'danger' };
  return { reply: { ...reply, buttons: [button] } };
}

/** The article files as they are: each by itself, or where they are many, in a zip file. */
export async function filesReply(files: readonly ArticleBytes[], moderator: Moderator): Promise<Edited> {
  const { say } = moderator;
  if (files.length === 0)
    return { reply: saying(say.list.heading(0), { kind: 'text', text: say.list.none }) };
  const { most, bytes: largest } = LIMITS.files;
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const heading = say.files.heading(files.length);
  // All together, so that the whole message stays within what Discord takes of one file.
  if (files.length <= most && size <= largest) return { reply: saying(heading), files };
  const zipped = await zippedOf(files);
  if (zipped.length > largest)
    return refusedWith(say.files.tooLarge(String(largest / 1024 / 1024)), moderator);
  const note = { kind: 'text', text: say.files.zipped } as const;
  return { reply: saying(heading, note), files: [{ name: 'articles.zip', bytes: zipped }] };
}

async function zippedOf(files: readonly ArticleBytes[]): Promise<Uint8Array> {
  const { zip } = await import('fflate');
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return new Promise((resolve, reject) =>
    zip(entries, (error, bytes) => (error ? reject(error) : resolve(bytes))),
  );
}
