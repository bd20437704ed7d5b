// Rules for commands that Discord's schemas lack.
import type { Problem } from '../refusal.ts';
import type { CommandBody } from '../wire.ts';
import { optionsOf } from './option.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
export const MAX_COMMAND_CHARACTERS = 8_000;
const MOST = { 1: 100, 2: 15, 3: 15 } as const;

type Localizations = Readonly<Record<string, string>> | null | undefined;

const isSlash = (command: CommandBody) => (command.type ?? 1) === 1;

/** Names of slash commands and of options; those of message and user commands may hold spaces and capitals. */
export function namesFollowThePattern(command: CommandBody): Problem[] {
  const named = [
    ...(isSlash(command) ? [{ option: command, path: [] as (string | number)[] }] : []),
    ...optionsOf(command.options),
  ];
  return named.flatMap(({ option, path }) =>
    [
      { name: option.name, at: ['name'] },
      ...Object.entries(option.name_localizations ?? {}).map(([tag, name]) => ({
        name,
        at: ['name_localizations', tag],
      })),
    ]
      .filter(({ name }) => !NAME.test(name) || name !== name.toLowerCase())
      .map(({ name, at }) => ({
        path: [...path, ...at],
        code: 'APPLICATION_COMMAND_INVALID_NAME',
        message: `Command name is invalid: “${name}”`,
      })),
  );
}

/** A slash command says what it does; a message or user command has no room to. */
export function descriptionFitsTheType(command: CommandBody): Problem[] {
  const described = (command.description ?? '') !== '';
  const localized = Object.keys(command.description_localizations ?? {}).length > 0;
  if (isSlash(command)) {
    return described
      ? []
      : [{ path: ['description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  }
  return described || localized
    ? [
        {
          path: ['description'],
          code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
          message: 'Context menu commands cannot have description',
        },
      ]
    : [];
}

export function onlySlashCommandsHaveOptions(command: CommandBody): Problem[] {
  if (isSlash(command) || (command.options ?? []).length === 0) return [];
  return [
    {
      path: ['options'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID',
      message: 'Context menu commands cannot have options',
    },
  ];
}

/** Keys of every `…_localizations`, choices among them. */
export function localesAreDiscords(command: CommandBody, isLocale: (tag: string) => boolean): Problem[] {
  const localized = [
    { item: command, path: [] as readonly (string | number)[] },
    ...optionsOf(command.options).flatMap(({ option, path }) => [
      { item: option, path },
      ...(option.choices ?? []).map((choice, index) => ({
        item: { ...choice, description_localizations: null },
        path: [...path, 'choices', index],
      })),
    ]),
  ];
  return localized.flatMap(({ item, path }) =>
    (['name_localizations', 'description_localizations'] as const).flatMap((field) =>
      Object.keys(item[field] ?? {})
        .filter((tag) => !isLocale(tag))
        .map((tag) => ({
          path: [...path, field, tag],
          code: 'ENUM_TYPE_COERCE',
          message: `Value "${tag}" is not one of Discord's locales.`,
        })),
    ),
  );
}

const longest = (text: string | null | undefined, localizations: Localizations) =>
  Math.max(text?.length ?? 0, ...Object.values(localizations ?? {}).map(({ length }) => length));

/** Names, descriptions and choice values together; of translations the longest counts. */
export function atMostEightThousandCharacters(command: CommandBody): Problem[] {
  const described = [command, ...optionsOf(command.options).map(({ option }) => option)];
  const choices = optionsOf(command.options).flatMap(({ option }) => option.choices ?? []);
  const total =
    described
      .map(
        (item) =>
          longest(item.name, item.name_localizations) +
          longest(item.description, item.description_localizations),
      )
      .reduce((sum, length) => sum + length, 0) +
    choices
      .map((choice) => longest(choice.name, choice.name_localizations) + String(choice.value).length)
      .reduce((sum, length) => sum + length, 0);
  if (total <= MAX_COMMAND_CHARACTERS) return [];
  return [
    {
      path: [],
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `The command holds ${total} characters, more than ${MAX_COMMAND_CHARACTERS}.`,
    },
  ];
}

/** Where it can be installed and used: each place named once. */
export function placesAreNamedOnce(command: CommandBody): Problem[] {
  return (['integration_types', 'contexts'] as const).flatMap((field) => {
    const places = command[field] ?? [];
    return new Set(places).size === places.length
      ? []
      : [{ path: [field], code: 'SET_TYPE_CONTAINS_DUPLICATES', message: 'Must not repeat.' }];
  });
}

/** A private channel is reached by an app that its reader installed for herself. */
export function privateChannelsNeedUserInstall(command: CommandBody): Problem[] {
  if (!command.contexts?.includes(2) || command.integration_types?.includes(1)) return [];
  return [
    {
      path: ['contexts'],
      code: 'APPLICATION_COMMAND_CONTEXTS_INVALID',
      message: 'PRIVATE_CHANNEL (2) needs USER_INSTALL (1) among integration_types.',
    },
  ];
}

/** A whole list: names are unique among commands of a type, and there are only so many of each. */
export function commandListFits(commands: readonly CommandBody[]): Problem[] {
  const names = commands.map(({ type, name }) => `${type ?? 1} ${name}`);
  const repeated = names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            path: [index, 'name'],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: 'Application command names must be unique',
          },
        ],
  );
  const crowded = ([1, 2, 3] as const)
    .filter((type) => commands.filter((command) => (command.type ?? 1) === type).length > MOST[type])
    .map((type) => ({
      path: [],
      code: 'MAX_APPLICATION_COMMANDS',
      message: `At most ${MOST[type]} commands of type ${type}.`,
    }));
  return [...repeated, ...crowded];
}
