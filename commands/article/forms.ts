// Forms that moderators fill in: a draft's details, a pasted text.
import type { Named, NamedKey } from '../../src/intake/intake.ts';
import { LIMITS } from '../../src/limits.ts';
import type { EditingWords } from '../../src/reply/editing-words.ts';
import type { Filled, Form, FormField } from '../../src/reply/form.ts';

/** UTF-16 units that front matter takes of each (`src/corpus/fields.ts`). */
const LONGEST: Readonly<Record<NamedKey, number>> = {
  title: 256,
  publisher: 100,
  via: 100,
  published: 100,
  lang: 100,
  url: LIMITS.url,
};

/** What every article must have, and what else may be told of it: a form has no room for both. */
export const DETAIL_KEYS = {
  details: ['title', 'publisher', 'lang'],
  origin: ['via', 'published', 'url'],
} as const satisfies Readonly<Record<string, readonly NamedKey[]>>;

function fieldFor(
  key: NamedKey,
  value: string | undefined,
  say: EditingWords,
  isRequired = false,
): FormField {
  const hint = say.hints[key];
  return {
    kind: 'line',
    id: key,
    label: say.labels[key],
    isRequired,
    maxLength: LONGEST[key],
    ...(hint && { description: hint }),
    ...(value && { value }),
  };
}

/** The details of a draft, as they are. */
export function detailsForm(
  which: keyof typeof DETAIL_KEYS,
  draft: string,
  details: Partial<Named>,
  say: EditingWords,
): Form {
  const isRequired = which === 'details';
  return {
    title: say.forms[which],
    submit: { verb: 'detailed', of: draft },
    fields: DETAIL_KEYS[which].map((key) => fieldFor(key, details[key], say, isRequired)),
  };
}

/** A text to be pasted; `replaces` is the key of the article that it takes the place of, whose details stay. */
export function pasteForm(replaces: string | undefined, say: EditingWords): Form {
  const text: FormField = {
    kind: 'paragraph',
    id: 'text',
    label: say.forms.text,
    isRequired: true,
    maxLength: LIMITS.form.text,
  };
  if (replaces !== undefined)
    return { title: say.forms.paste, submit: { verb: 'pasted', of: replaces }, fields: [text] };
  return {
    title: say.forms.paste,
    submit: { verb: 'pasted' },
    fields: [
      fieldFor('title', undefined, say, true),
      fieldFor('publisher', undefined, say, true),
      // The words tell it, where nobody does.
      fieldFor('lang', undefined, say),
      fieldFor('url', undefined, say),
      text,
    ],
  };
}

/** What was filled in under some keys; what was left empty is an empty text. */
export function toldIn(filled: Filled, keys: readonly NamedKey[]): Partial<Record<NamedKey, string>> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = filled[key];
      return typeof value === 'string' ? [[key, value.trim()]] : [];
    }),
  );
}
