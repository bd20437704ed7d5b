import { type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { Refused } from '../failures.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { Carrier } from '../interactions/responder.ts';
import type { Log } from '../log.ts';
import { FIRST_RESPONSE, LATER_RESPONSE, withRetries } from './retry.ts';

/**
 * Carries what is answered to `interaction` by Discord's REST interface, each response as often as its time allows.
 * `applicationId` stands in where the interaction does not tell it.
 */
export function carrierFor(interaction: Interaction, applicationId: string, rest: REST, log: Log): Carrier {
  const { id, token, receivedAt } = interaction;
  const webhook = interaction.applicationId ?? applicationId;
  const tell = (sentence: string) => log.warn({ interaction: id }, sentence);
  const later = async (work: () => Promise<unknown>) => {
    await withRetries('An announced answer', work, LATER_RESPONSE, tell);
  };
  // The token in the address is the right to answer; the bot's own has no place here.
  const auth = false;
  return {
    async respond(body) {
      const withinMs = FIRST_RESPONSE.withinMs - (performance.now() - receivedAt);
      const query = new URLSearchParams({ with_response: 'false' });
      let attempts = 0;
      const post = async () => {
        attempts += 1;
        try {
          await rest.post(Routes.interactionCallback(id, token), { auth, body, query });
        } catch (error) {
          // The attempt before had reached Discord; only the word of it was lost on the way back.
          const isThere =
            error instanceof Refused &&
            error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
          if (attempts === 1 || !isThere) throw error;
        }
      };
      await withRetries('An answer', post, { ...FIRST_RESPONSE, withinMs }, tell);
    },
    edit: (body) => later(() => rest.patch(Routes.webhookMessage(webhook, token), { auth, body })),
    followUp: (body) => later(() => rest.post(Routes.webhook(webhook, token), { auth, body })),
    async remove() {
      let attempts = 0;
      await later(async () => {
        attempts += 1;
        try {
          await rest.delete(Routes.webhookMessage(webhook, token), { auth });
        } catch (error) {
          // The attempt before had removed it; only the word of it was lost on the way back.
          const isGone = error instanceof Refused && error.code === RESTJSONErrorCodes.UnknownMessage;
          if (attempts === 1 || !isGone) throw error;
        }
      });
    },
  };
}
