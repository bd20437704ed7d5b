import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { spanOf } from '../../src/corpus/passage.ts';
import type { Finding, Library } from '../../src/search/search.ts';
import { createLibrary, LONGEST_QUESTION } from '../../src/search/search.ts';
import { articleOf, LIGHTHOUSE, realSession } from '../session.ts';

let real: Library;
beforeAll(async () => {
  ({ library: real } = await realSession());
});

/** Where passages stand, which tells whether two findings show the same. */
const placesOf = ({ passages }: Finding) =>
  passages.map(({ article, first, last }) => `${article.id} ${first}-${last}`);

describe('The same question typed otherwise finds the same passages', () => {
  it.each([
    ["What did Airbnb's CEO say?", 'What did Airbnb’s CEO say?'],
    ['What is "Qwen panic"?', 'What is “Qwen panic”?'],
    ['Who leaked the memorandum?', 'Who leaked\nthe \t memorandum?'],
    ['Who is Jensen Huang?', 'Ｗｈｏ ｉｓ Ｊｅｎｓｅｎ Ｈｕａｎｇ？'],
    ['Who is Jensen Huang?', 'WHO IS JENSEN HUANG?'],
    ['Who is Jensen Huang?', 'who is jensen huang'],
    ['What does Qwen cost?', 'What does Qwén cost?'],
    ['What does Qwen cost?', 'What does 𝐐𝐰𝐞𝐧 cost?'],
    ['What is Qwen?', 'What is Qwe\u0301n?'],
    ['U.S. security', 'US security'],
    ['Fei-Fei Li', 'fei fei li'],
    ['阿里巴巴否认了什么？', '阿里巴巴否認了什麼?'],
  ])('%j, %j', async (plain, other) => {
    const [one, two] = [await real.ask(plain), await real.ask(other)];
    expect(placesOf(one)).not.toEqual([]);
    expect(placesOf(two)).toEqual(placesOf(one));
    expect(two.outcome).toBe(one.outcome);
  });
});

describe('Whatever is asked', () => {
  const library = createLibrary([
    articleOf(LIGHTHOUSE),
    articleOf('港口在一九零二年建成。安娜看守灯塔三十年。她记下每一场风暴。\n', { id: 'harbor', lang: 'zh' }),
  ]);
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'lamp ',
      'storms ',
      '灯塔',
      'U.S. ',
      '\ud800',
      '\u0000',
      '\u202e',
      'ﬃ',
      '㍿',
      '\u0301',
      '  ',
      '1871',
      "'s ",
    ),
  );
  const question = fc
    .array(piece, { maxLength: 20 })
    .map((pieces) => pieces.join('').slice(0, LONGEST_QUESTION));

  it('the answer is slices of articles, within their sentences, with matches in order', async () => {
    let quoted = 0;
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const { question: told, outcome, passages, closest, confidence } = await library.ask(asked);
        quoted += passages.length;
        expect(told).toBe(asked);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
        expect(passages.length === 0).toBe(outcome === 'absent');
        for (const passage of closest ? [...passages, closest] : passages) {
          const { start, end } = spanOf(passage);
          expect(library.article(passage.article.id)).toBe(passage.article);
          expect(passage.first <= passage.focus && passage.focus <= passage.last).toBe(true);
          let reached = start;
          const inOrder = passage.matches.every((match) => {
            const follows = reached <= match.start && match.start < match.end && match.end <= end;
            reached = match.end;
            return follows;
          });
          expect(inOrder).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
    expect(quoted).toBeGreaterThan(30);
  });
});
