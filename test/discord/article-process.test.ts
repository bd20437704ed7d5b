import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { messageOf, textsOf } from '../../loopback/reading.ts';
import { FERRY } from '../desk/a-desk.ts';
import { type BotProcess, startBot } from './bot-process.ts';

let discord: Loopback;
let folder: string;
let bot: BotProcess | undefined;

beforeEach(async () => {
  discord = await startLoopback();
  folder = await mkdtemp(join(tmpdir(), 'articles-'));
});
afterEach(async () => {
  bot?.process.kill('SIGKILL');
  await discord.close();
  await rm(folder, { recursive: true, force: true });
});

const textOf = (answer: Parameters<typeof messageOf>[0]) => textsOf(messageOf(answer)).join('\n');

it('keeps what was published when it is killed right after, and draws up articles in a thread of its own', async () => {
  bot = await startBot(discord, { DATA_DIR: folder });
  const draft = await discord.slash({
    name: 'article',
    subcommand: 'add',
    options: { file: discord.attach('ferry.html', FERRY) },
  });
  expect(textOf(draft)).toContain('Add “The ferry stays”?');
  const published = await discord.button(messageOf(draft), 'Publish');
  expect(textOf(published)).toContain('is published');
  bot.process.kill('SIGKILL');
  await bot.ended;
  bot = await startBot(discord, { DATA_DIR: folder });
  expect(textOf(await discord.slash({ name: 'article', subcommand: 'list' }))).toContain('The ferry stays');
  const asked = await discord.slash({
    name: 'ask',
    options: { question: 'Who is the captain of the ferry?' },
  });
  expect(textOf(asked)).toContain('Ida');
  expect(bot.output()).not.toMatch(/ferry|captain/i);
});

it('says so where libraries can be kept nowhere, and answers from the house', async () => {
  await writeFile(join(folder, 'file'), '');
  bot = await startBot(discord, { DATA_DIR: join(folder, 'file') });
  const added = await discord.slash({
    name: 'article',
    subcommand: 'add',
    options: { file: discord.attach('ferry.html', FERRY) },
  });
  expect(textOf(added)).toContain('cannot be reached');
  const asked = await discord.slash({ name: 'ask', options: { question: 'Who accused Alibaba?' } });
  expect(textOf(asked)).toContain('Core Viewpoint');
});
