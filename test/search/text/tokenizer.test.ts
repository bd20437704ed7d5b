import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanRuns, segmentWords, tokenize } from '../../../src/search/text/tokenizer.ts';

const words = (text: string) => tokenize(text).map(({ text: word }) => word);
const whole = (text: string) =>
  tokenize(text)
    .filter(({ part }) => !part)
    .map(({ text: word }) => word);

describe('Words of a text', () => {
  it.each([
    ['The U.S. government spoke.', ['The', 'U.S', 'government', 'spoke']],
    ['the e.g. and the U.S.-China talks', ['the', 'e.g', 'and', 'the', 'U.S', 'China', 'talks']],
    ['It cost $1,000.5, not 1.000,5.', ['It', 'cost', '1,000.5', 'not', '1.000,5']],
    ['In the 1990s, at 10:30', ['In', 'the', '1990s', 'at', '10:30']],
    ["It didn't, and it didn’t.", ['It', "didn't", 'and', 'it', 'didn’t']],
    ["the keepers' lamp, 'quoted'", ['the', 'keepers', 'lamp', 'quoted']],
    ["Fei-Fei Li's team", ['Fei', 'Fei', "Li's", 'team']],
    ['snake_case and/or a+b', ['snake', 'case', 'and', 'or', 'a', 'b']],
    ['naïve ﬁne cafe\u0301 Ёлка', ['naïve', 'ﬁne', 'cafe\u0301', 'Ёлка']],
    ['Qwen3-72B, GPT-4', ['Qwen3', '72B', 'GPT', '4']],
    ['हिन्दी में लिखा', ['हिन्दी', 'में', 'लिखा']],
    ['٢٠٢٥ عام', ['٢٠٢٥', 'عام']],
    ['The end of Dr. No.End', ['The', 'end', 'of', 'Dr', 'No', 'End']],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each(['', ' \n\t', '…—“”!?', '©®™', '\ud83d', '\u0000\u200b'])('are none in %j', (text) => {
    expect(tokenize(text)).toEqual([]);
  });

  it('are told apart in Thai, which puts no spaces between them', () => {
    expect(words('ภาษาไทยไม่มีช่องว่าง')).toEqual(['ภาษา', 'ไทย', 'ไม่มี', 'ช่อง', 'ว่าง']);
  });

  it('of Han are followed by their characters, which are marked as parts', () => {
    const tokens = tokenize('中国政府否认');
    expect(tokens.filter(({ part }) => !part).map(({ text }) => text)).toEqual(['中国', '政府', '否认']);
    expect(tokens.filter(({ part }) => part).map(({ text }) => text)).toEqual([...'中国政府否认']);
    const [, first] = tokens;
    expect(first).toEqual({ text: '中', start: 0, end: 1, part: true });
  });

  it('of one Han character have no parts, nor have words in kana', () => {
    expect(tokenize('碗').map(({ part }) => part)).toEqual([undefined]);
    expect(tokenize('ひらがな').some(({ part }) => part)).toBe(false);
  });

  it('are found where scripts run into each other', () => {
    expect(whole('阿里巴巴launched千问2025年')).toEqual(expect.arrayContaining(['launched', '2025', '年']));
    expect(whole('Qwen模型')).toEqual(['Qwen', '模型']);
  });

  it('outside the Basic Multilingual Plane keep both halves of each character', () => {
    const tokens = tokenize('𠮷野家𠀀');
    for (const { text, start, end } of tokens) expect('𠮷野家𠀀'.slice(start, end)).toBe(text);
    expect(tokens.some(({ text }) => /\p{Cs}/u.test(text))).toBe(false);
  });

  it('are slices at their offsets, in order, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'U.S.',
        "didn't ",
        '1,000.5',
        '中国政府',
        'ไทย',
        '千问Qwen',
        ' ',
        'é',
        '\ud800',
        '日本語の',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        let reached = 0;
        const wrong = tokenize(text).filter(({ text: word, start, end, part }) => {
          const inOrder = part ? end <= reached : start >= reached;
          reached = Math.max(reached, end);
          return word !== text.slice(start, end) || /^[\s\p{P}]*$/u.test(word) || !inOrder;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

describe('Runs of Han', () => {
  it('are told with their offsets, kana among them', () => {
    expect(hanRuns('Who is 黄仁勋, of エヌビディア?')).toEqual([
      { text: '黄仁勋', start: 7, end: 10 },
      { text: 'エヌビディア', start: 15, end: 21 },
    ]);
    expect(hanRuns('none here')).toEqual([]);
  });

  it('are split into words without what is none', () => {
    expect(segmentWords('否认，指控。').map(({ text }) => text)).toEqual(['否认', '指控']);
  });
});
