import { createHash } from 'node:crypto';
import type { Action, PassageRef } from '../../reply/action.ts';
import type { Locale } from '../../reply/locale.ts';

/**
 * The whole memory of a button: `1:verify:en-US:k3xQ9a9f3c1a2b:c-2.1f.3` is scheme 1, the verb, the language, the
 * article's key and the first eight digits of its revision, and three passages. Numbers are base 36, counted from 0; `c-2` is
 * a passage from sentence 12 to 14. Where several articles are named (with commas), a capital letter before each
 * passage says whose it is: `A3.B7`.
 */
export const SCHEME = '1';

/** Discord allows 100; two are kept for the mark that makes equal buttons of one message differ. */
const LONGEST = 98;

/** Passages beyond 26 articles would need more letters than there are; no id is long enough to name as many. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const keys = new Map<string, string>();

/** Six characters that stand for an article's id, which may be 64 long. Two ids of a thousand share one with odds of 1 : 130,000. */
export function keyOf(article: string): string {
  const known = keys.get(article);
  if (known !== undefined) return known;
  const key = createHash('sha256').update(article).digest('base64url').slice(0, 6);
  keys.set(article, key);
  return key;
}

const base36 = (value: number) => value.toString(36);

function refOf({ article, revision }: { readonly article: string; readonly revision?: string | undefined }) {
  return keyOf(article) + (revision ?? '').slice(0, 8);
}

/** `refs:passages` of as many passages, in order, as `room` characters hold. */
function packPassages(passages: readonly PassageRef[], room: number): string {
  const refs = [...new Set(passages.map(refOf))];
  const ranges = passages.map((passage) => {
    const whose = refs.length > 1 ? (LETTERS[refs.indexOf(refOf(passage))] ?? '') : '';
    const more = passage.last > passage.first ? `-${base36(passage.last - passage.first)}` : '';
    return `${whose}${base36(passage.first)}${more}`;
  });
  const packed = `${refs.join(',')}:${ranges.join('.')}`;
  const isHeld = packed.length <= room && refs.length <= LETTERS.length;
  return isHeld ? packed : packPassages(passages.slice(0, -1), room);
}

/** What a component carries of `action`: at most 98 characters. Of many passages it holds the first ones, as many as fit. */
export function customIdOf(action: Action, locale: Locale): string {
  const head = `${SCHEME}:${action.verb}:${locale}:`;
  const room = LONGEST - head.length;
  switch (action.verb) {
    case 'context':
    case 'closest':
      return head + packPassages([action.passage], room);
    case 'verify':
      return head + packPassages(action.passages, room);
    case 'more': {
      const from = `:${base36(action.from ?? 0)}`;
      return head + packPassages(action.passages, room - from.length) + from;
    }
    case 'page': {
      const page = `:${base36(action.page)}${action.form ? `:${action.form}` : ''}`;
      return head + packPassages([action.passage], room - page.length) + page;
    }
    case 'share': {
      const outcome = `:${action.outcome}`;
      return head + packPassages(action.passages, room - outcome.length) + outcome;
    }
    case 'summary': {
      const section = action.section === undefined ? '' : base36(action.section);
      return `${head}${refOf(action)}:${action.length}:${section}:${base36(action.from)}`;
    }
    case 'sources': {
      const ref = action.article === undefined ? '' : refOf({ ...action, article: action.article });
      const id = `${head}${ref}:${base36(action.from)}:${action.note ?? ''}`;
      if (id.length > LONGEST) throw new RangeError('The note mark is too long for a button.');
      return id;
    }
  }
}

/** How many passages an id holds. */
export function heldIn(customId: string): number {
  const ranges = customId.split(':')[4] ?? '';
  return ranges === '' ? 0 : ranges.split('.').length;
}

/** Makes a second and third button with the same action differ, as Discord demands within one message. */
export function repeatOf(customId: string, times: number): string {
  return customId.replace(SCHEME, `${SCHEME}${LETTERS[times] ?? ''}`);
}
