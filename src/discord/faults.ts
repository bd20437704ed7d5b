import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import { WORDS } from '../reply/words.ts';
import { localeFor } from './bot.ts';
import type { Answerable } from './delivery.ts';
import { faultId, type Log, shapeOf } from './log.ts';
import { notice } from './notice.ts';
import { DISCORD_WORDS } from './words.ts';

/** A rendered reply whose quotations could not all be proved. The message says where, without a word of the text. */
export class Disproved extends Error {
  override readonly name = 'Disproved';
}

/** The interaction is over: it was answered too late, or was answered already. There is nobody to tell. */
function isOver(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownInteraction ||
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  );
}

/** Logs what went wrong under a short id and tells the reader, once and privately. `what` is a command's or verb's name. */
export async function reportFault(
  error: unknown,
  interaction: Answerable,
  what: string,
  log: Log,
): Promise<void> {
  if (isOver(error)) {
    log.warn({ what, err: error }, 'The answer came too late or twice');
    return;
  }
  const fault = faultId();
  const isRefused =
    error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType;
  const sent = isRefused ? { sent: shapeOf(error.requestBody.json) } : {};
  log.error({ fault, what, err: error, ...sent }, 'An answer failed');
  const locale = localeFor(interaction);
  const words = WORDS[locale];
  const text =
    error instanceof Disproved ? DISCORD_WORDS[locale].disproved(fault) : words.problems.fault(fault);
  const components = notice(words.problems.heading, text);
  try {
    if (interaction.replied) return;
    const message = { components, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
    // A message that was announced takes the notice; a pressed one (whose deferral is neither private nor public) stays.
    const isAnnounced = interaction.deferred && interaction.ephemeral !== null;
    if (!interaction.deferred) await interaction.reply(message);
    else if (isAnnounced) await interaction.editReply({ components, flags: MessageFlags.IsComponentsV2 });
    else await interaction.followUp(message);
  } catch (second) {
    log.warn({ fault, what, err: second }, 'The reader could not be told');
  }
}
