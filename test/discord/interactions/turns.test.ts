import { expect, it } from 'vitest';
import { makeTurns } from '../../../src/discord/interactions/turns.ts';

it('gives turns in order, and lets the event loop go round between two of them', async () => {
  const turn = makeTurns();
  const happened: string[] = [];
  const take = async (name: string) => {
    await turn();
    happened.push(name);
    setTimeout(() => happened.push(`after ${name}`), 0);
    // Long enough that the timer is due at once.
    const until = performance.now() + 3;
    while (performance.now() < until);
  };
  await Promise.all(['first', 'second', 'third'].map(take));
  expect(happened.slice(0, 4)).toEqual(['first', 'after first', 'second', 'after second']);
});

it('goes on after a pause', async () => {
  const turn = makeTurns();
  await turn();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await turn();
});
