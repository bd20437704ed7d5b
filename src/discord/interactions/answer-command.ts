// Answers slash commands and message commands.
import type { MessageCommand, Session } from '../../../commands/command.ts';
import { readOptions } from '../../../commands/read-options.ts';
import { problemReply } from '../../reply/problem.ts';
import type { Reply } from '../../reply/reply.ts';
import { WORDS } from '../../reply/words.ts';
import { DISCORD_WORDS } from '../message/discord-words.ts';
import { notice } from '../message/notice.ts';
import { answer } from './answer.ts';
import { answerModerationCommand, moderationCommandOf } from './answer-editing.ts';
import { type Bot, localeFor, sessionFor, slashCommandOf } from './bot.ts';
import { type CommandInteraction, type Interaction, timeOf } from './interaction.ts';
import type { Responder } from './responder.ts';

/** Answers a slash command, or one chosen on a message, unless its reader sent too many. */
export async function answerCommand(
  interaction: CommandInteraction,
  responder: Responder,
  bot: Bot,
): Promise<void> {
  const locale = localeFor(interaction);
  const wait = waitOf(interaction, bot);
  if (wait > 0) {
    // The machine's own clock may be wrong; that of Discord made the interaction's id.
    const until = `<t:${Math.ceil((timeOf(interaction.id) + wait) / 1000)}:R>`;
    await responder.reply(
      notice(DISCORD_WORDS[locale].tooFast, WORDS[locale].problems.cooldown(until)),
      'private',
    );
    return;
  }
  const moderation = moderationCommandOf(interaction, bot);
  if (moderation) return answerModerationCommand(interaction, moderation, responder, bot);
  await answer(responder, bot, {
    what: interaction.name,
    locale,
    session: sessionFor(interaction, bot, locale),
    receivedAt: interaction.receivedAt,
    slow: 'private',
    destinationOf: ({ visibility }) => visibility,
    reply: (session) => replyToCommand(interaction, session, bot),
  });
}

/** Milliseconds that whoever acted must wait. Where Discord does not tell who that is, nobody is kept waiting. */
function waitOf({ user, receivedAt }: Interaction, { cooldown }: Bot): number {
  const turn = user === undefined ? undefined : cooldown.ask(user, receivedAt);
  return turn && !turn.allowed ? turn.until - receivedAt : 0;
}

/** Answers what this version of the bot does not know. */
export async function answerUnknown(interaction: Interaction, responder: Responder, bot: Bot): Promise<void> {
  const locale = localeFor(interaction);
  await answer(responder, bot, {
    what: 'unknown',
    locale,
    session: sessionFor(interaction, bot, locale),
    receivedAt: interaction.receivedAt,
    slow: 'private',
    destinationOf: ({ visibility }) => visibility,
    reply: async (session) => unknownReply(session),
  });
}

function unknownReply({ locale, words }: Session): Reply {
  return problemReply(DISCORD_WORDS[locale].unknownCommand, words);
}

async function replyToCommand(interaction: CommandInteraction, session: Session, bot: Bot): Promise<Reply> {
  const { name } = interaction;
  if (interaction.kind === 'message') {
    const command = bot.commands.find(
      (one): one is MessageCommand => one.kind === 'message' && one.name === name,
    );
    return command ? command.answer(interaction.posted, session) : unknownReply(session);
  }
  const command = slashCommandOf(name, bot);
  if (!command) return unknownReply(session);
  const read = readOptions(command, interaction.options, session.words);
  return 'problem' in read ? problemReply(read.problem, session.words) : command.answer(read.value, session);
}
