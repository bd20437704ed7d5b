import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auroc,
  balancedAccuracy,
  mean,
  meanReciprocalRank,
  quantile,
  recallAt,
  shareOf,
} from '../../measure/figures.ts';

describe('recall and reciprocal rank', () => {
  const ranks = [1, 3, undefined, 2];

  it('counts the questions answered within the first k passages', () => {
    expect(recallAt(1, ranks)).toBe(0.25);
    expect(recallAt(3, ranks)).toBe(0.75);
  });

  it('gives half for a second rank, a third for a third, nothing for none', () => {
    expect(meanReciprocalRank(ranks)).toBeCloseTo((1 + 1 / 3 + 0 + 1 / 2) / 4);
  });

  it('has no figure for no questions', () => {
    expect(recallAt(1, [])).toBeNaN();
    expect(meanReciprocalRank([])).toBeNaN();
    expect(mean([])).toBeNaN();
    expect(shareOf([], () => true)).toBeNaN();
  });
});

describe('quantile', () => {
  it('is a value that occurred', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 3, 2], 0.95)).toBe(4);
    expect(quantile([7], 0.5)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('area under the ROC curve', () => {
  it('is 1 where every positive scores above every negative, and 0 the other way round', () => {
    expect(auroc([0.9, 0.8], [0.1, 0.2, 0.3])).toBe(1);
    expect(auroc([0.1, 0.2, 0.3], [0.9, 0.8])).toBe(0);
  });

  it('counts a tie as half', () => {
    expect(auroc([0.5], [0.5])).toBe(0.5);
    // Pairs: 0.5 over 0.2, 0.5 with 0.5 tied, 1 over both: (1 + 0.5 + 1 + 1) / 4.
    expect(auroc([0.5, 1], [0.2, 0.5])).toBe(0.875);
  });

  it('has no figure where one side is empty', () => {
    expect(auroc([], [0.1])).toBeNaN();
    expect(auroc([0.1], [])).toBeNaN();
  });

  it('is what comparing every pair gives', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const pairs = positives.flatMap((positive) =>
          negatives.map((negative) => (positive > negative ? 1 : positive === negative ? 0.5 : 0)),
        );
        expect(auroc(positives, negatives)).toBeCloseTo(mean(pairs), 10);
      }),
    );
  });
});

describe('balanced accuracy', () => {
  it('is a half for one who accepts everything, or nothing', () => {
    expect(balancedAccuracy(1, 1)).toBe(0.5);
    expect(balancedAccuracy(0, 0)).toBe(0.5);
  });

  it('weighs both sides alike', () => {
    expect(balancedAccuracy(0.9, 0.2)).toBeCloseTo(0.85);
  });
});
