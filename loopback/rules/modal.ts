// Rules for modals that Discord's schemas lack.
import type { Problem } from '../refusal.ts';
import { COMPONENT, type Component, type Modal } from '../wire.ts';

/** Each field, with where it stands. */
const fieldsOf = ({ components }: Modal) =>
  components.flatMap((label, at) =>
    label.component ? [{ field: label.component, path: ['components', at, 'component'] }] : [],
  );

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export function atMostFiveFields({ components }: Modal): Problem[] {
  return components.length <= 5
    ? []
    : [{ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' }];
}

export function fieldIdsAreUnique(modal: Modal): Problem[] {
  const ids = fieldsOf(modal).map(({ field }) => field.custom_id);
  return fieldsOf(modal).flatMap(({ field, path }, at) =>
    ids.indexOf(field.custom_id) === at
      ? []
      : [
          {
            path,
            code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
            message: 'Component custom id cannot be duplicated',
          },
        ],
  );
}

/** A text input within a label has no label of its own, and outside of one it needs an action row, which is no longer made. */
export function labelsStandAround(modal: Modal): Problem[] {
  const inside = fieldsOf(modal)
    .filter(({ field }) => field.type === COMPONENT.textInput && field.label)
    .map(({ path }) => ({ path, code: 'COMPONENT_LABEL_FORBIDDEN', message: 'The label has it.' }));
  const bare = modal.components.flatMap(({ type }, at) =>
    type === COMPONENT.label || type === COMPONENT.textDisplay
      ? []
      : [{ path: ['components', at], code: 'UNION_TYPE_CHOICES', message: 'Fields stand in labels.' }],
  );
  return [...inside, ...bare];
}

/** What stands in a field at first is one that could have been typed there. */
export function textsFitTheirLength(modal: Modal): Problem[] {
  return fieldsOf(modal).flatMap(({ field, path }) => {
    const { value, min_length, max_length } = field;
    if (value === undefined || value === null || value === '') return [];
    const fits = value.length <= (max_length ?? 4000) && value.length >= (min_length ?? 0);
    return fits ? [] : [{ path, code: 'BASE_TYPE_BAD_LENGTH', message: 'The value does not fit.' }];
  });
}

/** As many can be chosen as there are, and no value is offered twice. */
export function choicesFit(modal: Modal): Problem[] {
  return fieldsOf(modal).flatMap(({ field, path }) => {
    if (field.type !== COMPONENT.stringSelect) return [];
    const values = (field.options ?? []).map(({ value }) => value);
    const isTwice = new Set(values).size < values.length;
    const isTooMuch =
      (field.max_values ?? 1) > values.length || (field.min_values ?? 1) > (field.max_values ?? 1);
    const isUnmeant = field.required === false && (field.min_values ?? 1) > 0;
    return [
      ...(isTwice
        ? [{ path, code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message: 'A value is offered twice.' }]
        : []),
      ...(isTooMuch || isUnmeant
        ? [{ path, code: 'SELECT_COMPONENT_BAD_COUNT', message: 'The counts do not fit the options.' }]
        : []),
    ];
  });
}

/** Why a reader could not send this as what was filled in; undefined where they could. */
export function unfillable(
  field: Component,
  filled: string | readonly string[] | undefined,
): string | undefined {
  const name = field.custom_id ?? '';
  if (field.type === COMPONENT.stringSelect) {
    const chosen = typeof filled === 'string' ? [filled] : (filled ?? []);
    const foreign = chosen.find((value) => !field.options?.some((option) => option.value === value));
    if (foreign !== undefined) return `The field “${name}” has no option “${foreign}”.`;
    const least = field.required === false && chosen.length === 0 ? 0 : (field.min_values ?? 1);
    return chosen.length < least || chosen.length > (field.max_values ?? 1)
      ? `Of the field “${name}”, ${chosen.length} cannot be chosen.`
      : undefined;
  }
  const text = typeof filled === 'string' ? filled : '';
  if (text === '' && field.required !== false) return `The field “${name}” must be filled in.`;
  return text.length > (field.max_length ?? 4000)
    ? `The field “${name}” takes no such long text.`
    : undefined;
}
