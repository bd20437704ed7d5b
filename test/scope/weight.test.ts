import { expect, it } from 'vitest';
import { weightOf } from '../../src/scope/weight.ts';
import { articleOf, LIGHTHOUSE } from '../session.ts';

it('counts a text by what it is, and a scope without articles next to nothing', () => {
  const [short, long] = [articleOf(LIGHTHOUSE), articleOf(LIGHTHOUSE.repeat(10))];
  expect(weightOf([])).toBeLessThan(1000);
  expect(weightOf([long])).toBeGreaterThan(weightOf([short]) + 8 * 9 * LIGHTHOUSE.length);
  expect(weightOf([short, long])).toBeLessThan(weightOf([short]) + weightOf([long]));
  // As many characters of Chinese hold more words.
  const chinese = articleOf('港口在一九零二年建成。'.repeat(50), { lang: 'zh' });
  const english = articleOf(`${'a'.repeat(chinese.text.length - 2)}.\n`);
  expect(weightOf([chinese])).toBeGreaterThan(weightOf([english]));
});
