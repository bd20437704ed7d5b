// Reads dates.
import { digitsEnd, figureAt } from './figures.ts';
import { isDigit, wordEnd } from './line.ts';
import { entryAt, type Quantity, type Source } from './source.ts';
import { numberOfWords } from './word-numbers.ts';

/** Keys of a date's parts and of the whole: `date:2025-11-16`, `date:--11-16` without a year, as in ISO 8601. */
export function dateKeys(year: number | undefined, month: number, day: number | undefined): string[] {
  const two = (part: number) => String(part).padStart(2, '0');
  const keys = [`month:${month}`];
  if (day !== undefined) keys.unshift(`day:${day}`);
  if (year !== undefined) keys.push(`year:${year}`);
  if (day !== undefined) keys.push(`date:${year ?? '-'}-${two(month)}-${two(day)}`);
  else if (year !== undefined) keys.push(`date:${year}-${two(month)}`);
  return keys;
}

/** Days of the longest February, April … */
const MOST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDay = (day: number, month: number) => day >= 1 && day <= (MOST_DAYS[month - 1] ?? 0);
/** Years that are written alone: four digits up to the end of the next century. */
export const isYear = (digits: string): boolean => /^(?:1\d|20|21)\d\d$/.test(digits);

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d]|[-/.]\d)/y;
const DAY_FIRST = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d]|[-/.]\d)/y;
const HAN_DATE = /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号號])?/y;
const HAN_YEAR = /(\d{4})\s?年(代?)/y;
const VIETNAMESE = /(?:(?:ngày|mùng) )?(\d{1,2}) tháng (\d{1,2})(?:,? năm (\d{4}))?/y;
const VIETNAMESE_MONTH = /tháng (\d{1,2})(?:,? năm (\d{4}))?(?![\d])/y;

/** A date that is all figures, or figures and the characters for year, month and day. */
export function figureDateAt({ lower, lexicon }: Source, at: number): Quantity | undefined {
  const end = digitsEnd(lower, at);
  const mark = lower[end] ?? '';
  if ((mark === '-' || mark === '/' || mark === '.') && isDigit(lower, end + 1)) {
    if (end - at === 4) {
      const [whole, year, , month, day] = matchAt(ISO, lower, at) ?? [];
      if (whole && isDay(Number(day), Number(month)))
        return quantity(at, whole, dateKeys(Number(year), Number(month), Number(day)));
    } else {
      const [whole, first, between, second, year = ''] = matchAt(DAY_FIRST, lower, at) ?? [];
      if (!whole || (year.length === 2 && between !== '/')) return undefined;
      const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
      const keys = new Set<string>();
      const [a, b] = [Number(first), Number(second)];
      if (b <= 12 && isDay(a, b)) for (const key of dateKeys(full, b, a)) keys.add(key);
      if (between === '/' && a <= 12 && isDay(b, a)) for (const key of dateKeys(full, a, b)) keys.add(key);
      if (keys.size > 0) return quantity(at, whole, [...keys]);
    }
    return undefined;
  }
  if (lexicon.tag === 'vi') {
    const [whole, day, month, year] = matchAt(VIETNAMESE, lower, at) ?? [];
    if (whole && isDay(Number(day), Number(month)))
      return quantity(at, whole, dateKeys(year ? Number(year) : undefined, Number(month), Number(day)));
  }
  const near = mark === ' ' ? lower[end + 1] : mark;
  if (near === '年' || near === '月') {
    const [whole, year, month, day] = matchAt(HAN_DATE, lower, at) ?? [];
    const isMonth = whole && Number(month) >= 1 && Number(month) <= 12;
    if (isMonth)
      return quantity(
        at,
        whole,
        dateKeys(year ? Number(year) : undefined, Number(month), day ? Number(day) : undefined),
      );
    const [alone, only, decade] = matchAt(HAN_YEAR, lower, at) ?? [];
    if (alone && decade) return quantity(at, alone, [`decade:${only}`]);
    if (alone) return quantity(at, alone, [`year:${only}`, `n:${only}`]);
  }
  return undefined;
}

/** Vietnamese counts its months: tháng 11 năm 2025. */
export function vietnameseMonthAt({ lower }: Source, at: number): Quantity | undefined {
  const [whole, month, year] = matchAt(VIETNAMESE_MONTH, lower, at) ?? [];
  if (!whole || Number(month) < 1 || Number(month) > 12) return undefined;
  return quantity(at, whole, dateKeys(year ? Number(year) : undefined, Number(month), undefined));
}

/** Between a day and its month, and between a month and its year. */
const DAY_JOINTS = [' of ', ' de ', ' ', '. ', ' del ', '-', '.', ' di '];
const YEAR_JOINTS = [', ', ' ', ' de ', ' del ', '. ', ', de ', '-', '., ', ' of '];

/** A date whose day, read up to `end`, stands before the month's name. */
export function dateBehindDay(source: Source, start: number, end: number, day: number): Quantity | undefined {
  const { lower } = source;
  for (const joint of DAY_JOINTS) {
    if (!lower.startsWith(joint, end)) continue;
    const month = entryAt(source, end + joint.length);
    if (month?.entry.kind !== 'month' || !isDay(day, month.entry.value)) continue;
    const year = yearBehind(source, month.end);
    return { start, end: year?.end ?? month.end, keys: dateKeys(year?.year, month.entry.value, day) };
  }
  return undefined;
}

function yearBehind({ lower }: Source, end: number): { year: number; end: number } | undefined {
  for (const joint of YEAR_JOINTS) {
    const at = end + joint.length;
    if (!lower.startsWith(joint, end) || !isDigit(lower, at)) continue;
    const stop = digitsEnd(lower, at);
    const follows = lower[stop] ?? '';
    const isNumber = /[.,:%-]/.test(follows) && isDigit(lower, stop + 1) && follows !== '-';
    if (stop - at >= 3 && stop - at <= 4 && !isNumber)
      return { year: Number(lower.slice(at, stop)), end: stop };
  }
  return undefined;
}

/** Words of English that a month's name shares: they need one of `BEFORE_MONTH`, a day or a year. */
const SHARED = new Set(['may', 'march', 'august', 'mai', 'mars', 'ocak', 'ekim']);
const BEFORE_MONTH = new Set(
  'in since until till during last next this early late mid of each every before after from through'.split(
    ' ',
  ),
);
/** Before these, "may" and "march" in small letters are still months: "in may". */
const SURE = new Set(['in', 'since', 'until', 'during', 'last', 'next']);

/** A date that begins with the month's name: November 16, 2025, November 2025, November. */
export function dateAtMonth(source: Source, at: number): Quantity | undefined {
  const { lower, raw, lexicon } = source;
  const word = entryAt(source, at);
  if (word?.entry.kind !== 'month') return undefined;
  const month = word.entry.value;
  const from = lower.startsWith('. ', word.end) ? word.end + 2 : word.end + 1;
  const gap = lower[word.end];
  if (
    (gap === ' ' || gap === '.' || gap === '-') &&
    (isDigit(lower, from) || (lexicon.tag === 'en' && entryAt(source, from)))
  ) {
    const spelled = isDigit(lower, from) ? undefined : numberOfWords(source, from);
    const figure = isDigit(lower, from) ? figureAt(lower, from, lexicon.group) : undefined;
    const plain =
      figure && 'isPlain' in figure && (figure.isPlain || digitsEnd(lower, from) - from <= 2)
        ? figure.digits
        : '';
    const day = spelled?.isOrdinal ? spelled.value : plain.length <= 2 ? Number(plain) : 0;
    const ordinal =
      /^(?:st|nd|rd|th)(?![a-z])/.exec(lower.slice(from + plain.length, from + plain.length + 3))?.[0] ?? '';
    const end = spelled?.end ?? from + plain.length + ordinal.length;
    if (lower[end] !== ':' && lower[end] !== '%' && isDay(day, month)) {
      const year = yearBehind(source, end);
      return { start: at, end: year?.end ?? end, keys: dateKeys(year?.year, month, day) };
    }
  }
  const year = yearBehind(source, word.end);
  if (year) return { start: at, end: year.end, keys: dateKeys(year.year, month, undefined) };
  if (word.entry.isAbbreviation) return undefined;
  if (SHARED.has(lower.slice(at, word.end))) {
    const start = lower.lastIndexOf(' ', at - 2) + 1;
    const before = lower.slice(start, Math.max(start, at - 1));
    const isCapital = raw[at] !== lower[at];
    if (lexicon.tag === 'en' && !(isCapital ? BEFORE_MONTH : SURE).has(before)) return undefined;
    if (lexicon.tag === 'de' && !isCapital) return undefined;
  }
  return { start: at, end: wordEnd(lower, at), keys: dateKeys(undefined, month, undefined) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function quantity(start: number, whole: string, keys: readonly string[]): Quantity {
  return { start, end: start + whole.length, keys };
}
