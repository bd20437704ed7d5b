import type { Article } from '../src/corpus/article.ts';
import type { JudgedArticle } from './judged.ts';
import type { Subject } from './score.ts';

/** Reads a judged article as the corpus reads its own, and checks that no offset has moved. */
export function subjectOf(judged: JudgedArticle): Subject {
  const sentences: Article['sentences'][number][] = [];
  const segmenter = new Intl.Segmenter(judged.lang, { granularity: 'sentence' });
  for (const { segment, index } of segmenter.segment(judged.text)) {
    const text = segment.trim();
    if (text === '') continue;
    const start = index + segment.indexOf(text);
    sentences.push({ start, end: start + text.length, section: 0, markers: [] });
  }
  const article: Article = {
    ...judged,
    publisher: '',
    aliases: new Map(),
    sections: [{ heading: '', first: 0, end: sentences.length }],
    sentences,
    revision: '',
  };
  if (article.text !== judged.text) throw new Error(`${judged.id}: the article's text is not the text given`);
  return { judged, article };
}
