import { expect, it } from 'vitest';
import { makeClock } from '../../../src/discord/transport/clock.ts';

/** An id made so many milliseconds after 2015 began, when Discord's clock begins. */
const idAt = (ms: number) => String(BigInt(ms) << 22n);
const EPOCH = Date.UTC(2015, 0, 1);

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
