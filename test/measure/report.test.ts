import { describe, expect, it } from 'vitest';
import type { JudgedArticle } from '../../measure/judged.ts';
import {
  type FileResult,
  familyOf,
  groupOf,
  judgmentTable,
  plainOf,
  rankingTable,
} from '../../measure/report.ts';
import type { Judgment, Score } from '../../measure/score.ts';
import { difference, milliseconds, share, tableOf } from '../../measure/table.ts';
import { targetsOf } from '../../measure/targets.ts';

const score = (recallAt1: number, recallAt3: number, judgment?: Judgment): Score => ({
  ranking: { questions: 100, recallAt1, recallAt3, reciprocalRank: 0.5, milliseconds: 1 },
  ...(judgment ? { judgment } : {}),
  asked: [],
});

const result = (name: string, own: Score, best: Score, more: Partial<FileResult> = {}): FileResult => ({
  name,
  group: 'english',
  family: undefined,
  articles: 1,
  sentences: 10,
  scores: new Map([
    ['Verbatim', own],
    ['Other', score(0.1, 0.2)],
    ['Best', best],
  ]),
  ...more,
});

describe('the tables', () => {
  it('have a row for each engine and file and means over groups of files', () => {
    const table = rankingTable([
      result('one', score(0.8, 0.9), score(0.7, 0.8)),
      result('two', score(0.6, 0.7), score(0.7, 0.8)),
    ]);
    expect(table).toMatch(/^one +Verbatim +100 +0\.800 +0\.900/m);
    expect(table).toMatch(/^mean English \(2\) +Verbatim +200 +0\.700 +0\.800/m);
  });

  it('show a dash where there is nothing to count', () => {
    const judgment: Judgment = {
      answerable: { questions: 100, found: 0.9, unclear: 0.1, absent: 0 },
      unanswerable: { questions: 0, found: Number.NaN, unclear: Number.NaN, absent: Number.NaN },
      stranger: { questions: 100, found: 0, unclear: 0.25, absent: 0.75 },
      balancedAccuracy: 0.95,
      aurocUnanswerable: Number.NaN,
      aurocStranger: 0.99,
    };
    const table = judgmentTable([result('one', score(0.8, 0.9, judgment), score(0.7, 0.8))]);
    expect(table).toMatch(/^one +0\.900 0\.100 0\.000 +– +0\.000 0\.250 0\.750 +0\.950 +– +0\.990$/m);
  });

  it('align figures to the right and names to the left', () => {
    expect(
      tableOf(
        ['a', 'b'],
        [
          ['long name', '1'],
          ['x', '10.0'],
        ],
      ),
    ).toBe(['a             b', '─────────  ────', 'long name     1', 'x          10.0'].join('\n'));
  });

  it('print shares, differences and times with fitting decimals', () => {
    expect([share(0.12345), share(Number.NaN), share(undefined)]).toEqual(['0.123', '–', '–']);
    expect([difference(0.02), difference(-0.015)]).toEqual(['+0.020', '−0.015']);
    expect([milliseconds(0.123), milliseconds(12.34), milliseconds(250.4)]).toEqual(['0.12', '12.3', '250']);
  });

  it('become plain values for JSON', () => {
    const plain = plainOf(result('one', score(0.8, 0.9), score(0.7, 0.8)));
    expect(JSON.parse(JSON.stringify(plain))).toMatchObject({
      name: 'one',
      engines: [{ engine: 'Verbatim', ranking: { recallAt1: 0.8 } }, { engine: 'Other' }, { engine: 'Best' }],
    });
  });
});

describe('the aims', () => {
  it('set the lead over the best peer of each English set beside what it should be', () => {
    const targets = targetsOf(
      [
        result('one', score(0.8, 0.9), score(0.7, 0.8)),
        result('two', score(0.6, 0.7), score(0.7, 0.8)),
        result('dritte', score(0, 0), score(1, 1), { group: 'other' }),
      ],
      [],
    );
    expect(targets).toContainEqual({
      what: 'R@1 above the best peer, mean of 2 English sets',
      figure: '+0.000',
      least: '+0.020',
    });
    expect(targets).toContainEqual({
      what: 'R@1 above the best peer, least: two, Best',
      figure: '−0.100',
      least: '+0.000',
    });
  });

  it('compare mistyped questions with the same ones typed well', () => {
    const targets = targetsOf(
      [
        result('xquad.en', score(0.8, 0.9), score(0, 0), { family: 'xquad' }),
        result('noiseqa.natural.keyboard', score(0.8, 0.89), score(0, 0)),
      ],
      [],
    );
    expect(targets).toContainEqual(expect.objectContaining({ figure: '−0.010', least: '−0.015' }));
  });

  it('leave out what was not measured', () => {
    expect(targetsOf([], [])).toEqual([]);
  });
});

describe('what a file measures', () => {
  const article = (lang: string, question: string): JudgedArticle => ({
    id: 'a',
    title: 'A',
    lang,
    text: 'Text.',
    questions: [{ id: 'q', question, answerable: true, answers: [0] }],
  });

  it('is told from the languages of its articles and questions', () => {
    expect(groupOf([article('en', 'Who built it?')])).toBe('english');
    expect(groupOf([article('en', '谁建造了它？')])).toBe('crossing');
    expect(groupOf([article('zh', '谁建造了它？')])).toBe('other');
    expect(groupOf([article('de', 'Wer hat es gebaut?')])).toBe('other');
  });

  it('makes a family of files named after the language of their articles', () => {
    expect(familyOf('coast.de', [article('de', 'Wer?')])).toBe('coast');
    expect(familyOf('coast.dev', [article('en', 'Who?')])).toBeUndefined();
  });
});
