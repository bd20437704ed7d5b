import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import type { Log } from './log.ts';

/** How long answers under way may take after the signal to end: what is not answered by then is over anyway. */
const FAREWELL_MS = 2500;
/** How often it is looked whether npm is still there. */
const LOOK_MS = 500;
/** Ctrl-C reaches npm and the bot, and npm may pass it on: within so many milliseconds, two signals are one. */
const ONE_SIGNAL_MS = 500;

interface Leavable {
  leave(): Promise<void>;
}

/**
 * Ends the process with 0 when it is told to, by a signal or by the end of the npm that started it: lets answers under way
 * finish, leaves the gateway and lets go of what is open (`close`). A second signal ends it at once, with 128 and the signal's number.
 */
export function endOnSignal(
  gateway: Leavable,
  underway: ReadonlySet<Promise<void>>,
  log: Log,
  close: () => Promise<void> = async () => {},
): void {
  let endingSince: number | undefined;
  const end = async (reason: string) => {
    endingSince = performance.now();
    log.info(`Leaving after ${reason}`);
    await Promise.race([
      Promise.allSettled(underway),
      new Promise((resolve) => setTimeout(resolve, FAREWELL_MS)),
    ]);
    await gateway.leave();
    await close().catch(() => {});
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
