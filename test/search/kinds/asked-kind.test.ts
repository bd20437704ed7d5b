import { describe, expect, it } from 'vitest';
import { askingWord, asksIndividual, kindOf } from '../../../src/search/kinds/asked-kind.ts';
import { languageOf } from '../../../src/search/text/language.ts';

describe('The kind of thing asked for', () => {
  it.each([
    ['en', 'Who kept the lamp?', 'person'],
    ['en', 'By whom was the statement issued?', 'person'],
    ['en', 'When was the lighthouse finished?', 'date'],
    ['en', 'In which year did the last keeper leave?', 'date'],
    ['en', 'How many years did she keep it?', 'duration'],
    ['en', 'HOW MUCH OIL DID IT BURN', 'number'],
    ['en', 'Where does the lighthouse stand?', 'place'],
    ['en', 'What did she write down?', 'other'],
    ['en', 'How old was the keeper?', 'age'],
    ['en', 'How much did the lamp cost?', 'money'],
    ['en', 'What percentage of ships came home?', 'percentage'],
    ['en', 'How long did the storm last?', 'duration'],
    ['en', 'How tall is the tower?', 'distance'],
    ['en', 'How heavy is the lens?', 'size'],
    ['en', 'How many keepers were there?', 'count'],
    ['en', 'At what time is the lamp lit?', 'time'],
    ['en', 'Which company built the lens?', 'group'],
    ['en', 'What is the name of the rock?', 'name'],
    ['en', 'Why did she leave?', 'reason'],
    ['en', 'How did she light the lamp?', 'manner'],
    ['en', 'What is a lighthouse?', 'definition'],
    ['en', 'Who is Anna Berg?', 'definition'],
    ['en', 'Did she leave when the storm came?', 'yes-no'],
    ['en', 'When the storm came, who kept the lamp?', 'person'],
    ['en', 'What did she do when the storm came?', 'other'],
    ['en', 'The whole lighthouse, wherever', 'other'],
    ['es', '¿Quién cuidaba el faro?', 'person'],
    ['es', '¿Cuántos años?', 'duration'],
    ['es', '¿Dónde está?', 'place'],
    ['de', 'Wann wurde der Turm gebaut?', 'date'],
    ['de', 'Wie viele Wärter gab es?', 'number'],
    ['de', 'Wie alt war der Wärter?', 'age'],
    ['de', 'Wohin ging der Wärter?', 'place'],
    ['el', 'Πότε χτίστηκε ο φάρος;', 'date'],
    ['ru', 'Кто построил маяк?', 'person'],
    ['ru', 'Сколько лет он стоит?', 'duration'],
    ['tr', 'Fener kaç yılında yapıldı?', 'date'],
    ['tr', 'Kaç bekçi vardı?', 'number'],
    ['ar', 'متى بنيت المنارة؟', 'date'],
    ['vi', 'Ngọn hải đăng ở đâu?', 'place'],
    ['th', 'ใครดูแลประภาคาร', 'person'],
    ['hi', 'प्रकाशस्तंभ कब बना?', 'date'],
    ['ro', 'Unde este farul?', 'place'],
    ['zh', '灯塔什么时候建成？', 'date'],
    ['zh', '燈塔有多少人看守？', 'number'],
    ['zh', '谁看守灯塔？', 'person'],
    ['zh', '灯塔在哪里？', 'place'],
    ['zh', '灯塔烧什么油？', 'other'],
    ['zh', '灯塔为什么关闭？', 'reason'],
    ['sv', 'Vem byggde fyren?', 'other'],
  ])('by a question in %s, %j, is %s', (tag, question, kind) => {
    expect(kindOf(question, languageOf(tag))).toBe(kind);
  });
});

describe('The word that says what kind is asked for', () => {
  it.each([
    ['How old was the keeper?', 'old'],
    ['In what year did she leave?', 'year'],
    ['How many miles off the coast is it?', 'miles'],
    ['How many keepers were there?', undefined],
    ['What did she write?', undefined],
  ])('of %j is %j', (question, expected) => {
    const english = languageOf('en');
    const span = askingWord(question, kindOf(question, english), english);
    const word = span && question.slice(span.start, span.end);
    // "How many" is of stop words alone.
    expect(word === 'many' ? undefined : word).toBe(expected);
  });
});

describe('Who somebody is', () => {
  it('is asked for a person, and who did something for anybody', () => {
    const english = languageOf('en');
    expect(asksIndividual('Who is the keeper of the lamp?', english)).toBe(true);
    expect(asksIndividual('Who sued the harbor?', english)).toBe(false);
  });
});
