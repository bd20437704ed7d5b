import { expect, it } from 'vitest';
import { makeTurns, type Waiting } from '../../../src/discord/interactions/turns.ts';

const until = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody with so many milliseconds from now, who is told to wait a minute more when it is late. */
function waiting(ms: number, toldWhen: () => void = () => {}): Waiting {
  return {
    dueAt: performance.now() + ms,
    overdue: () => {
      toldWhen();
      return performance.now() + 60_000;
    },
  };
}

it('gives turns in order, and lets the event loop go round between two of them', async () => {
  const turn = makeTurns();
  const happened: string[] = [];
  const take = async (name: string) => {
    await turn(waiting(10_000));
    happened.push(name);
    setTimeout(() => happened.push(`after ${name}`), 0);
    // Long enough that the timer is due at once.
    until(3);
  };
  await Promise.all(['first', 'second', 'third'].map(take));
  expect(happened.slice(0, 4)).toEqual(['first', 'after first', 'second', 'after second']);
});

it('goes on after a pause', async () => {
  const turn = makeTurns();
  await turn(waiting(1000));
  await wait(5);
  expect(await turn(waiting(1000))).toBe(true);
});

it('gives turns by deadline, not by arrival', async () => {
  const turn = makeTurns();
  const order: string[] = [];
  await Promise.all(
    Object.entries({ late: 9000, early: 3000, middle: 6000 }).map(async ([name, ms]) => {
      await turn(waiting(ms));
      order.push(name);
    }),
  );
  expect(order).toEqual(['early', 'middle', 'late']);
});

it('tells whoever will be late before the deadline, however busy the event loop is, and serves the others first', async () => {
  const turn = makeTurns();
  const started = performance.now();
  const toldAt: number[] = [];
  const served: string[] = [];
  await Promise.all(
    Array.from({ length: 60 }, async () => {
      let isTold = false;
      await turn(
        waiting(300, () => {
          isTold = true;
          toldAt.push(performance.now() - started);
        }),
      );
      served.push(isTold ? 'told' : 'in time');
      until(20);
    }),
  );
  // 60 turns of 20 ms are 1.2 s: about a quarter has its turn in 300 ms.
  expect(toldAt.length).toBeGreaterThan(20);
  expect(Math.max(...toldAt)).toBeLessThan(300 + 60);
  const firstTold = served.indexOf('told');
  expect(served.slice(firstTold)).not.toContain('in time');
  expect(firstTold).toBeGreaterThan(3);
});

it('begins in vain, and at once, for whom there is no use in waiting', async () => {
  const turn = makeTurns();
  const stale = turn({ dueAt: performance.now() - 1, overdue: () => undefined });
  expect(await Promise.race([stale, wait(1000)])).toBe(false);
});
