import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { commands } from '../../commands/index.ts';
import { sources } from '../../commands/sources.ts';
import { summary } from '../../commands/summary.ts';
import { complete } from '../../src/console/complete.ts';
import { converse } from '../../src/console/conversation.ts';
import { readLine, readOptionText } from '../../src/console/line.ts';
import { openConsole } from '../../src/console/open.ts';
import { PLAIN } from '../../src/console/style.ts';
import { welcome } from '../../src/console/welcome.ts';
import { realSession } from '../session.ts';

const screenOf = (session: Awaited<ReturnType<typeof realSession>>) => ({
  style: PLAIN,
  width: Number.POSITIVE_INFINITY,
  words: session.words,
  showsInput: false,
});

async function conversation() {
  const session = await realSession();
  return converse(commands, session, () => screenOf(session));
}

describe('A conversation in the console', () => {
  it('takes a line without a slash for a question', async () => {
    const say = await conversation();
    const answer = await say('Who accused Alibaba?');
    expect(answer).toMatch(
      /^In the article: 3 passages\nYou asked: Who accused Alibaba\?\naccused ✓ · Alibaba ✓\n\n {2}“The U\.S\. government/,
    );
    expect(await say('/ask Who accused Alibaba?')).toBe(answer);
    expect(await say('/ask question: Who accused Alibaba?')).toBe(answer);
    expect(await say('／提问 Who accused Alibaba?')).toBe(answer);
  });

  it('presses what stands beside a number under the last reply', async () => {
    const say = await conversation();
    await say('Who accused Alibaba?');
    expect(await say('1')).toMatch(/^In context\n/);
    expect(await say('1')).toMatch(/^In context\n[\s\S]*Group 1: Allegations and Responses/);
    expect(await say('9')).toContain('There is no 9 to choose, only 1 to 2.');
    expect(await say('２')).toMatch(/^The exact characters\n/);
  });

  it('keeps the numbers of the last reply when a line was wrong', async () => {
    const say = await conversation();
    await say('Who accused Alibaba?');
    await say('/nonsense');
    expect(await say('1')).toMatch(/^In context\n/);
  });

  it('keeps them after a press that offers nothing, but not after another question', async () => {
    const say = await conversation();
    await say('/sources note: 4');
    expect(await say('2')).toMatch(/^The exact characters\n/);
    expect(await say('1')).toMatch(/^In context\n/);
    expect(await say('???')).toMatch(/^Nothing to look up\n/);
    expect(await say('1')).toContain('The last reply has nothing to choose by number.');
  });

  it('tells what to do with a number when there is nothing to press', async () => {
    const say = await conversation();
    expect(await say('?!')).toContain('Nothing to look up');
    expect(await say('7')).toContain('To ask about 7, type: /ask 7');
  });

  it('chooses from a menu by number', async () => {
    const say = await conversation();
    const summaryText = (await say('/summary')) ?? '';
    const number = /(\d+) Group 4: Potential for Cooperation/.exec(summaryText)?.[1] ?? '';
    expect(await say(number)).toMatch(/^Summary of “Group 4: Potential for Cooperation”/);
  });

  it('answers a mistake with one sentence', async () => {
    const say = await conversation();
    expect(await say('/foo')).toBe(
      'That did not work\nThere is no command /foo. There is: /ask, /summary, /sources, /find, /help, /quit.\n',
    );
    expect(await say('/ask')).toBe('That did not work\n“question” is missing. Like this: /ask question: …\n');
    expect(await say('/summary lenght: short')).toBe(
      'That did not work\nThere is no option “lenght”. There is: article, length, section.\n',
    );
    expect(await say('/find')).toContain('Paste a text after /find');
  });

  it('removes control characters from what it repeats', async () => {
    const say = await conversation();
    const answer = (await say('Who \u001b]0;title\u0007accused \u001b[31mAlibaba?')) ?? '';
    expect([...answer].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
    expect(answer).toContain('accused');
  });

  it('explains every command and option, and leaves when told to', async () => {
    const say = await conversation();
    const help = (await say('/help')) ?? '';
    for (const typed of [
      '/ask',
      '/summary',
      '/sources',
      '/find',
      'question:',
      'length:',
      'note:',
      'short, medium or long',
    ]) {
      expect(help).toContain(typed);
    }
    for (const typed of ['help', '/', '/help ask', '/HELP']) expect(await say(typed)).toBe(help);
    expect(await say('')).toBe('');
    expect(await say('quit')).toBeUndefined();
  });
});

describe('A line', () => {
  it('is read with its options, by name or in place', () => {
    expect(readOptionText('length: short section: Group 2', summary)).toEqual({
      length: 'short',
      section: 'Group 2',
    });
    expect(readOptionText('short', summary)).toEqual({ length: 'short' });
    expect(readOptionText('section: "Core Viewpoint"', summary)).toEqual({ section: 'Core Viewpoint' });
    expect(readOptionText('NOTE：4', sources)).toEqual({ note: '4' });
    expect(readOptionText('Is this it: a threat? article: qwen-panic', ask)).toEqual({
      question: 'Is this it: a threat?',
      article: 'qwen-panic',
    });
    expect(readOptionText('', ask)).toEqual({});
  });

  it('of digits alone is a number, other digits are a question', () => {
    expect(readLine(' 12 ', commands)).toEqual({ kind: 'number', typed: '12' });
    expect(readLine('12 ships', commands)).toEqual({ kind: 'question', text: '12 ships' });
  });
});

describe('Completion', () => {
  it('offers commands, options, choices and values', async () => {
    const session = await realSession();
    expect(complete('/s', commands, session)).toEqual([['/summary ', '/sources '], '/s']);
    expect(complete('/summary ', commands, session)[0]).toEqual(['article: ', 'length: ', 'section: ']);
    expect(complete('/summary length: s', commands, session)).toEqual([['short'], 's']);
    expect(complete('/summary section: Core', commands, session)).toEqual([['Core Viewpoint'], 'Core']);
    expect(complete('/sources note: ', commands, session)).toEqual([['[1]', '[2]', '[4]', '[5]', '[6]'], '']);
    expect(complete('/sources article: ', commands, session)).toEqual([['qwen-panic'], '']);
    expect(complete('/nonsense x', commands, session)[0]).toEqual([]);
  });

  it('completes the end of a question and shows of each offer what differs', async () => {
    const session = await realSession();
    expect(complete('what did Jensen H', commands, session)).toEqual([['Huang'], 'H']);
    expect(complete('who accused ', commands, session)).toEqual([expect.arrayContaining(['Alibaba']), '']);
    expect(complete('panic qwen', commands, session)).toEqual([['Qwen panic'], 'panic qwen']);
    expect(complete('', commands, session)[0]).toContain('Group 1: Allegations and Responses');
  });
});

describe('The console', () => {
  it('tells on its first screen what is held, what to type, and how to connect Discord', async () => {
    const session = await realSession();
    const text = await welcome(session, screenOf(session));
    expect(text.split('\n').length).toBeLessThan(14);
    expect(text).toContain('1 article, 12 sentences.');
    expect(text).toContain('/help');
    expect(text).toContain('DISCORD_TOKEN');
  });

  it('answers a pipe line by line and ends with it', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const done = openConsole(commands, await realSession(), {
      input: Object.assign(input, { isTTY: false }),
      output: Object.assign(output, { isTTY: false, columns: 0 }),
      env: {},
    });
    input.end('Who accused Alibaba?\n\n/sources note: 4');
    await done;
    const text = String(output.read());
    expect(text).toMatch(/^In the article: 3 passages\n[\s\S]*\n\[4\] is printed in 1 sentence\n/);
    expect(text).not.toContain('\u001b');
  });
});
