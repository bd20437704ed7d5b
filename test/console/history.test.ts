import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { historyFile, historyIn, MOST_LINES } from '../../src/console/history.ts';
import { openConsole } from '../../src/console/open.ts';
import { realSession } from '../session.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-history-'));
});

const UP = '\u001b[A';

/** Types lines into a console with a terminal or a pipe before it, and returns what it wrote. */
async function typeIn(env: Record<string, string>, typed: string, isTTY = true): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += chunk;
  });
  const session = await realSession();
  const done = openConsole(commands, () => session, {
    input: Object.assign(input, { isTTY }),
    output: Object.assign(output, { isTTY, columns: 80 }),
    env,
  });
  input.write(typed);
  input.end(isTTY ? '/quit\n' : '');
  await done;
  return shown;
}

describe('What was typed in the console', () => {
  it('is found again after a restart', async () => {
    const env = { XDG_STATE_HOME: folder };
    await typeIn(env, 'Who accused Alibaba?\n1\n\n/sources note: 4\n');
    expect(readFileSync(join(folder, 'verbatim', 'history'), 'utf8')).toBe(
      'Who accused Alibaba?\n/sources note: 4\n',
    );
    const again = await typeIn(env, `${UP}${UP}\n`);
    expect(again).toContain('In the article: 3 passages');
  });

  it('is for its owner alone', async () => {
    const file = join(folder, 'verbatim', 'history');
    historyIn(file).add('Who accused Alibaba?');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'verbatim')).mode & 0o777).toBe(0o700);
    chmodSync(file, 0o644);
    historyIn(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not kept of a pipe, nor where that was not wanted', async () => {
    await typeIn({ XDG_STATE_HOME: folder }, 'Who accused Alibaba?\n', false);
    await typeIn({ XDG_STATE_HOME: folder, CONSOLE_HISTORY: 'off' }, 'Who accused Alibaba?\n');
    await typeIn({}, 'Who accused Alibaba?\n');
    expect(existsSync(join(folder, 'verbatim'))).toBe(false);
  });

  it('stands where the system keeps state', () => {
    expect(historyFile({ XDG_STATE_HOME: '/state', HOME: '/home/anna' }, 'linux')).toBe(
      '/state/verbatim/history',
    );
    expect(historyFile({ XDG_STATE_HOME: 'state', HOME: '/home/anna' }, 'linux')).toBe(
      '/home/anna/.local/state/verbatim/history',
    );
    expect(historyFile({ LOCALAPPDATA: '/Local', HOME: '/home/anna' }, 'win32')).toBe(
      '/Local/verbatim/history',
    );
    expect(historyFile({}, 'linux')).toBeUndefined();
    for (const no of ['off', 'no', '0', ' OFF ', '否'])
      expect(historyFile({ HOME: '/home/anna', CONSOLE_HISTORY: no }, 'linux')).toBeUndefined();
  });

  it('is limited in lines and in their length, and holds each line once', () => {
    const file = join(folder, 'history');
    const history = historyIn(file);
    for (let n = 0; n < 2 * MOST_LINES + 10; n += 1) history.add(`question ${n % (MOST_LINES + 5)}`);
    history.add('x'.repeat(5000));
    history.add('a \u001b[31mred\u0007 line');
    const { lines } = historyIn(file);
    expect(lines).toHaveLength(MOST_LINES);
    expect(new Set(lines).size).toBe(MOST_LINES);
    expect(lines[0]).toBe('a  [31mred  line');
    const grown = Array.from({ length: 2 * MOST_LINES + 1 }, (_, n) => `question ${n}\n`).join('');
    writeFileSync(file, grown);
    historyIn(file);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(MOST_LINES + 1);
  });

  it('does not outgrow the limit in long sessions, one beside the other', () => {
    const file = join(folder, 'history');
    const beside = [historyIn(file), historyIn(file)];
    for (let n = 1; n <= 5 * MOST_LINES; n += 1) beside[n % 2]?.add(`question ${n}`);
    const kept = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(kept.length).toBeLessThanOrEqual(2 * MOST_LINES);
    expect(kept.length).toBeGreaterThanOrEqual(MOST_LINES);
    expect(kept.at(-1)).toBe(`question ${5 * MOST_LINES}`);
  });

  it('that cannot be written or read disturbs nobody', async () => {
    writeFileSync(join(folder, 'verbatim'), 'a file where the folder should be');
    const shown = await typeIn({ XDG_STATE_HOME: folder }, 'Who accused Alibaba?\nWho accused Qwen?\n');
    expect(shown).toContain('In the article: 3 passages');
    expect(shown).not.toMatch(/ENOTDIR|EEXIST/);
    const other = mkdtempSync(join(tmpdir(), 'verbatim-history-'));
    mkdirSync(join(other, 'verbatim', 'history'), { recursive: true });
    expect(await typeIn({ XDG_STATE_HOME: other }, 'Who accused Alibaba?\n')).toContain('In the article');
  });
});
