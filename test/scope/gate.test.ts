import { expect, it } from 'vitest';
import { gate } from '../../src/scope/gate.ts';

it('lets so much work be under way at once, first come, first served, and goes on after a failure', async () => {
  const through = gate(2);
  let underway = 0;
  let most = 0;
  const begun: number[] = [];
  const results = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((at) =>
      through(async () => {
        begun.push(at);
        underway += 1;
        most = Math.max(most, underway);
        await new Promise((resolve) => setTimeout(resolve, 5));
        underway -= 1;
        if (at === 1) throw new Error('broken');
        return at;
      }),
    ),
  );
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});
