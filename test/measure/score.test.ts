import { describe, expect, it } from 'vitest';
import type { Answer, Engine } from '../../measure/engine.ts';
import type { JudgedArticle } from '../../measure/judged.ts';
import { missesOf } from '../../measure/misses.ts';
import { rankOf, score } from '../../measure/score.ts';
import { halfOf, select, strangerOf } from '../../measure/selection.ts';
import { subjectOf } from '../../measure/subject.ts';

const article = (id: string, title: string, text: string, answer: string): JudgedArticle => ({
  id,
  title,
  lang: 'en',
  text,
  questions: [
    { id: `${id}-q`, question: `About ${answer}?`, answerable: true, answers: [text.indexOf(answer)] },
    { id: `${id}-u`, question: 'About nothing?', answerable: false, answers: [] },
  ],
});

const mill = article('set/mill', 'Mill', 'The mill stood by the river. Its wheel was oak.', 'wheel');
const bridge = article('set/bridge', 'Bridge', 'The bridge was stone. A toll was paid in salt.', 'toll');

describe('a passage covers an answer', () => {
  const answer: Answer = {
    passages: [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
    ],
  };

  it('where the answer starts within it, its end not counted', () => {
    expect(rankOf(answer, [9])).toBe(1);
    expect(rankOf(answer, [10])).toBe(2);
    expect(rankOf(answer, [20])).toBeUndefined();
  });

  it('where it covers any of several answers', () => {
    expect(rankOf(answer, [90, 12])).toBe(2);
    expect(rankOf(answer, [])).toBeUndefined();
  });
});

/** Gives sentences in their order and is sure of what its own article holds. */
const inOrder: Engine = {
  name: 'in order',
  async index() {
    return async (question, { text, sentences }) => {
      const word = question.replace(/^About |\?$/g, '');
      const isHeld = text.includes(word);
      return { passages: sentences, outcome: isHeld ? 'found' : 'absent', confidence: isHeld ? 1 : 0 };
    };
  },
};

describe('a score', () => {
  it('ranks answerable questions and judges them against unanswerable ones and another article’s', async () => {
    let steps = 0;
    const { ranking, judgment } = await score(inOrder, [mill, bridge].map(subjectOf), () => {
      steps += 1;
    });
    expect(ranking).toMatchObject({ questions: 2, recallAt1: 0, recallAt3: 1, reciprocalRank: 0.5 });
    expect(judgment).toMatchObject({
      answerable: { questions: 2, found: 1 },
      unanswerable: { questions: 2, absent: 1 },
      stranger: { questions: 2, absent: 1 },
      balancedAccuracy: 1,
      aurocUnanswerable: 1,
      aurocStranger: 1,
    });
    expect(steps).toBe(2);
  });

  it('has no judgment of an engine that never refuses', async () => {
    const plain: Engine = {
      name: 'plain',
      index:
        async () =>
        async (_, { sentences }) => ({ passages: sentences }),
    };
    expect((await score(plain, [subjectOf(mill)], () => {})).judgment).toBeUndefined();
  });

  it('lists a miss with the passage given first and the sentence that was right', async () => {
    const [miss] = missesOf(await score(inOrder, [subjectOf(mill)], () => {}));
    expect(miss).toContain('set/mill set/mill-q: answered at 2, found 1.00');
    expect(miss).toContain('first  The mill stood by the river.');
    expect(miss).toContain('right  Its wheel was oak.');
  });
});

describe('the selection', () => {
  it('puts an article into the same half in every file and language', () => {
    const titles = Array.from({ length: 200 }, (_, n) => `Article ${n}`);
    const train = titles.filter((title) => halfOf(title) === 'train');
    expect(train.length).toBeGreaterThan(70);
    expect(train.length).toBeLessThan(130);
    const halves = (['train', 'test'] as const).map((half) => select([mill, bridge], { half }));
    expect(halves.flat()).toHaveLength(2);
    expect(select([{ ...mill, id: 'other/mill' }], { half: halfOf('Mill') })).toHaveLength(1);
  });

  it('keeps one article by its id, with or without the name of its set', () => {
    expect(select([mill, bridge], { only: 'set/bridge' })).toEqual([bridge]);
    expect(select([mill, bridge], { only: 'bridge' })).toEqual([bridge]);
  });

  it('takes the next article with another title for a stranger, the first after the last', () => {
    const section = { ...mill, id: 'set/mill-2' };
    expect(strangerOf([mill, section, bridge], 0)).toBe(bridge);
    expect(strangerOf([mill, section, bridge], 2)).toBe(mill);
    expect(strangerOf([mill, section], 0)).toBeUndefined();
  });
});
