// Rules for suggestions that Discord's schemas lack.
import type { Problem } from '../refusal.ts';
import type { Choice } from '../wire.ts';

/** The schemas allow a value as long as a text option's; Discord takes 100 characters from a suggestion. */
export function choiceValuesAreShort(choices: readonly (Choice | null)[]): Problem[] {
  return choices.flatMap((choice, index) =>
    typeof choice?.value === 'string' && (choice.value.length < 1 || choice.value.length > 100)
      ? [
          {
            path: ['choices', index, 'value'],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: 'Must be between 1 and 100 in length.',
          },
        ]
      : [],
  );
}

export function choicesAreGiven(choices: readonly (Choice | null)[]): Problem[] {
  return choices.flatMap((choice, index) =>
    choice === null
      ? [{ path: ['choices', index], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]
      : [],
  );
}

/** Two suggestions of one name cannot be told apart. */
export function choiceNamesAreUnique(choices: readonly (Choice | null)[]): Problem[] {
  const names = choices.map((choice) => choice?.name);
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [
          {
            path: ['choices', index, 'name'],
            code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE',
            message: 'Option choice names must be unique.',
          },
        ],
  );
}

export function choiceLocalesAreDiscords(
  choices: readonly (Choice | null)[],
  isLocale: (tag: string) => boolean,
): Problem[] {
  return choices.flatMap((choice, index) =>
    Object.keys(choice?.name_localizations ?? {})
      .filter((tag) => !isLocale(tag))
      .map((tag) => ({
        path: ['choices', index, 'name_localizations', tag],
        code: 'ENUM_TYPE_COERCE',
        message: `Value "${tag}" is not one of Discord's locales.`,
      })),
  );
}
