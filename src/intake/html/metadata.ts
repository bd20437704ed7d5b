// Reads a page's metadata.
import { type DomElement, elementsOf, nameOf, textOf, walk } from './dom.ts';
import { isMain } from './flow.ts';
import { leavingOf } from './left-out.ts';
import { type LinkedNode, linkedNodes } from './linked-data.ts';

/** What the markup of a page says about it, before it is judged. */
export interface Metadata {
  /** By `name`, `property`, `itemprop` or `http-equiv` in lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly nodes: readonly LinkedNode[];
  readonly title?: string;
  /** Its headings of the first level that are seen, those of its main part first. */
  readonly headings: readonly string[];
  readonly canonical?: string;
  /** `datetime` of a time that is marked as that of publication. */
  readonly time?: string;
  readonly lang?: string;
  /** How many fields for a password it has. */
  readonly passwords: number;
  /** Texts for those without scripts. */
  readonly noscript: string;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Reads what a page says of itself. */
export function metadataOf(root: DomElement): Metadata {
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  const headings: string[] = [];
  const outer: string[] = [];
  let mains = 0;
  const noscript: string[] = [];
  const found: { title?: string; canonical?: string; time?: string } = {};
  let passwords = 0;
  walk(root, {
    enter(element) {
      const name = nameOf(element);
      const attribute = (key: string) => element.getAttribute(key) ?? '';
      if (name === 'meta') {
        for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
          const named = attribute(key).trim().toLowerCase();
          const content = plain(attribute('content'));
          if (named !== '' && content !== '' && !meta.has(named)) meta.set(named, content);
        }
      } else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute('rel')))
        found.canonical ??= attribute('href').trim();
      else if (name === 'script') {
        if (/^application\/ld\+json\b/i.test(attribute('type').trim())) scripts.push(textOf(element));
      } else if (name === 'title') found.title ??= plain(textOf(element));
      else if (name === 'noscript') noscript.push(textOf(element));
      else if (name === 'input' && attribute('type').toLowerCase() === 'password') passwords += 1;
      else if (
        name === 'time' &&
        (element.getAttribute('pubdate') !== null || /\bdatePublished\b/.test(attribute('itemprop')))
      )
        found.time ??= attribute('datetime') || plain(textOf(element));
      else if (name === 'h1') {
        const heading = leavingOf(element) === undefined && !leadsHome(element) ? headingOf(element) : '';
        if (heading !== '') (mains > 0 ? headings : outer).push(heading);
        return false;
      } else {
        if (isMain(element, name)) mains += 1;
        return name !== 'svg' && name !== 'style';
      }
      return false;
    },
    leave(element) {
      if (isMain(element)) mains -= 1;
    },
  });
  const lang = root.getAttribute('lang') || root.getAttribute('xml:lang');
  return {
    meta,
    nodes: linkedNodes(scripts),
    headings: [...headings, ...outer],
    passwords,
    noscript: plain(noscript.join(' ')),
    ...found,
    ...(lang && { lang }),
  };
}

function headingOf(element: DomElement): string {
  const found: string[] = [];
  walk(element, {
    enter: (one) => {
      if (nameOf(one) === 'br') found.push(' ');
      return one === element || leavingOf(one) === undefined;
    },
    text: ({ data }) => void found.push(data),
  });
  return plain(found.join(''));
}

/** Whether a heading is the name of the site: a link to its first page. */
function leadsHome(heading: DomElement): boolean {
  return elementsOf(heading, (one) => nameOf(one) === 'a').some((link) =>
    /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/i.test((link.getAttribute('href') ?? '#').trim()),
  );
}
