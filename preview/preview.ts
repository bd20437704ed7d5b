// npm run preview
// Plays some scenes with the real bot on a Discord of this machine, and writes what a reader sees to
// preview/out/index.html. A picture of one scene: chromium --headless --window-size=760,560
// --screenshot=found.png 'file:///…/preview/out/index.html#found'
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startLoopback } from '../loopback/loopback.ts';
import { startBot } from './bot.ts';
import { pageOf } from './page.ts';
import { showPages } from './passages.ts';
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
  console.log(`${scenes.length} scenes and ${pages.length} pages in ${root}preview/out/index.html`);
} finally {
  await bot.stop();
  await discord.close();
}
for (const { request, refusal } of discord.rejections) {
  console.error(`Refused: ${request.method} ${request.path}: ${refusal.message}`, refusal.problems);
  process.exitCode = 1;
}
