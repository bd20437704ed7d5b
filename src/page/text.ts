// An article's text as HTML: paragraphs, items, block quotes, code and rows, with every sentence in an element of its own.
import type { Article, Sentence } from '../corpus/article.ts';
import { blocksOf, type Heading, type TextBlock } from '../corpus/blocks.ts';
import { furtherQuoteMarks } from '../corpus/quote-mark.ts';
import { type Html, html } from './html.ts';

/** A range of sentences, from 0, inclusive. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Shows one sentence; `words` is its slice, as it is displayed. */
export type ShowSentence = (index: number, words: Html) => Html;

/**
 * The sentences of a range, with the headings that stand between them. What stands between two sentences of one block is shown as it is;
 * between blocks stands nothing but their order. All words are slices of the text.
 */
export function textOf(article: Article, range: Range, show: ShowSentence): Html {
  return shownPieces(betweenBlocks(piecesOf(article, range)), article, show);
}

/** A stretch of an article's text: whole blocks, and the headings before and between them. */
export interface Stretch extends Range {
  readonly shown: Html;
}

/** All of an article in stretches that begin with a heading or a paragraph and have `most` sentences or a few more. */
export function stretchesOf(article: Article, show: ShowSentence, most: number): readonly Stretch[] {
  const stretches: Piece[][] = [];
  let sentences = 0;
  for (const piece of piecesOf(article, { first: 0, last: article.sentences.length - 1 })) {
    const isList = piece.kind === 'block' && markerOf(piece.block, article.text) !== undefined;
    const current = stretches.at(-1);
    // A heading stays with what it heads.
    const isBegun = current?.at(-1)?.kind === 'heading';
    if (current && (sentences < most || isList || isBegun)) {
      current.push(piece);
    } else {
      stretches.push([piece]);
      sentences = 0;
    }
    if (piece.kind === 'block') sentences += piece.last - piece.first + 1;
  }
  return stretches.map((pieces) => {
    const blocks = pieces.filter((piece): piece is Block => piece.kind === 'block');
    return {
      first: blocks[0]?.first ?? 0,
      last: blocks.at(-1)?.last ?? -1,
      shown: shownPieces(pieces, article, show),
    };
  });
}

function piecesOf(article: Article, range: Range): readonly Piece[] {
  const { text, sentences } = article;
  const pieces: Piece[] = [];
  let next = 0;
  for (const block of blocksOf(text, article.lang)) {
    if (block.kind === 'heading') {
      pieces.push({ kind: 'heading', block });
      continue;
    }
    const from = next;
    while ((sentences[next]?.start ?? Number.POSITIVE_INFINITY) < block.end) next += 1;
    const first = Math.max(from, range.first);
    const last = Math.min(next - 1, range.last);
    if (first <= last) pieces.push({ kind: 'block', block, first, last });
  }
  return pieces;
}

function shownPieces(pieces: readonly Piece[], article: Article, show: ShowSentence): Html {
  return html`${grouped(pieces).map((group) => groupOf(group, article, show))}`;
}

type Piece =
  | { readonly kind: 'heading'; readonly block: Heading }
  | { readonly kind: 'block'; readonly block: TextBlock; readonly first: number; readonly last: number };
type Block = Extract<Piece, { kind: 'block' }>;

/** Headings before the first block and behind the last one are of other text. */
function betweenBlocks(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findIndex(({ kind }) => kind === 'block');
  return pieces.slice(from, pieces.findLastIndex(({ kind }) => kind === 'block') + 1);
}

/** Blocks that follow one another in block quotes of one depth. */
interface Group {
  readonly depth: number;
  readonly pieces: Piece[];
}

function grouped(pieces: readonly Piece[]): readonly Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const depth = piece.kind === 'block' ? piece.block.quoteDepth : 0;
    const group = groups.at(-1);
    if (group?.depth === depth) group.pieces.push(piece);
    else groups.push({ depth, pieces: [piece] });
  }
  return groups;
}

function groupOf({ depth, pieces }: Group, article: Article, show: ShowSentence): Html {
  let shown = html`${listed(pieces, article, show)}`;
  for (let level = 0; level < depth; level += 1) shown = html`<blockquote dir="auto">${shown}</blockquote>`;
  return shown;
}

/** Items that follow one another are a list. */
function listed(pieces: readonly Piece[], article: Article, show: ShowSentence): Html[] {
  const shown: Html[] = [];
  let items: Html[] = [];
  const close = () => {
    if (items.length > 0) shown.push(html`<div role="list">${items}</div>`);
    items = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'heading') {
      close();
      shown.push(headingOf(piece.block));
      continue;
    }
    const marker = markerOf(piece.block, article.text);
    const block = blockOf(piece, article, show);
    if (marker === undefined) {
      close();
      shown.push(block);
    } else {
      items.push(html`<div role="listitem"><span class="marker">${marker}</span><div>${block}</div></div>`);
    }
  }
  close();
  return shown;
}

/** The title of a page is its only heading of the first level. */
function headingOf({ heading, level }: Heading): Html {
  const words = html`<span dir="auto">${heading}</span>`;
  switch (Math.min(level, 4)) {
    case 1:
    case 2:
      return html`<h2>${words}</h2>`;
    case 3:
      return html`<h3>${words}</h3>`;
    default:
      return html`<h4>${words}</h4>`;
  }
}

/** What opens a list item, as the file prints it: a dash, a number. */
function markerOf({ start }: TextBlock, text: string): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const marker = /(?:^|[\s>])([-*+•]|\d{1,3}[.)])[ \t]+$/.exec(line)?.[1];
  return marker !== undefined && /^[-*+]$/.test(marker) ? '•' : marker;
}

function blockOf({ block, first, last }: Block, article: Article, show: ShowSentence): Html {
  const { text, sentences } = article;
  const marks = block.quoteDepth > 0 ? furtherQuoteMarks(block.quoteDepth) : undefined;
  const displayed = (start: number, end: number) => {
    const slice = text.slice(start, end);
    return marks ? slice.replace(marks, '') : slice;
  };
  const parts: Html[] = [];
  for (let index = first; index <= last; index += 1) {
    const { start, end } = sentences[index] as Sentence;
    const gapFrom = index > first ? (sentences[index - 1]?.end ?? start) : start;
    parts.push(html`${displayed(gapFrom, start)}`, show(index, html`${displayed(start, end)}`));
  }
  switch (block.kind) {
    case 'fence':
      return html`<pre dir="ltr" tabindex="0">${parts}</pre>`;
    case 'row':
      return html`<p class="row" dir="auto">${parts}</p>`;
    case 'prose':
      return html`<p dir="auto">${parts}</p>`;
  }
}
