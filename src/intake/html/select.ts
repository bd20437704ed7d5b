// Chooses the elements of the article.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type DomDocument, type DomElement, nameOf, walk } from './dom.ts';
import { leavingOf } from './left-out.ts';

/** Readability weighs each element against others; a page of this many takes seconds, and is no article of one author. */
const MOST_ELEMENTS = 60_000;
/** Readability goes down by recursion; deeper pages are read without it. */
const DEEPEST = 800;
const MARK = 'data-e';
/** What Readability judges elements by, besides their names and their text; `href` is kept where it leads into the page. */
const JUDGED = [
  'class',
  'id',
  'role',
  'rel',
  'itemprop',
  'property',
  'name',
  'content',
  'rowspan',
  'colspan',
  'summary',
  'datatable',
  'aria-modal',
];
const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'wbr',
  'area',
  'col',
  'embed',
  'source',
  'track',
]);
/** Without words, but Readability counts them. */
const COUNTED = new Set([
  'img',
  'picture',
  'input',
  'textarea',
  'select',
  'button',
  'embed',
  'object',
  'iframe',
  'video',
  'head',
  'title',
  'meta',
]);

/**
 * The elements of a page whose own text belongs to its article, as Readability chooses them on a copy; undefined where it
 * finds none.
 */
export function articleElements(page: DomDocument): ReadonlySet<DomElement> | undefined {
  const root = page.documentElement;
  const copied = root && copyOf(root);
  const chosen = copied && chosenFrom(copied.markup);
  if (!chosen) return undefined;
  const selected = new Set<DomElement>();
  walk(chosen, {
    enter(element) {
      for (const name of (element as unknown as { getAttributeNames(): string[] }).getAttributeNames()) {
        const original = name.startsWith(MARK) ? copied.elements[Number(name.slice(MARK.length))] : undefined;
        if (original) selected.add(original);
      }
      return true;
    },
  });
  return selected;
}

/**
 * A page as markup to choose from, without what is never read, each element with its number as the name of an attribute:
 * Readability copies attributes where it makes one element of two. Undefined where the page is too large or too deep for it.
 */
function copyOf(
  root: DomElement,
): { readonly markup: string; readonly elements: readonly DomElement[] } | undefined {
  const elements: DomElement[] = [];
  const copy: string[] = [];
  const open: { readonly name: string; readonly number: number }[] = [];
  let deepest = 0;
  walk(root, {
    enter(element) {
      const name = nameOf(element);
      const isEmpty = COUNTED.has(name) && name !== 'head' && name !== 'title';
      if (leavingOf(element) !== undefined && !COUNTED.has(name)) return false;
      copy.push('<', name, ' ', MARK, String(elements.length));
      elements.push(element);
      for (const attribute of JUDGED) {
        const value = element.getAttribute(attribute);
        if (value !== null)
          copy.push(' ', attribute, '="', value.replace(/&/g, '&amp;').replace(/"/g, '&quot;'), '"');
      }
      if (name === 'a' && /^\s*#/.test(element.getAttribute('href') ?? '')) copy.push(' href="#"');
      // It takes an image without an address for none.
      if (name === 'img') copy.push(' src="i.png"');
      copy.push('>');
      if (isEmpty || VOID.has(name)) {
        if (!VOID.has(name)) copy.push('</', name, '>');
        return false;
      }
      open.push({ name, number: elements.length - 1 });
      deepest = Math.max(deepest, open.length);
      return true;
    },
    leave() {
      copy.push('</', open.pop()?.name ?? '', '>');
    },
    text({ data }) {
      const text = data.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      // Readability makes a paragraph of the text in a division, puts it in the place of the division, and the mark is lost.
      const within = open.at(-1);
      if (within?.name === 'div' && text.trim() !== '')
        copy.push('<span ', MARK, String(within.number), '>', text, '</span>');
      else copy.push(text);
    },
  });
  if (elements.length > MOST_ELEMENTS || deepest > DEEPEST) return undefined;
  return { markup: copy.join(''), elements };
}

function chosenFrom(markup: string): DomElement | undefined {
  try {
    const options = { serializer: (node: unknown) => node, disableJSONLD: true };
    const read = new Chooser(parseHTML(markup).document as never, options as never).parse();
    return (read?.content ?? undefined) as DomElement | undefined;
  } catch {
    // Broken pages make it trip over missing parents.
    return undefined;
  }
}

/**
 * Readability without what is done to show an article: addresses and classes stay as they are, and styles are not parsed to
 * find hidden elements, which the copy does not hold. A version without these methods would be slower, no more.
 */
class Chooser extends Readability<unknown> {
  protected _isProbablyVisible(): boolean {
    return true;
  }
  protected _fixRelativeUris(): void {}
  protected _cleanClasses(): void {}
}
