import { describe, expect, it } from 'vitest';
import { dictionary } from '../../../src/search/text/cc-cedict.ts';

const { holds, senses, syllable } = dictionary();

describe('The Chinese dictionary', () => {
  it.each([
    ['政府', 'government'],
    ['军队', 'troops'],
    ['軍隊', 'troops'],
    ['備忘錄', 'memorandum'],
    ['备忘录', 'memorandum'],
    ['灯塔', 'lighthouse'],
    ['燈塔', 'lighthouse'],
    ['恐慌', 'panic'],
    ['否认', 'deny'],
    ['谈判', 'negotiation'],
  ])('translates %s, with %s among its senses', (word, sense) => {
    expect(holds(word)).toBe(true);
    expect(senses(word).join(' | ')).toContain(sense);
  });

  it.each(['超级碗', '計算機', '诺曼底', '什么时候', '人工智能'])('holds %s in one piece', (word) => {
    expect(holds(word)).toBe(true);
  });

  it('gives the same senses in simplified and in traditional characters', () => {
    expect(senses('計算機')).toEqual(senses('计算机'));
    expect(senses('機場')).toEqual(senses('机场'));
  });

  it('knows no word twice, and none that there is not', () => {
    expect(senses('发')).toEqual([...new Set(senses('发'))]);
    for (const word of ['', 'lighthouse', '😀', '灯塔灯塔', 'constructor']) {
      expect(holds(word)).toBe(false);
      expect(senses(word)).toEqual([]);
    }
  });

  it('gives senses without remarks on them', () => {
    for (const word of ['李', '碗', '里', '发', '行', '个', '打', '银行', '看', '给', '裡', '你们']) {
      for (const sense of senses(word)) {
        expect(sense, word).not.toMatch(
          /[()[\];,/]|\b(?:sb|sth|CL:|surname|variant of|also pr)\b|^\s|\s$|^$/,
        );
      }
    }
  });

  it('reads a character aloud, without its tone', () => {
    expect([...'诺曼灯女'].map(syllable)).toEqual(['nuo', 'man', 'deng', 'nu']);
    expect(syllable('A')).toBe('a');
    expect(syllable('😀')).toBe('');
  });
});
