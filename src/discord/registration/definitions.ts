// Describes the commands for Discord.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { BooleanOption, Choice, Command, StringOption } from '../../../commands/command.ts';
import type { AnyModerationCommand, ModerationOption } from '../../../commands/moderation.ts';
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

/** For whoever may manage the server, unless its administrators hand it to others; and for oneself in direct messages with the bot. */
const FOR_MODERATORS = {
  integration_types: EVERYWHERE.integration_types,
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};
const MANAGE_SERVER = String(PermissionFlagsBits.ManageGuild);

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

function moderationOptionOf(name: string, option: ModerationOption) {
  const described = {
    name,
    name_localizations: localizations(option.label),
    description: option.description['en-US'],
    description_localizations: localizations(option.description),
  };
  if (option.type === 'file') return { type: ApplicationCommandOptionType.Attachment as const, ...described };
  const { required, maxLength, complete } = option;
  return {
    type: ApplicationCommandOptionType.String as const,
    ...described,
    ...(required && { required }),
    ...(maxLength !== undefined && { max_length: maxLength }),
    ...(complete && { autocomplete: true as const }),
  };
}

function moderationDefinitionOf(command: AnyModerationCommand, scope: 'global' | 'guild'): Definition {
  const named = {
    name: command.name,
    name_localizations: localizations(command.label),
    default_member_permissions: MANAGE_SERVER,
    ...(scope === 'global' && FOR_MODERATORS),
  };
  if (command.kind === 'moderation message') return { type: ApplicationCommandType.Message, ...named };
  return {
    type: ApplicationCommandType.ChatInput,
    ...named,
    description: command.description['en-US'],
    description_localizations: localizations(command.description),
    options: Object.entries(command.subcommands).map(([name, { label, description, options }]) => ({
      type: ApplicationCommandOptionType.Subcommand as const,
      name,
      name_localizations: localizations(label),
      description: description['en-US'],
      description_localizations: localizations(description),
      options: Object.entries(options).map(([option, details]) => moderationOptionOf(option, details)),
    })),
  };
}

/**
 * The one list as Discord wants it. Where commands may be installed and used is told for global ones only: those of a
 * server belong to that server.
 */
export function definitionsOf(
  commands: readonly (Command | AnyModerationCommand)[],
  scope: 'global' | 'guild',
): Definition[] {
  return commands.map((command): Definition => {
    if (command.kind === 'moderation' || command.kind === 'moderation message')
      return moderationDefinitionOf(command, scope);
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
