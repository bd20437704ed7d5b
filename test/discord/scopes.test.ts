import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { press } from '../../commands/press.ts';
import type { Article } from '../../src/corpus/article.ts';
import type { Bot } from '../../src/discord/interactions/bot.ts';
import { makeCooldown } from '../../src/discord/interactions/cooldown.ts';
import { makeReceiver } from '../../src/discord/interactions/receive.ts';
import { makeTurns } from '../../src/discord/interactions/turns.ts';
import { customIdOf } from '../../src/discord/message/custom-id.ts';
import { ACTIONS, type Action, type Fields, type Verb } from '../../src/reply/action.ts';
import { scopedLibraries } from '../../src/scope/libraries.ts';
import type { ScopeKey } from '../../src/scope/scope.ts';
import { keyed } from '../../src/scope/scope-articles.ts';
import { createLibrary, type Library } from '../../src/search/search.ts';
import { inMemory } from '../scope/in-memory.ts';
import { articleOf } from '../session.ts';

/** An article whose every part holds a word that stands nowhere else. */
const article = (word: string, id: string) =>
  articleOf(
    `## Part ${word}\n\nThe ${word} was signed by Karel [1]. Nobody opened the ${word} for years. It lies in a ${word} box.\n`,
    { id, title: `The ${word}`, publisher: `${word} Press` },
  );

const HOUSE = article('houseletter', 'letter');
let house: Library = createLibrary([HOUSE]);

const [ADA, BOB] = ['444444444444444444', '555555555555555555'];
const inServer = (guild: string, user: string) => ({
  guild_id: guild,
  context: 0,
  member: { user: { id: user }, permissions: '0' },
  authorizing_integration_owners: { 0: guild },
});
const inDirect = (user: string) => ({
  context: 1,
  user: { id: user },
  authorizing_integration_owners: { 1: user },
});

/** Three scopes. All three call their article as the house calls its own. */
const SCOPES = [
  {
    word: 'firstcanary',
    key: 'aaaaaaaaaaaa',
    scope: 'server:111111111111111111',
    at: inServer('111111111111111111', ADA),
  },
  {
    word: 'secondcanary',
    key: 'bbbbbbbbbbbb',
    scope: 'server:222222222222222222',
    at: inServer('222222222222222222', BOB),
  },
  { word: 'thirdcanary', key: 'cccccccccccc', scope: `user:${BOB}`, at: inDirect(BOB) },
].map((one) => ({ ...one, scope: one.scope as ScopeKey, article: article(one.word, 'letter') }));
/** Places in which nobody's library is read. */
const NOWHERE = [
  inDirect(ADA),
  { ...inDirect(BOB), context: 2 },
  { ...inDirect(BOB), authorizing_integration_owners: { 0: '0' } },
  { ...inServer('111111111111111111', ADA), authorizing_integration_owners: { 1: ADA } },
  { ...inServer('111111111111111111', ADA), authorizing_integration_owners: { 0: '222222222222222222' } },
];

const store = inMemory();
let log = '';
let bot: Bot;

beforeAll(async () => {
  for (const { scope, key, article: own } of SCOPES) store.store(scope, [{ key, article: own }]);
  await house.ask('warm up');
  bot = {
    scopes: scopedLibraries({ house: () => house, articles: store, unreadable: () => undefined }),
    commands,
    press,
    cooldown: makeCooldown({ commands: 100_000, seconds: 1 }),
    turn: makeTurns(),
    log: pino(
      { level: 'warn' },
      {
        write(line: string) {
          log += line;
        },
      },
    ),
  };
});

let ids = 900_000_000_000_000_000n;

/** Everything that is sent for one interaction, as JSON, and how many answers that are. */
async function answersTo(fields: object): Promise<{ said: string; answers: number }> {
  const said: unknown[] = [];
  let answers = 0;
  const answer = async (body: unknown) => {
    answers += 1;
    said.push(body);
  };
  const { receive, underway } = makeReceiver(bot, () => ({
    respond: answer,
    edit: answer,
    followUp: answer,
    remove: () => answer('removed'),
  }));
  receive({ id: String(ids++), token: 't', application_id: '9', locale: 'en-US', ...fields });
  await Promise.all(underway);
  return { said: JSON.stringify(said), answers };
}

const pressed = (customId: string, at: object, isMenu = false) =>
  answersTo({
    ...at,
    type: 3,
    data: isMenu
      ? { component_type: 3, custom_id: '1:menu', values: [customId] }
      : { component_type: 2, custom_id: customId },
    message: { flags: 64, components: [] },
  });
const typed = (name: string, options: Record<string, string>, at: object, focused?: string) =>
  answersTo({
    ...at,
    type: focused ? 4 : 2,
    data: {
      name,
      type: 1,
      options: Object.entries(options).map(([option, value]) => ({
        name: option,
        type: 3,
        value,
        ...(option === focused && { focused: true }),
      })),
    },
  });

/** An action of each verb on an article, with each of its fields. */
function actionsOn({ id, edition }: Pick<Article, 'id' | 'edition'>): Action<Verb>[] {
  const passage = { article: id, edition, first: 0, last: 1 };
  const values: { readonly [F in keyof Fields]: readonly Fields[F][] } = {
    passage: [{ passage }, { passage: { ...passage, first: 2, last: 2 } }],
    passages: [{ passages: [passage] }, { passages: [passage, { ...passage, first: 2, last: 2 }] }],
    article: [{ article: id, edition }],
    anyArticle: [{ article: id, edition }],
    from: [{ from: 0 }, { from: 1 }],
    trail: [{}, { trail: [1] }],
    lettered: [{}],
    part: [{}, { part: 1 }],
    page: [{ page: 0 }, { page: 1 }],
    form: [{}, { form: 'exact' }],
    outcome: [{ outcome: 'found' }, { outcome: 'absent' }],
    length: [{ length: 'short' }],
    section: [{}, { section: 0 }],
    note: [{}, { note: '[1]' }],
  };
  return (Object.keys(ACTIONS) as Verb[]).flatMap((verb) =>
    ACTIONS[verb].fields
      .reduce<object[]>(
        (made, field) => made.flatMap((one) => values[field].map((value) => ({ ...one, ...value }))),
        [{ verb }],
      )
      .map((action) => action as Action<Verb>),
  );
}

const own = ({ key, article: one }: (typeof SCOPES)[number]) => keyed({ key, article: one });
const NOBODYS = { id: '+zzzzzzzzzzzz', edition: '0123abcd' };
const foreignTo = (at: object) => SCOPES.filter((one) => one.at !== at);

/** Fails where anything of another scope is told; of what was typed itself, its echo is none. */
function expectNothingOf(foreign: typeof SCOPES, said: string, echoed = '') {
  const told = echoed === '' ? said : said.replaceAll(echoed, '');
  for (const { word, key } of foreign) {
    expect(told).not.toContain(word);
    expect(told).not.toContain(key);
  }
}

describe('What belongs to one scope', () => {
  it('is shown there, by every verb', async () => {
    for (const one of SCOPES) {
      const shown = new Set<string>();
      for (const action of actionsOn(own(one))) {
        const { said, answers } = await pressed(customIdOf(action, 'en-US'), one.at);
        if (action.verb !== 'delete') expect(answers).toBe(1);
        if (said.includes(one.word)) shown.add(action.verb);
        expectNothingOf(foreignTo(one.at), said);
      }
      expect([...shown].sort()).toEqual(
        Object.keys(ACTIONS)
          .filter((verb) => verb !== 'delete')
          .sort(),
      );
    }
  });

  it('is neither shown, named nor confirmed elsewhere, whatever is pressed', async () => {
    const places = [...SCOPES.map(({ at }) => at), ...NOWHERE];
    for (const at of places) {
      for (const foreign of foreignTo(at)) {
        const nobodys = actionsOn(NOBODYS);
        for (const [which, action] of actionsOn(own(foreign)).entries()) {
          const isMenu = which % 2 === 0;
          const { said, answers } = await pressed(customIdOf(action, 'en-US'), at, isMenu);
          expectNothingOf([foreign], said);
          // An article of another scope is answered as one that there never was.
          const never = await pressed(customIdOf(nobodys[which] as Action<Verb>, 'en-US'), at, isMenu);
          expect(said).toBe(never.said);
          expect(answers).toBe(never.answers);
        }
      }
    }
  }, 120_000);

  it('is neither shown nor named by any option or completion', async () => {
    for (const at of [...SCOPES.map((one) => one.at), ...NOWHERE]) {
      for (const foreign of foreignTo(at)) {
        const { id } = own(foreign);
        const { word, key } = foreign;
        for (const name of [
          id,
          key,
          word,
          `The ${word}`,
          `${word} Press`,
          `Part ${word}`,
          `the ${word.slice(0, 6)}`,
        ]) {
          for (const command of commands) {
            if (command.kind !== 'slash') continue;
            for (const option of Object.keys(command.options)) {
              const others =
                command.options.question && option !== 'question' ? { question: 'Who signed it?' } : {};
              const answered = await typed(command.name, { ...others, [option]: name }, at);
              expect(answered.answers).toBe(1);
              expectNothingOf([foreign], answered.said, name);
              const completed = await typed(command.name, { ...others, [option]: name }, at, option);
              expect(completed.answers).toBe(1);
              expectNothingOf([foreign], completed.said, name);
            }
          }
        }
      }
    }
  }, 120_000);

  it('is found there alone, by questions, suggestions and quotations on messages', async () => {
    for (const one of SCOPES) {
      const asked = await typed('ask', { question: `Who signed the ${one.word}?` }, one.at);
      expect(asked.said).toContain('Karel');
      expect((await typed('ask', { question: one.word.slice(0, 5) }, one.at, 'question')).said).toContain(
        one.word,
      );
      for (const at of [...SCOPES.map((other) => other.at), ...NOWHERE]) {
        if (at === one.at) continue;
        const question = `Who opened the ${one.word}?`;
        expectNothingOf([one], (await typed('ask', { question }, at)).said, one.word);
        const empty = await typed('ask', { question: '' }, at, 'question');
        expectNothingOf([one], empty.said);
        const content = `They say “Nobody opened the ${one.word} for years.”`;
        const found = await answersTo({
          ...at,
          type: 2,
          data: {
            name: 'Find in the article',
            type: 3,
            target_id: '1',
            resolved: { messages: { 1: { id: '1', content, author: { id: '7' }, components: [] } } },
          },
        });
        expectNothingOf([one], found.said.replaceAll(content.slice(9, -1), ''), one.word);
      }
    }
  });

  it('stays apart from an article of the house that is called the same, now or later', async () => {
    const [one] = SCOPES;
    if (!one) throw new Error('no scope');
    const ofHouse = actionsOn(HOUSE);
    const ofOwn = actionsOn(own(one));
    const summary = (actions: readonly Action<Verb>[]) =>
      customIdOf(actions.find(({ verb }) => verb === 'summary') as Action<Verb>, 'en-US');
    expect((await pressed(summary(ofHouse), one.at)).said).not.toContain(one.word);
    expect((await pressed(summary(ofOwn), one.at)).said).not.toContain('houseletter');
    const before = house;
    store.store(one.scope, []);
    // The house's article of that id does not answer for the one that is gone; nor would a text of the very same words.
    house = createLibrary([{ ...one.article, id: 'letter' }]);
    expect((await pressed(summary(ofOwn), one.at)).said).not.toContain(one.word);
    house = before;
    store.store(one.scope, [{ key: one.key, article: one.article }]);
    expect((await pressed(summary(ofOwn), one.at)).said).toContain(one.word);
    // Both are called so, and each is named with its publisher.
    const named = await typed('summary', { article: 'letter' }, one.at);
    expect(named.said).toContain('The houseletter (letter)');
    expect(named.said).toContain(`The ${one.word} (letter, ${one.word} Press)`);
  });

  it('stays there however ids are damaged', async () => {
    let state = 7;
    const next = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const letters = ':,.-+=abcABC012\u0000é ';
    for (let round = 0; round < 5000; round += 1) {
      const one = SCOPES[next(3)] as (typeof SCOPES)[number];
      const foreign = foreignTo(one.at)[next(2)] as (typeof SCOPES)[number];
      const actions = actionsOn(own(foreign));
      let id = customIdOf(actions[next(actions.length)] as Action<Verb>, 'en-US');
      for (let times = next(3); times >= 0; times -= 1) {
        const at = next(id.length + 1);
        id = id.slice(0, at) + letters.charAt(next(letters.length)) + id.slice(at + next(2));
      }
      const { said, answers } = await pressed(id, one.at, next(2) === 0);
      expect(answers).toBe(1);
      expectNothingOf(foreignTo(one.at), said);
    }
    expect(log).toBe('');
  }, 120_000);
});

describe('Where the house shelf is off', () => {
  it('shows a scope its own articles, and others nothing, without a fault', async () => {
    const before = house;
    house = createLibrary([]);
    try {
      for (const one of SCOPES) {
        const { said } = await typed('ask', { question: `Who signed the ${one.word}?` }, one.at);
        expect(said).toContain('Karel');
        expect(said).not.toContain('houseletter');
      }
      for (const at of NOWHERE) {
        for (const [name, options] of [
          ['ask', { question: 'Who signed the letter?' }],
          ['ask', { question: 'what is this about?' }],
          ['summary', {}],
          ['sources', {}],
          ['sources', { article: 'letter', note: '4' }],
        ] as const) {
          const { said, answers } = await typed(name, options, at);
          expect(answers).toBe(1);
          expectNothingOf(SCOPES, said);
          expect(said).not.toContain('went wrong');
        }
        expect((await typed('ask', { question: '' }, at, 'question')).answers).toBe(1);
      }
    } finally {
      house = before;
    }
  });
});

describe('A place whose articles cannot be read', () => {
  const AWAY = inServer('666666666666666666', ADA);

  it('is told so once, in the reader’s language, whatever was asked', async () => {
    store.isAway = true;
    for (const [locale, words] of [
      ['en-US', 'cannot be read at the moment'],
      ['zh-CN', '暂时无法读取'],
      ['zh-TW', '暫時無法讀取'],
    ] as const) {
      const { said, answers } = await typed('ask', { question: 'Who signed it?' }, { ...AWAY, locale });
      expect(answers).toBe(1);
      expect(said).toContain(words);
    }
    const [action] = actionsOn(HOUSE);
    expect((await pressed(customIdOf(action as Action<Verb>, 'en-US'), AWAY)).said).toContain(
      'cannot be read',
    );
    expect(await typed('ask', { question: 'wh' }, AWAY, 'question')).toMatchObject({ answers: 1 });
    store.isAway = false;
    expect((await typed('ask', { question: 'Who signed the houseletter?' }, AWAY)).said).toContain('Karel');
  });

  it('is told to wait where it takes long to read them, and then answered', async () => {
    const slow = inServer('777777777777777777', ADA);
    store.before = () => new Promise((resolve) => setTimeout(resolve, 1800));
    const { said, answers } = await typed('ask', { question: 'Who signed the houseletter?' }, slow);
    store.before = () => undefined;
    // Announced, answered for everyone, and what waited removed.
    expect(answers).toBeGreaterThan(1);
    expect(said).toMatch(/^\[\{"type":5/);
    expect(said).toContain('Karel');
  });
});
