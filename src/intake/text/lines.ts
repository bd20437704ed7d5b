// Reads lines, without page numbers and running heads.
import type { LeftOut, LeftOutKind } from '../document.ts';

/** A line of a plain text; `afterPage` where a page ended before it. */
export interface TextLine {
  readonly text: string;
  readonly afterPage?: true;
}

/** Columns that a line takes: East Asian characters take two. */
export function widthOf(line: string): number {
  let width = 0;
  for (const sign of line) width += WIDE.test(sign) ? 2 : 1;
  return width;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

export function indentOf(line: string): number {
  return widthOf(/^\s*/.exec(line.replaceAll('\t', '    '))?.[0] ?? '');
}

/** `12`, `- 12 -`, `[Page 12]`, `Page 12 of 80`, `xii`. */
const PAGE_NUMBER =
  /^\s*(?:[-–—[(]\s*)?(?:(?:page|p\.|seite|стр\.|第)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|von|из|页|頁|ページ)\s*\d{0,4})?(?:\s*[-–—\])])?\s*$/i;
/** `- 12 -` is nothing else, however often it stands. */
const CERTAIN_PAGE_NUMBER = /^\s*[-–—]\s*\d{1,4}\s*[-–—]\s*$/;
/** The foot of a page of an RFC and its like. */
const PAGE_FOOT = /\[Page [\divxlc]+\]\s*$/i;

/** Fewer running heads than this are lines that a text repeats. */
const OFTEN = 3;

/** The lines of a text without page numbers, running heads and feet, and what these were. */
export function withoutPages(contents: string): {
  readonly lines: readonly TextLine[];
  readonly leftOut: readonly LeftOut[];
} {
  const leftOut: LeftOut[] = [];
  const lines = contents.split('\n').flatMap((line) => {
    const parts = line.split('\f');
    return parts.map((text, at) => ({ text: text.trimEnd(), opensPage: at > 0 }));
  });
  const isBlank = (at: number) => (lines[at]?.text ?? '') === '';
  const next = (at: number, step: number) => {
    let to = at + step;
    while (lines[to] && isBlank(to)) to += step;
    return to;
  };
  const gone = new Map<number, LeftOutKind>();

  const numbers = lines.flatMap(({ text }, at) => {
    const isAlone = text !== '' && isBlank(at - 1) && (isBlank(at + 1) || lines[at + 1]?.opensPage === true);
    const number = isAlone ? PAGE_NUMBER.exec(text)?.[1] : undefined;
    return number === undefined ? [] : [{ at, number: Number(number) }];
  });
  // Pages are counted: a number alone on a line may be a year, or a chapter's.
  const counted = numbers.filter(({ at, number }, index) =>
    [numbers[index - 1], numbers[index + 1]].some(
      (other) => other && Math.abs(other.number - number) === 1 && Math.abs(other.at - at) > SHORTEST_PAGE,
    ),
  );
  if (counted.length >= OFTEN) for (const { at } of counted) gone.set(at, 'pageNumber');
  lines.forEach(({ text }, at) => {
    if (CERTAIN_PAGE_NUMBER.test(text)) gone.set(at, 'pageNumber');
  });
  const feet = lines.flatMap(({ text }, at) => (PAGE_FOOT.test(text) ? [at] : []));
  for (const at of feet) gone.set(at, 'runningHead');

  // What stands next to the end of a page, and does so again and again but for its number.
  const edges: number[] = [];
  for (const [at, { opensPage }] of lines.entries()) {
    if (opensPage) edges.push(isBlank(at) ? next(at, 1) : at, next(at, -1));
    if (gone.has(at)) edges.push(next(at, 1), next(at, -1));
  }
  const seen = new Map<string, number[]>();
  for (const at of new Set(edges)) {
    const text = lines[at]?.text;
    if (text === undefined || gone.has(at)) continue;
    const shape = text.replace(/\d+/g, '0').replace(/\s+/g, ' ').trim();
    seen.set(shape, [...(seen.get(shape) ?? []), at]);
  }
  for (const [shape, places] of seen) {
    if (places.length < OFTEN || !/[\p{L}\d]/u.test(shape)) continue;
    for (const at of places)
      gone.set(at, PAGE_NUMBER.test(lines[at]?.text ?? '') ? 'pageNumber' : 'runningHead');
  }

  const kept: TextLine[] = [];
  let afterPage = false;
  for (const [at, { text, opensPage }] of lines.entries()) {
    const what = gone.get(at);
    if (what) leftOut.push({ what, text });
    if (opensPage || what) afterPage = true;
    if (what) continue;
    if (text === '' && afterPage) {
      if (kept.at(-1)?.text !== '') kept.push({ text });
      continue;
    }
    kept.push(afterPage ? { text, afterPage: true } : { text });
    afterPage = false;
  }
  return { lines: kept, leftOut };
}

/** In lines: two numbers nearer to each other number no pages. */
const SHORTEST_PAGE = 10;
