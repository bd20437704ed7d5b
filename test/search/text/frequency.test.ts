import { describe, expect, it } from 'vitest';
import { isCommon, rarity } from '../../../src/search/text/frequency.ts';

describe('The rarity of an English word', () => {
  it('grows from words of every sentence to words of few texts', () => {
    const words = ['the', 'make', 'military', 'memorandum', 'zugzwang'];
    const rarities = words.map(rarity);
    expect(rarities).toEqual([...rarities].sort((a, b) => a - b));
    expect(rarity('the')).toBeCloseTo(3.5, 1);
    expect(rarity('military')).toBeCloseTo(10, 0);
    expect(rarity('zugzwang')).toBeGreaterThan(14);
  });

  it('does not depend on case', () => {
    expect(rarity('Military')).toBe(rarity('military'));
    expect(rarity('HUANG')).toBe(rarity('huang'));
  });

  it('is the same for all words that are not listed, and none is rarer', () => {
    expect(rarity('qwertyuiop')).toBe(rarity('zxcvbnmas'));
    for (const word of ['', '千问', '2025', '__proto__', 'constructor']) {
      expect(rarity(word)).toBeLessThanOrEqual(rarity('qwertyuiop'));
    }
  });
});

describe('A common English word', () => {
  it.each(['steak', 'form', 'angel', 'trial', 'Quiet', 'casual'])(
    'is %s, that could be a slip of another',
    (word) => {
      expect(isCommon(word)).toBe(true);
    },
  );

  it.each(['goverment', 'mililtary', 'recieve', 'Qwen', 'Alibabba', 'toString', ''])('is not %j', (word) => {
    expect(isCommon(word)).toBe(false);
  });
});
