// Reads a book's table of contents.
import { archivePath } from '../archive-path.ts';
import { piecesOf, type SourceBlock } from '../document.ts';
import { type DomNode, elementsOf, isElement, nameOf, textOf as pageText, parsedPage } from '../html/dom.ts';
import { childOf, childrenOf, descendantsOf, parsedXml, textOf, type XmlElement, xmlText } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { typesOf } from './marks.ts';

/** An entry of a book's table of contents: what it is called, in which file, and how deep, from 1. */
export interface Entry {
  readonly label: string;
  readonly name: string;
  readonly depth: number;
}

/** A file as the manifest lists it. */
export interface Listed {
  readonly name: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

/** The table of contents, from the navigation document or from the NCX of EPUB 2; empty where none can be read. */
export function contentsOf(zip: Zip, items: readonly Listed[]): readonly Entry[] {
  const navigation = items.find(({ properties }) => properties.includes('nav'));
  const entries = navigation ? fromNavigation(textAt(zip, navigation.name), navigation.name) : [];
  if (entries.length > 0) return entries;
  const ncx = items.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  const root = ncx && parsedXml(textAt(zip, ncx.name));
  return ncx && root && 'value' in root ? fromNcx(childOf(root.value, 'ncx:navMap'), ncx.name, 1) : [];
}

function textAt(zip: Zip, name: string): string {
  const bytes = zip.read(name);
  const text = bytes && 'value' in bytes ? xmlText(bytes.value) : undefined;
  return text && 'value' in text ? text.value : '';
}

function fromNavigation(markup: string, file: string): readonly Entry[] {
  const root = parsedPage(markup).documentElement;
  const [toc] = root
    ? elementsOf(root, (element) => nameOf(element) === 'nav' && typesOf(element).includes('toc'))
    : [];
  if (!toc) return [];
  return elementsOf(toc, (element) => nameOf(element) === 'a').map((link) => {
    let depth = 0;
    for (let node: DomNode | null = link; node && node !== toc; node = node.parentNode) {
      if (isElement(node) && nameOf(node) === 'ol') depth += 1;
    }
    const name = archivePath(file, link.getAttribute('href') ?? '');
    return { label: pageText(link), name, depth: Math.max(1, depth) };
  });
}

function fromNcx(parent: XmlElement | undefined, file: string, depth: number): readonly Entry[] {
  return childrenOf(parent, 'ncx:navPoint').flatMap((point) => {
    const [content] = descendantsOf(point, 'ncx:content');
    const name = archivePath(file, content?.attributes.get('src') ?? '');
    const label = textOf(childOf(point, 'ncx:navLabel'));
    return [{ label, name, depth }, ...fromNcx(point, file, depth + 1)];
  });
}

/** A heading may be set as a number, a name and a subtitle. */
const MOST_PARAGRAPHS = 3;

/**
 * In a chapter that marks no headings, paragraphs that the table of contents leads to by their very words are some: books that
 * were converted set them as paragraphs in large type.
 */
export function withHeadings(
  blocks: readonly SourceBlock[],
  contents: readonly Entry[],
  name: string,
): readonly SourceBlock[] {
  const entries = new Map(
    contents.filter((entry) => entry.name === name).map(({ label, depth }) => [bare(label), depth]),
  );
  if (entries.size === 0 || blocks.some(({ kind }) => kind === 'heading')) return blocks;
  const levels = new Map<number, number>();
  for (const index of blocks.keys()) {
    let words = '';
    for (let next = index; next < index + MOST_PARAGRAPHS; next += 1) {
      const block = blocks[next];
      if (block?.kind !== 'paragraph') break;
      words += bare(piecesOf(block).join(''));
      const depth = words === '' ? undefined : entries.get(words);
      if (depth === undefined) continue;
      for (let at = index; at <= next; at += 1) levels.set(at, depth);
      entries.delete(words);
      break;
    }
  }
  return blocks.map((block, index) => {
    const level = levels.get(index);
    return level !== undefined && block.kind === 'paragraph'
      ? { kind: 'heading', level, pieces: block.pieces }
      : block;
  });
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
