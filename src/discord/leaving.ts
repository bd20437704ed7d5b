// Ends the process without losing an answer.
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import type { Log } from './log.ts';

/** How often it is looked whether npm is still there. */
const LOOK_MS = 500;
/** Ctrl-C reaches npm and the bot, and npm may pass it on: within so many milliseconds, two signals are one. */
const ONE_SIGNAL_MS = 500;

/**
 * Ends the process with 0 when it is told to, by a signal or by the end of the npm that started it, after `leave`. A second signal ends it
 * at once, with 128 and the signal's number.
 */
export function endOnSignal(leave: () => Promise<void>, log: Log): void {
  let endingSince: number | undefined;
  const end = async (reason: string) => {
    endingSince = performance.now();
    log.info(`Leaving after ${reason}`);
    await leave().catch((error: unknown) => log.warn({ err: error }, 'Something was left open'));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (endingSince === undefined) void end(signal);
      else if (performance.now() - endingSince > ONE_SIGNAL_MS) process.exit(128 + constants.signals[signal]);
    });
  }
  onEndOfNpm(() => {
    if (endingSince === undefined) void end('the end of npm');
  });
}

/** Resolves when all of them have, however, or after so many milliseconds. */
export async function settledWithin(ms: number, underway: Iterable<Promise<void>>): Promise<void> {
  await Promise.race([Promise.allSettled(underway), new Promise((resolve) => setTimeout(resolve, ms))]);
}

/**
 * npm 11 ends at a signal without passing it on to what it runs, which would stay logged in with nobody left to end it.
 * Whoever loses the parent that it was started by, or that parent its own, has another one from then on.
 */
function onEndOfNpm(act: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    act();
  }, LOOK_MS);
  timer.unref();
}

/** The parent of a process: the fourth field of its `stat` (proc(5)). Undefined where the system does not tell. */
function parentOf(pid: number): number | undefined {
  try {
    // The second field is a name in parentheses, which may hold any character.
    const [, fields = ''] = /\)\s+\S+\s+(\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? [];
    return Number(fields);
  } catch {
    return undefined;
  }
}
