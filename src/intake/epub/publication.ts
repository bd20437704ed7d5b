// Reads a book's package document.
import type { Result } from '../../result.ts';
import { archivePath } from '../archive-path.ts';
import { childOf, childrenOf, descendantsOf, parsedXml, type XmlElement, xmlText } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { contentsOf, type Entry, type Listed } from './contents.ts';

/** One document of a book, in the order of reading. */
export interface Chapter {
  /** Its name in the archive. */
  readonly name: string;
  readonly markup: string;
  /** Whether it stands in the order of reading; else it is reached by links alone. */
  readonly isLinear: boolean;
  /** What the book calls it in its manifest and its guide: `nav`, `cover`, `toc`, `title-page`. */
  readonly roles: ReadonlySet<string>;
}

/** A book as its package document describes it. */
export interface Publication {
  readonly metadata: XmlElement | undefined;
  readonly chapters: readonly Chapter[];
  readonly contents: readonly Entry[];
  /** Texts of its style sheets. */
  readonly styles: readonly string[];
}

interface Item extends Listed {
  readonly fallback: string | undefined;
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Fonts are obfuscated by these, which is no protection of the text (EPUB 3.3, 4.3; Adobe's own). */
const OBFUSCATION = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);
const READABLE = new Set(['application/xhtml+xml', 'text/html', 'text/x-oeb1-document']);
/** A fallback may have one of its own; one that leads back would go on forever. */
const MOST_FALLBACKS = 8;

/** Reads the documents of a book, in its first rendition. Problems complete "This EPUB cannot be read: …". */
export function publicationOf(zip: Zip): Result<Publication> {
  const packageName = packageNameOf(zip);
  const opened = packageName === undefined ? undefined : xmlPart(zip, packageName);
  if (packageName === undefined || !opened) {
    return { problem: 'the part that describes the book is missing; get it anew' };
  }
  if ('problem' in opened) return { problem: `${opened.problem}; get it anew` };
  const root = opened.value;
  const items = itemsOf(root, packageName);
  const guide = guideOf(root, packageName);
  const isProtected = protectedNames(zip);
  const chapters: Chapter[] = [];
  let isListed = false;
  for (const reference of childrenOf(childOf(root, 'opf:spine'), 'opf:itemref')) {
    const item = readableItem(items, reference.attributes.get('idref'));
    if (!item) continue;
    isListed = true;
    if (isProtected.has(item.name)) return { problem: PROTECTED };
    const bytes = zip.read(item.name);
    // What is listed and lacks is left out by reading systems too.
    if (!bytes) continue;
    if ('problem' in bytes) return bytes;
    const markup = xmlText(bytes.value);
    if ('problem' in markup) return markup;
    chapters.push({
      name: item.name,
      markup: markup.value,
      isLinear: reference.attributes.get('linear') !== 'no',
      roles: new Set([...item.properties, ...(guide.get(item.name) ?? [])]),
    });
  }
  if (chapters.length === 0 && isListed) return { problem: 'the chapters it lists are missing; get it anew' };
  return {
    value: {
      metadata: childOf(root, 'opf:metadata'),
      chapters,
      contents: contentsOf(zip, [...items.values()]),
      styles: stylesOf(zip, items),
    },
  };
}

const PROTECTED =
  'its text is encrypted (DRM), which only the shop’s own reader can undo; get a copy without protection';

function xmlPart(zip: Zip, name: string): Result<XmlElement> | undefined {
  const bytes = zip.read(name);
  if (!bytes || 'problem' in bytes) return bytes;
  const xml = xmlText(bytes.value);
  return 'problem' in xml ? xml : parsedXml(xml.value);
}

/** Named by the container; where that is damaged or lacks, the only file that is one by its ending. */
function packageNameOf(zip: Zip): string | undefined {
  const container = xmlPart(zip, CONTAINER);
  if (container && 'value' in container) {
    const [first] = descendantsOf(container.value, 'ocf:rootfile');
    const path = first?.attributes.get('full-path');
    if (path !== undefined) return archivePath('', path);
  }
  return zip.names.find((name) => name.endsWith('.opf'));
}

function itemsOf(root: XmlElement, packageName: string): ReadonlyMap<string, Item> {
  const items = new Map<string, Item>();
  for (const { attributes } of childrenOf(childOf(root, 'opf:manifest'), 'opf:item')) {
    items.set(attributes.get('id') ?? '', {
      name: archivePath(packageName, attributes.get('href') ?? ''),
      mediaType: (attributes.get('media-type') ?? '').trim().toLowerCase(),
      properties: (attributes.get('properties') ?? '').split(/\s+/).filter((word) => word !== ''),
      fallback: attributes.get('fallback'),
    });
  }
  return items;
}

/** An item that holds text, or what stands in for it where it does not. */
function readableItem(items: ReadonlyMap<string, Item>, id: string | undefined): Item | undefined {
  let item = items.get(id ?? '');
  for (let step = 0; item && !READABLE.has(item.mediaType) && step < MOST_FALLBACKS; step += 1) {
    item = items.get(item.fallback ?? '');
  }
  return item && READABLE.has(item.mediaType) ? item : undefined;
}

/** What the guide of EPUB 2 calls documents as a whole: a place within one says nothing of the rest. */
function guideOf(root: XmlElement, packageName: string): ReadonlyMap<string, readonly string[]> {
  const guide = new Map<string, string[]>();
  for (const { attributes } of childrenOf(childOf(root, 'opf:guide'), 'opf:reference')) {
    const reference = attributes.get('href') ?? '';
    const type = attributes.get('type')?.toLowerCase();
    if (type === undefined || reference.includes('#')) continue;
    const name = archivePath(packageName, reference);
    guide.set(name, [...(guide.get(name) ?? []), type]);
  }
  return guide;
}

/** Files that are encrypted, fonts that are merely obfuscated aside. */
function protectedNames(zip: Zip): ReadonlySet<string> {
  const encryption = xmlPart(zip, ENCRYPTION);
  if (!encryption || 'problem' in encryption) return new Set();
  const names = new Set<string>();
  for (const encrypted of descendantsOf(encryption.value, 'enc:EncryptedData')) {
    const method = childOf(encrypted, 'enc:EncryptionMethod')?.attributes.get('Algorithm') ?? '';
    if (OBFUSCATION.has(method)) continue;
    for (const { attributes } of descendantsOf(encrypted, 'enc:CipherReference')) {
      names.add(archivePath('', attributes.get('URI') ?? ''));
    }
  }
  return names;
}

function stylesOf(zip: Zip, items: ReadonlyMap<string, Item>): readonly string[] {
  return [...items.values()]
    .filter(({ mediaType }) => mediaType === 'text/css')
    .map(({ name }) => zip.read(name))
    .flatMap((bytes) => (bytes && 'value' in bytes ? [new TextDecoder().decode(bytes.value)] : []));
}
