// Recognizes what ends an entry and is not its text.
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
 * The words that programs put into entries, in whatever language, known by where their links lead: paragraphs that are one link
 * to the entry itself ("Share"), a last paragraph with links to the entry and to its site ("The post A appeared first on B"),
 * and a last link to the entry itself ("Read more").
 */
export function farewellOf(root: DomElement, { entry, site, base }: Addresses): Farewell {
  const ofEntry = new Set(entry.map((address) => normalized(address)).filter((one) => one !== undefined));
  const ofSite = normalized(site);
  const leadsToEntry = (to: string | undefined) =>
    to !== undefined && (ofEntry.has(to) || ofEntry.has(`${pageOf(to)}?`));
  const anchorsIn = (within: DomElement) =>
    elementsOf(within, (element) => nameOf(element) === 'a').map((anchor) => {
      const href = anchor.getAttribute('href') ?? '';
      // A note's way back is no way to the entry.
      return { anchor, to: href.startsWith('#') ? undefined : normalized(href, base) };
    });
  const elements = new Set<DomElement>();
  const leave = (element: DomElement) => {
    for (const one of elementsOf(element, () => true)) elements.add(one);
  };

  for (const paragraph of elementsOf(root, (element) => nameOf(element) === 'p')) {
    const [link, ...more] = anchorsIn(paragraph);
    const words = textOf(paragraph).trim();
    if (!link || more.length > 0 || words === '' || words !== textOf(link.anchor).trim()) continue;
    if (leadsToEntry(link.to)) leave(paragraph);
  }

  const end = lastWords(root, elements);
  const paragraph = end && ancestor(end, root, (element) => nameOf(element) === 'p');
  const around = paragraph ? anchorsIn(paragraph) : [];
  const isOfSite = (to: string | undefined) =>
    to !== undefined && ofSite !== undefined && pageOf(to) === pageOf(ofSite) && !leadsToEntry(to);
  if (paragraph && around.some(({ to }) => leadsToEntry(to)) && around.some(({ to }) => isOfSite(to))) {
    leave(paragraph);
    return { elements, leadsOn: false };
  }

  const last = anchorsIn(root).at(-1);
  if (!last || !leadsToEntry(last.to)) return { elements, leadsOn: false };
  const words = textOf(last.anchor).trim();
  const all = textOf(root);
  const at = all.lastIndexOf(words);
  const isLast = words !== '' && BEHIND_LINK.test(all.slice(at + words.length));
  // A text that is nothing else is a title, or all there is.
  if (!isLast || all.slice(0, at).trim() === '') return { elements: new Set(), leadsOn: false };
  leave(last.anchor);
  return { elements, leadsOn: true };
}

/** The last text that is not blank, outside of what is left. */
function lastWords(root: DomElement, left: ReadonlySet<DomElement>): DomNode | undefined {
  let last: DomNode | undefined;
  walk(root, {
    enter: (element) => !left.has(element),
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
