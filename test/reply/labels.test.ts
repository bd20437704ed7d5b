import { describe, expect, it } from 'vitest';
import { echo } from '../../src/reply/echo.ts';
import { localeOf } from '../../src/reply/locale.ts';
import { lackingIn } from '../../src/reply/notes.ts';
import { shorten } from '../../src/reply/shorten.ts';

describe('A shortened label', () => {
  it('ends after a whole word and says that there is more', () => {
    expect(shorten('Market Position and Competitive Landscape', 25)).toBe('Market Position and…');
    expect(shorten('Market Position', 15)).toBe('Market Position');
  });

  it('does not part a character that is made of several units', () => {
    expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 12)).toBe('👩‍👩‍👧…');
    expect(shorten('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});

describe('A reader’s words, repeated', () => {
  it('stay on one line and cannot turn the text around them', () => {
    expect(echo('  a\n\tb\u0000c\u202Ed\u200Be\ud800 ')).toBe('a b cde\ufffd');
  });

  it('keep what joins emoji and letters', () => {
    expect(echo('👩‍👩‍👧 می‌خواهم')).toBe('👩‍👩‍👧 می‌خواهم');
  });
});

describe('The run of note marks', () => {
  it.each([
    [['[1]', '[2]', '[4]', '[5]', '[6]'], ['[3]']],
    [['[1]', '[5]'], ['[2]–[4]']],
    [['[2]', '[1]', '[3]'], []],
    [
      ['[1, 2]', '[4–6]', '[^8]'],
      ['[3]', '[7]'],
    ],
    [['[a]', '[note 3]'], []],
    [[], []],
  ])('of %j lacks %j', (marks, lacking) => {
    expect(lackingIn(marks)).toEqual(lacking);
  });
});

describe('The language of the interface', () => {
  it.each([
    ['en-GB', 'en-US'],
    ['fr', 'en-US'],
    ['', 'en-US'],
    ['zh', 'zh-CN'],
    ['zh_CN', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
  ])('for %j is %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});
