import { describe, expect, it } from 'vitest';
import { RateLimited, Unreachable } from '../../../src/discord/failures.ts';
import { durationOf, reconnectionPause, withRetries } from '../../../src/discord/transport/retry.ts';

const QUICK = { attempts: 3, pauseMs: 20, withinMs: 10_000 };
const limited = () => {
  throw new RateLimited(10);
};

async function outcomeOf(work: () => unknown, policy = QUICK) {
  const times: number[] = [];
  const told: string[] = [];
  const outcome = await withRetries(
    'The login',
    async () => {
      times.push(performance.now());
      return work();
    },
    policy,
    (sentence) => told.push(sentence),
  ).catch((error: unknown) => error);
  return { outcome, times, told };
}

describe('withRetries', () => {
  it('counts attempts, and throws what the last one threw', async () => {
    const { outcome, times, told } = await outcomeOf(limited);
    expect(outcome).toBeInstanceOf(RateLimited);
    expect(times).toHaveLength(3);
    expect(told).toEqual([]);
  });

  it('lets pauses grow', async () => {
    const fail = () => Promise.reject(new Unreachable('ECONNREFUSED', false));
    const { times } = await outcomeOf(fail, { ...QUICK, attempts: 4, pauseMs: 40 });
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0);
    expect(pauses[2]).toBeGreaterThan(pauses[1] ?? 0);
  });

  it('tries nothing again that cannot succeed, or that would come too late', async () => {
    const fault = await outcomeOf(() => Promise.reject(new Error('a fault of ours')));
    expect(fault.times).toHaveLength(1);
    const late = await outcomeOf(limited, { ...QUICK, withinMs: 5 });
    expect(late.times).toHaveLength(1);
  });
});

it('pauses between attempts to reach the gateway grow to a minute, with a quarter of jitter', () => {
  const pauses = Array.from({ length: 12 }, (_, index) => reconnectionPause(index + 1));
  expect(pauses[0]).toBeLessThanOrEqual(625);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(75_000);
  expect(pauses.at(-1)).toBeGreaterThanOrEqual(60_000);
});

it('durations are said as people say them', () => {
  expect([1000, 75_000, 3_600_000, 86_400_000].map(durationOf)).toEqual([
    '1 second',
    '75 seconds',
    '60 minutes',
    '24 hours',
  ]);
});
