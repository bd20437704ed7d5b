// Logs without anybody's words.
import { randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import { Refused, ServerFault } from './failures.ts';

export type Log = Logger;

/** For pino: what a log may hold of an error under `err`. */
export const serializers = { err: describeError };

/** JSON lines where a program reads them, colored lines where a person does. Nothing of a reader's words goes in. */
export function makeLog(level: string, isTerminal = process.stdout.isTTY === true): Log {
  const options = { level, base: null, serializers };
  return pino(options, isTerminal ? pretty({ sync: true, destination: output() }) : output());
}

/** What is kept of a log that cannot be written, in bytes: a few hundred lines, which follow when it can be. */
const MOST_KEPT = 65_536;

/** Standard output. Where it cannot be written, as on a full disk, standard error tells so once, and the bot goes on. */
function output() {
  // Synchronous, so that the last line before an exit is written too.
  const stream = pino.destination({ sync: true, maxLength: MOST_KEPT });
  let isTold = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (isTold) return;
    isTold = true;
    const code = error.code ?? error.message;
    const why = code === 'EPIPE' ? 'nobody reads it any more' : code === 'ENOSPC' ? 'the disk is full' : code;
    console.error(`The log cannot be written: ${why}. The bot goes on answering.`);
  });
  stream.on('write', () => {
    isTold = false;
  });
  return stream;
}

/** A short name for one fault, for a reader to pass on and a log line to be found by. */
export function faultId(): string {
  return randomBytes(4).toString('hex');
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a log may hold of an error. Discord's words may quote what was sent, so its codes stand for them. */
export function describeError(error: unknown): Json {
  if (error instanceof Refused) {
    const { name, code, status, method, complaints } = error;
    return { name, code, status, method, complaints: complaints.map(({ path, code }) => `${path}: ${code}`) };
  }
  if (error instanceof ServerFault) return { name: error.name, status: error.status, method: error.method };
  if (error instanceof Error) {
    return { name: error.name, message: error.message, stack: error.stack ?? '' };
  }
  return { name: typeof error };
}

/** The shape of a message without its words: component types, lengths of texts and ids. */
export function shapeOf(value: unknown): Json {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
  }
  if (typeof value === 'string') return `${value.length} characters`;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
