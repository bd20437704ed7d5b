// The worker thread that draws up articles.
import { parentPort } from 'node:worker_threads';
import { type Drafting, draft } from './drafting.ts';

// Makes one draft in a thread of its own, and ends.
parentPort?.once('message', async (work: Drafting) => {
  parentPort?.postMessage(await draft(work));
});
