// Logs what went wrong, and tells the reader.
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { WORDS } from '../../reply/words.ts';
import { passingReason, Refused, TooLate } from '../failures.ts';
import { faultId, type Log, shapeOf } from '../log.ts';
import { DISCORD_WORDS } from '../message/discord-words.ts';
import { notice } from '../message/notice.ts';
import { localeFor } from './bot.ts';
import type { Interaction } from './interaction.ts';
import type { Responder } from './responder.ts';

/** A composed reply whose quotations could not all be proved. The message says where, without a word of the text. */
export class Disproved extends Error {
  override readonly name = 'Disproved';
}

/** Too late for a first response or for a later one, answered already, or the reader dismissed what waited. */
const OVER: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownMessage,
];

/** The interaction is over: there is nobody to tell. */
function isOver(error: unknown): boolean {
  return error instanceof TooLate || (error instanceof Refused && OVER.includes(error.code));
}

/** A command's or component's name, for the log; a reader's words are in none. */
function nameOf(interaction: Interaction): string {
  return 'name' in interaction ? interaction.name : interaction.kind;
}

/**
 * Logs what went wrong under a short id and, where Discord can be reached, tells the reader of it, once and privately.
 * Never throws.
 */
export async function reportFault(
  error: unknown,
  interaction: Interaction,
  responder: Responder,
  log: Log,
): Promise<void> {
  const about = { what: nameOf(interaction), interaction: interaction.id };
  try {
    if (isOver(error)) {
      log.warn({ ...about, err: error }, 'The answer came too late or twice');
      return;
    }
    const reason = passingReason(error);
    if (reason !== undefined) {
      log.error({ ...about, fault: faultId(), err: error }, `An answer was given up: ${reason}`);
      return;
    }
    const fault = faultId();
    const isRefused =
      error instanceof Refused && error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType;
    const sent = isRefused ? { sent: shapeOf(error.sent) } : {};
    log.error({ fault, ...about, err: error, ...sent }, 'An answer failed');
    await tellReader(error, fault, interaction, responder);
  } catch (second) {
    log.warn({ ...about, err: second }, 'The reader could not be told');
  }
}

async function tellReader(
  error: unknown,
  fault: string,
  interaction: Interaction,
  responder: Responder,
): Promise<void> {
  const locale = localeFor(interaction);
  const words = WORDS[locale];
  const text =
    error instanceof Disproved ? DISCORD_WORDS[locale].disproved(fault) : words.problems.fault(fault);
  const components = notice(words.problems.heading, text);
  switch (responder.stage) {
    case 'open':
      // Nobody reads on while suggestions are looked for.
      return interaction.kind === 'suggestion'
        ? responder.suggest([])
        : responder.reply(components, 'private');
    case 'announced':
      return responder.complete(components);
    case 'kept':
      return responder.whisper(components);
    case 'answered':
      return;
  }
}
