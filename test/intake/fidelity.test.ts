import { describe, expect, it } from 'vitest';
import type { SourceBlock, SourceDocument } from '../../src/intake/document.ts';
import { fidelityOf } from '../../src/intake/fidelity.ts';

const OWN = `Storm over the Bay. The storm reached the bay at noon, the National\u00a0Weather Service said [1].
Nobody was hurt. The ferry was out of ser\u00advice for three days. Nobody was hurt.`;

function check(document: Partial<Pick<SourceDocument, 'own' | 'isMark' | 'isScattered' | 'leftOut'>> = {}) {
  const isKept = fidelityOf({ own: OWN, leftOut: [], ...document });
  return (...pieces: string[]) => isKept({ kind: 'paragraph', pieces } satisfies SourceBlock);
}

describe('A block of a source', () => {
  it('is kept where its characters stand in the source, whatever the white space', () => {
    const isKept = check();
    expect(isKept('The storm reached\n the bay at noon, the National Weather Service said [1].')).toBe(true);
    expect(isKept('Nobody was hurt.')).toBe(true);
    expect(isKept('The ferry was out of service for three days.')).toBe(true);
  });

  it('is not where one character differs', () => {
    for (const text of [
      'The storm reached the bay at moon',
      'Nobody was hurt!',
      'nobody was hurt.',
      'said [2].',
    ]) {
      expect(check()(text), text).toBe(false);
    }
  });

  it('is not where words between its pieces were lost and nothing tells so', () => {
    expect(check()('The storm reached the bay', 'the National Weather Service said')).toBe(false);
    expect(check()('Nobody was hurt.', 'Nobody was hurt.')).toBe(false);
  });

  it('may leave out what is told to be left out, a hyphen at the end of a line, and marks of the format', () => {
    const leftOut = [{ what: 'struck', text: 'at noon,' } as const];
    expect(check({ leftOut })('The storm reached the bay', 'the National')).toBe(true);
    const ruby = ['（', 'かな', '）'].map((text) => ({ what: 'hidden', text }) as const);
    expect(check({ own: '仮名（かな）で書く', leftOut: ruby })('仮名', 'で書く')).toBe(true);
    expect(check({ own: '仮名（かな）で書く', leftOut: ruby.slice(1) })('仮名', 'で書く')).toBe(false);
    expect(check({ own: 'an exam-\nple of it' })('an exam', 'ple of it')).toBe(true);
    const own = 'a **bold** word';
    const isMark = (between: string) => /^\**$/.test(between);
    expect(check({ own })('a', 'bold', 'word')).toBe(false);
    expect(check({ own, isMark })('a', 'bold', 'word')).toBe(true);
  });

  it('has its pieces in the order of the source', () => {
    expect(check()('Nobody was hurt. The ferry', 'The storm reached')).toBe(false);
    expect(check({ isScattered: true })('Nobody was hurt. The ferry', 'The storm reached')).toBe(true);
    expect(check({ isScattered: true })('Nobody was hurt. The fairy')).toBe(false);
  });

  it('is found again where the same words stand twice, and a mark goes on behind the second', () => {
    expect(check()('Nobody was hurt. The ferry was')).toBe(true);
    expect(check({ own: 'a b a c', isMark: (between) => between === '' })('a', 'c')).toBe(true);
  });

  it('is looked for in little time, though code in colors has thousands of pieces', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `word${at} `);
    const isKept = check({ own: words.join('') });
    const begun = performance.now();
    expect(isKept(...words)).toBe(true);
    expect(isKept(...words, 'missing')).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
