import { expect } from 'vitest';
import { textsOf } from '../../loopback/reading.ts';
import { environmentOf, run } from './bot-process.ts';
import { onDiscord as it } from './on-discord.ts';

/** Sets the clock of a process back by an hour, a second after its start. */
const SET_BACK = `data:text/javascript,${encodeURIComponent(
  'const now = Date.now; let back = 0; Date.now = () => now() - back; setTimeout(() => { back = 3600e3 }, 1000).unref()',
)}`;

it('a clock that is set back keeps nobody waiting, and readers are told Discord’s time', async ({
  discord,
  ask,
}) => {
  const bot = run(
    [],
    environmentOf(discord, {
      NODE_OPTIONS: `--import "${SET_BACK}"`,
      COOLDOWN_COMMANDS: '1',
      COOLDOWN_SECONDS: '6',
    }),
  );
  try {
    await bot.printed(/Ready as/);
    const textOf = async () => {
      const { message } = await ask();
      return message ? textsOf(message).join('\n') : '';
    };
    expect(await textOf()).toMatch(/In the article/);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const told = await textOf();
    expect(told).toMatch(/Slow down a little/);
    const until = Number(/<t:(\d+):R>/.exec(told)?.[1]) * 1000;
    expect(Math.abs(until - Date.now())).toBeLessThan(7000);
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(await textOf()).toMatch(/In the article/);
  } finally {
    bot.process.kill('SIGKILL');
  }
});
