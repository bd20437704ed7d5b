import { describe, expect, it } from 'vitest';
import { askedThing, isName, kindOf } from '../../../src/search/question/question-kind.ts';
import { languageOf } from '../../../src/search/text/language.ts';

describe('The kind of thing asked for', () => {
  it.each([
    ['en', 'Who kept the lamp?', 'person'],
    ['en', 'By whom was the statement issued?', 'person'],
    ['en', 'When was the lighthouse finished?', 'time'],
    ['en', 'In which year did the last keeper leave?', 'time'],
    ['en', 'How many years did she keep it?', 'number'],
    ['en', 'HOW MUCH OIL DID IT BURN', 'number'],
    ['en', 'Where does the lighthouse stand?', 'place'],
    ['en', 'What did she write down?', 'other'],
    ['en', 'The whole lighthouse, wherever', 'other'],
    ['es', '¿Quién cuidaba el faro?', 'person'],
    ['es', '¿Cuántos años?', 'number'],
    ['es', '¿Dónde está?', 'place'],
    ['de', 'Wann wurde der Turm gebaut?', 'time'],
    ['de', 'Wie viele Wärter gab es?', 'number'],
    ['de', 'Wohin ging der Wärter?', 'place'],
    ['el', 'Πότε χτίστηκε ο φάρος;', 'time'],
    ['ru', 'Кто построил маяк?', 'person'],
    ['ru', 'Сколько лет он стоит?', 'number'],
    ['tr', 'Fener kaç yılında yapıldı?', 'time'],
    ['tr', 'Kaç bekçi vardı?', 'number'],
    ['ar', 'متى بنيت المنارة؟', 'time'],
    ['vi', 'Ngọn hải đăng ở đâu?', 'place'],
    ['th', 'ใครดูแลประภาคาร', 'person'],
    ['hi', 'प्रकाशस्तंभ कब बना?', 'time'],
    ['ro', 'Unde este farul?', 'place'],
    ['zh', '灯塔什么时候建成？', 'time'],
    ['zh', '燈塔有多少人看守？', 'number'],
    ['zh', '谁看守灯塔？', 'person'],
    ['zh', '灯塔在哪里？', 'place'],
    ['zh', '灯塔烧什么油？', 'other'],
    ['sv', 'Vem byggde fyren?', 'other'],
  ])('by a question in %s, %j, is %s', (tag, question, kind) => {
    expect(kindOf(question, languageOf(tag))).toBe(kind);
  });
});

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
