import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';

const folder = new URL('../../corpus/', import.meta.url).pathname;
const received = readFileSync(new URL('./qwen-panic.received.txt', import.meta.url), 'utf8');
const article = (await readCorpus(folder)).find(({ id }) => id === 'qwen-panic');
if (!article) throw new Error('corpus/qwen-panic.md is missing');
const { title, publisher, via, published, text, sections, sentences } = article;

test('has nothing but what was received, character for character and in its order', () => {
  const [head = '', body = '', foot = ''] = received.split('\n\n');
  const parts = sections.map(({ heading, first, end }, index) => {
    const own = sentences.slice(first, end).map(({ start, end }) => text.slice(start, end));
    // The first section was received as a paragraph, the others as items, each after a dash.
    return index === 0 ? `${heading} - ${own.join(' ')}` : `${heading} - ${own.join(' - ')}`;
  });
  expect(parts.join(' ')).toBe(body);
  expect(head).toBe(`${title}\n${publisher}·${published?.replace('T', ' ')}`);
  expect(foot).toBe(`${title} - ${via}`);
});

test('has the sections and sentences that an editor sees in it', () => {
  expect(sections.map(({ heading, first, end }) => [heading, end - first])).toEqual([
    ['Core Viewpoint', 2],
    ['Group 1: Allegations and Responses', 3],
    ['Group 2: Background Information on AI Developments', 3],
    ['Group 3: Market Position and Competitive Landscape', 3],
    ['Group 4: Potential for Cooperation', 1],
  ]);
});

test('prints the note marks 1, 2, 4, 5 and 6, and no 3', () => {
  const marks = new Set(
    sentences.flatMap(({ marks }) => marks.map(({ start, end }) => text.slice(start, end))),
  );
  expect([...marks]).toEqual(['[1]', '[2]', '[4]', '[5]', '[6]']);
});
