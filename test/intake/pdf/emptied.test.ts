import { describe, expect, it } from 'vitest';
import type { SourceBlock } from '../../../src/intake/document.ts';
import { withoutEmptyHeadings, withoutListedHeadings } from '../../../src/intake/pdf/emptied.ts';

const PROSE =
  'The storm reached the bay at noon, and the harbor master, who had been up since four, ordered all boats in before it came.';
const heading = (text: string, level = 2): SourceBlock => ({ kind: 'heading', level, pieces: [text] });
const paragraph = (text = PROSE): SourceBlock => ({ kind: 'paragraph', pieces: [text] });
const item = (text: string): SourceBlock => ({ kind: 'item', depth: 0, pieces: [text] });
const textsOf = (blocks: readonly SourceBlock[]) =>
  blocks.map(
    (block) => `${block.kind === 'heading' ? '# ' : ''}${'pieces' in block ? block.pieces.join('') : ''}`,
  );

const CHAPTERS = ['The storm', 'The ferry', 'The harbor', 'What came after'];
const BODY = CHAPTERS.flatMap((chapter) => [heading(chapter), paragraph()]);

describe('A table of contents without dots', () => {
  it.each([
    ['as headings', CHAPTERS.map((chapter) => heading(chapter))],
    ['as items with bullets', CHAPTERS.map((chapter) => item(`• ${chapter}`))],
    [
      'with numbers before and pages behind',
      CHAPTERS.map((chapter, at) => paragraph(`${at + 1}. ${chapter} ${at + 3}`)),
    ],
    [
      'under its heading, below the title',
      [heading('Contents'), paragraph('Storms'), ...CHAPTERS.map((one) => item(one))],
    ],
  ])('goes, and is told: %s', (_, listed) => {
    const { blocks, leftOut } = withoutListedHeadings([...listed, ...BODY]);
    expect(blocks).toEqual(BODY);
    expect(leftOut).toHaveLength(listed.length);
    expect(leftOut.every(({ what }) => what === 'contents')).toBe(true);
  });

  it('is none where a few headings come again, or where lines are not headings', () => {
    const report = [
      heading('Results'),
      paragraph(),
      heading('Discussion'),
      paragraph(),
      heading('Results'),
      paragraph(),
    ];
    expect(withoutListedHeadings(report).blocks).toEqual(report);
    const list = [item('Bread'), item('Fish'), item('Salt'), item('Oil'), paragraph(), ...BODY];
    expect(withoutListedHeadings(list).blocks).toEqual(list);
  });
});

describe('Lines set as headings with nothing under them', () => {
  const none = () => false;

  it('are no headings below a title, nor where several follow each other', () => {
    const opening = [heading('Anna Berg'), heading('Harbor School, 12 Quay Street'), paragraph(), ...BODY];
    expect(textsOf(withoutEmptyHeadings(opening, none)).slice(0, 3)).toEqual([
      'Anna Berg',
      '# Harbor School, 12 Quay Street',
      PROSE,
    ]);
    const form = [
      ...BODY,
      heading('Quantity'),
      heading('Price'),
      heading('Tax'),
      heading('Due'),
      paragraph(),
    ];
    expect(textsOf(withoutEmptyHeadings(form, none)).slice(-5)).toEqual([
      'Quantity',
      'Price',
      'Tax',
      '# Due',
      PROSE,
    ]);
  });

  it('stay where one stands over a lower one, is numbered, or is a bookmark', () => {
    const report = [...BODY, heading('Part two', 1), heading('The pier', 2), paragraph()];
    expect(withoutEmptyHeadings(report, none)).toEqual(report);
    const numbered = [
      heading('1 Storms'),
      heading('2 Ferries'),
      heading('3 Harbors'),
      heading('4 Piers'),
      paragraph(),
    ];
    expect(withoutEmptyHeadings(numbered, none)).toEqual(numbered);
    const marked = [heading('Storms'), heading('Ferries'), heading('Piers'), heading('Boats'), paragraph()];
    expect(withoutEmptyHeadings(marked, () => true)).toEqual(marked);
  });
});
