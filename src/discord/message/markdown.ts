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

/** Where bold can begin and end without touching white space, which some readers do not accept beside `**`. */
function boldMarks(text: string, stressed: readonly Span[]): ReadonlySet<number> {
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

/**
 * Markdown that Discord displays as exactly `text`, with the `stressed` ranges (offsets into `text`, ascending, not
 * overlapping) in bold. Nothing is added but backslashes and pairs of asterisks: a backslash before any character that
 * is not a letter, digit or space shows that character, and no construct starts at a character shown so.
 *
 * `2 * 3 <@1> https://a.b` becomes `2 \* 3 \<\@1> https\://a.b`.
 */
export function escapeMarkdown(text: string, stressed: readonly Span[] = []): string {
  const escaped = marksIn(text);
  const bold = boldMarks(text, stressed);
  let markdown = '';
  for (let index = 0; index < text.length; index += 1) {
    if (bold.has(index)) markdown += '**';
    const isBeforeMark = text.charAt(index) === ':' && bold.has(index + 1);
    if (escaped.has(index) || isBeforeMark) markdown += '\\';
    markdown += text.charAt(index);
  }
  return bold.has(text.length) ? `${markdown}**` : markdown;
}

/** Puts `prefix` before each line: `> ` for a quotation, `-# ` for small print. */
export function prefixLines(prefix: string, markdown: string): string {
  return markdown.replace(/^|\n/g, (lineBreak) => `${lineBreak}${prefix}`);
}

// Control characters, and those that reorder or hide what stands around them, for text that readers type.
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\p{Cs}\u200B\u2060\uFEFF]/gu;

/** One line of a label or of a reader's own words, escaped; what cannot be seen is left out. Never for a quotation. */
export function escapeLabel(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').replace(UNPRINTABLE, '').trim());
}
