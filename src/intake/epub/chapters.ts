// Reads the chapters of a book.
import { isContentsCaption } from '../contents-caption.ts';
import { type LeftOut, type LeftOutKind, piecesOf, type SourceBlock } from '../document.ts';
import { blocksOfElement } from '../html/blocks.ts';
import { type DomElement, elementsOf, nameOf, parsedPage, textOf } from '../html/dom.ts';
import { withHeadings } from './contents.ts';
import { hiddenBy, translateMarks, typesOf } from './marks.ts';
import type { Chapter, Publication } from './publication.ts';

/** The text of a book: its chapters in order, and what is no text of it. */
export function blocksOfBook({ chapters, contents, styles }: Publication): {
  readonly blocks: readonly SourceBlock[];
  readonly leftOut: readonly LeftOut[];
} {
  const blocks: SourceBlock[] = [];
  const leftOut: LeftOut[] = [];
  const isHidden = hiddenBy(styles);
  const leave = (what: LeftOutKind, root: DomElement) => {
    const text = bodyText(root);
    if (text !== '') leftOut.push({ what, text });
  };
  const names = new Set(chapters.map(({ name }) => name.replace(/^.*\//, '')));
  for (const chapter of chapters) {
    const root = parsedPage(chapter.markup).documentElement;
    if (!root) continue;
    if (isContents(root, chapter, names)) {
      leave('contents', root);
      continue;
    }
    translateMarks(root, isHidden);
    const read = blocksOfElement(root);
    if (isIndex(read.blocks)) {
      leave('contents', root);
      continue;
    }
    const isNotes = holdsNotes(root, chapter);
    if (!chapter.isLinear && !isNotes && read.blocks.every(({ kind }) => kind !== 'note')) {
      leave('surroundings', root);
    } else if (isTitlePage(root, chapter) && !read.blocks.some(isProse)) {
      leave('surroundings', root);
    } else {
      blocks.push(...withHeadings(read.blocks, contents, chapter.name));
      leftOut.push(...read.leftOut);
    }
  }
  return { blocks, leftOut };
}

/** What leads to other places of a book: a navigation document, a table of contents, a list of figures, an index. */
const CONTENTS = new Set(['nav', 'toc', 'landmarks', 'page-list', 'loi', 'lot', 'index']);
const TITLE_PAGE = new Set(['cover', 'cover-image', 'title-page', 'titlepage', 'halftitlepage', 'halftitle']);
const NOTES = new Set(['footnotes', 'endnotes', 'rearnotes', 'notes']);
/** A page of links to at least so many chapters is a table of contents if hardly anything else stands there. */
const FEWEST_LINKS = 3;
const SHARE_OF_LINKS = 0.7;

function isContents(root: DomElement, { roles }: Chapter, names: ReadonlySet<string>): boolean {
  if (roles.has('nav') || rolesWithin(root).some((role) => CONTENTS.has(role))) return true;
  const links = elementsOf(root, (element) => nameOf(element) === 'a' && leadsTo(element, names));
  const linked = links.reduce((sum, link) => sum + lettersOf(textOf(link)), 0);
  const captions = elementsOf(root, (element) => /^(?:h[1-6]|p)$/.test(nameOf(element)))
    .map(textOf)
    .filter(isContentsCaption);
  const captioned = captions.reduce((sum, words) => sum + lettersOf(words), 0);
  const share = linked / Math.max(1, lettersOf(bodyText(root)) - captioned);
  if ([...roles].some((role) => CONTENTS.has(role))) return share > SHARE_OF_LINKS / 2;
  return (links.length >= FEWEST_LINKS || captions.length > 0) && share > SHARE_OF_LINKS;
}

/** What a document is called as a whole: by its body, or by the one element in it. */
function rolesWithin(root: DomElement): readonly string[] {
  const [body] = elementsOf(root, (element) => nameOf(element) === 'body');
  const roles: string[] = [];
  let element: DomElement | undefined = body;
  while (element) {
    roles.push(...typesOf(element), (element.getAttribute('role') ?? '').replace(/^doc-/, ''));
    const parent: DomElement = element;
    const children = elementsOf(parent, (child) => child.parentNode === parent);
    element = children.length === 1 ? children[0] : undefined;
  }
  return roles.filter((role) => role !== '');
}

/** An index ends its entries with numbers of pages; a chapter of that many entries has no sentences. */
const FEWEST_ENTRIES = 20;
const SHARE_OF_ENTRIES = 0.6;
const ENTRY = /,\s*[\divxlc]+(?:[–-]\d+)?[a-z]?$|^\S[^.]*\. See (?:also )?\S/i;

function isIndex(blocks: readonly SourceBlock[]): boolean {
  const texts = blocks
    .filter(({ kind }) => kind === 'item' || kind === 'paragraph')
    .map((block) => piecesOf(block).join('').trim());
  return (
    texts.length >= FEWEST_ENTRIES &&
    texts.filter((text) => ENTRY.test(text)).length >= SHARE_OF_ENTRIES * texts.length
  );
}

function leadsTo(link: DomElement, names: ReadonlySet<string>): boolean {
  const file = (link.getAttribute('href') ?? '').replace(/#.*$/, '').replace(/^.*\//, '');
  return names.has(file);
}

function holdsNotes(root: DomElement, { roles }: Chapter): boolean {
  return [...roles, ...rolesWithin(root)].some((role) => NOTES.has(role));
}

function isTitlePage(root: DomElement, { roles }: Chapter): boolean {
  return [...roles, ...rolesWithin(root)].some((role) => TITLE_PAGE.has(role));
}

/** A sentence of some length, as title pages have none: longer than the name of a press with its place. */
function isProse(block: SourceBlock): boolean {
  const words = piecesOf(block).join('').trim();
  return block.kind !== 'heading' && words.length > 80 && /[.!?。！？…][”"’')]?$/.test(words);
}

function bodyText(root: DomElement): string {
  const [body] = elementsOf(root, (element) => nameOf(element) === 'body');
  return textOf(body ?? root)
    .replace(/\s+/g, ' ')
    .trim();
}

function lettersOf(text: string): number {
  return text.replace(/[^\p{L}]/gu, '').length;
}
