// Reads the text of an entry.
import { decodeHTML } from 'entities';
import type { LeftOut, SourceBlock } from '../document.ts';
import { blocksOfElement } from '../html/blocks.ts';
import { parsedPage } from '../html/dom.ts';
import { ownTextOf } from '../html/text.ts';
import type { EntryText } from './entries.ts';
import { type Addresses, farewellOf } from './farewell.ts';

/** What a text of a feed is read as. */
export interface ReadText {
  readonly blocks: readonly SourceBlock[];
  readonly leftOut: readonly LeftOut[];
  readonly own: string;
  /** Whether it ends as what was cut does: in an ellipsis. */
  readonly isCut: boolean;
  /** Whether a link to the entry itself ended it. */
  readonly leadsOn: boolean;
}

/** Elements that feeds have in their texts; a word between angle brackets is none. */
const HTML_TAG =
  /<\/?(?:a|abbr|address|article|aside|b|big|blockquote|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video)(?:\s[^<>]*)?\/?>/i;
/** HTML that was escaped once too often: it opens with a tag, or ends its blocks; a text on tags does neither. */
const ESCAPED_HTML =
  /^\s*&lt;(?:p|div|span|a|b|i|em|strong|img|h[1-6]|ul|ol|table|blockquote|article|section|figure)(?:\s|&gt;|\/)|&lt;(?:\/(?:p|div|ul|ol|blockquote|table)\s*&gt;|br\s*\/?&gt;)/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/i;

/** What a text that was cut ends with; feeds put brackets around it. */
const CUT = /(?:…|\.\.\.|&hellip;)\s*[\])]?\s*$/;

/** The text as HTML, or as it is where it is plain; what was escaped twice is unescaped. */
export function unescaped({ value, markup, ...rest }: EntryText): EntryText {
  if (markup === 'plain' || markup === 'xhtml') return { value, markup, ...rest };
  if (HTML_TAG.test(value)) return { value, markup: 'html', ...rest };
  if (ESCAPED_HTML.test(value)) return { value: decodeHTML(value), markup: 'html', ...rest };
  if (markup === 'html') return { value, markup, ...rest };
  return { value: ENTITY.test(value) ? decodeHTML(value) : value, markup: 'perhaps', ...rest };
}

/** Blocks of a text of a feed. A last paragraph or link that only leads to the entry or its site is no part of the text. */
export function readText(given: EntryText, addresses: Addresses): ReadText {
  const { value, markup } = unescaped(given);
  if (markup === 'plain' || markup === 'perhaps') {
    const blocks = paragraphsOf(value, markup === 'plain' ? '\n' : ' ');
    return { blocks, leftOut: [], own: value, isCut: CUT.test(value), leadsOn: false };
  }
  // So that elements may close themselves, as XHTML lets them.
  const page =
    markup === 'xhtml' ? `<html xmlns="http://www.w3.org/1999/xhtml"><body>${value}</body></html>` : value;
  const root = parsedPage(page).documentElement;
  if (!root) return { blocks: [], leftOut: [], own: '', isCut: false, leadsOn: false };
  const farewell = farewellOf(root, addresses);
  const { blocks, leftOut } = blocksOfElement(root, (element) => !farewell.elements.has(element));
  const last = blocks.at(-1);
  const end = last === undefined || last.kind === 'row' ? '' : (last.pieces.at(-1) ?? '');
  return { blocks, leftOut, own: ownTextOf(value), isCut: CUT.test(end), leadsOn: farewell.leadsOn };
}

/** Tags that titles have; others are what the title is about, as in "The <div> element". */
const TITLE_MARKUP = /<(em|i|b|strong|cite|code|q|s|small|span|sub|sup|u|a)(?:\s[^<>]*)?>.*<\/\1>/is;

/** In UTF-16 units: what is longer is no title, and not searched for tags. */
const LONGEST_TITLE = 2000;

/** A text in one line, without tags: a title. */
export function lineOf(given: EntryText | undefined): string | undefined {
  if (given === undefined) return undefined;
  const { value, markup } = given;
  const isMarkup =
    markup === 'html' ||
    markup === 'xhtml' ||
    (markup === 'perhaps' && TITLE_MARKUP.test(value.slice(0, LONGEST_TITLE)));
  const line = isMarkup ? ownTextOf(value) : ENTITY.test(value) ? decodeHTML(value) : value;
  return line.replace(/\s+/g, ' ').trim() || undefined;
}

/** Paragraphs between blank lines; what stands between the lines of one is `lineBreak`. */
function paragraphsOf(text: string, lineBreak: string): readonly SourceBlock[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', lineBreak))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', pieces: [paragraph] }));
}
