import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { NOT_ANSWERED } from '../../src/corpus/article.ts';
import { sha256 } from '../../src/corpus/sha256.ts';
import { backUp } from '../../src/store/backup.ts';
import { check } from '../../src/store/check.ts';
import type { Database } from '../../src/store/database.ts';
import { copyAll } from '../../src/store/move.ts';
import { openGround, openStore, type Whereabouts } from '../../src/store/open-store.ts';
import { isRefusal, type ScopeKey } from '../../src/store/store.ts';
import { dropDatabase, isPostgresThere, newDatabase } from './databases.ts';
import { draftOf, ferryFile } from './texts.ts';

const folders: string[] = [];
const inFile = async (): Promise<Whereabouts> => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-move-'));
  folders.push(folder);
  return { folder };
};
const inPostgres = async (): Promise<Whereabouts> => ({ folder: 'nowhere', url: await newDatabase() });
const open: Database[] = [];
const databaseAt = async (where: Whereabouts) => {
  const { database } = await openGround(where);
  open.push(database);
  return database;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(dropDatabase);

const SCOPES: readonly ScopeKey[] = ['server:81384788765712384', 'user:1', 'user:2'];

/** Some of everything; more articles than are copied at once. */
async function fill(where: Whereabouts): Promise<void> {
  const limits = { articles: 100, bytes: 1e9, additionsPerHour: 100 };
  const store = openStore(where, { limits, now: () => 1_800_000_000_000 });
  for (const scope of SCOPES) {
    for (let at = 0; at < 11; at += 1) {
      const draft = await store.saveDraft(scope, draftOf(`ferry-${at}`, ferryFile(`Fähre ${at}`, at)));
      if (isRefusal(draft)) throw new Error(draft.refused);
      // One waits.
      if (at === 10) continue;
      const done = await store.publish(scope, draft.draft);
      if (isRefusal(done)) throw new Error(done.refused);
      await store.teach(scope, {
        article: at % 2 === 0 ? { own: done.published.key } : { house: 'ferry' },
        question: `Wer? ${at} \u0000`,
        sentences: NOT_ANSWERED,
        revision: 'abcdef01',
      });
    }
    await store.beginAddition(scope);
  }
  await store.block('user:2', true);
  await store.close();
}

const COUNTS = new Map([
  ['scopes', 3],
  ['articles', 30],
  ['drafts', 33],
  ['answers', 30],
  ['additions', 3],
]);

/** What a library is, and whether its drafts can be published. */
async function contentsOf(where: Whereabouts): Promise<unknown> {
  const limits = { articles: 100, bytes: 1e9, additionsPerHour: 100 };
  const store = openStore(where, { limits, now: () => 1_800_000_000_000 });
  await store.block('user:2', false);
  const libraries = [];
  for (const scope of SCOPES) libraries.push(await store.read(scope));
  const listed = await store.list();
  await store.close();
  return [libraries, listed];
}

const WAYS = [
  ['from SQLite to SQLite', inFile, inFile],
  ['from SQLite to PostgreSQL', inFile, inPostgres],
  ['from PostgreSQL to SQLite', inPostgres, inFile],
  ['from PostgreSQL to PostgreSQL', inPostgres, inPostgres],
] as const;

describe.each(WAYS)('moving %s', (way, makeSource, makeTarget) => {
  const itWhereThere = it.skipIf(way.includes('PostgreSQL') && !isPostgresThere);

  itWhereThere('copies everything, tells how far it is, and leaves the source as it was', async () => {
    const [from, to] = [await makeSource(), await makeTarget()];
    await fill(from);
    const [source, target] = [await databaseAt(from), await databaseAt(to)];
    const shares: number[] = [];
    expect(await copyAll(source, target, (share) => shares.push(share))).toEqual({ value: COUNTS });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([1 / 198, 1]);
    expect(await check(target, () => {})).toEqual({ counts: COUNTS, ofOtherRules: 0, faults: [] });
    expect(await check(source, () => {})).toEqual({ counts: COUNTS, ofOtherRules: 0, faults: [] });
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
  });

  itWhereThere('refuses a target that holds something, and leaves it as it was', async () => {
    const [from, to] = [await makeSource(), await makeTarget()];
    await fill(from);
    const [source, target] = [await databaseAt(from), await databaseAt(to)];
    await target.write((query) =>
      query("INSERT INTO verbatim_scopes (scope, version, used_at) VALUES ('user:9', 1, 1)"),
    );
    expect(await copyAll(source, target, () => {})).toEqual({
      problem: expect.stringContaining('not empty'),
    });
    expect((await check(target, () => {})).counts.get('articles')).toBe(0);
  });

  itWhereThere('leaves nothing half where it fails', async () => {
    const [from, to] = [await makeSource(), await makeTarget()];
    await fill(from);
    const [source, target] = [await databaseAt(from), await databaseAt(to)];
    const failing = copyAll(source, target, (share) => {
      if (share > 0.4) throw new Error('the disk was pulled');
    });
    await expect(failing).rejects.toThrow('the disk was pulled');
    expect((await check(target, () => {})).counts.get('scopes')).toBe(0);
    expect(await copyAll(source, target, () => {})).toEqual({ value: COUNTS });
  });
});

describe.each([
  ['SQLite', inFile],
  ['PostgreSQL', inPostgres],
] as const)('a backup of %s', (kind, makeSource) => {
  const itWhereThere = it.skipIf(kind === 'PostgreSQL' && !isPostgresThere);

  itWhereThere('is a SQLite file that holds the same, and overwrites none', async () => {
    const from = await makeSource();
    await fill(from);
    const source = await databaseAt(from);
    const to = await inFile();
    const file = join(to.folder, 'verbatim.db');
    expect(await backUp(source, file, () => {})).toHaveProperty('value');
    // All of it is in that file.
    expect(readdirSync(to.folder)).toEqual(['verbatim.db']);
    expect(await backUp(source, file, () => {})).toEqual({
      problem: 'That file is there already. Name another.',
    });
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
  });
});

describe('checking', () => {
  it('names what is wrong, and where', async () => {
    const where = await inFile();
    await fill(where);
    const database = await databaseAt(where);
    const change = (statement: string) => database.write((query) => query(statement));
    const one = (id: string) => `scope = 'user:1' AND id = '${id}'`;
    await change(`UPDATE verbatim_articles SET contents = x'2d2d2d0a' WHERE ${one('ferry-1')}`);
    await change(
      `UPDATE verbatim_articles SET form = replace(form, '"first":', '"last":'), rules = '0 icu 1' WHERE ${one('ferry-2')}`,
    );
    await change(`UPDATE verbatim_articles SET form = '{}' WHERE ${one('ferry-3')}`);
    const bad = '2d2d2d0a7469746c653a20410a2d2d2d0a';
    await change(
      `UPDATE verbatim_articles SET contents = x'${bad}', contents_sha256 = '${sha256(Buffer.from(bad, 'hex'))}' WHERE ${one('ferry-4')}`,
    );
    const { faults, ofOtherRules } = await check(database, () => {});
    expect(ofOtherRules).toBe(1);
    expect(faults.toSorted()).toEqual([
      'user:1/ferry-1: the file is not as it was stored.',
      'user:1/ferry-3: it was split in another way than the same rules split it now.',
      expect.stringMatching(/^user:1\/ferry-4: the file cannot be read: .*publisher/s),
    ]);
  });
});
