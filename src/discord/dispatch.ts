import type { Interaction } from 'discord.js';
import { answerCommand, answerUnknown } from './answer-command.ts';
import { answerPress } from './answer-press.ts';
import type { Bot } from './bot.ts';
import type { Answerable } from './delivery.ts';
import { reportFault } from './faults.ts';
import { suggest } from './suggest.ts';

/** Answers an interaction exactly once, whatever happens; never throws. */
export async function dispatch(interaction: Interaction, bot: Bot): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, bot);
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    return guarded(interaction, interaction.commandName, bot, () => answerCommand(interaction, bot));
  }
  if (interaction.isMessageComponent()) {
    return guarded(interaction, 'press', bot, () => answerPress(interaction, bot));
  }
  // Of a version that had other kinds of commands. Silence would look like a bot that hangs.
  if (interaction.isRepliable()) {
    return guarded(interaction, 'unknown', bot, () => answerUnknown(interaction, bot));
  }
}

async function guarded(
  interaction: Answerable,
  what: string,
  { log }: Bot,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await reportFault(error, interaction, what, log);
  }
}
