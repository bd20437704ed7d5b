// The part of the DOM that is used.
import { parseHTML } from 'linkedom';

/** What is read of a node of a parsed page; linkedom's nodes are such. */
export interface DomNode {
  readonly nodeType: number;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
}

export interface DomText extends DomNode {
  readonly data: string;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

/** Walk its root: linkedom does not link what stands beside it. */
export interface DomDocument {
  readonly documentElement: DomElement | null;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;

/** Text, in a CDATA section too. */
export const isText = (node: DomNode): node is DomText => node.nodeType === 3 || node.nodeType === 4;

/** The name of an element in lower case, without a prefix of XML: `p`. */
export function nameOf({ localName }: DomElement): string {
  return localName.slice(localName.indexOf(':') + 1).toLowerCase();
}

/** Elements that have no end tag (HTML Living Standard, 13.1.2). */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen'.split(
    ' ',
  ),
);

/** Parses a page, or a chapter in XHTML, whose tags may close themselves: `<a id="p1"/>`. Throws nothing for any text. */
export function parsedPage(markup: string): DomDocument {
  const html = isXhtml(markup) ? withEndTags(markup) : markup;
  // Without a root, linkedom would take the first element for it.
  const hasRoot = /<html[\s>]/i.test(html);
  return parseHTML(hasRoot ? html : `<html><body>${html}</body></html>`).document as unknown as DomDocument;
}

function isXhtml(markup: string): boolean {
  const opening = markup.slice(0, 1024);
  return /^\s*<\?xml/.test(opening) || /<html[^>]*\bxmlns=/i.test(opening);
}

/** HTML knows no tag that closes itself: `<title/>` would swallow what follows. */
function withEndTags(markup: string): string {
  return markup.replace(
    /<([a-z][\w:.-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi,
    (tag, name, attributes) =>
      VOID.has(String(name).toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
  );
}

/** What `walk` calls; `enter` says whether to go into an element, or to stop walking. */
export interface Visit {
  text?(text: DomText): void;
  enter?(element: DomElement): boolean | 'stop';
  /** Of each element that was gone into. */
  leave?(element: DomElement): void;
}

/** Walks a subtree in document order, its root too; without recursion, since pages nest ten thousand deep. */
export function walk(root: DomNode, visit: Visit): void {
  let node: DomNode | null = root;
  while (node) {
    let isEntered: boolean | 'stop' = false;
    if (isElement(node)) isEntered = visit.enter?.(node) ?? true;
    else if (isText(node)) visit.text?.(node);
    else isEntered = node.nodeType === FRAGMENT;
    if (isEntered === 'stop') return;
    const child: DomNode | null = isEntered ? node.firstChild : null;
    if (child) {
      node = child;
      continue;
    }
    if (isEntered && isElement(node)) visit.leave?.(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && isElement(node)) visit.leave?.(node);
    }
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}

const FRAGMENT = 11;

/** All text below a node, as it stands there. */
export function textOf(root: DomNode): string {
  const found: string[] = [];
  walk(root, { text: ({ data }) => void found.push(data) });
  return found.join('');
}

/** The elements below a node that pass, in document order. */
export function elementsOf(root: DomNode, passes: (element: DomElement) => boolean): DomElement[] {
  const found: DomElement[] = [];
  walk(root, {
    enter(element) {
      if (passes(element)) found.push(element);
      return true;
    },
  });
  return found;
}

/** Whether an element below a node, or it itself, passes. */
export function holds(root: DomNode, passes: (element: DomElement) => boolean): boolean {
  let isFound = false;
  walk(root, {
    enter(element) {
      isFound ||= passes(element);
      return isFound ? 'stop' : true;
    },
  });
  return isFound;
}

/** The text below a node as far as `most` characters, for what only asks whether there is more. */
export function openingText(root: DomNode, most: number): string {
  let text = '';
  walk(root, {
    enter: () => (text.length > most ? 'stop' : true),
    text({ data }) {
      text += data;
    },
  });
  return text;
}
