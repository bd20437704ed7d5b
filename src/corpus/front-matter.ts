import Fuse from 'fuse.js';
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { quoted, unseenInValue } from './characters.ts';

/** What the front matter of an article file says. */
export interface FrontMatter {
  readonly title: string;
  readonly publisher: string;
  readonly via?: string;
  readonly published?: string;
  readonly url?: string;
  readonly lang: string;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** Something wrong at a line of the front matter, counted from 1 at its first line. */
export interface Flaw {
  readonly line: number;
  readonly message: string;
}

/** Where an alias's name stands in the front matter. */
export type LineOf = (...path: readonly string[]) => number;

/** In UTF-16 units; long enough for any headline, short enough for a line under a quotation. */
const LONGEST_TITLE = 256;
const LONGEST_NAME = 100;
/** Discord's limit for the address of a link button. */
const LONGEST_URL = 512;

const EXAMPLES: Readonly<Record<string, string>> = {
  title: 'title: Storm over the Bay',
  publisher: 'publisher: The Daily',
  via: 'via: Newswire',
  published: 'published: 2025-11-16',
  url: 'url: https://example.org/storm',
  lang: 'lang: en',
  aliases: 'aliases: { The Daily: [Daily, 日报] }',
};

function text(key: string, most: number) {
  const example = EXAMPLES[key];
  return z
    .string({
      error: ({ input }) =>
        input === undefined
          ? `"${key}" is missing. Add a line such as "${example}".`
          : input === null
            ? `"${key}" is empty. Write a value after it, such as "${example}".`
            : `"${key}" must be text. Put its value in quotation marks.`,
    })
    .superRefine((value, context) => {
      const unseen = unseenInValue(value);
      const message =
        value.trim() === ''
          ? `"${key}" is empty. Write a value after it, such as "${example}".`
          : unseen
            ? `"${key}" holds ${unseen}, which a reader cannot see. Delete it.`
            : value.length > most
              ? `"${key}" has ${value.length} characters. Shorten it to ${most} at most.`
              : undefined;
      if (message) context.addIssue({ code: 'custom', message });
    })
    .transform((value) => value.trim());
}

const name = text('aliases', LONGEST_NAME);

const lang = text('lang', LONGEST_NAME).transform((tag, context) => {
  const canonical = canonicalLanguage(tag);
  if (canonical) return canonical;
  context.addIssue({
    code: 'custom',
    message: `"lang" is ${quoted(tag)}, which names no language. Write a tag such as "en", "zh-Hans" or "pt-BR".`,
  });
  return z.NEVER;
});

const published = text('published', LONGEST_NAME).pipe(
  z.union([z.iso.date(), z.iso.datetime({ local: true, offset: true })], {
    error: ({ input }) =>
      `"published" is ${quoted(String(input))}, which is no date. Write it as 2025-11-16 or 2025-11-16T09:05.`,
  }),
);

const url = text('url', Number.POSITIVE_INFINITY).superRefine((address, context) => {
  const message = !isWebAddress(address)
    ? `"url" is ${quoted(address)}, which is no web address. Write one that begins with https:// or http://.`
    : new URL(address).href.length > LONGEST_URL
      ? `"url" has ${new URL(address).href.length} characters. Find an address of ${LONGEST_URL} at most.`
      : undefined;
  if (message) context.addIssue({ code: 'custom', message });
});

const aliases = z
  .record(
    z.string(),
    z
      .array(name, { error: () => 'Write the other names as a list, such as [千问, 通义千问].' })
      .min(1, { error: 'The list of other names is empty. Fill it or delete the line.' }),
    { error: () => `"aliases" must give names and their other names. Write it as ${EXAMPLES.aliases}.` },
  )
  .transform((record) => new Map(Object.entries(record)));

const schema = z.strictObject({
  title: text('title', LONGEST_TITLE),
  publisher: text('publisher', LONGEST_NAME),
  via: text('via', LONGEST_NAME).optional(),
  published: published.optional(),
  url: url.optional(),
  lang,
  aliases: aliases.optional(),
});

const KEYS = Object.keys(schema.shape);
const spelling = new Fuse(KEYS, { threshold: 0.4 });

/** Reads front matter without its `---` lines. Returns what it says, or everything that is wrong with it. */
export function readFrontMatter(
  yaml: string,
): { matter: FrontMatter; lineOf: LineOf } | { flaws: readonly Flaw[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const broken = document.errors.map(({ pos, code, message }) => ({
    line: at(pos[0]),
    message: yamlMessage(code, message),
  }));
  if (broken.length > 0) return { flaws: broken };

  const root = document.contents;
  if (root !== null && !isMap(root) && !(isScalar(root) && root.value === null)) {
    return {
      flaws: [
        {
          line: 1,
          message: `The front matter is not a list of keys. Write lines such as "${EXAMPLES.title}".`,
        },
      ],
    };
  }
  const lineOf: LineOf = (...path) => {
    let node: unknown = root;
    let offset = 0;
    for (const key of path) {
      const pair = isMap(node) ? pairOf(node, key) : undefined;
      if (!pair) break;
      offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    }
    return at(offset);
  };
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch {
    return { flaws: [{ line: 1, message: 'A YAML alias ("*name") leads nowhere. Write the value out.' }] };
  }
  const read = schema.safeParse(plain);
  if (read.success) {
    const { aliases = new Map(), ...rest } = read.data;
    return { matter: { ...withoutUndefined(rest), aliases }, lineOf };
  }
  return { flaws: read.error.issues.flatMap((issue) => flawsOf(issue, lineOf)) };
}

function flawsOf(issue: z.core.$ZodIssue, lineOf: LineOf): Flaw[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ line: lineOf(key), message: unknownKey(key) }));
  }
  const [key, of] = path;
  const about = key === 'aliases' && of !== undefined ? `"aliases" of ${quoted(of)}: ` : '';
  return [{ line: lineOf(...path.slice(0, 2)), message: about + issue.message }];
}

function unknownKey(key: string): string {
  const [nearest] = spelling.search(key);
  const mend = nearest ? `Did you mean "${nearest.item}"?` : `Delete it; known are ${KEYS.join(', ')}.`;
  return `${quoted(key)} is not a key of an article. ${mend}`;
}

function pairOf(map: YAMLMap, key: string) {
  return map.items.find((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === key);
}

/** The tag in its usual spelling (`zh-tw` → `zh-TW`); undefined where it is none, or names no language there is. */
function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag);
    const { language } = new Intl.Locale(canonical);
    // `english` is well formed but reserved; `cn` and `jp` are countries. Not every three-letter code has a name here.
    const isNamed =
      new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
    return isNamed || language.length === 3 ? canonical : undefined;
  } catch {
    return undefined;
  }
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address);
}

function yamlMessage(code: string, message: string): string {
  const [first = ''] = message.split('\n');
  if (code === 'DUPLICATE_KEY')
    return 'This key stands here for the second time. Delete one of the two lines.';
  return `This is not valid YAML: ${first.replace(/\.?$/, '.')} A value with ": ", " #" or quotation marks in it needs quotation marks around it.`;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}
