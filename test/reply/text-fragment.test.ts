import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/limits.ts';
import { permalink } from '../../src/reply/text-fragment.ts';
import { articleOf } from '../session.ts';

const URL_OF_IT = 'https://example.org/lighthouse';

/** The directive of the link to `words` of a text, decoded part by part; undefined where there is no link. */
function partsOf(text: string, words: string, parts: Parameters<typeof articleOf>[1] = {}) {
  const article = articleOf(text, { url: URL_OF_IT, ...parts });
  const start = text.lastIndexOf(words);
  if (start < 0) throw new RangeError(`The text has no ${words}`);
  const link = permalink(article, { start, end: start + words.length });
  return link?.split(':~:text=')[1]?.split(',').map(decodeURIComponent);
}

describe('A link to a passage', () => {
  it('names a few words of both ends', () => {
    const text = 'The keeper Anna Berg kept the lamp of the northern tower for thirty years.\n';
    const link = permalink(articleOf(text, { url: URL_OF_IT }), { start: 0, end: text.length - 1 });
    expect(link).toBe(
      'https://example.org/lighthouse#:~:text=The%20keeper%20Anna%20Berg,tower%20for%20thirty%20years.',
    );
  });

  it('names the whole where its ends meet', () => {
    expect(partsOf('It rained. Oil burned all night long.\n', 'Oil burned all night long.')).toEqual([
      'Oil burned all night long.',
    ]);
  });

  it('encodes what would end a part or the directive, and nothing is lost', () => {
    const text = 'Its R&D head, twenty-year-old Anna, said: 100 % of well-known – and well-paid, too.\n';
    const link = permalink(articleOf(text, { url: URL_OF_IT }), { start: 0, end: text.length - 1 });
    expect(link).toContain('#:~:text=Its%20R%26D%20head%2C,and%20well%2Dpaid%2C%20too.');
    expect(partsOf(text, text.trim())).toEqual(['Its R&D head,', 'and well-paid, too.']);
  });

  it.each([
    [`${URL_OF_IT}#keepers`, `${URL_OF_IT}#keepers:~:text=It%20rained.`],
    [`${URL_OF_IT}#:~:text=sun`, `${URL_OF_IT}#:~:text=It%20rained.`],
    [`${URL_OF_IT}?page=2`, `${URL_OF_IT}?page=2#:~:text=It%20rained.`],
  ])('goes with an address such as %s', (url, link) => {
    expect(permalink(articleOf('It rained.\n', { url }), { start: 0, end: 10 })).toBe(link);
  });

  it('is none without an address', () => {
    expect(permalink(articleOf('It rained.\n'), { start: 0, end: 10 })).toBeUndefined();
  });

  const LAMPS = `The lamp was lit at dusk by the keeper. It burned oil.

The lamp was lit at dusk by the keeper. It burned coal.
`;

  it('names what stands before or behind where its own words stand elsewhere first', () => {
    const second = LAMPS.lastIndexOf('The lamp');
    const link = permalink(articleOf(LAMPS, { url: URL_OF_IT }), { start: second, end: second + 39 });
    expect(link).toContain('text=It%20burned%20oil.-,The%20lamp');
    const both = `${LAMPS}\nThe lamp was lit at dusk by the keeper. It burned coal.\n`;
    expect(partsOf(both, 'The lamp was lit at dusk by the keeper.')?.[0]).toBe('It burned coal.-');
  });

  it('takes more words where a few stand in the article before', () => {
    expect(
      partsOf(
        'The lamp was lit at dusk in May. The lamp was lit at night and went out at four in the morning.\n',
        'The lamp was lit at night and went out at four in the morning.',
      )?.[0],
    ).toBe('The lamp was lit at night');
  });

  it('is none where the same words stand around the same words before', () => {
    const twice =
      'It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained.';
    const at = twice.indexOf('It rained.', 40);
    expect(
      permalink(articleOf(`${twice}\n`, { url: URL_OF_IT }), { start: at, end: at + 10 }),
    ).toBeUndefined();
  });

  it('does not lead to the title or to a table of contents, where the page has them first', () => {
    expect(partsOf('It was dark.\n\nThe Lighthouse burned.\n', 'The Lighthouse burned.')).toEqual([
      'The Lighthouse burned.',
    ]);
    expect(partsOf('It was dark. The lighthouse\n', 'The lighthouse')).toEqual([
      'It was dark.-',
      'The lighthouse',
    ]);
    const text =
      '## Oil and coal\n\nIt was dark. Oil and coal burned.\n\n## Oil and coal burned\n\nIt rained.\n';
    const at = text.indexOf('Oil and coal burned.');
    expect(permalink(articleOf(text, { url: URL_OF_IT }), { start: at, end: at + 20 })).toContain(
      'text=Oil%20and%20coal%20burned.',
    );
  });

  it('takes letters for the same that a browser does', () => {
    const text = 'Der Wärter saß „oben“ im Turm. DER WARTER SASS "OBEN" IM TURM.\n';
    expect(partsOf(text, 'DER WARTER SASS "OBEN" IM TURM.')?.[0]).toBe('„oben“ im Turm.-');
  });

  it('parts no word, and none of a script without spaces between its words', () => {
    const text =
      '美国政府指责阿里巴巴向中国军队提供技术支持，对美国的安全构成威胁。阿里巴巴否认了这些指控。\n';
    const [start = '', end = ''] =
      partsOf(text, '美国政府指责阿里巴巴向中国军队提供技术支持，对美国的安全构成威胁。') ?? [];
    const words = new Set([0, text.length]);
    for (const { index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) words.add(index);
    expect(words).toContain(start.length);
    expect(words).toContain(text.indexOf(end));
    expect(start.length).toBeLessThan(12);
  });

  it('goes from block to block, and names no mark of the file', () => {
    const list = 'Keepers:\n\n- Anna Berg kept it.\n- Lars Dahl came from Skagen in the autumn.\n';
    expect(partsOf(list, 'Anna Berg kept it.\n- Lars Dahl came from Skagen in the autumn.')).toEqual([
      'Anna Berg kept it.',
      'Skagen in the autumn.',
    ]);
    const quote = '> The keeper wrote that the\n> oil was bad and the lamp\n> went out at four.\n';
    expect(partsOf(quote, quote.slice(2, -1))).toEqual(['The keeper wrote that', 'went out at four.']);
    const table = '| year | fuel used |\n| --- | --- |\n| 1871 | whale oil |\n| 1902 | gas |\n';
    expect(partsOf(table, '| 1871 | whale oil |')).toEqual(['1871', 'whale oil']);
    const fence = '```sh\nmake clean all\n\nmake install\n```\n';
    expect(partsOf(fence, 'make clean all\n\nmake install')).toEqual(['make clean all', 'make install']);
  });

  it('names the words of one line, which may be a line of a poem', () => {
    const poem = 'The lamp is low tonight,\nthe sea is loud,\nand Anna counts the ships.\n';
    expect(partsOf(poem, poem.trim())).toEqual(['The lamp is low', 'Anna counts the ships.']);
  });

  it.each([
    ['th', 'คณะกรรมการประภาคารแห่งชาติประกาศเมื่อวันศุกร์ว่าจะปิดประภาคารเก่าแก่ที่สุดของประเทศในฤดูหนาวหน้า'],
    ['ar', 'أعلنت لجنة المنارات الوطنية يوم الجمعة أنها ستغلق أقدم منارة في البلاد في الشتاء المقبل'],
  ])('has room in what Discord takes, and else is none: %s', (lang, words) => {
    const lengths = [0, 100, 200, 300, 340, 380, 400, 440, 470].map((length) => {
      const url = `https://example.org/${'x'.repeat(length)}`;
      return permalink(articleOf(`${words}\n`, { url, lang }), { start: 0, end: words.length })?.length;
    });
    for (const length of lengths) expect(length ?? 0).toBeLessThanOrEqual(LIMITS.url);
    expect(lengths.slice(0, 4)).not.toContain(undefined);
    expect(lengths.at(-1)).toBeUndefined();
  });

  it('leads to the part of a sentence that a message has room for', () => {
    const text =
      'The keeper Anna Berg kept the lamp of the northern tower for thirty years, until it went out.\n';
    expect(partsOf(text, ' kept the lamp of the northern tower for thirty years, ')).toEqual([
      'kept the lamp of',
      'tower for thirty years,',
    ]);
  });
});
