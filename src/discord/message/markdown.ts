// Escapes text so that Discord shows it as it is.
import type { Span } from '../../corpus/passage.ts';

/** Open or close a construct of Discord's Markdown wherever they stand: emphasis, code, spoilers, `<…>`, links, mentions. */
const ANYWHERE = /[\\*_~`|<[@]/g;

/** Ends the scheme of a bare link (`https://`) or opens an emoji (`:name:`); harmless before a space, but not before `**`. */
const COLON = /:(?=\S|$)/g;

/** Headings, lists, quotes and small print (`-#`) begin with one of these, perhaps after spaces. */
const LINE_START = /^[^\S\n]*[#>+-]/gm;

/** `1. ` begins a numbered list; the backslash goes before its point. */
const NUMBERED = /^[^\S\n]*\d+[.)]/gm;

/** Index of each character of `text` that needs a backslash before it. */
function marksIn(text: string): ReadonlySet<number> {
  const indexes = new Set<number>();
  for (const pattern of [ANYWHERE, COLON, LINE_START, NUMBERED]) {
    for (const match of text.matchAll(pattern)) indexes.add(match.index + match[0].length - 1);
  }
  return indexes;
}

/** Where bold or underline can begin and end without touching white space, which some readers do not accept beside `**`. */
function marksAround(text: string, stressed: readonly Span[]): ReadonlySet<number> {
  const indexes = new Set<number>();
  const toggle = (index: number) => {
    // Two neighbors share a mark: `**a****b**` would not be read as two bold words.
    if (!indexes.delete(index)) indexes.add(index);
  };
  for (const { start, end } of stressed) {
    for (const word of text.slice(start, end).matchAll(/\S(?:[^\n\r]*\S)?/g)) {
      toggle(start + word.index);
      toggle(start + word.index + word[0].length);
    }
  }
  return indexes;
}

/** Stretches of a text to stress: ascending, not overlapping, offsets into it; those underlined do not touch those in bold. */
export interface Stress {
  readonly bold?: readonly Span[];
  readonly underlined?: readonly Span[];
}

/**
 * Markdown that Discord displays as exactly `text`, with stretches of it in bold and underlined. Nothing is added but
 * backslashes and pairs of asterisks or low lines: a backslash before any character that is not a letter, digit or space
 * shows that character, and no construct starts at a character shown so.
 *
 * `2 * 3 <@1> https://a.b` becomes `2 \\* 3 \\<\\@1> https\\://a.b`.
 */
export function escapeMarkdown(text: string, { bold = [], underlined = [] }: Stress = {}): string {
  const escaped = marksIn(text);
  const boldAt = marksAround(text, bold);
  const underlinedAt = marksAround(text, underlined);
  const isMark = (index: number) => boldAt.has(index) || underlinedAt.has(index);
  let isUnderlined = false;
  // What ends goes before what begins: `__46__**years**`, never `__46**__years**`.
  const marksBefore = (index: number) => {
    const line = underlinedAt.has(index) ? '__' : '';
    const stars = boldAt.has(index) ? '**' : '';
    const marks = isUnderlined ? line + stars : stars + line;
    if (line) isUnderlined = !isUnderlined;
    return marks;
  };
  let markdown = '';
  for (let index = 0; index < text.length; index += 1) {
    markdown += marksBefore(index);
    const isBeforeMark = text.charAt(index) === ':' && isMark(index + 1);
    if (escaped.has(index) || isBeforeMark) markdown += '\\';
    markdown += text.charAt(index);
  }
  return markdown + marksBefore(text.length);
}

/** Puts `prefix` before each line: `> ` for a quotation, `-# ` for small print. */
export function prefixLines(prefix: string, markdown: string): string {
  return markdown.replace(/^|\n/g, (lineBreak) => `${lineBreak}${prefix}`);
}

/** `2025-11-16` or `2025-11`, but no part of a name or an address. */
const DATE = /(?<![\w/.=-])\d{4}-\d{2}(?:-\d{2})?(?![\w/-])/g;

/** Dates with hyphens that no line ends at (U+2011), for labels in small print. Never for a quotation. */
export function unbrokenDates(label: string): string {
  return label.replace(DATE, (date) => date.replaceAll('-', '\u2011'));
}

/**
 * A letter of a script that runs from right to left: letters where Unicode has such scripts alone
 * (https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt, R and AL), which regular expressions
 * cannot ask for.
 */
const RIGHT_TO_LEFT =
  /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export const isRightToLeft = (text: string) => RIGHT_TO_LEFT.test(text);

/**
 * Each line between U+2068 and U+2069, which are not seen: it then runs by its own first letter, and so do the quotation
 * marks around it, which would else be sorted into the direction of the interface. An isolate ends with its line at the
 * latest (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates), so that each line needs its own.
 */
export function isolateLines(markdown: string): string {
  return markdown.replace(/[^\n]+/g, '\u2068$&\u2069');
}

/** Between the parts of a label. */
const SEPARATOR = ' · ';
const DATE_AND_TIME = /\d{4}\u2011\d{2}(?:\u2011\d{2})?(?: \d{2}:\d{2})?/g;

/**
 * A line of labels in which each part keeps its place, and a date its order: from where one runs from right to left, the
 * next would else be sorted into it, and the `✗` of the last word would be seen beside the first. Dates are those of
 * `unbrokenDates`.
 */
export function isolateParts(line: string): string {
  if (!isRightToLeft(line) || !line.includes(SEPARATOR)) return line;
  const isolated = line.replace(DATE_AND_TIME, isolateLines);
  return isolated.split(SEPARATOR).map(isolateLines).join(SEPARATOR);
}

// Control characters, and those that reorder or hide what stands around them, for text that readers type.
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\p{Cs}\u200B\u2060\uFEFF]/gu;

/** One line of a label or of a reader's own words, escaped; what cannot be seen is left out. Never for a quotation. */
export function escapeLabel(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').replace(UNPRINTABLE, '').trim());
}
