import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misspell, questionsAbout } from '../../../measure/bench/questions.ts';
import { randomFrom } from '../../../measure/bench/random.ts';

const sentences = [
  'The harbor pilots of Bremen refused the steamer in 1891.',
  'A widow from Antwerp bought fourteen barrels of herring.',
];

describe('made questions', () => {
  const questions = questionsAbout(sentences, 20, 3);

  it('are the same for the same seed', () => {
    expect(questionsAbout(sentences, 20, 3)).toEqual(questions);
    expect(questions).toHaveLength(20);
  });

  it('are made of words of their sentence between function words', () => {
    for (const { target, question } of questions) {
      const own =
        question.match(/\p{L}{3,}|\d+/gu)?.filter((word) => sentences[target]?.includes(word)) ?? [];
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(question.endsWith('?')).toBe(true);
    }
  });

  it('have a wording with typing errors and the first letters of a word', () => {
    expect(questions.filter(({ question, misspelt }) => question !== misspelt).length).toBeGreaterThan(15);
    for (const { target, typed } of questions) {
      expect(typed.length).toBeGreaterThanOrEqual(2);
      expect(sentences[target]).toContain(typed);
    }
  });
});

describe('a typing error', () => {
  it('changes the length by one letter at most and keeps the first', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/), fc.integer(), (word, seed) => {
        const wrong = misspell(word, randomFrom(seed));
        expect(Math.abs(wrong.length - word.length)).toBeLessThanOrEqual(1);
        expect(wrong[0]).toBe(word[0]);
      }),
    );
  });
});
