import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { piecesOf, type SourceBlock, type SourceDocument } from '../../../src/intake/document.ts';
import { pdfFile } from '../../../src/intake/formats/pdf.ts';
import { lines, type Printed, pdfOf, type Written } from '../pdf-writer.ts';

async function read(written: Written): Promise<SourceDocument> {
  const result = await pdfFile.read({ name: 'river.pdf', bytes: pdfOf(written) }, {});
  if ('problem' in result) throw new Error(result.problem);
  return result.value[0] as SourceDocument;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const result = await pdfFile.read({ name: 'river.pdf', bytes }, {});
  return 'problem' in result ? result.problem : '';
}

function textOf(block: SourceBlock): string {
  return piecesOf(block).join('');
}

function texts({ blocks }: SourceDocument, kind?: SourceBlock['kind']): readonly string[] {
  return blocks.filter((block) => kind === undefined || block.kind === kind).map(textOf);
}

const LEFT = [
  'The river rises every spring when the snow of',
  'the hills melts, and for two weeks the lower',
  'meadows stand under water. Farmers have always',
  'counted on it, since the mud that stays behind',
  'feeds the grass until late autumn, and nobody',
];
const RIGHT = [
  'in the valley would trade the flood for a dam.',
  'Engineers measured the level in eleven places',
  'and found that it fell by four centimetres in',
  'a decade. They blame the wells that were sunk',
  'for the new town, and asked for a third gauge.',
];

describe('Reading a PDF', () => {
  it('reads two columns one after the other, whichever the file draws first, and goes on with a sentence across them', async () => {
    const document = await read({
      pages: [
        [
          ...lines(310, 700, RIGHT),
          ...lines(60, 700, LEFT),
          { x: 150, y: 760, text: 'A River and its Town', size: 20, font: 'bold' },
        ],
      ],
    });
    expect(texts(document)).toEqual([`${LEFT.join(' ')} ${RIGHT.join(' ')}`]);
    expect(document.stated.title).toBe('A River and its Town');
  });

  it('takes pieces that stand in the text as the reader of the file gives it by itself', async () => {
    const document = await read({ pages: [[...lines(310, 700, RIGHT), ...lines(60, 700, LEFT)]] });
    const own = document.own.replace(/\s/g, '');
    const pieces = document.blocks.flatMap(piecesOf);
    expect(pieces.length).toBeGreaterThanOrEqual(10);
    expect(pieces.filter((piece) => !own.includes(piece.replace(/\s/g, '')))).toEqual([]);
  });

  it('leaves out running heads and page numbers, and says so', async () => {
    const page = (number: number, body: readonly string[]): Printed[] => [
      { x: 60, y: 800, text: number % 2 === 0 ? 'Rivers of the North' : 'Chapter Two: Floods', size: 9 },
      ...lines(60, 700, body),
      { x: 290, y: 40, text: `Page ${number} of 4`, size: 9 },
    ];
    const document = await read({
      pages: [
        page(1, ['One gauge was washed away in March.']),
        page(2, ['Two gauges were set up again in May.']),
        page(3, ['Three men look after all of them now.']),
        page(4, ['Four reports a year tell what they saw.']),
      ],
    });
    expect(texts(document)).toHaveLength(4);
    expect(texts(document).join(' ')).not.toMatch(/Rivers of|Chapter Two|Page/);
    expect(document.leftOut.map(({ what }) => what).sort()).toEqual([
      ...Array(4).fill('pageNumber'),
      ...Array(4).fill('runningHead'),
    ]);
  });

  it('joins a word that is broken at a line’s end where it stands whole elsewhere, and keeps the hyphen of any other', async () => {
    const document = await read({
      pages: [
        lines(60, 700, [
          'The oldest settlement lies on the bank, and the settle-',
          'ment grew with the mill until it was a well-',
          'known market. Its register of the years 2019-',
          '2021 is kept under the number 14 in the archive.',
        ]),
      ],
    });
    expect(texts(document)).toEqual([
      'The oldest settlement lies on the bank, and the settlement grew with the mill until it was a well-known market. Its register of the years 2019-2021 is kept under the number 14 in the archive.',
    ]);
    expect(document.changes).toEqual({ hyphens: 1, keptHyphens: 2 });
  });

  it('joins a web address over lines without a space', async () => {
    const document = await read({
      pages: [
        lines(60, 700, [
          'All levels since 1931 are published at https://levels.example.org/',
          'river/gauges/index.html and are free to use for everybody there.',
        ]),
      ],
    });
    expect(texts(document)[0]).toContain('https://levels.example.org/river/gauges/index.html and are');
  });

  it('gathers footnotes as notes, though the file begins its page with them', async () => {
    const document = await read({
      pages: [
        [
          { x: 60, y: 112, text: '1', size: 6 },
          ...lines(64, 108, ['Measured at the old bridge, before it was', 'taken down in 1958.'], {
            size: 8.5,
          }),
          ...lines(60, 700, [
            'The highest level was four metres and ten, in the',
            'year of the great flood, and no gauge survived it.',
          ]),
        ],
      ],
    });
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'note']);
    expect(texts(document, 'note')[0]).toBe(
      '1 Measured at the old bridge, before it was taken down in 1958.',
    );
  });

  it('reads headings by size and weight, numbered ones by their depth, and no bold words within a sentence', async () => {
    const body = (top: number, opening: string) =>
      lines(60, top, [
        `${opening} and the water stood in the streets for a day`,
        'and a night, before the gates could be opened again by hand.',
      ]);
    const document = await read({
      pages: [
        [
          { x: 60, y: 780, text: 'The Flood of the Century', size: 22, font: 'bold' },
          { x: 60, y: 740, text: '1 Causes', size: 14, font: 'bold' },
          ...body(720, 'It rained for three days,'),
          { x: 60, y: 680, text: '1.1 Rain upstream', font: 'bold' },
          ...body(662, 'Twice as much fell in the hills,'),
          { x: 60, y: 630, text: '2 What was lost', size: 14, font: 'bold' },
          { x: 60, y: 608, text: 'Nobody', font: 'bold' },
          ...lines(104, 608, ['was hurt, since the bells had been rung in good time']),
          ...lines(60, 594.8, ['by the ferryman, who saw the water come down the valley.']),
        ],
      ],
    });
    expect(
      document.blocks.flatMap((block) => (block.kind === 'heading' ? [[block.level, textOf(block)]] : [])),
    ).toEqual([
      [1, '1 Causes'],
      [2, '1.1 Rain upstream'],
      [1, '2 What was lost'],
    ]);
    expect(texts(document).at(-1)).toMatch(/^Nobody was hurt, .* valley\.$/);
  });

  it('parts paragraphs by their indents where no space does', async () => {
    const document = await read({
      pages: [
        [
          ...lines(60, 700, [
            'The ferry has crossed since the year 1702 without a break, and it',
            'takes no more than six people and a horse, as it always has done.',
          ]),
          { x: 76, y: 700 - 26.4, text: 'In winter it lies ashore, and whoever wants to cross the river in' },
          ...lines(60, 700 - 39.6, ['those months has to walk down to the bridge at the mill and back.']),
        ],
      ],
    });
    expect(texts(document)).toHaveLength(2);
    expect(texts(document)[1]).toMatch(/^In winter .* mill and back\.$/);
  });

  it('reads list items without their bullets and tables as rows', async () => {
    const row = (y: number, cells: readonly string[]): Printed[] =>
      cells.map((text, at) => ({ x: 60 + at * 120, y, text }));
    const document = await read({
      pages: [
        [
          ...lines(60, 720, ['Three gauges are read every morning by the people who live nearby:']),
          ...lines(70, 700, [
            '\u0095 the one at the mill',
            '\u0095 the one at the bridge',
            '\u0095 the one below the weir',
          ]),
          ...row(600, ['Gauge', 'Level', 'Since']),
          ...row(586, ['Mill', '2.31 m', '1931']),
          ...row(572, ['Bridge', '1.90 m', '1958']),
          ...row(558, ['Weir', '0.75 m', '2004']),
        ],
      ],
    });
    expect(texts(document, 'item')).toEqual([
      'the one at the mill',
      'the one at the bridge',
      'the one below the weir',
    ]);
    expect(
      document.blocks.flatMap((block) =>
        block.kind === 'row' ? [block.cells.map((cell) => cell.join(''))] : [],
      ),
    ).toEqual([
      ['Gauge', 'Level', 'Since'],
      ['Mill', '2.31 m', '1931'],
      ['Bridge', '1.90 m', '1958'],
      ['Weir', '0.75 m', '2004'],
    ]);
  });

  it('keeps the lines and indents of program text', async () => {
    const document = await read({
      pages: [
        [
          ...lines(60, 720, ['A level is kept only where it is one that the river can have reached:']),
          ...lines(60, 700, ['if level < 9:'], { font: 'mono' }),
          ...lines(60 + 4 * 6.6, 700 - 13.2, ['keep(level)'], { font: 'mono' }),
        ],
      ],
    });
    expect(texts(document, 'fence')).toEqual(['if level < 9:\n    keep(level)']);
  });

  it('leaves out a table of contents', async () => {
    const document = await read({
      pages: [
        [
          { x: 60, y: 740, text: 'Contents', size: 16, font: 'bold' },
          ...lines(60, 710, [
            'Causes ................. 3',
            'What was lost ......... 7',
            'What came after ....... 12',
          ]),
          ...lines(60, 600, ['The flood came at night, and the town was asleep when the gate broke.']),
        ],
      ],
    });
    expect(texts(document)).toEqual([
      'The flood came at night, and the town was asleep when the gate broke.',
    ]);
    expect(document.leftOut.map(({ what }) => what)).toContain('contents');
  });

  it('leaves out text that is not seen: without ink, white on white, beyond the edge', async () => {
    const document = await read({
      pages: [
        [
          ...lines(60, 700, ['Everybody can see this sentence about the river.']),
          { x: 60, y: 600, text: 'Without ink it was hidden.', before: '3 Tr' },
          { x: 60, y: 560, text: 'White on white it was hidden.', before: '1 g' },
          { x: 700, y: 520, text: 'Beyond the edge it was hidden.' },
        ],
      ],
    });
    expect(texts(document)).toEqual(['Everybody can see this sentence about the river.']);
    expect(document.leftOut).toEqual([
      { what: 'hidden', text: expect.stringMatching(/Withoutink.*White.*Beyond/) },
    ]);
  });

  it('reads what was recognized in a scan, which has no ink on any letter', async () => {
    const document = await read({ pages: [lines(60, 700, LEFT, { before: '3 Tr' })] });
    expect(texts(document)).toEqual([LEFT.join(' ')]);
  });

  it('reads Chinese of a font that names a predefined character map, and joins its lines without a space', async () => {
    const document = await read({
      pages: [
        lines(
          60,
          700,
          [
            '上海市在二零二三年经济增长了百分之五，超过全国平均水平，',
            '市政府表示，未来三年将继续投资基础设施。',
          ],
          {
            font: 'chinese',
          },
        ),
      ],
    });
    expect(texts(document)).toEqual([
      '上海市在二零二三年经济增长了百分之五，超过全国平均水平，市政府表示，未来三年将继续投资基础设施。',
    ]);
  });

  it('reads what only its owner’s password protects, and refuses what nobody opens without one', async () => {
    // Both were made of one page of `pdfOf` by qpdf 11, with 128 bits.
    const bytes = (name: string) => new Uint8Array(readFileSync(new URL(`pdf/${name}.pdf`, import.meta.url)));
    const result = await pdfFile.read({ name: 'owner.pdf', bytes: bytes('owner-password') }, {});
    expect('value' in result ? texts(result.value[0] as SourceDocument) : result).toEqual([LEFT.join(' ')]);
    expect(await problemOf(bytes('user-password'))).toMatch(/protected by a password/);
  });

  it('states what the file states, but not what its program wrote on its own', async () => {
    const pages = [lines(60, 700, LEFT)];
    expect((await read({ pages, info: { Title: 'Levels of a River' }, lang: 'en-GB' })).stated).toEqual({
      title: 'Levels of a River',
      lang: 'en-GB',
    });
    const stated = (
      await read({ pages, info: { Title: 'Microsoft Word - draft_3.doc', CreationDate: 'D:20240101' } })
    ).stated;
    expect(stated).toEqual({});
  });

  it('tells how far it is', async () => {
    const shares: number[] = [];
    const bytes = pdfOf({ pages: [lines(60, 700, LEFT), lines(60, 700, RIGHT)] });
    await pdfFile.read({ name: 'river.pdf', bytes }, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0.5, 1]);
  });

  it('refuses a scan without text, a garbled and a broken file, each with a sentence', async () => {
    expect(await problemOf(pdfOf({ pages: [[], []] }))).toMatch(/no text in it.*OCR/);
    const shifted = [...LEFT, ...RIGHT].map((line) =>
      line.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 3) % 26) + 97)),
    );
    expect(await problemOf(pdfOf({ pages: [lines(60, 700, shifted)] }))).toMatch(/garbled/);
    expect(await problemOf(new TextEncoder().encode('%PDF-1.7\nnothing else'))).toMatch(/broken/);
  });

  it('recognizes a PDF by its first bytes, and no page that a server sent instead', () => {
    const of = (text: string, name = 'x') =>
      pdfFile.recognizes({ name, bytes: new TextEncoder().encode(text) });
    expect(of('%PDF-1.4')).toBe(true);
    expect(of('junk before it\n%PDF-1.4')).toBe(true);
    expect(of('<!doctype html>', 'river.pdf')).toBe(false);
    expect(of('The river', 'river.txt')).toBe(false);
  });
});
