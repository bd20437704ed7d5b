// Carries the first response to an interaction in the HTTP response to the request that brought it, and the others by REST.
import { InteractionResponseType, type RESTPostAPIInteractionCallbackJSONBody } from 'discord-api-types/v10';
import type { Outgoing } from '../../http/server.ts';
import { Unheard, Unreachable } from '../failures.ts';
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

/** @param later Carries all but the first response. */
export function inResponse(later: Omit<Carrier, 'respond'>): ResponseCarrier {
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
      ...later,
      respond(body) {
        // There is one response to a request; whoever was told nothing by it is told nothing by this way.
        if (isOver) return Promise.reject(new Unreachable('EPIPE', false));
        isOver = true;
        return new Promise((sent, failed) => {
          resolve({
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
            settled(wasSent) {
              if (!wasSent) return failed(new Unheard(new Unreachable('ECONNRESET', true)));
              first = isDeferral(body) ? 'deferred' : 'answered';
              sent();
            },
          });
        });
      },
    },
  };
}

function isDeferral({ type }: RESTPostAPIInteractionCallbackJSONBody): boolean {
  return (
    type === InteractionResponseType.DeferredChannelMessageWithSource ||
    type === InteractionResponseType.DeferredMessageUpdate
  );
}
