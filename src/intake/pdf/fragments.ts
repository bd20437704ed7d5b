// Joins letters to fragments.
import type { Font } from './font.ts';
import type { Glyph } from './upright.ts';

/** A run of letters of one font on one baseline that are printed without a space between them. */
export interface Fragment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Of its baseline. */
  readonly y: number;
  readonly size: number;
  readonly font: Font;
  /** Numbers of its first and last letter in the order of the file. */
  readonly first: number;
  readonly last: number;
  /** Whether the file draws letters between its own that are passed over: those that are drawn twice, or hidden. */
  readonly isInterrupted: boolean;
  /** Whether the file puts a space before or after it. */
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
}

/** Chinese characters, kana, and the marks that go with them. Hangul is written with spaces. */
export const UNSPACED =
  /[\u2e80-\u2fdf\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65\u{20000}-\u{3ffff}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Whether letters are written from right to left. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Of an em: TeX shrinks its spaces to 0.22, and kerns letters apart by up to 0.1. */
const WORD_GAP = 0.16;
/** Of an em: between letters of one file order on one baseline, more is another column or cell. */
const LONG_GAP = 0.6;
/** Of an em: letters of one baseline differ by less, superscripts by more. */
const SAME_BASELINE = 0.12;

/** Puts a page's letters together to fragments, in the order of the file. */
export function fragmentsOf(glyphs: readonly Glyph[]): readonly Fragment[] {
  const fragments: Fragment[] = [];
  for (const run of runsOf(glyphs)) {
    const gap = wordGapOf(run);
    let word: Glyph[] = [];
    let spaceBefore = false;
    const close = (spaceAfter: boolean) => {
      const fragment = fragmentOf(word, spaceBefore, spaceAfter);
      if (fragment) fragments.push(fragment);
      word = [];
      spaceBefore = spaceAfter;
    };
    for (const glyph of run) {
      const before = word.at(-1);
      if (glyph.isSpace) {
        if (word.length > 0) close(true);
        spaceBefore = true;
        continue;
      }
      if (before && gapBetween(before, glyph) > gap(before, glyph)) close(false);
      word.push(glyph);
    }
    close(false);
  }
  return fragments;
}

/** Letters that follow each other in the file and along one line in one font. */
function* runsOf(glyphs: readonly Glyph[]): Generator<readonly Glyph[]> {
  let run: Glyph[] = [];
  for (const glyph of glyphs) {
    const before = run.at(-1);
    if (before && !goesOn(before, glyph)) {
      yield run;
      // A space that was drawn before a change of font stands between the fragments all the same.
      run =
        before.isSpace &&
        Math.abs(before.y - glyph.y) <= glyph.size * SAME_BASELINE &&
        !glyph.isSpace &&
        glyph.x > before.x
          ? [before]
          : [];
    }
    run.push(glyph);
  }
  if (run.length > 0) yield run;
}

function goesOn(before: Glyph, glyph: Glyph): boolean {
  const size = Math.max(before.size, glyph.size);
  if (Math.abs(before.y - glyph.y) > size * SAME_BASELINE) return false;
  if (before.font !== glyph.font && !glyph.isSpace) return false;
  if (Math.abs(before.size - glyph.size) > size * 0.05) return false;
  if (isRightToLeft(before.text) || isRightToLeft(glyph.text)) {
    // Drawn in the order of reading, each letter stands left of the one before; drawn as seen, right of it.
    return (
      Math.min(Math.abs(glyph.x - before.x - before.width), Math.abs(before.x - glyph.x - glyph.width)) <
      size * LONG_GAP
    );
  }
  const gap = gapBetween(before, glyph);
  return gap > -size * 0.4 && gap < size * 2;
}

function gapBetween(before: Glyph, glyph: Glyph): number {
  return Math.max(glyph.x - before.x - before.width, before.x - glyph.x - glyph.width);
}

/** From which gap on a new word begins: letter-spaced runs have gaps between all letters. */
function wordGapOf(run: readonly Glyph[]): (before: Glyph, after: Glyph) => number {
  const gaps: number[] = [];
  let hasSpaces = false;
  for (let at = 1; at < run.length; at += 1) {
    const [before, glyph] = [run[at - 1], run[at]];
    if (!before || !glyph) continue;
    if (glyph.isSpace || before.isSpace) hasSpaces = true;
    else gaps.push(gapBetween(before, glyph));
  }
  const usual =
    gaps.length < 3 ? 0 : Math.max(0, gaps.sort((one, other) => one - other)[gaps.length >> 1] ?? 0);
  return (before, after) => {
    if (UNSPACED.test(before.text) && UNSPACED.test(after.text)) return before.size * LONG_GAP + usual;
    // Behind a comma or full stop, some typesetting programs move on instead of drawing a space.
    const isStop = /[,.;:!?]$/.test(before.text) && /^[\p{L}“‘"(]/u.test(after.text);
    return before.size * (isStop ? WORD_GAP * 0.8 : hasSpaces ? WORD_GAP * 1.5 : WORD_GAP) + usual;
  };
}

function fragmentOf(word: readonly Glyph[], spaceBefore: boolean, spaceAfter: boolean): Fragment | undefined {
  const first = word[0];
  const last = word.at(-1);
  if (!first || !last) return undefined;
  const isDrawnBackwards = first.x > last.x;
  return {
    text: inReadingOrder(word, isDrawnBackwards),
    x0: Math.min(first.x, last.x),
    x1: Math.max(first.x + first.width, last.x + last.width),
    y: first.y,
    size: first.size,
    font: first.font,
    first: first.order,
    last: last.order,
    isInterrupted: last.order - first.order >= word.length,
    spaceBefore,
    spaceAfter,
  };
}

/** Letters of a right-to-left word that are drawn from left to right stand in the file in the order in which they are seen. */
function inReadingOrder(word: readonly Glyph[], isDrawnBackwards: boolean): string {
  const texts = word.map(({ text }) => text);
  if (isDrawnBackwards || word.length < 2 || !texts.some(isRightToLeft)) return texts.join('');
  const turned: string[] = [];
  let digits: string[] = [];
  for (const text of texts.reverse()) {
    if (/^[\dA-Za-z]+$/.test(text) || (digits.length > 0 && /^[.,:/]$/.test(text))) digits.unshift(text);
    else {
      turned.push(...digits, text);
      digits = [];
    }
  }
  return [...turned, ...digits].join('');
}
