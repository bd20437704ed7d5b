import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';

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

test('takes no hashtag for a heading, and keeps the name of a language', () => {
  expect(outline('#storm was in every post.\n\n## C#\n\nA language.')).toEqual([
    ['', ['#storm was in every post.']],
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

test('leaves the marks of a block quote out of its sentences', () => {
  expect(outline('> “It rained.\n> It blew.”\n> - hail')).toEqual([
    ['', ['“It rained.', 'It blew.”', 'hail']],
  ]);
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
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        const words = text.slice(start, end);
        expect(words).toBe(words.trim());
        gaps += `${text.slice(reached, start)}\n`;
        reached = end;
      }
      gaps += text.slice(reached);
      // What is no sentence is a heading, a rule, a marker, or white space.
      const lines = gaps.split(/\r\n|\r|\n/).filter((line) => !/^ {0,3}#{1,6}([ \t]|$)/.test(line));
      for (const line of lines) expect(line).toMatch(/^[\s>*+•_=-]*(\d{1,3}[.)])?\s*$/);
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
