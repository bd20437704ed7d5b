import { describe, expect, it } from 'vitest';
import { centralityOf } from '../../../src/search/summary/centrality.ts';
import { vectorsOf } from '../../../src/search/summary/sentence-vectors.ts';
import { summarize } from '../../../src/search/summary/summarize.ts';
import { languageOf } from '../../../src/search/text/language.ts';
import { articleOf, LIGHTHOUSE, realSession } from '../../session.ts';

const LENGTHS = ['short', 'medium', 'long'] as const;

describe('Centrality', () => {
  const texts = ['oil lamps burn oil', 'lamps burn', 'oil burns in lamps', 'a parrot sang', '…'];
  const vectors = vectorsOf(texts, languageOf('en'));

  it('is highest for what shares most with the others, and lowest for what stands alone', () => {
    const ranks = [...centralityOf(vectors)];
    expect(Math.max(...ranks)).toBe(1);
    expect(ranks.indexOf(1)).toBeLessThan(3);
    expect(ranks[3]).toBeLessThan(Math.min(...ranks.slice(0, 3)));
    expect(ranks[4]).toBeCloseTo(ranks[3] ?? 0);
  });

  it('is what the matrix of all cosines gives', () => {
    const rowOf = (index: number) => {
      const row = new Array<number>(vectors.termCount).fill(0);
      for (let at = vectors.starts[index] ?? 0; at < (vectors.starts[index + 1] ?? 0); at += 1) {
        row[vectors.terms[at] ?? 0] = vectors.weights[at] ?? 0;
      }
      return row;
    };
    const rows = texts.map((_, index) => rowOf(index));
    const cosine = (a: readonly number[], b: readonly number[]) =>
      a === b ? 0 : a.reduce((sum, weight, at) => sum + weight * (b[at] ?? 0), 0);
    const cosines = rows.map((a) => rows.map((b) => cosine(a, b)));
    const degrees = cosines.map((row) => row.reduce((a, b) => a + b, 0) || 1);
    let ranks = texts.map(() => 1 / texts.length);
    for (let step = 0; step < 100; step += 1) {
      ranks = ranks.map(
        (_, u) =>
          0.15 / texts.length +
          0.85 * ranks.reduce((sum, rank, v) => sum + ((cosines[u]?.[v] ?? 0) * rank) / (degrees[v] ?? 1), 0),
      );
    }
    const highest = Math.max(...ranks);
    for (const [index, rank] of centralityOf(vectors).entries()) {
      expect(rank).toBeCloseTo((ranks[index] ?? 0) / highest, 4);
    }
  });
});

describe('A summary', () => {
  it('is in the article’s order, without repetition, and longer where it should be', async () => {
    const [article] = (await realSession()).library.articles;
    if (!article) throw new Error('There is an article');
    const summaries = LENGTHS.map((length) => summarize(article, { length }));
    for (const chosen of summaries) expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
    expect(summaries.map((chosen) => chosen.length)).toEqual([3, 6, 9]);
  });

  it('has a sentence of every section that has one, unless it is short', () => {
    const text = Array.from(
      { length: 30 },
      (_, n) => `## Part ${n}\n\nLamp ${n} burned oil. Storm ${n} put it out.\n`,
    );
    const article = articleOf(`${text.join('\n')}\n## Empty\n`);
    for (const length of ['medium', 'long'] as const) {
      const sections = summarize(article, { length }).map((index) => article.sentences[index]?.section);
      expect(new Set(sections).size).toBe(30);
    }
    expect(summarize(article, { length: 'short' })).toHaveLength(3);
  });

  it('does not say the same twice', () => {
    const article = articleOf(
      'The lamp burned whale oil every night. The lamp burned whale oil every night. Every night the lamp burned whale oil. The keeper wrote down every storm. A ferry brought bread on Mondays. Children learned to read there. The lamp burned oil for years. The roof was red.\n',
    );
    const chosen = summarize(article, { length: 'short' });
    expect(chosen.filter((index) => index < 3)).toHaveLength(1);
  });

  it('keeps within a section when asked to', () => {
    const article = articleOf(LIGHTHOUSE);
    expect(summarize(article, { length: 'long', section: 1 })).toEqual([2, 3, 4]);
    expect(() => summarize(article, { length: 'long', section: 2 })).toThrow(RangeError);
  });

  it('takes at least one sentence, also of one that has no word to compare', () => {
    for (const text of ['Yes.\n', 'The of and.\n', '千问很强。千问开源。\n']) {
      for (const length of LENGTHS) expect(summarize(articleOf(text), { length }).length).toBeGreaterThan(0);
    }
  });

  it('of twenty thousand sentences in four hundred sections takes about a second at most', () => {
    const words = 'lamp oil storm keeper harbor ship light tower island night winter rope stone sailor'.split(
      ' ',
    );
    const sentence = (n: number) =>
      `The ${words[n % 14]} and the ${words[(n * 7) % 13]} met number ${n % 977} in ${words[(n * 3) % 11]}.`;
    const section = (n: number) =>
      `## Part ${n}\n\n${Array.from({ length: 50 }, (_, k) => sentence(n * 50 + k)).join(' ')}\n`;
    const article = articleOf(Array.from({ length: 400 }, (_, n) => section(n)).join('\n'));
    const before = process.cpuUsage();
    expect(summarize(article, { length: 'medium' })).toHaveLength(400);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1.5);
  });
});
