import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '../../measure/bench/generate.ts';
import type { Article } from '../../src/corpus/article.ts';
import { scopedLibraries } from '../../src/scope/libraries.ts';
import type { Place } from '../../src/scope/scope.ts';
import { createLibrary, type Library } from '../../src/search/search.ts';
import { articleOf, LIGHTHOUSE } from '../session.ts';
import { inMemory } from './in-memory.ts';

const ONE: Place = { kind: 'server', id: '111111111111111111' };
const OTHER: Place = { kind: 'server', id: '222222222222222222' };
const THEIRS: Place = { kind: 'direct-message', id: '333333333333333333' };
const ONES = 'server:111111111111111111';
const OTHERS = 'server:222222222222222222';

const house = createLibrary([articleOf(LIGHTHOUSE)]);
const storm = articleOf('The storm reached Rivergate at noon. Nobody was hurt.\n', {
  id: 'storm',
  title: 'Storm over the Bay',
});
const letter = articleOf('The letter named Elsa Blom as the heir.\n', { id: 'storm', title: 'The Letter' });
const stored = (article: Article, key = article.title.toLowerCase().replaceAll(' ', '')) => ({
  key,
  article,
});

function scopes(options: { bytes?: number; house?: () => Library } = {}) {
  const store = inMemory();
  const errors: unknown[] = [];
  const libraries = scopedLibraries({
    house: () => house,
    articles: store,
    unreadable: (error) => errors.push(error),
    ...options,
  });
  const seen = async (place: Place): Promise<Library> => {
    const read = await libraries.libraryFor(place);
    if ('problem' in read) throw new Error(read.problem);
    return read.value;
  };
  return { store, libraries, seen, errors };
}

const titlesIn = ({ articles }: Library) => articles.map(({ title }) => title);

/** Some thousand sentences of made-up prose. */
function long(): Article {
  const sentences: string[] = [];
  for (const sentence of sentencesFrom(3)) {
    if (sentences.length === 3000) break;
    sentences.push(sentence);
  }
  return articleOf(`${sentences.join(' ')}\n`, { id: 'long', title: 'Long' });
}

describe('The library of a place', () => {
  it('is the house’s and its own articles, and no other’s', async () => {
    const { store, seen } = scopes();
    store.store(ONES, [stored(storm)]);
    store.store(OTHERS, [stored(letter)]);
    expect(titlesIn(await seen(ONE))).toEqual(['The Lighthouse', 'Storm over the Bay']);
    expect(titlesIn(await seen(OTHER))).toEqual(['The Lighthouse', 'The Letter']);
    const finding = await (await seen(ONE)).ask('When did the storm reach Rivergate?');
    expect(finding.passages[0]?.article.title).toBe('Storm over the Bay');
    expect((await (await seen(OTHER)).ask('When did the storm reach Rivergate?')).outcome).not.toBe('found');
    expect((await (await seen(ONE)).ask('Who kept the lamp?')).passages[0]?.article.id).toBe('lighthouse');
  });

  it('is the house’s itself where it has no articles, and where nobody’s library is read', async () => {
    const { store, seen } = scopes();
    expect(await seen(THEIRS)).toBe(house);
    expect(await seen({ kind: 'app', id: undefined })).toBe(house);
    expect(await seen({ kind: 'server', id: undefined })).toBe(house);
    await seen(THEIRS);
    expect(store.reads).toEqual(['user:333333333333333333']);
  });

  it('holds an article under an id that no file can have, and shows its own', async () => {
    const { store, seen } = scopes({ house: () => createLibrary([storm]) });
    store.store(ONES, [stored(letter, 'abcdefghijkl')]);
    const { articles } = await seen(ONE);
    expect(articles.map(({ id, shownId }) => [id, shownId])).toEqual([
      ['storm', undefined],
      ['+abcdefghijkl', 'storm'],
    ]);
  });

  it('is made once for all who ask meanwhile, and kept', async () => {
    const { store, seen } = scopes();
    store.store(ONES, [stored(storm)]);
    const all = await Promise.all([seen(ONE), seen(ONE), seen(ONE)]);
    expect(new Set([...all, await seen(ONE)]).size).toBe(1);
    expect(store.reads).toEqual([ONES]);
    // Also what was answered from memory counts against the days without use.
    expect(store.uses).toEqual([ONES, ONES, ONES, ONES]);
  });

  it('is made anew once its scope changed; whoever has it keeps it', async () => {
    const { store, seen } = scopes();
    store.store(ONES, [stored(storm)]);
    store.store(OTHERS, [stored(letter)]);
    const [before, others] = [await seen(ONE), await seen(OTHER)];
    store.store(ONES, [stored(letter)]);
    expect(titlesIn(await seen(ONE))).toEqual(['The Lighthouse', 'The Letter']);
    expect((await before.ask('Who reached Rivergate?')).passages[0]?.article.title).toBe(
      'Storm over the Bay',
    );
    expect(await seen(OTHER)).toBe(others);
  });

  it('is of the latest articles where they change while it is made', async () => {
    const { store, seen } = scopes();
    store.store(ONES, [stored(storm)]);
    store.before = () => wait(20);
    const begun = seen(ONE);
    await wait(5);
    store.store(ONES, [stored(letter)]);
    expect(titlesIn(await seen(ONE))).toContain('The Letter');
    expect(titlesIn(await begun)).toContain('Storm over the Bay');
    expect(titlesIn(await seen(ONE))).toContain('The Letter');
  });

  it('follows the house without reading its own articles again', async () => {
    let current = house;
    const { store, seen } = scopes({ house: () => current });
    store.store(ONES, [stored(storm)]);
    await seen(ONE);
    current = createLibrary([articleOf('The harbor froze in March.\n', { id: 'harbor', title: 'Ice' })]);
    expect(titlesIn(await seen(ONE))).toEqual(['Ice', 'Storm over the Bay']);
    expect(store.reads).toEqual([ONES]);
  });

  it('answers as it was taught, of an article of the house as long as that is there', async () => {
    let current = house;
    const { store, seen } = scopes({ house: () => current });
    store.teach(ONES, 'lighthouse', { question: 'Who wrote about weather?', sentences: [3] });
    const kindOf = async (place: Place) =>
      (await (await seen(place)).ask('Who wrote about weather?')).reason.kind;
    expect(await kindOf(ONE)).toBe('chosen');
    expect(await kindOf(OTHER)).not.toBe('chosen');
    current = createLibrary([storm]);
    expect(await kindOf(ONE)).not.toBe('chosen');
  });

  it('answers from memory while the store is away, and tells so where it has to be read', async () => {
    const { store, libraries, seen, errors } = scopes();
    store.store(ONES, [stored(storm)]);
    store.store(OTHERS, [stored(letter)]);
    const before = await seen(ONE);
    store.isAway = true;
    store.doubt();
    expect(await seen(ONE)).toBe(before);
    expect(await libraries.libraryFor(OTHER)).toEqual({ problem: 'unavailable' });
    expect(errors).toHaveLength(2);
    store.isAway = false;
    expect(await seen(ONE)).toBe(before);
    expect(titlesIn(await seen(OTHER))).toContain('The Letter');
  });

  it('is looked at again after the line to the store was lost', async () => {
    const { store, seen } = scopes();
    store.store(ONES, [stored(storm)]);
    store.store(OTHERS, [stored(letter)]);
    const [, others] = [await seen(ONE), await seen(OTHER)];
    store.store(ONES, [stored(letter)], 'unnoticed');
    expect(titlesIn(await seen(ONE))).toContain('Storm over the Bay');
    store.doubt();
    expect(titlesIn(await seen(ONE))).toContain('The Letter');
    expect(await seen(OTHER)).toBe(others);
    expect(store.reads).toEqual([ONES, OTHERS, ONES]);
  });

  it('makes room for others: what was not asked longest is read again', async () => {
    const { store, seen } = scopes({ bytes: 120_000 });
    const places = [1, 2, 3, 4, 5].map((at): Place => ({ kind: 'server', id: String(at) }));
    for (const { id } of places) store.store(`server:${id}`, [stored(storm)]);
    for (const place of places) await seen(place);
    await seen(places[4] as Place);
    expect(store.reads).toHaveLength(5);
    await seen(places[0] as Place);
    expect(store.reads).toHaveLength(6);
  });

  it('is made in slices, so that others are answered meanwhile', async () => {
    const { store, seen } = scopes();
    const text = long();
    for (const id of ['1', '2', '3']) store.store(`server:${id}`, [stored(text, id)]);
    store.store(ONES, [stored(storm)]);
    await seen(ONE);
    const begun = Promise.all(['1', '2', '3'].map((id) => seen({ kind: 'server', id })));
    let isOver = false;
    begun.then(() => {
      isOver = true;
    });
    let answered = 0;
    while (!isOver) {
      await seen(ONE);
      answered += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    // Some seconds of work on a busy machine, in slices of ten milliseconds for two at a time.
    expect(answered).toBeGreaterThan(10);
  });
});
