import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { commands } from '../../commands/index.ts';
import { readOptions } from '../../commands/read-options.ts';
import { summary } from '../../commands/summary.ts';
import { LOCALES } from '../../src/reply/locale.ts';
import { WORDS } from '../../src/reply/words.ts';

const words = WORDS['en-US'];

describe('The options of a command', () => {
  it('are read from what Discord sends and from what is typed in the console', () => {
    const values = { question: 'Who?', private: true };
    expect(readOptions(ask, { question: 'Who?', private: true }, words)).toEqual({ value: values });
    expect(readOptions(ask, { question: 'Who?', private: 'Yes' }, words)).toEqual({ value: values });
    expect(readOptions(ask, { question: 'Who?', article: null, private: '否' }, words)).toEqual({
      value: { question: 'Who?', private: false },
    });
    expect(readOptions(summary, { length: '长' }, words)).toEqual({ value: { length: 'long' } });
  });

  it.each([
    [{}, '“question” is missing. Like this: /ask question: …'],
    [
      { question: 'Who?', colour: 'red' },
      'There is no option “colour”. The options are: question, article, private.',
    ],
    [{ question: 4 }, '“question” must be text.'],
    [{ question: 'Who?', private: 'perhaps' }, '“private” must be yes or no, not “perhaps”.'],
    [{ question: 'x'.repeat(301) }, '“question” is 301 characters long; the limit is 300. Shorten it.'],
  ])('are refused with a sentence: %j', (raw, problem) => {
    expect(readOptions(ask, raw, words)).toEqual({ problem });
  });

  it('are held against the choices there are', () => {
    expect(readOptions(summary, { length: 'huge' }, words)).toEqual({
      problem: '“length” must be short, medium or long, not “huge”.',
    });
  });
});

describe('The list of commands', () => {
  it('keeps to Discord’s limits in every language', () => {
    for (const command of commands) {
      expect(command.name.length).toBeLessThanOrEqual(32);
      for (const locale of LOCALES) {
        expect(command.label[locale].length).toBeLessThanOrEqual(32);
        if (command.kind === 'message') continue;
        expect(command.name).toMatch(/^[a-z]{1,32}$/);
        expect(command.label[locale]).toMatch(/^[\p{Ll}\p{Lo}]{1,32}$/u);
        const described = [command, ...Object.values(command.options)].map(
          ({ description }) => description[locale],
        );
        for (const description of described) {
          expect(description.length).toBeGreaterThan(0);
          expect(description.length).toBeLessThanOrEqual(100);
        }
      }
      if (command.kind === 'message') continue;
      const required = Object.values(command.options).map((option) => option.required ?? false);
      expect([...required].sort((a, b) => Number(b) - Number(a))).toEqual(required);
    }
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });
});
