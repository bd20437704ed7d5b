import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseJudged } from '../../measure/judged.ts';
import type { Article } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import {
  checkMessage,
  createLibrary,
  createNextLibrary,
  indexOwn,
  type Library,
  libraryOver,
} from '../../src/search/search.ts';
import { articleOf, LIGHTHOUSE } from '../session.ts';

/** What is told, with articles by their ids: all of it, evidence, numbers and order. */
const told = (value: unknown) =>
  JSON.stringify(value, (_, one) => (one?.sentences && one?.revision ? one.id : one));

/** Articles and the questions judges asked of them. */
async function judged(name: string, most: number) {
  const file = parseJudged(name, await readFile(`data/sample/${name}`, 'utf8'));
  if (file.kind !== 'articles') throw new Error(`${name} is of another kind`);
  return file.articles.slice(0, most).map(({ id, title, lang, text, questions }) => ({
    article: articleFrom({ id, title, publisher: 'Judges', lang, text: `${text}\n` }),
    questions: questions.map(({ question }) => question),
  }));
}

/** A slip of the fingers: two letters of the longest word exchanged. */
function misspelt(question: string): string {
  const longest = question.split(/\s+/).reduce((a, b) => (b.length > a.length ? b : a), '');
  const at = Math.floor(longest.length / 2);
  return question.replace(
    longest,
    longest.slice(0, at - 1) + longest[at] + longest[at - 1] + longest.slice(at + 1),
  );
}

/** The same numbers at every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const harbor = articleOf('港口在一九零二年建成。安娜看守灯塔三十年。北平的报纸报道了风暴。\n', {
  id: 'harbor',
  lang: 'zh',
  title: '港口',
});
const wetter = articleOf('Die Wetterstation meldete Sturm. Der Leuchtturmwärter blieb im Turm.\n', {
  id: 'wetter',
  lang: 'de',
  title: 'Das Wetter',
});
const storm = articleOf(
  'The storm reached Rivergate at noon [1]. Wi-Fi failed, and 555 0199 was the only line. Plan B was to wait for Norman.\n',
  { id: 'storm', title: 'Storm over the Bay', aliases: new Map([['Rivergate', ['河门', 'the Gate']]]) },
);
const lighthouse = articleOf(LIGHTHOUSE);

describe('A library over a house', () => {
  let all: Awaited<ReturnType<typeof judged>>;
  beforeAll(async () => {
    all = [
      ...(await judged('clapnq.jsonl', 12)),
      ...(await judged('readers.jsonl', 4)),
      ...(await judged('xquad.en.jsonl', 4)),
    ];
  });

  /** Some articles as the house and the others over it; and all in one. */
  async function split(isOwn: (article: Article, at: number) => boolean) {
    const extra = [lighthouse, harbor, wetter, storm];
    const articles = [...all.map(({ article }) => article), ...extra];
    const own = articles.filter(isOwn);
    const house = articles.filter((one) => !own.includes(one));
    const over = libraryOver(createLibrary(house), await indexOwn(own));
    return { over, one: createLibrary([...house, ...own]), own, house };
  }

  const FURTHER = [
    'When did the strom reach Rivergate?',
    'What failed? wifi',
    'Who called 5550199?',
    'plan A',
    '河门什么时候有风暴',
    '诺曼在等什么',
    'Was ist eine Station für Wetter?',
    'Turm',
    '灯塔',
    'the Gate',
    'note 1',
    'what is this about?',
    '"reached Rivergate at noon"',
    'Did the US wait?',
    'the of and',
  ];

  it.each([1, 2])(
    'answers every question as one library of all its articles, split at random (%i)',
    async (seed) => {
      const next = numbers(seed);
      const share = seed === 1 ? 0.1 : 0.5;
      const { over, one, own } = await split((article) => article === storm || next() < share);
      const questions = [...all.flatMap(({ questions: asked }) => asked.slice(0, 2)), ...FURTHER];
      let differing = 0;
      for (const question of questions) {
        const text = next() < 0.3 ? misspelt(question) : question;
        if (told(await over.ask(text)) === told(await one.ask(text))) continue;
        differing += 1;
        expect(told(await over.ask(text))).toBe(told(await one.ask(text)));
      }
      expect(differing).toBe(0);
      for (const { id } of own.slice(0, 5)) {
        for (const question of questions.slice(0, 10))
          expect(told(await over.ask(question, { article: id }))).toBe(
            told(await one.ask(question, { article: id })),
          );
      }
    },
  );

  it('answers so, too, where one of the two has no article of a language, or none at all', async () => {
    for (const isOwn of [() => true, () => false, ({ lang }: Article) => lang !== 'en']) {
      const { over, one } = await split(isOwn);
      for (const question of [
        ...FURTHER,
        ...all.slice(0, 6).flatMap(({ questions }) => questions.slice(0, 1)),
      ])
        expect(told(await over.ask(question))).toBe(told(await one.ask(question)));
    }
  });

  it('checks quotations as one library of all its articles', async () => {
    const { over, one, own } = await split((article, at) => article === storm || at % 3 === 0);
    const quoted = [...own.slice(0, 3), ...all.slice(0, 3).map(({ article }) => article)].flatMap(
      ({ text, sentences }) => sentences.slice(0, 2).map(({ start, end }) => text.slice(start, end)),
    );
    for (const sentence of quoted) {
      const shortened = sentence.split(' ').slice(0, -1).join(' ');
      for (const text of [`He said: “${sentence}”`, `“${shortened}” they wrote`, sentence]) {
        const check = (library: Library) => told(checkMessage({ text, quotations: [] }, library));
        expect(check(one)).toContain('checked');
        expect(check(over)).toBe(check(one));
      }
    }
  });

  it('offers what one library of all its articles offers, nearly always', async () => {
    const { over, one, own } = await split((article, at) => article === storm || at % 4 === 0);
    const typed = [
      '',
      'sto',
      'riv',
      'who is the',
      'the un',
      'pres',
      'new',
      'stroms',
      '河',
      'nor',
      'pla',
      'fir',
      'en',
    ];
    let offered = 0;
    let common = 0;
    for (const text of typed) {
      const expected = one.suggest(text);
      const found = new Set(over.suggest(text));
      offered += expected.length;
      common += expected.filter((choice) => found.has(choice)).length;
    }
    expect(common / offered).toBeGreaterThan(0.97);
    expect(over.suggest('rivergate')).toEqual(one.suggest('rivergate'));
    for (const { id } of own.slice(0, 3)) expect(over.suggest('', { article: id })).not.toEqual([]);
  });

  it('keeps its own articles over another house, without reading them again', async () => {
    const house = createLibrary([lighthouse]);
    const own = await indexOwn([storm, harbor]);
    const next = await createNextLibrary([wetter, lighthouse, all[0]?.article as Article], house);
    const question = 'When did the storm reach Rivergate?';
    const over = libraryOver(next, own);
    const one = createLibrary([...next.articles, storm, harbor]);
    for (const text of [question, '灯塔', 'Sturm', 'lmap', ...(all[0]?.questions ?? [])])
      expect(told(await over.ask(text))).toBe(told(await one.ask(text)));
    expect(told(await libraryOver(house, own).ask(question))).toBe(
      told(await createLibrary([lighthouse, storm, harbor]).ask(question)),
    );
  });

  it('is the house itself where there is nothing over it', async () => {
    const house = createLibrary([lighthouse]);
    expect(libraryOver(house, await indexOwn([]))).toBe(house);
  });

  it('answers what was taught of an article of the house, there alone', async () => {
    const house = createLibrary([lighthouse]);
    const taught = new Map([['lighthouse', [{ question: 'Who wrote about the weather?', sentences: [3] }]]]);
    const over = libraryOver(house, await indexOwn([]), taught);
    expect(await over.ask('Who wrote about the weather?')).toMatchObject({
      reason: { kind: 'chosen' },
      passages: [{ first: 3, article: lighthouse }],
    });
    expect((await house.ask('Who wrote about the weather?')).reason.kind).not.toBe('chosen');
  });
});
