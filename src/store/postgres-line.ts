// Listens to PostgreSQL, whatever becomes of the line.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

/** Milliseconds before the second attempt; each further one is twice as long after the one before, up to the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** How often it is asked whether the line is still there: a network that is cut says nothing of itself. */
const HEARTBEAT_MS = 15_000;

/**
 * Keeps a connection on which a PostgreSQL channel is heard, whatever becomes of the line. `heard` gets each payload; and `undefined` whenever
 * the line was made, since what was announced until then went unheard. Returns what ends it.
 */
export function listenOn(
  connect: () => Client,
  channel: string,
  heard: (payload: string | undefined) => void,
): () => void {
  const leaving = new AbortController();
  void keepListening(connect, channel, heard, leaving.signal);
  return () => leaving.abort();
}

async function keepListening(
  connect: () => Client,
  channel: string,
  heard: (payload: string | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const begun = Date.now();
    await listenOnce(connect(), channel, heard, signal);
    if (Date.now() - begun > LONGEST_PAUSE_MS) wait = FIRST_PAUSE_MS;
    // Not all processes at the same moment after a restart of the server.
    await pause(wait * (0.5 + Math.random() / 2), undefined, { signal, ref: false }).catch(() => {});
    wait = Math.min(LONGEST_PAUSE_MS, wait * 2);
  }
}

/** Resolves when the line is lost or was never made. */
async function listenOnce(
  client: Client,
  channel: string,
  heard: (payload: string | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const lost = AbortSignal.any([over.signal, signal]);
  const lose = () => over.abort();
  client.on('error', lose);
  client.on('end', lose);
  client.on('notification', ({ payload }) => heard(payload));
  let heartbeat: NodeJS.Timeout | undefined;
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    heard(undefined);
    heartbeat = setInterval(() => client.query('SELECT 1').catch(lose), HEARTBEAT_MS);
    heartbeat.unref();
    if (!lost.aborted) await once(lost, 'abort');
  } catch {
    // Another attempt follows.
  } finally {
    clearInterval(heartbeat);
    // Said to a server that is gone, it is never answered.
    void client.end().catch(() => {});
  }
}
