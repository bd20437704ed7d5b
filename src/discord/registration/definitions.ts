import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { BooleanOption, Choice, Command, StringOption } from '../../../commands/command.ts';
import type { Localized } from '../../reply/locale.ts';

/** One command as Discord is told of it. */
export type Definition = RESTPutAPIApplicationCommandsJSONBody[number];

const localizations = (text: Localized): LocalizationMap => ({ ...text });

/** Installed by a server or by one person, used in servers, in direct messages with the bot and in all others. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

function choiceOf({ name, value }: Choice) {
  return typeof name === 'string'
    ? { name, value }
    : { name: name['en-US'], name_localizations: localizations(name), value };
}

function optionOf(name: string, option: StringOption | BooleanOption) {
  const described = {
    name,
    description: option.description['en-US'],
    description_localizations: localizations(option.description),
    ...(option.required && { required: true }),
  };
  if (option.type === 'boolean') return { type: ApplicationCommandOptionType.Boolean as const, ...described };
  return {
    type: ApplicationCommandOptionType.String as const,
    ...described,
    ...(option.maxLength !== undefined && { max_length: option.maxLength }),
    // Discord takes choices or suggestions, never both.
    ...(option.choices
      ? { choices: option.choices.map(choiceOf) }
      : option.complete && { autocomplete: true as const }),
  };
}

/**
 * The one list as Discord wants it. Where commands may be installed and used is told for global ones only: those of a
 * server belong to that server.
 */
export function definitionsOf(commands: readonly Command[], scope: 'global' | 'guild'): Definition[] {
  return commands.map((command): Definition => {
    const named = {
      name: command.name,
      name_localizations: localizations(command.label),
      ...(scope === 'global' && EVERYWHERE),
    };
    if (command.kind === 'message') return { type: ApplicationCommandType.Message, ...named };
    return {
      type: ApplicationCommandType.ChatInput,
      ...named,
      description: command.description['en-US'],
      description_localizations: localizations(command.description),
      options: Object.entries(command.options).map(([name, option]) => optionOf(name, option)),
    };
  });
}
