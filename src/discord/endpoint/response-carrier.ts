// Carries the first response to an interaction in the HTTP response to the request that brought it, and the others by REST.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  InteractionResponseType,
  RESTJSONErrorCodes,
  type RESTPostAPIInteractionCallbackJSONBody,
} from 'discord-api-types/v10';
import type { Outgoing } from '../../http/server.ts';
import { Refused, TooLate, Unreachable } from '../failures.ts';
import type { Carrier } from '../interactions/responder.ts';

/** How an interaction was first responded to: with its answer, or with word that it will come. */
export type FirstResponse = 'answered' | 'deferred';

interface ResponseCarrier {
  readonly carrier: Carrier;
  /** What to respond to the request, when it is known. */
  readonly response: Promise<Outgoing>;
  /** What was responded so far. */
  readonly first: () => FirstResponse | undefined;
  /** Responds that there is no answer, where none was given by then. */
  readonly giveUp: () => void;
}

/**
 * How often, and how many milliseconds apart, something later is tried again that Discord knew nothing of: it may come before Discord has
 * read the response, which takes as long as a way around the world.
 */
const AHEAD = { attempts: 5, pauseMs: 200 };

/**
 * How old a request may be when it is responded to, in milliseconds. A proxy that waits no longer (`proxy_read_timeout` in
 * deploy/verbatim.conf) may have handed it to another replica by then; Discord itself waits for three seconds.
 */
const OLDEST_MS = 2400;

/**
 * A first response is given in time, or not at all: whoever has none is free to hand the request to another replica, whose answer nothing
 * from here may follow or change.
 * @param later Carries all but the first response.
 * @param receivedAt By `performance.now()`.
 */
export function inResponse(later: Omit<Carrier, 'respond'>, receivedAt: number): ResponseCarrier {
  let first: FirstResponse | undefined;
  let isOver = false;
  let resolve: (outgoing: Outgoing) => void = () => {};
  const response = new Promise<Outgoing>((onOutgoing) => {
    resolve = onOutgoing;
  });
  return {
    response,
    first: () => first,
    giveUp() {
      if (isOver) return;
      isOver = true;
      resolve({ status: 500 });
    },
    carrier: {
      edit: (body, files) => afterResponse(() => later.edit(body, files)),
      followUp: (body, mayRepeat) => afterResponse(() => later.followUp(body, mayRepeat)),
      remove: () => afterResponse(() => later.remove()),
      respond(body) {
        // There is one response to a request; whoever was told nothing by it is told nothing by this way.
        if (isOver) return Promise.reject(new Unreachable('EPIPE', false));
        isOver = true;
        if (performance.now() - receivedAt > OLDEST_MS) {
          resolve({ status: 503 });
          return Promise.reject(new TooLate());
        }
        return new Promise((sent, failed) => {
          resolve({
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
            settled(wasSent) {
              // Half a response is none.
              if (!wasSent) return failed(new Unreachable('ECONNRESET', false));
              first = isDeferral(body) ? 'deferred' : 'answered';
              sent();
            },
          });
        });
      },
    },
  };
}

async function afterResponse(call: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const isAhead = error instanceof Refused && error.code === RESTJSONErrorCodes.UnknownWebhook;
      if (!isAhead || attempt === AHEAD.attempts) throw error;
      await sleep(AHEAD.pauseMs * attempt);
    }
  }
}

function isDeferral({ type }: RESTPostAPIInteractionCallbackJSONBody): boolean {
  return (
    type === InteractionResponseType.DeferredChannelMessageWithSource ||
    type === InteractionResponseType.DeferredMessageUpdate
  );
}
