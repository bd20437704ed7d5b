// A reader by a model of the operator's choice, in a process of its own: within its budget, or not at all.
import { fork } from 'node:child_process';
import { createRequire as requireFrom } from 'node:module';
import type { Result } from '../result.ts';
import type { PassageReader, UnreadPassage } from '../search/search.ts';
import type { Asked, FromReader, Opened, ReaderData, Scored } from './protocol.ts';
import { readThresholds, type Thresholds, UNFITTED, weigh } from './thresholds.ts';

export interface ReaderOptions {
  readonly folder: string;
  /** Milliseconds that an answer may wait for it. */
  readonly budgetMs: number;
  /** Of a processor, for one batch. */
  readonly threads?: number;
  /** Told once where it is switched off, and why. */
  readonly off: (why: string) => void;
}

/** What was read, and what was answered without, for time or a fault. */
export interface ReaderCounts {
  readonly read: number;
  readonly late: number;
  readonly failed: number;
}

export interface ModelReader extends PassageReader {
  readonly opened: Opened;
  /** Whether thresholds were fitted for this very model. */
  readonly isFitted: boolean;
  /** What the model itself says, in its own numbers; undefined where it could not in time. */
  score(
    question: string,
    passages: readonly UnreadPassage[],
    withinMs?: number,
  ): Promise<readonly Scored[] | undefined>;
  counts(): ReaderCounts;
  /** Of the process that reads. */
  readonly pid: number;
  close(): Promise<void>;
}

/** How long loading and measuring may take, in milliseconds: the largest that are of use take seconds. */
const OPEN_MS = 120_000;
/** A batch that has no result after so many budgets has none to come: its process hangs. */
const HANGS_AFTER = 10;

/** Loads a model; what is missing or unfit is a sentence that tells how to mend it. */
export async function openReader({
  folder,
  budgetMs,
  threads = 1,
  off,
}: ReaderOptions): Promise<Result<ModelReader, string>> {
  const data: ReaderData = { folder, budgetMs, threads };
  const child = fork(readingProcess(), [JSON.stringify(data)], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const end = () => {
    child.kill('SIGKILL');
  };
  const waiting = new Map<number, (message: readonly Scored[] | undefined) => void>();
  const counts = { read: 0, late: 0, failed: 0 };
  let isOff = false;
  let isClosed = false;
  let next = 0;
  /** When the batch that is under way began. Batches are read one at a time. */
  let busySince: number | undefined;

  const switchOff = (why: string) => {
    if (isOff || isClosed) return;
    isOff = true;
    off(why);
    counts.failed += waiting.size;
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
    end();
  };

  const opening = new Promise<Result<Opened, string>>((resolve) => {
    const timer = setTimeout(
      () => resolve({ problem: `The model in ${folder} was not loaded within ${OPEN_MS / 1000} seconds.` }),
      OPEN_MS,
    );
    const done = (result: Result<Opened, string>) => {
      clearTimeout(timer);
      resolve(result);
    };
    child.on('message', (received) => {
      const message = received as FromReader;
      if ('opened' in message) return done({ value: message.opened });
      if ('unfit' in message) return done({ problem: message.unfit });
      busySince = undefined;
      const settle = waiting.get(message.id);
      waiting.delete(message.id);
      if ('scored' in message) return settle?.(message.scored);
      counts.failed += 1;
      settle?.(undefined);
      switchOff(message.fault);
    });
    const lost = (why: string) => {
      done({ problem: `The model in ${folder} cannot be used: ${why}` });
      switchOff(why);
    };
    child.on('error', (error) => lost(String(error)));
    child.on('exit', (code, signal) => lost(`its process ended (${signal ?? code})`));
  });
  const opened = await opening;
  // It keeps nobody alive who has nothing else to do; what is asked of it has a time of its own.
  child.unref();
  child.channel?.unref();
  if ('problem' in opened || opened.value.most === 0) {
    isClosed = true;
    end();
    return 'problem' in opened
      ? opened
      : {
          problem: `The model in ${folder} takes longer than the ${budgetMs} ms of READER_MS for one passage on this machine. Take a smaller one, or give it more.`,
        };
  }
  const { most, sha256 } = opened.value;
  const fitted = readThresholds(folder, sha256);
  const thresholds: Thresholds = fitted ?? UNFITTED;

  function score(
    question: string,
    passages: readonly UnreadPassage[],
    withinMs = budgetMs,
  ): Promise<readonly Scored[] | undefined> {
    if (isOff || isClosed) {
      counts.failed += 1;
      return Promise.resolve(undefined);
    }
    // Whoever would have to wait for the batch before is answered without.
    if (busySince !== undefined) {
      if (performance.now() - busySince > HANGS_AFTER * budgetMs) switchOff('it hangs');
      counts.late += 1;
      return Promise.resolve(undefined);
    }
    busySince = performance.now();
    const id = next++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        counts.late += 1;
        resolve(undefined);
        const hangs = setTimeout(() => {
          if (busySince !== undefined && performance.now() - busySince > HANGS_AFTER * withinMs)
            switchOff('it hangs');
        }, HANGS_AFTER * withinMs);
        hangs.unref();
      }, withinMs);
      waiting.set(id, (scored) => {
        clearTimeout(timer);
        resolve(scored);
      });
      child.send({ id, question, passages: passages.slice(0, most) } satisfies Asked);
    });
  }

  return {
    value: {
      most,
      opened: opened.value,
      name: nameOf(folder),
      isFitted: fitted !== undefined,
      score,
      async read(question, passages) {
        const scored = await score(question, passages);
        if (!scored) return undefined;
        counts.read += 1;
        return scored.map(({ score: said, span }) => ({ ...weigh(said, thresholds), ...(span && { span }) }));
      },
      counts: () => ({ ...counts }),
      pid: child.pid ?? 0,
      async close() {
        isClosed = true;
        end();
      },
    },
  };
}

const nameOf = (folder: string) =>
  folder
    .replace(/[/\\]+$/, '')
    .split(/[/\\]/)
    .at(-1) ?? folder;

/** A process runs a file of the build, since Node runs none of the sources by itself. */
const readingProcess = () => requireFrom(import.meta.url).resolve('#reading-process');
