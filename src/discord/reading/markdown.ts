import type { PostedMessage } from '../../search/search.ts';
import { type Construct, constructAt, type Stretch, sourceOf } from './constructs.ts';

/**
 * Reads Markdown as Discord displays it. It follows the rules of Discord's own reader, which is made of simple-markdown
 * (https://github.com/Khan/simple-markdown): at each place the first rule that fits takes as much as it can, and what it
 * takes is read again by itself. Takes time in proportion to the length of what is read, whatever that is.
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
  const read = (from: number, to: number, depth: number): string => {
    const stretch: Stretch = { ...source, to, closed: new Set() };
    let text = '';
    let at = from;
    while (at < to) {
      const isLineStart = at === 0 || markdown.charAt(at - 1) === '\n';
      const quoted = isLineStart && quote ? blockQuoteAt(markdown, at, to) : undefined;
      if (quoted && quote) {
        quote(quoted.markdown);
        at = quoted.end;
        continue;
      }
      const construct =
        (isLineStart ? lineAt(markdown, at, to) : undefined) ?? constructAt(stretch, at, depth < DEEPEST);
      if (!construct || (construct.kind === 'holding' && depth >= DEEPEST)) {
        text += markdown.charAt(at);
        at += 1;
        continue;
      }
      if (construct.kind === 'holding') text += read(construct.from, construct.to, depth + 1);
      else if (construct.kind === 'showing') text += construct.text;
      else {
        const before = text === '' || text.endsWith('\n') ? '' : '\n';
        const after = construct.end >= to || markdown.charAt(construct.end) === '\n' ? '' : '\n';
        text += `${before}${construct.text}${after}`;
      }
      at = construct.end;
    }
    return text;
  };
  return read(0, markdown.length, 0);
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

const HEADING = / *#{1,3} +(?=[^\s#])/y;
const SMALL = / *-# +(?=\S)/y;
const ITEM = / *(?:[-*]|\d{1,9}\.) +(?=\S)/y;
const INDENTED = / +(?=\S)/y;

/** A heading, small print or an item of a list: its words, without the mark before them. */
function lineAt(markdown: string, at: number, to: number): Construct | undefined {
  const item = after(ITEM, markdown, at);
  const from = after(HEADING, markdown, at) ?? after(SMALL, markdown, at) ?? item;
  if (from === undefined || from >= to) return undefined;
  let end = lineEnd(markdown, from, to);
  if (from === item) {
    // Lines set in below an item are of it.
    while (end < to && after(INDENTED, markdown, end + 1) && !after(ITEM, markdown, end + 1))
      end = lineEnd(markdown, end + 1, to);
  }
  return { kind: 'holding', from, to: end, end };
}
