// Lets a moderator choose which sentences answer a question.
import { type Article, NOT_ANSWERED } from '../src/corpus/article.ts';
import { isUnable } from '../src/desk/desk.ts';
import { LIMITS } from '../src/limits.ts';
import type { PassageRef } from '../src/reply/action.ts';
import type { Filled, Form } from '../src/reply/form.ts';
import { resolveAll, resolveArticle } from '../src/reply/reference.ts';
import { shorten } from '../src/reply/shorten.ts';
import { keyOf } from '../src/scope/scope-articles.ts';
import type { NewAnswer } from '../src/store/store.ts';
import { saying } from './article/draft-reply.ts';
import { answerLine } from './article/held-replies.ts';
import { refused, refusedWith } from './article/unable.ts';
import type { Edited, ModerationMessageCommand, Moderator } from './moderation.ts';

/** In UTF-16 units, as long as a question that is answered may be. */
const LONGEST_QUESTION = 300;
const LONGEST_TITLE = 60;

/** Has a moderator say which sentences answer a question, on a reply that quotes them. */
export const teach: ModerationMessageCommand = {
  kind: 'moderation message',
  name: 'Teach this answer',
  label: { 'en-US': 'Teach this answer', 'zh-CN': '教这个回答', 'zh-TW': '教這個回答' },
  async answer(quoted, moderator): Promise<Edited> {
    const { say, words } = moderator;
    if (quoted.length === 0) return refusedWith(say.teach.nothingQuoted, moderator);
    const library = await moderator.library();
    if (!library) return refusedWith(say.refusals.unavailable('away'), moderator);
    const resolved = resolveAll(quoted, library);
    if ('problem' in resolved) return refusedWith(say.teach.changed, moderator);
    const sentences = new Map<string, { readonly article: Article; readonly at: number }>();
    for (const { article, first, last } of resolved.value)
      for (let at = first; at <= last; at += 1) sentences.set(nameOf(article, at), { article, at });
    const articles = new Set(resolved.value.map(({ article }) => article));
    const { most } = LIMITS.choices;
    const form: Form = {
      title: say.teach.form,
      submit: { verb: 'taught' },
      fields: [
        {
          kind: 'line',
          id: 'question',
          label: say.teach.question,
          description: say.teach.questionHint,
          isRequired: true,
          maxLength: LONGEST_QUESTION,
        },
        {
          kind: 'choice',
          id: 'sentences',
          label: say.teach.sentences,
          description: say.teach.sentencesHint,
          isRequired: true,
          options: [
            ...[...sentences].slice(0, most - articles.size).map(([value, { article, at }]) => ({
              value,
              label: `${at + 1} · ${sentenceOf(article, at).replace(/\s+/g, ' ')}`,
              ...(articles.size > 1 && {
                description: `${shorten(article.title, LONGEST_TITLE)} · ${words.place.publication({ publisher: article.publisher })}`,
              }),
            })),
            ...[...articles].map((article) => ({
              value: nameOf(article, 'none'),
              label: say.teach.none(shorten(article.title, LONGEST_TITLE)),
            })),
          ],
        },
      ],
    };
    return { form };
  },
};

/** Names a sentence, or that none of the article's answers. */
function nameOf({ id, edition }: Article, at: number | 'none'): string {
  return `${id}:${edition}:${at === 'none' ? at : at.toString(36)}`;
}

function refIn(value: string): (PassageRef & { readonly isNone: boolean }) | undefined {
  const [, article, edition, at] =
    /^([a-z0-9+-]{1,65}):([0-9a-f]{8}):(none|[0-9a-z]{1,6})$/.exec(value) ?? [];
  if (article === undefined || edition === undefined || at === undefined) return undefined;
  const first = at === 'none' ? 0 : Number.parseInt(at, 36);
  return { article, edition, first, last: first, isNone: at === 'none' };
}

function sentenceOf({ text, sentences }: Article, at: number): string {
  const sentence = sentences[at];
  return sentence ? text.slice(sentence.start, sentence.end) : '';
}

/** Stores what was filled in. */
export async function teachFilled(filled: Filled, moderator: Moderator): Promise<Edited> {
  const { say, desk, scope } = moderator;
  const { question: typed, sentences: values = [] } = filled;
  const question = typeof typed === 'string' ? typed.replace(/\s+/g, ' ').trim() : '';
  if (question === '') return refusedWith(say.teach.noQuestion, moderator);
  const library = await moderator.library();
  if (!library) return refusedWith(say.refusals.unavailable('away'), moderator);
  const refs = (typeof values === 'string' ? [values] : values).map(refIn);
  const [first] = refs;
  if (!first || refs.includes(undefined)) return refusedWith(say.refusals.damaged, moderator);
  const chosen = refs.filter((ref) => ref !== undefined);
  if (chosen.some(({ article }) => article !== first.article))
    return refusedWith(say.teach.oneArticle, moderator);
  if (chosen.length > 1 && chosen.some(({ isNone }) => isNone))
    return refusedWith(say.teach.noneOrSome, moderator);
  const held = resolveArticle(first.article, first.edition, library);
  const passages = resolveAll(chosen, library);
  if ('problem' in held || 'problem' in passages) return refusedWith(say.teach.changed, moderator);
  const article = held.value;
  const answer: NewAnswer = {
    article: taughtOf(article),
    question,
    revision: article.revision,
    sentences: first.isNone
      ? NOT_ANSWERED
      : passages.value.map(({ first: at }) => ({ number: at + 1, text: sentenceOf(article, at) })),
  };
  const taught = await desk.teach(scope, answer);
  if (isUnable(taught)) return refused(taught, moderator);
  const reply = saying(
    say.teach.done,
    { kind: 'text', text: question },
    { kind: 'text', text: answerLine(taught, shorten(article.title, LONGEST_TITLE * 2), moderator) },
  );
  const button = { label: say.buttons.unteach, edit: { verb: 'unteach', of: taught.key } } as const;
  return { reply: { ...reply, buttons: [button] } };
}

function taughtOf(article: Article): NewAnswer['article'] {
  const own = keyOf(article);
  return own === undefined ? { house: article.id } : { own };
}
