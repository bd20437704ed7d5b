import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStore } from '../../../src/console/storing/read-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { isRefusal } from '../../../src/store/store.ts';
import { draftOf, ferryFile } from '../../store/texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-storing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const libraries = join(folder, 'libraries');

/** Runs the program as npm does, with no settings of this machine. */
function store(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: libraries, DATABASE_URL: '', ...settings };
  return new Promise<{ status: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, ['dist/src/main.js', 'store', ...args], { env }, (error, out, err) =>
      resolve({ status: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('npm run store, where there is no database', () => {
  it.each([['list'], ['check']])('tells so, and makes none: %s', async (action) => {
    expect(await store([action])).toEqual({
      status: 0,
      out: `There is no database yet: ${join(libraries, 'verbatim.db')} is not there.\n`,
      err: '',
    });
    expect(existsSync(libraries)).toBe(false);
  });

  it('has nothing to back up', async () => {
    expect(await store(['backup', join(folder, 'b.db')])).toMatchObject({ status: 1 });
  });
});

describe('npm run store', () => {
  beforeAll(async () => {
    const limits = { articles: 100, bytes: 1e9, additionsPerHour: 100 };
    const opened = openStore({ folder: libraries }, { limits, now: () => Date.UTC(2026, 10, 30) });
    for (const id of ['bridge', 'ferry']) {
      const draft = await opened.saveDraft('server:42', draftOf(id));
      if (!isRefusal(draft)) await opened.publish('server:42', draft.draft);
    }
    await opened.close();
  });

  it('lists, checks, takes a text down, blocks, backs up and moves', async () => {
    const bytes = ferryFile().length;
    expect(await store(['list'])).toEqual({
      status: 0,
      out: `server:42  2 articles  0 answers  ${2 * bytes} bytes  used 2026-11-30\n`,
      err: '',
    });
    expect(await store(['remove', 'server:42/ferry'])).toEqual({
      status: 0,
      out: 'Removed: server:42/ferry\n',
      err: '',
    });
    expect(await store(['remove', 'server:42/ferry'])).toEqual({
      status: 1,
      out: '',
      err: 'server:42 has no article ferry. What there is, tells: npm run -s store -- list\n',
    });
    expect(await store(['block', 'server:42'])).toMatchObject({ status: 0, out: 'Blocked: server:42\n' });
    expect((await store(['list'])).out).toMatch(/ {2}blocked\n$/);
    expect(await store(['unblock', 'server:42'])).toMatchObject({
      status: 0,
      out: 'No longer blocked: server:42\n',
    });
    const backup = join(folder, 'backup.db');
    expect(await store(['backup', backup])).toEqual({ status: 0, out: `Backed up: ${backup}\n`, err: '' });
    expect(await store(['backup', backup])).toEqual({
      status: 1,
      out: '',
      err: 'That file is there already. Name another.\n',
    });
    const elsewhere = join(folder, 'elsewhere');
    expect(await store(['move', libraries])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/already/),
    });
    expect(await store(['move', elsewhere])).toMatchObject({
      status: 0,
      out: `Moved. Set DATA_DIR=${elsewhere}, and start the bot; what was there stays as it is: 1 scope, 1 article, 2 drafts, 0 answers, 0 additions\n`,
    });
    expect(await store(['move', elsewhere])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/not empty/),
    });
    expect(await store(['check'], { DATA_DIR: elsewhere })).toEqual({
      status: 0,
      out: 'Schema 1: 1 scope, 1 article, 2 drafts, 0 answers, 0 additions\n',
      err: '',
    });
  });

  it('tells in one sentence of a database that is away, without its address', async () => {
    const { status, out, err } = await store(['list'], {
      DATABASE_URL: 'postgres://anna:geheim@127.0.0.1:9/letters',
    });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^The database cannot be reached \(ECONNREFUSED\)\. .*\n$/);
    const wrong = await store(['list'], { DATABASE_URL: 'mysql://anna:geheim@127.0.0.1/letters' });
    expect(wrong.status).toBe(1);
    expect(wrong.err).toMatch(/DATABASE_URL is not the address of a PostgreSQL database/);
    expect(err + wrong.err).not.toMatch(/geheim|letters/);
  });
});

describe('what is asked of the store', () => {
  it.each([
    [['check'], { action: 'check' }],
    [['remove', 'server:42/ferry'], { action: 'remove', scope: 'server:42', id: 'ferry' }],
    [['block', 'user:42'], { action: 'block', scope: 'user:42' }],
    [['unblock', 'user:42'], { action: 'unblock', scope: 'user:42' }],
    [['backup', 'b.db'], { action: 'backup', file: 'b.db' }],
    [['move', 'postgres://db/x'], { action: 'move', to: 'postgres://db/x' }],
  ])('is read: %j', (args, value) => {
    expect(readStore(args)).toEqual({ value });
  });

  it.each([
    [[], /^Say what/],
    [['drop'], /cannot "drop"/],
    [['list', 'more'], /takes nothing further/],
    [['remove'], /lacks/],
    [['remove', 'server:42'], /no SCOPE\/ID/],
    [['remove', 'server:42/'], /no SCOPE\/ID/],
    [['remove', '42/ferry'], /no SCOPE\/ID/],
    [['block', 'server:42/ferry'], /no SCOPE,/],
    [['block', 'guild:42'], /no SCOPE,/],
    [['move', ''], /lacks/],
  ])('is refused with a sentence: %j', (args, problem) => {
    expect(readStore(args)).toEqual({ problem: expect.stringMatching(problem) });
  });
});
