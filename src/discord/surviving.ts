// Keeps the process alive through faults outside of answers.
import { getHeapStatistics } from 'node:v8';
import { faultId, type Log } from './log.ts';

const OUT_OF_MEMORY =
  'There is no memory left. Give the process more (NODE_OPTIONS=--max-old-space-size=4096), or hold fewer articles';

/** How often the memory is looked at, in milliseconds. */
const LOOK_MS = 5000;
/** V8 ends the process without a word of ours when its heap is full; at this share of it, twice in a row, we do. */
const FULL = 0.95;

/**
 * Keeps the process alive whatever is thrown outside of any answer: by a timer, by a library on an event that it cannot
 * read. It is logged under an id, and the next reader is answered. Only what leaves nobody to go on calls `fail`: no
 * memory.
 */
export function surviveFaults(log: Log, fail: (sentence: string) => void): void {
  const survive = (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOMEM') return fail(OUT_OF_MEMORY);
    log.error(
      { fault: faultId(), err: error },
      'Something went wrong outside of any answer. The bot goes on',
    );
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);

  let wasFull = false;
  // Keeps the process alive, too, where a fault has left nothing else that would: a bot ends because it is told to.
  setInterval(() => {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    const isFull = used > FULL * limit;
    if (isFull && wasFull) fail(OUT_OF_MEMORY);
    wasFull = isFull;
  }, LOOK_MS);
}
