// Puts fragments into lines.
import type { Font } from './font.ts';
import { type Fragment, isRightToLeft, UNSPACED } from './fragments.ts';
import { type Marker, markerOf } from './marks.ts';
import { readFromRight, withBrackets } from './right-to-left.ts';

/** A printed line of one column. */
export interface Line {
  /** From left to right as read. */
  readonly fragments: readonly Fragment[];
  readonly text: string;
  /** Runs of its text that follow each other in the file, with the spaces between them. */
  readonly pieces: readonly string[];
  readonly page: number;
  readonly x0: number;
  readonly x1: number;
  /** Of its baseline. */
  readonly y: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly font: Font;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isMonospaced: boolean;
  readonly isRightToLeft: boolean;
  /** The mark of a list item that it opens with. */
  readonly marker: Marker | undefined;
}

/** Of an em, between fragments: less is a kern, or a change of font within a word. */
const SPACE = 0.13;
/** Of an em: between the mark of a note and its text. */
const MARK_GAP = 5;
/** Share of a line's letters from which on it counts as bold, italic or monospaced. */
const MOST = 0.8;

/** Puts the fragments of one column into lines, from top to bottom. */
export function linesOf(fragments: readonly Fragment[], page: number): readonly Line[] {
  const rows: { fragments: Fragment[]; y: number; size: number }[] = [];
  const bySize = [...fragments].sort((one, other) => other.size - one.size || one.y - other.y);
  const initials: Fragment[] = [];
  for (const fragment of bySize) {
    if (isInitial(fragment, bySize)) {
      initials.push(fragment);
      continue;
    }
    let best: (typeof rows)[number] | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      const distance = Math.abs(row.y - fragment.y);
      if (distance < nearest && belongs(fragment, row)) {
        best = row;
        nearest = distance;
      }
    }
    if (best) best.fragments.push(fragment);
    else rows.push({ fragments: [fragment], y: fragment.y, size: fragment.size });
  }
  rows.sort((one, other) => one.y - other.y);
  for (const initial of initials) {
    const row = rows.find(
      ({ fragments: [first], y }) =>
        first &&
        y > initial.y - initial.size &&
        first.x0 >= initial.x1 - 1 &&
        first.x0 - initial.x1 < initial.size,
    );
    if (row) row.fragments.push({ ...initial, y: row.y, spaceAfter: false });
    else rows.push({ fragments: [initial], y: initial.y, size: initial.size });
  }
  return rows.map((row) => lineOf(row.fragments, page)).sort((one, other) => one.y - other.y);
}

/** A large letter that reaches down over several lines opens the first of them. */
function isInitial(fragment: Fragment, all: readonly Fragment[]): boolean {
  if (fragment.text.length > 2 || !/^\p{Lu}/u.test(fragment.text)) return false;
  const beside = all.filter(
    (other) =>
      other.size < fragment.size * 0.6 &&
      other.x0 >= fragment.x1 - 1 &&
      other.x0 - fragment.x1 < fragment.size &&
      other.y <= fragment.y + 1 &&
      other.y > fragment.y - fragment.size,
  );
  const baselines = new Set(beside.map(({ y }) => Math.round(y)));
  return baselines.size >= 2;
}

function belongs(
  fragment: Fragment,
  row: { readonly fragments: readonly Fragment[]; readonly y: number; readonly size: number },
): boolean {
  const distance = Math.abs(fragment.y - row.y);
  if (distance <= 0.1 * Math.min(row.size, fragment.size)) return true;
  if (fragment.size > row.size * 0.85) return distance < 0.3 * Math.min(row.size, fragment.size);
  // A superscript or subscript stands beside a letter, within what the line is high.
  const middle = fragment.y - fragment.size * 0.3;
  if (middle < row.y - row.size * 0.95 || middle > row.y + row.size * 0.35) return false;
  // The mark of a note may stand well before it.
  const isMark = /^(?:\d{1,3}|[*†‡§¶∗]{1,3})$/u.test(fragment.text);
  const left = row.size * (isMark ? MARK_GAP : 0.5);
  return row.fragments.some(({ x0, x1 }) => fragment.x0 < x1 + row.size * 0.5 && fragment.x1 > x0 - left);
}

/** A line of its fragments. */
export function lineOf(unordered: readonly Fragment[], page: number): Line {
  const fragments = [...unordered].sort((one, other) => one.x0 - other.x0);
  let rightToLeft = 0;
  let leftToRight = 0;
  for (const { text } of fragments) {
    if (isRightToLeft(text)) rightToLeft += text.length;
    else if (/\p{L}/u.test(text)) leftToRight += text.length;
  }
  const isTurned = rightToLeft > leftToRight;
  const ordered = isTurned || rightToLeft > 0 ? readFromRight(fragments, isTurned) : fragments;
  const drawn = piecesOf(ordered, rightToLeft > 0);
  const pieces = isTurned ? withBrackets(drawn) : drawn;
  const letters = new Map<Fragment['font'], number>();
  const sizes = new Map<number, number>();
  let [all, bold, italic, monospaced] = [0, 0, 0, 0];
  for (const { text, font, size } of fragments) {
    const count = text.length;
    letters.set(font, (letters.get(font) ?? 0) + count);
    sizes.set(size, (sizes.get(size) ?? 0) + count);
    all += count;
    if (font.isBold) bold += count;
    if (font.isItalic) italic += count;
    if (font.isMonospaced) monospaced += count;
  }
  const size = mostOf(sizes) ?? 0;
  // Small capitals are capitals of a smaller size.
  const isCapitals =
    fragments.length < 24 &&
    fragments.every(({ text }) => !/\p{Ll}/u.test(text)) &&
    fragments.some(({ text }) => /\p{Lu}{3}/u.test(text));
  const onBaseline = fragments.find((fragment) => fragment.size === size);
  return {
    fragments: ordered,
    text: pieces.join(''),
    pieces,
    page,
    x0: Math.min(...fragments.map(({ x0 }) => x0)),
    x1: Math.max(...fragments.map(({ x1 }) => x1)),
    y: onBaseline?.y ?? 0,
    size: isCapitals ? Math.max(...fragments.map((fragment) => fragment.size)) : size,
    font: mostOf(letters) ?? (fragments[0] as Fragment).font,
    isBold: bold >= all * MOST,
    isItalic: italic >= all * MOST,
    isMonospaced: monospaced >= all * MOST,
    isRightToLeft: isTurned,
    marker: symbolOf(ordered) ?? markerOf(pieces.join('')),
  };
}

/** A bullet of a font of symbols, whose code may be that of a letter, or no letter's at all. */
function symbolOf([first, second]: readonly Fragment[]): Marker | undefined {
  if (!first || !second || [...first.text].length !== 1) return undefined;
  const isSymbol = /symbol|wingding|dingbat|webding|bullet/i.test(first.font.name) && !/\d/.test(first.text);
  if (!isSymbol && !/^[\p{Co}\p{Cc}\p{Cn}\ufffd]$/u.test(first.text)) return undefined;
  return { kind: 'bullet', length: first.text.length + (isSpaceBetween(first, second) ? 1 : 0) };
}

function mostOf<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined;
  let most = -1;
  for (const [key, count] of counts) {
    if (count > most) {
      best = key;
      most = count;
    }
  }
  return best;
}

function piecesOf(fragments: readonly Fragment[], isByWord: boolean): readonly string[] {
  const pieces: string[] = [];
  let before: Fragment | undefined;
  for (const fragment of fragments) {
    const space = before && isSpaceBetween(before, fragment) ? ' ' : '';
    const follows = before !== undefined && fragment.first === before.last + 1 && !isByWord;
    if (follows) pieces[pieces.length - 1] += space + fragment.text;
    else {
      if (space !== '') pieces[pieces.length - 1] += space;
      pieces.push(fragment.text);
    }
    before = fragment;
  }
  return pieces;
}

function isSpaceBetween(one: Fragment, other: Fragment): boolean {
  const [left, right] = one.x0 <= other.x0 ? [one, other] : [other, one];
  const gap = right.x0 - left.x1;
  const size = Math.min(one.size, other.size);
  const isTurned = one !== left;
  if (!isTurned && one.spaceAfter && other.spaceBefore && gap > -size) return true;
  const isFromRight = isRightToLeft(one.text) || isRightToLeft(other.text);
  const isSpaced =
    left.spaceAfter || right.spaceBefore || (isFromRight && (left.spaceBefore || right.spaceAfter));
  if (isSpaced && gap > size * 0.02) return true;
  const [end, start] = [one.text.at(-1) ?? '', other.text.at(0) ?? ''];
  if (UNSPACED.test(end) && UNSPACED.test(start)) return gap > size * 0.8;
  // Between Chinese and Latin letters, a quarter of an em is set without a space being typed.
  if (UNSPACED.test(end) || UNSPACED.test(start)) return gap > size * 0.4;
  return gap > size * SPACE;
}
