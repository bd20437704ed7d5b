import { describe, expect, it } from 'vitest';
import { EAST_ASIAN_ALONE, UNSPACED, UNSPACED_BLOCKS } from '../../src/corpus/unspaced.ts';

/** One letter of each unspaced script, one of Han above U+FFFF among them. */
const LETTERS = ['千', '𠮷', 'の', 'カ', 'ก', 'ກ', 'ក', 'မ'];

describe('Scripts without spaces between words', () => {
  it.each(LETTERS)('are seen in %s, by script and by block', (letter) => {
    expect(UNSPACED.test(letter)).toBe(true);
    expect(UNSPACED_BLOCKS.test(letter)).toBe(true);
  });

  it.each(['a', 'é', 'Я', 'ש', 'क', '한', '1'])('are not seen in %s', (letter) => {
    expect(UNSPACED.test(letter)).toBe(false);
    expect(UNSPACED_BLOCKS.test(letter)).toBe(false);
  });

  it('have signs that only the blocks hold, and letters that they lack', () => {
    expect([UNSPACED.test('・'), UNSPACED_BLOCKS.test('・')]).toEqual([false, true]);
    expect([UNSPACED.test('ㇰ'), UNSPACED_BLOCKS.test('ㇰ')]).toEqual([true, false]);
  });

  it('are East Asian where nothing but Han and kana stands', () => {
    expect(['千问', '𠮷野家', 'チャット'].every((name) => EAST_ASIAN_ALONE.test(name))).toBe(true);
    expect(['千问 2', 'Qwen千问', 'ก', ''].some((name) => EAST_ASIAN_ALONE.test(name))).toBe(false);
  });
});
