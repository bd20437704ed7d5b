import * as z from 'zod';
import type { Action, PassageRef } from '../../reply/action.ts';
import { LOCALES, type Locale } from '../../reply/locale.ts';
import type { Library } from '../../search/search.ts';
import { keyOf, LETTERS, SCHEME } from './custom-id.ts';

/** Why a component's id cannot be acted upon; each has its sentence in `words.ts`. */
export type Refusal = 'other-version' | 'unknown-verb' | 'unreadable' | 'unknown-article';

export type Reading = { readonly action: Action; readonly locale: Locale } | { readonly refusal: Refusal };

const number = z
  .string()
  .regex(/^[0-9a-z]{1,6}$/)
  .transform((digits) => Number.parseInt(digits, 36));
const ref = z.string().regex(/^[\w-]{6}[0-9a-f]{8}$/);
/** No text at all is no item at all: what was not in the article can be shown to everyone, too. */
const listOf = (item: z.ZodType<string, string>, separator: string) =>
  z
    .string()
    .transform((text) => (text === '' ? [] : text.split(separator)))
    .pipe(z.array(item));
const refs = listOf(ref, ',');
const ranges = listOf(z.string().regex(/^[A-Z]?[0-9a-z]{1,6}(-[0-9a-z]{1,6})?$/), '.');
const someRanges = ranges.refine((list) => list.length > 0);

const fieldsOf = {
  context: z.tuple([refs, someRanges]),
  closest: z.tuple([refs, someRanges]),
  more: z.tuple([refs, someRanges, number]),
  verify: z.tuple([refs, someRanges]),
  page: z.tuple([refs, someRanges, number, z.literal('exact').optional()]),
  share: z.tuple([refs, ranges, z.enum(['found', 'unclear', 'absent'])]),
  summary: z.tuple([ref, z.enum(['short', 'medium', 'long']), z.union([z.literal(''), number]), number]),
  sources: z.tuple([
    z.union([z.literal(''), z.string().regex(/^[\w-]{6}([0-9a-f]{8})?$/)]),
    number,
    z.string(),
  ]),
} satisfies Record<Action['verb'], z.ZodType>;

const head = z.tuple([z.string(), z.string(), z.enum(LOCALES)]).rest(z.string());

class Unreadable extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

function articleOf(key: string, library: Library): string {
  const [found, other] = library.articles.filter(({ id }) => keyOf(id) === key);
  if (!found || other) throw new Unreadable('unknown-article');
  return found.id;
}

function namedIn(text: string, library: Library) {
  return { article: articleOf(text.slice(0, 6), library), revision: text.slice(6) };
}

function unpackPassages(names: string[], packed: string[], library: Library): PassageRef[] {
  const articles = names.map((name) => namedIn(name, library));
  return packed.map((text) => {
    const [, letter = '', from = '', more = '0'] = /^([A-Z]?)([^-]+)(?:-(.+))?$/.exec(text) ?? [];
    const named = articles[letter === '' ? 0 : LETTERS.indexOf(letter)];
    if (!named) throw new Unreadable('unreadable');
    const first = Number.parseInt(from, 36);
    return { ...named, first, last: first + Number.parseInt(more, 36) };
  });
}

function unpackPassage(names: string[], packed: string[], library: Library): PassageRef {
  const [passage, another] = unpackPassages(names, packed, library);
  if (!passage || another) throw new Unreadable('unreadable');
  return passage;
}

function actionOf(verb: Action['verb'], fields: string[], library: Library): Action {
  switch (verb) {
    case 'context':
    case 'closest': {
      const [names, packed] = fieldsOf[verb].parse(fields);
      return { verb, passage: unpackPassage(names, packed, library) };
    }
    case 'verify': {
      const [names, packed] = fieldsOf.verify.parse(fields);
      return { verb, passages: unpackPassages(names, packed, library) };
    }
    case 'more': {
      const [names, packed, from] = fieldsOf.more.parse(fields);
      return { verb, passages: unpackPassages(names, packed, library), ...(from > 0 && { from }) };
    }
    case 'page': {
      const [names, packed, page, form] = fieldsOf.page.parse(fields);
      return { verb, passage: unpackPassage(names, packed, library), page, ...(form && { form }) };
    }
    case 'share': {
      const [names, packed, outcome] = fieldsOf.share.parse(fields);
      // Only what is absent can be told without a passage.
      if (packed.length === 0 && outcome !== 'absent') throw new Unreadable('unreadable');
      return { verb, outcome, passages: unpackPassages(names, packed, library) };
    }
    case 'summary': {
      const [name, length, section, from] = fieldsOf.summary.parse(fields);
      return { verb, ...namedIn(name, library), length, ...(section !== '' && { section }), from };
    }
    case 'sources': {
      // A note mark is the article's own and may hold a colon.
      const [name, from, note] = fieldsOf.sources.parse([...fields.slice(0, 2), fields.slice(2).join(':')]);
      const { article, revision } = name === '' ? {} : namedIn(name, library);
      return {
        verb,
        ...(article && { article }),
        ...(revision && { revision }),
        ...(note && { note }),
        from,
      };
    }
  }
}

/** Reads a component's id as the untrusted input it is. Whether the article still has such sentences is not looked at. */
export function readCustomId(customId: string, library: Library): Reading {
  if (!customId.startsWith(SCHEME) || !/^1[A-Z]?:/.test(customId)) return { refusal: 'other-version' };
  const parsed = head.safeParse(customId.split(':'));
  if (!parsed.success) return { refusal: 'unreadable' };
  const [, verb, locale, ...fields] = parsed.data;
  if (!Object.hasOwn(fieldsOf, verb)) return { refusal: 'unknown-verb' };
  try {
    return { action: actionOf(verb as Action['verb'], fields, library), locale };
  } catch (error) {
    if (error instanceof Unreadable) return { refusal: error.refusal };
    if (error instanceof z.ZodError) return { refusal: 'unreadable' };
    throw error;
  }
}
