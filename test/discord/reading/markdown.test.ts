import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/read.ts';
import { escapeMarkdown, prefixLines } from '../../../src/discord/message/markdown.ts';
import { displayed, readMarkdown } from '../../../src/discord/reading/markdown.ts';
import { trickyText } from '../articles.ts';

const said = (text: string, ...quotations: string[]) => ({ text, quotations });

/**
 * A reader of others' making, with the one rule of Discord's client that it lacks: italic words may end with one or two
 * spaces before the mark.
 */
const { defaultRules, inlineRegex, parserFor } = SimpleMarkdown;
const LOOSE = /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?) {1,2}\*(?!\*)/;
const parse = parserFor({ ...rulesExtended, looseEm: { ...defaultRules.em, match: inlineRegex(LOOSE) } });

describe('Markdown as Discord displays it', () => {
  it.each([
    ['emphasis in one another', '***all** of* __it *is*__ ~~so~~', 'all of it is so'],
    ['marks without an end', 'a * b ** c __ d ~~ e || f ` g [h](i', 'a * b ** c __ d ~~ e || f ` g [h](i'],
    ['underlines within a word', 'of_this_kind and _that_', 'of_this_kind and that'],
    ['a spoiler over several lines', '||The end:\n**he** dies||', 'The end:\nhe dies'],
    ['code, in which no mark counts', '`a *b* \\` ``c ` d`` ` `` `', 'a *b* \\ c ` d ``'],
    ['a code block with its language', 'See\n```js\nlet x = `a`;\n```\nthere', 'See\nlet x = `a`;\nthere'],
    ['a code block that holds one word', '```js```', 'js'],
    [
      'headings',
      '# One #1\n ## *Two* ##\n### Three\n#### Four\n#Five\n# # Six',
      'One #1\nTwo \nThree\n#### Four\n#Five\n# # Six',
    ],
    ['spaces beside marks', '*one * ** two ** 2 * 3 * 4 *  five', 'one  two  2 * 3 * 4 *  five'],
    [
      'a heading, an item and small print in others',
      '**# One**\n- - two\n- -# three\n- # four',
      'One\ntwo\nthree\n# four',
    ],
    ['small print below a heading', '# One\n-# two', 'One\ntwo'],
    [
      'lists, also in one another',
      '- one *a*\n  * two\n    set in\n1. three\n+ four',
      'one a\ntwo\n    set in\nthree\n+ four',
    ],
    [
      'a masked link, its title and what is none',
      '[*a* [1]](https://a.b/(c)_d_ "t") [e](f) [](https://a.b)',
      'a [1] [e](f) [](https://a.b)',
    ],
    [
      'bare links',
      'https://a.b/_c_/*d* <https://a.b/_c_> <a_b_@c.d> <+1 555>',
      'https://a.b/_c_/*d* https://a.b/_c_ a_b_@c.d +1 555',
    ],
    ['backslashes', '\\*a\\* \\> \\a C:\\d \\\\ \\_', '*a* > \\a C:\\d \\ _'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯ _so_', '¯\\_(ツ)_/¯ so'],
    [
      'mentions and times, which are left out, and commands',
      'By <@1>, <@!2>, <@&3>, <#4>: </ask now:5> <t:1700000000:R><t:-1>.',
      'By , , , : /ask now .',
    ],
    ['emoji', 'Yes <:so:123><a:is:456> 😀 :smile:', 'Yes  😀 :smile:'],
    ['nothing', '', ''],
  ])('shows %s', (_, markdown, text) => {
    expect(readMarkdown(markdown)).toEqual(said(text));
  });

  it.each([
    ['a run of lines', 'a\n> b\n> *c*\nd\n> e', said('a\nd', 'b\nc', 'e')],
    ['all that is left', 'a\n>>> b\n> c\n\nd', said('a', 'b\n> c\n\nd')],
    ['small print and headings below', '> a\n-# b\n> c\n# d', said('b\nd', 'a', 'c')],
    ['what it holds itself', '> - a\n> # b\n> ```\n> c *d*\n> ```\n> > e', said('', 'a\nb\nc *d*\n> e')],
    ['a year with which a sentence begins', '1984. The year began well.', said('1984. The year began well.')],
    ['what an item of a list quotes', '- a\n- > b\n  > c\n- d', said('a\n\nd', 'b\nc')],
    ['what stands within bold or a spoiler', '||a\n> **b**\nc||', said('a\nc', 'b')],
    ['no line without a space or within a line', '>a\nb > c\n>>>d', said('>a\nb > c\n>>>d')],
    ['no escaped mark', '\\> a', said('> a')],
    ['nothing that is empty', '>  \na', said('a')],
    ['no line of a code block', '```\n> a\n```', said('> a')],
  ])('takes for a quotation %s', (_, markdown, posted) => {
    expect(readMarkdown(markdown)).toEqual(posted);
  });

  it('agrees with a reader of others’ making on whatever may stand within a line', () => {
    const pieces = [
      'a',
      'b ',
      ' ',
      '*',
      '**',
      '***',
      '_',
      '__',
      '~~',
      '||',
      '`',
      '``',
      '\\',
      '.',
      'é',
      '\nx',
    ];
    const more = [' [1] ', '[a](https://x.y)', '://', '“q”', 'https://x.y/_z_ ', '<@123456789012345678>'];
    // It knows no list, and takes a line's first mark for a block where another stands before.
    const markdown = fc
      .array(fc.constantFrom(...pieces, ...more), { maxLength: 14 })
      .map((all) => `x${all.join('')}`);
    fc.assert(
      fc.property(
        markdown.filter((text) => !text.includes('```')),
        (text) => {
          expect(displayed(text)).toBe(wordsOf(parse(text, { inline: true })));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (typeof node === 'string') return node;
  const { type, content } = node as { type: string; content?: unknown };
  if (type === 'br' || type === 'newline') return '\n';
  return type === 'user' ? '' : wordsOf(content);
}

/** What people put around a sentence, within a line. */
const INLINE: readonly ((markdown: string) => string)[] = [
  (markdown) => `*${markdown}*`,
  (markdown) => `_${markdown}_`,
  (markdown) => `**${markdown}**`,
  (markdown) => `***${markdown}***`,
  (markdown) => `__${markdown}__`,
  (markdown) => `~~${markdown}~~`,
  (markdown) => `||${markdown}||`,
  (markdown) => `[${markdown}](https://example.org/a(b)c "A title")`,
];

/** What they put before or around it, as lines of their own. */
const LINES: readonly ((markdown: string) => string)[] = [
  (markdown) => markdown,
  (markdown) => `# ${markdown}`,
  (markdown) => `### ${markdown}`,
  (markdown) => `-# ${markdown}`,
  (markdown) => `- ${markdown}`,
  (markdown) => `  * ${markdown}`,
  (markdown) => `12. ${markdown}`,
];

/** Different constructs in one another: Discord reads `**` within `**` as two pairs. */
const nested = fc
  .tuple(fc.subarray([0, 1, 2, 4, 5, 6, 7]), fc.constantFrom(...LINES))
  .chain(([chosen, line]) =>
    fc.shuffledSubarray(chosen, { minLength: chosen.length }).map((order) => ({ order, line })),
  );

const inOneAnother = (order: readonly number[], sentence: string) =>
  order.reduce((markdown, at) => INLINE[at]?.(markdown) ?? markdown, sentence);

const articles = await readCorpus('corpus');
const sentences = articles.flatMap(({ text, sentences: all }) =>
  all.map(({ start, end }) => text.slice(start, end)),
);

describe('a sentence of an article', () => {
  it('is read as it stands, raw and in every construct that people put around it', () => {
    for (const sentence of sentences) {
      const raw = displayed(sentence);
      for (const line of LINES) {
        expect(readMarkdown(line(sentence))).toEqual(said(raw));
        for (const wrap of INLINE) expect(readMarkdown(line(wrap(sentence)))).toEqual(said(raw));
      }
      for (const wrap of INLINE) expect(readMarkdown(`> ${wrap(sentence)}`)).toEqual(said('', raw));
      expect(readMarkdown(`\`${sentence}\``)).toEqual(said(sentence));
      expect(readMarkdown(`\`\`\`\n${sentence}\n\`\`\``)).toEqual(said(sentence));
      expect(readMarkdown(`\`\`\`text\n${sentence}\`\`\``)).toEqual(said(sentence));
      expect(readMarkdown(`>>> ${sentence}\n\n${sentence}`)).toEqual(said('', `${raw}\n\n${raw}`));
      expect(readMarkdown(`Look:\n> “${sentence}”\n> \n> ${sentence}\nSo?`)).toEqual(
        said('Look:\nSo?', `“${raw}”\n\n${raw}`),
      );
    }
    expect(sentences.filter((sentence) => displayed(sentence) === sentence).length).toBe(sentences.length);
  });

  it('is read as it stands in constructs that hold one another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), nested, (sentence, { order, line }) => {
        const markdown = line(inOneAnother(order, sentence));
        expect(readMarkdown(markdown)).toEqual(said(sentence));
        expect(readMarkdown(prefixLines('> ', markdown))).toEqual(said('', sentence));
        expect(readMarkdown(`So:\n>>> ${markdown}\n${markdown}`)).toEqual(
          said('So:', `${sentence}\n${sentence}`),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is read as it stands where its own marks are escaped', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(displayed(escapeMarkdown(text))).toBe(text);
        const { quotations } = readMarkdown(prefixLines('> ', `“${escapeMarkdown(text)}”`));
        expect(quotations).toEqual([`“${text}”`]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is meant to be hard to read', () => {
  const LENGTH = 200_000;
  const PATTERNS = [
    ...['*', '_', '>', '`', '[', '<', '\\', '|', '~', '#', ' ', '\n', '> ', '>>> ', '- ', '1. ', '* '],
    ...['*a ', '**a _b ', '***a _b __c ~~d ||e ', '_a __b ', '*a **b ***c ', '||a', '~~a_', '~~a~~_'],
    ...['> a\n', '> a\n\n', '- *a\n  ', '# **a\n', ' \n', '- a\n b\n', '```a', '```\n', '`a``b```c'],
    ...[
      '[a](https://',
      '[a](https://b (',
      '](',
      '[[',
      '<https://',
      'https://a ',
      '<@1',
      '<t:1',
      '¯\\_',
      '<:a:',
    ],
  ];

  // Where time grew with the square of the length, any of these would take minutes. Only the processor's time is counted:
  // others may keep it busy meanwhile.
  it.each(PATTERNS)(
    'takes no longer than its length: %j',
    (pattern) => {
      const before = process.cpuUsage();
      readMarkdown(pattern.repeat(LENGTH / pattern.length));
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(10);
    },
    60_000,
  );

  it('ends, also where each construct holds the next, and shows every word', () => {
    for (const [open, close] of [
      ['*_', '_*'],
      ['**__', '__**'],
      ['||~~', '~~||'],
      ['[', '](https://a.b)'],
      ['> ', ''],
    ] as const) {
      const { text, quotations } = readMarkdown(`${open.repeat(5000)}word${close.repeat(5000)}`);
      expect([text, ...quotations].join('\n')).toContain('word');
    }
  });

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof readMarkdown(text).text).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});
