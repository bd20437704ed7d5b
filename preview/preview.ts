// npm run preview [-- --picture]
// Plays some scenes with the real bot on a Discord of this machine, and writes what a reader sees to
// preview/out/index.html. With --picture it takes that of the README anew, by Chromium.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startLoopback } from '../loopback/loopback.ts';
import { textsOf } from '../loopback/reading.ts';
import { startBot } from './bot.ts';
import { pageOf } from './page.ts';
import { showPages } from './passages.ts';
import { takePicture } from './picture.ts';
import { playScenes } from './scenes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const discord = await startLoopback();
const bot = await startBot(root, discord);
try {
  const scenes = await playScenes(discord);
  const pages = await showPages();
  const css = await readFile(`${root}preview/style.css`, 'utf8');
  await mkdir(`${root}preview/out`, { recursive: true });
  for (const { id, markup } of pages) await writeFile(`${root}preview/out/${id}.html`, markup);
  await writeFile(`${root}preview/out/index.html`, pageOf(scenes, css, pages));
  const [first] = scenes;
  if (process.argv.includes('--picture') && first) {
    const page = pathToFileURL(`${root}preview/out/index.html`);
    takePicture(`${page.href}#${first.id}`, textsOf(first.message).join('\n'), `${root}docs/ask.png`);
  }
  console.log(`${scenes.length} scenes and ${pages.length} pages in ${root}preview/out/index.html`);
} finally {
  await bot.stop();
  await discord.close();
}
for (const { request, refusal } of discord.rejections) {
  console.error(`Refused: ${request.method} ${request.path}: ${refusal.message}`, refusal.problems);
  process.exitCode = 1;
}
