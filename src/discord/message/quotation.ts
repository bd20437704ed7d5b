import type { Span } from '../../corpus/passage.ts';
import { refTo } from '../../reply/reference.ts';
import type { Button, Quotation } from '../../reply/reply.ts';
import { rowsOf } from './controls.ts';
import { escapeMarkdown, prefixLines } from './markdown.ts';
import { pagesOf } from './pages.ts';
import { besideButton, display, GAP, label, type Piece, piece, type Reader } from './piece.ts';
import { DISCORD_WORDS } from './words.ts';

/** Around the words of an article. They are no part of the quotation. */
export const OPENING = '“';
export const CLOSING = '”';

/** Before and after the lines of a code block: Discord knows no longer fence. */
export const FENCE = '```';

/** The attribution is cut from this length on; the words of an article never are. */
const LONGEST_ATTRIBUTION = 400;

/** The stressed words that stand in `span`, as offsets into that slice. */
function within(span: Span, matches: readonly Span[]): Span[] {
  return matches
    .map(({ start, end }) => ({
      start: Math.max(start, span.start) - span.start,
      end: Math.min(end, span.end) - span.start,
    }))
    .filter(({ start, end }) => end > start);
}

/** One page of a quotation as Markdown: block quote or code block. */
function markdownOf({ form, matches }: Quotation, slice: string, span: Span, isWhole: boolean): string {
  if (form === 'exact' && !slice.includes(FENCE)) return `${FENCE}\n${slice}\n${FENCE}`;
  // A page has room for its words, but not for any number of bold marks.
  const stressed = isWhole ? within(span, matches) : [];
  return prefixLines('> ', `${OPENING}${escapeMarkdown(slice, stressed)}${CLOSING}`);
}

/**
 * A quotation under `leads` (lines of Markdown: a gap, a section's heading), with its attribution and its button. The
 * attribution has a text display of its own: at the start of one, small print is small print for every client.
 */
export function quotationPiece(quotation: Quotation, leads: readonly string[], reader: Reader): Piece {
  const { passage, page, form, letter, attribution } = quotation;
  const { locale, words } = reader;
  const pages = pagesOf(passage);
  const span = pages[page];
  if (!span) throw new RangeError(`The passage has ${pages.length} pages, not ${page + 1}.`);
  const slice = passage.article.text.slice(span.start, span.end);
  const isFirst = page === 0;
  const isLast = page === pages.length - 1;
  const lines = [
    ...leads,
    ...(isFirst ? [] : [GAP]),
    markdownOf(quotation, slice, span, pages.length === 1),
    ...(isLast ? [] : [GAP]),
  ];
  const notes = [
    ...(letter ? [letter] : []),
    attribution,
    ...(pages.length > 1 ? [words.place.page(page + 1, pages.length)] : []),
    ...(form === 'exact' && slice.includes(FENCE) ? [DISCORD_WORDS[locale].noCodeBlock] : []),
  ];
  const texts = [display(lines.join('\n')), display(`-# ${label(notes.join(' · '), LONGEST_ATTRIBUTION)}`)];
  const turn = (label: string, to: number): Button => ({
    label,
    action: { verb: 'page', passage: refTo(passage), page: to, ...(form === 'exact' && { form }) },
  });
  const turns = [
    ...(isFirst ? [] : [turn(words.buttons.previousPage, page - 1)]),
    ...(isLast ? [] : [turn(words.buttons.nextPage, page + 1)]),
  ];
  return piece([...besideButton(texts, quotation.button, locale), ...rowsOf(turns, locale)], {
    counts: true,
    quoted: { passage, span },
  });
}
