import { expect, test } from 'vitest';
import { childOf, childrenOf, parsedXml, textOf, type XmlElement, xmlText } from '../../src/intake/xml.ts';

function rootOf(xml: string): XmlElement {
  const root = parsedXml(xml);
  if ('problem' in root) throw new Error(root.problem);
  return root.value;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

test('names are told by their namespace, whatever prefix a document gives it and wherever it does', () => {
  const root = rootOf(
    `<x:p xmlns:x="${WORD}"><t xmlns="${WORD}" x:val="1" id="2">dusk</t><x:t/><y:t xmlns:y="urn:y"/></x:p>`,
  );
  expect(root.name).toBe('w:p');
  expect(childrenOf(root).map(({ name }) => name)).toEqual(['w:t', 'w:t', 'y:t']);
  expect(Object.fromEntries(childOf(root, 'w:t')?.attributes ?? [])).toEqual({ 'w:val': '1', id: '2' });
});

test('characters are those that entities and CDATA sections stand for, and comments are none', () => {
  const root = rootOf(
    '<?xml version="1.0"?>\n<a>x &lt; y &amp;lt; &#x201C;&#8221;<!-- & --><![CDATA[<b> &amp;]]>\r\n</a>\n',
  );
  expect(textOf(root)).toBe('x < y &lt; “”<b> &amp;\n');
});

test('entities that a document declares do not multiply', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "dusk"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';
  expect(textOf(rootOf(bomb))).toBe('&c;');
});

test('what is not well formed, or nested beyond any document, is a problem', () => {
  const wrong = [
    '',
    'dusk',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b=1/>',
    '<a><!-- </a>',
    '</a>',
    '<a><![CDATA[x</a>',
  ];
  for (const xml of [...wrong, '<a>'.repeat(5000) + '</a>'.repeat(5000)]) {
    expect(parsedXml(xml), xml.slice(0, 20)).toHaveProperty('problem');
  }
});

test('the encoding is that of the byte order mark, else the declared one', () => {
  const xml = '<?xml version="1.0" encoding="windows-1251"?><a>Буря</a>';
  const bytes = new Uint8Array(
    [...xml].map((sign) => (sign < '\u0400' ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x350)),
  );
  expect(xmlText(bytes)).toEqual({ value: xml });
  const utf16 = Buffer.from('\uFEFF<a>Буря</a>', 'utf16le');
  expect(xmlText(new Uint8Array(utf16))).toEqual({ value: '<a>Буря</a>' });
});
