// The keys of front matter, and what each may hold.
import * as z from 'zod';
import { LIMITS } from '../limits.ts';
import { quoted, unseenInValue } from './characters.ts';

/** What the front matter of an article file says. */
export interface FrontMatter {
  readonly title: string;
  readonly publisher: string;
  readonly via?: string;
  readonly published?: string;
  readonly url?: string;
  readonly lang: string;
  readonly retrieved?: string;
  readonly source?: string;
  readonly sourceSha256?: string;
  readonly sourceEtag?: string;
  readonly sourceModified?: string;
  /** What looks like Markdown or HTML in the text is words of it. */
  readonly literal?: boolean;
  /** A share from 0 to 1. */
  readonly quoteAtMost?: number;
  /** All of the text may be shown on a page. */
  readonly republish?: boolean;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** What the editors answer, by question. */
  readonly questions: ReadonlyMap<string, EditorsWord>;
}

/** Sentences by their number, from 1, and as printed; or the first digits of the revision that does not answer. */
export type EditorsWord =
  | { readonly sentences: readonly { readonly number: number; readonly text: string }[] }
  | { readonly revision: string };

/** In UTF-16 units; long enough for any headline, short enough for a line under a quotation. */
const LONGEST_TITLE = 256;
const LONGEST_NAME = 100;
/** About as long as the shortest limit that any browser had for a web address (2,083, https://stackoverflow.com/q/417142). */
const LONGEST_SOURCE = 2048;

/** A line for each key, to be shown where it is wrong. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  title: 'title: Storm over the Bay',
  publisher: 'publisher: The Daily',
  via: 'via: Newswire',
  published: 'published: 2025-11-16',
  url: 'url: https://example.org/storm',
  lang: 'lang: en',
  retrieved: 'retrieved: 2026-12-01',
  source: 'source: https://example.org/storm',
  source_sha256: 'source_sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  source_etag: `source_etag: '"33a64df5"'`,
  source_modified: 'source_modified: Sun, 16 Nov 2025 09:05:00 GMT',
  literal: 'literal: yes',
  quote_at_most: 'quote_at_most: 30%',
  republish: 'republish: yes',
  aliases: 'aliases: { The Daily: [Daily, 日报] }',
  questions: 'questions: { Who owns the ferry?: [{ 3: The Berg family owns it. }] }',
};

/** A line of text; `what` names it where something is wrong with it. */
function text(key: string, most: number, what = `"${key}"`) {
  const empty = `${what} is empty. Write a value, such as "${EXAMPLES[key]}".`;
  const flawIn = (value: string): string | undefined => {
    if (value === '') return empty;
    if (/[\r\n]/.test(value)) return `${what} has several lines. Write it on one.`;
    const unseen = unseenInValue(value);
    if (unseen) return `${what} holds ${unseen}, which a reader cannot see. Delete it.`;
    if (value.length > most) return `${what} has ${value.length} characters. Shorten it to ${most} at most.`;
    return undefined;
  };
  return z
    .string({
      error({ input }) {
        if (input === undefined) return `${what} is missing. Add a line such as "${EXAMPLES[key]}".`;
        return input === null ? empty : `${what} must be text. Put its value in quotation marks.`;
      },
    })
    .transform((value) => value.trim())
    .superRefine((value, context) => {
      const message = flawIn(value);
      if (message) context.addIssue({ code: 'custom', message });
    });
}

const name = text('aliases', LONGEST_NAME, 'One of the names');

const lang = text('lang', LONGEST_NAME).transform((tag, context) => {
  const canonical = canonicalLanguage(tag);
  if (canonical) return canonical;
  context.addIssue({
    code: 'custom',
    message: `"lang" is ${quoted(tag)}, which names no language. Write a tag such as "en", "zh-Hans" or "pt-BR".`,
  });
  return z.NEVER;
});

/** ISO 8601 as far as sources print it: a date, perhaps with a time, perhaps with its offset. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/;

/** A day, perhaps with a time; `unless` tells when the line is to be deleted. */
function day(key: string, unless: string) {
  return text(key, LONGEST_NAME).refine((date) => z.iso.date().safeParse(ISO.exec(date)?.[1]).success, {
    error: ({ input }) =>
      `"${key}" is ${quoted(String(input))}, which is no date. Write it as 2025-11-16 or 2025-11-16T09:05, or delete the line if ${unless}.`,
  });
}

const sourceSha256 = text('source_sha256', LONGEST_NAME).transform((digits, context) => {
  if (/^[0-9a-f]{64}$/i.test(digits)) return digits.toLowerCase();
  context.addIssue({
    code: 'custom',
    message: `"source_sha256" is ${quoted(digits)}, which is no sha256. Write its 64 hex digits, or delete the line.`,
  });
  return z.NEVER;
});

const url = text('url', Number.POSITIVE_INFINITY).superRefine((address, context) => {
  const message = !isWebAddress(address)
    ? `"url" is ${quoted(address)}, which is no web address. Write one that begins with https:// or http://.`
    : new URL(address).href.length > LIMITS.url
      ? `"url" has ${new URL(address).href.length} characters. Find an address of ${LIMITS.url} at most.`
      : undefined;
  if (message) context.addIssue({ code: 'custom', message });
});

const quoteAtMost = z
  .string({ error: () => `"quote_at_most" must be a percentage. Write it as ${EXAMPLES.quote_at_most}.` })
  .transform((value, context) => {
    const percent = Number(/^\s*(\d{1,3})\s*%\s*$/.exec(value)?.[1] ?? Number.NaN);
    if (percent >= 1 && percent <= 100) return percent / 100;
    context.addIssue({
      code: 'custom',
      message: `"quote_at_most" is ${quoted(value)}. Write a percentage from 1% to 100%, such as ${EXAMPLES.quote_at_most}, or delete the line.`,
    });
    return z.NEVER;
  });

/** What holds of an article or does not. */
function yesOrNo(key: 'literal' | 'republish') {
  return z
    .literal(['yes', 'no'], {
      error: () => `"${key}" is yes or no. Write it as "${EXAMPLES[key]}", or delete the line.`,
    })
    .transform((value) => value === 'yes');
}

const aliases = z.map(
  z.string({ error: () => 'A name must be text. Put it in quotation marks.' }),
  z
    .array(name, { error: () => 'Write the other names as a list, such as [千问, 通义千问].' })
    .min(1, { error: 'The list of other names is empty. Fill it or delete the line.' }),
  { error: () => `"aliases" must give names and their other names. Write it as ${EXAMPLES.aliases}.` },
);

const NONE = 'none 1a2b3c4d';
const answerForm = `Write the sentences that answer, each as its number and its words, such as [{ 3: The Berg family owns it. }], or "${NONE}" with the revision that does not answer.`;

const saidNone = z.string().transform((value, context) => {
  const [, revision] = /^\s*none\s+([0-9a-f]{8,64})\s*$/i.exec(value) ?? [];
  if (revision) return { revision: revision.toLowerCase() };
  context.addIssue({ code: 'custom', message: answerForm });
  return z.NEVER;
});

const numbered = z.map(z.string(), z.string(), { error: answerForm }).transform((entry, context) => {
  const [[number = '', text = ''] = []] = [...entry];
  if (entry.size === 1 && /^[1-9]\d*$/.test(number) && text.trim() !== '')
    return { number: Number(number), text };
  context.addIssue({ code: 'custom', message: answerForm });
  return z.NEVER;
});

const sentences = z
  .array(numbered)
  .min(1, { error: answerForm })
  .transform((listed) => ({ sentences: listed }));

const questions = z.map(z.string(), z.union([saidNone, sentences], { error: answerForm }), {
  error: () => `"questions" must give questions and what answers them. Write it as ${EXAMPLES.questions}.`,
});

/** The keys of the front matter; each message says what is wrong and how to mend it. */
export const fields = z.strictObject({
  title: text('title', LONGEST_TITLE),
  publisher: text('publisher', LONGEST_NAME),
  via: text('via', LONGEST_NAME).optional(),
  published: day('published', 'the source gives no day').optional(),
  url: url.optional(),
  lang,
  retrieved: day('retrieved', 'nobody knows the day').optional(),
  source: text('source', LONGEST_SOURCE).optional(),
  source_sha256: sourceSha256.optional(),
  source_etag: text('source_etag', LONGEST_SOURCE).optional(),
  source_modified: text('source_modified', LONGEST_NAME).optional(),
  literal: yesOrNo('literal').optional(),
  quote_at_most: quoteAtMost.optional(),
  republish: yesOrNo('republish').optional(),
  aliases: aliases.optional(),
  questions: questions.optional(),
});

/** What is wrong with a value of front matter, as a sentence. */
export function flawIn(
  key: 'title' | 'publisher' | 'via' | 'published' | 'url' | 'lang',
  value: string,
): string | undefined {
  const read = fields.shape[key].safeParse(value);
  return read.success ? undefined : read.error.issues[0]?.message;
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
