// Turns a form into a modal.
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { LIMITS } from '../../limits.ts';
import type { Form, FormField } from '../../reply/form.ts';
import type { Locale } from '../../reply/locale.ts';
import { shorten } from '../../reply/shorten.ts';
import { editIdOf } from './edit-id.ts';

const { form: MOST, choices: CHOICES } = LIMITS;

/** A form as Discord's modal. Its texts are shown as they are: nothing in a modal is Markdown but text displays, and there are none. */
export function modalOf(
  { title, submit, fields }: Form,
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: editIdOf(submit, locale),
    title: shorten(title, MOST.title),
    components: fields.slice(0, MOST.fields).map(labelOf),
  };
}

function labelOf(field: FormField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: shorten(field.label, MOST.label),
    ...(field.description && { description: shorten(field.description, MOST.description) }),
    component: componentOf(field),
  };
}

function componentOf(field: FormField): APILabelComponent['component'] {
  const { id: custom_id, isRequired: required } = field;
  if (field.kind === 'choice') {
    const options = field.options.slice(0, CHOICES.most).map(({ label, description, value }) => ({
      label: shorten(label, CHOICES.longest),
      value,
      ...(description && { description: shorten(description, CHOICES.longest) }),
    }));
    const min_values = required ? 1 : 0;
    return {
      type: ComponentType.StringSelect,
      custom_id,
      required,
      min_values,
      max_values: options.length,
      options,
    };
  }
  const { kind, value, maxLength, placeholder } = field;
  return {
    type: ComponentType.TextInput,
    custom_id,
    style: kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
    required,
    max_length: Math.min(maxLength, MOST.text),
    ...(value && { value: value.slice(0, maxLength) }),
    ...(placeholder && { placeholder: shorten(placeholder, CHOICES.longest) }),
  };
}
