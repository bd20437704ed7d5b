// Reads RSS, Atom, and JSON feeds.
import { parseFeed } from 'feedsmith';
import type { Result } from '../../result.ts';

/** A feed of any kind: what is read of it. */
export interface Feed {
  readonly title?: EntryText;
  /** Who publishes it, by other names than its title. */
  readonly publisher?: string;
  readonly lang?: string;
  /** The address of its site. */
  readonly link?: string;
  /** Its own address, as it says. */
  readonly self?: string;
  readonly base?: string;
  /** In its order. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly title?: EntryText;
  /** What holds the text itself, then what holds it in short. */
  readonly texts: readonly EntryText[];
  readonly link?: string;
  /** Another address of the same page: some feeds lead through a counter of readers. */
  readonly id?: string;
  /** As written. */
  readonly published?: string;
  readonly lang?: string;
  /** Where a feed gathers others' entries: the feed it is from. */
  readonly source?: EntryText;
  /** Relative addresses in it are relative to this one. */
  readonly base?: string;
  /** The address of its text, where only that is given. */
  readonly elsewhere?: string;
  /** By what RSS 1.0 names it in its list. */
  readonly about?: string;
}

/** A text of a feed, its XML or JSON decoded. */
export interface EntryText {
  readonly value: string;
  /** `perhaps`: HTML or plain text, as RSS never says which. */
  readonly markup: 'html' | 'xhtml' | 'plain' | 'perhaps';
  /** The name of its element without a prefix; empty in JSON. */
  readonly element: string;
  /** Whether it is the text itself, not a summary, as far as its element says. */
  readonly isWhole: boolean;
}

/** Reads a feed. A problem is what is wrong with it, without its name. */
export function feedOf(text: string): Result<Feed> {
  try {
    const parsed = parsedFeed(text);
    switch (parsed.format) {
      case 'rss':
        return { value: ofRss(parsed.feed) };
      case 'rdf':
        return { value: ofRdf(parsed.feed) };
      case 'atom':
        return { value: ofAtom(parsed.feed) };
      case 'json':
        return { value: ofJson(parsed.feed) };
    }
  } catch {
    return {
      problem: 'cannot be read: check it with a feed validator, or add the page of one entry.',
    };
  }
}

const parsedFeed = (text: string) => parseFeed(text);
type Parsed = ReturnType<typeof parsedFeed>;
type Rss = Extract<Parsed, { format: 'rss' }>['feed'];
type Rdf = Extract<Parsed, { format: 'rdf' }>['feed'];
type Atom = Extract<Parsed, { format: 'atom' }>['feed'];
type Json = Extract<Parsed, { format: 'json' }>['feed'];
type AtomText = { readonly value?: string; readonly type?: string } | undefined;
type AtomLinks = readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[];

function ofRss(feed: Rss): Feed {
  return compact({
    title: perhaps('title', feed.title) ?? atomText('title', feed.atom?.title),
    publisher: feed.dc?.publishers?.[0] ?? feed.itunes?.author ?? feed.managingEditor?.name,
    lang: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    link: feed.link ?? pageAmong(feed.atom?.links),
    self: linkTo('self', feed.atom?.links),
    base: feed.xml?.base,
    entries: (feed.items ?? []).map((item) => {
      const { guid, atom, dc, dcterms } = item;
      return compact({
        title: perhaps('title', item.title ?? dc?.titles?.[0]) ?? atomText('title', atom?.title),
        texts: present(
          perhaps('encoded', item.content?.encoded, true),
          atomText('content', atom?.content, true),
          perhaps('description', item.description),
          atomText('summary', atom?.summary),
          perhaps('summary', item.itunes?.summary),
        ),
        link:
          item.link ??
          pageAmong(atom?.links) ??
          (guid?.isPermaLink === false ? undefined : webAddress(guid?.value)),
        id: webAddress(guid?.value),
        published:
          item.pubDate ?? dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? atom?.published,
        lang: dc?.languages?.[0] ?? item.xml?.lang,
        source: perhaps('source', item.source?.title),
        base: item.xml?.base,
      });
    }),
  });
}

function ofRdf(feed: Rdf): Feed {
  return compact({
    title: perhaps('title', feed.title),
    publisher: feed.dc?.publishers?.[0],
    lang: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    link: feed.link,
    base: feed.xml?.base,
    entries: (feed.items ?? []).map((item) =>
      compact({
        title: perhaps('title', item.title ?? item.dc?.titles?.[0]),
        texts: present(
          perhaps('encoded', item.content?.encoded, true),
          perhaps('description', item.description),
          // Both of Dublin Core's names for it; journals have their abstracts there.
          perhaps('description', item.dc?.descriptions?.[0]),
        ),
        link: item.link ?? webAddress(item.rdf?.about),
        published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.dcterms?.created?.[0],
        lang: item.dc?.languages?.[0] ?? item.xml?.lang,
        base: item.xml?.base,
        about: item.rdf?.about,
      }),
    ),
  });
}

function ofAtom(feed: Atom): Feed {
  return compact({
    title: atomText('title', feed.title),
    publisher: feed.dc?.publishers?.[0] ?? feed.authors?.[0]?.name,
    lang: feed.xml?.lang ?? feed.dc?.languages?.[0],
    link: pageAmong(feed.links),
    self: linkTo('self', feed.links),
    base: feed.xml?.base,
    entries: (feed.entries ?? []).map((entry) => {
      const base = [entry.content?.xml?.base, entry.xml?.base].find((one) => one !== undefined);
      return compact({
        title: atomText('title', entry.title) ?? perhaps('title', entry.dc?.titles?.[0]),
        texts: present(
          atomText('content', entry.content, true),
          atomText('summary', entry.summary),
          plain('', entry.media?.groups?.[0]?.description?.value ?? entry.media?.description?.value),
        ),
        link: pageAmong(entry.links),
        id: webAddress(entry.id),
        // When it was changed last is not when it was published.
        published: entry.published ?? entry.dc?.dates?.[0] ?? entry.dcterms?.issued?.[0],
        lang: entry.content?.xml?.lang ?? entry.xml?.lang ?? entry.dc?.languages?.[0],
        source: atomText('source', entry.source?.title),
        base,
        elsewhere: entry.content?.src,
      });
    }),
  });
}

function ofJson(feed: Json): Feed {
  return compact({
    title: perhaps('', feed.title),
    publisher: feed.authors?.[0]?.name,
    lang: feed.language,
    link: feed.home_page_url,
    self: feed.feed_url,
    entries: (feed.items ?? []).map((item) =>
      compact({
        title: perhaps('', item.title),
        texts: present(
          text('', item.content_html, 'html', true),
          text('', item.content_text, 'plain', true),
          plain('', item.summary),
        ),
        link: item.url ?? webAddress(item.id),
        published: item.date_published,
        lang: item.language,
      }),
    ),
  });
}

function text(
  element: string,
  value: string | undefined,
  markup: EntryText['markup'],
  isWhole = false,
): EntryText | undefined {
  return value === undefined ? undefined : { value, markup, element, isWhole };
}

const perhaps = (element: string, value: string | undefined, isWhole = false) =>
  text(element, value, 'perhaps', isWhole);

const plain = (element: string, value: string | undefined) => text(element, value, 'plain');

/** RFC 4287, 3.1.1, and the media types of Atom 0.3. What is said to be plain is HTML in many feeds that say nothing. */
function atomText(element: string, given: AtomText, isWhole = false): EntryText | undefined {
  const type = given?.type?.toLowerCase() ?? '';
  if (type === 'xhtml' || type === 'application/xhtml+xml')
    return text(element, given?.value, 'xhtml', isWhole);
  if (type === 'html' || type === 'text/html') return text(element, given?.value, 'html', isWhole);
  const isOther = type.includes('/') && !type.startsWith('text/');
  return isOther ? undefined : text(element, given?.value, type === '' ? 'perhaps' : 'plain', isWhole);
}

/** The page of an entry among its links (RFC 4287, 4.2.7.2): one to HTML before others. */
function pageAmong(links: AtomLinks | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel, href }) => href && (rel === undefined || rel === 'alternate'));
  return (pages.find(({ type }) => type?.includes('html')) ?? pages[0])?.href;
}

function linkTo(rel: string, links: AtomLinks | undefined): string | undefined {
  return links?.find((link) => link.rel === rel)?.href;
}

function webAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\/\S+$/i.test(value) ? value : undefined;
}

function present(...texts: readonly (EntryText | undefined)[]): readonly EntryText[] {
  return texts.filter((one) => one !== undefined);
}

type Compact<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without what is undefined. */
function compact<T extends object>(values: T): Compact<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Compact<T>;
}
