import { expect, it, onTestFinished } from 'vitest';
import { startLoopback } from '../../loopback/loopback.ts';
import { isPrivate, textsOf } from '../../loopback/reading.ts';
import { REFUSALS } from '../../loopback/refusal.ts';
import { startBot } from './bot-process.ts';

it('The bot answers a thousand commands in a burst, each exactly once and within three seconds', {
  timeout: 120_000,
}, async () => {
  // Discord's three seconds for a first response; where the machine cannot keep up, it announces the answer.
  const discord = await startLoopback({ finishWithin: 100_000 });
  const bot = await startBot(discord, { LOG_LEVEL: 'info' });
  onTestFinished(async () => {
    bot.process.kill('SIGKILL');
    await discord.close();
  });
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, n) =>
      discord.slash({ name: 'ask', user: `Reader ${n % 250}`, options: { question: 'Qwen panic' } }),
    ),
  );
  for (const { deferred, message, followUps } of answers) {
    // What was announced in private follows for everyone, and the message that waited is removed.
    if (deferred)
      await expect.poll(() => discord.message(message?.id ?? ''), { timeout: 60_000 }).toBeUndefined();
    expect(followUps).toHaveLength(deferred ? 1 : 0);
    const shown = deferred ? followUps[0] : message;
    expect(shown && isPrivate(shown)).toBe(false);
    expect(shown && textsOf(shown)[0]).toMatch(/In the article/);
  }
  const callbacks = discord.requests.filter(({ path }) => path.endsWith('/callback'));
  expect(new Set(callbacks.map(({ path }) => path)).size).toBe(1000);
  // On a busy machine one is repeated before the word of it is read, which does no harm.
  const refusals = discord.rejections.map(({ refusal }) => refusal);
  expect(refusals.filter((refusal) => refusal !== REFUSALS.alreadyAcknowledged)).toEqual([]);
});
