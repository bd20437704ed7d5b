import { expect, test } from 'vitest';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { listCorpus } from '../../src/corpus/listing.ts';

const storm = articleFrom({
  id: 'storm',
  title: 'Storm over the Bay',
  publisher: 'The Daily',
  via: 'Newswire',
  published: '2025-11-16',
  lang: 'en',
  text: 'It rained\nin the U.S. all day [1].\n\n## Night\n\n- It blew.\n- It hailed.\n\n## Morning\n',
});

test('lists each article with its sections, its numbered sentences and a total', () => {
  expect(listCorpus([storm])).toBe(
    `storm: Storm over the Bay
The Daily, via Newswire, 2025-11-16, en

(no heading)
  1  It rained in the U.S. all day [1].

## Night
  2  It blew.
  3  It hailed.

## Morning

storm: 3 sections, 3 sentences, 82 characters, 0 names with aliases, note marks [1], revision ${storm.revision.slice(0, 8)}`,
  );
});

test('parts articles by an empty line', () => {
  const flood = articleFrom({
    id: 'flood',
    title: 'Flood',
    publisher: 'The Daily',
    lang: 'en',
    text: 'It rose.',
  });
  expect(listCorpus([storm, flood])).toContain(
    '\n\nflood: Flood\nThe Daily, en\n\n(no heading)\n  1  It rose.\n\nflood: 1 section,',
  );
});
