import { describe, expect, it } from 'vitest';
import { askedThing, isName } from '../../../src/search/question/asked-thing.ts';
import { languageOf } from '../../../src/search/text/language.ts';

describe('The thing that a question names', () => {
  const thing = (question: string) => {
    const span = askedThing(question);
    return span && question.slice(span.start, span.end);
  };

  it.each([
    ['How many parameters does the model have?', 'parameters'],
    ['how much of the market did it capture', 'market'],
    ["What is the keeper's favorite storm?", 'favorite storm'],
    ['What was Anna Berg’s salary?', 'salary'],
    ['灯塔有多少级台阶？', '级台阶'],
  ])('in %j is %j', (question, expected) => {
    expect(thing(question)).toBe(expected);
  });

  it.each(['Who kept the lamp?', 'What burned?', '谁看守灯塔？', 'How old is it?'])(
    'is not told by %j',
    (question) => {
      expect(thing(question)).toBeUndefined();
    },
  );
});

describe('A name in a question', () => {
  it('has a capital', () => {
    expect(isName('Berg', languageOf('en'))).toBe(true);
    expect(isName('Éckmühl', languageOf('fr'))).toBe(true);
    expect(isName('lamp', languageOf('en'))).toBe(false);
  });

  it('is not told by a capital in German, which writes all nouns so', () => {
    expect(isName('Lampe', languageOf('de'))).toBe(false);
  });
});
