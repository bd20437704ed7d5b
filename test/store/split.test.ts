import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_ANSWERED } from '../../src/corpus/article.ts';
import { parseArticle } from '../../src/corpus/parse.ts';
import { RULES } from '../../src/store/rules.ts';
import { articleOf, splitOf } from '../../src/store/split.ts';
import { ferryFile } from './texts.ts';

const HEAD = 'title: The ferry\npublisher: Harbor News\nlang: en';
/** A text with everything that a sentence may be: rows, fences, quotes in quotes, note marks, one that is too long. */
const TEXT = `The first ferry leaves at 6.40 a.m.[1] It does not wait for the mail.[2][3]

# Owners

> The Berg family has owned it since 1931.
>> "We paid in herring," she said. They did.[note 4]

| Year | Owner |
| --- | --- |
| 1931 | The Berg family [5] |

\`\`\`
pier = "stone"
\`\`\`

# Nothing here

# Fares

- A child rides free. A dog does not.
${'One rope, two ropes and a bucket, '.repeat(60)}
`;
const ALL = `${HEAD}
via: Newswire
published: 2025-11-16T09:05
url: https://example.org/ferry
retrieved: 2026-12-01
source: https://example.org/ferry
source_sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
source_etag: '"33a64df5"'
source_modified: Sun, 16 Nov 2025 09:05:00 GMT
quote_at_most: 30%
aliases: { Berg: [Bergs, 贝格], ferry: [boat] }
questions:
  Who owns it?: [{ 3: The Berg family has owned it since 1931. }]
  Who sank it?: [{ 1: It never sank. }]`;

const file = (head: string, text: string, mark = '') =>
  new TextEncoder().encode(`${mark}---\n${head}\n---\n${text}`);

const FILES: readonly (readonly [string, string, Uint8Array])[] = [
  ['with all that a text may hold', 'ferry', file(HEAD, TEXT)],
  ['with all that front matter may say, and a remark', 'ferry', file(ALL, TEXT)],
  [
    'with a byte order mark and characters outside the plane',
    'ferry',
    file(HEAD, `\u{1F6A2} ${TEXT}`, '\ufeff'),
  ],
  ['with Windows line ends', 'ferry', file(HEAD, TEXT.replaceAll('\n', '\r\n'))],
  ['in Chinese', 'ferry', file(HEAD.replace('en', 'zh'), '渡船六点四十分离开。它不等邮件。[1]\n')],
  ...readdirSync('corpus')
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, name.replace(/\.md$/, ''), readFileSync(join('corpus', name))] as const),
];

describe('a stored split', () => {
  it.each(FILES)('gives the same article back without parsing it: one %s', (_, id, contents) => {
    const article = parseArticle(id, contents);
    const split = splitOf(article, contents);
    const read = articleOf({ id, contents, split });
    expect(read).toStrictEqual({ value: { article } });
  });

  it('gives back what was stored, and does not look at the rules again', () => {
    const [, , contents] = FILES[0] ?? FILES[1] ?? ['', '', new Uint8Array()];
    const article = parseArticle('ferry', contents);
    const merged = { ...article, sentences: article.sentences.slice(0, 1) };
    const read = articleOf({ id: 'ferry', contents, split: splitOf(merged, contents) });
    expect('value' in read && read.value.article.sentences).toHaveLength(1);
  });

  it('does so for whatever sentences', () => {
    const [, , contents] = FILES[1] ?? ['', '', new Uint8Array()];
    const article = parseArticle('ferry', contents);
    const number = fc.nat({ max: 100_000 });
    const spans = fc.array(fc.record({ start: number, end: number }), { maxLength: 4 });
    const sentence = fc.record(
      {
        start: number,
        end: number,
        section: fc.nat({ max: 40 }),
        opens: fc.boolean(),
        marks: spans,
        form: fc.constantFrom('fence' as const, 'row' as const),
        quoteDepth: fc.integer({ min: 1, max: 9 }),
        isCut: fc.constant(true as const),
      },
      { requiredKeys: ['start', 'end', 'section', 'opens', 'marks'] },
    );
    fc.assert(
      fc.property(fc.array(sentence), (sentences) => {
        const odd = { ...article, sentences };
        expect(articleOf({ id: 'ferry', contents, split: splitOf(odd, contents) })).toEqual({
          value: { article: odd },
        });
      }),
    );
  });

  it('takes a third of the room that the sentences would take as objects, or less', () => {
    const long = ferryFile('The ferry', 200);
    const article = parseArticle('ferry', long);
    const objects = JSON.stringify(article.sentences);
    expect(splitOf(article, long).form.length).toBeLessThan(objects.length / 3);
  });

  const contents = file(ALL, TEXT);
  const article = parseArticle('ferry', contents);
  const split = splitOf(article, contents);

  it('by older rules is made anew, once', () => {
    for (const rules of ['0 icu 99.9', '', `${RULES.split(' ')[0]} icu 9.1`]) {
      const read = articleOf({ id: 'ferry', contents, split: { ...split, rules } });
      expect(read).toStrictEqual({ value: { article, renewed: split } });
    }
  });

  it('by rules that a newer program has is not overwritten', () => {
    const read = articleOf({ id: 'ferry', contents, split: { ...split, rules: '999 icu 1' } });
    expect(read).toStrictEqual({ value: { article } });
  });

  it.each([
    ['empty', ''],
    ['no JSON', '{'],
    ['of another form', '{"rest":null}'],
    ['null', 'null'],
    ['cut short', split.form.replace(/,\d+\]\}$/, ']}')],
  ])('that is damaged is made anew: %s', (_, form) => {
    expect(form).not.toBe(split.form);
    expect(articleOf({ id: 'ferry', contents, split: { rules: RULES, form } })).toStrictEqual({
      value: { article, renewed: split },
    });
  });

  it('of another text or under another id is never laid over this one', () => {
    const other = file(ALL, TEXT.replace('mail.', 'post.'));
    const read = articleOf({ id: 'ferry', contents: other, split });
    expect(read).toMatchObject({ value: { article: { revision: parseArticle('ferry', other).revision } } });
    const renamed = articleOf({ id: 'boat', contents, split });
    expect(renamed).toMatchObject({ value: { article: { id: 'boat' } } });
  });

  it('keeps an article that rules have become too strict for; without it, the problem is told', () => {
    const strange = file(HEAD.replace('publisher: Harbor News\n', ''), TEXT);
    const kept = splitOf({ ...article, text: TEXT }, strange);
    const old = { id: 'ferry', contents: strange, split: { ...kept, rules: '0 icu 1' } };
    expect(articleOf(old)).toStrictEqual({ value: { article: { ...article, text: TEXT } } });
    const lost = articleOf({ ...old, split: { rules: '0 icu 1', form: '' } });
    expect(lost).toEqual({ problem: expect.stringContaining('publisher') });
  });

  it('has what the tests above ask for', () => {
    expect(article.sentences.some(({ isCut }) => isCut)).toBe(true);
    expect(new Set(article.sentences.map(({ form }) => form))).toEqual(new Set(['fence', 'row', undefined]));
    expect(article.sentences.some(({ quoteDepth }) => quoteDepth === 2)).toBe(true);
    expect(article.sentences.some(({ marks }) => marks.length === 2)).toBe(true);
    expect(article.sections.some(({ first, end }) => first === end)).toBe(true);
    expect(article.editorsAnswers?.length).toBe(1);
    expect(article.remarks?.length).toBe(1);
    expect(article.editorsAnswers?.[0]?.sentences).not.toBe(NOT_ANSWERED);
  });
});
