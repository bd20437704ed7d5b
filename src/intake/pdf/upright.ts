// Turns letters upright.
import type { Font } from './font.ts';
import type { Box } from './matrix.ts';

/** A letter where it is printed, in points from the page's upper left corner as it is shown. */
export interface Glyph {
  readonly text: string;
  readonly isSpace: boolean;
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  /** How far it advances along its line. */
  readonly width: number;
  readonly size: number;
  readonly font: Font;
  /** Counts letters in the order of the file, those that are not shown too. */
  readonly order: number;
}

/** What a page shows. */
export interface PageMarks {
  readonly width: number;
  readonly height: number;
  /** In the order of the file, all of them upright after the page has been turned so that most are. */
  readonly glyphs: readonly Glyph[];
  /** Thin horizontal lines. */
  readonly rules: readonly Box[];
  /** Thin vertical lines: borders of cells, and rules between columns. */
  readonly bars: readonly Box[];
  readonly hidden: string;
  /** Text that stands across the others: stamps in the margin, watermarks. */
  readonly turned: string;
  /** Text that the file itself marks as no part of its content: running heads, page numbers. */
  readonly artifacts: string;
}

/** A letter as it is drawn, with what hides it. */
export interface Drawn extends Glyph {
  /** Quarter turns clockwise of its line; undefined where it stands aslant. */
  readonly turns: number | undefined;
  readonly why?: 'hidden' | 'invisible' | 'artifact';
}

/** Share of a page's letters without ink from which on they are what was recognized in a picture of it. */
const RECOGNIZED = 0.9;
/** 0, 1, 2 or 3 by which way a line runs; 15° of slant come from crooked scans. */
export function quarterTurns(dx: number, dy: number): number | undefined {
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  const turns = Math.round(angle / 90);
  return Math.abs(angle - turns * 90) <= 15 ? (turns + 4) % 4 : undefined;
}

/** Turns the page so that most of its letters stand upright, and parts from them what is not to be read. */
export function turnedUpright(
  drawn: readonly Drawn[],
  rules: readonly Box[],
  bars: readonly Box[],
  { width, height }: { readonly width: number; readonly height: number },
): PageMarks {
  const letters = drawn.filter(({ isSpace }) => !isSpace);
  const counts = [0, 0, 0, 0];
  for (const { turns } of letters) if (turns !== undefined) counts[turns] = (counts[turns] ?? 0) + 1;
  const most = counts.indexOf(Math.max(...counts));
  const invisible = letters.filter(({ why }) => why === 'invisible').length;
  const isRecognized = letters.length > 0 && invisible >= letters.length * RECOGNIZED;
  const artifacts = letters.filter(({ why }) => why === 'artifact').length;
  // A page that is nothing but "artifact" was tagged by a program that did not know what it tagged.
  const trustsArtifacts = artifacts < letters.length * 0.5;

  const glyphs: Glyph[] = [];
  let hidden = '';
  let across = '';
  let marginal = '';
  for (const { turns, why, ...glyph } of drawn) {
    const isOut = why === 'hidden' || (why === 'invisible' && !isRecognized);
    if (isOut) hidden += glyph.text;
    else if (turns !== most) across += glyph.text;
    else if (why === 'artifact' && trustsArtifacts) marginal += glyph.text;
    else {
      const [x, y] = turnedPoint(most, glyph.x, glyph.y, width, height);
      glyphs.push({ ...glyph, x, y });
    }
  }
  const isSideways = most % 2 === 1;
  return {
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    glyphs,
    rules: most === 0 ? rules : [],
    bars: most === 0 ? bars : [],
    hidden: hidden.trim(),
    turned: across.trim(),
    artifacts: marginal.trim(),
  };
}

function turnedPoint(
  turns: number,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly [number, number] {
  if (turns === 1) return [y, width - x];
  if (turns === 2) return [width - x, height - y];
  if (turns === 3) return [height - y, x];
  return [x, y];
}
