import {
  type APIComponentInContainer,
  type APISectionComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import type { Passage, Span } from '../corpus/passage.ts';
import type { Locale } from '../reply/locale.ts';
import { refTo } from '../reply/reference.ts';
import type { Block, Button, Quotation } from '../reply/reply.ts';
import { shorten } from '../reply/shorten.ts';
import type { Words } from '../reply/words.ts';
import { type Cost, costOf } from './budget.ts';
import { buttonOf, rowsOf } from './controls.ts';
import { escapeLabel, escapeMarkdown, prefixLines } from './markdown.ts';
import { pagesOf } from './pages.ts';
import { DISCORD_WORDS } from './words.ts';

/** Marks the line that repeats the question, so that it can be found again in the message when a button is pressed. */
export const QUESTION_ID = 1000;

/** Around the words of an article. They are no part of the quotation. */
export const OPENING = '“';
export const CLOSING = '”';

/** Before and after the lines of a code block: Discord knows no longer fence. */
export const FENCE = '```';

/** Labels of the interface are cut from these lengths on; words of an article never are. */
const LONGEST = { line: 900, attribution: 400, heading: 200, entry: 2000 };

/** Shows that words are left out, as `[…]`. */
const GAP = '\\[…]';

/** A quotation as shown: which slice of the article's text stands in the message. */
export interface Quoted {
  readonly passage: Passage;
  readonly span: Span;
}

export interface Reader {
  readonly locale: Locale;
  readonly words: Words;
  /** The Markdown of the line that repeats the question, where the pressed message has one. */
  readonly question?: string | undefined;
}

/** One escaped line of at most `most` characters before escaping. */
export const label = (text: string, most: number) => escapeLabel(shorten(text, most));

const linesOf = (text: string) =>
  shorten(text, LONGEST.line)
    .split('\n')
    .map(escapeLabel)
    .filter((line) => line !== '')
    .join('\n');

export function display(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** A block as components, and whether a message may end after it. */
export interface Piece {
  readonly components: readonly APIComponentInContainer[];
  readonly quoted?: Quoted;
  /** Quotations and entries count toward `Reply.rest`; a heading or a gap says nothing without one after it. */
  readonly counts: boolean;
  readonly leads: boolean;
  readonly cost: Cost;
}

export function piece(components: readonly APIComponentInContainer[], more: Partial<Piece> = {}): Piece {
  return { components, counts: false, leads: false, cost: costOf(components), ...more };
}

function besideButton(text: APITextDisplayComponent, button: Button | undefined, locale: Locale) {
  const accessory = button && buttonOf(button, locale);
  if (!accessory) return text;
  return {
    type: ComponentType.Section,
    components: [text],
    accessory,
  } satisfies APISectionComponent;
}

/** The stressed words that stand in `span`, as offsets into that slice. */
function within(span: Span, matches: readonly Span[]): Span[] {
  return matches
    .map(({ start, end }) => ({
      start: Math.max(start, span.start) - span.start,
      end: Math.min(end, span.end) - span.start,
    }))
    .filter(({ start, end }) => end > start);
}

function quotationPiece(quotation: Quotation, { locale, words }: Reader): Piece {
  const { passage, page, matches } = quotation;
  const pages = pagesOf(passage);
  const span = pages[page];
  if (!span) throw new RangeError(`The passage has ${pages.length} pages, not ${page + 1}.`);
  const slice = passage.article.text.slice(span.start, span.end);
  // A page has room for its words, but not for any number of bold marks.
  const stressed = pages.length === 1 ? within(span, matches) : [];
  const isCode = quotation.form === 'exact' && !slice.includes(FENCE);
  const shown = isCode
    ? `${FENCE}\n${slice}\n${FENCE}`
    : prefixLines('> ', `${OPENING}${escapeMarkdown(slice, stressed)}${CLOSING}`);
  const note = [
    quotation.letter,
    quotation.attribution,
    pages.length > 1 && words.place.page(page + 1, pages.length),
    quotation.form === 'exact' && !isCode && DISCORD_WORDS[locale].noCodeBlock,
  ];
  const lines = [
    page > 0 && GAP,
    shown,
    page < pages.length - 1 && GAP,
    `-# ${label(note.filter(Boolean).join(' · '), LONGEST.attribution)}`,
  ];
  const text = display(lines.filter((line) => line !== false).join('\n'));
  const turn = (label: string, to: number): Button => ({
    label,
    action: {
      verb: 'page',
      passage: refTo(passage),
      page: to,
      ...(quotation.form === 'exact' && { form: quotation.form }),
    },
  });
  const turns = [
    ...(page > 0 ? [turn(words.buttons.previousPage, page - 1)] : []),
    ...(page < pages.length - 1 ? [turn(words.buttons.nextPage, page + 1)] : []),
  ];
  return piece([besideButton(text, quotation.button, locale), ...rowsOf(turns, locale)], {
    counts: true,
    quoted: { passage, span },
  });
}

/** An entry's name and as many of its lines as a message has room for; `[…]` stands for those left out. */
function entryOf(name: string, lines: readonly string[]): string {
  const kept = [`**${label(name, LONGEST.heading)}**`];
  let length = 0;
  for (const line of lines.map(linesOf)) {
    length += line.length;
    if (length > LONGEST.entry) return [...kept, GAP].join('\n');
    if (line !== '') kept.push(line);
  }
  return kept.join('\n');
}

/** A block as Discord shows it. One without words is no component: Discord refuses empty text. */
export function pieceOf(block: Block, reader: Reader): Piece {
  switch (block.kind) {
    case 'text': {
      const text = linesOf(block.text);
      return piece(text === '' ? [] : [display(text)]);
    }
    case 'note': {
      const text = linesOf(block.text);
      const small = display(prefixLines('-# ', text));
      return piece(text === '' ? [] : [block.question ? { ...small, id: QUESTION_ID } : small]);
    }
    case 'heading':
      return piece([display(`**${label(block.text, LONGEST.heading)}**`)], { leads: true });
    case 'gap':
      return piece([display(GAP)], { leads: true });
    case 'divider':
      return piece([{ type: ComponentType.Separator, divider: true, spacing: 1 }], { leads: true });
    case 'quotation':
      return quotationPiece(block.quotation, reader);
    case 'entry':
      return piece([besideButton(display(entryOf(block.name, block.lines)), block.button, reader.locale)], {
        counts: true,
      });
  }
}
