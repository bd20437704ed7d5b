import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { piecesOf, type SourceBlock, type SourceDocument } from '../../../src/intake/document.ts';
import { fidelityOf } from '../../../src/intake/fidelity.ts';
import { docx } from '../../../src/intake/formats/docx.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const STYLES = `<w:styles ${W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="标题 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Internal"><w:name w:val="Internal"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Remark"><w:name w:val="Remark"/><w:basedOn w:val="Internal"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`;
const NUMBERING = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`;

interface Parts {
  readonly main?: string;
  readonly [name: string]: string | undefined;
}

/** A Word file whose body is given; further parts by their names. */
function word(body: string, { main = 'word/document.xml', ...parts }: Parts = {}): Uint8Array {
  const folder = main.replace(/[^/]*$/, '');
  const kinds = { styles: STYLES, numbering: NUMBERING, ...parts };
  const related = Object.entries(kinds).filter(([name]) => !name.includes('/'));
  const relations = related.map(
    ([kind], id) =>
      `<Relationship Id="r${id}" Type="${OFFICE}/${kind.replace(/\d/, '')}" Target="${kind}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/${main}"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    [main]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  };
  for (const [kind, xml] of related) files[`${folder}${kind}.xml`] = xml ?? '';
  for (const [name, xml] of Object.entries(parts)) if (name.includes('/')) files[name] = xml ?? '';
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const read = await docx.read({ name: 'flood.docx', bytes }, {});
  if ('problem' in read) throw new Error(read.problem);
  const [document] = read.value;
  if (!document) throw new Error('no document');
  expectFaithful(document);
  return document;
}

async function problemOf(bytes: Uint8Array, name = 'flood.docx'): Promise<string> {
  const read = await docx.read({ name, bytes }, {});
  return 'problem' in read ? read.problem : 'none';
}

/** Each block stands in the document's own text, with nothing between its pieces but what is told. */
function expectFaithful(document: SourceDocument): void {
  expect(document.blocks.filter((block) => !fidelityOf(document)(block))).toEqual([]);
}

const texts = (blocks: readonly SourceBlock[]) => blocks.map((block) => piecesOf(block).join(''));
const told = ({ leftOut }: SourceDocument) => leftOut.map(({ what, text }) => `${what}: ${text}`);
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const styled = (style: string, text: string) => p(run(text), `<w:pStyle w:val="${style}"/>`);
const item = (list: number, level: number, text: string) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

test('deleted words do not stand in a sentence, inserted and moved words do', async () => {
  const document = await read(
    word(
      p(
        `${run('The dike broke at ')}<w:del w:id="1"><w:r><w:delText xml:space="preserve">supposedly </w:delText></w:r></w:del>${run('two')}<w:ins w:id="2">${run(' in the morning')}</w:ins>${run('.')}`,
      ) +
        p(`<w:moveFrom w:id="3">${run('It was moved away.')}</w:moveFrom>${run('It stayed.')}`) +
        p(`<w:moveTo w:id="4">${run('It was moved here.')}</w:moveTo>`),
    ),
  );
  expect(texts(document.blocks)).toEqual([
    'The dike broke at two in the morning.',
    'It stayed.',
    'It was moved here.',
  ]);
  expect(told(document)).toEqual(['deleted: supposedly ', 'deleted: It was moved away.']);
});

test('two paragraphs whose dividing mark was deleted are one', async () => {
  const document = await read(
    word(
      p(run('The wind turned'), '<w:rPr><w:del w:id="1"/></w:rPr>') +
        p(run(' to the northwest.')) +
        p(run('Then it fell.')),
    ),
  );
  expect(texts(document.blocks)).toEqual(['The wind turned to the northwest.', 'Then it fell.']);
});

test('text is hidden directly, by a style of characters or paragraphs, and by what that is based on', async () => {
  const document = await read(
    word(
      p(
        `${run('The wind ')}${run('CONFIDENTIAL ', '<w:vanish/>')}${run('turned')}${run(' DRAFT', '<w:rStyle w:val="Secret"/>')}${run('.', '<w:vanish w:val="0"/>')}`,
      ) +
        styled('Internal', 'Only the office reads this.') +
        styled('Remark', 'Nor does anybody read this remark.') +
        p(
          `${run('Not read. ')}${run('This is shown all the same.', '<w:vanish w:val="false"/>')}`,
          '<w:pStyle w:val="Remark"/>',
        ) +
        p(run('Two switches show it again.', '<w:rStyle w:val="Secret"/>'), '<w:pStyle w:val="Internal"/>'),
    ),
  );
  expect(texts(document.blocks)).toEqual([
    'The wind turned.',
    'This is shown all the same.',
    'Two switches show it again.',
  ]);
  expect(document.leftOut).not.toEqual([]);
  expect(document.leftOut.filter(({ what }) => what !== 'hidden')).toEqual([]);
});

test('a text box comes once, after the paragraph it is anchored in, which is not torn by it', async () => {
  const box = p(run('In the box stands a sentence of its own.'));
  const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${box}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const document = await read(
    word(p(`${run('The paragraph begins ')}${drawing}${run('and goes on.')}`) + p(run('The next follows.'))),
  );
  expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  expect(document.blocks[0]).toEqual({ kind: 'paragraph', pieces: ['The paragraph begins and goes on.'] });
  expect(texts(document.blocks).slice(1)).toEqual([
    'In the box stands a sentence of its own.',
    'The next follows.',
  ]);
  expect(told(document)).toEqual(['duplicate: In the box stands a sentence of its own.']);
});

test('headings are found by their level, by a style they are based on, and by a translated name', async () => {
  const { blocks, stated } = await read(
    word(
      styled('Title', 'The Flood of 1953') +
        styled('berschrift1', 'Causes') +
        p(run('Spring tide met the storm.')) +
        styled('Kapitel', 'Course') +
        styled('a3', 'The first night') +
        p(run('Afterwards'), '<w:outlineLvl w:val="2"/>') +
        p(run('No heading.'), '<w:outlineLvl w:val="9"/>'),
    ),
  );
  expect(blocks.map((block) => (block.kind === 'heading' ? block.level : block.kind))).toEqual([
    1,
    1,
    'paragraph',
    1,
    2,
    3,
    'paragraph',
  ]);
  expect(stated.title).toBe('The Flood of 1953');
});

test('a clause that is numbered by a style of headings is a sentence', async () => {
  const clause =
    'The Contractor shall inspect the sluice gates of the northern basin twice a year and shall report each inspection in writing.';
  const { blocks } = await read(word(styled('berschrift1', 'Duties') + styled('berschrift1', clause)));
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
});

test('lines in bold are headings only where nothing is styled as one', async () => {
  const bold = p(run('Repairs', '<w:b/>')) + p(run('The breaches were closed in November.'));
  expect((await read(word(bold))).blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
  expect((await read(word(styled('berschrift1', 'Course') + bold))).blocks.map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'paragraph',
  ]);
});

test('items of lists have the number that Word prints, and none where it prints none or a letter', async () => {
  const { blocks } = await read(
    word(
      item(1, 0, 'Close the gates.') +
        item(1, 1, 'First the northern one.') +
        item(1, 0, 'Warn the villages.') +
        p(run('A new list follows.')) +
        item(3, 0, 'Count the boats.') +
        styled('ListBullet', 'A bullet by its style.') +
        p(run('Out of the list.'), '<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ),
  );
  expect(blocks.map((block) => (block.kind === 'item' ? [block.depth, block.number] : block.kind))).toEqual([
    [0, 1],
    [1, undefined],
    [0, 2],
    'paragraph',
    [0, 1],
    [0, undefined],
    'paragraph',
  ]);
});

test('a table of contents goes with its caption, made by a field, by a content control, or by styles', async () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const document = await read(
    word(
      p(run('Contents')) +
        p(
          `${field('begin')}${instruction(' TOC \\o "1-3" ')}${field('separate')}${run('Causes')}<w:r><w:tab/></w:r>${run('1')}`,
        ) +
        p(`${run('Course')}${field('end')}`) +
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(run('Repairs 7'))}</w:sdtContent></w:sdt>` +
        styled('TOC1', 'Aftermath 12') +
        styled('berschrift1', 'Causes') +
        p(
          `${run('See page ')}${field('begin')}${instruction(' PAGEREF x ')}${field('separate')}${run('7')}${field('end')}${run('.')}`,
        ) +
        p(
          `${run('Folio ')}${field('begin')}${instruction('PAGE')}${field('separate')}${run('3')}${field('end')}`,
        ),
    ),
  );
  expect(texts(document.blocks)).toEqual(['Causes', 'See page 7.', 'Folio ']);
  expect(told(document)).toContain('pageNumber: 3');
  expect(
    document.leftOut
      .filter(({ what }) => what === 'contents')
      .map(({ text }) => text)
      .join(' '),
  ).toContain('Aftermath');
});

test('an opening mark of a field that is never closed loses no text', async () => {
  const { blocks } = await read(
    word(
      p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('The tide rose.')}`) + p(run('It fell again.')),
    ),
  );
  expect(texts(blocks)).toEqual(['The tide rose.', 'It fell again.']);
});

test('a table is read in rows; one that only sets text in columns is read in paragraphs', async () => {
  const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const { blocks } = await read(
    word(
      `<w:tbl><w:tr>${cell(p(run('Place')))}${cell(p(run('Lost')), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(p(run('Zeeland')))}${cell(p(run('865')))}${cell(p(run('people')))}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(p(run('Deleted row')))}</w:tr></w:tbl>` +
        `<w:tbl><w:tr>${cell(p(run('Left column.')))}${cell(p(run('Right column.')))}</w:tr></w:tbl>`,
    ),
  );
  expect(blocks).toEqual([
    { kind: 'row', cells: [['Place'], ['Lost'], []], opensTable: true },
    { kind: 'row', cells: [['Zeeland'], ['865'], ['people']], opensTable: false },
    { kind: 'paragraph', pieces: ['Left column.'] },
    { kind: 'paragraph', pieces: ['Right column.'] },
  ]);
});

test('notes follow the text in the order of their marks; headers, footers and comments do not', async () => {
  const note = (id: number, text: string, type = '') =>
    `<w:footnote w:id="${id}"${type}>${p(`<w:r><w:footnoteRef/></w:r>${run(text)}`)}</w:footnote>`;
  const document = await read(
    word(
      p(
        `${run('The second note comes first')}<w:r><w:footnoteReference w:id="3"/></w:r>${run('.')}<w:del w:id="9"><w:r><w:footnoteReference w:id="4"/></w:r></w:del>`,
      ) + p(`${run('Then the first.')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      {
        footnotes: `<w:footnotes ${W}>${note(0, 'line', ' w:type="separator"')}${note(2, 'See the report.')}${note(3, 'See the diary.')}${note(4, 'Gone with its mark.')}</w:footnotes>`,
        header1: `<w:hdr ${W}>${p(run('Report of the Delta Commission'))}</w:hdr>`,
        comments: `<w:comments ${W}><w:comment w:id="1">${p(run('Is this so?'))}</w:comment></w:comments>`,
      },
    ),
  );
  expect(texts(document.blocks)).toEqual([
    'The second note comes first.',
    'Then the first.',
    'See the diary.',
    'See the report.',
  ]);
  expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'note', 'note']);
  expect(told(document)).toEqual([
    'deleted: Gone with its mark.',
    'runningHead: Report of the Delta Commission',
    'comment: Is this so?',
  ]);
});

test('struck words, placeholders and formulas in two dimensions are left out and told', async () => {
  const math =
    '<m:oMath><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>';
  const document = await read(
    word(
      p(`${run('Ten ', '<w:strike/>')}${run('Twelve boats sank.')}`) +
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(run('Click here to enter text.'))}</w:sdtContent></w:sdt>` +
        p(`${run('It equals ')}${math}${run(' and ')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${run('.')}`),
    ),
  );
  expect(texts(document.blocks)).toEqual(['Twelve boats sank.', 'It equals  and x.']);
  expect(told(document)).toEqual(['struck: Ten ', 'form: Click here to enter text.', 'formula: c2']);
});

test('characters that the file writes as elements are characters, and an initial belongs to its word', async () => {
  const { blocks } = await read(
    word(
      p(
        '<w:r><w:t>twenty</w:t><w:noBreakHyphen/><w:t>one</w:t><w:br/><w:t>dike</w:t><w:softHyphen/><w:t>s</w:t><w:sym w:font="Symbol" w:char="F061"/></w:r>',
      ) +
        p(run('T'), '<w:framePr w:dropCap="drop"/>') +
        p(run('he sea rose &amp; fell &lt;twice&gt;.')),
    ),
  );
  expect(texts(blocks)).toEqual(['twenty\u2011one\ndike\u00ADsα', 'The sea rose & fell <twice>.']);
});

test('the main part is found by its relation, in any prefix, and code stays code', async () => {
  const { blocks } = await read(
    word(styled('Code', 'open gates') + styled('Code', '  --north'), { main: 'content/text.xml' }),
  );
  expect(blocks).toEqual([{ kind: 'fence', pieces: ['open gates', '\n', '  --north'] }]);
  const renamed = word(p(run('The tide rose.')).replaceAll('w:', 'ns0:'), {});
  expect(await problemOf(renamed)).not.toBe('none');
  const bound = word(
    `<ns0:p xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:r><ns0:t>The tide rose.</ns0:t></ns0:r></ns0:p>`,
  );
  expect(texts((await read(bound)).blocks)).toEqual(['The tide rose.']);
});

test('prose that was pasted in a style of code is prose', async () => {
  const { blocks } = await read(
    word(
      styled('Code', 'The gates were opened at dawn, and the water ran off.') +
        styled('Code', 'Nobody slept that night in the village.'),
    ),
  );
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
});

test('title and language are what the file states, not what a template does', async () => {
  const core = (title: string) => ({
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
  });
  const body = p(run('Das Wasser stieg die ganze Nacht.', '<w:lang w:val="de-AT"/>'));
  expect((await read(word(body, core('Die Flut')))).stated).toEqual({ title: 'Die Flut', lang: 'de-AT' });
  expect((await read(word(p(run('Water.')), core('Microsoft Word - flut.doc')))).stated).toEqual({});
  expect((await read(word(p(run('水が一晩中上がった。'))))).stated).toEqual({ lang: 'ja-JP' });
});

test('a file that is protected, of another program, damaged or empty is refused in one sentence', async () => {
  const compound = new Uint8Array(1024);
  compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const encrypted = compound.slice();
  encrypted.set(Buffer.from('EncryptedPackage', 'utf16le'), 600);
  const whole = word(p(run('The tide rose.')));
  const refusals: [Uint8Array, RegExp][] = [
    [encrypted, /password/],
    [compound, /save it as \.docx/],
    [strToU8('{\\rtf1 The tide rose.}'), /RTF.*save it as \.docx/],
    [
      zipSync({
        mimetype: strToU8(''),
        'content.xml': strToU8('<a/>'),
        'META-INF/manifest.xml': strToU8('<a/>'),
      }),
      /OpenDocument/,
    ],
    [zipSync({ 'Index/Document.iwa': strToU8('x') }), /Pages/],
    [whole.slice(0, whole.length - 200), /cut off or damaged/],
    [zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), /missing/],
    [word('<w:p><w:r>'), /XML is damaged/],
    [word('<w:p/>'), /holds no text/],
    [word('<w:altChunk/>'), /another file within it/],
  ];
  for (const [bytes, sentence] of refusals) {
    expect(docx.recognizes({ name: 'flood', bytes })).toBe(true);
    const problem = await problemOf(bytes);
    expect(problem).toMatch(sentence);
    expect(problem).toMatch(/^This [^\n]+\.$/);
  }
  expect(docx.recognizes({ name: 'flood.docx', bytes: strToU8('The tide rose.') })).toBe(false);
});
