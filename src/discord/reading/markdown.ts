// Reads Markdown as Discord displays it.
import type { PostedMessage } from '../../search/search.ts';
import { type Construct, constructAt, type Stretch, sourceOf } from './constructs.ts';

/**
 * Reads Markdown as Discord displays it. It follows the rules of Discord's own reader (its modules `MarkupRules`,
 * `MarkupHeadingRule`, `MarkupListRule`, `MarkupSubtextRule`), which is made of simple-markdown
 * (https://github.com/Khan/simple-markdown): at each place the first rule that fits takes what it needs, and what it holds
 * is read again by itself. Takes time in proportion to the length of what is read, whatever that is.
 */
export function readMarkdown(markdown: string): PostedMessage {
  const quotations: string[] = [];
  const text = display(markdown, (quoted) => quotations.push(displayed(quoted).trim()));
  return { text: text.trim(), quotations: quotations.filter((quotation) => quotation !== '') };
}

/** What is displayed of Markdown in which no block quote can stand, such as that of a block quote. */
export function displayed(markdown: string): string {
  return display(markdown, undefined);
}

/** Constructs in one another beyond this are displayed as they are typed. Emphasis, spoilers and links make five or six. */
const DEEPEST = 24;

/** `quote` takes the Markdown of each block quote, which is then no part of the text. */
function display(markdown: string, quote: ((markdown: string) => void) | undefined): string {
  const source = sourceOf(markdown);
  // What is held by a construct at the start of a line is at the start of a line, too: `- > quoted`, `**# heading**`.
  const read = (from: number, to: number, depth: number, startsLine: boolean, inItem: boolean): string => {
    const stretch: Stretch = { ...source, to, closed: new Set() };
    let text = '';
    // Kept apart: to look at the end of a text in the making would have it copied each time.
    let isLineDone = true;
    const show = (shown: string) => {
      text += shown;
      if (shown !== '') isLineDone = shown.endsWith('\n');
    };
    let at = from;
    while (at < to) {
      const isLineStart = at === from ? startsLine : markdown.charAt(at - 1) === '\n';
      if (isLineStart && quote) {
        const quoted = blockQuoteAt(markdown, at, to);
        if (quoted) {
          quote(quoted.markdown);
          at = quoted.end;
          continue;
        }
      }
      const line = isLineStart ? lineAt(markdown, at, to, inItem) : undefined;
      const construct = line ?? constructAt(stretch, at, depth < DEEPEST);
      if (!construct || (construct.kind === 'holding' && depth >= DEEPEST)) {
        show(markdown.charAt(at));
        at += 1;
        continue;
      }
      if (construct.kind === 'holding') {
        const { from: first, to: last } = construct;
        show(read(first, last, depth + 1, isLineStart, inItem || line?.isItem === true));
      } else {
        // A block stands on lines of its own.
        if (construct.kind === 'block' && !isLineDone) show('\n');
        show(construct.text);
        if (construct.kind === 'block' && construct.end < to && markdown.charAt(construct.end) !== '\n')
          show('\n');
      }
      at = construct.end;
    }
    return text;
  };
  return read(0, markdown.length, 0, true, false);
}

function lineEnd(markdown: string, at: number, to: number): number {
  const end = markdown.indexOf('\n', at);
  return end < 0 || end > to ? to : end;
}

const QUOTED_REST = / *>>> /y;
const QUOTED_LINE = / *> /y;

/** Where `pattern` ends if it fits at `at`. */
function after(pattern: RegExp, markdown: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(markdown) ? pattern.lastIndex : undefined;
}

/** The block quote that begins with the line at `at`: all that is left, or a run of lines. */
function blockQuoteAt(
  markdown: string,
  at: number,
  to: number,
): { readonly markdown: string; readonly end: number } | undefined {
  const rest = after(QUOTED_REST, markdown, at);
  if (rest !== undefined && rest <= to) return { markdown: markdown.slice(rest, to), end: to };
  const lines: string[] = [];
  let end = at;
  while (end < to) {
    const from = after(QUOTED_LINE, markdown, end);
    if (from === undefined || from > to) break;
    const last = lineEnd(markdown, from, to);
    lines.push(markdown.slice(from, last));
    end = Math.min(last + 1, to);
  }
  return lines.length > 0 ? { markdown: lines.join('\n'), end } : undefined;
}

const HEADING = / *#{1,3}\s+(?!#{1,3}\s)(?=\S)/y;
const SMALL = /-# +(?!-#)(?=\S)/y;
/**
 * Discord numbers items with up to nine digits and shows the number. One of three and more is no item's but a year or a figure with which a
 * sentence begins, and stays: no message has room for a hundred items of words.
 */
const ITEM = / *(?:[-*]|\d{1,2}\.) +(?=\S)/y;
const INDENTED = / +(?=\S)/y;

type Line = Extract<Construct, { kind: 'holding' }> & { readonly isItem: boolean };

/** A heading, small print or an item of a list: its words, without the mark before them. There are no headings in items. */
function lineAt(markdown: string, at: number, to: number, inItem: boolean): Line | undefined {
  const heading = inItem ? undefined : after(HEADING, markdown, at);
  const item = after(ITEM, markdown, at);
  const from = heading ?? after(SMALL, markdown, at) ?? item;
  if (from === undefined || from >= to) return undefined;
  let end = lineEnd(markdown, from, to);
  const isItem = from === item;
  if (isItem) {
    // Lines set in below an item are of it.
    while (end < to && after(INDENTED, markdown, end + 1) && !after(ITEM, markdown, end + 1))
      end = lineEnd(markdown, end + 1, to);
  }
  const last = heading === undefined ? end : headingEnd(markdown, from, end);
  return { kind: 'holding', from, to: last, end, isItem };
}

/** A heading may end with more of its marks, which are not displayed. */
function headingEnd(markdown: string, from: number, end: number): number {
  let last = end;
  while (last > from + 1 && markdown.charAt(last - 1) === ' ') last -= 1;
  while (last > from + 1 && markdown.charAt(last - 1) === '#') last -= 1;
  return last;
}
