import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config.ts';
import { loadEnvFile } from '../src/env-file.ts';

const home = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  process.chdir(folder);
});

afterEach(() => process.chdir(home));

function load(contents: string | Buffer, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  writeFileSync('.env', contents);
  loadEnvFile(env);
  return env;
}

function problemOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('.env', () => {
  it.each([
    ['as in the example', 'DISCORD_TOKEN=a.b.c\n'],
    ['with export', 'export DISCORD_TOKEN=a.b.c\n'],
    ['with quotation marks', 'DISCORD_TOKEN="a.b.c"\n'],
    ['with blanks around the sign', 'DISCORD_TOKEN = a.b.c\n'],
    ['with a colon', 'DISCORD_TOKEN: a.b.c\n'],
    ['with a comment', '# secret\nDISCORD_TOKEN=a.b.c # mine\n'],
    ['with a byte order mark', '\ufeffDISCORD_TOKEN=a.b.c\n'],
    ['with Windows line ends', 'LOG_LEVEL=info\r\nDISCORD_TOKEN=a.b.c\r\n'],
  ])('is read %s', (_, contents) => {
    expect(load(contents).DISCORD_TOKEN).toBe('a.b.c');
  });

  it('changes nothing that is set in the environment, not even to nothing', () => {
    expect(load('LOG_LEVEL=debug\nCORPUS_DIR=texts\n', { LOG_LEVEL: 'warn', CORPUS_DIR: '' })).toEqual({
      LOG_LEVEL: 'warn',
      CORPUS_DIR: '',
    });
  });

  it('need not be there', () => {
    const env = {};
    loadEnvFile(env);
    expect(env).toEqual({});
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffDISCORD_TOKEN=a.b.c\n', 'utf16le'), 'is UTF-16. Save it as UTF-8.'],
    ['UTF-16 without a mark', Buffer.from('DISCORD_TOKEN=a.b.c\n', 'utf16le'), 'is UTF-16.'],
    ['another encoding', Buffer.from('# caf\xe9\nDISCORD_TOKEN=a.b.c\n', 'latin1'), 'is not UTF-8.'],
    [
      'names in another case',
      'discord_token=a.b.c\n',
      'discord_token is not read, since names are in capitals. Write DISCORD_TOKEN.',
    ],
    [
      'a name without its sign',
      'LOG_LEVEL=info\nDISCORD_TOKEN a.b.c\n',
      'line 2 names DISCORD_TOKEN without a value. Write DISCORD_TOKEN= and the value behind it.',
    ],
  ])('is refused with %s, and is named by its whole path', (_, contents, sentence) => {
    const problem = problemOf(() => load(contents));
    expect(problem).toContain(sentence);
    expect(problem).toContain(join(process.cwd(), '.env'));
    expect(problem).not.toContain('a.b.c');
  });

  it('is refused where it is a folder', () => {
    mkdirSync('.env');
    expect(problemOf(() => loadEnvFile({}))).toMatch(/\.env is a folder\. Remove it/);
  });

  it('is refused where it is a link that leads nowhere, or a pipe, which nobody may ever write to', () => {
    symlinkSync('nowhere', '.env');
    expect(problemOf(() => loadEnvFile({}))).toMatch(/\.env is a link to a file that is not there\. Mend it/);
    rmSync('.env');
    execFileSync('mkfifo', ['.env']);
    expect(problemOf(() => loadEnvFile({}))).toMatch(/\.env is no file\. Remove it/);
  });
});
