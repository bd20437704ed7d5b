import { EXAMPLES, fields } from '../../corpus/fields.ts';
import type { Matter, Stated } from '../../intake/intake.ts';
import type { Result } from '../../result.ts';
import type { AddOptions } from '../arguments.ts';
import type { Person } from './person.ts';

/** What a source states and whoever adds it tells: the keys that an article is known by. */
export type Named = Pick<Matter, 'title' | 'publisher' | 'via' | 'published' | 'url' | 'lang'>;

/** Keys that an article must have, and how a person is asked for them. */
const NEEDED = {
  title: 'Which title does it have?',
  publisher: 'Who published it?',
  lang: 'In which language is the text? A tag such as en, de, zh-Hans or pt-BR',
} as const;

const KEYS = ['title', 'publisher', 'via', 'published', 'url', 'lang'] as const;
type Key = (typeof KEYS)[number];

/** What is wrong with a value of front matter, as a sentence. */
export function flawIn(key: Key, value: string): string | undefined {
  const read = fields.shape[key].safeParse(value);
  return read.success ? undefined : read.error.issues[0]?.message;
}

/** What is wrong with what the command line tells. */
export function flawInKnown(known: AddOptions['known']): string | undefined {
  for (const key of KEYS) {
    const value = known[key];
    const flaw = value === undefined ? undefined : flawIn(key, value);
    if (flaw) return `--${key}: ${flaw}`;
  }
  return undefined;
}

/**
 * What an article will be known by: what is told counts more than what the source states, and what front matter does not take of that is
 * left out. `missing` are the keys that neither has.
 */
export function namedBy(
  stated: Stated,
  known: AddOptions['known'],
): { readonly named: Partial<Named>; readonly missing: readonly (keyof typeof NEEDED)[] } {
  const named: Partial<Record<Key, string>> = {};
  for (const key of KEYS) {
    const value = known[key] ?? stated[key];
    if (value !== undefined && flawIn(key, value) === undefined) named[key] = value;
  }
  const missing = (Object.keys(NEEDED) as (keyof typeof NEEDED)[]).filter((key) => named[key] === undefined);
  return { named, missing };
}

/** Asks for what is missing; a problem where nobody can be asked, or nobody answers. */
export async function completed(
  named: Partial<Named>,
  missing: readonly (keyof typeof NEEDED)[],
  person: Person | undefined,
): Promise<Result<Named>> {
  const answers: Partial<Record<Key, string>> = {};
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
function exampleOf(key: Key): string {
  const value = (EXAMPLES[key] ?? '').replace(/^\w+: /, '');
  return /^[\w-]+$/.test(value) ? value : `"${value}"`;
}

const NAMES = { title: 'title', publisher: 'publisher', lang: 'language' } as const;

function listed(keys: readonly (keyof typeof NEEDED)[]): string {
  const names = keys.map((key) => NAMES[key]);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
