import { describe, expect, it } from 'vitest';
import { NOT_ANSWERED } from '../../src/corpus/article.ts';
import { parseArticle } from '../../src/corpus/parse.ts';
import type { NewAnswer, TaughtAnswer } from '../../src/store/store.ts';
import { withTaught } from '../../src/store/taught.ts';

const contents = new TextEncoder().encode(
  '---\ntitle: The ferry\npublisher: Harbor News\nlang: en\nquestions: { Who owns it?: [{ 2: It does not wait. }] }\n---\nThe ferry leaves at six. It does not wait. The Berg family owns it.\n',
);
const article = parseArticle('ferry', contents);
const OWNER = { number: 3, text: 'The Berg family owns it.' };

function taught(answer: Partial<NewAnswer>): TaughtAnswer {
  return {
    key: 'a'.repeat(12),
    article: { house: 'ferry' },
    question: 'Whose is it?',
    sentences: [OWNER],
    revision: article.revision,
    ...answer,
  };
}

describe('what was taught of an article', () => {
  it('answers beside what its file answers, and before it', () => {
    expect(withTaught(article, undefined, [taught({})]).editorsAnswers).toEqual([
      { question: 'Whose is it?', sentences: [2] },
      { question: 'Who owns it?', sentences: [1] },
    ]);
  });

  it('answers a question of the file in its place', () => {
    expect(withTaught(article, undefined, [taught({ question: 'Who owns it?' })]).editorsAnswers).toEqual([
      { question: 'Who owns it?', sentences: [2] },
    ]);
  });

  it('is of the article of the house or of that of the scope, never of both, though their id is the same', () => {
    const ofHouse = taught({});
    const ofScope = taught({ article: { own: 'k'.repeat(12) } });
    expect(withTaught(article, 'k'.repeat(12), [ofHouse])).toBe(article);
    expect(withTaught(article, 'm'.repeat(12), [ofScope])).toBe(article);
    expect(withTaught(article, undefined, [ofScope])).toBe(article);
    expect(withTaught(article, 'k'.repeat(12), [ofScope]).editorsAnswers).toHaveLength(2);
  });

  it('holds for another revision where the text prints the sentence under its number, and not else', () => {
    const later = parseArticle(
      'ferry',
      new TextEncoder().encode(`${new TextDecoder().decode(contents)}It is red.\n`),
    );
    expect(withTaught(later, undefined, [taught({})]).editorsAnswers).toHaveLength(2);
    const other = taught({ sentences: [{ ...OWNER, number: 2 }] });
    expect(withTaught(article, undefined, [other]).editorsAnswers).toEqual(article.editorsAnswers);
  });

  it('says that nothing answers, of the revision that it was said of', () => {
    const none = taught({ sentences: NOT_ANSWERED, revision: article.revision.slice(0, 8) });
    expect(withTaught(article, undefined, [none]).editorsAnswers?.[0]).toEqual({
      question: 'Whose is it?',
      sentences: NOT_ANSWERED,
    });
    const earlier = taught({ sentences: NOT_ANSWERED, revision: '00000000' });
    expect(withTaught(article, undefined, [earlier]).editorsAnswers).toEqual(article.editorsAnswers);
  });
});
