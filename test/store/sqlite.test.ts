import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { articleOf } from '../../src/store/split.ts';
import { isRefusal, type ScopeKey, type Store, StoreUnavailable } from '../../src/store/store.ts';
import { writerArguments } from './processes.ts';
import { keepsItsPromises } from './suite.ts';
import { draftOf } from './texts.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'));
  folders.push(folder);
  return folder;
};
const clear = async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

describe('a store in a SQLite file', () => {
  keepsItsPromises({
    // As it is at the first start: the folder is not there yet. A name that a web address would spell in another way.
    place: async () => ({ folder: join(newFolder(), 'libraries 100% ?#') }),
    clear,
  });
});

describe('a SQLite file', () => {
  const CLUB: ScopeKey = 'server:1';
  const limits = { articles: 100, bytes: 1e9, additionsPerHour: 100 };
  const open: Store[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
    await clear();
  });
  const storeIn = (folder: string) => {
    const store = openStore({ folder }, { limits });
    open.push(store);
    return store;
  };
  async function add(store: Store, id: string): Promise<void> {
    const draft = await store.saveDraft(CLUB, draftOf(id));
    if (isRefusal(draft)) throw new Error(draft.refused);
    await store.publish(CLUB, draft.draft);
  }

  it('holds nothing where it cannot be made and never was, as where a container may write nothing', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'libraries'), '');
    const store = storeIn(join(folder, 'libraries'));
    expect(await store.read('server:1')).toEqual({ version: 0, isBlocked: false, articles: [], answers: [] });
    expect(await store.versions(['server:1'])).toEqual(new Map());
    await expect(store.beginAddition('server:1')).rejects.toThrow('is a file');
  });

  it('is not made before something is asked, and then for its owner alone', async () => {
    const folder = join(newFolder(), 'deep', 'er');
    const store = storeIn(folder);
    store.onChange(() => {});
    expect(existsSync(folder)).toBe(false);
    await store.list();
    expect(readdirSync(folder)).toContain('verbatim.db');
  });

  it.each([
    ['a file is where its folder should be', (path: string) => writeFileSync(path, ''), 'away', 'is a file'],
    [
      'its folder should lie in a file',
      (path: string) => writeFileSync(join(path, '..'), ''),
      'away',
      'lies within a file',
    ],
    [
      'it is something else',
      (path: string) => {
        mkdirSync(path);
        writeFileSync(join(path, 'verbatim.db'), 'Rain fell on Friday. '.repeat(100));
      },
      'broken',
      'is no SQLite file',
    ],
    [
      'it is a folder',
      (path: string) => mkdirSync(join(path, 'verbatim.db'), { recursive: true }),
      'broken',
      'cannot be',
    ],
  ])(
    'is refused with a sentence where %s, and used once that is mended',
    async (_, spoil, reason, sentence) => {
      const parent = join(newFolder(), 'in');
      const folder = join(parent, 'libraries');
      if (!sentence.includes('within')) mkdirSync(parent);
      spoil(folder);
      const store = storeIn(folder);
      const failure = await store.list().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StoreUnavailable);
      expect(failure).toMatchObject({ reason, message: expect.stringContaining(sentence) });
      rmSync(parent, { recursive: true });
      expect(await store.read(CLUB)).toMatchObject({ version: 0 });
    },
  );

  it('of a newer program is refused with a sentence, and stays as it is', async () => {
    const folder = newFolder();
    await storeIn(folder).list();
    const file = createClient({ url: `file:${join(folder, 'verbatim.db')}` });
    await file.execute('INSERT INTO verbatim_migrations (number, run_at) VALUES (999, 0)');
    file.close();
    await expect(storeIn(folder).list()).rejects.toMatchObject({
      reason: 'newer',
      message: expect.stringMatching(/schema 999, which a newer program made/),
    });
  });

  it('that is deleted while it is in use takes nothing more that would be lost', async () => {
    const folder = newFolder();
    const store = storeIn(folder);
    await add(store, 'ferry');
    renameSync(join(folder, 'verbatim.db'), join(folder, 'away.db'));
    await expect(store.forget(CLUB)).rejects.toMatchObject({
      reason: 'broken',
      message: expect.stringContaining('deleted or replaced'),
    });
  });

  it('keeps nothing readable of what was forgotten', async () => {
    const folder = newFolder();
    const store = storeIn(folder);
    await add(store, 'ferry');
    await store.forget(CLUB);
    await store.close();
    const file = createClient({ url: `file:${join(folder, 'verbatim.db')}` });
    await file.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    file.close();
    const { status } = spawnSync('grep', ['-q', 'Berg family', join(folder, 'verbatim.db')]);
    expect(status).toBe(1);
  });

  it('that has no room keeps what was acknowledged, tells that it is full, and goes on when there is room', async () => {
    const where = { folder: newFolder() };
    await storeIn(where.folder).list();
    const full = await writerArguments({ where, scope: CLUB, name: 'a', count: 10_000 });
    // In blocks of 512 bytes: 1 MiB for any file.
    const limited = spawnSync('sh', ['-c', 'ulimit -f 2048; exec "$0" "$@"', process.execPath, ...full], {
      encoding: 'utf8',
    });
    expect(limited.stderr).toContain("reason: 'full'");
    const said = limited.stdout.split('\n').filter((line) => line.startsWith('published '));
    const removed = new Set(
      limited.stdout
        .split('\n')
        .filter((line) => line.startsWith('removing '))
        .map((line) => line.split(' ')[1]),
    );
    const kept = said.map((line) => line.split(' ')[1]).filter((key) => !removed.has(key));
    expect(kept.length).toBeGreaterThan(5);
    const store = storeIn(where.folder);
    const { articles } = await store.read(CLUB);
    expect(articles.map(({ key }) => key)).toEqual(expect.arrayContaining(kept));
    for (const stored of articles) expect(articleOf(stored)).not.toHaveProperty('value.renewed');
    await add(store, 'ferry');
  });

  it('has all that was written in itself once it is closed, so that it may be copied alone', async () => {
    const folder = newFolder();
    const store = storeIn(folder);
    await add(store, 'ferry');
    await store.read(CLUB);
    await store.close();
    const copy = newFolder();
    copyFileSync(join(folder, 'verbatim.db'), join(copy, 'verbatim.db'));
    expect((await storeIn(copy).read(CLUB)).articles).toHaveLength(1);
  });

  it('does not hold up the process while another holds its lock', async () => {
    const folder = newFolder();
    const store = storeIn(folder);
    await add(store, 'ferry');
    const other = createClient({ url: `file:${join(folder, 'verbatim.db')}` });
    const held = await other.transaction('write');
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const adding = add(store, 'bridge');
    await new Promise((resolve) => setTimeout(resolve, 500));
    // Who reads does not wait at all.
    expect((await store.read(CLUB)).articles).toHaveLength(1);
    await held.rollback();
    other.close();
    await adding;
    clearInterval(watch);
    expect((await store.read(CLUB)).articles).toHaveLength(2);
    // A driver that waits for a lock in this thread does so for the whole of its timeout, which is 5 s.
    expect(longest).toBeLessThan(2000);
  });
});
