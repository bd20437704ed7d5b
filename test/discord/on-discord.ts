import { it } from 'vitest';
import type { Answer } from '../../loopback/answers.ts';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { type BotProcess, environmentOf, run } from './bot-process.ts';

interface Stage {
  readonly discord: Loopback;
  /** Starts a process, which ends with the test; waits for nothing. */
  readonly begin: (args?: readonly string[]) => BotProcess;
  /** Starts the bot and waits until it is logged in. */
  readonly loggedIn: () => Promise<BotProcess>;
  readonly ask: () => Promise<Answer>;
  /** How many requests whose path matches have arrived. */
  readonly sent: (path: RegExp) => number;
}

/** `it` with a Discord and processes of its own, so that tests which wait for seconds can wait at the same time. */
export const onDiscord = it.extend<Stage>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to learn what a fixture needs.
  discord: async ({}, use) => {
    const discord = await startLoopback();
    await use(discord);
    await discord.close();
  },
  begin: async ({ discord }, use) => {
    const begun: BotProcess[] = [];
    await use((args = []) => {
      const bot = run(args, environmentOf(discord, { LOG_LEVEL: 'info', COOLDOWN_COMMANDS: '100' }));
      begun.push(bot);
      return bot;
    });
    for (const bot of begun) bot.process.kill('SIGKILL');
  },
  loggedIn: ({ begin }, use) =>
    use(async () => {
      const bot = begin();
      await bot.printed(/Ready as/);
      return bot;
    }),
  ask: ({ discord }, use) => use(() => discord.slash({ name: 'ask', options: { question: 'Qwen panic' } })),
  sent: ({ discord }, use) =>
    use((path) => discord.requests.filter((request) => path.test(request.path)).length),
});
