import type { APIComponentInContainer } from 'discord-api-types/v10';
import { LIMITS } from '../../limits.ts';
import type { Locale } from '../../reply/locale.ts';
import { type Cost, NOTHING } from './budget.ts';
import { rowsOf } from './controls.ts';
import type { Piece } from './pieces.ts';

/*
 * The buttons of quotations. Beside its quotation, as a section's accessory, a button would take half of the width of a phone
 * from the words. So they stand in a row under the quotations that follow one another, lettered as these are: a row for
 * each would cost as much as a section does, one row for five leaves room for a quotation more in a message.
 */

/** What the buttons of `taken` and `next` cost beyond those of `taken`: a row begins with the first, the sixth … */
export function costOfButton(taken: readonly Piece[], next: Piece): Cost {
  if (!next.button) return NOTHING;
  const run = taken.slice(taken.findLastIndex(({ quoted }) => !quoted) + 1);
  const before = run.filter(({ button }) => button).length;
  return { ...NOTHING, components: before % LIMITS.row === 0 ? 2 : 1 };
}

/** All components of `pieces`, with rows of buttons under each run of quotations. */
export function withButtons(pieces: readonly Piece[], locale: Locale): APIComponentInContainer[] {
  const isOne = pieces.filter(({ button }) => button).length === 1;
  return pieces.flatMap((piece, at) => {
    const isEnd = piece.quoted && !pieces[at + 1]?.quoted;
    if (!isEnd) return [...piece.components];
    const from = pieces.findLastIndex(({ quoted }, before) => before < at && !quoted) + 1;
    const buttons = pieces.slice(from, at + 1).flatMap(({ button, letter }) => {
      if (!button) return [];
      return isOne || letter === undefined ? [button] : [{ ...button, label: `${button.label} ${letter}` }];
    });
    return [...piece.components, ...rowsOf(buttons, locale)];
  });
}
