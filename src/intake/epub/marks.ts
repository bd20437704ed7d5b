// Translates a book's markup into that of web pages.
import { type DomElement, elementsOf, nameOf, textOf } from '../html/dom.ts';

/** What a book marks by words that a web page does not know, told in those that the walker of web pages reads. */
export function translateMarks(root: DomElement, isHidden: (element: DomElement) => boolean): void {
  for (const element of elementsOf(root, isMarked)) {
    const types = typesOf(element);
    if (types.some((type) => NOTES.test(type)) || element.getAttribute('role') === 'doc-endnotes') {
      for (const note of listedIn(element)) note.setAttribute('epub:type', 'endnote');
    }
    const [meant] = types.filter((type) => MEANINGFUL.test(type));
    if (meant !== undefined && types.length > 1) element.setAttribute('epub:type', meant);
    if (isNumber(element, PAGE_NUMBER_CLASS, PAGE_NUMBER)) element.setAttribute('role', 'doc-pagebreak');
    else if (
      types.includes('backlink') ||
      element.getAttribute('role') === 'doc-backlink' ||
      isNumber(element, LINE_NUMBER_CLASS, LINE_NUMBER)
    ) {
      element.setAttribute('role', 'navigation');
    } else if (tokensOf(element).some((token) => BOILERPLATE.test(token))) {
      element.setAttribute('role', 'contentinfo');
    } else if (nameOf(element) === 'case' || isHidden(element)) element.setAttribute('hidden', '');
  }
}

/** Sections of notes, whose lists of them may say nothing of each. */
const NOTES = /^(?:footnotes|endnotes|rearnotes)$/;
const MEANINGFUL = /^(?:pagebreak|toc|landmarks|page-list|footnote|endnote|rearnote|note)$/;
/** Classes of page numbers, as Project Gutenberg and publishers' tools write them, where the text is one. */
const PAGE_NUMBER_CLASS = /^(?:pagenum(?:ber)?|page-?(?:break|number|num|no)|pg-?num|epub-pagebreak)$/i;
const PAGE_NUMBER = /^[[({]?\s*(?:p(?:g|age)?\.?\s*)?(?:\d{1,4}|[ivxlc]{1,8})\s*[\])}]?$/i;
/** Numbers of verses' lines, in the margin. */
const LINE_NUMBER_CLASS = /^(?:l(?:ine)?-?num(?:ber)?|lineno)$/i;
const LINE_NUMBER = /^\[?\d{1,5}\]?$/;
/** What Project Gutenberg puts around its books: its name and its license. */
const BOILERPLATE = /^(?:pg-boilerplate|pg-header|pg-footer)$/;

/** An alternative in another vocabulary (EPUB 3.0, `epub:switch`) has no marks; its default is read. */
function isMarked(element: DomElement): boolean {
  return (
    nameOf(element) === 'case' ||
    ['epub:type', 'role', 'class', 'id'].some((name) => element.getAttribute(name) !== null)
  );
}

/** The words of `epub:type`. */
export function typesOf(element: DomElement): readonly string[] {
  return (element.getAttribute('epub:type') ?? '').split(/\s+/).filter((type) => type !== '');
}

function tokensOf(element: DomElement): readonly string[] {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.split(/\s+/);
}

/** The items of lists in a section, not those of lists within an item. */
function listedIn(section: DomElement): readonly DomElement[] {
  const items = elementsOf(section, (element) => nameOf(element) === 'li');
  return items.filter((item) => !items.some((other) => other !== item && holds(other, item)));
}

function holds(outer: DomElement, inner: DomElement): boolean {
  for (let node = inner.parentNode; node; node = node.parentNode) if (node === outer) return true;
  return false;
}

function isNumber(element: DomElement, classes: RegExp, number: RegExp): boolean {
  if (!/^(?:span|a|div|p|small|sup)$/.test(nameOf(element))) return false;
  const isCalledOne = (element.getAttribute('class') ?? '').split(/\s+/).some((token) => classes.test(token));
  return isCalledOne && number.test(textOf(element).trim());
}

/** Whether a style sheet hides elements of this kind: read are rules for a class, an id or a name with a class. */
export function hiddenBy(styles: readonly string[]): (element: DomElement) => boolean {
  const selectors = new Set<string>();
  for (const style of styles) {
    // Rules for one kind of screen say nothing of what is printed on all.
    const rules = style
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    for (const [, heads = '', body = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(body)) continue;
      for (const head of heads.split(',')) {
        if (/^\s*[a-z\d]*[.#][\w-]+\s*$/i.test(head)) selectors.add(head.trim());
      }
    }
  }
  if (selectors.size === 0) return () => false;
  return (element) => {
    const name = nameOf(element);
    const id = element.getAttribute('id');
    const marks = (element.getAttribute('class') ?? '').split(/\s+/).map((token) => `.${token}`);
    if (id !== null) marks.push(`#${id}`);
    return marks.some((mark) => selectors.has(mark) || selectors.has(name + mark));
  };
}
