// Makes buttons.
import type { Article } from '../corpus/article.ts';
import type { Passage, Span } from '../corpus/passage.ts';
import { ACTIONS, type Action, type Judged, type LabeledVerb } from './action.ts';
import { refTo } from './reference.ts';
import type { Button } from './reply.ts';
import { permalink } from './text-fragment.ts';
import type { Words } from './words.ts';

/** A button that says what `ACTIONS` has for it. */
export function buttonFor(action: Action<LabeledVerb>, { locale }: Words): Button {
  return { label: ACTIONS[action.verb].label[locale], action };
}

/** Shows what stands around a passage; undefined where the passage is the whole article. */
export function contextButton(passage: Passage, words: Words): Button | undefined {
  const isWhole = passage.first === 0 && passage.last === passage.article.sentences.length - 1;
  if (isWhole) return undefined;
  return buttonFor({ verb: 'context', passage: refTo(passage) }, words);
}

/** How many items the pages before showed. */
export function passedOver({ trail = [] }: { readonly trail?: readonly number[] }): number {
  return trail.reduce((sum, shown) => sum + shown, 0);
}

/**
 * Shows the passages after the first `shown`, and holds those for the way back; undefined where none is left. `before` others were
 * shown under letters of their own; `trail` says how many of `shown` the pages before this one showed.
 */
export function moreButton(
  passages: readonly Passage[],
  shown: number,
  words: Words,
  before = 0,
  trail: readonly number[] = [],
): Button | undefined {
  const left = passages.length - shown;
  if (left <= 0) return undefined;
  const here = shown - passedOver({ trail });
  return {
    label: words.buttons.more(left),
    action: { verb: 'more', passages: passages.map(refTo), from: before, trail: [...trail, here] },
    rest: true,
  };
}

/** Leads back to the page before; undefined at the first. */
export function backButton(
  passages: readonly Passage[],
  trail: readonly number[],
  words: Words,
  before = 0,
): Button | undefined {
  if (trail.length === 0) return undefined;
  const action = { verb: 'more', passages: passages.map(refTo), from: before } as const;
  return { label: words.buttons.previous, action: { ...action, ...trailBefore(trail) } };
}

/** The trail of the page before. */
export function trailBefore(trail: readonly number[]): { readonly trail?: readonly number[] } {
  return trail.length > 1 ? { trail: trail.slice(0, -1) } : {};
}

/** Where a page before one of a list begins, and its trail: `page` items before where that is not known any more. */
export function pageBefore(
  { from, trail = [] }: { readonly from: number; readonly trail?: readonly number[] | undefined },
  page: number,
): { readonly from: number; readonly trail?: readonly number[] } {
  return { from: Math.max(0, from - (trail.at(-1) ?? page)), ...trailBefore(trail) };
}

/** Shows the exact characters of passages, of which the first has the letter after so many. */
export function verifyButton(passages: readonly Passage[], words: Words, lettered = 0): Button {
  const action = { verb: 'verify', passages: passages.map(refTo) } as const;
  return buttonFor(lettered > 0 ? { ...action, lettered } : action, words);
}

/** Shows everyone what one reader was shown, under the outcome it had. */
export function shareButton(outcome: Judged, passages: readonly Passage[], words: Words): Button {
  return buttonFor({ verb: 'share', outcome, passages: passages.map(refTo) }, words);
}

/** Leads to the article at its publisher; none where several articles are shown or the source gives no address. */
export function openButtons(articles: ReadonlySet<Article>, words: Words): Button[] {
  const [only, another] = articles;
  return only?.url && !another ? [{ label: words.buttons.open, url: only.url }] : [];
}

/** Leads to a lettered passage on its page; undefined where no address leads there. `span` is what is displayed of the article. */
export function openAtButton(
  article: Article,
  span: Span,
  letter: string | undefined,
  words: Words,
): Button | undefined {
  const url = letter === undefined ? undefined : permalink(article, span);
  return letter !== undefined && url ? { label: words.buttons.openAt(letter), url } : undefined;
}
