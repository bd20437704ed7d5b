// Wraps lines.
import type { Span } from '../corpus/passage.ts';
import { graphemesOf } from './width.ts';

/** Signs that may not begin a line: they stay with the character before them. */
const CLOSING = /^[\p{Pe}\p{Pf}、。，．！？：；…‥・,.!?:;)\]}”’」』》〉】]/u;

interface Unit extends Span {
  readonly width: number;
  readonly isSpace: boolean;
  readonly endsWide: boolean;
}

/**
 * Where a text is broken so that each line takes at most `width` columns: at white space, or beside a character of two
 * columns. A longer word is broken between characters. The white space at a break belongs to neither line, and a line
 * break of the text always ends a line. Spans are offsets into the text, which is not changed.
 */
export function wrap(text: string, width: number): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    lines.push(...wrapParagraph(paragraph, width).map((line) => shift(line, start)));
    start += paragraph.length + 1;
  }
  return lines;
}

function wrapParagraph(text: string, width: number): Span[] {
  if (width === Number.POSITIVE_INFINITY) return [{ start: 0, end: text.length }];
  const lines: Span[] = [];
  let line: Unit | undefined;
  let space = 0;
  for (const unit of unitsOf(text, width)) {
    if (unit.isSpace && (line || lines.length > 0)) {
      space += unit.width;
    } else if (line && line.width + space + unit.width <= width) {
      line = { ...line, end: unit.end, width: line.width + space + unit.width };
      space = 0;
    } else {
      if (line) lines.push({ start: line.start, end: line.end });
      line = unit;
      space = 0;
    }
  }
  return [...lines, line ? { start: line.start, end: line.end } : { start: 0, end: 0 }];
}

/** Words, single wide characters with the signs that close them, and white space. */
function unitsOf(text: string, width: number): Unit[] {
  const units: Unit[] = [];
  for (const { text: character, index, width: columns } of graphemesOf(text)) {
    const end = index + character.length;
    const last = units.at(-1);
    const isSpace = /^[ \t\r]+$/.test(character);
    const joins =
      last !== undefined &&
      last.isSpace === isSpace &&
      last.width + columns <= width &&
      (isSpace || columns === 0 || CLOSING.test(character) || (columns === 1 && !last.endsWide));
    if (joins) units[units.length - 1] = { ...last, end, width: last.width + columns };
    else units.push({ start: index, end, width: columns, isSpace, endsWide: columns === 2 });
  }
  return units;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
