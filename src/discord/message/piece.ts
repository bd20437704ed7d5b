import {
  type APIComponentInContainer,
  type APISectionComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { Passage, Span } from '../../corpus/passage.ts';
import type { Locale } from '../../reply/locale.ts';
import type { Button } from '../../reply/reply.ts';
import { shorten } from '../../reply/shorten.ts';
import type { Words } from '../../reply/words.ts';
import { type Cost, costOf } from './budget.ts';
import { buttonOf } from './controls.ts';
import { escapeLabel } from './markdown.ts';

/** Shows that words are left out, as `[…]`. */
export const GAP = '\\[…]';

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

/** A block as components, and whether a message may end after it. */
export interface Piece {
  readonly components: readonly APIComponentInContainer[];
  readonly quoted?: Quoted;
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

/** Texts beside their button: a section, which cannot be without one. */
export function besideButton(
  texts: readonly APITextDisplayComponent[],
  button: Button | undefined,
  locale: Locale,
): readonly APIComponentInContainer[] {
  const accessory = button && buttonOf(button, locale);
  if (!accessory) return texts;
  const section: APISectionComponent = { type: ComponentType.Section, components: [...texts], accessory };
  return [section];
}
