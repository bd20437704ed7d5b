import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/search/text/language.ts';
import { namesOf } from '../../../src/search/text/names.ts';
import { articleOf } from '../../session.ts';

const ALIASES = new Map([
  ['Lighthouse of Eckmühl', ['Phare d’Eckmühl', '埃克米尔灯塔', '埃克米爾燈塔']],
  ['Eckmühl', ['埃克米尔']],
  ['Anna Berg', ['The Keeper', '安娜·贝格']],
]);
const english = languageOf('en');
const names = namesOf([articleOf('Anna Berg.\n', { aliases: ALIASES })], english);
const found = (question: string, at = 0) => names.amongTokens(english.tokenize(question), at);

describe('A name', () => {
  it('is found under its other names, with how many words they take', () => {
    expect(found("phare d'eckmuhl")).toEqual({ length: 2, printed: ['Lighthouse of Eckmühl'] });
    expect(found('Who was the keeper?', 2)).toEqual({ length: 2, printed: ['Anna Berg'] });
    expect(found('Who was Carla?', 2)).toBeUndefined();
  });

  it('is found in a run of Han, simplified or traditional, and the longest first', () => {
    expect(names.inRun('埃克米尔灯塔在哪', 0)).toEqual({ length: 6, printed: ['Lighthouse of Eckmühl'] });
    expect(names.inRun('埃克米爾燈塔', 0)).toEqual({ length: 6, printed: ['Lighthouse of Eckmühl'] });
    expect(names.inRun('埃克米尔的人', 0)).toEqual({ length: 4, printed: ['Eckmühl'] });
    expect(names.inRun('在埃克米尔', 0)).toBeUndefined();
    expect(names.inRun('在埃克米尔', 1)).toEqual({ length: 4, printed: ['Eckmühl'] });
  });

  it.each([
    ['United States', 2, 'U.S.'],
    ['United States of America', 4, 'U.S.'],
    ['U.S. government', 1, 'United States'],
    ['USA', 1, 'U.S.'],
    ['the United Kingdom', 2, 'UK'],
    ['European Union', 2, 'EU'],
    ['U.N. resolution', 1, 'United Nations'],
  ])(
    'that every reader knows, such as %s, is found in English without an alias',
    (question, length, printed) => {
      const name = found(question, question.startsWith('the ') ? 1 : 0);
      expect(name?.length).toBe(length);
      expect(name?.printed).toContain(printed);
    },
  );

  it('that only English readers shorten is not found in other languages', () => {
    const german = languageOf('de');
    expect(namesOf([], german).amongTokens(german.tokenize('USA'), 0)).toBeUndefined();
  });

  it('that two articles print differently is read as both', () => {
    const one = articleOf('Peking.\n', { aliases: new Map([['Peking', ['Beiping']]]) });
    const other = articleOf('Beijing.\n', { aliases: new Map([['Beijing', ['Beiping']]]) });
    const both = namesOf([one, other], english).amongTokens(english.tokenize('Beiping'), 0);
    expect(both?.printed).toEqual(['Peking', 'Beijing']);
  });
});
