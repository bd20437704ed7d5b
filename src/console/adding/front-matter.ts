// Asks for what a source does not state.
import { EXAMPLES, flawIn } from '../../corpus/fields.ts';
import { NAMED_KEYS, type Named, type NamedKey, type NeededKey } from '../../intake/intake.ts';
import type { Result } from '../../result.ts';
import type { AddOptions } from '../arguments.ts';
import type { Person } from './person.ts';

/** How a person is asked for the keys that an article must have. */
const NEEDED = {
  title: 'Which title does it have?',
  publisher: 'Who published it?',
  lang: 'In which language is the text? A tag such as en, de, zh-Hans or pt-BR',
} as const satisfies Readonly<Record<NeededKey, string>>;

/** What is wrong with what the command line tells. */
export function flawInKnown(known: AddOptions['known']): string | undefined {
  for (const key of NAMED_KEYS) {
    const value = known[key];
    const flaw = value === undefined ? undefined : flawIn(key, value);
    if (flaw) return `--${key}: ${flaw}`;
  }
  return undefined;
}

/** Asks for what is missing; a problem where nobody can be asked, or nobody answers. */
export async function completed(
  named: Partial<Named>,
  missing: readonly NeededKey[],
  person: Person | undefined,
): Promise<Result<Named>> {
  const answers: Partial<Record<NamedKey, string>> = {};
  if (missing.length > 0 && !person) {
    const options = missing.map((key) => `--${key} ${exampleOf(key)}`).join(' ');
    return { problem: `The source does not state its ${listed(missing)}. Add ${options}` };
  }
  for (const key of missing) {
    const answer = await person?.askText(NEEDED[key], (value) => flawIn(key, value));
    if (answer === undefined) return { problem: 'Broken off; nothing was written.' };
    answers[key] = answer;
  }
  return { value: { ...named, ...answers } as Named };
}

/** A value as it would be typed in a shell. */
function exampleOf(key: NamedKey): string {
  const value = (EXAMPLES[key] ?? '').replace(/^\w+: /, '');
  return /^[\w-]+$/.test(value) ? value : `"${value}"`;
}

const NAMES = { title: 'title', publisher: 'publisher', lang: 'language' } as const;

function listed(keys: readonly NeededKey[]): string {
  const names = keys.map((key) => NAMES[key]);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
