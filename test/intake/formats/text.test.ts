import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { piecesOf, type SourceBlock } from '../../../src/intake/document.ts';
import { fidelityOf } from '../../../src/intake/fidelity.ts';
import { plainText, textDocument } from '../../../src/intake/formats/text.ts';

function told(block: SourceBlock): string {
  const words = piecesOf(block).join('');
  const quotes = 'quoteDepth' in block ? '>'.repeat(block.quoteDepth ?? 0) : '';
  switch (block.kind) {
    case 'heading':
      return `h${block.level} ${words}`;
    case 'item':
      return `${quotes}${block.number === undefined ? '-' : `${block.number}.`} ${words}`;
    case 'fence':
      return `drawn ${words}`;
    default:
      return `${quotes}p ${words}`;
  }
}

/** What becomes of a text, as `told`, each block found in its source. */
function linesOf(text: string): readonly string[] {
  const document = textDocument(text);
  const isFaithful = fidelityOf(document);
  expect(document.blocks.filter((block) => !isFaithful(block))).toEqual([]);
  return document.blocks.map(told);
}

const SENTENCE =
  'The lighthouse keeper climbed the stairs every evening, and lit the lamp before\nthe ships came home from the northern banks, heavy with herring and with salt.';
const ONE_LINE = SENTENCE.replace('\n', ' ');

describe('Plain text', () => {
  it('joins the wrapped lines of a paragraph, and ends one at a blank line', () => {
    expect(linesOf(`${SENTENCE}\n\n${SENTENCE}\n`)).toEqual([`p ${ONE_LINE}`, `p ${ONE_LINE}`]);
  });

  it('reads every kind of line end', () => {
    for (const end of ['\r', '\r\n', '\n']) {
      expect(linesOf(`${SENTENCE}\n\nHe slept.`.replaceAll('\n', end))).toEqual([
        `p ${ONE_LINE}`,
        'p He slept.',
      ]);
    }
  });

  it('takes each line for a paragraph where lines are long, or each ends a sentence', () => {
    const long =
      'The harbor was quiet that night, and nobody on the pier could say why; the boats lay still, the lamps were out, and only the dogs were awake, listening.';
    expect(linesOf(`${long}\n${long}`)).toEqual([`p ${long}`, `p ${long}`]);
    expect(
      linesOf(
        'A first sentence that stands alone on its line here.\nA second one follows it.\nA third ends the text of this file.',
      ),
    ).toEqual([
      'p A first sentence that stands alone on its line here.',
      'p A second one follows it.',
      'p A third ends the text of this file.',
    ]);
  });

  it('joins Chinese and Japanese lines without a space, and opens paragraphs at their indents', () => {
    expect(
      linesOf('　　昨天晚上港口刮起了大风，没有一艘船离开港口，\n渔民们都在等待天亮。\n　　早上海面平静了。'),
    ).toEqual(['p 昨天晚上港口刮起了大风，没有一艘船离开港口，渔民们都在等待天亮。', 'p 早上海面平静了。']);
  });

  it('opens paragraphs at indents, those of a dialogue too', () => {
    expect(
      linesOf(
        'ГЛАВА ПЕРВАЯ\n\n    Вечером корабли стояли в порту, потому что дул сильный ветер.\nМаяк горел.\n    -- Куда мы идем? -- спросил мальчик.\n    -- Домой, -- ответил старик.\n    Утром море успокоилось.\nЛодки вышли.',
      ),
    ).toEqual([
      'h2 ГЛАВА ПЕРВАЯ',
      'p Вечером корабли стояли в порту, потому что дул сильный ветер. Маяк горел.',
      'p -- Куда мы идем? -- спросил мальчик.',
      'p -- Домой, -- ответил старик.',
      'p Утром море успокоилось. Лодки вышли.',
    ]);
  });

  it('keeps each note and each paragraph that mail quotes apart', () => {
    expect(linesOf('[1] Log, p. 12.\n[2] Ibid., p. 14.\n\n> Is it windy?\n>\n> Say so.')).toEqual([
      'p [1] Log, p. 12.',
      'p [2] Ibid., p. 14.',
      '>p Is it windy?',
      '>p Say so.',
    ]);
  });

  it('keeps what stands behind a double colon as code', () => {
    expect(linesOf('Run this::\n\n    $ install\n    Done.\n\nWell done.')).toEqual([
      'p Run this::',
      'drawn     $ install\n    Done.',
      'p Well done.',
    ]);
  });

  it('keeps the lines of verse', () => {
    expect(
      linesOf(`${SENTENCE}\n\n    The moon was low,\n      The wind was slow,\n    And nobody would row.\n`),
    ).toEqual([`p ${ONE_LINE}`, 'p The moon was low,\n      The wind was slow,\n    And nobody would row.']);
  });

  it('sees headings only where they are clear', () => {
    expect(
      linesOf(
        `The Sea\n=======\n\n${SENTENCE}\n\nIts Banks\n---------\n\n${SENTENCE}\n\nCHAPTER II.\nThe Storm\n\n${SENTENCE}\n\nTHE CALM\n\n${SENTENCE}\n\n3.1 Nets and Lines\n\n${SENTENCE}\n\n第二章 风暴\n\n${SENTENCE}\n\nA short line\n\nShe said so.`,
      ).filter((line) => line !== `p ${ONE_LINE}`),
    ).toEqual([
      'h2 Its Banks',
      'h2 CHAPTER II. The Storm',
      'h2 THE CALM',
      'h3 3.1 Nets and Lines',
      'h2 第二章 风暴',
      'p A short line',
      'p She said so.',
    ]);
  });

  it('takes numbered lines with text between for headings, and without it for a list', () => {
    expect(
      linesOf(`1. Boats.\n\n${SENTENCE}\n\n2. Nets.\n\n${SENTENCE}\n\n3. Salt.\n\n${SENTENCE}`).filter(
        (line) => line.startsWith('h'),
      ),
    ).toEqual(['h2 1. Boats.', 'h2 2. Nets.', 'h2 3. Salt.']);
    expect(linesOf('Bring these:\n\n1. Boats\n\n2. Nets\n\n3. Salt')).toEqual([
      'p Bring these:',
      '1. Boats',
      '2. Nets',
      '3. Salt',
    ]);
  });

  it('reads lists with their wrapped lines', () => {
    expect(
      linesOf('We need:\n* nets that are\n  mended\n* salt\n\n1) row\n2) rest\n\n1990. The year began.'),
    ).toEqual([
      'p We need:',
      '- nets that are mended',
      '- salt',
      '1. row',
      '2. rest',
      'p 1990. The year began.',
    ]);
  });

  it('joins a word that a line end divides only where the text has it whole', () => {
    const text = `The lighthouse stood there. They saw the light-\nhouse from afar, and a well-\nknown captain waved; see 2023-\n0379 for more.`;
    expect(linesOf(text)).toEqual([
      'p The lighthouse stood there. They saw the lighthouse from afar, and a well-known captain waved; see 2023-0379 for more.',
    ]);
    expect(textDocument(text).changes).toEqual({ hyphens: 1, keptHyphens: 2 });
  });

  it('takes page numbers and running heads out, and joins the sentence that they divide', () => {
    const page = (number: number) =>
      `Heron                 Nets and Lines             [Page ${number}]\n\f\nRFC 9 Nets of the North\n\n`;
    const text = `   ${SENTENCE.slice(0, 79)}\n\n${page(1)}   ${SENTENCE.slice(80)}\n\n   Two.\n\n${page(2)}   Three.\n\n${page(3)}   Four.`;
    expect(linesOf(text)).toEqual([`p ${ONE_LINE}`, 'p Two.', 'p Three.', 'p Four.']);
    expect(textDocument(text).leftOut.filter(({ what }) => what === 'runningHead')).toHaveLength(6);
  });

  it('takes a table of contents with its heading out', () => {
    expect(
      linesOf(`Table of Contents\n\n   1. Boats ............ 3\n   2. Nets ............. 14\n\n${SENTENCE}`),
    ).toEqual([`p ${ONE_LINE}`]);
  });

  it('keeps columns and drawings as they are', () => {
    const drawing = 'Port      Boats   Salt\nHavn      12      3 t\nVik       7       1 t';
    expect(linesOf(drawing)).toEqual([`drawn ${drawing}`]);
  });

  it('reads what mail quotes', () => {
    expect(linesOf('You wrote:\n> The wind is\n> strong.\nIt is not.')).toEqual([
      'p You wrote:',
      '>p The wind is strong.',
      'p It is not.',
    ]);
  });

  it('leaves the license around a text of Project Gutenberg out, and takes what it states', () => {
    const text = `The Project Gutenberg eBook of The Sea\n\nTitle: The Sea: A\n       Story\nAuthor: A. Heron\nLanguage: German\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE SEA ***\n\nProduced by Volunteers\n\n${SENTENCE} It was _very_ late.\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE SEA ***\n\nLicense.`;
    expect(linesOf(text)).toEqual([`p ${ONE_LINE} It was _very_ late.`]);
    expect(textDocument(text).stated).toEqual({
      title: 'The Sea: A Story',
      publisher: 'Project Gutenberg',
      lang: 'de',
    });
  });

  it('is read from its encoding, or refused', async () => {
    const read = (bytes: Uint8Array) => plainText.read({ name: 'a.txt', bytes }, {});
    const japanese = '港には風が吹いていた。\r漁師たちは明日の朝を待っていた。\r';
    expect(await read(iconv.encode(japanese.repeat(4), 'Shift_JIS'))).toMatchObject({
      value: [{ own: japanese.repeat(4).replaceAll('\r', '\n') }],
    });
    expect(await read(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1, 0, 0, 0, 0, 0]))).toEqual({
      problem: expect.stringContaining('no text'),
    });
  });
});
