// Interactions as Discord sends them over HTTP: signed requests, each answered once, by the response to it.
import type { KeyObject } from 'node:crypto';
import { type Incoming, type Outgoing, plain, type Route } from '../../http/server.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { Receiver } from '../interactions/receive.ts';
import type { Carrier } from '../interactions/responder.ts';
import type { Log } from '../log.ts';
import type { Metrics, Refusal } from './metrics.ts';
import { takenOnce } from './once.ts';
import { inResponse } from './response-carrier.ts';
import { isSignedBy, signedIn } from './signature.ts';

/** An interaction is some kilobytes; with a message and its components, some hundred. */
const MOST_BYTES = 1024 * 1024;
/** How far the time of a request may be off, either way, in milliseconds: whoever recorded one cannot send it later. */
const MOST_OFF_MS = 5 * 60_000;
/** A wrong clock refuses every request: it is logged once a minute. */
const CLOCK_LOG_MS = 60_000;

export interface EndpointOptions {
  /** The application's. */
  readonly key: KeyObject;
  readonly receiver: Receiver;
  /** Takes all but the first response to Discord. */
  readonly carrierFor: (interaction: Interaction) => Omit<Carrier, 'respond'>;
  readonly metrics: Pick<Metrics, 'responded' | 'refused'>;
  readonly log: Log;
  /** Milliseconds since 1970; the system's clock where it is left out. */
  readonly now?: () => number;
}

/** `POST /interactions`. */
export function interactionsRoute({
  key,
  receiver,
  carrierFor,
  metrics,
  log,
  now = Date.now,
}: EndpointOptions): Route {
  const isFirst = takenOnce(2 * MOST_OFF_MS);
  let clockToldAt = Number.NEGATIVE_INFINITY;

  const refuse = (status: number, reason: Refusal, sentence: string): Outgoing => {
    metrics.refused(reason);
    return plain(status, sentence);
  };

  function sayClock(offMs: number) {
    if (performance.now() - clockToldAt < CLOCK_LOG_MS) return;
    clockToldAt = performance.now();
    const seconds = Math.round(Math.abs(offMs) / 1000);
    log.warn(
      `A request that Discord signed is ${seconds} seconds ${offMs > 0 ? 'behind' : 'ahead of'} this machine's clock and was refused. If that happens again, set the clock, such as by NTP`,
    );
  }

  async function answer({ headers, body, receivedAt }: Incoming): Promise<Outgoing> {
    const signed = signedIn(headers);
    if (!signed || !isSignedBy(key, signed, body))
      return refuse(401, 'signature', 'The request is not signed by Discord for this application.');
    const offMs = now() - Number(signed.timestamp) * 1000;
    if (Math.abs(offMs) > MOST_OFF_MS) {
      sayClock(offMs);
      return refuse(401, 'timestamp', 'The time of the request is more than five minutes off.');
    }
    const event = eventIn(body);
    if (event === undefined) return refuse(400, 'malformed', 'The body is no interaction.');
    // It was looked at whether it can be answered: an id that was taken would keep the right one out.
    if (!isFirst(event.id)) return refuse(409, 'repeated', 'This interaction was answered before.');
    return respond(event, receivedAt);
  }

  async function respond(event: Event, receivedAt: number): Promise<Outgoing> {
    let kind: Interaction['kind'] = 'unknown';
    let given: ReturnType<typeof inResponse> | undefined;
    const carry = (interaction: Interaction) => {
      kind = interaction.kind;
      given = inResponse(carrierFor(interaction), receivedAt);
      return given.carrier;
    };
    const answered = receiver.receive(event, performance.now() - receivedAt, carry);
    if (!answered || !given) return refuse(400, 'malformed', 'The body is no interaction.');
    const { response, first, giveUp } = given;
    void answered.then(giveUp);
    const outgoing = await response;
    return {
      ...outgoing,
      settled(wasSent) {
        outgoing.settled?.(wasSent);
        metrics.responded(kind, first() ?? 'failed', (performance.now() - receivedAt) / 1000);
      },
    };
  }

  return { methods: ['POST'], path: /^\/interactions$/, mostBytes: MOST_BYTES, answer };
}

interface Event {
  readonly id: string;
}

/** An object that can be answered: with its id and its token, and of a type, which its data tell where it is missing. */
function eventIn(body: Buffer): Event | undefined {
  let read: unknown;
  try {
    read = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
  const { id, token, type, data } = read as Record<string, unknown>;
  const isWhole = typeof id === 'string' && id !== '' && typeof token === 'string' && token !== '';
  const isOfType =
    typeof type === 'number' || (type === undefined && typeof data === 'object' && data !== null);
  return isWhole && isOfType ? (read as Event) : undefined;
}
