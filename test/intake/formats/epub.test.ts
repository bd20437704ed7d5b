import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { piecesOf, type SourceDocument } from '../../../src/intake/document.ts';
import { fidelityOf } from '../../../src/intake/fidelity.ts';
import { docx } from '../../../src/intake/formats/docx.ts';
import { epub } from '../../../src/intake/formats/epub.ts';

interface Book {
  /** What stands in `metadata`. */
  readonly metadata?: string;
  /** Bodies of chapters by the addresses that the manifest gives them. */
  readonly chapters: Readonly<Record<string, string>>;
  /** What an item of the manifest or of the spine says of itself. */
  readonly properties?: Readonly<Record<string, string>>;
  readonly spine?: Readonly<Record<string, string>>;
  readonly guide?: string;
  readonly css?: string;
  /** Further items of the manifest. */
  readonly items?: string;
  /** Further files, and those that are to be without. */
  readonly files?: Readonly<Record<string, string | undefined>>;
}

const xhtml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>${body.startsWith('<body') ? body : `<body>${body}</body>`}</html>`;

function book({
  metadata = '',
  chapters,
  properties = {},
  spine = {},
  guide = '',
  css,
  items: more = '',
  files = {},
}: Book): Uint8Array {
  const addresses = Object.keys(chapters);
  const items = addresses.map(
    (address, id) =>
      `<item id="c${id}" href="${address}" media-type="application/xhtml+xml" ${properties[address] ?? ''}/>`,
  );
  const references = addresses.map((address, id) => `<itemref idref="c${id}" ${spine[address] ?? ''}/>`);
  const style = css === undefined ? '' : '<item id="css" href="book.css" media-type="text/css"/>';
  const all: Record<string, string | undefined> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${items.join('')}${style}${more}</manifest><spine>${references.join('')}</spine>${guide}</package>`,
    ...(css !== undefined && { 'OPS/book.css': css }),
    ...Object.fromEntries(
      Object.entries(chapters).map(([address, body]) => [`OPS/${decodeURIComponent(address)}`, xhtml(body)]),
    ),
    ...files,
  };
  const kept = Object.entries(all).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, strToU8(text)] as const],
  );
  return zipSync(Object.fromEntries(kept), { level: 0 });
}

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const read = await epub.read({ name: 'storm.epub', bytes }, {});
  if ('problem' in read) throw new Error(read.problem);
  const [document] = read.value;
  if (!document) throw new Error('no document');
  const isFaithful = fidelityOf(document);
  for (const block of document.blocks) expect(isFaithful(block), piecesOf(block).join('|')).toBe(true);
  return document;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const read = await epub.read({ name: 'storm.epub', bytes }, {});
  return 'problem' in read ? read.problem : 'none';
}

const texts = ({ blocks }: SourceDocument) => blocks.map((block) => piecesOf(block).join(''));
const told = ({ leftOut }: SourceDocument) => leftOut.map(({ what, text }) => `${what}: ${text}`);

test('chapters are read in the order of the spine, from wherever the manifest says they are', async () => {
  const document = await read(
    book({
      chapters: {
        'text/z%20first.xhtml': '<h1>The first night</h1><p>The storm came from the north&nbsp;west.</p>',
        'text/a.xhtml': '<h1>The second night</h1><p><a id="x"/>The dike <b>held</b>.</p>',
      },
    }),
  );
  expect(texts(document)).toEqual([
    'The first night',
    'The storm came from the north\u00A0west.',
    'The second night',
    'The dike held.',
  ]);
  expect(document.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
});

test('what leads through the book is no text of it: navigation, contents, an index, a cover', async () => {
  const entries = Array.from({ length: 24 }, (_, at) => `<li>Dike ${at + 1}, ${at + 10}–${at + 12}</li>`);
  const document = await read(
    book({
      chapters: {
        'cover.xhtml': '<p>The Storm</p><p>Rotterdam</p>',
        'nav.xhtml':
          '<nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav><p>Some words.</p>',
        'contents.xhtml':
          '<h2>Contents</h2><p><a href="one.xhtml">The storm begins</a></p><p><a href="one.xhtml#b">The water</a></p><p><a href="index.xhtml">Index of places</a></p>',
        'one.xhtml': '<h1>One</h1><p>The storm began at dusk.</p>',
        'index.xhtml': `<h1>Index</h1><ul>${entries.join('')}</ul>`,
      },
      properties: { 'nav.xhtml': 'properties="nav"' },
      guide: '<guide><reference type="cover" href="cover.xhtml"/></guide>',
    }),
  );
  expect(texts(document)).toEqual(['One', 'The storm began at dusk.']);
  expect(document.leftOut.map(({ what }) => what)).toEqual([
    'surroundings',
    'contents',
    'contents',
    'contents',
  ]);
});

test('paragraphs that the table of contents calls headings are some, where a chapter marks none', async () => {
  const chapters = {
    'one.xhtml':
      '<p>Chapter 1</p><p>The First Night</p><p>The storm began at dusk.</p><p>The Water</p><p>It rose.</p>',
    'two.xhtml': '<h1>Two</h1><p>The Water</p><p>It fell.</p>',
  };
  const nav =
    '<nav epub:type="toc"><ol><li><a href="one.xhtml">Chapter 1: The first night</a><ol><li><a href="one.xhtml#w">The Water</a></li></ol></li><li><a href="two.xhtml#w">The Water</a></li></ol></nav>';
  const modern = book({
    chapters: { ...chapters, 'nav.xhtml': nav },
    properties: { 'nav.xhtml': 'properties="nav"' },
  });
  const ncx =
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Chapter 1. The First Night</text></navLabel><content src="one.xhtml"/><navPoint><navLabel><text>The Water</text></navLabel><content src="one.xhtml#w"/></navPoint></navPoint></navMap></ncx>';
  const older = book({
    chapters,
    files: { 'OPS/toc.ncx': ncx },
    items: '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
  });
  for (const bytes of [modern, older]) {
    const { blocks } = await read(bytes);
    expect(blocks.map((block) => (block.kind === 'heading' ? block.level : block.kind))).toEqual([
      1,
      1,
      'paragraph',
      2,
      'paragraph',
      1,
      'paragraph',
      'paragraph',
    ]);
  }
});

test('numbers of pages and verses that stand in a sentence are left out of it', async () => {
  const document = await read(
    book({
      chapters: {
        'one.xhtml':
          '<p>The water <span epub:type="pagebreak" id="p12">12</span>rose to the <span role="doc-pagebreak">13</span>roof<span class="pagenum">[Pg 14]</span>s.</p><p>And went on in sunlight<span class="lnum">10</span></p><p>In <span class="pagenum">the margin</span> it stays.</p>',
      },
    }),
  );
  expect(texts(document)).toEqual([
    'The water rose to the roofs.',
    'And went on in sunlight',
    'In the margin it stays.',
  ]);
});

test('notes are notes, with their marks as printed, also from a document that stands outside the order', async () => {
  const document = await read(
    book({
      chapters: {
        'one.xhtml':
          '<p>The dike broke.<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>1 See the report. <a role="doc-backlink" href="#r1">back</a></p></aside><p>It was mended.</p>',
        'notes.xhtml':
          '<section epub:type="endnotes"><h2>Notes</h2><ol><li><p>Told by a miller.</p></li></ol></section>',
        'extra.xhtml': '<p>A form to order further books of this press.</p>',
      },
      spine: { 'notes.xhtml': 'linear="no"', 'extra.xhtml': 'linear="no"' },
    }),
  );
  expect(
    document.blocks.filter(({ kind }) => kind === 'note').map((note) => piecesOf(note).join('').trim()),
  ).toEqual(['1 See the report.', 'Told by a miller.']);
  expect(texts(document)[0]).toBe('The dike broke.1');
  expect(told(document)).toContain('surroundings: A form to order further books of this press.');
});

test('what the style sheet of the book hides is hidden, but not what it hides on one kind of screen', async () => {
  const document = await read(
    book({
      css: '/* .a { display: none } */ p.secret, .aside { color: red; display: none } @media print { .b { display: none } }',
      chapters: {
        'one.xhtml':
          '<p class="secret">For the press only.</p><p class="a">Shown.</p><p class="b">Shown as well.</p><div class="secret">And this.</div>',
      },
    }),
  );
  expect(texts(document)).toEqual(['Shown.', 'Shown as well.', 'And this.']);
  expect(told(document)).toEqual(['hidden: For the press only.']);
});

test('readings above words and a second writing of a formula do not stand in the sentence', async () => {
  const document = await read(
    book({
      chapters: {
        'one.xhtml':
          '<p><ruby>山路<rp>(</rp><rt>やまみち</rt><rp>)</rp></ruby>を登りながら、こう考えた。</p><p>It is <math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\mathbf x</annotation></semantics></math> here.</p>',
      },
    }),
  );
  expect(texts(document)).toEqual(['山路を登りながら、こう考えた。', 'It is x here.']);
});

test('a book states its main title, publisher, language, day of publication and address', async () => {
  const chapters = { 'one.xhtml': '<p>The storm began at dusk.</p>' };
  const modern = book({
    chapters,
    metadata:
      '<dc:title id="s">A Chronicle</dc:title><dc:title id="m">The Storm</dc:title><meta refines="#s" property="title-type">subtitle</meta><meta refines="#m" property="title-type">main</meta><dc:publisher>Harbor Press</dc:publisher><dc:language>nl-NL</dc:language><dc:date>2019-05-04T00:00:00Z</dc:date><meta property="dcterms:modified">2024-01-01T00:00:00Z</meta><dc:identifier>urn:isbn:1</dc:identifier><dc:identifier>https://example.org/storm</dc:identifier>',
  });
  expect((await read(modern)).stated).toEqual({
    title: 'The Storm',
    publisher: 'Harbor Press',
    lang: 'nl-NL',
    published: '2019-05-04',
    url: 'https://example.org/storm',
  });
  const older = book({
    chapters,
    metadata:
      '<dc:title>The Storm</dc:title><dc:title>Other</dc:title><dc:date opf:event="creation">1999</dc:date><dc:date opf:event="publication">1954-02</dc:date>',
  });
  expect((await read(older)).stated).toEqual({ title: 'The Storm', published: '1954-02' });
  const unknown = book({
    chapters,
    metadata: '<dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:language>und</dc:language>',
  });
  expect((await read(unknown)).stated).toEqual({});
});

const encrypted = (algorithm: string, name: string) => ({
  'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${name}"/></enc:CipherData></enc:EncryptedData></encryption>`,
});

test('a book with encrypted chapters is refused, one with encrypted fonts is read', async () => {
  const chapters = { 'one.xhtml': '<p>The storm began at dusk.</p>' };
  const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
  expect(await problemOf(book({ chapters, files: encrypted(aes, 'OPS/one.xhtml') }))).toMatch(/DRM[^\n]*\.$/);
  expect(texts(await read(book({ chapters, files: encrypted(aes, 'OPS/serif.otf') })))).toHaveLength(1);
  const obfuscated = encrypted('http://www.idpf.org/2008/embedding', 'OPS/serif.otf');
  expect(texts(await read(book({ chapters, files: obfuscated })))).toHaveLength(1);
});

test('a book is known by what it holds, also without its media type, and is not taken for a Word file', () => {
  const chapters = { 'one.xhtml': '<p>The storm began at dusk.</p>' };
  for (const bytes of [book({ chapters }), book({ chapters, files: { mimetype: undefined } })]) {
    expect(epub.recognizes({ name: 'storm', bytes })).toBe(true);
    expect(docx.recognizes({ name: 'storm', bytes })).toBe(false);
  }
  const other = zipSync({ 'storm.txt': strToU8('The storm began at dusk.') });
  expect(epub.recognizes({ name: 'storm.epub', bytes: other })).toBe(false);
});

test('a book that is damaged, lacks a part, or has no words is refused in one sentence', async () => {
  const chapters = { 'one.xhtml': '<p>The storm began at dusk.</p>' };
  const whole = book({ chapters });
  const refusals: [Uint8Array, RegExp][] = [
    [whole.slice(0, whole.length - 100), /cut off or damaged/],
    [book({ chapters, files: { 'OPS/book.opf': undefined } }), /describes the book is missing/],
    [book({ chapters, files: { 'OPS/book.opf': '<package>' } }), /XML is damaged/],
    [book({ chapters, files: { 'OPS/one.xhtml': undefined } }), /chapters it lists are missing/],
    [book({ chapters: { 'one.xhtml': '<img src="page.jpg" alt=""/>' } }), /only images/],
  ];
  for (const [bytes, sentence] of refusals) {
    const problem = await problemOf(bytes);
    expect(problem).toMatch(sentence);
    expect(problem).toMatch(/^This EPUB [^\n]+\.$/);
  }
});
