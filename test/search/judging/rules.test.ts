import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Sighting } from '../../../src/search/judging/rule.ts';
import { RULES } from '../../../src/search/judging/rules.ts';
import { rank } from '../../../src/search/search.ts';
import { articleOf, LIGHTHOUSE, realSession, sessionOn } from '../../session.ts';

let library: Awaited<ReturnType<typeof realSession>>['library'];
beforeAll(async () => {
  ({ library } = await realSession());
});

/** What one rule sees of a question. */
function seen(name: string, text: string, held = library): Sighting | undefined {
  const rule = RULES.find((one) => one.name === name);
  const parsed = held.parse(text);
  if (!rule || 'problem' in parsed) throw new Error(`There is no rule ${name}, or nothing to look up.`);
  const [question] = parsed.value;
  return question && rule.see(question, rank(question));
}
const wordsOf = (sighting: Sighting | undefined) => sighting?.words?.map(({ asked }) => asked);

/** For each rule a question that it holds against the best passage, what it saw, and one that it lets pass. */
const TRIED: Readonly<Record<string, { holds: string; saw: readonly string[]; passes: string }>> = {
  'unknown-name': {
    holds: 'What did Elon Musk say about Qwen?',
    saw: ['Elon', 'Musk'],
    passes: 'What did Jensen Huang say about Qwen?',
  },
  'missing-thing': {
    holds: 'How many parameters does Qwen have?',
    saw: ['parameters'],
    passes: "What is Alibaba's statement?",
  },
  'missing-number': {
    holds: 'What did Alibaba say in 1987?',
    saw: ['1987'],
    passes: 'What was announced on November 13?',
  },
  'missing-word': {
    holds: 'Which butler launched Qwen?',
    saw: ['butler'],
    passes: 'Which company launched Qwen?',
  },
  'lacking-word': {
    holds: 'Which memorandum names a sector?',
    saw: ['memorandum'],
    passes: 'What did the White House memorandum cite?',
  },
  'missing-predicate': {
    holds: 'Where was Jensen Huang born?',
    saw: ['born'],
    passes: 'What did Jensen Huang announce?',
  },
  'owned-by-another': {
    holds: 'Who is the CEO of Alibaba?',
    saw: ['CEO', 'Alibaba'],
    passes: 'Who is the CEO of NVIDIA?',
  },
};

describe('The rules of judging', () => {
  const names = RULES.map(({ name }) => name).sort();

  it('are those that have a file, and each is tried here', () => {
    const files = readdirSync('src/search/judging/rules').map((file) => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(names);
    expect(Object.keys(TRIED).sort()).toEqual(names);
  });

  it.each(Object.entries(TRIED))(
    'say what they saw and let pass what answers: %s',
    (name, { holds, saw, passes }) => {
      const sighting = seen(name, holds);
      const { thing, owner } = sighting?.another ?? {};
      expect(wordsOf(sighting) ?? [thing, owner]).toEqual(saw);
      expect(seen(name, passes)).toBeUndefined();
    },
  );

  it('see the same of the same question and ranking, however often they look', () => {
    const parsed = library.parse('Where was Jensen Huang born?');
    if ('problem' in parsed) throw new Error('There is a question');
    for (const question of parsed.value) {
      const ranking = rank(question);
      const first = RULES.map((rule) => rule.see(question, ranking));
      expect(RULES.map((rule) => rule.see(question, ranking))).toEqual(first);
    }
  });

  it('take a word of a heading or a title for one that is not missing', () => {
    const held = sessionOn([articleOf(LIGHTHOUSE)]).library;
    expect(seen('missing-thing', 'How many lighthouses were there?', held)).toBeUndefined();
    expect(wordsOf(seen('missing-thing', 'How many parrots were there?', held))).toEqual(['parrots']);
  });
});
