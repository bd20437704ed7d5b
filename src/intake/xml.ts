// Parses XML.
import type { Result } from '../result.ts';
import { decoded } from './encoding.ts';

/** An element of an XML document, its names with the prefix that `PREFIXES` gives their namespace. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/**
 * What names are called, whatever prefix a document gives them: Word's formats in their transitional and their strict form
 * (ISO/IEC 29500), what they embed, and what an EPUB is described by.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'urn:oasis:names:tc:opendocument:xmlns:container': 'ocf',
  'http://www.idpf.org/2007/opf': 'opf',
  'http://openebook.org/namespaces/oeb-package/1.0/': 'opf',
  'http://www.daisy.org/z3986/2005/ncx/': 'ncx',
  'http://www.w3.org/2001/04/xmlenc#': 'enc',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** Elements within each other: far more than any document has, far fewer than a walk by recursion can take. */
const DEEPEST = 1000;

const OPENING = /<([^\s<>/="'!?]+)((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const CLOSING = /<\/([^\s<>]+)\s*>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const DOCTYPE = /<!DOCTYPE(?:[^[<>"']|"[^"]*"|'[^']*')*(?:\[[\s\S]*?\]\s*)?>/iy;

/** The text of an XML file by its byte order mark or the encoding that it declares. */
export function xmlText(bytes: Uint8Array): Result<string> {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const declared = /<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  return decoded(bytes, isUtf16 ? 'utf-16' : declared);
}

/**
 * The root element of an XML document. What a document type declares is not read: an entity of its own stays as it is written
 * (`&name;`), so that nothing multiplies. A problem where it is not well formed.
 */
export function parsedXml(xml: string): Result<XmlElement> {
  const malformed = { problem: 'its XML is damaged' };
  const root: Open = { name: '', raw: '', attributes: new Map(), children: [], scope: ROOT_SCOPE };
  const open: Open[] = [root];
  let at = xml.indexOf('<');
  if (at < 0) return malformed;
  while (at < xml.length) {
    const here = open.at(-1) ?? root;
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at);
      const end = next < 0 ? xml.length : next;
      if (here !== root) here.children.push(withoutEntities(xml.slice(at, end)));
      at = end;
    } else if (xml.startsWith('</', at)) {
      CLOSING.lastIndex = at;
      const closing = CLOSING.exec(xml);
      if (closing?.[1] !== here.raw || here === root) return malformed;
      open.pop();
      at = CLOSING.lastIndex;
    } else if (xml.startsWith('<!--', at)) {
      const end = xml.indexOf('-->', at + 4);
      if (end < 0) return malformed;
      at = end + 3;
    } else if (xml.startsWith('<![CDATA[', at)) {
      const end = xml.indexOf(']]>', at);
      if (end < 0 || here === root) return malformed;
      here.children.push(xml.slice(at + 9, end));
      at = end + 3;
    } else if (xml.startsWith('<?', at)) {
      const end = xml.indexOf('?>', at);
      if (end < 0) return malformed;
      at = end + 2;
    } else if (xml.startsWith('<!', at)) {
      DOCTYPE.lastIndex = at;
      if (!DOCTYPE.test(xml)) return malformed;
      at = DOCTYPE.lastIndex;
    } else {
      OPENING.lastIndex = at;
      const tag = OPENING.exec(xml);
      if (!tag || open.length > DEEPEST) return malformed;
      const element = opened(tag[1] ?? '', tag[2] ?? '', here.scope);
      here.children.push(element);
      if (tag[3] !== '/') open.push(element);
      at = OPENING.lastIndex;
    }
  }
  const top = root.children[0];
  if (open.length !== 1 || root.children.length !== 1 || typeof top !== 'object') return malformed;
  return { value: top };
}

interface Scope {
  readonly namespaces: ReadonlyMap<string, string>;
  /** Names as written, and what they are called. */
  readonly called: Map<string, string>;
}

interface Open extends XmlElement {
  readonly raw: string;
  readonly children: (XmlElement | string)[];
  readonly scope: Scope;
}

const ROOT_SCOPE: Scope = {
  namespaces: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
  called: new Map(),
};
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function opened(raw: string, written: string, outer: Scope): Open {
  if (written === '') {
    return { name: calledIn(outer, raw, true), raw, attributes: NO_ATTRIBUTES, children: [], scope: outer };
  }
  const pairs = [...written.matchAll(ATTRIBUTE)].map(
    (match) => [match[1] ?? '', withoutEntities(match[2] ?? match[3] ?? '')] as const,
  );
  const declared = pairs.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  const scope =
    declared.length === 0
      ? outer
      : {
          namespaces: new Map([
            ...outer.namespaces,
            ...declared.map(([name, uri]) => [name.slice('xmlns:'.length), uri] as const),
          ]),
          called: new Map<string, string>(),
        };
  const attributes = new Map(
    pairs
      .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
      .map(([name, value]) => [calledIn(scope, name, false), value]),
  );
  return { name: calledIn(scope, raw, true), raw, attributes, children: [], scope };
}

/** A namespace that is not known keeps the prefix as written; an attribute without a prefix has none. */
function calledIn({ namespaces, called }: Scope, raw: string, isElement: boolean): string {
  const colon = raw.indexOf(':');
  if (colon < 0 && !isElement) return raw;
  const known = called.get(raw);
  if (known !== undefined) return known;
  const prefix = colon < 0 ? '' : raw.slice(0, colon);
  const local = raw.slice(colon + 1);
  const canonical = PREFIXES[namespaces.get(prefix) ?? ''] ?? prefix;
  const name = canonical === '' ? local : `${canonical}:${local}`;
  called.set(raw, name);
  return name;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The characters that a text of XML stands for. Line ends are one line feed each (XML 1.0, 2.11). */
export function withoutEntities(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (written, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? written;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code);
  });
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => typeof child === 'object' && child.name === name) as
    | XmlElement
    | undefined;
}

/** Child elements, all or those of a name. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child === 'object' && (name === undefined || child.name === name),
  );
}

/** Elements of that name at any depth, in document order. */
export function* descendantsOf(element: XmlElement | undefined, name: string): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

/** All characters in an element. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}
