// Which words are missing.
import type { Article } from '../../corpus/article.ts';
import { articleAt } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import type { Ranking } from '../ranking/ranking.ts';

/** Whether a word stands in the title or a heading of the article of the best passage. */
export function isInTitles(concept: Concept, { shelf, range }: Question, { candidates }: Ranking): boolean {
  if (concept.stems.length === 0) return false;
  const stems = stemsOfTitles(shelf, candidates[0]?.sentence ?? range.from);
  return concept.stems.some((stem) => stems.has(stem));
}

/** The words that stand nowhere in range, neither in a sentence nor in a heading or title. */
export function missingFrom(question: Question, ranking: Ranking): readonly Concept[] {
  const before = missing.get(ranking);
  if (before?.question === question) return before.lacking;
  const lacking = question.concepts.filter(
    (concept) => !concept.part && !concept.found && !isInTitles(concept, question, ranking),
  );
  missing.set(ranking, { question, lacking });
  return lacking;
}

/** Several rules ask what is missing from the same question and ranking. */
const missing = new WeakMap<Ranking, { readonly question: Question; readonly lacking: readonly Concept[] }>();

const stemsByArticle = new WeakMap<Article, ReadonlySet<string>>();

/** Stems of the title and the headings of the article that holds a sentence. */
function stemsOfTitles({ index }: Shelf, sentence: number): ReadonlySet<string> {
  const article = index.articles[articleAt(index, sentence)];
  if (!article) return new Set();
  const before = stemsByArticle.get(article);
  if (before) return before;
  const titles = [article.title, ...article.sections.map(({ heading }) => heading)];
  const stems = new Set(titles.flatMap((title) => index.language.keysIn(title)));
  stemsByArticle.set(article, stems);
  return stems;
}
