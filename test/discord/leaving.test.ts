import { spawn } from 'node:child_process';
import { describe, expect } from 'vitest';
import { environmentOf, follow } from './bot-process.ts';
import { onDiscord as it } from './on-discord.ts';

describe.concurrent('the bot process', () => {
  it.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'answers what is under way and ends with 0 at %s',
    async (signal, { discord, loggedIn, ask, expect }) => {
      const bot = await loggedIn();
      const answer = ask();
      bot.process.kill(signal);
      expect(await bot.ended).toBe(0);
      expect((await answer).type).toBe(4);
      expect(bot.output()).toContain(`Leaving after ${signal}`);
      await expect.poll(() => discord.gateway.connected).toBe(false);
    },
  );

  it.for(['SIGTERM', 'SIGKILL'] as const)(
    'leaves when the npm that started it ends at %s',
    async (signal, { discord, expect }) => {
      const npm = spawn('npm', ['start'], {
        env: { ...environmentOf(discord), HOME: process.env.HOME ?? '' },
      });
      const bot = follow(npm);
      await bot.printed(/Ready as/);
      npm.kill(signal);
      await bot.printed(/Leaving after the end of npm/);
      await bot.ended;
      await expect.poll(() => discord.gateway.connected).toBe(false);
    },
  );

  it('goes on answering where its log has no room, and says so once', async ({ discord, ask }) => {
    const shell = spawn('sh', ['-c', `exec "${process.execPath}" dist/src/main.js >/dev/full`], {
      env: environmentOf(discord),
    });
    const bot = follow(shell);
    await discord.gateway.ready();
    for (let asked = 0; asked < 3; asked += 1) expect((await ask()).type).toBe(4);
    expect(await bot.stop()).toBe(0);
    expect(bot.output().match(/The log cannot be written: the disk is full\./g)).toHaveLength(1);
    expect(bot.output()).not.toMatch(/^\s+at /m);
  });
});
