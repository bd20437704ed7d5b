// The parts of a message, before it is known what fits.
import {
  type APIComponentInContainer,
  type APISectionComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { type Passage, type Span, without } from '../../corpus/passage.ts';
import { type Place, type Placing, placeOf, sayPlace } from '../../reply/attribution.ts';
import { type Claim, type Settled, type Shown, say, settle } from '../../reply/claim.ts';
import { marksOf, tellEvidence } from '../../reply/evidence.ts';
import type { Locale } from '../../reply/locale.ts';
import type { PageOf } from '../../reply/page-of.ts';
import { hiddenMarksIn } from '../../reply/quotation.ts';
import { refTo } from '../../reply/reference.ts';
import type { Block, Button, Quotation } from '../../reply/reply.ts';
import { shorten } from '../../reply/shorten.ts';
import type { Words } from '../../reply/words.ts';
import type { Statement } from '../../search/search.ts';
import { type Cost, costOf } from './budget.ts';
import { buttonOf, rowsOf } from './controls.ts';
import { DISCORD_WORDS } from './discord-words.ts';
import {
  escapeLabel,
  escapeMarkdown,
  isolateLines,
  isolateParts,
  isRightToLeft,
  prefixLines,
  unbrokenDates,
} from './markdown.ts';
import { pagesOf } from './pages.ts';
import { QUESTION_ID, REPORT_ID } from './question-id.ts';

/** Shows that words are left out, as `[…]`. */
export const GAP = '\\[…]';

/** A quotation as shown: which slice of the article's text stands in the message. */
export interface Quoted {
  readonly passage: Passage;
  readonly span: Span;
  /** What is told of where it stands, and how; undefined where nothing is. */
  readonly told?: { readonly placing: Placing; readonly place: Place } | undefined;
}

/** What a message says, for the proof: as it was meant, and with what turned out to be shown. */
export interface Said {
  readonly claim: Claim;
  readonly settled: Settled;
}

/** What was not proved: claims, places of quotations in the message, from 0, and addresses of links. */
export type Withheld = ReadonlySet<Claim | number | string>;

export interface Reader {
  readonly locale: Locale;
  readonly words: Words;
  /** The Markdown of the line that repeats the question, where the pressed message has one. */
  readonly question?: string | undefined;
  /** Where passages can be read with what stands around them; left out where nobody serves that. */
  readonly pageOf?: PageOf | undefined;
  /** What must not be said, since it was not proved. */
  readonly withheld?: Withheld;
  /** Whether the message is for everyone, so that it must be possible to remove it: Discord lets readers dismiss private ones. */
  readonly isRemovable?: boolean;
}

/** A reader, and what turned out to be shown: what is said is of that. */
interface Shower extends Reader {
  readonly shown: Shown;
}

/** A block as components, and whether a message may end after it. */
export interface Piece {
  readonly components: readonly APIComponentInContainer[];
  readonly quoted?: Quoted;
  /** A quotation's own button, which is none of its components, and its letter: `quotation-buttons.ts` shows them. */
  readonly button?: Button | undefined;
  readonly letter?: string | undefined;
  /** What it says of the quotations. */
  readonly statement?: Statement;
  readonly said?: readonly Said[];
  /** Quotations and entries count toward `Reply.rest`; a heading or a divider says nothing without one after it. */
  readonly counts: boolean;
  readonly leads: boolean;
  readonly cost: Cost;
}

export function piece(components: readonly APIComponentInContainer[], more: Partial<Piece> = {}): Piece {
  return { components, counts: false, leads: false, cost: costOf(components), ...more };
}

export function display(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** One escaped line of at most `most` characters before escaping. */
export const label = (text: string, most: number) => escapeLabel(shorten(text, most));

/** Attribution: what stands under a quotation or a whole reply, in small print. */
export function smallPrint(text: string, most: number): APITextDisplayComponent {
  return display(prefixLines('-# ', isolateParts(unbrokenDates(label(text, most)))));
}

/** Texts beside their button: a section, which cannot be without one. */
function besideButton(
  texts: readonly APITextDisplayComponent[],
  button: Button | undefined,
  locale: Locale,
): readonly APIComponentInContainer[] {
  const accessory = button && buttonOf(button, locale);
  if (!accessory) return texts;
  const section: APISectionComponent = { type: ComponentType.Section, components: [...texts], accessory };
  return [section];
}

/** Around the words of an article. They are no part of the quotation. */
export const OPENING = '“';
export const CLOSING = '”';

/** Before and after the lines of a code block: Discord knows no longer fence. */
export const FENCE = '```';

/** The attribution is cut from this length on; the words of an article never are. */
const LONGEST_ATTRIBUTION = 400;

/** The stressed words that stand in `span`, as offsets into the article's text. */
function within(span: Span, matches: readonly Span[]): Span[] {
  return matches
    .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter(({ start, end }) => end > start);
}

/** One page of a quotation as Markdown: block quote or code block. */
function markdownOf(quotation: Quotation, span: Span, isWhole: boolean): string {
  const { form, matches, answers, passage } = quotation;
  const { text } = passage.article;
  const hidden = hiddenMarksIn(quotation, span);
  const slice = text.slice(span.start, span.end);
  if (form === 'exact' && !slice.includes(FENCE))
    return `${FENCE}\n${without(text, span, hidden).text}\n${FENCE}`;
  // A page has room for its words, but not for any number of bold marks.
  const bold = without(text, span, hidden, isWhole ? within(span, matches) : []);
  const underlined = without(text, span, hidden, isWhole ? within(span, answers) : []).stressed;
  const markdown = escapeMarkdown(bold.text, { bold: bold.stressed, underlined });
  const marked = `${OPENING}${markdown}${CLOSING}`;
  return prefixLines('> ', isRightToLeft(slice) ? isolateLines(marked) : marked);
}

/**
 * A quotation under `leads` (lines of Markdown: a gap, a section's heading), with its attribution. That has a text display
 * of its own: at the start of one, small print is small print for every client.
 */
function quotationPiece(quotation: Quotation, leads: readonly string[], reader: Shower, at: number): Piece {
  const { passage, page, form, letter, placing } = quotation;
  const { locale, words, withheld } = reader;
  const pages = pagesOf(passage);
  const span = pages[page];
  if (!span) throw new RangeError(`The passage has ${pages.length} pages, not ${page + 1}.`);
  const slice = passage.article.text.slice(span.start, span.end);
  const place = placeOf(passage, span, placing);
  const isTold = !withheld?.has(at);
  const isFirst = page === 0;
  const isLast = page === pages.length - 1;
  const lines = [
    ...leads,
    ...(isFirst || leads.includes(GAP) ? [] : [GAP]),
    markdownOf(quotation, span, pages.length === 1),
    ...(isLast ? [] : [GAP]),
  ];
  const notes = [
    ...(letter ? [letter] : []),
    ...(isTold ? [sayPlace(place, words)] : []),
    ...(pages.length > 1 ? [words.place.page(page + 1, pages.length)] : []),
    ...(form === 'exact' && slice.includes(FENCE) ? [DISCORD_WORDS[locale].noCodeBlock] : []),
  ];
  const small = notes.join(' · ');
  const texts = [display(lines.join('\n')), ...(small ? [smallPrint(small, LONGEST_ATTRIBUTION)] : [])];
  const turn = (label: string, to: number): Button => ({
    label,
    action: { verb: 'page', passage: refTo(passage), page: to, ...(form === 'exact' && { form }) },
  });
  const turns = [
    ...(isFirst ? [] : [turn(words.buttons.previousPage, page - 1)]),
    ...(isLast ? [] : [turn(words.buttons.nextPage, page + 1)]),
  ];
  // What turns it has to stand right under it, and its button has room in that row.
  const inRow = turns.length > 0 && quotation.button ? [quotation.button, ...turns] : turns;
  return piece([...texts, ...rowsOf(inRow, locale)], {
    counts: true,
    quoted: { passage, span, told: isTold ? { placing, place } : undefined },
    button: turns.length > 0 ? undefined : quotation.button,
    letter,
  });
}

/** Labels of the interface are cut from these lengths on. */
const LONGEST = { line: 900, heading: 200, entry: 2000 };

const linesOf = (text: string) =>
  shorten(text, LONGEST.line)
    .split('\n')
    .map((line) => isolateParts(escapeLabel(line)))
    .filter((line) => line !== '')
    .join('\n');

/** As many lines as a message has room for beside a preview, in small print. */
function reportOf(lines: readonly string[]): string {
  const small: string[] = [];
  let length = 0;
  for (const line of lines.map((one) => label(one, LONGEST.heading * 2)).filter((one) => one !== '')) {
    length += line.length;
    if (length > LONGEST.entry) return [...small, `-# ${GAP}`].join('\n');
    small.push(`-# ${line}`);
  }
  return small.join('\n');
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

type EvidenceBlock = Extract<Block, { kind: 'evidence' }>;

function evidencePiece({ part, evidence, reason }: EvidenceBlock, { words, shown }: Shower): Piece {
  const spans = shown.quoted.map(({ span }) => span);
  const told = tellEvidence(evidence, reason, words, spans);
  const { statement } = told;
  if (part === 'legend') {
    const legend = told.line && words.ask.legend(marksOf(statement), statement.passages);
    return piece(legend ? [display(prefixLines('-# ', linesOf(legend)))] : []);
  }
  const text = linesOf((part === 'line' ? told.line : told.sentence) ?? '');
  return piece(text === '' ? [] : [display(text)], text === '' ? {} : { statement });
}

/** Text of the interface, or a claim in its words with what the proof needs of it; empty where nothing can be said. */
export function told(
  text: string | Claim,
  { shown, words, withheld }: Reader & { readonly shown: Shown },
): { readonly text: string; readonly said: readonly Said[] } {
  if (typeof text === 'string') return { text, said: [] };
  const settled = withheld?.has(text) ? undefined : settle(text, shown);
  return settled ? { text: say(settled, words), said: [{ claim: text, settled }] } : { text: '', said: [] };
}

/** A block as Discord shows it. One without words is no component: Discord refuses empty text. */
function pieceOf(block: Block, leads: readonly string[], reader: Shower, at = 0): Piece {
  switch (block.kind) {
    case 'text': {
      const { text, said } = told(block.text, reader);
      const lines = linesOf(text);
      return lines === '' ? piece([]) : piece([display(lines)], { said });
    }
    case 'note': {
      const { text, said } = told(block.text, reader);
      const lines = linesOf(text);
      const small = display(prefixLines('-# ', lines));
      return lines === ''
        ? piece([])
        : piece([block.question ? { ...small, id: QUESTION_ID } : small], { said });
    }
    case 'heading':
    case 'gap':
      return piece([display(lineOf(block))], { leads: true });
    case 'divider':
      return piece([{ type: ComponentType.Separator, divider: true, spacing: 1 }], { leads: true });
    case 'quotation':
      return quotationPiece(block.quotation, leads, reader, at);
    case 'evidence':
      return evidencePiece(block, reader);
    case 'report': {
      const small = 'lines' in block ? reportOf(block.lines) : block.displayed;
      return piece(small === '' ? [] : [{ ...display(small), id: REPORT_ID }]);
    }
    case 'entry': {
      const lines = block.lines.map((line) => told(line, reader));
      const text = display(
        entryOf(
          block.name,
          lines.map(({ text: line }) => line),
        ),
      );
      return piece(besideButton([text], block.button, reader.locale), {
        counts: true,
        said: lines.flatMap(({ said }) => said),
      });
    }
  }
}

type Lead = Extract<Block, { kind: 'heading' | 'gap' }>;

const isLead = (block: Block): block is Lead => block.kind === 'gap' || block.kind === 'heading';

/** Text before an article's first heading has none. */
const isSilent = (block: Block) => block.kind === 'heading' && block.text.trim() === '';

/** A page that another follows ends with a gap already. */
function isUnfinished(block: Block | undefined): boolean {
  if (block?.kind !== 'quotation') return false;
  const { passage, page } = block.quotation;
  return page < pagesOf(passage).length - 1;
}

function lineOf(block: Lead): string {
  return block.kind === 'gap' ? GAP : `**${label(block.text, LONGEST.heading)}**`;
}

/**
 * The blocks of a reply in their order. Gaps and headings right before a quotation stand in its own text, which saves
 * one of the 40 components for each.
 */
export function piecesOf(blocks: readonly Block[], reader: Reader & { readonly shown: Shown }): Piece[] {
  const pieces: Piece[] = [];
  let leads: Lead[] = [];
  let quotations = 0;
  for (const [at, block] of blocks.entries()) {
    if (isSilent(block) || (block.kind === 'gap' && isUnfinished(blocks[at - 1]))) continue;
    if (isLead(block)) {
      leads.push(block);
      continue;
    }
    const isQuotation = block.kind === 'quotation';
    if (!isQuotation) pieces.push(...leads.map((lead) => pieceOf(lead, [], reader)));
    pieces.push(pieceOf(block, isQuotation ? leads.map(lineOf) : [], reader, quotations));
    if (isQuotation) quotations += 1;
    leads = [];
  }
  return [...pieces, ...leads.map((lead) => pieceOf(lead, [], reader))];
}
