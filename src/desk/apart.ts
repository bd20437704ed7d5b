// Draws up articles in a worker thread.
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Drafted, Drafting } from './drafting.ts';

/** Makes drafts. Rejects with a `DraftingEnded` where it took too long or too much. */
export type Drafter = (work: Drafting) => Promise<Drafted>;

/** A source took longer, or more memory, than any that is wanted. */
export class DraftingEnded extends Error {
  override readonly name = 'DraftingEnded';
}

export interface Bounds {
  readonly milliseconds: number;
  /** Of objects, in MiB; bytes of a source are not among them. */
  readonly mebibytes: number;
}

/**
 * The largest text that may be added, 5 MiB, takes 5 seconds and less than 192 MiB of objects (Node 20, two processors). A PDF of as much text takes several
 * times that; what takes twelve times as long is broken, or made to keep a machine busy.
 */
const BOUNDS: Bounds = { milliseconds: 60_000, mebibytes: 512 };

/**
 * Makes drafts in a thread of its own, so that answers go on meanwhile, and ends that thread where it takes too long or too much memory, which
 * a source may be made to do.
 */
export function draftApart(work: Drafting, { milliseconds, mebibytes }: Bounds = BOUNDS): Promise<Drafted> {
  // A thread runs a file of the build, since Node runs none of the sources by itself.
  const file = createRequire(import.meta.url).resolve('#drafting-worker');
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: mebibytes }, stdout: true });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Drafted>((resolve, reject) => {
    timer = setTimeout(
      () => reject(new DraftingEnded('A draft took too long and was given up.')),
      milliseconds,
    );
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new DraftingEnded('A draft took too much memory and was given up.')
          : error,
      ),
    );
    worker.once('exit', () => reject(new Error('The thread that makes drafts ended without one')));
    worker.postMessage(work);
  }).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
