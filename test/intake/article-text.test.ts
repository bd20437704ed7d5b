import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { textOf } from '../../src/corpus/passage.ts';
import { composeText, type KeptBlock } from '../../src/intake/article-text.ts';

const paragraph = (text: string, quoteDepth = 0): KeptBlock => ({ kind: 'paragraph', text, quoteDepth });
const item = (text: string, depth = 0, number?: number): KeptBlock => ({
  kind: 'item',
  text,
  depth,
  quoteDepth: 0,
  ...(number !== undefined && { number }),
});

function sentencesOf(text: string): readonly string[] {
  const article = articleFrom({ id: 'a', title: '', publisher: '', lang: 'en', text });
  return article.sentences.map((_, at) => textOf({ article, first: at, last: at }));
}

describe('The text of an article file', () => {
  it('has each block as src/corpus reads it', () => {
    const { text, unwritable } = composeText(
      [
        { kind: 'heading', level: 2, text: 'What happened' },
        paragraph('The storm reached the bay at noon.'),
        item('Ferries stopped.', 0, 1),
        item('Schools closed.', 0, 2),
        item('The old one, too.', 1),
        paragraph('We had forty boats out.', 1),
        { kind: 'row', cells: ['Place', 'Wind'], opensTable: true, quoteDepth: 0 },
        { kind: 'row', cells: ['Holm', '120 km/h'], opensTable: false, quoteDepth: 0 },
        { kind: 'fence', text: 'wind --max\n\n```\n# no heading', info: 'sh', quoteDepth: 0 },
      ],
      'en',
    );
    expect(unwritable).toEqual([]);
    expect(text).toBe(
      [
        '## What happened',
        '',
        'The storm reached the bay at noon.',
        '',
        '1. Ferries stopped.',
        '2. Schools closed.',
        '  - The old one, too.',
        '',
        '> We had forty boats out.',
        '',
        '| Place | Wind |',
        '| --- | --- |',
        '| Holm | 120 km/h |',
        '',
        '````sh',
        'wind --max',
        '',
        '```',
        '# no heading',
        '````',
        '',
      ].join('\n'),
    );
    expect(sentencesOf(text).at(-1)).toBe('wind --max\n\n```\n# no heading');
  });

  it('keeps words that open as something else what they are', () => {
    const openings = [
      '# 1 in the charts.',
      '- Who is there?',
      '* 1. Close the harbor.',
      '1990. The year began.',
      '#hashtag of the day.',
      'C# is a language.',
    ];
    const { text, unwritable } = composeText(
      openings.map((words) => paragraph(words)),
      'en',
    );
    expect(unwritable).toEqual([]);
    expect(sentencesOf(text).map((words) => words.trim())).toEqual([
      '# 1 in the charts.',
      'Who is there?',
      '1. Close the harbor.',
      '1990.',
      'The year began.',
      '#hashtag of the day.',
      'C# is a language.',
    ]);
  });

  it('keeps items whose numbers do not count on', () => {
    const items = [
      item('One ferry.', 0, 1),
      item('A buoy.'),
      item('Four boats.', 0, 4),
      item('Nine men.', 0, 9),
    ];
    const { text, unwritable } = composeText(items, 'en');
    expect(unwritable).toEqual([]);
    expect(text).toBe('1. One ferry.\n- A buoy.\n- Four boats.\n- Nine men.\n');
  });

  it('keeps the marks at the end of a heading', () => {
    const { text } = composeText(
      [{ kind: 'heading', level: 1, text: 'Learn C #' }, paragraph('It is sharp.')],
      'en',
    );
    const { sections } = articleFrom({ id: 'a', title: '', publisher: '', lang: 'en', text });
    expect(sections.map(({ heading }) => heading)).toEqual(['Learn C #']);
  });

  it('keeps lines of verse, and puts on one line what would be read as something else', () => {
    const verse = 'O wild West Wind,\nthou breath of Autumn’s being.';
    expect(composeText([paragraph(verse)], 'en').text).toBe(`${verse}\n`);
    expect(composeText([paragraph('He counted\n- one sheep\n- two sheep.')], 'en').text).toBe(
      'He counted - one sheep - two sheep.\n',
    );
  });

  it('has notes at its end, under a heading in the language of the text', () => {
    const note: KeptBlock = { kind: 'note', text: '[^1]: Said on the radio.' };
    const { text, addedHeading } = composeText([note, paragraph('Der Sturm kam mittags [^1].')], 'de-AT');
    expect(addedHeading).toBe('Anmerkungen');
    expect(text).toBe('Der Sturm kam mittags [^1].\n\n## Anmerkungen\n\n[^1]: Said on the radio.\n');
  });

  it('takes no sign before a figure for a bullet', () => {
    const signed = ['- 5 degrees were measured.', '> 40 people came.', '+ 3 points for Holm.'].map((words) =>
      paragraph(words),
    );
    const { text, unwritable } = composeText([paragraph('It was cold.'), ...signed], 'en');
    expect(text).toBe('It was cold.\n');
    expect(unwritable).toEqual(signed);
  });

  it('leaves out, and tells, what no spelling holds', () => {
    const { text, unwritable } = composeText(
      [paragraph('``` opens nothing here.'), paragraph('It rained.')],
      'en',
    );
    expect(text).toBe('It rained.\n');
    expect(unwritable).toEqual([paragraph('``` opens nothing here.')]);
  });

  it('never loses or changes a word, whatever the blocks are', () => {
    const word = fc.constantFrom(
      'storm',
      '#',
      '-',
      '1.',
      '2)',
      '>',
      '|',
      '```',
      '~~~',
      '*',
      '1990.',
      '---',
      'Holm',
      '[1]',
      '第',
      '12',
      '\\',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    const depth = fc.nat({ max: 2 });
    const block: fc.Arbitrary<KeptBlock> = fc.oneof(
      fc.record({
        kind: fc.constant('heading' as const),
        level: fc.integer({ min: 1, max: 6 }),
        text: words.map((one) => `${one} x`),
      }),
      fc.record({ kind: fc.constant('paragraph' as const), text: words, quoteDepth: depth }),
      fc.record({
        kind: fc.constant('item' as const),
        text: words,
        depth,
        number: fc.integer({ min: 1, max: 4 }),
        quoteDepth: fc.constant(0),
      }),
      fc.record({ kind: fc.constant('item' as const), text: words, depth, quoteDepth: depth }),
      fc.record({
        kind: fc.constant('fence' as const),
        text: words,
        info: fc.constant(''),
        quoteDepth: fc.constant(0),
      }),
      fc.record({ kind: fc.constant('note' as const), text: words }),
      fc.record({
        kind: fc.constant('row' as const),
        cells: fc.tuple(words, words),
        opensTable: fc.constant(true),
        quoteDepth: fc.constant(0),
      }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const { text, unwritable } = composeText(blocks, 'en');
        const isWritten = (one: KeptBlock) => !unwritable.includes(one);
        const kept = [
          ...blocks.filter(({ kind }) => kind !== 'note'),
          ...blocks.filter(({ kind }) => kind === 'note'),
        ].filter(isWritten);
        const squeeze = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '');
        // Numbers of items are of the list.
        const digitless = (one: string) => squeeze(one).replace(/[1-4]/g, '');
        const said = kept.map((one) => (one.kind === 'row' ? one.cells.join() : one.text)).join();
        expect(digitless(text.replace('## Notes', ''))).toBe(digitless(said));
        const article = articleFrom({ id: 'a', title: '', publisher: '', lang: 'en', text });
        const headings = kept.flatMap((one) => (one.kind === 'heading' ? [one.text] : []));
        expect(
          article.sections
            .map(({ heading }) => heading)
            .filter((heading) => heading !== '' && heading !== 'Notes'),
        ).toEqual(headings);
      }),
      { numRuns: 400 },
    );
  });
});
