import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as npm does, with nothing of this machine's settings. */
function run(args: readonly string[], input = '', closeAfter?: number): Promise<Ended> {
  const { PATH } = process.env;
  const program = spawn(process.execPath, ['bin/run.js', 'src/main.ts', ...args], {
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
});
