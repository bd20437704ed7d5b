import {
  type APIMessageTopLevelComponent,
  type MessageComponentInteraction,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';

/** A new message for all, one for the reader alone, or the pressed message itself. Discord lets none become another. */
export type Place = 'public' | 'private' | 'in-place';

export type Answerable = RepliableInteraction | MessageComponentInteraction;

/** Discord drops an interaction that is not answered within 3 seconds. This leaves half of them for the way there. */
const SLOW_AFTER_MS = 1500;

const V2 = MessageFlags.IsComponentsV2;

export interface Delivery {
  /** Whether the reader was told to wait: `slow` is then where the answer goes. */
  readonly isDeferred: boolean;
  send(components: readonly APIMessageTopLevelComponent[], place: Place): Promise<void>;
  /** Sends no more. */
  end(): void;
}

/**
 * Carries one answer to one interaction. An answer that takes long is announced to `slow`, which must then be a place
 * that every possible answer may go to: privately for a command, since what is private never may turn public.
 */
export function deliveryFor(interaction: Answerable, slow: Place): Delivery {
  let deferral: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    deferral = defer(interaction, slow);
    // `send` awaits it and meets the error; until then it must not count as unhandled.
    deferral.catch(() => {});
  }, SLOW_AFTER_MS);
  return {
    get isDeferred() {
      return deferral !== undefined;
    },
    async send(components, place) {
      clearTimeout(timer);
      if (deferral) {
        await deferral;
        // What waits in the pressed message leaves it as it was if the answer belongs elsewhere.
        const isElsewhere = slow === 'in-place' && place !== slow;
        if (isElsewhere) await interaction.followUp({ components, flags: [V2, MessageFlags.Ephemeral] });
        else await interaction.editReply({ components, flags: V2 });
      } else if (place === 'in-place' && interaction.isMessageComponent()) {
        await interaction.update({ components, flags: V2 });
      } else {
        await interaction.reply({
          components,
          flags: place === 'public' ? V2 : [V2, MessageFlags.Ephemeral],
        });
      }
    },
    end() {
      clearTimeout(timer);
    },
  };
}

function defer(interaction: Answerable, slow: Place): Promise<unknown> {
  if (slow === 'in-place' && interaction.isMessageComponent()) return interaction.deferUpdate();
  return interaction.deferReply(slow === 'public' ? {} : { flags: MessageFlags.Ephemeral });
}
