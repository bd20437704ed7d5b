import type { Action, PassageRef } from '../src/reply/action.ts';
import { problemReply } from '../src/reply/problem.ts';
import { type Resolved, resolve, resolveAll, resolveArticle, tell } from '../src/reply/reference.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Words } from '../src/reply/words.ts';
import { chooseNote } from './choosing.ts';
import type { Session } from './command.ts';
import { closestReply, contextReply, moreReply, pageReply, sharedReply } from './passage-replies.ts';
import { articleReply, articlesReply, noteReply } from './sources-reply.ts';
import { summaryReply } from './summary-reply.ts';
import { verifyReply } from './verify-reply.ts';

/**
 * Does what a button or menu says. Whatever it names may have changed or gone since the reply was made, or never have
 * been: each such case is a private reply with its sentence. Replies are private, but for `share`.
 */
export async function press(action: Action, session: Session): Promise<Reply> {
  const { words, library } = session;
  const withPassage = (ref: PassageRef, reply: (passage: Value<typeof resolve>) => Reply) =>
    withResolved(resolve(ref, library), reply, session);
  const withPassages = (refs: readonly PassageRef[], reply: (passages: Value<typeof resolveAll>) => Reply) =>
    withResolved(resolveAll(refs, library), reply, session);

  switch (action.verb) {
    case 'context':
      return withPassage(action.passage, (passage) => contextReply(passage, words));
    case 'more':
      return withPassages(action.passages, (passages) => moreReply(passages, action.from ?? 0, words));
    case 'verify':
      return withPassages(action.passages, (passages) => verifyReply(passages, words));
    case 'closest':
      return withPassage(action.passage, (passage) => closestReply(passage, words));
    case 'page':
      return withPassage(action.passage, (passage) => pageReply(passage, action, words));
    case 'share':
      return withPassages(action.passages, (passages) => sharedReply(action.outcome, passages, words));
    case 'summary':
      return withResolved(
        resolveArticle(action.article, action.revision, library),
        (article) =>
          action.section === undefined || article.sections[action.section]
            ? further(
                summaryReply(article, { ...action, section: action.section }, words),
                action.from,
                words,
              )
            : problemReply(words.problems.unknownAction, words),
        session,
      );
    case 'sources':
      return pressSources(action, session);
  }
}

function pressSources(action: Extract<Action, { verb: 'sources' }>, session: Session): Reply {
  const { article: id, revision, note, from } = action;
  const { library, words } = session;
  if (id === undefined) return further(articlesReply(library.articles, from, session), from, words);
  return withResolved(
    resolveArticle(id, revision ?? '', library),
    (article) => {
      if (note === undefined) return further(articleReply(article, from, session), from, words);
      const chosen = chooseNote(note, article, words);
      if ('problem' in chosen) return problemReply(chosen.problem, words);
      return further(noteReply(article, chosen.value, from, session), from, words);
    },
    session,
  );
}

type Value<F> = F extends (...args: never[]) => Resolved<infer T> ? T : never;

function withResolved<T>(resolved: Resolved<T>, reply: (value: T) => Reply, { words }: Session): Reply {
  return 'problem' in resolved ? problemReply(tell(resolved.problem, words), words) : reply(resolved.value);
}

/** What a list shows from its item `from` on, or a sentence where it has no such item. */
function further(reply: Reply, from: number, words: Words): Reply {
  const isBeyond = from > 0 && !reply.blocks.some(({ kind }) => kind === 'quotation' || kind === 'entry');
  return isBeyond ? problemReply(words.problems.nothingFurther, words) : { ...reply, visibility: 'private' };
}
