// Starts the bot for the preview.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Loopback } from '../loopback/loopback.ts';

/** Starts the bot as `npm start` would, but on a Discord of one's own; `stop` ends it. */
export async function startBot(root: string, discord: Loopback): Promise<{ stop: () => Promise<void> }> {
  const bot = spawn(process.execPath, ['dist/src/main.js', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      DISCORD_API_URL: discord.url,
      DISCORD_TOKEN: discord.token,
      DISCORD_GUILD_ID: discord.guildId,
      LOG_LEVEL: 'error',
      // Scenes follow one another faster than a reader types.
      COOLDOWN_COMMANDS: '1000',
      // What a scene adds is nobody's.
      DATA_DIR: mkdtempSync(join(tmpdir(), 'verbatim-preview-')),
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => bot.once('exit', resolve));
  const endedEarly = ended.then((code) => {
    throw new Error(`The bot ended before it was ready (exit status ${code}).`);
  });
  endedEarly.catch(() => {});
  const stop = async () => {
    bot.kill('SIGTERM');
    await ended;
  };
  try {
    await Promise.race([discord.gateway.ready(30_000), endedEarly]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
