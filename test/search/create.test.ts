import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../src/corpus/passage.ts';
import type { Finding, Library } from '../../src/search/search.ts';
import { createLibrary, LONGEST_QUESTION, unseen } from '../../src/search/search.ts';
import { articleOf, LIGHTHOUSE, realSession } from '../session.ts';

const HARBOR = '港口在一九零二年建成。安娜看守灯塔三十年。她记下每一场风暴。政府否认了指控。\n';
const lighthouse = articleOf(LIGHTHOUSE);
const harbor = articleOf(HARBOR, { id: 'harbor', lang: 'zh', title: '港口' });
const first = ({ passages }: Finding) => passages[0] && textOf(passages[0]);

let real: Library;
beforeAll(async () => {
  ({ library: real } = await realSession());
});

describe('A question that cannot be looked up is told so, without a search', () => {
  it.each([
    ['', { kind: 'blank' }],
    [' \n\t\u3000', { kind: 'blank' }],
    ['?!… —', { kind: 'symbols' }],
    ['± §', { kind: 'symbols' }],
    ['who is it and what was that', { kind: 'stop-words' }],
    ['是谁的', { kind: 'stop-words' }],
    ['a'.repeat(301), { kind: 'too-long', length: 301, most: LONGEST_QUESTION }],
  ])('%j', async (question, reason) => {
    const finding = await real.ask(question);
    expect(finding).toEqual({
      ...unseen(question),
      outcome: 'absent',
      reason,
      passages: [],
    });
  });

  it('but 300 characters are not too many', async () => {
    expect((await real.ask('a'.repeat(LONGEST_QUESTION))).reason.kind).toBe('nothing-near');
  });
});

describe('A library', () => {
  const library = createLibrary([lighthouse, harbor]);

  it('answers in the language of each article', async () => {
    expect(first(await library.ask('Who kept the lamp for thirty years?'))).toContain('Anna Berg');
    expect(first(await library.ask('谁看守灯塔'))).toBe('安娜看守灯塔三十年。');
  });

  it('answers a Chinese question from the article that covers it, whatever its language', async () => {
    expect(first(await library.ask('鲸油灯'))).toContain('whale oil');
    expect(first(await library.ask('政府否认了什么'))).toBe('政府否认了指控。');
  });

  it('answers from one article alone where told, and from no other', async () => {
    const { passages } = await library.ask('灯塔', { article: 'lighthouse' });
    expect(new Set(passages.map(({ article }) => article.id))).toEqual(new Set(['lighthouse']));
    expect((await library.ask('港口', { article: 'harbor' })).outcome).toBe('found');
  });

  it('shows as many passages as asked for, no sentence twice', async () => {
    const { passages } = await library.ask('lamp storm keeper', { limit: 5 });
    expect(passages.length).toBeGreaterThan(3);
    expect(new Set(passages.map(({ focus }) => focus)).size).toBe(passages.length);
    expect((await library.ask('lamp storm keeper', { limit: 1 })).passages).toHaveLength(1);
    expect((await library.ask('lamp storm keeper')).passages).toHaveLength(3);
  });

  it('shows a pronoun with what it stands for', async () => {
    const [passage] = (await library.ask('Who wrote down every storm?')).passages;
    expect(passage).toMatchObject({ first: 2, last: 3, focus: 3 });
  });

  it('marks the words that match, and only them', async () => {
    const [passage] = (await library.ask('keep lamp years')).passages;
    const marked = passage?.matches.map(({ start, end }) => passage.article.text.slice(start, end));
    expect(marked).toEqual(expect.arrayContaining(['lamp', 'years']));
  });

  it('knows its articles by their ids', async () => {
    expect(library.article('harbor')).toBe(harbor);
    expect(library.article('atlantis')).toBeUndefined();
    await expect(library.ask('lamp', { article: 'atlantis' })).rejects.toThrow(RangeError);
    await expect(library.ask('', { article: '__proto__' })).rejects.toThrow(RangeError);
  });

  it('of no article finds nothing', async () => {
    expect(await createLibrary([]).ask('lamp')).toMatchObject({
      outcome: 'absent',
      reason: { kind: 'nothing-near' },
    });
  });
});
