// A session on one article alone.
import type { Session } from '../../commands/command.ts';
import type { Article } from '../corpus/article.ts';
import { createLibrary } from '../search/search.ts';

/** The same session on one of its articles alone, where one was chosen. */
export function sessionOn(article: Article | undefined, session: Session): Session {
  return article ? { ...session, library: createLibrary([article]) } : session;
}
