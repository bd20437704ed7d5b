import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { spanOf } from '../../src/corpus/passage.ts';

function article(text: string, lang = 'en'): Article {
  return articleFrom({ id: 'storm', title: 'Storm over the Bay', publisher: 'The Daily', lang, text });
}

/** Each section's heading with its sentences. */
function outline(text: string, lang?: string): [string, string[]][] {
  const { sections, sentences } = article(text, lang);
  return sections.map(({ heading, first, end }) => [
    heading,
    sentences.slice(first, end).map((sentence) => text.slice(sentence.start, sentence.end)),
  ]);
}

test('takes each heading for a section, whatever its level', () => {
  const text = '# Storm\n\n## Friday\nIt rained.\n\n###### Night ##\n\nIt blew.\n## Empty\n';
  expect(outline(text)).toEqual([
    ['Storm', []],
    ['Friday', ['It rained.']],
    ['Night', ['It blew.']],
    ['Empty', []],
  ]);
});

test('puts text before the first heading into a section without one', () => {
  expect(outline('It rained.\n\n## Night\n\nIt blew.')).toEqual([
    ['', ['It rained.']],
    ['Night', ['It blew.']],
  ]);
});

test('takes no hashtag for a heading, nor seven marks, and keeps the name of a language', () => {
  expect(outline('#storm was in every post.\n\n####### Seven\n\n## C#\n\nA language.')).toEqual([
    ['', ['#storm was in every post.', '####### Seven']],
    ['C#', ['A language.']],
  ]);
});

test('begins a sentence with each list item, without its marker', () => {
  const text =
    'It brought:\n- rain\n- a wind\n  of 90 knots\n* hail\n\n1. First.\n2. Second.\n10. Not an item.';
  expect(outline(text)).toEqual([
    ['', ['It brought:', 'rain', 'a wind\n  of 90 knots', 'hail', 'First.', 'Second.', '10. Not an item.']],
  ]);
});

test('does not take a year or an ordinal at the start of a line for a list', () => {
  expect(outline('1990. The year of the storm.')[0]?.[1].join(' ')).toBe('1990. The year of the storm.');
  expect(outline('1. Mai war ein Freitag. Es regnete.', 'de')[0]?.[1]).toEqual([
    '1. Mai war ein Freitag.',
    'Es regnete.',
  ]);
  expect(outline('19. yüzyılda fırtına vardı.', 'tr')[0]?.[1]).toEqual(['19. yüzyılda fırtına vardı.']);
  expect(outline('1. Regen\n2. Wind', 'de')[0]?.[1]).toEqual(['Regen', 'Wind']);
});

test('joins a paragraph over line breaks and ends it at a blank line or a rule', () => {
  expect(outline('It rained\r\nall day.\r\n\r\nand blew\n---\nall night')).toEqual([
    ['', ['It rained\r\nall day.', 'and blew', 'all night']],
  ]);
});

test('reads a wrapped block quote as one paragraph, and leaves its marks out between sentences', () => {
  expect(
    outline('> “It rained\n> all day. It\n> blew.”\n> - hail\n>\n> Then\n>it ended.\nNot quoted.'),
  ).toEqual([['', ['“It rained\n> all day.', 'It\n> blew.”', 'hail', 'Then\n>it ended.', 'Not quoted.']]]);
});

test('takes a code fence for one sentence, whatever stands in it', () => {
  const text =
    'Run this:\n\n```sh\n# install. Then run.\n  npm ci\n```\n\n~~~\n```\n- a | b\n~~~\n\n## Next\n\n```\nnever closed';
  expect(outline(text)).toEqual([
    ['', ['Run this:', '# install. Then run.\n  npm ci', '```\n- a | b']],
    ['Next', ['never closed']],
  ]);
  expect(article(text).sentences.map(({ form }) => form)).toEqual([undefined, 'fence', 'fence', 'fence']);
});

test('takes a fence that opens on the line of a list item for no more than it is', () => {
  const text = '# One\n\n- ```sh\n  npm ci\n  ```\n\n# Two\n\nIt rained. It blew.\n';
  expect(outline(text)).toEqual([
    ['One', ['  npm ci']],
    ['Two', ['It rained.', 'It blew.']],
  ]);
});

test('reads a block quote on where a line lacks its mark, and a deeper one by itself', () => {
  expect(
    outline('> It rained\nall day.\n> > It blew\n> hard.\n\n- > It\n  > hailed.\n  > - Then\n    it ended.'),
  ).toEqual([['', ['It rained\nall day.', 'It blew\n> hard.', 'It\n  > hailed.', 'Then\n    it ended.']]]);
  expect(article('> > It blew\n> hard.').sentences[0]?.quoteDepth).toBe(2);
});

test('finds fences, tables and headings in a block quote; such a heading opens no section', () => {
  const text =
    '> # Storm #\n> It blew.\n>\n> ```sh\n> npm ci. Then\n> > go\n> ```\n> | a | b |\n> |---|---|\n> | 1. Two | 2 |\n\nIt ended.';
  expect(outline(text)).toEqual([
    ['', ['Storm', 'It blew.', 'npm ci. Then\n> > go', '| a | b |', '| 1. Two | 2 |', 'It ended.']],
  ]);
});

test('ends a fence where its list item or block quote ends', () => {
  const text = '1. ```sh\n   npm ci\n\n2. It rained. It blew.\n\n> ```\n> npm test\n\nIt ended. It was over.';
  expect(outline(text)[0]?.[1]).toEqual([
    '   npm ci',
    'It rained.',
    'It blew.',
    'npm test',
    'It ended.',
    'It was over.',
  ]);
});

test('has no sentence of marks alone', () => {
  const row = `| ${'nine ships | '.repeat(80)}${'| '.repeat(300)}`;
  const code = `let a = 1;\n${'  }\n'.repeat(400)}let b = 2;\n${'}\n'.repeat(400)}`;
  const text = `???\n\n| a | b |\n|---|---|\n| | |\n| - | - |\n${row}\n\n\`\`\`\n}\n\`\`\`\n\n\`\`\`\n${code}\`\`\`\n\n-->`;
  const words = article(text).sentences.map(({ start, end }) => text.slice(start, end));
  expect(words[0]).toBe('| a | b |');
  expect(words.length).toBeGreaterThan(3);
  for (const one of words) {
    expect(one).toMatch(/[\p{L}\p{N}]/u);
    expect(one.length).toBeLessThanOrEqual(1000);
  }
});

test('takes each row of a table for a sentence, and the line under its header for none', () => {
  const text = 'Ports:\n| Port | Ships |\n|---|:--:|\n| Bay. East | 9 |\n| Cape | 12 |\n\nA | b is no table.';
  expect(outline(text)).toEqual([
    ['', ['Ports:', '| Port | Ships |', '| Bay. East | 9 |', '| Cape | 12 |', 'A | b is no table.']],
  ]);
});

test('cuts what is too long between lines, cells and clauses, never inside a word or a number', () => {
  const pieces = (text: string) => article(text).sentences;
  const code = `\`\`\`\n${'let answer = 42;\n'.repeat(100)}\`\`\``;
  const row = `| a | b |\n|---|---|\n| ${'nine ships | '.repeat(150)}`;
  const prose = `It cost ${'1,234,567 crowns and '.repeat(80)}more.`;
  for (const [text, end] of [
    [code, /;$/],
    [row, /(?:\||nine ships)$/],
    [prose, /(?:crowns|and|1,234,567|more\.)$/],
  ] as const) {
    const cut = pieces(text).filter(({ isCut }) => isCut);
    expect(cut.length).toBeGreaterThan(0);
    for (const { start, end: to } of pieces(text)) expect(to - start).toBeLessThanOrEqual(1000);
    for (const { start, end: to } of cut) expect(text.slice(start, to)).toMatch(end);
  }
});

test('has an edition that changes with its text and with where its sentences end', () => {
  const { edition, revision } = article('It rained. It blew.');
  expect(edition).toMatch(/^[0-9a-f]{8}$/);
  expect(article('It rained. It blew.', 'th')).toMatchObject({ revision });
  expect(article('It rained. It blew.', 'th').edition).not.toBe(edition);
  expect(article('It rained. It blew!').edition).not.toBe(edition);
});

test.each([
  ['It rained [1]. It blew.[12][3]', [['[1]'], ['[12]', '[3]']]],
  ['It rained.[a] It blew [note 2] and hailed.[4–6]', [['[a]'], ['[note 2]', '[4–6]']]],
  ['In [1990] it rained on [t]he [a] bay, see [4](https://example.org) and [0].', [[]]],
])('knows the note marks of %s', (text, marks) => {
  const { text: whole, sentences } = article(text);
  const printed = sentences.map((sentence) =>
    sentence.marks.map(({ start, end }) => whole.slice(start, end)),
  );
  expect(printed).toEqual(marks);
});

test('has no passage that ends before it begins, nor one beyond its last sentence', () => {
  const storm = article('It rained. It blew.');
  expect(spanOf({ article: storm, first: 0, last: 1 })).toEqual({ start: 0, end: 19 });
  for (const [first, last] of [
    [1, 0],
    [1, 2],
    [-1, 0],
  ] as const) {
    expect(() => spanOf({ article: storm, first, last })).toThrow(RangeError);
  }
});

test('has the sha256 of its text as revision', () => {
  // printf 'Ein Sturm 🌀.' | sha256sum
  expect(article('Ein Sturm 🌀.').revision).toBe(
    'd3075b55e19984653b3dcee59a0016299947fe500e2832963540c01c8ba4d326',
  );
});

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '. ',
          '.',
          '! ',
          '? ',
          '… ',
          '...',
          '。',
          '！」',
          '؟ ',
          '। ',
          '; ',
          ', ',
          ' ',
          '  ',
          '\n',
          '\n\n',
          '\r\n',
          '\t',
        ],
        ...[
          '# ',
          '\n## ',
          '\n- ',
          '\n* ',
          '\n1. ',
          '\n2. ',
          '\n> ',
          '\n---\n',
          '```\n',
          '|',
          '**',
          '_',
          '~~',
          '||',
          '<@1>',
        ],
        ...[
          '[1]',
          '[a]',
          '[',
          ']',
          '(',
          ')',
          '（',
          '）',
          '“',
          '”',
          '"',
          "'",
          '«',
          '»',
          '「',
          '」',
          '《',
          '》',
        ],
        ...[
          'U.S.',
          'Mr.',
          'z. B.',
          'J. K. Rowling',
          '$50.',
          '1990',
          'No. 5',
          'т. е.',
          'ค.ศ.',
          '@everyone',
          'http://a.b/c',
        ],
        ...[
          '阿里巴巴',
          'عاصفة',
          'סערה',
          'तूफ़ान',
          'พายุ',
          '👩🏽‍🚀',
          '❤️',
          'é',
          'Storm',
          'rain',
          'ß',
          '𝔸',
          '\u00a0',
          '\u3000',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const language = fc.constantFrom('en', 'de', 'zh', 'ja', 'th', 'hi', 'ar', 'el', 'ru', 'tr', 'fa');

test('finds sentences that, with the gaps between them, rebuild any text', () => {
  fc.assert(
    fc.property(nasty, language, (text, lang) => {
      const { sections, sentences } = article(text, lang);
      let reached = 0;
      let gaps = '';
      for (const { start, end, form } of sentences) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        const words = text.slice(start, end);
        // The indentation of code is its own.
        expect(words).toBe(form === 'fence' ? words.trimEnd() : words.trim());
        gaps += `${text.slice(reached, start)}\n`;
        reached = end;
      }
      gaps += text.slice(reached);
      // What is no sentence is a heading, the line of a fence, or says nothing: a list's number, other marks, white space.
      const lines = gaps
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(/^(?:[ \t]*>[ \t]?)+/, ''))
        .filter(
          (line) => !/^[\s>*+•-]*(?:\d{1,3}[.)]\s+)?(?:[\s>*+•-]*#{1,6}([ \t]|$)|`{3}|~{3})/.test(line),
        );
      for (const line of lines) {
        expect(line.replace(/^([\s>*+•-]*)\d{1,3}[.)](?=\s)/, '$1')).not.toMatch(
          /[\p{L}\p{N}\p{Extended_Pictographic}]/u,
        );
      }
      expect(sections.flatMap(({ first, end }) => [first, end])).toEqual(
        sections.flatMap(({ end }, index) => [sections[index - 1]?.end ?? 0, end]),
      );
      expect(sections.at(-1)?.end ?? 0).toBe(sentences.length);
      for (const [index, { section }] of sentences.entries()) {
        expect(sections[section]?.first).toBeLessThanOrEqual(index);
        expect(sections[section]?.end).toBeGreaterThan(index);
      }
    }),
    { numRuns: 500 },
  );
});
