// Takes out running heads and page numbers.
import type { LeftOut } from '../document.ts';
import type { Fragment } from './fragments.ts';
import { type PageFragments, withoutLineNumbers } from './line-numbers.ts';
import { type Line, lineOf, linesOf } from './lines.ts';

/** Lines from the top and from the bottom of a page that may be its head or foot. */
const MARGIN_LINES = 5;
/** Lines that a page may have at one place with most others: stamps, addresses, links back. */
const MOST_ANYWHERE = 12;
/** Points by which a head may stand higher or lower from page to page. */
const SHIFT = 4;
/** Of the size of the text, from which on a line is a title. */
const LARGE = 1.3;
/** Numbers of pages, with what is printed around them: "Page 3 of 9", "- 3 -", "iv", "3/9", "第 3 页". */
const PAGE_NUMBER =
  /^[\s\-–—|·•[(]*(?:(?:page|pg\.?|p\.|seite|página|pagina|pág\.?|страница|стр\.?|sivu|sida|side|strona|第)\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[A-Z]-\d{1,3})(?:\s*(?:of|von|de|sur|di|van|из|z|\/|av)\s*\d{1,4})?\s*(?:页|頁|ページ|쪽)?[\s\-–—|·•\])]*$/iu;

interface Row {
  readonly line: Line;
  readonly page: number;
  /** As counted from the nearer edge. */
  readonly isTop: boolean;
  readonly key: string;
  readonly numbers: readonly number[];
  /** The next line of the text stands well off. */
  readonly isApart: boolean;
  /** It does by twice as much: where one page is all there is to go by. */
  readonly isFarApart: boolean;
  /** All parts of its line. */
  readonly beside: readonly Line[];
}

/** Parts from the text of pages what stands on several of them alike: running heads and feet, page numbers, line numbers. `size` is that of the text. */
export function withoutRepeated(
  pages: readonly PageFragments[],
  size: number,
): {
  readonly pages: readonly (readonly Fragment[])[];
  readonly leftOut: readonly LeftOut[];
} {
  const leftOut: LeftOut[] = [];
  const numbered = pages.map((page) => withoutLineNumbers(page, leftOut));
  const rows: Row[] = [];
  const everywhere = new Map<string, Row[]>();
  for (const [at, fragments] of numbered.entries()) {
    const lines = linesOf(fragments, at);
    const middle = (pages[at]?.height ?? 0) / 2;
    for (const [place, whole] of lines.entries()) {
      const isMarginal = place < MARGIN_LINES || place >= lines.length - MARGIN_LINES;
      const isTop = whole.y < middle;
      const inner = isTop ? lines[place + 1] : lines[place - 1];
      const isApart =
        inner === undefined || Math.abs(inner.y - whole.y) > Math.max(inner.size, whole.size) * 1.5;
      const parts = isMarginal ? partsOf(whole) : [whole];
      for (const line of parts) {
        const row: Row = {
          line,
          page: at,
          isTop,
          key: keyOf(line.text),
          numbers: edgeNumbersOf(line.text),
          isApart,
          isFarApart:
            inner === undefined || Math.abs(inner.y - whole.y) > Math.max(inner.size, whole.size) * 2.2,
          beside: parts,
        };
        if (isMarginal) rows.push(row);
        const exact = `${line.text} ${Math.round(line.x0)} ${Math.round(line.y)}`;
        const same = everywhere.get(exact);
        if (same) same.push(row);
        else everywhere.set(exact, [row]);
      }
    }
  }
  const out = new Map<Line, 'runningHead' | 'pageNumber'>();
  const isNumber = (row: Row) => PAGE_NUMBER.test(row.line.text);
  const byKey = groupedBy(rows, ({ key }) => key);
  for (const [key, group] of byKey) {
    if (key === '#') continue;
    for (const row of group) {
      const alike = group.filter(
        (other) =>
          other.page !== row.page &&
          other.isTop === row.isTop &&
          Math.abs(other.line.y - row.line.y) <= SHIFT,
      );
      const isOften = alike.length + 1 > pages.length / 2 && pages.length > 2;
      // Titles of slides that go on are large, and stand on a few of them.
      if (row.line.size > size * LARGE && !isOften) continue;
      if (alike.some((other) => Math.abs(other.page - row.page) <= 2) || alike.length >= 2)
        out.set(row.line, isNumber(row) ? 'pageNumber' : 'runningHead');
    }
  }
  // Numbers that count along with the pages, alone or in one line with a head that changes from chapter to chapter.
  for (const row of rows) {
    if (out.has(row.line)) continue;
    const counts = row.numbers.some((number) =>
      rows.some(
        (other) =>
          other.page !== row.page &&
          Math.abs(other.page - row.page) <= 4 &&
          other.isTop === row.isTop &&
          Math.abs(other.line.y - row.line.y) <= SHIFT &&
          (other.isApart || isNumber(other)) &&
          other.numbers.includes(number + other.page - row.page),
      ),
    );
    const isAlone = isNumber(row);
    const roman = isAlone && /^[\s\-–—]*[ivxlc]+[\s\-–—]*$/i.test(row.line.text) && row.isApart;
    if (
      (isAlone &&
        (counts ||
          roman ||
          ((row.isFarApart || /\d\s+\p{L}+\s+\d/u.test(row.line.text)) &&
            row.beside.length === 1 &&
            isOutermost(row, rows)))) ||
      (counts && row.isApart && endsInNumber(row.line))
    )
      out.set(row.line, isAlone ? 'pageNumber' : 'runningHead');
  }
  // What stands in one line with the number of a page, off the text, is its head.
  for (const row of rows) {
    const page = pages[row.page];
    if (out.has(row.line) || !row.isFarApart || !page || row.line.text.length > 120) continue;
    if (!/\p{L}{2}/u.test(row.line.text)) continue;
    const isInMargin = row.line.y < page.height * 0.12 || row.line.y > page.height * 0.88;
    if (!isInMargin || row.beside.length > 3 || !isOutermost(row, rows)) continue;
    if (
      row.beside.some(
        (part) => out.get(part) === 'pageNumber' || (part !== row.line && PAGE_NUMBER.test(part.text)),
      )
    )
      out.set(row.line, 'runningHead');
  }
  keepInner(rows, out);
  const anywhere = [...everywhere.values()].filter((group) => group.length >= Math.max(3, pages.length / 2));
  // Copies of one page, such as those of a form, have nothing else to read.
  if (anywhere.length <= MOST_ANYWHERE)
    for (const { line } of anywhere.flat()) if (!out.has(line)) out.set(line, 'runningHead');
  const gone = new Set<Fragment>();
  for (const [line, what] of out) {
    leftOut.push({ what, text: line.text });
    for (const fragment of line.fragments) gone.add(fragment);
  }
  return { pages: numbered.map((fragments) => fragments.filter((fragment) => !gone.has(fragment))), leftOut };
}

/** Of the text's size: wider spaces part what stands left, in the middle and right of a head, and what stands in a side margin. */
const PART_GAP = 2;

function partsOf(line: Line): readonly Line[] {
  const parts: Fragment[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const fragment of [...line.fragments].sort((one, other) => one.x0 - other.x0)) {
    const last = parts.at(-1);
    if (last && fragment.x0 - end < line.size * PART_GAP) last.push(fragment);
    else parts.push([fragment]);
    end = Math.max(end, fragment.x1);
  }
  return parts.length < 2 ? [line] : parts.map((part) => lineOf(part, line.page));
}

function keyOf(text: string): string {
  return text
    .replace(/\d+/g, '#')
    .replace(/(?<=^|\s)[ivxlc]+(?=\s|$)/g, '#')
    .replace(/\s+/g, '')
    .toLowerCase();
}

/** Heads stand at the edge: what has three lines of text between it and the edge is none. */
function keepInner(rows: readonly Row[], out: Map<Line, unknown>): void {
  for (const isTop of [true, false]) {
    for (const [, ofPage] of groupedBy(
      rows.filter((row) => row.isTop === isTop),
      ({ page }) => page,
    )) {
      const inward = ofPage.sort((one, other) =>
        isTop ? one.line.y - other.line.y : other.line.y - one.line.y,
      );
      // Pages that are alike from top to bottom have no head of ten lines.
      const heads = new Set(inward.filter(({ line }) => out.has(line)).map(({ beside }) => beside));
      if (heads.size >= MARGIN_LINES)
        for (const { line } of inward) if (out.get(line) !== 'pageNumber') out.delete(line);
      const others = new Set<readonly Line[]>();
      for (const { line, beside } of inward) {
        if (!beside.some((part) => out.has(part))) others.add(beside);
        else if (others.size > 2 && out.get(line) !== 'pageNumber') out.delete(line);
      }
    }
  }
}

/** Numbers that a line opens or ends with; a year beside other words counts no pages. */
function edgeNumbersOf(text: string): readonly number[] {
  const found = [
    /^\D{0,6}(\d{1,4})\b/.exec(text)?.[1],
    /\b(\d{1,4})\D{0,3}$/.exec(text)?.[1],
    /(\d{1,4})\s*(?:of|\/|von|de)\s*\d+\s*$/i.exec(text)?.[1],
  ];
  const isAlone = /^\W*\d+\W*$/.test(text);
  return found.flatMap((digits) =>
    digits !== undefined && (isAlone || Number(digits) < 1900) ? [Number(digits)] : [],
  );
}

function endsInNumber({ text }: Line): boolean {
  return text.length < 120 && edgeNumbersOf(text).length > 0;
}

/** Nothing stands between it and the page's edge. */
function isOutermost(row: Row, rows: readonly Row[]): boolean {
  return !rows.some(
    (other) =>
      other.page === row.page &&
      other.line !== row.line &&
      !row.beside.includes(other.line) &&
      (row.isTop ? other.line.y < row.line.y : other.line.y > row.line.y),
  );
}

function groupedBy<T, K>(all: readonly T[], keyOfOne: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOfOne(one));
    if (group) group.push(one);
    else groups.set(keyOfOne(one), [one]);
  }
  return groups;
}
