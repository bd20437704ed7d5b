// Builds an article from its parts.
import type { Article, Section, Sentence } from './article.ts';
import { blocksOf, type TextBlock } from './blocks.ts';
import { cutAt, type Piece, saysSomething } from './long-sentences.ts';
import { noteMarksIn } from './note-marks.ts';
import { furtherQuoteMarks } from './quote-mark.ts';
import { splitSentences } from './sentences.ts';
import { sha256 } from './sha256.ts';
import { type WrittenWords, writtenWordsOf } from './written-words.ts';

/** What is told of an article; the rest follows from its text. */
export interface ArticleParts
  extends Pick<
    Article,
    | 'id'
    | 'title'
    | 'publisher'
    | 'lang'
    | 'text'
    | 'via'
    | 'published'
    | 'url'
    | 'retrieved'
    | 'source'
    | 'sourceSha256'
    | 'sourceEtag'
    | 'sourceModified'
    | 'quoteAtMost'
    | 'republish'
  > {
  readonly aliases?: Article['aliases'];
}

/** Builds an article: finds its sections and sentences and takes the sha256 of its text. Checks nothing. */
export function articleFrom(parts: ArticleParts): Article {
  const { sections, sentences } = splitArticle(parts.text, parts.lang);
  const revision = sha256(parts.text);
  return {
    aliases: new Map(),
    ...parts,
    sections,
    sentences,
    revision,
    edition: sha256(`${revision}:${sentences.map(({ start, end }) => `${start}-${end}`).join()}`).slice(0, 8),
  };
}

/** Ends of lines, and of cells. */
const LINE_END = /(?:\r\n|\r|\n)/g;
const CELL_END = /\|[ \t]*/g;

/** The sentences of a block, as offsets into `text`. A fence or a row is one, unless it is too long. */
function splitBlock(block: TextBlock, text: string, lang: string, written: WrittenWords): readonly Piece[] {
  const whole = text.slice(block.start, block.end);
  // Marks that nothing is said with: an empty row, the `-->` of a comment.
  if (!saysSomething(whole)) return [];
  switch (block.kind) {
    case 'fence':
      return cutAt(text, block, LINE_END);
    case 'row': {
      const start = block.end - whole.trimStart().length;
      return cutAt(text, { start, end: start + whole.trim().length }, CELL_END);
    }
    case 'prose': {
      const blank = (mark: string) => ' '.repeat(mark.length);
      const { quoteDepth } = block;
      const words = quoteDepth > 0 ? whole.replace(furtherQuoteMarks(quoteDepth), blank) : whole;
      return splitSentences(words, lang, written).map((piece) => ({
        ...piece,
        start: block.start + piece.start,
        end: block.start + piece.end,
      }));
    }
  }
}

/** Sections and sentences of a Markdown text. A text that opens without a heading opens with a section without one. */
function splitArticle(text: string, lang: string): Pick<Article, 'sections' | 'sentences'> {
  const sections: { heading: string; level?: number; first: number; end: number }[] = [];
  const sentences: Sentence[] = [];
  const open = (heading: string, level?: number): number =>
    sections.push({ heading, ...(level && { level }), first: sentences.length, end: sentences.length }) - 1;

  const written = writtenWordsOf(text);
  for (const part of blocksOf(text, lang)) {
    if (part.kind === 'heading') {
      open(part.heading, part.level);
      continue;
    }
    const section = sections.length === 0 ? open('') : sections.length - 1;
    splitBlock(part, text, lang, written).forEach(({ start, end, isCut }, at) => {
      sentences.push({
        start,
        end,
        section,
        opens: at === 0,
        ...(part.kind === 'prose' ? {} : { form: part.kind }),
        ...(part.quoteDepth > 0 ? { quoteDepth: part.quoteDepth } : {}),
        ...(isCut ? { isCut } : {}),
        marks: part.kind === 'fence' ? [] : noteMarksIn(text.slice(start, end), start),
      });
    });
    const current: { end: number } | undefined = sections[section];
    if (current) current.end = sentences.length;
  }
  return { sections: sections satisfies Section[], sentences };
}
