// Long computations that pause, so that others have their turn.
import { setImmediate } from 'node:timers/promises';

/** A long computation that pauses after each step, so that whoever runs it decides what comes between. */
export type Steps<T> = Generator<void, T, void>;

/**
 * For how long steps are taken before others have their turn, in milliseconds: about as long as one answer takes, so that an
 * answer waits no longer for this than for another answer.
 */
const SLICE_MS = 10;

/** Takes all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Takes the steps in slices, between which the event loop goes on. Rejects with the signal's reason where it ends them. */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < until);
    await setImmediate();
    signal?.throwIfAborted();
  }
}

/** Parts of a range of numbers, in order: as many to a step. */
export function* partsOf(
  { from, to }: { readonly from: number; readonly to: number },
  size: number,
): Generator<{ readonly from: number; readonly to: number }, void, void> {
  for (let at = from; at < to; at += size) yield { from: at, to: Math.min(to, at + size) };
}
