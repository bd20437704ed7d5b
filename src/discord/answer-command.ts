import {
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import type { MessageCommand, Session } from '../../commands/command.ts';
import { readOptions } from '../../commands/read-options.ts';
import { problemReply } from '../reply/problem.ts';
import type { Reply } from '../reply/reply.ts';
import { answer } from './answer.ts';
import { type Bot, localeFor, sessionIn, slashCommandOf } from './bot.ts';
import { notice } from './notice.ts';
import { wordsOf } from './pressed.ts';
import { DISCORD_WORDS } from './words.ts';

type UsedCommand = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** Answers a slash command, or one chosen on a message, unless its reader sent too many. */
export async function answerCommand(interaction: UsedCommand, bot: Bot): Promise<void> {
  const locale = localeFor(interaction);
  const session = sessionIn(locale, bot);
  const turn = bot.cooldown.ask(interaction.user.id, Date.now());
  if (!turn.allowed) {
    const until = `<t:${Math.ceil(turn.until / 1000)}:R>`;
    const components = notice(DISCORD_WORDS[locale].tooFast, session.words.problems.cooldown(until));
    await interaction.reply({ components, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] });
    return;
  }
  await answer(interaction, bot, {
    what: interaction.commandName,
    session,
    slow: 'private',
    placeOf: ({ visibility }) => visibility,
    reply: () => replyToCommand(interaction, session, bot),
  });
}

/** Answers what this version of the bot does not know. */
export async function answerUnknown(interaction: RepliableInteraction, bot: Bot): Promise<void> {
  const session = sessionIn(localeFor(interaction), bot);
  await answer(interaction, bot, {
    what: 'unknown',
    session,
    slow: 'private',
    placeOf: ({ visibility }) => visibility,
    reply: async () => unknownReply(session),
  });
}

function unknownReply({ locale, words }: Session): Reply {
  return problemReply(DISCORD_WORDS[locale].unknownCommand, words);
}

async function replyToCommand(interaction: UsedCommand, session: Session, bot: Bot): Promise<Reply> {
  if (interaction.isMessageContextMenuCommand()) {
    const command = bot.commands.find(
      (one): one is MessageCommand => one.kind === 'message' && one.name === interaction.commandName,
    );
    return command ? command.answer(wordsOf(interaction.targetMessage), session) : unknownReply(session);
  }
  const command = slashCommandOf(interaction.commandName, bot);
  if (!command) return unknownReply(session);
  const raw = Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, value]));
  const read = readOptions(command, raw, session.words);
  return 'problem' in read ? problemReply(read.problem, session.words) : command.answer(read.values, session);
}
