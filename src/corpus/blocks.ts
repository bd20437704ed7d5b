import { orthographyOf } from './orthography.ts';
import type { Span } from './passage.ts';

/** A paragraph or a list item, without its marker: what sentences are found in. */
export interface TextBlock extends Span {
  readonly kind: 'block';
}

export interface Heading extends Span {
  readonly kind: 'heading';
  /** Without its `#` marks; may be empty. */
  readonly heading: string;
}

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$/;
const QUOTE = /^ {0,3}(?:>[ \t]?)+/;
const BULLET = /^\s*[-*+•](?:[ \t]+(?=\S)|\s*$)/;
/** At most three digits: `1990. The year` opens with a year. */
const NUMBERED = /^\s*(\d{1,3})([.)])[ \t]+(?=\S)/;

/**
 * Headings and blocks of a Markdown text, in order. A blank line, a heading, a rule (`---`), and the next list item
 * end a block; a line break alone does not. Each line of a block quote is a block of its own, as its `>` would
 * otherwise stand within a sentence.
 */
export function blocksOf(text: string, lang: string): readonly (TextBlock | Heading)[] {
  const parts: (TextBlock | Heading)[] = [];
  const isMarker = listNumbers(text, lang);
  let open: { start: number; end: number } | undefined;
  const close = () => {
    if (open) parts.push({ kind: 'block', ...open });
    open = undefined;
  };

  for (const { start, line } of linesOf(text)) {
    const end = start + line.length;
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
    if (line.trim() === '' || RULE.test(line)) {
      close();
      continue;
    }
    const quote = QUOTE.exec(line)?.[0].length ?? 0;
    const rest = quote > 0 ? line.slice(quote) : line;
    const item = BULLET.exec(rest) ?? (isMarker.has(start) ? NUMBERED.exec(rest) : null);
    const from = start + quote + (item?.[0].length ?? 0);
    if (quote > 0 || item) {
      close();
      if (from < end) open = { start: from, end };
      if (quote > 0) close();
    } else if (open) {
      open.end = end;
    } else {
      open = { start: from, end };
    }
  }
  close();
  return parts;
}

/** `Heading ##` is `Heading`; `C#` stays. */
function withoutClosingMarks(heading: string): string {
  const words = heading.trim();
  const bare = words.replace(/#+$/, '');
  return bare === '' || /[ \t]$/.test(bare) ? bare.trimEnd() : words;
}

function* linesOf(text: string): Generator<{ start: number; line: string }> {
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
    const item = NUMBERED.exec(line.replace(QUOTE, ''));
    if (!item) continue;
    const here = { start, number: Number(item[1]), stop: item[2] ?? '' };
    const goesOn = before?.stop === here.stop && [before.number, before.number + 1].includes(here.number);
    if (goesOn && before) found.add(before.start).add(start);
    else if (here.number === 1 && !(ordinalDot && here.stop === '.')) found.add(start);
    before = here;
  }
  return found;
}
