import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '../../../measure/bench/generate.ts';
import { articleFrom } from '../../../src/corpus/article-from.ts';

function take(count: number, seed = 1): string[] {
  const sentences: string[] = [];
  for (const sentence of sentencesFrom(seed)) {
    if (sentences.push(sentence) === count) break;
  }
  return sentences;
}

const wordsOf = (sentences: readonly string[]) =>
  sentences.flatMap((sentence) => sentence.toLowerCase().match(/[a-z0-9]+/g) ?? []);

describe('made-up prose', () => {
  const thousand = take(1_000);

  it('is the same for the same seed, and another for another', () => {
    expect(take(50)).toEqual(thousand.slice(0, 50));
    expect(take(50, 2)).not.toEqual(thousand.slice(0, 50));
  });

  it('has about twenty words a sentence', () => {
    const mean = wordsOf(thousand).length / thousand.length;
    expect(mean).toBeGreaterThan(18);
    expect(mean).toBeLessThan(22);
  });

  it('has a vocabulary that grows as Heaps’ law says', () => {
    const different = (count: number) => new Set(wordsOf(take(count))).size;
    const [small, large] = [different(500), different(8_000)];
    // K · n^B with 11 content words a sentence.
    expect(Math.abs(small - 20 * 5_500 ** 0.6)).toBeLessThan(0.1 * small);
    expect(Math.abs(large - 20 * 88_000 ** 0.6)).toBeLessThan(0.1 * large);
  });

  it('says few words often and most of them once or twice, as Zipf’s law has it', () => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(thousand)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const descending = [...counts.values()].sort((a, b) => b - a);
    const said = wordsOf(thousand).length;
    expect((descending[0] ?? 0) / said).toBeGreaterThan(0.04);
    expect(descending.filter((count) => count <= 2).length / descending.length).toBeGreaterThan(0.6);
  });

  it('holds names, years and inflections of its own words', () => {
    const text = thousand.join(' ');
    expect(text).toMatch(/ [A-Z][a-z]{3,}[ ,]/);
    expect(text).toMatch(/ 1[789]\d\d[ ,]/);
    const words = new Set(wordsOf(thousand));
    const inflected = [...words].filter(
      (word) => words.has(word.replace(/(?:ing|ed|s)$/, '')) && /(?:ing|ed|s)$/.test(word),
    );
    expect(inflected.length).toBeGreaterThan(100);
  });

  it('is split by the corpus into the very sentences that were made', () => {
    const text = thousand.join(' ');
    const { sentences } = articleFrom({ id: 'a', title: 'A', publisher: 'P', lang: 'en', text });
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(thousand);
  });
});
