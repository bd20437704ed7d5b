import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomElement, type DomNode, elementsOf, isText, nameOf, walk } from './dom.ts';

/** Beyond this an element of a page is taken apart faster than it is judged; the longest articles of a library of books have fewer. */
const MOST_ELEMENTS = 60_000;
/** Readability goes down by recursion; deeper pages are read without it. */
const DEEPEST = 800;
const MARK = 'data-element-';

/**
 * The elements of a page whose own text belongs to its article, as Readability chooses them on a copy; undefined where it
 * finds none. The page itself stays as it is but for numbered marks.
 */
export function articleElements(page: DomDocument): ReadonlySet<DomElement> | undefined {
  const root = page.documentElement;
  const elements = root ? elementsOf(root, () => true) : [];
  if (!root || elements.length > MOST_ELEMENTS || depthOf(root) > DEEPEST) return undefined;
  // A name of its own for each: Readability copies attributes where it makes one element of two.
  elements.forEach((element, at) => {
    element.setAttribute(`${MARK}${at}`, '');
  });
  const copy = (page as unknown as { cloneNode(deep: boolean): DomDocument }).cloneNode(true);
  const copies = elementsOf(copy.documentElement ?? root, () => true);
  copies.forEach((element, at) => {
    keepMarks(element, `${MARK}${at}`);
  });
  const chosen = chosenFrom(copy);
  if (!chosen) return undefined;
  const selected = new Set<DomElement>();
  walk(chosen, {
    enter(element) {
      for (const name of (element as unknown as { getAttributeNames(): string[] }).getAttributeNames()) {
        if (!name.startsWith(MARK)) continue;
        const original = elements[Number(name.slice(MARK.length))];
        if (original) selected.add(original);
      }
      return true;
    },
  });
  return selected;
}

/** Where Readability would put other elements in the place of marked ones, gives them no cause or another mark. */
function keepMarks(element: DomElement, mark: string): void {
  const name = nameOf(element);
  // It replaces links to scripts.
  if (name === 'a' && /^\s*javascript:/i.test(element.getAttribute('href') ?? ''))
    element.setAttribute('href', '');
  if (name !== 'div') return;
  // It makes a paragraph of the text in a division, and puts it in the place of the division.
  for (
    let node = element.firstChild as EditedNode | null;
    node;
    node = node.nextSibling as EditedNode | null
  ) {
    if (!isText(node) || node.data.trim() === '') continue;
    const span = (
      element as unknown as { ownerDocument: { createElement(name: string): EditedNode } }
    ).ownerDocument.createElement('span');
    (span as unknown as DomElement).setAttribute(mark, '');
    node.replaceWith(span);
    span.appendChild(node);
    node = span;
  }
}

/** A node of the copy, which may be changed. */
interface EditedNode extends DomNode {
  replaceWith(other: DomNode): void;
  appendChild(other: DomNode): void;
}

function chosenFrom(copy: DomDocument): DomElement | undefined {
  try {
    const options = { serializer: (node: unknown) => node, disableJSONLD: true };
    const read = new Readability(copy as never, options as never).parse();
    return (read?.content ?? undefined) as DomElement | undefined;
  } catch {
    // Broken pages make it trip over missing parents.
    return undefined;
  }
}

function depthOf(root: DomElement): number {
  let [depth, deepest] = [0, 0];
  walk(root, {
    enter() {
      depth += 1;
      deepest = Math.max(deepest, depth);
      return true;
    },
    leave() {
      depth -= 1;
    },
  });
  return deepest;
}
