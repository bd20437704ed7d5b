import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { messageOf, textsOf } from '../../loopback/reading.ts';
import type { Message } from '../../loopback/wire.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createLibrary } from '../../src/search/search.ts';
import { type BotProcess, startBot } from './bot-process.ts';
import { corpusOf, quotationsOf } from './corpora.ts';
import { answerInProcess } from './in-process.ts';

const ALPS = 'Snow fell in the Alps all night. The pass was closed at nine.\n';
const textOf = (message: Message) => textsOf(message).join('\n');
const asking = async (discord: Loopback, question: string) =>
  messageOf(await discord.slash({ name: 'ask', options: { question } }));

describe('While the bot runs', () => {
  let discord: Loopback;
  let bot: BotProcess;
  let folder: string;
  const put = (name: string, text: string, title = 'Storm over the Bay') =>
    writeFileSync(
      join(folder, name),
      `---\n${title === '' ? '' : `title: ${title}\n`}publisher: The Daily\nlang: en\n---\n${text}`,
    );
  const ask = (question: string) => asking(discord, question);

  beforeAll(async () => {
    discord = await startLoopback();
    folder = corpusOf({ alps: ALPS });
    bot = await startBot(discord, { CORPUS_DIR: folder, LOG_LEVEL: 'info', COOLDOWN_COMMANDS: '100' });
  });

  afterAll(async () => {
    bot.process.kill('SIGKILL');
    await discord.close();
  });

  it('a new article answers as soon as it is read', async () => {
    expect(quotationsOf(await ask('When did the storm reach the bay?'))).toEqual([]);
    put('storm.md', 'The storm reached the bay at noon. Nobody was hurt.\n');
    await bot.printed(
      /"articles":2,"sentences":4,"revision":"[0-9a-f]{8}","msg":"New: storm\.md, 2 sentences"/,
    );
    const [first] = quotationsOf(await ask('When did the storm reach the bay?'));
    expect(first).toBe('The storm reached the bay at noon.');
  });

  it('a changed one answers in its new words, and buttons of the old ones say that it changed', async () => {
    const before = await ask('When did the storm reach the bay?');
    put('storm.md', 'The storm reached the bay at nine. Nobody was hurt. Two boats sank.\n');
    await bot.printed(/"msg":"Read again: storm\.md, 3 sentences"/);
    const [first] = quotationsOf(await ask('When did the storm reach the bay?'));
    expect(first).toBe('The storm reached the bay at nine.');
    expect(textOf(messageOf(await discord.button(before, 'Verify')))).toMatch(/was changed after this reply/);
  });

  it('a bad one is told as at the start, and answers as it was', async () => {
    put('storm.md', 'The storm reached the bay at midnight.\n', '');
    await bot.printed(/"msg":"Until that is mended, the article answers as it was\."/);
    expect(bot.output()).toMatch(/storm\.md:2: \\"title\\" is missing\. Add a line such as/);
    const [first] = quotationsOf(await ask('When did the storm reach the bay?'));
    expect(first).toBe('The storm reached the bay at nine.');
  });

  it('a saved web page answers after one command', async () => {
    const page = join(mkdtempSync(join(tmpdir(), 'verbatim-page-')), 'ferry.html');
    writeFileSync(
      page,
      `<html lang="en"><head><title>Ferry aground</title><meta property="og:site_name" content="The Daily"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry aground</h1><p>The ferry Anna ran aground off Holm on Sunday. Its owner,
Nils Berg, said that nobody was hurt. It will be towed to Sund on Monday.</p></article></body></html>`,
    );
    execFileSync(process.execPath, ['dist/src/main.js', 'add', page, '--yes', '--corpus', folder]);
    await bot.printed(/"msg":"New: ferry-aground\.md, 3 sentences"/);
    const [first] = quotationsOf(await ask('Where did the ferry Anna run aground?'));
    expect(first).toBe('The ferry Anna ran aground off Holm on Sunday.');
  });

  it('a burst of new ones is told in a few lines', async () => {
    for (let n = 0; n < 60; n += 1) put(`note-${n}.md`, `Boat ${n} left the bay.\n`, `Note ${n}`);
    await bot.printed(/"msg":"And 50 more files"/);
    expect(bot.output().match(/"msg":"New: note-/g)).toHaveLength(10);
  });

  it('a removed one is gone', async () => {
    rmSync(join(folder, 'storm.md'));
    await bot.printed(/"msg":"Removed: storm\.md"/);
    expect(textOf(await ask('When did the storm reach the bay?'))).not.toContain('at nine');
    expect(bot.output()).not.toMatch(/"level":50/);
    expect(discord.rejections).toEqual([]);
  });
});

it('An answer that was begun ends with the articles it began with', async () => {
  const discord = await startLoopback();
  const before = corpusOf({ storm: 'The storm reached the bay at noon. Nobody was hurt.\n' });
  const after = corpusOf({ storm: 'Nobody saw it. The storm reached the bay at nine.\n' });
  // Long enough for the library to be another before the turn comes.
  const bot = await answerInProcess(discord, { corpus: before, delayMs: 300 });
  const next = createLibrary(await readCorpus(after));
  const begun = asking(discord, 'When did the storm reach the bay?');
  await expect.poll(bot.underway, { interval: 5 }).toBe(1);
  bot.hold(next);
  expect(quotationsOf(await begun)).toEqual(['The storm reached the bay at noon.']);
  const [then] = quotationsOf(await asking(discord, 'When did the storm reach the bay?'));
  expect(then).toBe('The storm reached the bay at nine.');
  expect(bot.output()).not.toMatch(/"level":[45]0/);
  await bot.stop();
  await discord.close();
});
