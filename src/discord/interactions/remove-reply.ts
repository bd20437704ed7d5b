// Deletes a reply, for those who may.
import { WORDS } from '../../reply/words.ts';
import { isGone, Refused } from '../failures.ts';
import { DISCORD_WORDS, type DiscordWords } from '../message/discord-words.ts';
import { notice } from '../message/notice.ts';
import { type Bot, localeFor } from './bot.ts';
import type { PressInteraction } from './interaction.ts';
import { askerOf } from './read-message.ts';
import type { Responder } from './responder.ts';

/**
 * Removes the pressed reply, for whoever asked for it and whoever may manage messages there; anyone else is told so
 * privately. Who asked is read from the message, so that a reply from before a restart can be removed, too: of a
 * reply shown by "Show everyone" it is who pressed that. Throws what goes wrong, but for a reply that cannot be removed.
 */
export async function removeReply(
  interaction: PressInteraction,
  responder: Responder,
  bot: Bot,
): Promise<void> {
  const locale = localeFor(interaction);
  const tell = (sentence: keyof DiscordWords['removal']) =>
    notice(WORDS[locale].problems.heading, DISCORD_WORDS[locale].removal[sentence]);
  const { isMember } = interaction;
  if (!mayRemove(interaction)) {
    return responder.reply(tell(isMember ? 'notTheirs' : 'notTheirsOutside'), 'private');
  }
  await responder.announce('in-place');
  try {
    await responder.remove();
    bot.log.debug({ what: 'delete', place: 'in-place' }, 'Answered');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const wasGone = isGone(error);
    if (!wasGone) bot.log.warn({ what: 'delete', interaction: interaction.id, err: error }, 'A reply stays');
    await responder.whisper(tell(wasGone ? 'gone' : isMember ? 'refused' : 'refusedOutside'));
  }
}

/** In a direct message there is nobody but its reader. */
function mayRemove({ user, managesMessages, place, message }: PressInteraction): boolean {
  const isAsker = user !== undefined && askerOf(message) === user;
  return isAsker || managesMessages || place.kind === 'direct-message';
}
