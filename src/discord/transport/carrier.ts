// Carries the responses to one interaction by REST.
import type { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { mayHaveArrived, passingReason, Refused, Unheard } from '../failures.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { Carrier } from '../interactions/responder.ts';
import type { Log } from '../log.ts';
import { ATTEMPT_MS } from './rest.ts';
import { FIRST_RESPONSE, LATER_RESPONSE, type RetryPolicy, withRetries } from './retry.ts';

/** How long an attempt may take where there is time for another, in milliseconds: far longer than Discord does on a good day. */
const PATIENCE_MS = 1200;
/**
 * What an attempt gets at the least, in milliseconds: a round trip to another continent. Where less than four of them are left, an
 * attempt gets all: after half of it and the pause, none would be left for another.
 */
const SHORTEST_ATTEMPT_MS = 250;

/**
 * Carries what is answered to `interaction` by Discord's REST interface, each response as often as its time allows.
 * `applicationId` stands in where the interaction does not tell it.
 */
export function carrierFor(interaction: Interaction, applicationId: string, rest: REST, log: Log): Carrier {
  const { id, token, receivedAt } = interaction;
  const webhook = interaction.applicationId ?? applicationId;
  const tell = (sentence: string) => log.warn({ interaction: id }, sentence);
  /** The policy's time begins when the interaction was received. */
  const sinceReceipt = (policy: RetryPolicy): RetryPolicy => ({
    ...policy,
    withinMs: policy.withinMs - (performance.now() - receivedAt),
  });
  const later = async (call: Call, policy: RetryPolicy = LATER_RESPONSE) => {
    await withRetries('An announced answer', () => within(ATTEMPT_MS, call), sinceReceipt(policy), tell);
  };
  const original = Routes.webhookMessage(webhook, token);
  // The token in the address is the right to answer; the bot's own has no place here.
  const auth = false;
  return {
    async respond(body) {
      const query = new URLSearchParams({ with_response: 'false' });
      let isRepeated = false;
      let isUnheard = false;
      const post = async (leftMs: number) => {
        // One that hangs leaves time for another. To repeat it does no harm: Discord takes one and refuses the others.
        // An announcement begins when half of the three seconds are gone, so that it is half of what is left.
        const isLast = leftMs < 4 * SHORTEST_ATTEMPT_MS;
        const ms = isLast
          ? Math.max(SHORTEST_ATTEMPT_MS, Math.ceil(leftMs))
          : Math.min(PATIENCE_MS, leftMs / 2);
        try {
          await within(ms, (signal) =>
            rest.post(Routes.interactionCallback(id, token), { auth, body, query, signal }),
          );
        } catch (error) {
          // The attempt before had reached Discord; only the word of it was lost on the way back.
          if (isRepeated && isRefusal(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
            return;
          isRepeated = true;
          isUnheard ||= mayHaveArrived(error);
          throw error;
        }
      };
      try {
        await withRetries('An answer', post, sinceReceipt(FIRST_RESPONSE), tell);
      } catch (error) {
        throw isUnheard && passingReason(error) !== undefined ? new Unheard(error) : error;
      }
    },
    // The same edit twice is one edit.
    edit: (body, files = []) =>
      later((signal) =>
        rest.patch(original, {
          auth,
          body,
          signal,
          files: files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) })),
        }),
      ),
    async followUp(body, mayRepeat) {
      const post: Call = (signal) => rest.post(Routes.webhook(webhook, token), { auth, body, signal });
      try {
        // Discord keeps no two follow-ups apart: each that arrives is a message.
        await later(post, mayRepeat ? LATER_RESPONSE : { ...LATER_RESPONSE, isFinal: mayHaveArrived });
      } catch (error) {
        throw mayHaveArrived(error) ? new Unheard(error) : error;
      }
    },
    async remove() {
      let attempts = 0;
      await later(async (signal) => {
        attempts += 1;
        try {
          await rest.delete(original, { auth, signal });
        } catch (error) {
          // The attempt before had removed it; only the word of it was lost on the way back.
          if (attempts === 1 || !isRefusal(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
        }
      });
    },
  };
}

type Call = (signal: AbortSignal) => Promise<unknown>;

/** Ends a call after so many milliseconds. Unlike `AbortSignal.timeout`, it leaves no timer behind when the call is over. */
async function within(ms: number, call: Call): Promise<void> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), ms);
  try {
    await call(end.signal);
  } finally {
    clearTimeout(timer);
  }
}

function isRefusal(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof Refused && error.code === code;
}
