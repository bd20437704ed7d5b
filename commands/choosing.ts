// Finds the article, section, or note that a reader named.
import type { Article, Section } from '../src/corpus/article.ts';
import { echo } from '../src/reply/echo.ts';
import { notesOf } from '../src/reply/notes.ts';
import { shorten } from '../src/reply/shorten.ts';
import type { Known, Words } from '../src/reply/words.ts';
import type { Result } from '../src/result.ts';
import { foldName, nearest } from '../src/search/search.ts';
import type { Session } from './command.ts';

/** How many known names a sentence tells. */
const MOST_NAMED = 5;

/** The article a reader named by id or title; undefined where none was named. */
export function chooseArticle(
  typed: string | undefined,
  { library, words }: Session,
): Result<Article | undefined> {
  if (typed === undefined) return { value: undefined };
  const named = articlesNamed(typed, library.articles);
  if (named.length === 1) return { value: named[0] };
  const known = knownOf(nearest(typed, named.length > 1 ? named : library.articles, namesOf).map(labelOf));
  const tell = named.length > 1 ? words.problems.ambiguousArticle : words.problems.unknownArticle;
  return { problem: tell(echo(typed, 100), known) };
}

/** The articles that a reader's id or title names: those that are called so, which two may be, else several where titles are alike. */
export function articlesNamed(typed: string, articles: readonly Article[]): readonly Article[] {
  const byId = articles.filter((article) => idsOf(article).includes(typed.trim()));
  if (byId.length > 0) return byId;
  const asked = foldName(typed);
  return articles.filter((article) => namesOf(article).some((name) => foldName(name) === asked));
}

/** Its own, which is unique, and what it is called where that is another. */
function idsOf({ id, shownId }: Article): readonly string[] {
  return shownId === undefined ? [id] : [id, shownId];
}

/** The article a reader named, or the only one there is. */
export function chooseOneArticle(typed: string | undefined, session: Session): Result<Article> {
  const chosen = chooseArticle(typed, session);
  if ('problem' in chosen) return chosen;
  const { articles } = session.library;
  const only = articles.length === 1 ? articles[0] : undefined;
  const article = chosen.value ?? only;
  if (article) return { value: article };
  return { problem: session.words.problems.whichArticle(knownOf(articles.map(labelOf))) };
}

/** The index of the section a reader named by its heading, by the heading's beginning, or by number from 1. */
export function chooseSection(typed: string, article: Article, words: Words): Result<number> {
  const headed = headedIn(article);
  if (headed.length === 0) return { problem: words.problems.noSections(shorten(article.title, 100)) };
  const named = sectionNamed(typed, article);
  if (named !== undefined) return { value: named };
  const names = nearest(typed, headed, ([, { heading }]) => [heading, heading.split(':')[0] ?? '']);
  const known = knownOf(names.map(([, { heading }]) => shorten(heading, 100)));
  return { problem: words.problems.unknownSection(echo(typed, 100), shorten(article.title, 100), known) };
}

/** The index of the section that a heading, its beginning or a number from 1 names; undefined where none or several are. */
export function sectionNamed(typed: string, article: Article): number | undefined {
  const headed = headedIn(article);
  const asked = foldName(typed);
  const exact = headed.find(([, { heading }]) => foldName(heading) === asked);
  if (exact) return exact[0];
  const number = /^#?\s*(\d+)$/.exec(asked)?.[1];
  const numbered = number === undefined ? undefined : headed[Number(number) - 1];
  if (numbered) return numbered[0];
  const [only, another] = headed.filter(([, { heading }]) =>
    /^[^\p{L}\p{N}]/u.test(restAfter(foldName(heading), asked)),
  );
  return another === undefined ? only?.[0] : undefined;
}

function headedIn({ sections }: Article): [number, Section][] {
  return [...sections.entries()].filter(([, { heading }]) => heading !== '');
}

/** The note mark a reader named as `4` or `[4]`, as the article prints it. */
export function chooseNote(typed: string, article: Article, words: Words): Result<string> {
  const marks = [...notesOf(article).keys()];
  if (marks.length === 0) return { problem: words.problems.noNotes(shorten(article.title, 100)) };
  const mark = noteNamed(typed, article);
  if (mark !== undefined) return { value: mark };
  const known = knownOf(
    nearest(numberIn(typed), marks, (printed) => [numberIn(printed)]),
    12,
  );
  return { problem: words.problems.unknownNote(echo(typed, 50), shorten(article.title, 100), known) };
}

/** The mark, as the article prints it, that `4` or `[4]` names; undefined where it prints none. */
export function noteNamed(typed: string, article: Article): string | undefined {
  const asked = numberIn(typed);
  return [...notesOf(article).keys()].find((printed) => numberIn(printed) === asked);
}

/** What a reader may call an article. */
export const namesOf = (article: Article) => [...idsOf(article), article.title];
/** A scope's own is told by its publisher, too: an article of the house may be called the same. */
const labelOf = (article: Article) =>
  article.shownId === undefined
    ? `${shorten(article.title, 80)} (${article.id})`
    : `${shorten(article.title, 80)} (${article.shownId}, ${shorten(article.publisher, 60)})`;
/** What stands between the brackets of a note mark: `4` for `[4]` and for `4`. */
export const numberIn = (mark: string) =>
  foldName(mark)
    .replace(/^\[|\]$/g, '')
    .trim();
const restAfter = (name: string, start: string) =>
  start !== '' && name.startsWith(start) ? name.slice(start.length) : '';

function knownOf(names: readonly string[], most = MOST_NAMED): Known {
  return { names: names.slice(0, most), more: Math.max(0, names.length - most) };
}
