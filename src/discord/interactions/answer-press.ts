import type { Action } from '../../reply/action.ts';
import { problemReply } from '../../reply/problem.ts';
import { readCustomId } from '../message/read-custom-id.ts';
import { DISCORD_WORDS } from '../message/words.ts';
import { answer } from './answer.ts';
import { type Bot, localeFor, sessionIn } from './bot.ts';
import type { PressInteraction } from './interaction.ts';
import { askerOf, isPrivate, questionIn } from './read-message.ts';
import type { Place, Responder } from './responder.ts';

/** Views of the same thing: they turn in the message where they stand, if it is the presser's own. */
const TURNING: ReadonlySet<Action['verb']> = new Set(['summary', 'sources', 'page', 'more']);

/** Views that are about the question, which they then repeat. */
const ASKED: ReadonlySet<Action['verb']> = new Set(['more', 'page', 'context', 'closest', 'share']);

function placeOf({ verb }: Action, { message, user }: PressInteraction): Place {
  if (verb === 'share') return 'public';
  if (verb === 'verify') return 'private';
  // Only its reader can see a private message, so whoever presses there is the one who asked.
  if (isPrivate(message)) return 'in-place';
  const isAsker = user !== undefined && askerOf(message) === user;
  return isAsker && TURNING.has(verb) ? 'in-place' : 'private';
}

/** Does what a button or a menu's option says. */
export async function answerPress(
  interaction: PressInteraction,
  responder: Responder,
  bot: Bot,
): Promise<void> {
  const own = sessionIn(localeFor(interaction), bot);
  const reading = readCustomId(interaction.customId, bot.library);
  if ('refusal' in reading) {
    const refused = problemReply(DISCORD_WORDS[own.locale].refusals[reading.refusal], own.words);
    await answer(responder, bot, {
      what: reading.refusal,
      session: own,
      slow: 'private',
      placeOf: () => 'private',
      reply: async () => refused,
    });
    return;
  }
  const { action } = reading;
  const place = placeOf(action, interaction);
  // A message that stays keeps its language; a new private one speaks the presser's.
  const session = place === 'private' ? own : sessionIn(reading.locale, bot);
  await answer(responder, bot, {
    what: action.verb,
    session,
    slow: place,
    // What went wrong is for the presser alone and leaves the message as it was.
    placeOf: ({ tone }) => (tone === 'fault' ? 'private' : place),
    question: ASKED.has(action.verb) ? questionIn(interaction.message) : undefined,
    reply: () => bot.press(action, session),
  });
}
