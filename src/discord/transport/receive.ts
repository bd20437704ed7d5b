import type { REST } from 'discord.js';
import type { Bot } from '../interactions/bot.ts';
import { dispatch } from '../interactions/dispatch.ts';
import { readInteraction } from '../interactions/interaction.ts';
import { makeResponder } from '../interactions/responder.ts';
import { carrierFor } from './carrier.ts';

/** Takes the gateway's events. */
export interface Receiver {
  readonly onEvent: (name: string, data: unknown) => void;
  /** Answers that are not sent yet. */
  readonly underway: ReadonlySet<Promise<void>>;
}

/** Has `bot` answer each interaction, and passes over every other event. `applicationId` is known once it is logged in. */
export function makeReceiver(bot: Bot, rest: REST, applicationId: () => string): Receiver {
  const underway = new Set<Promise<void>>();
  return {
    underway,
    onEvent(name, data) {
      if (name !== 'INTERACTION_CREATE') return;
      const interaction = readInteraction(data);
      if (!interaction) {
        bot.log.warn('An interaction came without its id or its token, so that it cannot be answered');
        return;
      }
      const responder = makeResponder(carrierFor(interaction, applicationId(), rest, bot.log));
      const answered = dispatch(interaction, responder, bot).finally(() => underway.delete(answered));
      underway.add(answered);
    },
  };
}
