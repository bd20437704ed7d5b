// The keys that name an article.
import { flawIn } from '../corpus/fields.ts';
import type { Matter } from './article-file.ts';

/** What a source states and whoever adds it tells: the keys that an article is known by. */
export type Named = Pick<Matter, 'title' | 'publisher' | 'via' | 'published' | 'url' | 'lang'>;

/** The keys of `Named`, in the order of front matter. */
export const NAMED_KEYS = ['title', 'publisher', 'via', 'published', 'url', 'lang'] as const;
export type NamedKey = (typeof NAMED_KEYS)[number];

/** Keys that an article must have. */
export const NEEDED_KEYS = ['title', 'publisher', 'lang'] as const satisfies readonly NamedKey[];
export type NeededKey = (typeof NEEDED_KEYS)[number];

/**
 * What an article will be known by: what is told counts more than what the source states, and what front matter does not take of that is
 * left out. `missing` are the keys that neither has.
 */
export function namedBy(
  stated: Readonly<Partial<Record<NamedKey, string | undefined>>>,
  known: Readonly<Partial<Record<NamedKey, string>>>,
): { readonly named: Partial<Named>; readonly missing: readonly NeededKey[] } {
  const named: Partial<Record<NamedKey, string>> = {};
  for (const key of NAMED_KEYS) {
    const value = known[key] ?? stated[key];
    if (value !== undefined && flawIn(key, value) === undefined) named[key] = value;
  }
  return { named, missing: NEEDED_KEYS.filter((key) => named[key] === undefined) };
}
