// Takes interactions, however they come.
import type { Bot } from './bot.ts';
import { dispatch } from './dispatch.ts';
import { type Interaction, readInteraction } from './interaction.ts';
import { type Carrier, makeResponder } from './responder.ts';

/** Takes interactions as Discord's JSON, whatever brings them. */
export interface Receiver {
  /**
   * Takes an interaction as Discord sent it `ageMs` milliseconds ago, where that is known; `carry` takes the responses to it elsewhere than
   * usual. Resolves when it is answered and never throws; undefined where it is none that can be answered.
   */
  readonly receive: (event: unknown, ageMs?: number, carry?: CarrierFor) => Promise<void> | undefined;
  /** Answers that are not sent yet. */
  readonly underway: ReadonlySet<Promise<void>>;
}

/** What takes the responses to an interaction, as JSON, to Discord. */
export type CarrierFor = (interaction: Interaction) => Carrier;

/** Has `bot` answer each interaction; `carrierFor` takes its responses to Discord. */
export function makeReceiver(bot: Bot, carrierFor: CarrierFor): Receiver {
  const underway = new Set<Promise<void>>();
  return {
    underway,
    receive(event, ageMs = 0, carry = carrierFor) {
      const interaction = readInteraction(event, ageMs);
      if (!interaction) {
        bot.log.warn('An interaction came without its id or its token, so that it cannot be answered');
        return undefined;
      }
      const responder = makeResponder(carry(interaction));
      const answered = dispatch(interaction, responder, bot).finally(() => underway.delete(answered));
      underway.add(answered);
      return answered;
    },
  };
}
