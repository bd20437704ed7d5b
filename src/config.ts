// Reads the settings from the environment.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { visible } from './corpus/characters.ts';

/** Discord's own REST address. A `/v10` at its end would be doubled: discord.js adds the version itself. */
const DISCORD_API = 'https://discord.com/api';

/** Real ones have 17 to 20 digits; those of a stand-in for Discord may have fewer. */
const snowflake = /^\d{1,20}$/;

/** Blanks around a value are nobody's wish, and a variable left empty in `.env` counts as not set. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() : value) || undefined, schema);

/** What people put around a token or leave behind it; `.env` needs none of it, and some who read it take it literally. */
const WRAPPINGS: readonly [RegExp, string][] = [
  [/^["'`“”„‘’«»‹›「」]|["'`“”„‘’«»‹›「」]$/, 'stands in quotation marks'],
  [/^[<>〈＜]|[<>〉＞]$/, 'stands in angle brackets'],
  [/^[([{]|[)\]}]$/, 'stands in brackets'],
  [/,$/, 'ends with a comma'],
  [/[;；]$/, 'ends with a semicolon'],
  [/^Bearer\s/i, 'begins with "Bearer", which is for other tokens'],
];

function wrappingOf(token: string): string | undefined {
  const found = WRAPPINGS.find(([pattern]) => pattern.test(token));
  return found && `${found[1]}. Write the token alone, with nothing around it and nothing behind it`;
}

const positive = (what: string, most = 86_400, least = 1) =>
  z.coerce.number(what).int(what).min(least, what).max(most, what);

/** For each variable, what is wrong when it is missing or malformed, and where its value is found. Values are never printed. */
const environment = z.object({
  DISCORD_TOKEN: optional(
    z
      .string(
        'is missing. Copy the token from https://discord.com/developers/applications → your application → Bot → Reset Token',
      )
      .transform((token) => token.replace(/^Bot\s+/i, ''))
      .superRefine((token, context) => {
        const message = wrappingOf(token);
        if (message) context.addIssue({ code: 'custom', message });
      })
      .pipe(
        z
          .string()
          .regex(
            /^[\x21-\x7e]+$/,
            'holds spaces or characters that no token has. Copy it again from https://discord.com/developers/applications → Bot',
          ),
      ),
  ),
  DISCORD_GUILD_ID: optional(
    z
      .string()
      .regex(
        snowflake,
        'is not the id of a server, which is a number. In Discord: Settings → Advanced → Developer Mode, then right-click the server → Copy Server ID. Leave it empty to register for every server',
      )
      .optional(),
  ),
  DISCORD_API_URL: optional(
    z
      .url({
        protocol: /^https?$/,
        error: `is not an http or https address. Leave it empty for Discord's own, ${DISCORD_API}`,
      })
      .default(DISCORD_API)
      .transform((url) => url.replace(/\/+$/, '').replace(/\/v\d+$/, '')),
  ),
  DATA_DIR: optional(z.string().default('libraries')),
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^postgres(?:ql)?:\/\/\S+$/i,
        'is not the address of a PostgreSQL database. Write it as postgres://user:password@host:5432/name, or leave it empty to keep articles in a file in DATA_DIR',
      )
      .optional(),
  ),
  LOG_LEVEL: optional(
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
        error: 'is not one of fatal, error, warn, info, debug, silent',
      })
      .default('info'),
  ),
  COOLDOWN_COMMANDS: optional(
    positive('is not a whole number from 1: how many commands one person may send').default(5),
  ),
  HOUSE_SHELF: optional(
    z
      .enum(['on', 'off'], {
        error:
          'is not on or off: whether the articles of the folder are seen, beside those that each server and each person added',
      })
      .default('on'),
  ),
  LIBRARIES_MB: optional(
    positive(
      'is not a whole number of megabytes from 1 to 86400: what the libraries of servers and people take',
    ).optional(),
  ),
  COOLDOWN_SECONDS: optional(positive('is not a whole number of seconds from 1 to 86400').default(10)),
  ARTICLES_PER_SCOPE: optional(
    positive('is not a whole number from 1 to 10000: how many articles one library may hold', 10_000).default(
      100,
    ),
  ),
  MIB_PER_SCOPE: optional(
    positive('is not a whole number of MiB from 1 to 1024: how large one library may be', 1024).default(20),
  ),
  ADDITIONS_PER_HOUR: optional(
    positive(
      'is not a whole number from 1: how many articles may be added to one library in an hour',
    ).default(30),
  ),
  RETENTION_DAYS: optional(
    positive(
      'is not a whole number of days from 1 to 36500. Leave it empty to keep every library',
      36_500,
    ).optional(),
  ),
});

const WHERE_THE_KEY_IS =
  'Copy the public key from https://discord.com/developers/applications → your application → General Information';

/** What is needed besides where interactions come over HTTP. */
const listening = z.object({
  DISCORD_PUBLIC_KEY: optional(
    z
      .string(`is missing. ${WHERE_THE_KEY_IS}`)
      .regex(/^[0-9a-f]{64}$/i, `is not 64 digits from 0 to 9 and a to f. ${WHERE_THE_KEY_IS}`),
  ),
  PORT: optional(
    z.coerce
      .number('is not the number of a port, 0 to 65535')
      .int('is not the number of a port, 0 to 65535')
      .min(0, 'is not the number of a port, 0 to 65535')
      .max(65_535, 'is not the number of a port, 0 to 65535')
      .default(8080),
  ),
  LISTEN_HOST: optional(z.string().optional()),
});

/** A model that reads passages before they are judged. */
const readerSettings = z.object({
  READER_DIR: optional(z.string().optional()),
  READER_MS: optional(
    positive(
      'is not a whole number of milliseconds from 20 to 2000: how long an answer may wait for the reader',
      2000,
      20,
    ).default(400),
  ),
});

/** Which model reads, and how long an answer may wait for it. */
export interface ReaderSettings {
  readonly folder: string;
  readonly budgetMs: number;
}

/** The model of the operator's choice; undefined where there is none. */
export function readReaderSettings(env: Env): ReaderSettings | undefined {
  const { READER_DIR: folder, READER_MS: budgetMs } = parse(readerSettings, env);
  return folder === undefined ? undefined : { folder, budgetMs };
}

const A_SECRET = 'Make one with: openssl rand -hex 32';

/** Where pages of passages are served. Both are set, or neither. */
const publicAddress = z.object({
  PUBLIC_URL: optional(
    z
      .url({
        protocol: /^https?$/,
        error: 'is not an http or https address, such as https://quotes.example.org',
      })
      .refine((url) => !/[?#]/.test(url), 'has a ? or a #. Write the address before it')
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  ),
  PAGE_SECRET: optional(z.string().min(32, `has fewer than 32 characters. ${A_SECRET}`).optional()),
});

/** What answers by any way. */
export interface Config {
  /** Register commands for this server alone; for every server if left out. */
  readonly guildId?: string;
  /** REST base without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly logLevel: string;
  /** The articles of the folder are seen nowhere. */
  readonly hidesHouse?: true;
  /** Bytes of memory that the libraries of scopes take together, at about. */
  readonly libraryBytes?: number;
  readonly cooldown: { readonly commands: number; readonly seconds: number };
  /** What one library may hold, and how many additions an hour. */
  readonly limits: { readonly articles: number; readonly bytes: number; readonly additionsPerHour: number };
  /** After how many days without use a library is deleted; never where it is left out. */
  readonly retentionDays?: number;
  readonly libraries: Whereabouts;
  /** A model that reads passages; left out where none does. */
  readonly reader?: ReaderSettings | undefined;
  /** Where pages of passages are served; left out where nobody does. */
  readonly pages?: PublicAddress | undefined;
}

/** Where pages of passages are served, and what their addresses are signed with. */
export interface PublicAddress {
  /** Without a slash at its end. */
  readonly url: string;
  readonly secret: string;
}

/** Where servers' and people's own articles are kept. */
export interface Whereabouts {
  /** Of a SQLite file. */
  readonly folder: string;
  /** Of a PostgreSQL database, which is used instead. */
  readonly url: string | undefined;
}

/** The names of all settings, those of the command line among them. */
export const SETTINGS: readonly string[] = [
  ...Object.keys(environment.shape),
  ...Object.keys(listening.shape),
  ...Object.keys(publicAddress.shape),
  ...Object.keys(readerSettings.shape),
  'CORPUS_DIR',
  'CONSOLE_HISTORY',
];

/** What is wrong with the environment, every problem on a line of its own, ready to be shown. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What the gateway and registration need besides. */
export interface TokenConfig extends Config {
  readonly token: string;
}

/** What the HTTP server needs besides. */
export interface EndpointConfig extends Config {
  /** It answers without. */
  readonly token?: string | undefined;
  /** The application's, as 64 hex digits. */
  readonly publicKey: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The address to listen at; all of the machine's where it is left out. */
  readonly host?: string | undefined;
}

/** Parses what the gateway needs of the environment, once; the folder of articles is an argument, too (`src/console/arguments.ts`). Throws a `ConfigError` that names each bad variable, but never a value. */
export function readConfig(env: Env): TokenConfig {
  const data = parse(environment, env);
  return {
    ...configOf(data),
    pages: readPublicAddress(env),
    reader: readReaderSettings(env),
    token: data.DISCORD_TOKEN,
  };
}

/** The same of what the HTTP server needs, which takes no token. */
export function readEndpointConfig(env: Env): EndpointConfig {
  const { DISCORD_TOKEN: token } = environment.shape;
  const data = parse(environment.extend({ ...listening.shape, DISCORD_TOKEN: token.optional() }), env);
  return {
    ...configOf(data),
    pages: readPublicAddress(env),
    reader: readReaderSettings(env),
    token: data.DISCORD_TOKEN,
    publicKey: data.DISCORD_PUBLIC_KEY,
    port: data.PORT,
    host: data.LISTEN_HOST,
  };
}

function configOf(data: Omit<z.infer<typeof environment>, 'DISCORD_TOKEN'>): Config {
  return {
    ...(data.DISCORD_GUILD_ID && { guildId: data.DISCORD_GUILD_ID }),
    apiUrl: data.DISCORD_API_URL,
    logLevel: data.LOG_LEVEL,
    ...(data.HOUSE_SHELF === 'off' && { hidesHouse: true }),
    ...(data.LIBRARIES_MB && { libraryBytes: data.LIBRARIES_MB * 1024 * 1024 }),
    cooldown: { commands: data.COOLDOWN_COMMANDS, seconds: data.COOLDOWN_SECONDS },
    limits: {
      articles: data.ARTICLES_PER_SCOPE,
      bytes: data.MIB_PER_SCOPE * 1024 * 1024,
      additionsPerHour: data.ADDITIONS_PER_HOUR,
    },
    ...(data.RETENTION_DAYS !== undefined && { retentionDays: data.RETENTION_DAYS }),
    libraries: { folder: data.DATA_DIR, url: data.DATABASE_URL },
  };
}

/** The same of where articles are kept, which needs no token. */
export function readWhereabouts(env: Env): Whereabouts {
  const data = parse(environment.pick({ DATA_DIR: true, DATABASE_URL: true }), env);
  return { folder: data.DATA_DIR, url: data.DATABASE_URL };
}

/** Where pages of passages are served; undefined where that is not set. */
export function readPublicAddress(env: Env): PublicAddress | undefined {
  const { PUBLIC_URL: url, PAGE_SECRET: secret } = parse(publicAddress, env);
  if (url === undefined) return undefined;
  if (secret !== undefined) return { url, secret };
  throw new ConfigError(
    `${whereToSet()}\n  PAGE_SECRET is missing: with PUBLIC_URL, links to pages are signed with it. ${A_SECRET}.${otherCase('PAGE_SECRET', env)}`,
  );
}

type Env = Readonly<Record<string, string | undefined>>;

function parse<T extends z.ZodType>(schema: T, env: Env): z.infer<T> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `  ${name} ${message}.${otherCase(name, env)}`;
  });
  throw new ConfigError([whereToSet(), ...problems].join('\n'));
}

function whereToSet(): string {
  return `Set these in the environment or in ${envFile()} (see .env.example):`;
}

/** Where `.env` is looked for, which is the folder where the program was started. */
function envFile(): string {
  const path = resolve('.env');
  return existsSync(path) ? visible(path) : `${visible(path)}, which is not there`;
}

/** A sentence where a setting stands there under a name that differs in case only; else nothing. */
export function otherCase(name: string, env: Readonly<Record<string, string | undefined>>): string {
  const other = Object.keys(env).find((key) => key !== name && key.toUpperCase() === name && env[key]);
  return other === undefined ? '' : ` There is a ${visible(other)}: names are in capitals, so write ${name}.`;
}
