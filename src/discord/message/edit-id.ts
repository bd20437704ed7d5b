// Writes and reads the ids of moderators' components.
import type { Edit } from '../../reply/edit.ts';
import { EDITS, isEditVerb } from '../../reply/edit.ts';
import { LOCALES, type Locale } from '../../reply/locale.ts';

/**
 * The whole memory of a button, a menu's option or a form of whoever moderates a library: `e1:entry:en-US:9f3c…:2` is scheme 1, the verb, the
 * language, what it is about and which of it. It names nothing that another scope could be asked for: names are looked up in the scope of whoever acts.
 */
const SCHEME = 'e1';

const ID = new RegExp(`^${SCHEME}:([a-z]+):([A-Za-z-]+):([a-z0-9]{0,20}):([0-9a-z]{0,6})$`);

export function editIdOf({ verb, of = '', at = 0 }: Edit, locale: Locale): string {
  return [SCHEME, verb, locale, of, at === 0 ? '' : at.toString(36)].join(':');
}

/** Whether an id is one of these, whatever it says. */
export const isEditId = (customId: string) => /^e\d+:/.test(customId);

/** Reads a component's or form's id as the untrusted input it is; undefined where it says nothing that is known. */
export function readEditId(
  customId: string,
  from: 'press' | 'form',
): { readonly edit: Edit; readonly locale: Locale } | undefined {
  const [, verb = '', tag, of = '', digits = ''] = ID.exec(customId) ?? [];
  const locale = LOCALES.find((one) => one === tag);
  if (!locale || !isEditVerb(verb) || 'isForm' in EDITS[verb] !== (from === 'form')) return undefined;
  const at = digits === '' ? 0 : Number.parseInt(digits, 36);
  return { edit: { verb, ...(of !== '' && { of }), ...(at > 0 && { at }) }, locale };
}
