import { describe, expect, it } from 'vitest';
import { withoutFrames, withoutQuestionWords } from '../../../src/search/question/frames.ts';
import { isInAnother } from '../../../src/search/question/question-language.ts';

const rest = (question: string, tag: string) => withoutFrames(question, tag).replace(/\s+/g, ' ').trim();

describe('What only frames a question', () => {
  it.each([
    ['What does the article say about ferries?', 'ferries?'],
    ['tell me more about the ferry', 'the ferry'],
    ['According to the text, who sails?', ', who sails?'],
    ['does this article mention gulls', 'gulls'],
    ['is there anything about gulls in the article', 'gulls'],
    ['what about the captain', 'the captain'],
  ])('is taken from %j', (question, expected) => {
    expect(rest(question, 'en')).toBe(expected);
  });

  it('is left where nothing else would be, and where it frames nothing', () => {
    expect(rest('tell me more', 'en')).toBe('tell me more');
    expect(rest('What did the captain say about ferries?', 'en')).toBe(
      'What did the captain say about ferries?',
    );
  });

  it('is taken from Chinese, with its question words, and every offset stays', () => {
    expect(rest('文章怎么说渡轮', 'en')).toBe('渡轮');
    expect(withoutQuestionWords('渡轮什么时候开？', 'zh')).toBe('渡轮    开？');
    expect(withoutQuestionWords('船票多少錢', 'zh')).toBe('船票   ');
    expect(withoutQuestionWords('什么时候', 'zh')).toBe('什么时候');
  });
});

describe('The language of a question', () => {
  it.each([
    ['Когда отходит паром?', 'en', true],
    ['When does the ferry sail?', 'zh', true],
    ['渡轮什么时候开？', 'en', false],
    ['渡轮什么时候开？', 'de', true],
    ['Wann fährt die Fähre ab?', 'en', true],
    ['When does the ferry sail?', 'de', true],
    ['When does the ferry sail?', 'en', false],
    ['Qwen', 'de', false],
    ['2022', 'zh', false],
  ])('of %j is another than %s: %s', (question, lang, expected) => {
    expect(isInAnother(question, lang)).toBe(expected);
  });
});
