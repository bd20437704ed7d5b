import type { Article } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';
import { ACTIONS, type Action, type Judged, type LabeledVerb } from './action.ts';
import { refTo } from './reference.ts';
import type { Button } from './reply.ts';
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

/**
 * Shows the passages after the first `shown`, and holds those for the way back; undefined where none is left. `before` others were
 * shown under letters of their own.
 */
export function moreButton(
  passages: readonly Passage[],
  shown: number,
  words: Words,
  before = 0,
): Button | undefined {
  const left = passages.length - shown;
  if (left <= 0) return undefined;
  return {
    label: words.buttons.more(left),
    action: { verb: 'more', passages: passages.map(refTo), from: before, skip: shown },
    rest: true,
  };
}

/** How many passages the way back goes at once: as many as the reply to a question shows. */
const BACK = 3;

/** Leads back from the passages after the first `skipped`; undefined at the first. */
export function backButton(
  passages: readonly Passage[],
  skipped: number,
  words: Words,
  before = 0,
): Button | undefined {
  if (skipped === 0) return undefined;
  const skip = Math.max(0, skipped - BACK);
  return {
    label: words.buttons.previous,
    action: { verb: 'more', passages: passages.map(refTo), from: before, ...(skip > 0 ? { skip } : {}) },
  };
}

/** Shows the exact characters of passages. */
export function verifyButton(passages: readonly Passage[], words: Words): Button {
  return buttonFor({ verb: 'verify', passages: passages.map(refTo) }, words);
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
