import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as npm does, with nothing of this machine's settings. */
function run(args: readonly string[], input = '', closeAfter?: number): Promise<Ended> {
  const { PATH } = process.env;
  const program = spawn(process.execPath, ['dist/src/main.js', ...args], {
    env: { PATH, DISCORD_TOKEN: '' },
  });
  let out = '';
  let err = '';
  program.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
    if (closeAfter !== undefined && out.length > closeAfter) program.stdout.destroy();
  });
  program.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk;
  });
  // A program that ends early closes its input, which is no fault here.
  program.stdin.on('error', () => {});
  program.stdin.end(input);
  return new Promise((resolve) => program.on('close', (status) => resolve({ status, out, err })));
}

/** The same, with its streams where a shell would put them: `</dev/null`, `>/dev/full`; `before` is what that does first. */
function inShell(redirected: string, args = '', cwd = '.', before = ''): Promise<Ended> {
  const { PATH } = process.env;
  const main = resolve('dist/src/main.js');
  const command = `${before} "${process.execPath}" "${main}" ${args} ${redirected}`;
  const program = spawn('sh', ['-c', command], { cwd, env: { PATH, DISCORD_TOKEN: '' } });
  let out = '';
  let err = '';
  program.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
  });
  program.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((done) => program.on('close', (status) => done({ status, out, err })));
}

describe('The program', () => {
  it('answers a question given as an argument', async () => {
    const { status, out, err } = await run(['ask', '--article', 'qwen-panic', 'Who accused Alibaba?']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^In the article: 3 passages\nYou asked: Who accused Alibaba\?\n/);
    expect(out).not.toContain('Type a number');
  });

  it('answers standard input as JSON, a line for each line', async () => {
    const { status, out } = await run(['ask', '--json'], 'Who accused Alibaba?\n{bad\n\n');
    expect(status).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.outcome ?? 'error')).toEqual(['found', 'error', 'absent']);
  });

  it('ends quietly when nobody reads on', async () => {
    const { status, err } = await run(['ask', '--json'], 'Who accused Alibaba?\n'.repeat(3000), 10_000);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('opens the console without a token, and answers a pipe', async () => {
    const { status, out, err } = await run([], '/sources article: qwen-panic note: 4\n1\n/quit\nWho?\n');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^\[4\] is printed in 1 sentence\n[\s\S]*\nIn context\n/);
    expect(out).not.toContain('Who?');
  });

  it('tells what is wrong with a corpus, and how to mend it, without a stack trace', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
    writeFileSync(join(folder, 'bad.md'), '---\ntitle: Bad\n---\nOil burned.\n');
    for (const args of [
      ['corpus', folder],
      ['ask', '--corpus', folder, 'Who?'],
      ['--corpus', folder],
      ['corpus', '/nowhere'],
    ]) {
      const { status, out, err } = await run(args);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toContain(args.includes('/nowhere') ? '/nowhere' : 'bad.md');
      expect(err).not.toMatch(/^\s+at /m);
    }
  });

  it('answers a wrong command or option with one sentence and status 2', async () => {
    for (const args of [['aks'], ['--colour'], ['ask', '--article', 'none', 'Who?']]) {
      const { status, out, err } = await run(args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('counts the corpus on one line when it should be quiet', async () => {
    const { status, out, err } = await run(['corpus', '--quiet']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^corpus: articles \d+, sentences \d+\n$/);
  });

  it.each(['</dev/null', '<&-'])(
    'says that the token is missing where nobody can ask anything (%s), and where it looked',
    async (redirected) => {
      const { status, out, err } = await inShell(redirected);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toMatch(/DISCORD_TOKEN is missing\. /);
      expect(err).toContain(resolve('.env'));
    },
  );

  it.each(['ask Qwen', 'corpus', '--help', '--version', ''])(
    'ends with a sentence and status 1 where its output has no room: %s',
    async (args) => {
      const { status, err } = await inShell('</dev/null >/dev/full', args);
      expect(status).toBe(1);
      expect(err).toMatch(
        args === '' ? /DISCORD_TOKEN is missing/ : /^Standard output cannot be written \(ENOSPC\)/,
      );
      expect(err).not.toMatch(/^\s+at /m);
    },
  );

  it('prints help for every command on standard output, whatever the settings are', async () => {
    for (const command of ['', 'ask', 'corpus', 'register', 'start']) {
      const { status, out, err } = await inShell('', `${command} --help`);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toMatch(/^Verbatim answers questions/);
    }
    expect(await inShell('', 'register --nope')).toMatchObject({ status: 2, out: '' });
  });

  it('refuses questions in another encoding, with an error for each and status 1', async () => {
    const { status, out, err } = await inShell(
      '<<X\n\xb0\xa2\nX'.replace('\xb0\xa2', '$(printf "\\260\\242")'),
      'ask --json',
    );
    expect(out).toBe('{"error":"The line is not UTF-8. Save the questions as UTF-8."}\n');
    expect({ status, err }).toEqual({
      status: 1,
      err: 'Standard input is not UTF-8. Save the questions as UTF-8.\n',
    });
  });

  it.each([
    ['</dev/null', 'ask', 2, /^Ask a question: /],
    ['</', 'ask', 2, /^Ask a question: /],
    ['0>/dev/null', 'ask', 1, /^Standard input cannot be read \(EBADF\)/],
    ['', 'ask "$(printf "\\262\\351")"', 2, /^The question holds bytes that are not UTF-8\./],
  ])(
    'says in a sentence that there is no question to read: %s %s',
    async (redirected, args, status, sentence) => {
      const ended = await inShell(redirected, args);
      expect(ended).toMatchObject({ status, out: '' });
      expect(ended.err).toMatch(sentence);
      expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    },
  );

  it('says in a sentence that the folder it was started in is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
    const { status, err } = await inShell('', 'ask Qwen', folder, `rmdir "${folder}";`);
    expect(status).toBe(1);
    expect(err).toBe('The folder where the program was started is gone. Start it from another.\n');
  });

  it('tells what it waits for where it has no token and nobody writes, and answers who then does', async () => {
    const { status, out, err } = await inShell('', '', '.', '(sleep 8; echo "Who accused Alibaba?") |');
    expect(status).toBe(0);
    expect(err).toBe(
      'DISCORD_TOKEN is not set, so Verbatim waits for questions on standard input, one a line.\n',
    );
    expect(out).toMatch(/^In the article: /);
  });

  it('points at a token under a name in another case when it opens the console', async () => {
    const { out, err } = await inShell(
      '',
      '',
      '.',
      'export discord_token=a.b.c; echo "Who accused Alibaba?" |',
    );
    expect(err).toBe('There is a discord_token: names are in capitals, so write DISCORD_TOKEN.\n');
    expect(out).toMatch(/^In the article: /);
  });

  it('tells where it looked for a folder that is named without its whole path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
    const { status, err } = await inShell('', 'corpus', folder);
    expect(status).toBe(1);
    expect(err).toMatch(/^corpus: There is no such folder in /);
  });

  it('lets nothing that was typed write on the terminal', async () => {
    const { err } = await run(['corpus', '/tmp/\u001b[31mred\nline']);
    expect(err).toBe(
      '/tmp/\\u{001B}[31mred\\nline: There is no such folder. Create it and put an article into it, or name another.\n',
    );
    expect((await run(['\u001b[31m'])).err).toContain('There is no command "\\u{001B}[31m"');
  });
});
