import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Article } from '../../src/corpus/article.ts';
import type { Passage } from '../../src/corpus/passage.ts';
import type { Library } from '../../src/search/search.ts';
import { createLibrary } from '../../src/search/search.ts';

/** An article of exactly these sentences, with `gap` between them. */
export function articleOf(sentences: readonly string[], id = 'panic', gap = '\n\n'): Article {
  const text = sentences.join(gap);
  let at = 0;
  return {
    id,
    title: `An article called ${id}`,
    publisher: 'The *Daily* Publisher',
    lang: 'en',
    aliases: new Map(),
    text,
    sections: [{ heading: 'Core Viewpoint', first: 0, end: sentences.length }],
    sentences: sentences.map((sentence) => {
      const start = at;
      at += sentence.length + gap.length;
      return { start, end: start + sentence.length, section: 0, opens: true, marks: [] };
    }),
    revision: createHash('sha256').update(text).digest('hex'),
    edition: createHash('sha256').update(sentences.join('\n')).digest('hex').slice(0, 8),
  };
}

export const libraryOf = (...articles: Article[]): Library => createLibrary(articles);

export function passageOf(article: Article, first: number, last = first): Passage {
  return { article, first, last };
}

/** Texts that Discord would show as something else, one construct each. */
export const TRAPS = [
  '*italic* **bold** ***both*** _under_ __line__ ~~struck~~ ||spoiler||',
  '`code` ``co`de`` ```js\nblock\n```',
  '# Heading',
  '## Second\n### Third\n-# small print',
  '- item\n* item\n+ item\n  - nested\n1. first\n2) second',
  '> quote\n>>> long quote',
  '[masked](https://example.com) [ref][1] [4]',
  'https://example.com/a_b_c http://a.b <https://hidden.example> steam://run/1',
  '<@123456789012345678> <@!123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '@everyone and @here, mail@example.com, <mail@example.com>, +1 555 0100',
  '</ask:123456789012345678> </ask now:123456789012345678>',
  '<t:1700000000> <t:1700000000:R>',
  '<:name:123456789012345678> <a:name:123456789012345678> <id:customize> <123456789012345678:browse>',
  ':smile: :+1: :thumbsup::skin-tone-2: 10:05:30',
  '¯\\_(ツ)_/¯ C:\\path\\*.* \\* \\\\ trailing \\',
  'a*b*c snake_case_name 2*3*4 5 < 6 > 4 | a || b ~ c ~~',
  '美国*政府*指控：阿里巴巴【1】“千问”**恐慌** 😀👨‍👩‍👧 ™️',
  'مرحبا *بالعالم* שלום _עולם_',
  'ends with a colon:',
  '“He said: ‘no’,” — she replied…',
  '  # indented\n - in a list\n\n\nafter blank lines',
];

/** Text as an article might print it, full of what Discord would read as Markdown. Control characters never get into one. */
export const trickyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...TRAPS,
        '\n',
        ' ',
        '**',
        '*',
        '_',
        '`',
        '```',
        '\\',
        ':',
        '<',
        '[',
        '](',
        '://',
        '-#',
      ),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Alibaba', 'the White House', '通义千问', 'x', '7'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/\p{Cc}/gu, (character) => (character === '\n' ? '\n' : '')));

/** A sentence neither begins nor ends with white space. */
export const trickySentence = trickyText.map((text) => text.trim()).filter((text) => text !== '');
