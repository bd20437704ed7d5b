import { orthographyOf } from './orthography.ts';
import type { Span } from './passage.ts';
import { QUOTE_MARK } from './quote-mark.ts';

/** What sentences are found in. */
export interface TextBlock extends Span {
  /**
   * `prose`: a paragraph or a list item, without its marker; `quote`: the same in a block quote, whose further lines begin
   * with `>`; `fence`: what stands between the lines of a code fence; `row`: one row of a table.
   */
  readonly kind: 'prose' | 'quote' | 'fence' | 'row';
}

export interface Heading extends Span {
  readonly kind: 'heading';
  /** Without its `#` marks; may be empty. */
  readonly heading: string;
}

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$/;
const BULLET = /^\s*[-*+•](?:[ \t]+(?=\S)|\s*$)/;
/** At most three digits: `1990. The year` opens with a year. */
const NUMBERED = /^\s*(\d{1,3})([.)])[ \t]+(?=\S)/;
/** Opens a code fence, in a list item too (CommonMark 0.31, 4.5). */
const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
/** A list item may open with a fence. */
const ITEM_MARKER = /^\s*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=`{3}|~{3})/;
/** The line under a table's header row (GitHub Flavored Markdown, 4.10). */
const DELIMITER_ROW =
  /^\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?\s*$|^\s*\|[ \t]*:?-+:?[ \t]*\|\s*$/;

interface Line {
  readonly start: number;
  readonly line: string;
}

/**
 * Headings and blocks of a Markdown text, in order. A blank line, a heading, a rule (`---`), and the next list item
 * end a block; a line break alone does not, in a block quote either. Nothing within a code fence is read as Markdown; a
 * fence that is never closed reaches to the end.
 */
export function blocksOf(text: string, lang: string): readonly (TextBlock | Heading)[] {
  const parts: (TextBlock | Heading)[] = [];
  const isMarker = listNumbers(text, lang);
  let open: { kind: 'prose' | 'quote'; start: number; end: number } | undefined;
  const close = () => {
    if (open) parts.push(open);
    open = undefined;
  };

  const lines = [...linesOf(text)];
  for (let at = 0; at < lines.length; at += 1) {
    const { start, line } = lines[at] ?? { start: 0, line: '' };
    const end = start + line.length;
    const fence = FENCE.exec(line.replace(ITEM_MARKER, ''))?.[1];
    if (fence !== undefined) {
      close();
      const last = fenceEnd(lines, at, fence);
      const inside = spanOfLines(lines, at + 1, last);
      if (inside) parts.push({ kind: 'fence', ...inside });
      at = last;
      continue;
    }
    if (line.includes('|') && DELIMITER_ROW.test(lines[at + 1]?.line ?? '')) {
      close();
      at = pushRows(lines, at, parts);
      continue;
    }
    const heading = line.includes('#') ? HEADING.exec(line) : null;
    if (heading) {
      close();
      parts.push({
        kind: 'heading',
        heading: withoutClosingMarks(line.slice(heading[0].length)),
        start,
        end,
      });
      continue;
    }
    const quote = QUOTE_MARK.exec(line)?.[0].length ?? 0;
    const rest = quote > 0 ? line.slice(quote) : line;
    if (rest.trim() === '' || RULE.test(line)) {
      close();
      continue;
    }
    const kind = quote > 0 ? 'quote' : 'prose';
    const item = BULLET.exec(rest) ?? (isMarker.has(start) ? NUMBERED.exec(rest) : null);
    const from = start + quote + (item?.[0].length ?? 0);
    if (item || open?.kind !== kind) {
      close();
      if (from < end) open = { kind, start: from, end };
    } else {
      open.end = end;
    }
  }
  close();
  return parts;
}

/** The number of the line that closes a fence; of the last line where none does. */
function fenceEnd(lines: readonly Line[], opening: number, fence: string): number {
  const closing = new RegExp(`^\\s*\\${fence.charAt(0)}{${fence.length},}\\s*$`);
  for (let at = opening + 1; at < lines.length; at += 1) {
    if (closing.test(lines[at]?.line ?? '')) return at;
  }
  return lines.length;
}

/** From the first to the last character of lines `first` to `last` (exclusive); undefined where all are blank. */
function spanOfLines(lines: readonly Line[], first: number, last: number): Span | undefined {
  const within = lines.slice(first, last).filter(({ line }) => line.trim() !== '');
  const [from, to] = [within[0], within.at(-1)];
  return from && to && { start: from.start, end: to.start + to.line.trimEnd().length };
}

/** Adds the rows of a table whose header row is line `at`, and returns the number of its last line. */
function pushRows(lines: readonly Line[], at: number, parts: (TextBlock | Heading)[]): number {
  let last = at;
  for (let row = at; row < lines.length; row += 1) {
    const { start, line } = lines[row] ?? { start: 0, line: '' };
    if (line.trim() === '' || !line.includes('|')) break;
    last = row;
    if (row !== at + 1) parts.push({ kind: 'row', start, end: start + line.length });
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
  for (const match of text.matchAll(LINE)) {
    yield { start: match.index, line: match[1] ?? '' };
  }
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
    const item = NUMBERED.exec(line.replace(QUOTE_MARK, ''));
    if (!item) continue;
    const here = { start, number: Number(item[1]), stop: item[2] ?? '' };
    const goesOn = before?.stop === here.stop && [before.number, before.number + 1].includes(here.number);
    if (goesOn && before) found.add(before.start).add(start);
    else if (here.number === 1 && !(ordinalDot && here.stop === '.')) found.add(start);
    before = here;
  }
  return found;
}
