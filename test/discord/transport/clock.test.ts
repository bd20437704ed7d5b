import { afterEach, expect, it, vi } from 'vitest';
import { makeClock } from '../../../src/discord/transport/clock.ts';

/** An id made so many milliseconds after 2015 began, when Discord's clock begins. */
const idAt = (ms: number) => String(BigInt(ms) << 22n);
const EPOCH = Date.UTC(2015, 0, 1);

afterEach(() => {
  vi.useRealTimers();
});

it('ids are as old as Discord’s clock tells, whatever this machine’s own says', () => {
  const clock = makeClock();
  expect(clock.ageOf(idAt(0))).toBe(0);
  // A time far from now, as where the machine's clock is years ahead.
  clock.saw(EPOCH + 60_000);
  expect(clock.ageOf(idAt(50_000))).toBeGreaterThanOrEqual(10_000);
  expect(clock.ageOf(idAt(50_000))).toBeLessThan(11_000);
  // A time that was longer on its way, or cut more, tells nothing new.
  clock.saw(EPOCH + 59_000);
  expect(clock.ageOf(idAt(50_000))).toBeGreaterThanOrEqual(10_000);
  expect(clock.ageOf(idAt(90_000))).toBe(0);
});

it('what arrives after weeks is as old as it is, although this machine’s clock runs faster than Discord’s', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const clock = makeClock();
  const minutes = 14 * 24 * 60;
  for (let minute = 0; minute <= minutes; minute += 1) {
    clock.saw(EPOCH + minute * 60_000);
    // Fifty millionths too fast.
    if (minute < minutes) vi.advanceTimersByTime(60_003);
  }
  const age = clock.ageOf(idAt(minutes * 60_000 - 1000));
  expect(age).toBeGreaterThanOrEqual(1000);
  expect(age).toBeLessThan(1200);
});
