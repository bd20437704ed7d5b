// Splits an article into what its publisher's page prints in one piece.
import type { Article } from '../corpus/article.ts';
import { blocksOf } from '../corpus/blocks.ts';
import type { Span } from '../corpus/passage.ts';
import { furtherQuoteMarks } from '../corpus/quote-mark.ts';

/** A span of the article that begins and ends with what is printed. */
export interface Strip extends Span {
  /** How its further lines begin in the file, as in `TextBlock`. */
  readonly quoteDepth: number;
}

/** A paragraph, an item, a heading, a cell or a piece of code of the article's page. */
export interface PageBlock extends Strip {
  /** Its lines stay lines on the page. */
  readonly isCode: boolean;
  /** Where it begins in `PageText.folded`. */
  readonly at: number;
}

/** What is known of the words of the page that an article was taken from. */
export interface PageText {
  /**
   * All that the page is known to print, as `fold` makes it, a line a block: the title and the headings, which may stand in a
   * menu or a table of contents first, and then the article.
   */
  readonly folded: string;
  /** In the order of the article. */
  readonly blocks: readonly PageBlock[];
}

/** What is printed of a span of a block: no `>` before its further lines, one space for all white space. */
export function printed(text: string, { start, end }: Span, quoteDepth: number): string {
  const slice = text.slice(start, end);
  const words = quoteDepth > 0 ? slice.replace(furtherQuoteMarks(quoteDepth), '') : slice;
  return words.replace(/\s+/g, ' ');
}

/**
 * What two texts have in common that a browser takes for the same. It compares letters by the primary level of
 * Unicode's collation, without case and accents, quotation marks of any form, and no soft hyphens
 * (https://wicg.github.io/scroll-to-text-fragment/#find-a-range-from-a-node-list). This takes a few more for the same,
 * such as the vowel signs of Hindi: what is found but once so is found but once there.
 */
export function fold(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{DI}]/gu, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/ß/g, 'ss')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"');
}

/** The lines of a block as the file has them. */
export function linesWithin(text: string, { start, end, quoteDepth }: PageBlock): Strip[] {
  const slice = text.slice(start, end);
  const marks = quoteDepth > 0 ? furtherQuoteMarks(quoteDepth) : undefined;
  const words = marks ? slice.replace(marks, (mark) => ' '.repeat(mark.length)) : slice;
  return [...words.matchAll(/\S(?:[^\r\n]*\S)?/g)].map(({ index, 0: line }) => ({
    start: start + index,
    end: start + index + line.length,
    quoteDepth: 0,
  }));
}

/** A span of an article without white space and marks around it, by the blocks it begins and ends in, and where it is in `PageText.folded`. */
export interface PagePlace extends Span {
  /** Indexes into `PageText.blocks`. */
  readonly first: number;
  readonly last: number;
  readonly folded: Span;
}

/** Undefined where the page prints nothing of the span. */
export function placeOn({ blocks }: PageText, text: string, span: Span): PagePlace | undefined {
  const first = blocks.findIndex(({ end }) => end > span.start);
  const last = blocks.findLastIndex(({ start }) => start < span.end);
  const [opening, closing] = [blocks[first], blocks[last]];
  if (!opening || !closing || last < first) return undefined;
  const from = Math.max(opening.start, span.start);
  const slice = text.slice(from, Math.min(closing.end, span.end));
  if (slice.trim() === '') return undefined;
  const start = from + slice.length - slice.trimStart().length;
  const end = from + slice.trimEnd().length;
  const offset = ({ start, quoteDepth, at }: PageBlock, to: number) =>
    at + fold(printed(text, { start, end: to }, quoteDepth)).length;
  return { start, end, first, last, folded: { start: offset(opening, start), end: offset(closing, end) } };
}

const known = new WeakMap<Article, PageText>();

/** The words of an article's page, as far as the article tells; they are made once. */
export function pageTextOf(article: Article): PageText {
  const made = known.get(article) ?? pageText(article);
  known.set(article, made);
  return made;
}

function pageText({ title, text, lang }: Article): PageText {
  const parts = blocksOf(text, lang);
  const headings = parts.flatMap((part) => (part.kind === 'heading' ? [part.heading] : []));
  const lines = [title, ...headings].map((name) => fold(name.replace(/\s+/g, ' ')));
  let at = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const blocks = parts.flatMap((part) => {
    const quoteDepth = part.kind === 'heading' ? 0 : part.quoteDepth;
    return spansOf(text, part).map((span): PageBlock => {
      const line = fold(printed(text, span, quoteDepth));
      const block = { ...span, quoteDepth, isCode: part.kind === 'fence', at };
      lines.push(line);
      at += line.length + 1;
      return block;
    });
  });
  return { folded: lines.join('\n'), blocks };
}

/** What of a part is a block of the page, none of them empty: a heading without its marks, each cell of a row by itself. */
function spansOf(text: string, part: ReturnType<typeof blocksOf>[number]): Span[] {
  const own = text.slice(part.start, part.end);
  switch (part.kind) {
    case 'heading': {
      const start = part.start + own.indexOf(part.heading);
      return part.heading === '' ? [] : [{ start, end: start + part.heading.length }];
    }
    case 'row':
      return [...own.matchAll(/[^\s|](?:[^|]*[^\s|])?/g)].map(({ index, 0: cell }) => ({
        start: part.start + index,
        end: part.start + index + cell.length,
      }));
    default: {
      const start = part.start + own.length - own.trimStart().length;
      return own.trim() === '' ? [] : [{ start, end: start + own.trim().length }];
    }
  }
}
