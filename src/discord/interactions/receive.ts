import type { Bot } from './bot.ts';
import { dispatch } from './dispatch.ts';
import { type Interaction, readInteraction } from './interaction.ts';
import { type Carrier, makeResponder } from './responder.ts';

/** Takes interactions as Discord's JSON, whatever brings them. */
export interface Receiver {
  /**
   * Takes the data of an INTERACTION_CREATE event, which Discord sent `ageMs` milliseconds ago where that is known. Never
   * throws.
   */
  readonly receive: (event: unknown, ageMs?: number) => void;
  /** Answers that are not sent yet. */
  readonly underway: ReadonlySet<Promise<void>>;
}

/** Has `bot` answer each interaction; `carrierFor` takes its responses, as JSON, to Discord. */
export function makeReceiver(bot: Bot, carrierFor: (interaction: Interaction) => Carrier): Receiver {
  const underway = new Set<Promise<void>>();
  return {
    underway,
    receive(event, ageMs = 0) {
      const interaction = readInteraction(event, ageMs);
      if (!interaction) {
        bot.log.warn('An interaction came without its id or its token, so that it cannot be answered');
        return;
      }
      const responder = makeResponder(carrierFor(interaction));
      const answered = dispatch(interaction, responder, bot).finally(() => underway.delete(answered));
      underway.add(answered);
    },
  };
}
