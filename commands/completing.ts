// What is suggested for an option while a reader types.
import type { Article } from '../src/corpus/article.ts';
import { LIMITS } from '../src/limits.ts';
import { notesOf } from '../src/reply/notes.ts';
import { shorten } from '../src/reply/shorten.ts';
import { nearest } from '../src/search/search.ts';
import { chooseOneArticle, namesOf, numberIn } from './choosing.ts';
import type { Choice, Session } from './command.ts';

const { most: MOST_CHOICES, longest: MOST_IN_CHOICE } = LIMITS.choices;

/** Articles to offer while a reader types. */
export function completeArticle(typed: string, { library }: Session): Choice[] {
  return nearest(typed, library.articles, namesOf)
    .filter(({ id }) => id.length <= MOST_IN_CHOICE)
    .slice(0, MOST_CHOICES)
    .map((article) => ({ name: nameIn(article, library.articles), value: article.id }));
}

/** Its title, with its publisher where another has the same title, since no name is offered twice. */
function nameIn({ id, title, publisher }: Article, articles: readonly Article[]): string {
  const isShared = articles.some((other) => other.id !== id && other.title === title);
  return shorten(isShared ? `${shorten(title, MOST_IN_CHOICE - 32)} (${publisher})` : title, MOST_IN_CHOICE);
}

/** Sections to offer: their heading where that fits, else their number. */
export function completeSection(typed: string, article: Article | undefined): Choice[] {
  const headed = (article?.sections ?? []).filter(({ heading }) => heading !== '');
  const isUnique = (name: string) => headed.filter(({ heading }) => heading === name).length === 1;
  const numbered = headed.map(({ heading }, index) => ({ heading, number: `#${index + 1}` }));
  return nearest(typed, numbered, ({ heading, number }) => [heading, number])
    .slice(0, MOST_CHOICES)
    .map(({ heading, number }) => ({
      name: shorten(heading, MOST_IN_CHOICE),
      value: heading.length <= MOST_IN_CHOICE && isUnique(heading) ? heading : number,
    }));
}

/** Note marks to offer. */
export function completeNote(typed: string, article: Article | undefined): Choice[] {
  const marks = [...(article ? notesOf(article).keys() : [])].filter((mark) => mark.length <= MOST_IN_CHOICE);
  const started = marks.filter((mark) => numberIn(mark).startsWith(numberIn(typed)));
  return started.slice(0, MOST_CHOICES).map((mark) => ({ name: mark, value: mark }));
}

/** Questions to offer: names and headings of the articles, or of the one that was chosen. */
export function completeQuestion(
  typed: string,
  chosen: Readonly<Record<string, string>>,
  session: Session,
): Choice[] {
  const article = articleSoFar(chosen, session);
  return session.library
    .suggest(typed, article ? { article: article.id } : {})
    .filter((name) => name.length <= MOST_IN_CHOICE)
    .slice(0, MOST_CHOICES)
    .map((name) => ({ name, value: name }));
}

/** The article that the options typed so far are about, where that is plain. */
export function articleSoFar(
  { article: named }: Readonly<Record<string, string>>,
  session: Session,
): Article | undefined {
  const chosen = chooseOneArticle(named || undefined, session);
  return 'value' in chosen ? chosen.value : undefined;
}
