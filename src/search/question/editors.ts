// Finds the editors' answer to a question.
import type { Article, EditorsAnswer } from '../../corpus/article.ts';
import { kindOf } from '../kinds/asked-kind.ts';
import { allowance, editDistance } from '../text/edit-distance.ts';
import { type Language, languageOf } from '../text/language.ts';

/** What the editors of an article say to a question. */
export interface EditorsWordOn {
  readonly article: Article;
  readonly answer: EditorsAnswer;
}

/** By articles' ids, what others than their editors say of them: before what those say. */
export type Taught = ReadonlyMap<string, readonly EditorsAnswer[]>;

/** Words without which an English question asks the same; all others must stand in both, in one order. */
const IDLE = new Set(
  'a an the is are was were be been do does did has have had can could would will please tell me so then actually really just'.split(
    ' ',
  ),
);

/**
 * The articles whose editors answered a question, or one close to it: of the same kind, with the same words in the same order but for
 * articles, auxiliaries, inflection and slips. `Who did Alibaba accuse?` is not close to `Who accused Alibaba?`.
 */
export function editorsOn(
  question: string,
  articles: readonly Article[],
  taught: Taught = new Map(),
): readonly EditorsWordOn[] {
  return articles.flatMap((article) => {
    const editorsAnswers = [...(taught.get(article.id) ?? []), ...(article.editorsAnswers ?? [])];
    if (editorsAnswers.length === 0) return [];
    const language = languageOf(article.lang);
    const asked = wordsOf(question, language);
    const kind = kindOf(question, language);
    const answer = editorsAnswers.find(
      (one) =>
        kindOf(one.question, language) === kind && areClose(asked, wordsOf(one.question, language), language),
    );
    return answer && asked.length > 0 ? [{ article, answer }] : [];
  });
}

function wordsOf(question: string, { tokenize, fold, isKnown, tag }: Language): readonly string[] {
  const words = tokenize(question.normalize('NFKC')).filter(({ part }) => !part);
  const isIdle = (word: string) =>
    IDLE.has(word) || (!isKnown(word) && LONGER_IDLE.some((idle) => editDistance(word, idle) <= 1));
  return words.map(({ text }) => fold(text)).filter((word) => tag !== 'en' || !isIdle(word));
}

/** Those that a slip leaves recognizable: `teh`. */
const LONGER_IDLE = [...IDLE].filter((word) => word.length > 2);

function areClose(asked: readonly string[], answered: readonly string[], language: Language): boolean {
  return (
    asked.length === answered.length && asked.every((word, at) => isClose(word, answered[at] ?? '', language))
  );
}

/** Whether two words are the same, in another form, or the one a slip for the other; figures and known words are no slips. */
function isClose(one: string, other: string, { stem, otherKeys, isKnown, isNumber }: Language): boolean {
  if (one === other || stem(one) === stem(other) || otherKeys(one).includes(stem(other))) return true;
  if (isNumber(one) || isNumber(other) || (isKnown(one) && isKnown(other))) return false;
  return editDistance(one, other) <= allowance(Math.min(one.length, other.length));
}
