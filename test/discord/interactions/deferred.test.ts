import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../../loopback/loopback.ts';
import { buttonsOf, isPrivate, textsOf } from '../../../loopback/reading.ts';
import { OWN, quotationsOf } from '../corpora.ts';
import { answerInProcess, type InProcess } from '../in-process.ts';

let discord: Loopback;
let bot: InProcess;

beforeAll(async () => {
  discord = await startLoopback();
  // As long as a queue would keep them from their turn.
  bot = await answerInProcess(discord, { corpus: OWN, delayMs: 1700 });
});

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

/** What is left when everything is sent: the message that waited, if it is still there, and what followed it. */
async function asked(question: string, by: object = {}) {
  const answer = await discord.slash({ name: 'ask', options: { question, ...by } });
  await bot.settled();
  const { deferred, message, followUps } = answer;
  return { deferred, waited: discord.message(message?.id ?? ''), followUps };
}

describe.concurrent('a command whose turn comes late', () => {
  it.each([
    ['found', 'Who was accused of the panic in Qwen?'],
    ['unclear', 'Who sold the panic?'],
    ['about', 'Who published this article?'],
  ])('is announced in private, and answered once, for everyone, where it is %s', async (_, question) => {
    const { deferred, waited, followUps } = await asked(question);
    expect(deferred).toBe(true);
    expect(waited).toBeUndefined();
    expect(followUps).toHaveLength(1);
    expect(followUps.map(isPrivate)).toEqual([false]);
    expect(followUps.flatMap(textsOf).join('\n').length).toBeGreaterThan(40);
  });

  it('is announced and answered in private where the article does not say', async () => {
    const { deferred, waited, followUps } = await asked('What is the boiling point of zirconium?');
    expect(deferred).toBe(true);
    expect(followUps).toEqual([]);
    expect(waited && isPrivate(waited)).toBe(true);
    expect(waited && textsOf(waited)[0]).toMatch(/Not in the article/);
  });

  it('stays private where that was asked for', async () => {
    const { waited, followUps } = await asked('Who was accused of the panic in Qwen?', { private: true });
    expect(followUps).toEqual([]);
    expect(waited && isPrivate(waited)).toBe(true);
    expect(waited && quotationsOf(waited).length).toBeGreaterThan(0);
    expect(waited && buttonsOf(waited).map(({ label }) => label)).toContain('Show everyone');
  });
});
