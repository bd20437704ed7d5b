import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/reply/locale.ts';
import { WORDS } from '../../src/reply/words.ts';
import type { Reason } from '../../src/search/search.ts';

const REASONS: readonly Reason[] = [
  { kind: 'covered' },
  { kind: 'lacking', words: ['Nairobi', '2031'] },
  { kind: 'lacking-kind', of: 'age' },
  { kind: 'contrary', word: 'admit', printed: 'denied' },
  { kind: 'denied', printed: 'could not verify' },
  { kind: 'other-way-round', verb: 'sued', object: 'the Amelia' },
  { kind: 'about', topic: 'title' },
  { kind: 'of-another', thing: 'captain', owner: 'the Amelia' },
  { kind: 'thin' },
  { kind: 'nothing-near' },
  { kind: 'blank' },
  { kind: 'stop-words' },
  { kind: 'symbols' },
  { kind: 'too-long', length: 412, most: 300 },
];

describe('The words of the interface', () => {
  it('have a sentence of its own for every reason, in every language', () => {
    for (const locale of LOCALES) {
      const told = REASONS.map((reason) => WORDS[locale].ask.reason(reason));
      expect(new Set(told).size).toBe(REASONS.length);
      for (const sentence of told) expect(sentence).toMatch(/[.。]$/);
      expect(told.join(' ')).toContain('Nairobi');
      expect(told.join(' ')).toContain('412');
    }
  });

  it('count in English as people do', () => {
    const { ask, buttons, sources, place } = WORDS['en-US'];
    expect(ask.found(1, 1)).toBe('In the article: 1 passage');
    expect(ask.found(2, 3)).toBe('In the articles: 2 passages');
    expect(ask.compared(1, 1)).toContain('the only sentence of the article');
    expect(ask.compared(12000, 3)).toContain('all 12,000 sentences of 3 articles');
    expect(buttons.more(9)).toBe('More passages (9)');
    expect(sources.notOccurring(['[3]'])).toBe('[3] does not occur.');
    expect(sources.notOccurring(['[3]', '[7]–[9]'])).toBe('[3] and [7]–[9] do not occur.');
    expect(place.sentences(3, 3)).toBe('sentence 3');
  });

  it('keep simplified and traditional characters apart', () => {
    const shown = (locale: 'zh-CN' | 'zh-TW') =>
      JSON.stringify(WORDS[locale], (_, value) => (typeof value === 'function' ? String(value) : value));
    expect(shown('zh-CN')).not.toMatch(/[這沒個為問與對說該處訊號註釋節長]/);
    expect(shown('zh-TW')).not.toMatch(/[这没个为问与对说该处讯号释节长]/);
  });
});
