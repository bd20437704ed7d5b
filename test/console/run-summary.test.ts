import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const summary = (...args: string[]) => run('node', ['dist/src/main.js', 'summary', ...args]);

describe('npm run summary', () => {
  it('prints a line an article with its sentences, their offsets and their share', async () => {
    const { stdout } = await summary('--json', '--length', 'short');
    const [line = '', ...more] = stdout.trimEnd().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({
      article: 'qwen-panic',
      length: 'short',
      of: 12,
      share: expect.closeTo(0.24, 1),
      sentences: [
        { sentence: 1, start: 19, end: 199, text: expect.stringMatching(/^The U\.S\. government/) },
        {},
        {},
      ],
    });
  });

  it('prints what the console shows without --json, with where the sentences stand', async () => {
    const { stdout } = await summary('--length', 'short');
    expect(stdout).toMatch(/^Short summary\n/);
    expect(stdout).toContain('▮▮▯▯▯▯▮▯▯▯▯▯ · sentences 1–2 and 7 of 12');
  });

  it('tells of a length or an article that there is not, with status 2', async () => {
    await expect(summary('--length', 'big')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--length is'),
    });
    await expect(summary('--article', 'qwen')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No article is called “qwen”. Choose from: qwen-panic.'),
    });
  });
});
