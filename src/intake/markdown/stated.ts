// What front matter says.
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Stated } from '../document.ts';

/** What the keys of front matter are called by those who write it: Jekyll, Hugo, Docusaurus, Astro, Pandoc, and Verbatim. */
const KEYS: readonly (readonly [keyof Stated, readonly string[]])[] = [
  ['title', ['title']],
  ['publisher', ['publisher', 'source', 'site', 'site_name', 'sitename', 'publication']],
  ['via', ['via']],
  [
    'published',
    [
      'published',
      'date',
      'publishdate',
      'publish_date',
      'published_at',
      'pubdate',
      'datepublished',
      'created',
      'created_at',
    ],
  ],
  [
    'url',
    ['url', 'canonical', 'canonical_url', 'canonicalurl', 'link', 'permalink', 'original_url', 'source_url'],
  ],
  ['lang', ['lang', 'language', 'locale']],
];

/** What front matter states, in YAML or TOML; what cannot be read of it states nothing. */
export function statedIn(matter: string, form: 'yaml' | 'toml'): Stated {
  const entries = form === 'yaml' ? yamlEntries(matter) : tomlEntries(matter);
  const stated: Partial<Record<keyof Stated, string>> = {};
  for (const [key, names] of KEYS) {
    for (const name of names) {
      const value = taken(key, entries.get(name)?.trim() ?? '');
      if (value === undefined) continue;
      stated[key] = value;
      break;
    }
  }
  return stated;
}

function taken(key: keyof Stated, value: string): string | undefined {
  if (value === '') return undefined;
  switch (key) {
    case 'published': {
      const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(value) ?? [];
      return day && (time ? `${day}T${time}` : day);
    }
    case 'url':
      return /^https?:\/\/\S+$/.test(value) ? value : undefined;
    case 'lang':
      return /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(value) ? value.replaceAll('_', '-') : undefined;
    // An address or a list of them is no name.
    case 'publisher':
    case 'via':
      return /^https?:|\n/.test(value) ? undefined : value;
    default:
      return value;
  }
}

function yamlEntries(matter: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const root = parseDocument(matter, { schema: 'failsafe', prettyErrors: false }).contents;
  if (!isMap(root)) return found;
  for (const { key, value } of root.items) {
    if (isScalar(key) && isScalar(value) && typeof value.value === 'string')
      found.set(String(key.value).toLowerCase(), value.value);
  }
  return found;
}

/** Lines `key = "value"` before the first table; a basic string's escapes are those of JSON, but for `\U` and `\e` (TOML 1.0). */
function tomlEntries(matter: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of matter.split('\n')) {
    if (line.startsWith('[')) break;
    const [, key, basic, literal, bare] =
      /^\s*["']?([\w-]+)["']?\s*=\s*(?:("(?:[^"\\]|\\.)*")|'([^']*)'|([^\s#"'[{]+))/.exec(line) ?? [];
    if (key === undefined) continue;
    found.set(key.toLowerCase(), basic === undefined ? (literal ?? bare ?? '') : unquoted(basic));
  }
  return found;
}

function unquoted(basic: string): string {
  try {
    return String(JSON.parse(basic));
  } catch {
    return basic.slice(1, -1);
  }
}
