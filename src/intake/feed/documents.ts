// Reads a feed's entries as documents.
import type { LeftOut, SourceBlock, SourceDocument, Stated } from '../document.ts';
import { piecesOf } from '../document.ts';
import { isoDate } from './dates.ts';
import type { Entry, EntryText, Feed } from './entries.ts';
import { lineOf, type ReadText, readText } from './entry-text.ts';
import type { Addresses } from './farewell.ts';
import { createOwnTexts } from './own-text.ts';

/**
 * The entries of a feed, each a document, in its order. `markup` is the feed's own text, and `address` where it was fetched, if
 * it was.
 */
export function documentsOf(feed: Feed, markup: string, address: string | undefined): SourceDocument[] {
  const ownOf = createOwnTexts(markup, feed.entries.length);
  const site = resolved(feed.link, feed.base, address, feed.self);
  return feed.entries.map((entry, at) => {
    const base =
      resolved(entry.base, feed.base, address, site) ?? resolved(feed.base, address, site) ?? site ?? address;
    const link = resolved(entry.link, base ?? feed.self);
    const chosen = chosenOf(entry.texts, { entry: [link, entry.id], site, base });
    const elsewhere = resolved(entry.elsewhere, base) ?? (isWholeText(chosen) ? undefined : link);
    return {
      stated: statedOf(entry, feed, link),
      blocks: chosen?.read.blocks ?? [],
      own: (chosen && ownOf(at, entry, chosen.text)) ?? chosen?.read.own ?? '',
      leftOut: [...(chosen?.read.leftOut ?? []), ...(chosen?.others ?? [])],
      ...(elsewhere !== undefined && { elsewhere }),
    };
  });
}

interface Chosen {
  readonly text: EntryText;
  readonly read: ReadText;
  readonly others: readonly LeftOut[];
}

/** The longest of an entry's texts, the first of equals: a summary is a cut copy in most feeds, and the only text in some. */
function chosenOf(texts: readonly EntryText[], addresses: Addresses): Chosen | undefined {
  const candidates = texts
    .map((text) => ({ text, read: readText(text, addresses) }))
    .map((one) => ({ ...one, letters: lettersOf(one.read.blocks) }));
  const longest = candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, one) => (best && best.letters.length >= one.letters.length ? best : one),
    undefined,
  );
  if (!longest) return undefined;
  const others = candidates
    .filter((one) => one !== longest && one.letters !== '')
    .map(
      ({ read, letters }): LeftOut => ({
        what: longest.letters.includes(letters.replace(/\P{L}+$/u, '')) ? 'duplicate' : 'surroundings',
        text: read.blocks.map(wordsOf).join('\n'),
      }),
    );
  return { text: longest.text, read: longest.read, others };
}

/**
 * Whether an entry holds its whole text: what is said to be it, if it does not break off; and a summary of several paragraphs,
 * since many feeds have no other place for a text.
 */
function isWholeText(chosen: Chosen | undefined): boolean {
  if (!chosen || chosen.read.blocks.length === 0 || chosen.read.isCut) return false;
  const isShort = chosen.read.blocks.length === 1;
  return chosen.text.isWhole ? !(isShort && chosen.read.leadsOn) : !isShort && !chosen.read.leadsOn;
}

function wordsOf(block: SourceBlock): string {
  return piecesOf(block).join('');
}

/** Without white space and marks, so that two copies compare. */
function lettersOf(blocks: readonly SourceBlock[]): string {
  return blocks
    .map(wordsOf)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function statedOf(entry: Entry, feed: Feed, url: string | undefined): Stated {
  const title = lineOf(entry.title);
  const name = lineOf(feed.title) ?? feed.publisher;
  // Forums name the thread, whose title is the entry's.
  const source = [lineOf(entry.source)].find((one) => one !== title);
  const publisher = source ?? name;
  const published = entry.published === undefined ? undefined : isoDate(entry.published);
  const lang = languageOf(entry.lang) ?? languageOf(feed.lang);
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(source !== undefined && name !== undefined && source !== name && { via: name }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(lang !== undefined && { lang }),
  };
}

/** A tag of BCP 47; `en_us` is one to many programs that write feeds. */
function languageOf(written: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(written?.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** A web address against the first of its bases that makes it one. */
function resolved(
  address: string | undefined,
  ...bases: readonly (string | undefined)[]
): string | undefined {
  if (address === undefined) return undefined;
  for (const base of [undefined, ...bases]) {
    if (!URL.canParse(address.trim(), base)) continue;
    const url = new URL(address.trim(), base);
    if (url.protocol === 'http:' || url.protocol === 'https:')
      return base === undefined ? address.trim() : url.href;
  }
  return undefined;
}
