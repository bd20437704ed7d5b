import {
  type DomElement,
  type DomNode,
  elementsOf,
  isElement,
  isText,
  nameOf,
  textOf,
  walk,
} from '../html/dom.ts';

/** What ends an entry and is no part of its text. */
export interface Farewell {
  /** With all that is in them. */
  readonly elements: ReadonlySet<DomElement>;
  /** Whether a link at the end leads to the entry itself: what stands before is only its beginning. */
  readonly leadsOn: boolean;
}

/** Where an entry is: its own addresses, that of its site, and what links in its text are relative to. */
export interface Addresses {
  readonly entry: readonly (string | undefined)[];
  readonly site: string | undefined;
  readonly base: string | undefined;
}

/** What may stand behind a link that leads on: arrows and brackets, but no full stop, which ends a sentence. */
const BEHIND_LINK = /^[\s\p{S}›»→…)\]]*$/u;

/**
 * The words by which programs end an entry, in whatever language: a last paragraph with links to the entry and to its site ("The
 * post A appeared first on B"), and a last link to the entry itself ("Read more"), by where the links lead, not by their
 * words.
 */
export function farewellOf(root: DomElement, { entry, site, base }: Addresses): Farewell {
  const ofEntry = new Set(entry.map((address) => normalized(address)));
  ofEntry.delete(undefined);
  const ofSite = normalized(site);
  const none = { elements: new Set<DomElement>(), leadsOn: false };
  const end = lastWords(root);
  if (end === undefined) return none;
  const anchors = (within: DomElement) =>
    elementsOf(within, (element) => nameOf(element) === 'a').map((anchor) => ({
      anchor,
      to: normalized(anchor.getAttribute('href') ?? '', base),
    }));

  const paragraph = ancestor(end, root, (element) => nameOf(element) === 'p');
  const inParagraph = paragraph ? anchors(paragraph) : [];
  if (
    paragraph &&
    inParagraph.some(({ to }) => ofEntry.has(to)) &&
    inParagraph.some(({ to }) => ofSite !== undefined && pageOf(to) === pageOf(ofSite) && !ofEntry.has(to))
  ) {
    return { elements: within(paragraph), leadsOn: false };
  }

  const last = anchors(root).at(-1);
  if (!last || !ofEntry.has(last.to) || textOf(root).trim() === textOf(last.anchor).trim()) return none;
  const words = textOf(last.anchor).trim();
  const all = textOf(root);
  const behind = all.slice(all.lastIndexOf(words) + words.length);
  return words !== '' && BEHIND_LINK.test(behind) ? { elements: within(last.anchor), leadsOn: true } : none;
}

/** The last text that is not blank. */
function lastWords(root: DomElement): DomNode | undefined {
  let last: DomNode | undefined;
  walk(root, {
    text(node) {
      if (isText(node) && node.data.trim() !== '') last = node;
    },
  });
  return last;
}

function ancestor(
  from: DomNode,
  root: DomElement,
  passes: (element: DomElement) => boolean,
): DomElement | undefined {
  for (let node = from.parentNode; node && node !== root; node = node.parentNode) {
    if (isElement(node) && passes(node)) return node;
  }
  return undefined;
}

function within(element: DomElement): ReadonlySet<DomElement> {
  return new Set(elementsOf(element, () => true)).add(element);
}

/** Without what is asked of the page. */
function pageOf(address: string | undefined): string | undefined {
  return address?.slice(0, address.indexOf('?'));
}

/** An address as far as it says which page: feeds add to it where a reader came from. */
function normalized(address: string | undefined, base?: string): string | undefined {
  if (address === undefined || !URL.canParse(address, base)) return undefined;
  const { host, pathname, search } = new URL(address, base);
  const asked = new URLSearchParams(search);
  for (const name of [...asked.keys()]) if (name.startsWith('utm_')) asked.delete(name);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}?${asked}`;
}
