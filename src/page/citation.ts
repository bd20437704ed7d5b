// How a passage is cited: as plain text, in Markdown, and for BibTeX.
import { type Passage, quoteMarksIn, sectionOf, spanOf, without } from '../corpus/passage.ts';
import { publicationOf } from '../reply/attribution.ts';
import type { Words } from '../reply/words.ts';

export interface Citation {
  readonly text: string;
  readonly markdown: string;
  readonly bibtex: string;
}

/** @param address Where the passage can be read: at the publisher, or else its page. */
export function citationOf(passage: Passage, address: string, words: Words): Citation {
  const { article, first, last } = passage;
  const { title, id } = article;
  const { publisher, via, published, retrieved } = publicationOf(article);
  const quotation = wordsOf(passage).replace(/\s+/g, ' ');
  const { heading } = sectionOf(passage);
  const place = [heading, words.place.sentences(first + 1, last + 1)]
    .filter((part) => part !== '')
    .join(', ');
  const publication = words.place.publication({ publisher, via, published, retrieved });
  const key = `${id.replace(/[^a-z0-9]+/gi, '-').replace(/^-+|-+$/g, '') || 'article'}-s${first + 1}`;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0];
  const entries = [
    ['title', title],
    ['organization', via ? `${publisher}, via ${via}` : publisher],
    ['date', day],
    ['urldate', retrieved],
    ['note', `${place}: ${quotation}`],
  ].flatMap(([name, value]) => (value ? [`  ${name} = {${escapeLatex(value)}},`] : []));
  return {
    text: `“${quotation}” ${title}. ${publication}. ${place}. ${address}`,
    markdown: [
      `> ${escapeMarkdown(quotation)}`,
      '',
      `— [${escapeMarkdown(title)}](<${address}>), ${escapeMarkdown(publication)}, ${escapeMarkdown(place)}`,
    ].join('\n'),
    bibtex: [
      `@online{${key},`,
      ...entries,
      `  url = {${address.replace(/[\\{}]/g, encodeURIComponent)}},`,
      '}',
    ].join('\n'),
  };
}

/** What is displayed of a passage, without the marks of block quotes before its further lines. */
function wordsOf(passage: Passage): string {
  const span = spanOf(passage);
  return without(passage.article.text, span, quoteMarksIn(passage, span)).text;
}

/** What CommonMark and GFM would take for marks within a line, and at its start. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** The ten characters that mean something to LaTeX, where biber and bibtex hand a value on. */
function escapeLatex(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (character) => LATEX[character] ?? character);
}
