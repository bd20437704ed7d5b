import { createHash } from 'node:crypto';
import type { Article, Section, Sentence } from './article.ts';
import { blocksOf } from './blocks.ts';
import { noteMarksIn } from './note-marks.ts';
import { splitSentences } from './sentences.ts';
import { writtenWordsOf } from './written-words.ts';

/** What is told of an article; the rest follows from its text. */
export interface ArticleParts
  extends Pick<Article, 'id' | 'title' | 'publisher' | 'lang' | 'text' | 'via' | 'published' | 'url'> {
  readonly aliases?: Article['aliases'];
}

/** Builds an article: finds its sections and sentences and takes the sha256 of its text. Checks nothing. */
export function articleFrom(parts: ArticleParts): Article {
  const { sections, sentences } = splitArticle(parts.text, parts.lang);
  return {
    aliases: new Map(),
    ...parts,
    sections,
    sentences,
    revision: createHash('sha256').update(parts.text, 'utf8').digest('hex'),
  };
}

/** Sections and sentences of a Markdown text. A text that opens without a heading opens with a section without one. */
function splitArticle(text: string, lang: string): Pick<Article, 'sections' | 'sentences'> {
  const sections: { heading: string; first: number; end: number }[] = [];
  const sentences: Sentence[] = [];
  const open = (heading: string): number =>
    sections.push({ heading, first: sentences.length, end: sentences.length }) - 1;

  const written = writtenWordsOf(text);
  for (const part of blocksOf(text, lang)) {
    if (part.kind === 'heading') {
      open(part.heading);
      continue;
    }
    const section = sections.length === 0 ? open('') : sections.length - 1;
    for (const { start, end } of splitSentences(text.slice(part.start, part.end), lang, written)) {
      const from = part.start + start;
      const to = part.start + end;
      sentences.push({ start: from, end: to, section, marks: noteMarksIn(text.slice(from, to), from) });
    }
    const current: { end: number } | undefined = sections[section];
    if (current) current.end = sentences.length;
  }
  return { sections: sections satisfies Section[], sentences };
}
