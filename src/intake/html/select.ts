import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomElement, elementsOf, walk } from './dom.ts';

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
  // Readability replaces links to scripts, and the marks would be lost.
  for (const link of elementsOf(copy.documentElement ?? root, (one) =>
    /^\s*javascript:/i.test(one.getAttribute('href') ?? ''),
  ))
    link.setAttribute('href', '');
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
