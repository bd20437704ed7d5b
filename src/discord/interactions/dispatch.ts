// Answers every interaction exactly once.
import { isEditId } from '../message/edit-id.ts';
import { answerCommand, answerUnknown } from './answer-command.ts';
import { answerEdit } from './answer-editing.ts';
import { answerPress } from './answer-press.ts';
import type { Bot } from './bot.ts';
import { reportFault } from './faults.ts';
import type { Interaction } from './interaction.ts';
import type { Responder } from './responder.ts';
import { suggest } from './suggestions.ts';

/** Answers an interaction exactly once, whatever happens; never throws. */
export async function dispatch(interaction: Interaction, responder: Responder, bot: Bot): Promise<void> {
  try {
    await answerTo(interaction, responder, bot);
  } catch (error) {
    await reportFault(error, interaction, responder, bot.log);
  }
}

function answerTo(interaction: Interaction, responder: Responder, bot: Bot): Promise<void> {
  switch (interaction.kind) {
    case 'slash':
    case 'message':
      return answerCommand(interaction, responder, bot);
    case 'press':
      return isEditId(interaction.customId)
        ? answerEdit(interaction, responder, bot)
        : answerPress(interaction, responder, bot);
    case 'form':
      return isEditId(interaction.customId)
        ? answerEdit(interaction, responder, bot)
        : answerUnknown(interaction, responder, bot);
    case 'suggestion':
      return suggest(interaction, responder, bot);
    case 'ping':
      return responder.pong();
    case 'unknown':
      // Of a version that had other kinds of commands. Silence would look like a bot that hangs.
      return answerUnknown(interaction, responder, bot);
  }
}
