import { describe, expect, it } from 'vitest';
import { compactIds } from '../../../src/search/index/word-ids.ts';

describe('Compact numbers of words', () => {
  const words = ['storm', '', 'bay', 'Émile', 'bay-side', '港口', 'a', 'Zebra', 'stormy'];
  const ids = new Map(words.map((word, id) => [word, id]));
  const compact = compactIds(ids);

  it('are those that they were made of, in their order', () => {
    expect([...compact]).toEqual([...ids]);
    expect(compact.size).toBe(words.length);
  });

  it('are found for each of the words, and for no other', () => {
    for (const [word, id] of ids) expect(compact.get(word)).toBe(id);
    for (const word of ['stor', 'stormyy', 'B', 'zebra', '\uffff', 'ba']) {
      expect(compact.get(word)).toBeUndefined();
      expect(compact.has(word)).toBe(false);
    }
    expect(compactIds(new Map()).get('storm')).toBeUndefined();
  });
});
