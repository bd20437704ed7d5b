// Makes an article out of a judged one.
import { articleFrom } from '../src/corpus/article-from.ts';
import type { JudgedArticle } from './judged.ts';
import type { Subject } from './score.ts';

/** Splits a judged article as the corpus splits its own. */
export function subjectOf(judged: JudgedArticle): Subject {
  const { id, title, lang, text } = judged;
  const article = articleFrom({ id, title, publisher: id, lang, text });
  // Answers are offsets into the text as it was given.
  if (article.text !== text) throw new Error(`The corpus changed the text of ${id}.`);
  return { judged, article };
}
