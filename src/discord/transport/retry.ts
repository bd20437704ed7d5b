// How often and how long something is tried again.
import { setTimeout as sleep } from 'node:timers/promises';
import { isReset, passingReason, RateLimited, UnexpectedAnswer } from '../failures.ts';

/** How often and how long something is tried. */
export interface RetryPolicy {
  /** From 1. */
  readonly attempts: number;
  /** Milliseconds between the first two attempts; each further pause is twice as long. */
  readonly pauseMs: number;
  /** No attempt begins later than so many milliseconds after the first. */
  readonly withinMs: number;
  /** What would pass, but not while somebody waits for it. */
  readonly isFinal?: (error: unknown) => boolean;
}

/** The bot's start. Who supervises it starts it again, so that minutes of no network are not its matter. */
export const LOGIN: RetryPolicy = { attempts: 4, pauseMs: 1000, withinMs: Number.POSITIVE_INFINITY };
/** Somebody waits at a terminal for it: a minute's limit is waited for, an hour's or a sign-in page is told. */
export const REGISTRATION: RetryPolicy = {
  attempts: 3,
  pauseMs: 500,
  withinMs: 90_000,
  isFinal: (error) => error instanceof UnexpectedAnswer,
};
/** A convenience in the background. */
export const COMPARISON: RetryPolicy = { attempts: 3, pauseMs: 2000, withinMs: 10 * 60_000 };
/** Discord drops an interaction that is not answered within 3 seconds. */
export const FIRST_RESPONSE: RetryPolicy = { attempts: 5, pauseMs: 100, withinMs: 3000 };
/** An announced answer may come for 15 minutes; the last of them is for the way there. */
export const LATER_RESPONSE: RetryPolicy = { attempts: 5, pauseMs: 500, withinMs: 14 * 60_000 };

/** A 429 that names no time: a ban by address, as for a script that asked too often, lasts from a minute on. */
const UNTOLD_MS = 60_000;
/** Waits up to here pass without a word. */
const SILENT_MS = 5000;
/** Pauses are longer by up to a quarter, so that bots that were cut off together do not come back together. */
const JITTER = 0.25;

/** Takes one sentence about a wait. */
export type Tell = (sentence: string) => void;

/**
 * Does `work` again as long as what failed may pass and the policy allows; `work` is told how many milliseconds of the
 * policy's time are left. A wait of more than five seconds is told, with
 * its reason, and so is its end. `task` names it at the beginning of a sentence, such as "The login".
 * @throws what the last attempt threw.
 */
export async function withRetries<T>(
  task: string,
  work: (leftMs: number) => Promise<T>,
  { attempts, pauseMs, withinMs, isFinal }: RetryPolicy,
  tell: Tell,
): Promise<T> {
  const startedAt = performance.now();
  const silence = tellSilence(task, tell);
  let isDone = false;
  try {
    for (let attempt = 1; ; attempt += 1) {
      silence.begin();
      try {
        const result = await work(withinMs - (performance.now() - startedAt));
        isDone = true;
        return result;
      } catch (error) {
        silence.pause();
        const reason = passingReason(error);
        const pause = pauseAfter(error, attempt, pauseMs);
        const isTooLate = performance.now() - startedAt + pause > withinMs;
        const isOver = attempt >= attempts || isTooLate || isFinal?.(error);
        if (reason === undefined || isOver) throw error;
        if (pause > SILENT_MS) tell(`${task} waits ${durationOf(pause)}, since ${reason}.`);
        await sleep(pause);
        if (pause > SILENT_MS) tell(`${task} goes on after ${durationOf(pause)}.`);
      }
    }
  } finally {
    silence.end(isDone);
  }
}

/** Tells once that no answer comes, and once that one came; where none did, whoever gives up says so. */
export function tellSilence(task: string, tell: Tell) {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let isTold = false;
  const pause = () => clearTimeout(timer);
  return {
    begin() {
      if (isTold) return;
      timer = setTimeout(() => {
        isTold = true;
        tell(`${task} has waited ${durationOf(SILENT_MS)} for Discord, which has not answered yet.`);
      }, SILENT_MS);
    },
    pause,
    end(isAnswered: boolean) {
      pause();
      if (isTold && isAnswered)
        tell(`${task} no longer waits, after ${durationOf(performance.now() - startedAt)}.`);
    },
  };
}

/** Milliseconds before the next attempt, after `attempt` of them. */
function pauseAfter(error: unknown, attempt: number, pauseMs: number): number {
  const growth = 2 ** (attempt - 1);
  const jitter = 1 + Math.random() * JITTER;
  // What broke was one line of many, and no sign that Discord is in trouble.
  if (attempt === 1 && isReset(error)) return 0;
  if (!(error instanceof RateLimited)) return pauseMs * growth * jitter;
  return error.waitMs === undefined
    ? UNTOLD_MS * growth * jitter
    : error.waitMs + pauseMs * growth * (jitter - 1);
}

/** The pause before attempt `attempt` (from 1) to reach the gateway again, in milliseconds. */
export function reconnectionPause(attempt: number): number {
  const [first, most] = [500, 60_000];
  return Math.min(first * 2 ** (attempt - 1), most) * (1 + Math.random() * JITTER);
}

/** As people say it: `75 seconds`, `60 minutes`, `24 hours`. */
export function durationOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
