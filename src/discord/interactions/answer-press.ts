// Answers presses on readers' buttons and menus.
import type { Session } from '../../../commands/command.ts';
import { ACTIONS, type Action, type Verb } from '../../reply/action.ts';
import { problemReply } from '../../reply/problem.ts';
import type { Reply } from '../../reply/reply.ts';
import { ofArticles, parseCustomId, type Refusal } from '../message/custom-id.ts';
import { DISCORD_WORDS } from '../message/discord-words.ts';
import { answer } from './answer.ts';
import { type Bot, localeFor, sessionFor } from './bot.ts';
import type { PressInteraction } from './interaction.ts';
import { askerOf, isPrivate, isShareable, questionIn } from './read-message.ts';
import { removeReply } from './remove-reply.ts';
import type { Destination, Responder } from './responder.ts';

const isDelete = (action: Action<Verb>): action is Action<'delete'> => action.verb === 'delete';

function destinationOf(action: Action, { message, user }: PressInteraction): Destination {
  const { opens } = ACTIONS[action.verb];
  if (opens === 'public' || opens === 'private') return opens;
  // Only its reader can see a private message, so whoever presses there is the one who asked.
  if (isPrivate(message)) return stays(message, action) ? 'private' : 'in-place';
  const isAsker = user !== undefined && askerOf(message) === user;
  return isAsker && opens === 'turned' ? 'in-place' : 'private';
}

/**
 * What a private reply says of a question stays where it can still be shown to everyone, and so does what it says before its first
 * More; from then on pages turn. The closest passage can be shown to everyone in its place.
 */
function stays(message: unknown, action: Action): boolean {
  if (action.verb === 'closest') return false;
  return isShareable(message) || (action.verb === 'more' && action.trail?.length === 1);
}

/** Does what a button or a menu's option says. */
export async function answerPress(
  interaction: PressInteraction,
  responder: Responder,
  bot: Bot,
): Promise<void> {
  const own = localeFor(interaction);
  const read = parseCustomId(interaction.customId);
  if ('problem' in read) {
    await answer(responder, bot, {
      what: read.problem,
      locale: own,
      session: sessionFor(interaction, bot, own),
      receivedAt: interaction.receivedAt,
      slow: 'private',
      destinationOf: () => 'private',
      reply: async (session) => refusal(read.problem, session),
    });
    return;
  }
  const { action, locale: spoken } = read.value;
  if (isDelete(action)) return removeReply(interaction, responder, bot);
  const place = destinationOf(action, interaction);
  // A message that stays keeps its language; a new private one speaks the presser's.
  const locale = place === 'private' ? own : spoken;
  await answer(responder, bot, {
    what: action.verb,
    locale,
    session: sessionFor(interaction, bot, locale),
    receivedAt: interaction.receivedAt,
    // What is for everyone waits in private all the same, since a fault is for the presser alone.
    slow: place === 'public' ? 'private' : place,
    // What went wrong is for the presser alone and leaves the message as it was.
    destinationOf: ({ tone }) => (tone === 'fault' ? 'private' : place),
    isOnPrivate: isPrivate(interaction.message),
    question: ACTIONS[action.verb].repeatsQuestion ? questionIn(interaction.message) : undefined,
    async reply(session) {
      const held = ofArticles(action, session.library);
      return 'problem' in held ? refusal(held.problem, session) : bot.press(held.value, session);
    },
  });
}

function refusal(why: Refusal, { locale, words }: Session): Reply {
  return problemReply(DISCORD_WORDS[locale].refusals[why], words);
}
