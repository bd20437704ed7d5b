// Places a quotation's buttons.
import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Passage } from '../../corpus/passage.ts';
import { LIMITS } from '../../limits.ts';
import { placeOf } from '../../reply/attribution.ts';
import { openAtButton } from '../../reply/buttons.ts';
import type { Locale } from '../../reply/locale.ts';
import type { Button } from '../../reply/reply.ts';
import { type Cost, costOf, NOTHING } from './budget.ts';
import { rowsOf } from './controls.ts';
import type { Piece, Quoted, Reader } from './pieces.ts';

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

/** The sentences of which a quotation displays at least a part. */
export function displayedOf({ passage, span }: Quoted): Passage {
  const { first, last } = placeOf(passage, span);
  return { article: passage.article, first: first - 1, last: last - 1 };
}

/** A row for buttons, or rows. */
const rowsFor = (buttons: number) => Math.ceil(buttons / LIMITS.row);

/**
 * The buttons of a run of quotations, and after them as many of the links as `room` has components for: in the same row
 * where all of them have room there, else in rows of their own.
 */
function rowsUnder(
  buttons: readonly Button[],
  links: readonly Button[],
  room: number,
  locale: Locale,
): APIComponentInContainer[] {
  for (let most = links.length; ; most -= 1) {
    const shown = links.slice(0, most);
    const isOneRow = buttons.length + most <= LIMITS.row;
    const rows = isOneRow ? [[...buttons, ...shown]] : [buttons, shown];
    const added = isOneRow ? rowsFor(buttons.length + most) : rowsFor(buttons.length) + rowsFor(most);
    if (most === 0 || most + added - rowsFor(buttons.length) <= room)
      return rows.flatMap((row) => rowsOf(row, locale));
  }
}

/**
 * All components of `pieces`, with rows of buttons under each run of quotations. A link that leads to a quotation is shown
 * where `room` is left over: no quotation waits on another page for it.
 */
export function withButtons(
  pieces: readonly Piece[],
  { locale, words, withheld, pageOf }: Reader,
  room = 0,
): APIComponentInContainer[] {
  const isOne = pieces.filter(({ button }) => button).length === 1;
  const isAlone = pieces.filter(({ quoted }) => quoted).length === 1;
  let left = room;
  const notWithheld = (link: Button | undefined): Button[] =>
    link?.url !== undefined && !withheld?.has(link.url) ? [link] : [];
  /** To their pages first: what stands there is what was quoted, whatever became of the publisher's. */
  const linksOf = (run: readonly Piece[]) => [
    ...run.flatMap(({ quoted, letter }) => {
      const url = quoted && pageOf?.(displayedOf(quoted));
      const label = words.buttons.readInContext(isAlone ? undefined : letter);
      return notWithheld(url === undefined ? undefined : { label, url });
    }),
    ...run.flatMap(({ quoted, letter }) =>
      notWithheld(quoted && openAtButton(quoted.passage.article, quoted.span, letter, words)),
    ),
  ];
  return pieces.flatMap((piece, at) => {
    const isEnd = piece.quoted && !pieces[at + 1]?.quoted;
    if (!isEnd) return [...piece.components];
    const from = pieces.findLastIndex(({ quoted }, before) => before < at && !quoted) + 1;
    const buttons = pieces.slice(from, at + 1).flatMap(({ button, letter }) => {
      if (!button) return [];
      return isOne || letter === undefined ? [button] : [{ ...button, label: `${button.label} ${letter}` }];
    });
    const links = left > 0 ? linksOf(pieces.slice(from, at + 1)) : [];
    const rows = rowsUnder(buttons, links, left, locale);
    left -= costOf(rows).components - costOf(rowsOf(buttons, locale)).components;
    return [...piece.components, ...rows];
  });
}
