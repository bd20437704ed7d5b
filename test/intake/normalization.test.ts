import { describe, expect, it } from 'vitest';
import { flowed, normalized } from '../../src/intake/normalization.ts';

describe('The closed list of changes', () => {
  it('makes other spaces spaces, resolves ligatures, removes what nobody sees, and counts each', () => {
    const { text, changes, removed } = normalized(
      'The of\ufb01ce\u00a0of Holm\u2009was out of ser\u00advice\u200b.',
    );
    expect(text).toBe('The office of Holm was out of service.');
    expect(changes).toEqual({ spaces: 2, ligatures: 1, invisible: 2 });
    expect([...removed]).toEqual([
      ['U+00AD', 1],
      ['U+200B', 1],
    ]);
  });

  it('leaves what is spelling: joiners of Persian, emoji, œ and æ', () => {
    for (const words of ['می\u200cخواهم بروم', '👩\u200d🚀 and ❤\ufe0f', 'œuvre, Æsop, ß, ﷺ'.slice(0, 14)]) {
      expect(normalized(words)).toMatchObject({ text: words, changes: {} });
    }
  });

  it('gives Han characters for the radicals that a PDF may hold of them', () => {
    expect(normalized('\u4e2d\u2f42\u548c\u2f54')).toMatchObject({
      text: '中文和水',
      changes: { ligatures: 2 },
    });
  });

  it('gives Arabic letters for the forms that a PDF may hold of them', () => {
    expect(normalized('\ufef3\ufedc\ufe98\ufe90').text).toBe('يكتب');
  });

  it('makes a line feed of other ends of lines', () => {
    expect(normalized('one\u2028two\rthree').text).toBe('one\ntwo\nthree');
  });
});

describe('Prose on one line', () => {
  it('has one space for each run of white space', () => {
    expect(flowed('  The storm\n\treached  the bay. ')).toBe('The storm reached the bay.');
  });

  it('has none where a Chinese or Japanese line was broken, and one in Korean', () => {
    expect(flowed('风暴在中午\n  到达海湾。')).toBe('风暴在中午到达海湾。');
    expect(flowed('嵐は正午に\n湾に達した。')).toBe('嵐は正午に湾に達した。');
    expect(flowed('폭풍은 정오에\n만에 닿았다.')).toBe('폭풍은 정오에 만에 닿았다.');
    expect(flowed('风暴 Ferry\nHolm 号')).toBe('风暴 Ferry Holm 号');
  });
});
