// Does what a reader's button or menu says.
import type { Passage } from '../src/corpus/passage.ts';
import type { Action, PassageRef, ShowingVerb } from '../src/reply/action.ts';
import { passedOver } from '../src/reply/buttons.ts';
import { problemReply } from '../src/reply/problem.ts';
import { resolve, resolveAll, resolveArticle, type StaleReference, tell } from '../src/reply/reference.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Words } from '../src/reply/words.ts';
import type { Result } from '../src/result.ts';
import { chooseNote } from './choosing.ts';
import type { Session } from './command.ts';
import { closestReply, contextReply, moreReply, pageReply, sharedReply } from './passage-replies.ts';
import { articleReply, articlesReply, noteReply } from './sources-reply.ts';
import { summaryReply } from './summary-reply.ts';
import { verifyReply } from './verify-reply.ts';

/** What each action shows. */
const SHOWN_BY: { readonly [V in ShowingVerb]: (action: Action<V>, session: Session) => Reply } = {
  context: ({ passage }, session) =>
    withResolved(resolve(passage, session.library), (held) => contextReply(held, session.words), session),
  more: ({ passages, from, trail = [] }, session) =>
    withAll(
      passages,
      (held) =>
        passedOver({ trail }) < held.length
          ? moreReply(held, { before: from, trail }, session.words)
          : problemReply(session.words.problems.nothingFurther, session.words),
      session,
    ),
  verify: ({ passages, lettered }, session) =>
    withAll(passages, (held) => verifyReply(held, session.words, lettered), session),
  closest: ({ passage }, session) =>
    withResolved(resolve(passage, session.library), (held) => closestReply(held, session.words), session),
  page: (action, session) =>
    withResolved(
      resolve(action.passage, session.library),
      (held) => pageReply(held, action, session.words),
      session,
    ),
  share: ({ outcome, passages }, session) =>
    withAll(passages, (held) => sharedReply(outcome, held, session.words), session),
  summary: (action, session) =>
    withResolved(
      resolveArticle(action.article, action.edition, session.library),
      (article) =>
        action.section === undefined || article.sections[action.section]
          ? further(summaryReply(article, action, session.words), action.from, session.words)
          : problemReply(session.words.problems.unknownAction, session.words),
      session,
    ),
  sources: pressSources,
};

/**
 * Does what a button or menu says. Whatever it names may have changed or gone since the reply was made, or never have
 * been: each such case is a private reply with its sentence. Replies are private, but for `share`.
 */
export async function press(action: Action, session: Session): Promise<Reply> {
  // The verb says which of the actions it is, which is more than the type system can follow.
  const show = SHOWN_BY[action.verb] as (action: Action, session: Session) => Reply;
  return show(action, session);
}

function pressSources(action: Action<'sources'>, session: Session): Reply {
  const { article: id, edition, note, ...turn } = action;
  const { from } = turn;
  const { library, words } = session;
  if (id === undefined) return further(articlesReply(library.articles, turn, session), from, words);
  return withResolved(
    resolveArticle(id, edition ?? '', library),
    (article) => {
      if (note === undefined) return further(articleReply(article, turn, session), from, words);
      const chosen = chooseNote(note, article, words);
      if ('problem' in chosen) return problemReply(chosen.problem, words);
      return further(noteReply(article, chosen.value, turn, session), from, words);
    },
    session,
  );
}

function withAll(
  refs: readonly PassageRef[],
  reply: (passages: Passage[]) => Reply,
  session: Session,
): Reply {
  return withResolved(resolveAll(refs, session.library), reply, session);
}

function withResolved<T>(
  resolved: Result<T, StaleReference>,
  reply: (value: T) => Reply,
  { words }: Session,
): Reply {
  return 'problem' in resolved ? problemReply(tell(resolved.problem, words), words) : reply(resolved.value);
}

/** What a list shows from its item `from` on, or a sentence where it has no such item. */
function further(reply: Reply, from: number, words: Words): Reply {
  const isBeyond = from > 0 && !reply.blocks.some(({ kind }) => kind === 'quotation' || kind === 'entry');
  return isBeyond ? problemReply(words.problems.nothingFurther, words) : { ...reply, visibility: 'private' };
}
