import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHan } from '../../../src/search/text/split-han.ts';

/** Words and characters that any dictionary of Chinese has. */
const LISTED = new Set(
  `超级碗 超级 碗 计算机 计算 机 价格 政府 否认 指控 灯塔 什么 什么时候 时候 建成 機場 在 哪裡 千 问 恐慌 说 美国 诺曼底 底`.split(
    ' ',
  ),
);
const holds = (word: string) => LISTED.has(word);
const noName = () => false;
const words = (run: string, isName: (word: string) => boolean = noName) =>
  splitHan(run, isName, holds).map(({ text }) => text);

describe('A run of Han', () => {
  it.each([
    ['超级碗', ['超级碗']],
    ['计算机价格', ['计算机', '价格']],
    ['政府否认指控', ['政府', '否认', '指控']],
    ['灯塔什么时候建成', ['灯塔', '什么时候', '建成']],
    ['機場在哪裡', ['機場', '在', '哪裡']],
  ])('%s splits into %j', (run, expected) => {
    expect(words(run)).toEqual(expected);
  });

  it('splits into names before words', () => {
    expect(words('千问恐慌')).toEqual(['千', '问', '恐慌']);
    expect(words('千问恐慌', (word) => word === '千问')).toEqual(['千问', '恐慌']);
    expect(words('黄仁勋说', (word) => word === '黄仁勋')).toEqual(['黄仁勋', '说']);
    const isName = (word: string) => word === '美国' || word === '美国政府';
    expect(words('美国政府', isName)).toEqual(['美国政府']);
  });

  it('splits into characters where the dictionary has no word', () => {
    expect(words('诺曼')).toEqual(['诺', '曼']);
    expect(words('𠀀𠀁')).toEqual(['𠀀', '𠀁']);
    expect(words('')).toEqual([]);
  });

  it('is rebuilt by its words, whose offsets are slices', () => {
    const character = fc.constantFrom(...'中国政府灯塔阿里巴巴诺曼底超级碗𠮷カナ一龘');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 24 }), (characters) => {
        const run = characters.join('');
        const split = splitHan(run, (word) => word === '阿里', holds);
        expect(split.map(({ text }) => text).join('')).toBe(run);
        expect(split.every(({ text, start, end }) => run.slice(start, end) === text)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
