// Writes and reads the ids of components.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { LIMITS } from '../../limits.ts';
import { ACTIONS, type Action, type Fields, type PassageRef, type Verb } from '../../reply/action.ts';
import { passedOver } from '../../reply/buttons.ts';
import { LOCALES, type Locale } from '../../reply/locale.ts';
import type { Result } from '../../result.ts';
import type { Library } from '../../search/search.ts';

/**
 * The whole memory of a button: `1:verify:en-US:k3xQ9a9f3c1a2b:c-2.1f.3` is scheme 1, the verb, the language, the
 * article's key and its edition, and three passages. Numbers are base 36, counted from 0; `c-2` is
 * a passage from sentence 12 to 14. Where several articles are named (with commas), a capital letter before a
 * passage says whose it and those after it are: `A3.9.B7`. What stands after the language are the fields of `ACTIONS`, in their order.
 */
const SCHEME = '1';

/** Two characters are kept for the mark that makes equal buttons of one message differ. */
const LONGEST = LIMITS.customId - 2;

/** Passages beyond 26 articles would need more letters than there are; no id is long enough to name as many. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Why a component's id cannot be acted upon; each has its sentence in `discord-words.ts`. */
export type Refusal = 'other-version' | 'unknown-verb' | 'unreadable' | 'unknown-article';

const keys = new Map<string, string>();

/** Six characters that stand for an article's id, which may be 64 long. Two ids of a thousand share one with odds of 1 : 130,000. */
export function keyOf(article: string): string {
  const known = keys.get(article);
  if (known !== undefined) return known;
  const key = createHash('sha256').update(article).digest('base64url').slice(0, 6);
  keys.set(article, key);
  return key;
}

const REF = String.raw`[\w-]{6}[0-9a-f]{8}`;
const COUNT = '[0-9a-z]{1,6}';
const RANGE = `[A-Z]?${COUNT}(?:-${COUNT})?`;

const count = z.codec(z.string(), z.int(), {
  decode: (digits) => Number.parseInt(digits, 36),
  encode: (value) => value.toString(36),
});
const articleRef = z.codec(z.string(), z.object({ article: z.string(), edition: z.string() }), {
  decode: (ref) => ({ article: ref.slice(0, 6), edition: ref.slice(6) }),
  encode: ({ article, edition }) => article + edition,
});

const isPassage = z.object({ article: z.string(), edition: z.string(), first: z.int(), last: z.int() });
const passages = z.codec(z.string(), z.array(isPassage), {
  decode(text, context) {
    const [names = '', ranges = ''] = text.split(':');
    const articles = names === '' ? [] : names.split(',').map((name) => z.decode(articleRef, name));
    let at = 0;
    return (ranges === '' ? [] : ranges.split('.')).flatMap((range): PassageRef[] => {
      const [, letter = '', from = '', more = '0'] = /^([A-Z]?)([^-]+)(?:-(.+))?$/.exec(range) ?? [];
      if (letter !== '') at = LETTERS.indexOf(letter);
      const named = articles[at];
      const first = z.decode(count, from);
      if (named) return [{ ...named, first, last: first + z.decode(count, more) }];
      context.issues.push({ code: 'custom', message: 'names an article that is not listed', input: text });
      return [];
    });
  },
  encode(held) {
    const refs = held.map((passage) => z.encode(articleRef, passage));
    const names = [...new Set(refs)];
    const ranges = held.map(({ first, last }, at) => {
      const whose = names.length > 1 ? (LETTERS[names.indexOf(refs[at] ?? '')] ?? '') : '';
      const more = last > first ? `-${z.encode(count, last - first)}` : '';
      return `${whose}${z.encode(count, first)}${more}`;
    });
    return `${names.join(',')}:${ranges.join('.')}`;
  },
});

const passage = z.codec(passages, isPassage, {
  decode(held, context) {
    const [only, another] = held;
    if (only && !another) return only;
    context.issues.push({ code: 'custom', message: 'is not one passage', input: held });
    return z.NEVER;
  },
  encode: (only) => [only],
});

/** A field of an action as text, and what that text is like: a regular expression with one group. */
interface FieldCodec<T> {
  readonly pattern: string;
  readonly codec: z.ZodType<T, string>;
}

function field<T>(pattern: string, decode: (text: string) => T, encode: (value: T) => string): FieldCodec<T> {
  return { pattern, codec: z.codec(z.string(), z.custom<T>(), { decode, encode }) };
}

const counted = (digits: string) => z.decode(count, digits);
const trailIn = (text: string) => text.slice(1).split('.').map(counted);
const digitsOf = (value: number) => z.encode(count, value);
const RANGES = `${RANGE}(?:\\.${RANGE})*`;
const REFS = `${REF}(?:,${REF})*`;

/** What each field of an action is in an id, with the colon before it. Here an article goes by its key. */
const FIELDS: { readonly [F in keyof Fields]: FieldCodec<Fields[F]> } = {
  passage: {
    pattern: `:(${REF}:${RANGE})`,
    codec: z.pipe(
      passage,
      z.codec(isPassage, z.custom<Fields['passage']>(), {
        decode: (held) => ({ passage: held }),
        encode: (action) => action.passage,
      }),
    ),
  },
  passages: {
    pattern: `:((?:${REFS})?:(?:${RANGES})?)`,
    codec: z.pipe(
      passages,
      z.codec(z.array(isPassage), z.custom<Fields['passages']>(), {
        decode: (held) => ({ passages: held }),
        encode: (action) => [...action.passages],
      }),
    ),
  },
  article: field(
    `:(${REF})`,
    (text) => z.decode(articleRef, text),
    (action) => z.encode(articleRef, action),
  ),
  anyArticle: field<Fields['anyArticle']>(
    `:(${REF}|)`,
    (text) => (text === '' ? {} : z.decode(articleRef, text)),
    ({ article = '', edition = '' }) => z.encode(articleRef, { article, edition }),
  ),
  from: field(
    `:(${COUNT})`,
    (text) => ({ from: counted(text) }),
    ({ from }) => digitsOf(from),
  ),
  trail: field<Fields['trail']>(
    `(:b${COUNT}(?:\\.${COUNT})*|)`,
    (text) => (text === '' ? {} : { trail: trailIn(text.slice(1)) }),
    ({ trail = [] }) => (trail.length > 0 ? `:b${trail.map(digitsOf).join('.')}` : ''),
  ),
  lettered: field<Fields['lettered']>(
    `(:l${COUNT}|)`,
    (text) => (text === '' ? {} : { lettered: counted(text.slice(2)) }),
    ({ lettered = 0 }) => (lettered > 0 ? `:l${digitsOf(lettered)}` : ''),
  ),
  part: field<Fields['part']>(
    `(:p${COUNT}|)`,
    (text) => (text === '' ? {} : { part: counted(text.slice(2)) }),
    ({ part }) => (part === undefined ? '' : `:p${digitsOf(part)}`),
  ),
  page: field(
    `:(${COUNT})`,
    (text) => ({ page: counted(text) }),
    ({ page }) => digitsOf(page),
  ),
  form: field<Fields['form']>(
    '(:exact|)',
    (text) => (text === '' ? {} : { form: 'exact' }),
    ({ form }) => (form ? `:${form}` : ''),
  ),
  outcome: field(
    ':(found|unclear|absent)',
    (text) => ({ outcome: z.enum(['found', 'unclear', 'absent']).parse(text) }),
    ({ outcome }) => outcome,
  ),
  length: field(
    ':(short|medium|long)',
    (text) => ({ length: z.enum(['short', 'medium', 'long']).parse(text) }),
    ({ length }) => length,
  ),
  section: field<Fields['section']>(
    `:(${COUNT}|)`,
    (text) => (text === '' ? {} : { section: counted(text) }),
    ({ section }) => (section === undefined ? '' : digitsOf(section)),
  ),
  // A note mark is the article's own and may hold a colon, so that it stands last.
  note: field<Fields['note']>(
    ':(.*)',
    (text) => (text === '' ? {} : { note: text }),
    ({ note = '' }) => note,
  ),
};

/** All fields of a verb, as what stands after the language. */
function codecOf(verb: Verb): z.ZodType<Action<Verb>, string> {
  const fields = ACTIONS[verb].fields.map((name) => FIELDS[name] as FieldCodec<object>);
  const pattern = new RegExp(`^${fields.map((one) => one.pattern).join('')}$`, 'su');
  return z.codec(z.string(), z.custom<Action<Verb>>(), {
    decode(text, context) {
      const texts = pattern.exec(text)?.slice(1);
      const read = texts && fields.map(({ codec }, at) => codec.safeDecode(texts[at] ?? ''));
      if (read?.every(({ success }) => success)) {
        return Object.assign({ verb }, ...read.map(({ data }) => data)) as Action<Verb>;
      }
      context.issues.push({ code: 'custom', message: `is no ${verb}`, input: text });
      return z.NEVER;
    },
    encode: (action) =>
      fields
        .map(({ pattern, codec }) => (pattern.startsWith(':') ? ':' : '') + z.encode(codec, action))
        .join(''),
  });
}

const CODECS = Object.fromEntries(
  Object.keys(ACTIONS).map((verb) => [verb, codecOf(verb as Verb)]),
) as Readonly<Record<Verb, z.ZodType<Action<Verb>, string>>>;

/** The action with each article named otherwise. */
function renamed(action: Action<Verb>, nameOf: (article: string) => string): Action<Verb> {
  const named = <T extends { readonly article: string }>(ref: T): T => ({
    ...ref,
    article: nameOf(ref.article),
  });
  if ('passages' in action) return { ...action, passages: action.passages.map(named) };
  if ('passage' in action) return { ...action, passage: named(action.passage) };
  const isOfOne = 'article' in action && action.article !== undefined;
  return isOfOne ? { ...action, article: nameOf(action.article) } : action;
}

/**
 * What a component carries of `action`: at most 98 characters. Of many passages it holds the first ones, as many as fit.
 * Throws a `RangeError` where a note mark alone is longer.
 */
export function customIdOf(action: Action<Verb>, locale: Locale): string {
  const id = `${SCHEME}:${action.verb}:${locale}${z.encode(CODECS[action.verb], renamed(action, keyOf))}`;
  const isHeld = id.length <= LONGEST && articlesIn(action) <= LETTERS.length;
  if (isHeld) return id;
  if ('passages' in action && action.passages.length > 0) {
    const skipped = action.verb === 'more' ? passedOver(action) : 0;
    const passages = action.passages.slice(0, -1);
    if (passages.length > skipped) return customIdOf({ ...action, passages }, locale);
    // There is no room for those before, too: the way back ends here.
    if (action.verb === 'more' && skipped > 0) {
      const { trail: _, ...others } = action;
      const left = { passages: action.passages.slice(skipped), from: action.from + skipped };
      return customIdOf({ ...others, ...left }, locale);
    }
    return customIdOf({ ...action, passages }, locale);
  }
  if ('trail' in action && action.trail && action.trail.length > 0)
    return customIdOf({ ...action, trail: action.trail.slice(1) }, locale);
  throw new RangeError('The note mark is too long for a button.');
}

function articlesIn(action: Action<Verb>): number {
  return 'passages' in action
    ? new Set(action.passages.map((ref) => keyOf(ref.article) + ref.edition)).size
    : 1;
}

/** How many passages an id of `more` holds that are not passed over. */
export function heldIn(customId: string): number {
  const [ranges = '', , trail = ''] = customId.split(':').slice(4);
  const held = ranges === '' ? 0 : ranges.split('.').length;
  return trail === '' ? held : held - passedOver({ trail: trailIn(trail) });
}

/** Makes a second and third button with the same action differ, as Discord demands within one message. */
export function repeatOf(customId: string, times: number): string {
  return customId.replace(SCHEME, `${SCHEME}${LETTERS[times] ?? ''}`);
}

/** `1:`, or with a letter the mark of a repeat. */
const OWN = new RegExp(`^${SCHEME}[A-Z]?:`);
/** `1:verb:language` and what follows. */
const HEAD = new RegExp(`${OWN.source}(?<verb>[^:]*):(?<locale>[^:]*)(?<fields>.*)$`, 's');

/** What an id asks for, whether there is such a verb or not; undefined where it is none of this version. */
export function verbOf(customId: string): string | undefined {
  return HEAD.exec(customId)?.groups?.verb;
}

/** What a component's id says, with each article by its key, which may be nobody's. */
export interface Keyed {
  readonly action: Action<Verb>;
  readonly locale: Locale;
}

/** Reads a component's id as the untrusted input it is. Whether there are such articles and sentences is not looked at. */
export function parseCustomId(customId: string): Result<Keyed, Exclude<Refusal, 'unknown-article'>> {
  if (!OWN.test(customId)) return { problem: 'other-version' };
  const { verb = '', locale: tag, fields = '' } = HEAD.exec(customId)?.groups ?? {};
  const locale = LOCALES.find((one) => one === tag);
  if (!locale) return { problem: 'unreadable' };
  if (!Object.hasOwn(CODECS, verb)) return { problem: 'unknown-verb' };
  const { data: action } = CODECS[verb as Verb].safeDecode(fields);
  if (!action) return { problem: 'unreadable' };
  // Only what is absent can be told without a passage.
  const isEmpty = 'passages' in action && action.passages.length === 0;
  if (isEmpty && !('outcome' in action && action.outcome === 'absent')) return { problem: 'unreadable' };
  return { value: { action, locale } };
}

/** The action with the articles of a library in the place of their keys. Whether they still have such sentences is not looked at. */
export function ofArticles<A extends Action<Verb>>(keyed: A, library: Library): Result<A, 'unknown-article'> {
  let isUnknown = false;
  const action = renamed(keyed, (key) => {
    const [found, other] = library.articles.filter(({ id }) => keyOf(id) === key);
    if (!found || other) isUnknown = true;
    return found?.id ?? key;
  });
  return isUnknown ? { problem: 'unknown-article' } : { value: action as A };
}

/** Both. */
export function readCustomId(customId: string, library: Library): Result<Keyed, Refusal> {
  const parsed = parseCustomId(customId);
  if ('problem' in parsed) return parsed;
  const { action, locale } = parsed.value;
  const held = ofArticles(action, library);
  return 'problem' in held ? held : { value: { action: held.value, locale } };
}
