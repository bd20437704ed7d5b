import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openConsole } from '../../src/console/open.ts';
import { makeRemarks } from '../../src/console/remarks.ts';
import { articleOf, sessionOn } from '../session.ts';

const storm = (hour: string) =>
  `---\ntitle: Storm over the Bay\npublisher: The Daily\nlang: en\n---\nThe storm reached the bay at ${hour}. Nobody was hurt.\n`;

describe('While the console is open', () => {
  it('a pipe is answered from a file that came meanwhile, and standard error tells of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-live-'));
    const put = (hour: string) => writeFileSync(join(folder, 'storm.md'), storm(hour));
    put('noon');
    const program = spawn(process.execPath, ['dist/src/main.js', '--corpus', folder], {
      env: { PATH: process.env.PATH, DISCORD_TOKEN: '' },
    });
    const printed = { out: '', err: '' };
    program.stdout.setEncoding('utf8').on('data', (text) => {
      printed.out += text;
    });
    program.stderr.setEncoding('utf8').on('data', (text) => {
      printed.err += text;
    });
    const ended = new Promise((resolve) => program.on('close', resolve));
    const until = (stream: 'out' | 'err', pattern: RegExp) =>
      expect.poll(() => printed[stream], { timeout: 15_000 }).toMatch(pattern);
    program.stdin.write('When did the storm reach the bay?\n');
    await until('out', /at noon\.[\s\S]*Type a number/);
    put('nine');
    await until('err', /^Read again: storm\.md, 2 sentences$/m);
    // What the last reply offers is of the article as it was.
    program.stdin.write('1\nWhen did the storm reach the bay?\n');
    await until('out', /was changed after this reply was made[\s\S]*at nine\./);
    writeFileSync(join(folder, 'storm.md'), 'Nothing but text.\n');
    await until('err', /storm\.md:1: The front matter is missing[\s\S]*the article answers as it was\.\n/);
    program.stdin.end('When did the storm reach the bay?\n');
    expect(await ended).toBe(0);
    expect(printed.out.match(/at nine\./g)?.length).toBe(2);
  });

  it.each([
    ['a short line', 'When did the st'],
    ['a line of two rows', `When did the storm that ${'so '.repeat(15)}many saw`],
  ])('%s that is being typed stays, with the remark above it', async (_, typed) => {
    const session = sessionOn([articleOf('The storm reached the bay at noon. Nobody was hurt.\n')]);
    const terminal = terminalOf(60);
    const remarks = makeRemarks();
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = Object.assign(terminal.output, { isTTY: true, columns: 60 });
    const done = openConsole(commands, () => session, { input, output, env: {} }, remarks);
    await expect.poll(terminal.rows).toContainEqual('› ');
    input.write(typed);
    const shown = `› ${typed}`.match(/.{1,60}/gu) ?? [];
    await expect.poll(() => terminal.rows().slice(-shown.length)).toEqual(shown);
    const above = terminal.rows().slice(0, -shown.length);
    remarks.tell('Read again: storm.md, 41 sentences');
    remarks.tell('Removed: alps.md');
    await expect
      .poll(terminal.rows)
      .toEqual([...above, 'Read again: storm.md, 41 sentences', 'Removed: alps.md', ...shown]);
    input.write('\u0003');
    input.end('When did the storm reach the bay?\n/quit\n');
    await done;
    expect(terminal.rows().join('\n')).toContain('The storm reached the bay at noon.');
  });
});

/** What a terminal of so many columns shows of what is written to it, for the few controls that readline uses. */
function terminalOf(columns: number) {
  const output = new PassThrough();
  const rows: string[] = [''];
  let [row, column] = [0, 0];
  const put = (character: string) => {
    if (column === columns) [row, column] = [row + 1, 0];
    const line = (rows[row] ?? '').padEnd(column);
    rows[row] = line.slice(0, column) + character + line.slice(column + 1);
    column += 1;
  };
  const control = (count: number, name: string) => {
    if (name === 'A') row -= count;
    else if (name === 'B') row += count;
    else if (name === 'C') column += count;
    else if (name === 'D') column -= count;
    else if (name === 'G') column = count - 1;
    else if (name === 'J') {
      rows.length = row + 1;
      rows[row] = (rows[row] ?? '').slice(0, column);
    }
  };
  output.setEncoding('utf8').on('data', (text: string) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal is controlled by them.
    for (const [written, count, name] of text.matchAll(/\u001b\[(\d*)(?:;\d+)*([A-Za-z])|[\s\S]/gu)) {
      if (name !== undefined) control(Number(count || 1), name);
      else if (written === '\n') [row, column] = [row + 1, 0];
      else if (written === '\r') column = 0;
      else put(written);
      rows[row] ??= '';
    }
  });
  return { output, rows: () => rows.map((line) => line ?? '') };
}
