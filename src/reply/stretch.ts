// Splits stretches of sentences by section.
import type { Article } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';
import type { Block } from './reply.ts';

/**
 * The sentences from `first` to `last` as passages of one section each: a heading between two sentences belongs to
 * neither, so a quotation never runs over it.
 */
export function bySection(article: Article, first: number, last: number): Passage[] {
  const passages: Passage[] = [];
  let start = first;
  for (let index = first; index <= last; index += 1) {
    const section = article.sentences[index]?.section;
    if (index === last || article.sentences[index + 1]?.section !== section) {
      passages.push({ article, first: start, last: index });
      start = index + 1;
    }
  }
  return passages;
}

/** The heading block of a passage's section, where it has one. */
export function headingOf({ article, first }: Passage): Block[] {
  const section = article.sections[article.sentences[first]?.section ?? -1];
  return section?.heading ? [{ kind: 'heading', text: section.heading }] : [];
}
