// Joins taught answers to articles.
import { type Article, type EditorsAnswer, NOT_ANSWERED } from '../corpus/article.ts';
import { editorsAnswersOf } from '../corpus/editors-answers.ts';
import type { EditorsWord } from '../corpus/fields.ts';
import type { TaughtAnswer } from './store.ts';

/**
 * An article with what was taught of it beside what its file answers; a question of both is answered as it was taught. What no more holds
 * for the text is not used, by the same rule as in a file.
 * @param key Its key, where it is of the scope; undefined for one of the house.
 */
export function withTaught(
  article: Article,
  key: string | undefined,
  taught: readonly TaughtAnswer[],
): Article {
  const ofIt = taught.filter(({ article: about }) =>
    'own' in about ? about.own === key : key === undefined && about.house === article.id,
  );
  if (ofIt.length === 0) return article;
  const questions = new Map(ofIt.map((answer): [string, EditorsWord] => [answer.question, wordOf(answer)]));
  const { answers } = editorsAnswersOf(
    { ...MATTER, questions },
    article,
    // Nothing of it stands in a file.
    () => 0,
  );
  const isTaught = ({ question }: EditorsAnswer) => answers.some((answer) => answer.question === question);
  const ofFile = (article.editorsAnswers ?? []).filter((answer) => !isTaught(answer));
  return { ...article, editorsAnswers: [...answers, ...ofFile] };
}

/** Front matter of which only the questions count. */
const MATTER = { title: '', publisher: '', lang: '', aliases: new Map() };

function wordOf({ sentences, revision }: TaughtAnswer): EditorsWord {
  return sentences === NOT_ANSWERED ? { revision } : { sentences };
}
