import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/search/judging/rules.ts';
import { sightOf } from '../../../src/search/judging/sight.ts';
import { passagesOf } from '../../../src/search/ranking/gather-passages.ts';
import { type Reason, rank } from '../../../src/search/search.ts';
import { articleOf, LIGHTHOUSE, sessionOn } from '../../session.ts';

function libraryOn(text: string, lang = 'en') {
  return sessionOn([articleOf(text, { lang })]).library;
}

/** What one rule sees of a question in the passage that comes first. */
function seen(name: string, text: string, library: ReturnType<typeof libraryOn>): Reason | undefined {
  const rule = RULES.find((one) => one.name === name);
  const parsed = library.parse(text);
  if (!rule || 'problem' in parsed) throw new Error(`There is no rule ${name}, or nothing to look up.`);
  const [question] = parsed.value;
  if (!question) throw new Error('There is a question');
  const ranking = rank(question);
  const [first] = passagesOf(question, ranking, 1);
  if (!first) throw new Error(`Nothing is near ${text}`);
  return rule.see(sightOf(question, ranking, first));
}

const SUIT = `Alfa Nets sued Gamma Oils over a spill in 2019. The treasurer of Delta Paints is Mira Holm. Gamma Oils has denied that it
polluted the river. The river is 40 miles long and runs through Osby.`;
const VIETNAM =
  'Ngọn hải đăng được xây dựng vào năm 1869 trên một hòn đảo nhỏ. Người gác đèn sống một mình với vợ của ông.';

interface Tried {
  readonly text: string;
  readonly lang?: string;
  readonly holds: string;
  readonly saw: Reason;
  readonly passes: string;
}

/** For each rule a question that it holds against the first passage, what it saw, and one that it lets pass. */
const TRIED: Readonly<Record<string, Tried>> = {
  'lacking-name': {
    text: SUIT,
    holds: 'Why did Alfa Nets sue Gamma Oils in 2021?',
    saw: { kind: 'lacking', words: ['2021'] },
    passes: 'Why did Alfa Nets sue Gamma Oils in 2019?',
  },
  'lacking-kind': {
    text: 'Mira Holm keeps the books. Her brother Olav, 46, keeps bees.',
    holds: 'How old is Mira Holm?',
    saw: { kind: 'lacking-kind', of: 'age' },
    passes: 'How old is her brother Olav?',
  },
  'told-of-another': {
    text: SUIT,
    holds: 'Who is the treasurer of Gamma Oils?',
    saw: { kind: 'of-another', thing: 'treasurer', owner: 'Gamma Oils' },
    passes: 'Who is the treasurer of Delta Paints?',
  },
  'other-way-round': {
    text: SUIT,
    holds: 'Who sued Alfa Nets?',
    saw: { kind: 'other-way-round', verb: 'sued', object: 'Alfa Nets' },
    passes: 'Who sued Gamma Oils?',
  },
  contrary: {
    text: SUIT,
    holds: 'Why did Gamma Oils admit that it polluted the river?',
    saw: { kind: 'contrary', word: 'admit', printed: 'denied' },
    passes: 'Why did Gamma Oils deny that it polluted the river?',
  },
  'told-negated': {
    text: 'The insurer refused to pay for the oven. The baker paid for the roof.',
    holds: 'Why did the insurer pay for the oven?',
    saw: { kind: 'denied', printed: 'refused to pay' },
    passes: 'Why did the baker pay for the roof?',
  },
  'missing-thing': {
    text: SUIT,
    holds: 'How many parrots does Gamma Oils keep at the river?',
    saw: { kind: 'lacking', words: ['parrots'] },
    passes: 'How many miles long is the river?',
  },
  'missing-word': {
    text: 'Butter prices doubled in spring. It rained.',
    holds: 'Did butler prices double?',
    saw: { kind: 'lacking', words: ['butler'] },
    passes: 'Did butter prices double?',
  },
  'lacking-predicate': {
    text: 'Jensen Huang said that sales rose. The show opened in Taipei.',
    holds: 'Where was Jensen Huang born?',
    saw: { kind: 'lacking', words: ['born'] },
    passes: 'What did Jensen Huang say of sales?',
  },
  unexplained: {
    text: 'Devils Peak is a brewery in Cape Town. Its beers sell because they taste of oak.',
    holds: 'Why does Devils Peak make wine in Cape Town?',
    saw: { kind: 'lacking', words: ['wine'] },
    passes: 'Why do its beers sell?',
  },
  'nobody-named': {
    text: 'The Tsavo Trust said in a statement that the elephant was dead.',
    holds: 'Who is the director of the Tsavo Trust, which said the elephant was dead?',
    saw: { kind: 'lacking', words: ['director'] },
    passes: 'What did the Tsavo Trust say of the elephant?',
  },
  'scattered-syllables': {
    text: VIETNAM,
    lang: 'vi',
    holds: 'Ông vua xây một lâu đài nhỏ?',
    saw: { kind: 'thin' },
    passes: 'Ngọn hải đăng được xây dựng khi nào?',
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
    (name, { text, lang, holds, saw, passes }) => {
      const library = libraryOn(text, lang);
      expect(seen(name, holds, library)).toEqual(saw);
      expect(seen(name, passes, library)).toBeUndefined();
    },
  );

  it('take a word of a heading or a title for one that is not missing', () => {
    const held = sessionOn([articleOf(LIGHTHOUSE)]).library;
    expect(seen('missing-thing', 'How many lighthouses did the keeper light?', held)).toBeUndefined();
    expect(seen('missing-thing', 'How many parrots did the keeper light?', held)).toEqual({
      kind: 'lacking',
      words: ['parrots'],
    });
  });
});
