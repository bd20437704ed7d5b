// Whether a value fits an option, which the console asks of values without a name.
import { articlesNamed, chooseOneArticle, noteNamed, sectionNamed } from './choosing.ts';
import type { Session, StringOption } from './command.ts';

type Fits = NonNullable<StringOption['fits']>;

/** Whether a value is an article's id or title. */
export const fitsArticle: Fits = (typed, _, { library }) => articlesNamed(typed, library.articles).length > 0;

/** Whether a value is a section of the chosen article or the only one: a heading, its beginning or a number. */
export const fitsSection: Fits = (typed, chosen, session) => {
  const article = articleFor(chosen, session);
  return article !== undefined && sectionNamed(typed, article) !== undefined;
};

/** Whether a value is a note mark of the chosen article or the only one. */
export const fitsNote: Fits = (typed, chosen, session) => {
  const article = articleFor(chosen, session);
  return article !== undefined && noteNamed(typed, article) !== undefined;
};

function articleFor({ article: named }: Readonly<Record<string, string>>, session: Session) {
  const { articles } = session.library;
  if (named === undefined && articles.length > 1) return undefined;
  const byId = named === undefined ? undefined : session.library.article(named);
  if (byId) return byId;
  const chosen = chooseOneArticle(named, session);
  return 'value' in chosen ? chosen.value : undefined;
}
