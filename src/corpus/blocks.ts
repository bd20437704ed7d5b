// Splits Markdown into headings and blocks.
import { orthographyOf } from './orthography.ts';
import type { Span } from './passage.ts';
import { QUOTE_MARK, QUOTE_MARKS } from './quote-mark.ts';

/** What sentences are found in. */
export interface TextBlock extends Span {
  /**
   * `prose`: a paragraph or a list item, without its marker; `fence`: what stands between the lines of a code fence;
   * `row`: one row of a table.
   */
  readonly kind: 'prose' | 'fence' | 'row';
  /** In how many block quotes it stands: its further lines begin with as many `>` at the most. */
  readonly quoteDepth: number;
}

export interface Heading extends Span {
  readonly kind: 'heading';
  /** Without its `#` marks; may be empty. */
  readonly heading: string;
  /** How many marks it has: 1 to 6. */
  readonly level: number;
}

const LINE_BREAK = /\r\n?|\n/g;
const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const RULE = /^\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$/;
const BULLET = /^\s*[-*+•](?:[ \t]+(?=\S)|\s*$)/;
/** At most three digits: `1990. The year` opens with a year. */
const NUMBERED = /^\s*(\d{1,3})([.)])[ \t]+(?=\S)/;
/** Opens a code fence, in a list item too (CommonMark 0.31, 4.5). */
const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
/** What opens with a fence is a list item whatever its number. */
const NUMBERED_FENCE = /^\s*\d{1,3}[.)][ \t]+(?=`{3}|~{3})/;
/** The line under a table's header row (GitHub Flavored Markdown, 4.10). */
const DELIMITER_ROW =
  /^\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?\s*$|^\s*\|[ \t]*:?-+:?[ \t]*\|\s*$/;

interface Line {
  readonly start: number;
  readonly line: string;
}

/** A line within its block quotes and list items. */
interface ContainedLine extends Line {
  /** Where what it says begins, behind the marks of its containers: an offset into `line`. */
  readonly from: number;
  readonly quoteDepth: number;
  /** Where the words of the item that opens on this line begin: columns behind the quote marks. */
  readonly itemIndent?: number;
}

/**
 * Headings and blocks of a Markdown text, in order. A blank line, a heading, a rule (`---`), the next list item, and a
 * deeper block quote end a block; a line break alone does not, in a block quote either, even where its further lines lack the
 * `>` (CommonMark 0.31, 5.1). Nothing within a code fence is read as Markdown; a fence that is never closed reaches to the
 * end of its block quote or list item, else of the text. What stands under a heading in a block quote or a list item is no
 * section: such a heading is prose, a block by itself.
 */
export function blocksOf(text: string, lang: string): readonly (TextBlock | Heading)[] {
  const parts: (TextBlock | Heading)[] = [];
  let open: { kind: 'prose'; quoteDepth: number; start: number; end: number } | undefined;
  const close = () => {
    if (open) parts.push(open);
    open = undefined;
  };

  const lines = containedLines(text, lang);
  let listIndent = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const here = lines[at];
    if (!here) break;
    const { start, line, from, quoteDepth, itemIndent } = here;
    const said = from === 0 ? line : line.slice(from);
    const end = start + line.length;
    if (said.trim() === '' || RULE.test(said)) {
      close();
      continue;
    }
    if (itemIndent !== undefined) listIndent = itemIndent;
    else if (listIndent > 0 && !open && indentOf(said) < listIndent) listIndent = 0;

    const fence = FENCE.exec(said)?.[1];
    if (fence !== undefined) {
      close();
      const container = { quoteDepth, indent: itemIndent ?? (indentOf(said) >= listIndent ? listIndent : 0) };
      const { last, next } = fenceEnd(lines, at, fence, container);
      const inside = spanOfLines(lines, at + 1, last, quoteDepth);
      if (inside) parts.push({ kind: 'fence', quoteDepth, ...inside });
      at = next - 1;
      continue;
    }
    const below = lines[at + 1];
    if (
      said.includes('|') &&
      below?.quoteDepth === quoteDepth &&
      DELIMITER_ROW.test(below.line.slice(below.from))
    ) {
      close();
      at = pushRows(lines, at, parts);
      continue;
    }
    const marks = said.includes('#') ? HEADING.exec(said)?.[0] : undefined;
    if (marks !== undefined) {
      close();
      const heading = withoutClosingMarks(said.slice(marks.length));
      if (from === 0) {
        listIndent = 0;
        parts.push({ kind: 'heading', heading, level: marks.trim().length, start, end });
      } else if (heading !== '') {
        const begin = start + line.indexOf(heading, from + marks.length);
        parts.push({ kind: 'prose', quoteDepth, start: begin, end: begin + heading.length });
      }
      continue;
    }
    if (open && itemIndent === undefined && quoteDepth <= open.quoteDepth) open.end = end;
    else {
      close();
      open = { kind: 'prose', quoteDepth, start: start + from, end };
    }
  }
  close();
  return parts;
}

/** Most lines of prose open with a letter. */
const MAY_BE_CONTAINED = /^[\s\d>*+•-]/;

/** Lines of a text behind the marks of block quotes and list items that they open with. */
function containedLines(text: string, lang: string): readonly ContainedLine[] {
  const isMarker = listNumbers(text, lang);
  return [...linesOf(text)].map(({ start, line }) => {
    if (!MAY_BE_CONTAINED.test(line)) return { start, line, from: 0, quoteDepth: 0 };
    let from = 0;
    let quoteDepth = 0;
    let quoteEnd = 0;
    let itemIndent: number | undefined;
    let isNumbered = false;
    for (;;) {
      const rest = from === 0 ? line : line.slice(from);
      const quote = QUOTE_MARK.exec(rest)?.[0].length;
      if (quote !== undefined) {
        from += quote;
        quoteEnd = from;
        quoteDepth += 1;
        itemIndent = undefined;
        continue;
      }
      const numbered: RegExpExecArray | null = isNumbered
        ? null
        : (NUMBERED_FENCE.exec(rest) ?? (isMarker.has(start) ? NUMBERED.exec(rest) : null));
      const item: RegExpExecArray | null = RULE.test(rest) ? null : (BULLET.exec(rest) ?? numbered);
      if (!item) return { start, line, from, quoteDepth, ...(itemIndent !== undefined && { itemIndent }) };
      isNumbered ||= item === numbered;
      from += item[0].length;
      itemIndent = indentOf(`${' '.repeat(from - quoteEnd)}.`);
    }
  });
}

/** White space at the start of a line, in columns; a tab reaches to the next multiple of four (CommonMark 0.31, 2.2). */
function indentOf(line: string): number {
  let columns = 0;
  for (const sign of line) {
    if (sign === ' ') columns += 1;
    else if (sign === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** Where a line goes on behind `depth` marks of block quotes; undefined where it has fewer. */
function behindQuoteMarks(line: string, depth: number): number | undefined {
  let from = 0;
  for (let mark = 0; mark < depth; mark += 1) {
    const length = QUOTE_MARK.exec(line.slice(from))?.[0].length;
    if (length === undefined) return undefined;
    from += length;
  }
  return from;
}

/**
 * The number of the line after the last within a fence, and of the line to go on with. A fence ends where it is closed,
 * and where its block quote or its list item ends.
 */
function fenceEnd(
  lines: readonly Line[],
  opening: number,
  fence: string,
  { quoteDepth, indent }: { readonly quoteDepth: number; readonly indent: number },
): { readonly last: number; readonly next: number } {
  const closing = new RegExp(`^\\s*\\${fence.charAt(0)}{${fence.length},}\\s*$`);
  for (let at = opening + 1; at < lines.length; at += 1) {
    const line = lines[at]?.line ?? '';
    const from = behindQuoteMarks(line, quoteDepth);
    if (from === undefined) return { last: at, next: at };
    const rest = line.slice(from);
    if (closing.test(rest)) return { last: at, next: at + 1 };
    if (rest.trim() !== '' && indentOf(rest) < indent) return { last: at, next: at };
  }
  return { last: lines.length, next: lines.length };
}

/** From the first to the last character of lines `first` to `last` (exclusive); undefined where all are blank. */
function spanOfLines(
  lines: readonly Line[],
  first: number,
  last: number,
  quoteDepth: number,
): Span | undefined {
  const within = lines
    .slice(first, last)
    .map(({ start, line }) => ({
      start: start + (behindQuoteMarks(line, quoteDepth) ?? 0),
      end: start + line.trimEnd().length,
    }))
    .filter(({ start, end }) => start < end);
  const [from, to] = [within[0], within.at(-1)];
  return from && to && { start: from.start, end: to.end };
}

/** Adds the rows of a table whose header row is line `at`, and returns the number of its last line. */
function pushRows(lines: readonly ContainedLine[], at: number, parts: (TextBlock | Heading)[]): number {
  const quoteDepth = lines[at]?.quoteDepth ?? 0;
  let last = at;
  for (let row = at; row < lines.length; row += 1) {
    const {
      start,
      line,
      from,
      quoteDepth: depth,
    } = lines[row] ?? { start: 0, line: '', from: 0, quoteDepth };
    if (depth !== quoteDepth || line.trim() === '' || !line.includes('|')) break;
    last = row;
    if (row !== at + 1)
      parts.push({ kind: 'row', quoteDepth, start: start + from, end: start + line.length });
  }
  return last;
}

/** `Heading ##` is `Heading`; `C#` stays. */
function withoutClosingMarks(heading: string): string {
  const words = heading.trim();
  const bare = words.replace(/#+$/, '');
  return bare === '' || /[ \t]$/.test(bare) ? bare.trimEnd() : words;
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
    yield { start, line: text.slice(start, index) };
    start = index + lineBreak.length;
  }
  yield { start, line: text.slice(start) };
}

/**
 * Starts of the lines whose number is a list marker: it goes on counting from the item before, or is a 1 (in a
 * language that writes ordinals with a full stop: a 1 with a 2 after it).
 */
function listNumbers(text: string, lang: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!/^[ \t>]*\d{1,3}[.)][ \t]/m.test(text)) return found;
  const { ordinalDot } = orthographyOf(lang);
  let before: { start: number; number: number; stop: string } | undefined;
  for (const { start, line } of linesOf(text)) {
    if (line.startsWith('#')) before = undefined;
    const item = NUMBERED.exec(line.replace(QUOTE_MARKS, ''));
    if (!item) continue;
    const here = { start, number: Number(item[1]), stop: item[2] ?? '' };
    const goesOn = before?.stop === here.stop && [before.number, before.number + 1].includes(here.number);
    if (goesOn && before) found.add(before.start).add(start);
    else if (here.number === 1 && !(ordinalDot && here.stop === '.')) found.add(start);
    before = here;
  }
  return found;
}
