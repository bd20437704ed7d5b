// Rules for options of commands.
import type { Problem } from '../refusal.ts';
import type { CommandBody, CommandOption } from '../wire.ts';

export interface PlacedOption {
  readonly option: CommandOption;
  readonly path: readonly (string | number)[];
}

const isGroup = ({ type }: CommandOption) => type === 1 || type === 2;

/** Every option of a command, nested ones after the one that holds them. */
export function optionsOf(
  options: CommandBody['options'],
  above: readonly (string | number)[] = [],
): PlacedOption[] {
  return (options ?? []).flatMap((option, index) => {
    const path = [...above, 'options', index];
    return [{ option, path }, ...optionsOf(option.options, path)];
  });
}

export function requiredOptionsComeFirst(command: CommandBody): Problem[] {
  const lists = [
    { options: command.options ?? [], path: [] as readonly (string | number)[] },
    ...optionsOf(command.options).map(({ option, path }) => ({ options: option.options ?? [], path })),
  ];
  return lists.flatMap(({ options, path }) =>
    options.flatMap((option, index) =>
      option.required && options.slice(0, index).some((earlier) => !isGroup(earlier) && !earlier.required)
        ? [
            {
              path: [...path, 'options', index],
              code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              message: 'Required options must be placed before non-required options',
            },
          ]
        : [],
    ),
  );
}

/** In any one language, no two options of a command are called the same; an option without a translation keeps its name. */
export function optionNamesAreUnique(command: CommandBody): Problem[] {
  const options = command.options ?? [];
  const tags = new Set(options.flatMap((option) => Object.keys(option.name_localizations ?? {})));
  return [undefined, ...tags].flatMap((tag) => {
    const names = options.map((option) => (tag && option.name_localizations?.[tag]) || option.name);
    return names.flatMap((name, index) =>
      names.indexOf(name) === index
        ? []
        : [
            {
              path: ['options', index, ...(tag ? ['name_localizations', tag] : ['name'])],
              code: 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
              message: `Option name “${name}” is already used`,
            },
          ],
    );
  });
}

export function choicesOrAutocomplete(command: CommandBody): Problem[] {
  return optionsOf(command.options).flatMap(({ option, path }) => {
    const choices = option.choices ?? [];
    const names = choices.map(({ name }) => name);
    return [
      ...(option.autocomplete && choices.length > 0
        ? [
            {
              path: [...path, 'autocomplete'],
              code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
              message: 'Autocomplete and choices are mutually exclusive',
            },
          ]
        : []),
      ...names.flatMap((name, index) =>
        names.indexOf(name) === index
          ? []
          : [
              {
                path: [...path, 'choices', index, 'name'],
                code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE',
                message: 'Option choice names must be unique.',
              },
            ],
      ),
    ];
  });
}

export function lengthsAgree(command: CommandBody): Problem[] {
  return optionsOf(command.options)
    .filter(({ option }) => (option.min_length ?? 0) > (option.max_length ?? 6_000))
    .map(({ path }) => ({
      path: [...path, 'min_length'],
      code: 'APPLICATION_COMMAND_OPTIONS_LENGTH_INVALID',
      message: 'min_length is above max_length.',
    }));
}
