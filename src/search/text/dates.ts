/** A date in figures: where it stands, and its parts. */
export interface FiguredDate {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number;
}

/** ISO 8601, `31.12.1923`, and `12/31/1923` where only one reading is possible. */
const DATE =
  /(?<![\d./-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{1,2})\/(\d{1,2})\/(\d{4})|(\d{4})年(\d{1,2})月(\d{1,2})日)(?![\d/-])/g;

/** The dates in figures of a text, in order. */
export function figuredDatesIn(text: string): readonly FiguredDate[] {
  if (!/\d[-./年]\d/.test(text)) return NONE;
  return [...text.matchAll(DATE)].flatMap((match) => {
    const [isoYear, isoMonth, isoDay, day, month, year, one, two, slashYear, hanYear, hanMonth, hanDay] =
      match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
    const start = match.index;
    const end = start + match[0].length;
    const date = (y?: number, m?: number, d?: number) =>
      y !== undefined && m !== undefined && d !== undefined && m >= 1 && m <= 12 && d >= 1 && d <= 31
        ? [{ start, end, day: d, month: m, year: y }]
        : [];
    if (isoYear !== undefined) return date(isoYear, isoMonth, isoDay);
    if (year !== undefined) return date(year, month, day);
    if (hanYear !== undefined) return date(hanYear, hanMonth, hanDay);
    // Day first, or month first where a day cannot be a month.
    return (two ?? 0) > 12 ? date(slashYear, one, two) : date(slashYear, two, one);
  });
}

const NONE: readonly FiguredDate[] = [];

const names = new Map<string, readonly string[]>();

/** The names of the months of a language, as a date has them. */
export function monthNames(tag: string): readonly string[] {
  const known = names.get(tag);
  if (known) return known;
  const format = new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const found = Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2024, month, 15));
    return parts.find(({ type }) => type === 'month')?.value ?? '';
  });
  names.set(tag, found);
  return found;
}
