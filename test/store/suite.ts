import { afterEach, describe, expect, it } from 'vitest';
import { NOT_ANSWERED } from '../../src/corpus/article.ts';
import { openStore, type StoreOptions, type Whereabouts } from '../../src/store/open-store.ts';
import { articleOf } from '../../src/store/split.ts';
import {
  DRAFT_MS,
  isRefusal,
  LEASE_MS,
  MOST_DRAFTS,
  type NewDraft,
  type Published,
  type Refusal,
  type ScopeKey,
  type Store,
} from '../../src/store/store.ts';
import { killAllOf, startWriter } from './processes.ts';
import { digestOf, draftOf, ferryFile } from './texts.ts';

/** A kind of database, as tests use it. */
export interface Backend {
  /** An empty one, that nobody else uses. */
  place(): Promise<Whereabouts>;
  /** Deletes all that `place` gave. */
  clear(): Promise<void>;
}

const CLUB: ScopeKey = 'server:81384788765712384';
const CLASS: ScopeKey = 'server:81384788765712385';
const READER: ScopeKey = 'user:81384788765712384';
const ROOMY = { articles: 1000, bytes: 100 * 1024 * 1024, additionsPerHour: 10_000 };
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** So many processes are killed in each run; more for whoever wants to be surer. */
const KILLS = Number(process.env.STORE_KILLS ?? 20);

/** All that a store promises, whatever keeps it. */
export function keepsItsPromises(backend: Backend): void {
  const open: Store[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
    await backend.clear();
  });
  const storeAt = (where: Whereabouts, options: Partial<StoreOptions> = {}) => {
    const store = openStore(where, { limits: ROOMY, ...options });
    open.push(store);
    return store;
  };
  const newStore = async (options: Partial<StoreOptions> = {}) => storeAt(await backend.place(), options);

  async function saved(store: Store, scope: ScopeKey, draft: NewDraft): Promise<string> {
    const made = await store.saveDraft(scope, draft);
    if (isRefusal(made)) throw new Error(`refused: ${made.refused}`);
    return made.draft;
  }
  async function published(store: Store, scope: ScopeKey, draft: NewDraft): Promise<string> {
    return keyOf(await store.publish(scope, await saved(store, scope, draft)));
  }
  const keyOf = (outcome: Published | Refusal): string => {
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
    return outcome.published.key;
  };
  const idsIn = async (store: Store, scope: ScopeKey) =>
    (await store.read(scope)).articles.map(({ id }) => id);

  describe('articles', () => {
    it('come back byte by byte, with the split that was stored', async () => {
      const store = await newStore();
      const odd = new TextEncoder().encode(
        '\ufeff---\r\ntitle: 渡船 \u{1F6A2}\r\npublisher: Ünï\r\nlang: zh\r\n---\r\n渡船六点四十分离开。它不等邮件。\r\n',
      );
      const drafts = [draftOf('ferry'), draftOf('boat', odd)];
      for (const draft of drafts) await published(store, CLUB, draft);
      const { articles, isBlocked } = await store.read(CLUB);
      expect(isBlocked).toBe(false);
      expect(articles.map(({ id }) => id)).toEqual(['boat', 'ferry']);
      for (const draft of drafts) {
        const stored = articles.find(({ id }) => id === draft.id);
        expect(stored?.contents).toStrictEqual(draft.contents);
        expect(stored?.split).toEqual(draft.split);
        expect(stored && articleOf(stored)).toMatchObject({ value: { article: { id: draft.id } } });
      }
    });

    it('are there when the database is opened again', async () => {
      const where = await backend.place();
      const store = storeAt(where);
      const key = await published(store, CLUB, draftOf('ferry'));
      await store.close();
      expect((await storeAt(where).read(CLUB)).articles).toMatchObject([{ key, id: 'ferry' }]);
    });

    it('may have one id in two scopes, by different keys, and never in one', async () => {
      const store = await newStore();
      const [one, other] = [
        await published(store, CLUB, draftOf('ferry')),
        await published(store, READER, draftOf('ferry')),
      ];
      expect(one).toMatch(/^[a-z0-9]{12}$/);
      expect(other).not.toBe(one);
      expect(await store.saveDraft(CLUB, draftOf('ferry'))).toEqual({ refused: 'id-taken', key: one });
    });

    it('keep their key when they are replaced, even by another id', async () => {
      const store = await newStore();
      const key = await published(store, CLUB, draftOf('ferry'));
      await published(store, CLUB, draftOf('bridge'));
      const next = ferryFile('The bridge to Hollow Island', 3);
      expect(await published(store, CLUB, { ...draftOf('crossing', next), replaces: key })).toBe(key);
      const { articles } = await store.read(CLUB);
      expect(articles.map(({ id }) => id)).toEqual(['bridge', 'crossing']);
      expect(digestOf(articles[1]?.contents ?? new Uint8Array())).toBe(digestOf(next));
      const taken = await store.saveDraft(CLUB, { ...draftOf('bridge'), replaces: key });
      expect(taken).toMatchObject({ refused: 'id-taken' });
    });

    it('take a split by newer rules for the contents that it was made of, and for no others', async () => {
      const store = await newStore();
      const key = await published(store, CLUB, draftOf('ferry'));
      const before = await store.read(CLUB);
      const split = { rules: '2 icu 80', form: '{}' };
      await store.saveSplit(CLUB, key, digestOf(ferryFile('Another')), split);
      expect((await store.read(CLUB)).articles[0]?.split).toEqual(draftOf('ferry').split);
      await store.saveSplit(CLASS, key, digestOf(ferryFile()), split);
      expect((await store.read(CLUB)).articles[0]?.split).toEqual(draftOf('ferry').split);
      await store.saveSplit(CLUB, key, digestOf(ferryFile()), split);
      const after = await store.read(CLUB);
      expect(after.articles[0]?.split).toEqual(split);
      expect(after.version).toBe(before.version);
    });

    it('are removed with what was taught of them, once', async () => {
      const store = await newStore();
      const key = await published(store, CLUB, draftOf('ferry'));
      await published(store, CLUB, draftOf('bridge'));
      const answer = { question: 'Who owns it?', sentences: NOT_ANSWERED, revision: 'abcdef01' } as const;
      await store.teach(CLUB, { ...answer, article: { own: key } });
      await store.teach(CLUB, { ...answer, article: { house: 'ferry' } });
      expect(await store.remove(CLUB, key)).toBe(true);
      expect(await store.remove(CLUB, key)).toBe(false);
      const { articles, answers } = await store.read(CLUB);
      expect(articles.map(({ id }) => id)).toEqual(['bridge']);
      expect(answers.map(({ article }) => article)).toEqual([{ house: 'ferry' }]);
    });
  });

  describe('a scope', () => {
    it('that nothing is stored of is empty, and nothing is stored by asking', async () => {
      const store = await newStore();
      expect(await store.read(READER)).toEqual({ version: 0, isBlocked: false, articles: [], answers: [] });
      await store.touch(READER);
      expect(await store.draft(READER, 'a'.repeat(20))).toBeUndefined();
      expect(await store.publish(READER, 'a'.repeat(20))).toEqual({ refused: 'no-draft' });
      expect(await store.remove(READER, 'a'.repeat(12))).toBe(false);
      expect(await store.unteach(READER, 'a'.repeat(12))).toBe(false);
      expect(await store.discard(READER, 'a'.repeat(20))).toBe(false);
      expect(await store.forget(READER)).toEqual({ articles: 0, answers: 0, drafts: 0 });
      await store.block(READER, false);
      expect(await store.list()).toEqual([]);
    });

    it('neither sees nor changes anything of another, by any key of its', async () => {
      const store = await newStore();
      const key = await published(store, CLUB, draftOf('ferry'));
      const draft = await saved(store, CLUB, draftOf('bridge'));
      const taught = await store.teach(CLUB, {
        article: { own: key },
        question: 'Who owns it?',
        sentences: [{ number: 3, text: 'The Berg family has owned it since 1931.' }],
        revision: 'abcdef01',
      });
      const before = await store.read(CLUB);
      for (const other of [CLASS, READER]) {
        expect(await store.draft(other, draft)).toBeUndefined();
        expect(await store.publish(other, draft)).toEqual({ refused: 'no-draft' });
        expect(await store.discard(other, draft)).toBe(false);
        expect(await store.remove(other, key)).toBe(false);
        expect(await store.unteach(other, isRefusal(taught) ? '' : taught.key)).toBe(false);
        expect(await store.saveDraft(other, { ...draftOf('x'), replaces: key })).toEqual({
          refused: 'no-article',
        });
        expect(
          await store.teach(other, {
            article: { own: key },
            question: 'Who?',
            sentences: NOT_ANSWERED,
            revision: 'abcdef01',
          }),
        ).toEqual({ refused: 'no-article' });
        expect((await store.read(other)).articles).toEqual([]);
        await store.forget(other);
      }
      expect(await store.read(CLUB)).toEqual(before);
      expect(await store.draft(CLUB, draft)).toMatchObject({ id: 'bridge' });
    });

    it.each([
      '',
      '../',
      '%',
      '_'.repeat(12),
      '_'.repeat(20),
      "' OR 1=1 --",
      '\u0000'.repeat(12),
      '\ud800',
      '?',
      'of 100,000 letters',
    ])('finds nothing by the key %j, and stays as it is', async (name) => {
      const mean = name === 'of 100,000 letters' ? 'a'.repeat(100_000) : name;
      const store = await newStore();
      await published(store, CLUB, draftOf('ferry'));
      await saved(store, CLUB, draftOf('bridge'));
      const before = await store.read(CLUB);
      expect(await store.draft(CLUB, mean)).toBeUndefined();
      expect(await store.publish(CLUB, mean)).toEqual({ refused: 'no-draft' });
      expect(await store.discard(CLUB, mean)).toBe(false);
      expect(await store.remove(CLUB, mean)).toBe(false);
      expect(await store.unteach(CLUB, mean)).toBe(false);
      await store.endAddition(CLUB, { addition: mean });
      await expect(store.read(`server:${mean}`)).rejects.toThrow(RangeError);
      await expect(store.saveDraft(CLUB, { ...draftOf('ferry'), id: mean })).rejects.toThrow(RangeError);
      expect(await store.read(CLUB)).toEqual(before);
    });

    it('is forgotten whole, is told what went, and comes back with another version', async () => {
      const store = await newStore();
      const key = await published(store, CLUB, draftOf('ferry'));
      await published(store, CLUB, draftOf('bridge'));
      const draft = await saved(store, CLUB, draftOf('pier'));
      await store.beginAddition(CLUB);
      await store.teach(CLUB, {
        article: { own: key },
        question: 'Who?',
        sentences: NOT_ANSWERED,
        revision: 'abcdef01',
      });
      await published(store, CLASS, draftOf('ferry'));
      const { version } = await store.read(CLUB);
      expect(await store.forget(CLUB)).toEqual({ articles: 2, answers: 1, drafts: 1 });
      expect(await store.forget(CLUB)).toEqual({ articles: 0, answers: 0, drafts: 0 });
      expect(await store.publish(CLUB, draft)).toEqual({ refused: 'no-draft' });
      expect((await store.list()).map(({ scope }) => scope)).toEqual([CLASS]);
      expect((await store.versions([CLUB])).has(CLUB)).toBe(false);
      await published(store, CLUB, draftOf('ferry'));
      expect((await store.read(CLUB)).version).toBeGreaterThan(version);
    });

    it('that is blocked has no library and adds nothing until it is unblocked, and stays blocked when it is forgotten', async () => {
      const store = await newStore();
      await published(store, CLUB, draftOf('ferry'));
      const draft = await saved(store, CLUB, draftOf('bridge'));
      await store.block(CLUB, true);
      expect(await store.read(CLUB)).toMatchObject({ isBlocked: true, articles: [], answers: [] });
      expect(await store.beginAddition(CLUB)).toEqual({ refused: 'blocked' });
      expect(await store.saveDraft(CLUB, draftOf('pier'))).toEqual({ refused: 'blocked' });
      expect(await store.publish(CLUB, draft)).toEqual({ refused: 'blocked' });
      expect(
        await store.teach(CLUB, {
          article: { house: 'x' },
          question: 'Who?',
          sentences: NOT_ANSWERED,
          revision: 'abcdef01',
        }),
      ).toEqual({ refused: 'blocked' });
      await store.block(CLUB, false);
      expect(await idsIn(store, CLUB)).toEqual(['ferry']);
      await store.block(CLUB, true);
      await store.forget(CLUB);
      expect(await store.beginAddition(CLUB)).toEqual({ refused: 'blocked' });
      await store.block(READER, true);
      expect((await store.list()).map(({ scope, isBlocked }) => [scope, isBlocked])).toEqual([
        [CLUB, true],
        [READER, true],
      ]);
    });

    it('is listed with what it holds', async () => {
      const store = await newStore({ now: () => 5 * DAY });
      const draft = draftOf('ferry');
      await published(store, CLUB, draft);
      await published(store, CLUB, draftOf('bridge', ferryFile('The bridge', 20)));
      expect(await store.list()).toEqual([
        {
          scope: CLUB,
          articles: 2,
          answers: 0,
          bytes: draft.contents.length + ferryFile('The bridge', 20).length,
          usedAt: 5 * DAY,
          isBlocked: false,
        },
      ]);
    });
  });

  describe('a draft', () => {
    it('is seen before it is published, and is no article yet', async () => {
      const store = await newStore({ now: () => 7 });
      const made = await store.saveDraft(CLUB, draftOf('ferry'));
      expect(made).toMatchObject({ draft: expect.stringMatching(/^[a-z0-9]{20}$/), madeAt: 7 });
      const id = isRefusal(made) ? '' : made.draft;
      expect(await store.draft(CLUB, id)).toEqual(made);
      expect((await store.read(CLUB)).articles).toEqual([]);
    });

    it('is published once, and tells so to whoever repeats it', async () => {
      const store = await newStore();
      const draft = await saved(store, CLUB, draftOf('ferry'));
      const first = await store.publish(CLUB, draft);
      expect(first).toMatchObject({ isRepeated: false, published: { id: 'ferry' } });
      expect(await store.publish(CLUB, draft)).toEqual({ ...first, isRepeated: true });
      expect(await store.draft(CLUB, draft)).toBeUndefined();
      expect(await store.discard(CLUB, draft)).toBe(false);
      await store.remove(CLUB, keyOf(first));
      expect(await store.publish(CLUB, draft)).toEqual({ ...first, isRepeated: true });
      expect(await idsIn(store, CLUB)).toEqual([]);
    });

    it('is published by exactly one of ten processes that all start now', async () => {
      const where = await backend.place();
      const store = storeAt(where);
      const draft = await saved(store, CLUB, draftOf('ferry'));
      const writers = await Promise.all(
        Array.from({ length: 10 }, () => startWriter({ where, scope: CLUB, publish: draft })),
      );
      const outcomes = (await Promise.all(writers.map(({ ended }) => ended))).flat();
      expect(outcomes.filter((line) => line.startsWith('published '))).toHaveLength(1);
      expect(outcomes.filter((line) => line.startsWith('repeated '))).toHaveLength(9);
      expect(new Set(outcomes.map((line) => line.split(' ')[1])).size).toBe(1);
      expect(await idsIn(store, CLUB)).toEqual(['ferry']);
    });

    it('is gone once it is discarded', async () => {
      const store = await newStore();
      const draft = await saved(store, CLUB, draftOf('ferry'));
      expect(await store.discard(CLUB, draft)).toBe(true);
      expect(await store.discard(CLUB, draft)).toBe(false);
      expect(await store.publish(CLUB, draft)).toEqual({ refused: 'no-draft' });
    });

    it('ends after a day, whether anybody cleans up or not', async () => {
      let now = 3 * DAY;
      const store = await newStore({ now: () => now });
      const draft = await saved(store, CLUB, draftOf('ferry'));
      now += DRAFT_MS - 1;
      expect(await store.draft(CLUB, draft)).toBeDefined();
      now += 1;
      expect(await store.draft(CLUB, draft)).toBeUndefined();
      expect(await store.publish(CLUB, draft)).toEqual({ refused: 'no-draft' });
      expect(await store.discard(CLUB, draft)).toBe(false);
      expect(await store.expire()).toEqual({ drafts: 1, scopes: [] });
      expect(await store.expire()).toEqual({ drafts: 0, scopes: [] });
    });

    it('goes where a scope has more than it may, the oldest first', async () => {
      let now = DAY;
      const store = await newStore({ now: () => now });
      const drafts: string[] = [];
      for (let at = 0; at <= MOST_DRAFTS; at += 1) {
        // Two at the same moment, too.
        now += at % 2;
        drafts.push(await saved(store, CLUB, draftOf(`ferry-${at}`)));
      }
      const there = await Promise.all(drafts.map((draft) => store.draft(CLUB, draft)));
      expect(there.map((draft) => draft !== undefined)).toEqual([
        false,
        ...Array.from({ length: MOST_DRAFTS }, () => true),
      ]);
    });

    it('of a replacement is refused once the article is gone', async () => {
      const store = await newStore();
      const key = await published(store, CLUB, draftOf('ferry'));
      const draft = await saved(store, CLUB, { ...draftOf('ferry'), replaces: key });
      await store.remove(CLUB, key);
      expect(await store.publish(CLUB, draft)).toEqual({ refused: 'no-article' });
    });

    it('is refused where another took its id meanwhile', async () => {
      const store = await newStore();
      const [one, other] = [
        await saved(store, CLUB, draftOf('ferry')),
        await saved(store, CLUB, draftOf('ferry')),
      ];
      const key = keyOf(await store.publish(CLUB, one));
      expect(await store.publish(CLUB, other)).toEqual({ refused: 'id-taken', key });
    });
  });

  describe('limits', () => {
    it('of articles hold for whoever comes at once, and not for a replacement', async () => {
      const store = await newStore({ limits: { ...ROOMY, articles: 3 } });
      const drafts = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map((id) => saved(store, CLUB, draftOf(id))),
      );
      const outcomes = await Promise.all(drafts.map((draft) => store.publish(CLUB, draft)));
      expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(3);
      for (const outcome of outcomes.filter(isRefusal)) {
        expect(outcome).toEqual({ refused: 'articles', most: 3 });
      }
      expect(await store.saveDraft(CLUB, draftOf('f'))).toEqual({ refused: 'articles', most: 3 });
      const { articles } = await store.read(CLUB);
      const key = articles[0]?.key ?? '';
      expect(await published(store, CLUB, { ...draftOf('z'), replaces: key })).toBe(key);
    });

    it('of bytes count files and answers, and what a replacement frees', async () => {
      const file = ferryFile('The ferry', 50);
      const store = await newStore({ limits: { ...ROOMY, bytes: 2 * file.length + 10 } });
      const key = await published(store, CLUB, draftOf('one', file));
      await published(store, CLUB, draftOf('two', file));
      expect(await store.saveDraft(CLUB, draftOf('three', file))).toEqual({
        refused: 'bytes',
        most: 2 * file.length + 10,
        bytes: 3 * file.length,
      });
      const answer = {
        article: { own: key },
        question: 'Who?',
        sentences: NOT_ANSWERED,
        revision: 'abcdef01',
      } as const;
      expect(await store.teach(CLUB, answer)).toMatchObject({ refused: 'bytes' });
      expect(await published(store, CLUB, { ...draftOf('one', ferryFile()), replaces: key })).toBe(key);
      expect(await store.teach(CLUB, answer)).toMatchObject({ question: 'Who?' });
    });

    it('of additions let one through at a time, until it ended or took too long', async () => {
      let now = DAY;
      const where = await backend.place();
      const [store, other] = [storeAt(where, { now: () => now }), storeAt(where, { now: () => now })];
      await store.list();
      const begun = await Promise.all([
        store.beginAddition(CLUB),
        other.beginAddition(CLUB),
        store.beginAddition(CLUB),
      ]);
      expect(begun.filter(isRefusal)).toEqual([
        { refused: 'busy', again: now + LEASE_MS },
        { refused: 'busy', again: now + LEASE_MS },
      ]);
      expect(isRefusal(await other.beginAddition(CLASS))).toBe(false);
      const held = begun.find((outcome) => !isRefusal(outcome));
      if (!held || isRefusal(held)) throw new Error('none was let through');
      await other.endAddition(CLASS, held);
      expect(await store.beginAddition(CLUB)).toMatchObject({ refused: 'busy' });
      await store.endAddition(CLUB, held);
      await store.endAddition(CLUB, held);
      expect(isRefusal(await other.beginAddition(CLUB))).toBe(false);
      now += LEASE_MS;
      expect(isRefusal(await store.beginAddition(CLUB))).toBe(false);
    });

    it('of additions an hour tell when the next may be', async () => {
      let now = DAY;
      const store = await newStore({ now: () => now, limits: { ...ROOMY, additionsPerHour: 3 } });
      for (let at = 0; at < 3; at += 1) {
        const begun = await store.beginAddition(CLUB);
        if (!isRefusal(begun)) await store.endAddition(CLUB, begun);
        now += 10 * 60 * 1000;
      }
      expect(await store.beginAddition(CLUB)).toEqual({ refused: 'hourly', most: 3, again: DAY + HOUR });
      now = DAY + HOUR - 1;
      expect(await store.beginAddition(CLUB)).toMatchObject({ refused: 'hourly' });
      now += 1;
      expect(isRefusal(await store.beginAddition(CLUB))).toBe(false);
    });
  });

  describe('answers', () => {
    it('come back as they were taught, in that order, whatever characters they have', async () => {
      let now = 0;
      const store = await newStore({
        now: () => {
          now += 1;
          return now;
        },
      });
      const key = await published(store, CLUB, draftOf('ferry'));
      const answers = [
        {
          article: { own: key },
          question: 'Wem gehört die Fähre? \u{1F6A2}',
          sentences: [
            { number: 3, text: 'The Berg family has owned it since 1931.' },
            { number: 1, text: 'a\u0000b\ud800?' },
          ],
          revision: 'abcdef01',
        },
        {
          article: { house: 'ferry' },
          question: 'What?'.repeat(800),
          sentences: NOT_ANSWERED,
          revision: 'abcdef01',
        },
      ] as const;
      for (const answer of answers) {
        expect(await store.teach(CLUB, answer)).toEqual({ ...answer, key: expect.any(String) });
      }
      expect((await store.read(CLUB)).answers).toEqual(
        answers.map((answer) => ({ ...answer, key: expect.any(String) })),
      );
    });

    it('are given anew for the same question of the same article, and removed once', async () => {
      const store = await newStore();
      const answer = { article: { house: 'ferry' }, question: 'Who?', revision: 'abcdef01' } as const;
      const first = await store.teach(CLUB, { ...answer, sentences: NOT_ANSWERED });
      const sentences = [{ number: 1, text: 'It does not wait.' }];
      const second = await store.teach(CLUB, { ...answer, sentences });
      const other = await store.teach(CLUB, { ...answer, article: { house: 'boat' }, sentences });
      if (isRefusal(first) || isRefusal(second) || isRefusal(other)) throw new Error('refused');
      expect(second.key).toBe(first.key);
      expect((await store.read(CLUB)).answers).toEqual([second, other]);
      expect(await store.unteach(CLUB, first.key)).toBe(true);
      expect(await store.unteach(CLUB, first.key)).toBe(false);
      expect((await store.read(CLUB)).answers).toEqual([other]);
    });
  });

  describe('versions', () => {
    it('grow with every change, though the clock goes back', async () => {
      let now = 10 * DAY;
      const store = await newStore({ now: () => now });
      const seen: number[] = [];
      const look = async () => {
        const { version } = await store.read(CLUB);
        expect((await store.versions([CLASS, CLUB])).get(CLUB)).toBe(version);
        seen.push(version);
        now -= 1000;
      };
      const key = await published(store, CLUB, draftOf('ferry'));
      await look();
      await published(store, CLUB, { ...draftOf('ferry', ferryFile('New')), replaces: key });
      await look();
      const taught = await store.teach(CLUB, {
        article: { own: key },
        question: 'Who?',
        sentences: NOT_ANSWERED,
        revision: 'abcdef01',
      });
      await look();
      await store.unteach(CLUB, isRefusal(taught) ? '' : taught.key);
      await look();
      await store.block(CLUB, true);
      await look();
      await store.block(CLUB, false);
      await look();
      await store.remove(CLUB, key);
      await look();
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    });

    it('are told of many scopes at once', async () => {
      const store = await newStore();
      await published(store, CLUB, draftOf('ferry'));
      const many = Array.from({ length: 1200 }, (_, at): ScopeKey => `user:${at}`);
      expect([...(await store.versions([...many, CLUB])).keys()]).toEqual([CLUB]);
      expect(await store.versions([])).toEqual(new Map());
    });

    it('are told of to whoever listens, here and in another process', async () => {
      const where = await backend.place();
      const [store, other] = [storeAt(where), storeAt(where)];
      const heard: (ScopeKey | undefined)[] = [];
      const heardThere: (ScopeKey | undefined)[] = [];
      const stop = store.onChange((scope) => heard.push(scope));
      other.onChange((scope) => heardThere.push(scope));
      await other.read(CLUB);
      // Until its line is made.
      await new Promise((resolve) => setTimeout(resolve, 300));
      heardThere.length = 0;
      await published(store, CLUB, draftOf('ferry'));
      expect(heard.filter((scope) => scope !== undefined)).toEqual([CLUB]);
      // The one kind tells which, the other that something changed.
      await expect.poll(() => heardThere.length, { timeout: 5000 }).toBeGreaterThan(0);
      expect([CLUB, undefined]).toContain(heardThere[0]);
      stop();
      heard.length = 0;
      await published(store, CLASS, draftOf('ferry'));
      expect(heard).toEqual([]);
    });
  });

  describe('time', () => {
    it('deletes scopes that were not used for so long, where that is asked for', async () => {
      let now = 100 * DAY;
      const where = await backend.place();
      const forEver = storeAt(where, { now: () => now });
      const store = storeAt(where, { now: () => now, retentionDays: 30 });
      for (const scope of [CLUB, CLASS, READER]) await published(forEver, scope, draftOf('ferry'));
      await store.block(READER, true);
      now += 29 * DAY;
      await store.touch(CLASS);
      now += DAY;
      expect((await forEver.expire()).scopes).toEqual([]);
      const heard: unknown[] = [];
      store.onChange((scope) => heard.push(scope));
      expect((await store.expire()).scopes).toEqual([CLUB]);
      expect(heard).toContain(CLUB);
      expect((await store.list()).map(({ scope }) => scope)).toEqual([CLASS, READER]);
      now += 30 * DAY;
      expect((await store.expire()).scopes).toEqual([CLASS]);
    });

    it('deletes the names of scopes that hold nothing any more', async () => {
      let now = 100 * DAY;
      const store = await newStore({ now: () => now });
      await store.beginAddition(CLUB);
      await store.remove(READER, await published(store, READER, draftOf('ferry')));
      expect(await store.list()).toHaveLength(2);
      expect(await store.expire()).toEqual({ drafts: 0, scopes: [] });
      expect(await store.list()).toHaveLength(2);
      now += DRAFT_MS + 1;
      expect(await store.expire()).toEqual({ drafts: 0, scopes: [] });
      expect(await store.list()).toEqual([]);
    });

    it('is noted of a scope once a day at the most', async () => {
      let now = 100 * DAY;
      const where = await backend.place();
      const [store, other] = [storeAt(where, { now: () => now }), storeAt(where, { now: () => now })];
      await published(store, CLUB, draftOf('ferry'));
      const used = async () => (await store.list())[0]?.usedAt;
      now += DAY - 1;
      await store.touch(CLUB);
      expect(await used()).toBe(100 * DAY);
      now += 1;
      await other.touch(CLUB);
      expect(await used()).toBe(101 * DAY);
    });
  });

  describe('processes', () => {
    it('may start twenty at once on a database that is not there yet', async () => {
      const where = await backend.place();
      const stores = Array.from({ length: 20 }, () => storeAt(where));
      const keys = await Promise.all(
        stores.map((store, at) => published(store, `user:${at}`, draftOf('ferry'))),
      );
      expect(new Set(keys).size).toBe(20);
      expect(await storeAt(where).list()).toHaveLength(20);
    });

    it('keep all that they add at the same time', async () => {
      const where = await backend.place();
      const writers = await Promise.all(
        ['a', 'b', 'c'].map((name) => startWriter({ where, scope: CLUB, name, count: 20 })),
      );
      const lines = (await Promise.all(writers.map(({ ended }) => ended))).flat();
      const added = lines.filter((line) => line.startsWith('published ')).map((line) => line.split(' ')[2]);
      expect(added).toHaveLength(60);
      expect(await idsIn(storeAt(where), CLUB)).toEqual(added.sort());
    });

    it('may be killed at any moment, and what was acknowledged is there, and nothing half', async () => {
      const where = await backend.place();
      const scopes: readonly ScopeKey[] = [CLUB, CLASS, READER, 'user:1'];
      const said = new Map(scopes.map((scope) => [scope, [] as string[]]));
      for (let round = 0; round * scopes.length < KILLS; round += 1) {
        const writers = await Promise.all(
          scopes.map((scope) => startWriter({ where, scope, name: `r${round}`, count: 1_000_000 })),
        );
        for (const [at, lines] of (await killAllOf(writers)).entries()) {
          said.get(scopes[at] ?? CLUB)?.push(...lines);
        }
      }
      const store = storeAt(where);
      let acknowledged = 0;
      for (const scope of scopes) {
        const { articles, answers } = await store.read(scope);
        const keys = new Set(articles.map(({ key }) => key));
        const lines = said.get(scope) ?? [];
        acknowledged += lines.length;
        const removed = new Set(
          lines.filter((line) => line.startsWith('removing ')).map((line) => line.split(' ')[1]),
        );
        for (const [what, key = ''] of lines.map((line) => line.split(' '))) {
          if (what === 'published' && !removed.has(key)) expect(keys).toContain(key);
          if (what === 'removed') expect(keys).not.toContain(key);
          if (what === 'taught') expect(answers.map((answer) => answer.key)).toContain(key);
        }
        for (const stored of articles) {
          const read = articleOf(stored);
          expect(read).not.toHaveProperty('value.renewed');
          expect('value' in read && read.value.article.sentences.length).toBeGreaterThan(200);
        }
      }
      expect(acknowledged).toBeGreaterThan(KILLS);
    });
  });
}
