// Reads the command line.
import { parseArgs } from 'node:util';
import { isLength } from '../../commands/summary-controls.ts';
import { visible } from '../corpus/characters.ts';
import type { SummaryLength } from '../reply/action.ts';
import { LOCALE_OPTIONS, type Locale, localeOf } from '../reply/locale.ts';
import { MOST_PASSAGES } from './json.ts';
import { readStore, type StoreTask } from './storing/read-store.ts';

export type { StoreTask };

/** What `--help` prints. */
export const USAGE = `Verbatim answers questions about articles in the articles' own words.

  npm start                          in Discord if DISCORD_TOKEN is set, else here in the terminal
  npm start -- --http                in Discord over HTTP: it listens on PORT, and Discord sends interactions there
  npm run -s ask -- "A question"     one answer; without a question, one for each line of standard input
  npm run -s summary                 sentences that represent each article
  npm run add -- SOURCE…             turns web pages, files (.html .md .txt .pdf .docx .epub) and feeds into articles; - is standard input
  npm run add -- --refresh [ID…]     checks whether the sources of articles have changed
  npm run -s corpus                  the articles with their sections and numbered sentences
  npm run -s register                tells Discord which commands there are
  npm run -s store -- WHAT           the database of servers' and people's own articles: check, list, remove SCOPE/ID, block SCOPE,
                                     unblock SCOPE, backup FILE, move TO (a folder or a postgres:// address)
  npm run -s pages -- DIR            writes a page for each passage, and for each article that may be republished, to be served as files

  --corpus DIR      the folder that holds the articles (default: CORPUS_DIR, else corpus)
  --locale TAG      the language of the interface: ${LOCALE_OPTIONS.slice(0, -1).join(', ')} or ${LOCALE_OPTIONS.at(-1)}
  --json            ask, summary, add: one JSON object on one line for each question, article or source
  --article ID      ask, summary: only this article
  --length LENGTH   summary: short, medium or long (default: medium)
  --limit N         ask: passages at most, 1 to ${MOST_PASSAGES} (default: 3)
  --quiet           corpus: one line with totals
  --words ARTICLE   corpus: other words that readers may type for its most telling ones, to choose aliases from
  --fix ID          corpus: read an article as Markdown, and leave out its links, HTML and invisible characters
  --title, --publisher, --lang, --via, --published, --url, --id
                    add: what the source does not state, or what you know better
  --entry N         add: only this entry of a feed; repeat as often as you like
  --yes             add, corpus --fix: write without asking
  --replace         add: show how an existing article would change, and overwrite it
  --permitted       add: take in what its publisher reserves, because you have permission
  --allow-private   add: fetch from your own network, too
  --dry-run         add, register: print what would change, and write nothing
  --clear           register: remove every command
  --help, --version

Options go after two dashes, which end npm's own: npm run -s ask -- --json "A question"`;

/** What the program is started for. */
export type Invocation =
  | { readonly program: 'help' | 'version' }
  | { readonly program: 'start'; readonly folder: string; readonly locale: Locale; readonly http: boolean }
  | {
      readonly program: 'ask';
      readonly folder: string;
      readonly locale: Locale;
      readonly json: boolean;
      readonly article: string | undefined;
      readonly limit: number | undefined;
      /** Left out where the questions come from standard input. */
      readonly question: string | undefined;
    }
  | {
      readonly program: 'summary';
      readonly folder: string;
      readonly locale: Locale;
      readonly json: boolean;
      readonly article: string | undefined;
      readonly length: SummaryLength;
    }
  | {
      readonly program: 'corpus';
      readonly folder: string;
      readonly quiet: boolean;
      readonly words: string | undefined;
    }
  | {
      readonly program: 'fix';
      readonly folder: string;
      /** All articles that need it, where none is named. */
      readonly id: string | undefined;
      readonly yes: boolean;
    }
  | ({ readonly program: 'add'; readonly sources: readonly string[] } & AddOptions)
  | ({ readonly program: 'refresh'; readonly ids: readonly string[] } & AddOptions)
  | {
      readonly program: 'pages';
      readonly folder: string;
      /** The folder that is written. */
      readonly into: string;
      /** Of all pages; each article's own where it is left out. */
      readonly locale: Locale | undefined;
    }
  | { readonly program: 'store'; readonly task: StoreTask }
  | { readonly program: 'register'; readonly dryRun: boolean; readonly clear: boolean };

/** What `add` is told beside its sources. */
export interface AddOptions {
  readonly folder: string;
  readonly json: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly replace: boolean;
  readonly permitted: boolean;
  readonly allowPrivate: boolean;
  /** Front matter that whoever adds knows, by key; `id` is the name of the file. */
  readonly known: Readonly<Partial<Record<KnownKey, string>>>;
  /** Entries of a feed, from 1; all where none is named. */
  readonly entries: readonly number[];
}

const KNOWN_KEYS = ['title', 'publisher', 'lang', 'via', 'published', 'url', 'id'] as const;
export type KnownKey = (typeof KNOWN_KEYS)[number];

const OPTIONS = {
  corpus: { type: 'string' },
  locale: { type: 'string' },
  json: { type: 'boolean' },
  article: { type: 'string' },
  limit: { type: 'string' },
  length: { type: 'string' },
  quiet: { type: 'boolean' },
  words: { type: 'string' },
  'dry-run': { type: 'boolean' },
  clear: { type: 'boolean' },
  fix: { type: 'boolean' },
  http: { type: 'boolean' },
  yes: { type: 'boolean' },
  replace: { type: 'boolean' },
  refresh: { type: 'boolean' },
  permitted: { type: 'boolean' },
  'allow-private': { type: 'boolean' },
  title: { type: 'string' },
  publisher: { type: 'string' },
  lang: { type: 'string' },
  via: { type: 'string' },
  published: { type: 'string' },
  url: { type: 'string' },
  id: { type: 'string' },
  entry: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type OptionName = keyof typeof OPTIONS;

/** The options of each program, and how many other arguments it takes. */
const PROGRAMS: Readonly<Record<string, { options: readonly OptionName[]; arguments: number }>> = {
  start: { options: ['corpus', 'locale', 'http'], arguments: 0 },
  ask: { options: ['corpus', 'locale', 'json', 'article', 'limit'], arguments: Number.POSITIVE_INFINITY },
  summary: { options: ['corpus', 'locale', 'json', 'article', 'length'], arguments: 0 },
  corpus: { options: ['corpus', 'quiet', 'words', 'fix', 'yes'], arguments: 1 },
  add: {
    options: [
      ...['corpus', 'json', 'yes', 'dry-run', 'replace', 'refresh', 'permitted', 'allow-private', 'entry'],
      ...KNOWN_KEYS,
    ] as readonly OptionName[],
    arguments: Number.POSITIVE_INFINITY,
  },
  help: { options: [], arguments: 0 },
  register: { options: ['dry-run', 'clear'], arguments: 0 },
  store: { options: [], arguments: 2 },
  pages: { options: ['corpus', 'locale'], arguments: 1 },
};

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the arguments after the program's name; a problem is one sentence that tells how to mend it. */
export function readArguments(argv: readonly string[], env: Env): Invocation | { readonly problem: string } {
  const named = argv[0] !== undefined && !argv[0].startsWith('-');
  const program = named ? (argv[0] ?? '') : 'start';
  const args = argv.slice(named ? 1 : 0);
  const known = Object.hasOwn(PROGRAMS, program) ? PROGRAMS[program] : undefined;
  if (!known) {
    const programs = Object.keys(PROGRAMS).join(', ');
    return problem(`There is no command "${program}"; there are ${programs}.`);
  }
  const parsed = parse(args);
  if ('problem' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help || program === 'help') return { program: 'help' };
  if (values.version) return { program: 'version' };
  const foreign = Object.keys(values).find((name) => !known.options.some((option) => option === name));
  if (foreign) return problem(`"${program}" has no option --${foreign}.`);
  if (positionals.length > known.arguments) {
    return problem(`"${program}" does not know what to do with "${positionals[known.arguments]}".`);
  }

  if (program === 'store') {
    const task = readStore(positionals);
    return 'problem' in task ? problem(task.problem) : { program, task: task.value };
  }
  if (program === 'register') {
    return { program, dryRun: values['dry-run'] ?? false, clear: values.clear ?? false };
  }
  const isFix = program === 'corpus' && (values.fix ?? false);
  const folder =
    values.corpus ??
    ((program === 'corpus' && !isFix && positionals[0]) || env.CORPUS_DIR?.trim() || 'corpus');
  if (isFix) return { program: 'fix', folder, id: positionals[0], yes: values.yes ?? false };
  if (program === 'add') return readAdd(values, positionals, folder);
  if (program === 'pages') {
    const [into] = positionals;
    if (into === undefined) return problem('Name the folder that the pages are written to.');
    return { program, folder, into, locale: values.locale ? localeOf(values.locale) : undefined };
  }
  const locale = values.locale ? localeOf(values.locale) : localeOfTerminal(env);
  if (program === 'corpus') return { program, folder, quiet: values.quiet ?? false, words: values.words };
  if (program === 'summary') {
    const { length = 'medium' } = values;
    if (!isLength(length)) return problem(`--length is short, medium or long, not "${length}".`);
    // A script reads the same sentences on every machine.
    const told = values.json && !values.locale ? 'en-US' : locale;
    return { program, folder, locale: told, json: values.json ?? false, article: values.article, length };
  }
  if (program !== 'ask') return { program: 'start', folder, locale, http: values.http ?? false };
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= MOST_PASSAGES)) {
    return problem(`--limit is a whole number from 1 to ${MOST_PASSAGES}, not "${values.limit}".`);
  }
  return {
    program,
    folder,
    // A script reads the same sentences on every machine.
    locale: values.json && !values.locale ? 'en-US' : locale,
    json: values.json ?? false,
    article: values.article,
    limit,
    question: positionals.length > 0 ? positionals.join(' ') : undefined,
  };
}

function readAdd(
  values: Extract<ReturnType<typeof parse>, { values: unknown }>['values'],
  positionals: readonly string[],
  folder: string,
): Invocation | { readonly problem: string } {
  const entries = (values.entry ?? []).map(Number);
  const wrong = entries.findIndex((entry) => !(Number.isInteger(entry) && entry >= 1));
  if (wrong >= 0)
    return problem(`--entry is the number of an entry, from 1, not "${values.entry?.[wrong]}".`);
  const known = Object.fromEntries(
    KNOWN_KEYS.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])),
  );
  const options: AddOptions = {
    folder,
    json: values.json ?? false,
    yes: values.yes ?? false,
    dryRun: values['dry-run'] ?? false,
    replace: values.replace ?? false,
    permitted: values.permitted ?? false,
    allowPrivate: values['allow-private'] ?? false,
    known,
    entries,
  };
  if (values.refresh) return { program: 'refresh', ids: positionals, ...options };
  if (positionals.length === 0) {
    return problem(
      'Name what to add: a web address, a file (.html, .md, .txt, .pdf, .docx, .epub), a feed, or - for standard input.',
    );
  }
  return { program: 'add', sources: positionals, ...options };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\.\s|\n/) : [];
    return problem(`${sentence.replace(/\.$/, '')}.`);
  }
}

function problem(sentence: string) {
  // It repeats what was typed, which could write on the terminal.
  return { problem: `${visible(sentence)} --help tells what there is.` };
}

/** The language of the terminal: the first of these variables that is set (POSIX, section 8.2). */
function localeOfTerminal({ LC_ALL, LC_MESSAGES, LANG }: Env): Locale {
  const [tag = ''] = (LC_ALL || LC_MESSAGES || LANG || '').split(/[.@]/);
  return localeOf(tag);
}
