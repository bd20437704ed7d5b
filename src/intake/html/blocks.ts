// Reads the blocks of a page.
import { type LeftOut, type LeftOutKind, type Pieces, piecesOf, type SourceBlock } from '../document.ts';
import { fenceOf } from './code.ts';
import { type DomElement, holds, isElement, nameOf, textOf, walk } from './dom.ts';
import { isBlock } from './flow.ts';
import { leavingOf } from './left-out.ts';
import { createRun } from './run.ts';
import { rowsOf } from './tables.ts';

/** Signs between sections and between links, and drawn ones; `?!` and `…` are said by somebody. */
const ORNAMENT = /^[^\p{L}\p{N}?!…。]+$/u;
const CONTENTS_HEADING =
  /^(?:table of )?contents:?$|^(?:on|in) this (?:page|article|section):?$|^(?:inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|contenido|indice|sommario|inhoud(?:sopgave)?|spis treści|содержание|оглавление|目次|目录|目錄|차례|목차):?$/i;
/** In characters: leads of newspapers are marked as headings, but name no section. The longest headings of law reviews have fewer. */
const LONGEST_HEADING = 160;

interface Item {
  readonly depth: number;
  readonly number?: number;
  isOpen: boolean;
}

interface List {
  readonly step: number;
  next: number | undefined;
}

/** Which elements' own text is read; all where it is not given. */
export type IsSelected = (element: DomElement) => boolean;

/**
 * The blocks of a part of a page or of a chapter, in reading order, and what of it is not read: images, forms, hidden text,
 * navigation, tables of contents. White space outside of code is one space; line feeds are the page's own line breaks.
 */
export function blocksOfElement(
  root: DomElement,
  isSelected: IsSelected = () => true,
): { readonly blocks: readonly SourceBlock[]; readonly leftOut: readonly LeftOut[] } {
  const blocks: SourceBlock[] = [];
  const leftOut: LeftOut[] = [];
  const run = createRun();
  const lists: List[] = [];
  const items: Item[] = [];
  let quotes = 0;
  let notes = 0;
  let level: number | undefined;
  let unselected: string[] = [];

  const leave = (what: LeftOutKind, text: string) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    // Empty forms and hidden places are nothing that a reader misses; images have no words.
    if (plain !== '' || what === 'image' || what === 'badge') leftOut.push({ what, text: plain });
  };
  const quoteDepth = () => (quotes > 0 ? { quoteDepth: quotes } : {});
  const tellUnselected = () => {
    const text = unselected.join('');
    unselected = [];
    if (text.trim() !== '') leave('surroundings', text);
  };
  const flush = () => {
    for (const pieces of run.take()) push(pieces);
  };
  const push = (pieces: Pieces) => {
    const text = pieces.join('').trim();
    if (ORNAMENT.test(text)) {
      leave('surroundings', text);
      return;
    }
    const item = items.at(-1);
    if (notes > 0) blocks.push({ kind: 'note', pieces });
    else if (level !== undefined && quotes === 0 && !isSentence(text)) {
      blocks.push({ kind: 'heading', level, pieces });
      if (item) item.isOpen = false;
    } else if (item?.isOpen) {
      const { depth, number } = item;
      blocks.push({ kind: 'item', pieces, depth, ...(number !== undefined && { number }), ...quoteDepth() });
      item.isOpen = false;
    } else blocks.push({ kind: 'paragraph', pieces, ...quoteDepth() });
  };
  const openItem = (element: DomElement) => {
    const list = lists.at(-1);
    const value = Number.parseInt(element.getAttribute('value') ?? '', 10);
    const number = list?.next === undefined ? undefined : Number.isNaN(value) ? list.next : value;
    if (list && number !== undefined) list.next = number + list.step;
    items.push({
      depth: Math.max(0, lists.length - 1),
      ...(number !== undefined && { number }),
      isOpen: true,
    });
  };

  const enter = (element: DomElement): boolean => {
    const name = nameOf(element);
    const leaving = leavingOf(element);
    if (leaving !== undefined) {
      if (leaving !== 'untold') leave(leaving, textOf(element));
      if (isBlock(element, name)) flush();
      else run.interrupt();
      return false;
    }
    if (name === 'br') run.breakLine();
    if (!isBlock(element, name)) return true;
    flush();
    if (name === 'pre' || name === 'xmp' || name === 'listing' || name === 'plaintext') {
      if (!holds(element, isSelected)) unselected.push(textOf(element));
      else blocks.push(...fenceOf(element, quoteDepth()));
      return false;
    }
    const read = name === 'table' ? rowsOf(element, quotes) : undefined;
    if (read && holds(element, isSelected)) {
      blocks.push(...read.blocks);
      leftOut.push(...read.leftOut);
      return false;
    }
    if (name === 'blockquote') quotes += 1;
    else if (name === 'ul' || name === 'dir') lists.push({ step: 1, next: undefined });
    else if (name === 'ol') lists.push(numberedList(element));
    else if (name === 'li') openItem(element);
    else if (/^h[1-6]$/.test(name)) level = Number(name.charAt(1));
    if (isNote(element)) notes += 1;
    return true;
  };
  const exit = (element: DomElement) => {
    const name = nameOf(element);
    if (!isBlock(element, name)) return;
    flush();
    if (name === 'blockquote') quotes -= 1;
    else if (name === 'ul' || name === 'dir' || name === 'ol') lists.pop();
    else if (name === 'li') items.pop();
    else if (/^h[1-6]$/.test(name)) level = undefined;
    if (isNote(element)) notes -= 1;
  };

  walk(root, {
    enter,
    leave: exit,
    text({ data, parentNode }) {
      const isBlank = data.trim() === '';
      // Blank space parts words, whoever's it is.
      if (isBlank || (parentNode !== null && isElement(parentNode) && isSelected(parentNode))) {
        if (unselected.length > 0 && !isBlank) tellUnselected();
        run.add(data);
      } else {
        unselected.push(data, ' ');
        run.interrupt();
      }
    },
  });
  flush();
  tellUnselected();
  return withoutContentsHeadings(blocks, leftOut);
}

/** Without the headings of tables of contents that were left out or are written by scripts. */
function withoutContentsHeadings(blocks: readonly SourceBlock[], leftOut: readonly LeftOut[]) {
  const isDropped = blocks.map((block, at) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return false;
    return CONTENTS_HEADING.test(piecesOf(block).join('').trim()) && blocks[at + 1]?.kind !== 'item';
  });
  const dropped = blocks.filter((_, at) => isDropped[at]);
  return {
    blocks: blocks.filter((_, at) => !isDropped[at]),
    leftOut: [
      ...leftOut,
      ...dropped.map((block) => ({ what: 'contents' as const, text: piecesOf(block).join('').trim() })),
    ],
  };
}

function numberedList(list: DomElement): List {
  const isReversed = list.getAttribute('reversed') !== null;
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
  if (!Number.isNaN(start)) return { step: isReversed ? -1 : 1, next: start };
  let count = 0;
  for (let node = list.firstChild; node; node = node.nextSibling)
    if (isElement(node) && nameOf(node) === 'li') count += 1;
  return isReversed ? { step: -1, next: count } : { step: 1, next: 1 };
}

/** A foot or end note of an electronic book (EPUB Structural Semantics 1.1, DPUB-ARIA 1.1). */
function isNote(element: DomElement): boolean {
  const type = element.getAttribute('epub:type') ?? '';
  const role = element.getAttribute('role') ?? '';
  return /^(?:footnote|endnote|rearnote|note)$/.test(type) || /^doc-(?:footnote|endnote)$/.test(role);
}

function isSentence(text: string): boolean {
  return text.length > LONGEST_HEADING && /[.!?…。！？]["'”’»)]*$/u.test(text);
}
