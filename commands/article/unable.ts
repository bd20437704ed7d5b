// Private replies that say why something was not done.
import type { Unable } from '../../src/desk/desk.ts';
import { type EditingWords, labelsOf } from '../../src/reply/editing-words.ts';
import { problemReply } from '../../src/reply/problem.ts';
import type { Edited, Moderator } from '../moderation.ts';

const mebibytes = (bytes: number) => String(Math.ceil((bytes / 1024 / 1024) * 10) / 10);
const MINUTE = 60_000;

/** Why something was not done, as a private reply. */
export function refused(unable: Unable, { say, words }: Moderator): Edited {
  return { reply: problemReply(sentenceFor(unable, say), words) };
}

export function refusedWith(sentence: string, { words }: Moderator): Edited {
  return { reply: problemReply(sentence, words) };
}

function sentenceFor(unable: Unable, say: EditingWords): string {
  const { refusals } = say;
  switch (unable.refused) {
    case 'blocked':
      return refusals.blocked;
    case 'articles':
      return refusals.articles(unable.most);
    case 'bytes':
      return refusals.bytes(mebibytes(unable.bytes), mebibytes(unable.most));
    case 'hourly':
      return refusals.hourly(unable.most, Math.max(1, Math.ceil((unable.again - Date.now()) / MINUTE)));
    case 'busy':
      return refusals.busy;
    case 'no-draft':
      return refusals.noDraft;
    case 'no-article':
      return refusals.noArticle;
    case 'id-taken':
      return refusals.idTaken;
    case 'incomplete':
      return refusals.incomplete(labelsOf(unable.missing, say));
    case 'source':
      return refusals.source(unable.problem);
    case 'heavy':
      return refusals.heavy;
    case 'no-choice':
      return refusals.noChoice;
    case 'no-source':
      return refusals.noSource;
  }
}
