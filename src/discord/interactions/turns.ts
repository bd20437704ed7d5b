/** Resolves when it is the caller's turn. */
export type Turn = () => Promise<void>;

/**
 * Turns in the order they were asked for, one in each round of the event loop. Searching is synchronous: without turns
 * a burst of commands would all be searched before the first reply leaves, and none could be announced in time.
 */
export function makeTurns(): Turn {
  const waiting: (() => void)[] = [];
  // Scheduled exactly as long as somebody waits.
  const next = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
}
