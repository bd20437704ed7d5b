import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { commands } from '../../commands/index.ts';
import { sources } from '../../commands/sources.ts';
import { summary } from '../../commands/summary.ts';
import { complete } from '../../src/console/complete.ts';
import { converse } from '../../src/console/conversation.ts';
import { readLine } from '../../src/console/line.ts';
import { openConsole } from '../../src/console/open.ts';
import { readOptionText } from '../../src/console/option-text.ts';
import { PLAIN } from '../../src/console/style.ts';
import { welcome } from '../../src/console/welcome.ts';
import { articleOf, LIGHTHOUSE, realSession, sessionOn } from '../session.ts';

const screenOf = (session: Awaited<ReturnType<typeof realSession>>) => ({
  style: PLAIN,
  width: Number.POSITIVE_INFINITY,
  words: session.words,
  showsInput: false,
});

async function conversation() {
  const session = await realSession();
  return converse(
    commands,
    () => session,
    () => screenOf(session),
  );
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
    expect(await say('9')).toContain('There is no 9. Type a number from 1 to 2.');
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
      'That did not work\nThere is no command /foo. The commands are: /ask, /summary, /sources, /find, /help, /quit.\n',
    );
    expect(await say('/ask')).toBe('That did not work\n“question” is missing. Like this: /ask question: …\n');
    expect(await say('/summary colour: red')).toBe(
      'That did not work\nThere is no option “colour”. The options are: article, length, section.\n',
    );
    expect(await say('/s')).toBe(
      'That did not work\nThere is no command /s. Did you mean /summary or /sources?\n',
    );
    expect(await say('/find')).toContain('Paste a text after /find');
  });

  it('tells what an option takes that was left empty', async () => {
    const say = await conversation();
    const told = '“length” is empty. It can be: “short”, “medium”, “long”.';
    for (const typed of ['/summary length', '/summary length:', '/summary --length', '/length'])
      expect(await say(typed)).toBe(`That did not work\n${told}\n`);
    expect(await say('/sources note')).toContain('“note” is empty. It can be: “[1]”, “[2]”,');
  });

  it('answers what was meant by a part of a heading, or an option in the place of its command', async () => {
    const say = await conversation();
    expect(await say('/summary Market Position')).toMatch(/^Summary of “Group 3: Market Position/);
    expect(await say('/summary potential short')).toMatch(/^Short summary of “Group 4: Potential/);
    expect(await say('/note 4')).toBe(await say('/sources note: 4'));
    expect(await say('/summary Group 9')).toContain('has no section “Group 9”');
    expect(await say('/sources 99')).toContain('prints no note mark 99');
  });

  it('takes a text that is too long for a question by its sentences', async () => {
    const say = await conversation();
    const pasted = `${'We talked about the weather and the garden for a while. '.repeat(8)}Then: who accused Alibaba?`;
    expect(pasted.length).toBeGreaterThan(300);
    const answer = (await say(pasted)) ?? '';
    expect(answer).toMatch(/“The U\.S\. government has accused Alibaba/);
    expect(answer).toBe(await say(`/find ${pasted}`));
    expect(await say(`/ask ${pasted}`)).toBe(answer);
    expect(await say(`/ask ${pasted} article: qwen-panic`)).toBe(answer);
    expect(await say('1')).toMatch(/^In context\n/);
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
  it('is read with its options, by name or in place', async () => {
    const session = await realSession();
    expect(readOptionText('length: short section: Group 2', summary, session)).toEqual({
      length: 'short',
      section: 'Group 2',
    });
    expect(readOptionText('NOTE：4', sources, session)).toEqual({ note: '4' });
    expect(readOptionText('Is this it: a threat? article: qwen-panic', ask, session)).toEqual({
      question: 'Is this it: a threat?',
      article: 'qwen-panic',
    });
    expect(readOptionText('', ask, session)).toEqual({});
  });

  it.each([
    'short',
    'length short',
    'length:short',
    'length=short',
    'length = short',
    '--length short',
    '--length=short',
    '—length short',
    'lenght: short',
    'Length: SHORT',
    'length: sh',
    '长度：短',
    '長度 短',
    'shrot',
  ])('means a short summary by %s', async (typed) => {
    expect(readOptionText(typed, summary, await realSession())).toEqual({ length: 'short' });
  });

  it.each([
    ['Group 3', { section: 'Group 3' }],
    ['"Group 3"', { section: 'Group 3' }],
    ['section Group 3', { section: 'Group 3' }],
    ['章节 Group 3', { section: 'Group 3' }],
    ['Group 3 short', { section: 'Group 3', length: 'short' }],
    ['short Group 3', { section: 'Group 3', length: 'short' }],
    ['length short section Group 3', { section: 'Group 3', length: 'short' }],
    ['length: short Group 3', { section: 'Group 3', length: 'short' }],
    ['qwen-panic Group 3 long', { article: 'qwen-panic', section: 'Group 3', length: 'long' }],
    ['qwen-panic', { article: 'qwen-panic' }],
    ['core viewpoint', { section: 'core viewpoint' }],
    ['Group 1: Allegations and Responses', { section: 'Group 1: Allegations and Responses' }],
    ['Group 99', { section: 'Group 99' }],
    ['Group 99 short', { section: 'Group 99', length: 'short' }],
    ['colour: red', { colour: 'red' }],
  ])('gives the values in “/summary %s” to the options that they fit', async (typed, read) => {
    const { article: _, ...withoutArticle } = readOptionText(typed, summary, await realSession());
    const { article: __, ...expected } = read as Record<string, string>;
    expect(withoutArticle).toEqual(expected);
  });

  it.each([
    ['4', { note: '4' }],
    ['[4]', { note: '[4]' }],
    ['note 4', { note: '4' }],
    ['注释 4', { note: '4' }],
    ['qwen-panic 4', { article: 'qwen-panic', note: '4' }],
    ['99', { note: '99' }],
  ])('gives the values in “/sources %s” to the options that they fit', async (typed, read) => {
    expect(readOptionText(typed, sources, await realSession())).toMatchObject(read);
  });

  it('that asks may hold the names of options in its words', async () => {
    const session = await realSession();
    for (const typed of [
      'What is the length of a note',
      'Are articles: there is one quoted?',
      'What is said --if anything-- of Qwen?',
    ])
      expect(readOptionText(typed, ask, session)).toEqual({ question: typed });
    expect(readOptionText('--article qwen-panic Who accused Alibaba?', ask, session)).toEqual({
      question: 'Who accused Alibaba?',
      article: 'qwen-panic',
    });
    expect(readOptionText('Who accused Alibaba? --article qwen-panic', ask, session)).toEqual({
      question: 'Who accused Alibaba?',
      article: 'qwen-panic',
    });
  });

  it('means the only article that has what it names', async () => {
    const other = articleOf('## Keepers\n\nAnna Berg kept the lamp [9].\n', {
      id: 'keepers',
      title: 'Keepers',
    });
    const { library } = await realSession();
    const session = sessionOn([...library.articles, other]);
    expect(readOptionText('Group 3', summary, session)).toEqual({
      section: 'Group 3',
      article: 'qwen-panic',
    });
    expect(readOptionText('9', sources, session)).toEqual({ note: '9', article: 'keepers' });
    expect(readOptionText('keepers', summary, session)).toEqual({ article: 'keepers' });
  });

  it.each([
    ['/source', 'sources'],
    ['/sum', 'summary'],
    ['/sumary', 'summary'],
    ['/summarize', 'summary'],
    ['/summary:', 'summary'],
    ['/ summary', 'summary'],
    ['/SOURCES', 'sources'],
    ['/fidn', 'Find in the article'],
    ['/摘要', 'summary'],
    ['/來源', 'sources'],
    ['/来', 'sources'],
    ['/查找', 'Find in the article'],
  ])('names by %s the one command that is nearest', (typed, name) => {
    const line = readLine(typed, commands);
    expect(line.kind === 'command' ? line.command.name : line).toBe(name);
    expect(readLine(`${typed} x`, commands)).toMatchObject({ kind: 'command', rest: 'x' });
  });

  it('that may name several commands, or none, is told so', () => {
    expect(readLine('/s', commands)).toEqual({ kind: 'unknown', name: 's', near: ['summary', 'sources'] });
    expect(readLine('/foo', commands)).toEqual({ kind: 'unknown', name: 'foo', near: [] });
    expect(readLine('/hlep', commands).kind).toBe('help');
    expect(readLine('/exti', commands).kind).toBe('quit');
    expect(readLine('/4', commands)).toEqual({ kind: 'number', typed: '4' });
  });

  it('of digits alone is a number, other digits are a question', () => {
    expect(readLine(' 12 ', commands)).toEqual({ kind: 'number', typed: '12' });
    expect(readLine('12 ships', commands)).toEqual({ kind: 'question', text: '12 ships' });
  });
});

/** What a terminal's line holds when Tab was pressed behind what was typed. */
async function lineAfterTab(typed: string, session: Awaited<ReturnType<typeof realSession>>) {
  const input = new PassThrough();
  const output = new PassThrough();
  output.resume();
  const completer = (line: string) => complete(line, commands, session);
  const lines = createInterface({ input, output, terminal: true, completer });
  lines.write(typed);
  lines.write(null, { name: 'tab' });
  // The completer is called in a turn of its own.
  await new Promise((resolve) => setImmediate(resolve));
  const { line } = lines;
  lines.close();
  return line;
}

describe('Completion', () => {
  it('offers commands, options, choices and values', async () => {
    const session = await realSession();
    const shown = (line: string) =>
      complete(line, commands, session)[0].filter((offer) => offer.trim() !== '');
    expect(complete('/s', commands, session)).toEqual([['/summary ', '/sources '], '/s']);
    expect(complete('/摘', commands, session)).toEqual([['/摘要 '], '/摘']);
    expect(shown('/summary ')).toEqual(['article: ', 'length: ', 'section: ']);
    expect(complete('/summary length: s', commands, session)).toEqual([['short'], 's']);
    expect(complete('/summary length s', commands, session)).toEqual([['short'], 's']);
    expect(complete('/summary sh', commands, session)).toEqual([['short'], 'sh']);
    expect(complete('/summary Cor', commands, session)).toEqual([['Core Viewpoint'], 'Cor']);
    expect(complete('/summary short sec', commands, session)).toEqual([['section: '], 'sec']);
    expect(complete('/summary section: Core', commands, session)).toEqual([['Core Viewpoint'], 'Core']);
    expect(complete('/summary section: core v', commands, session)).toEqual([['viewpoint'], 'v']);
    expect(shown('/sources note: ')).toEqual(['[1]', '[2]', '[4]', '[5]', '[6]']);
    expect(shown('/sources article: ')).toEqual(['qwen-panic']);
    expect(shown('/nonsense x')).toEqual([]);
  });

  it('completes the end of a question and shows of each offer what differs', async () => {
    const session = await realSession();
    expect(complete('what did Jensen H', commands, session)).toEqual([['Huang'], 'H']);
    expect(complete('who accused ', commands, session)).toEqual([expect.arrayContaining(['Alibaba']), '']);
    expect(complete('panic qwen', commands, session)[0]).toContain('Qwen panic');
    expect(complete('', commands, session)[0]).toContain('Group 1: Allegations and Responses');
  });

  it('goes on with what is typed and writes no word that was not begun, wherever Tab is pressed', async () => {
    const { library } = await realSession();
    const keepers = articleOf(LIGHTHOUSE, { id: 'keepers', title: 'Lighthouse keepers' });
    const lines = [
      ...[
        'who accused Alibaba of helping the military?',
        'panic qwen',
        'WHAT DID jensen huang',
        'alibba qwne',
      ],
      ...['/ask who arrived at a note', '/ask question: who article: qwen-panic', '/ASK qwen private: yes'],
      ...['/summary length: short section: Group 3', '/summary core viewpoint', '/summary group 3 length'],
      ...['/summary article: lighthouse keepers length short', '/sources article: qwen-panic note: [4]'],
      ...[
        '/sources qwen-panic 4',
        '/find some text',
        '/help me',
        '/nonsense x',
        '／summary 章节 ',
        '/摘要 长度：短',
      ],
    ];
    for (const session of [
      sessionOn(library.articles),
      sessionOn([keepers]),
      sessionOn([...library.articles, keepers]),
    ]) {
      for (const line of lines) {
        for (let length = 0; length <= line.length; length += 1) {
          const typed = line.slice(0, length);
          const written = await lineAfterTab(typed, session);
          expect(written.startsWith(typed), `${typed} → ${written}`).toBe(true);
          if (typed === '' || /\s$/.test(typed)) expect(written).toBe(typed);
        }
      }
    }
    expect(await lineAfterTab('/summary sh', sessionOn(library.articles))).toBe('/summary short');
  }, 30_000);
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
    const session = await realSession();
    const done = openConsole(commands, () => session, {
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
