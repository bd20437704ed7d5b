import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse.ts';
import { richLinesOf, richTextRemark } from '../../src/corpus/rich-text.ts';

const kinds = (text: string) => richLinesOf(text, 'en').map(({ line, kind }) => `${line} ${kind}`);
const article = (text: string, more = '') =>
  parseArticle('pump', Buffer.from(`---\ntitle: Pump\npublisher: The Paper\nlang: en\n${more}---\n${text}`));

describe('Text that is richer than an article file reads', () => {
  it.each([
    ['See [the guide](https://example.org/guide).', '1 link'],
    ['See [the guide](docs/guide.md#use).', '1 link'],
    ['![A pump](pump.png)', '1 image'],
    ['[![build](https://img.shields.io/x.svg)](https://ci.example)', '1 image'],
    ['[guide]: https://example.org/guide', '1 definition'],
    ['<p align="center">', '1 html'],
    ['Press <kbd>Ctrl</kbd>.', '1 html'],
    ['<!-- a comment -->', '1 html'],
  ])('is found: %s', (text, told) => {
    expect(kinds(text)).toEqual([told]);
  });

  it.each([
    'It sank.[2] So it says [4, 5] and [^2].',
    '[^2]: Smith, Ships, p. 7.',
    '[2]: Ibid.',
    'For a < b > c, and 3 <b and a> 4.',
    'An Array<string> and a Map<object>, or <remote>.',
    'He said [sic] (see below), and [a](b) in a formula.',
    'Write `<b>` or `[x](https://example.org)` so.',
  ])('is not seen in %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('is not looked for in code', () => {
    expect(kinds('Text.\n\n```html\n<p>\n\n[x](https://example.org)\n```\r\n\r\n<br>')).toEqual(['9 html']);
  });

  it('is seen where a definition makes brackets a link', () => {
    expect(kinds('See [the guide][g].\n\n[g]: https://example.org')).toEqual(['1 link', '3 definition']);
    expect(kinds('See [the guide][g].')).toEqual([]);
  });

  it('is told at the start with its lines and the command that mends it', () => {
    expect(article('It works. See [it](https://example.org).\n\nWell.\n').remarks).toEqual([
      {
        file: 'pump.md',
        line: 6,
        message:
          'This line holds links, which would be quoted as they stand. Mend the file with: npm run -s corpus -- --fix pump',
      },
    ]);
    expect(article('It works<br>\n\nWell <b>said</b>.\n').remarks?.[0]?.message).toMatch(
      /^This line and line 8 hold HTML, /,
    );
    const many = richLinesOf('<br>\n![i](i.png)\n'.repeat(5), 'en');
    expect(richTextRemark('pump', many, 6)?.message).toMatch(
      /^This line, lines 7, 8, 9 and 6 more hold HTML and images, /,
    );
  });

  it('is no matter in what was taken in from a source that prints it', () => {
    const source = `source: pump.md\nsource_sha256: ${'0a'.repeat(32)}\n`;
    expect(article('The <b> element makes words bold.\n', source).remarks).toEqual([]);
  });

  it('is not in the shipped article', () => {
    const shipped = new URL('../../corpus/qwen-panic.md', import.meta.url);
    expect(parseArticle('qwen-panic', readFileSync(shipped)).remarks).toEqual([]);
  });
});
