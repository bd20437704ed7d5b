import { describe, expect, it } from 'vitest';
import { isRight } from '../../measure/corpus-questions.ts';
import type { CorpusQuestion } from '../../measure/judged.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { type Finding, type Outcome, unseen } from '../../src/search/search.ts';

const article = articleFrom({
  id: 'ferry',
  title: 'The ferry',
  publisher: 'Gazette',
  lang: 'en',
  text: 'The ferry sails at noon. It carries mail. Gulls follow it. The captain is Danish.',
});

const finding = (outcome: Outcome): Finding => ({
  ...unseen(''),
  outcome,
  reason: { kind: 'thin' },
  passages: article.sentences.map((_, at) => ({
    article,
    first: at,
    last: at,
    focus: at,
    score: 1,
    matches: [],
    held: [],
    near: [],
    answers: [],
    mayAnswer: true,
    standsBeside: true,
    years: [],
  })),
  confidence: 0.5,
});

const expecting = (outcome: CorpusQuestion['outcome'], ...expect: string[]): CorpusQuestion => ({
  question: '',
  outcome,
  expect,
  kind: '',
});

describe('a question on the corpus is right', () => {
  it('where found is expected: if one of the first three passages holds a fragment', () => {
    expect(isRight(expecting('found', 'absent words', 'Gulls'), finding('found'))).toBe(true);
    expect(isRight(expecting('found', 'Danish'), finding('found'))).toBe(false);
    expect(isRight(expecting('found', 'Gulls'), finding('unclear'))).toBe(false);
  });

  it('where absent is expected: if it is absent', () => {
    expect(isRight(expecting('absent'), finding('absent'))).toBe(true);
    expect(isRight(expecting('absent'), finding('unclear'))).toBe(false);
  });

  it('where unclear is expected: if it is anything but found', () => {
    expect(isRight(expecting('unclear'), finding('absent'))).toBe(true);
    expect(isRight(expecting('unclear'), finding('unclear'))).toBe(true);
    expect(isRight(expecting('unclear'), finding('found'))).toBe(false);
  });
});
