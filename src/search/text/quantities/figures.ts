// Reads figures.
import { isDigit } from './line.ts';

export interface Figure {
  readonly value: number;
  readonly end: number;
  /** Digits without marks between them. */
  readonly isPlain: boolean;
  /** Digits before the first mark, as they stand. */
  readonly digits: string;
}

/** `never`: a version, an address, a section number; it ends at `end` and is no value. */
export type FigureRead = Figure | { readonly never: true; readonly end: number };

const CHUNK = /\d+(?:[.,']\d+)+/y;
const SPACED = /\d{1,3}(?: \d{3})+(?!\d|[.,]\d{3}(?!\d)| \d)(?:[.,]\d+)?/y;
const GROUPED = /^\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*$/;
/** Lakhs and crores: 12,34,567. */
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

export function digitsEnd(lower: string, at: number): number {
  let end = at;
  while (isDigit(lower, end)) end += 1;
  return end;
}

/** The figure that begins at `at`; `group` is what the language groups digits with. */
export function figureAt(lower: string, at: number, group: string): FigureRead {
  const end = digitsEnd(lower, at);
  const digits = lower.slice(at, end);
  const mark = lower[end];
  if (mark !== undefined && isDigit(lower, end + 1)) {
    if (mark === ' ' && end - at <= 3) {
      SPACED.lastIndex = at;
      const spaced = SPACED.exec(lower)?.[0];
      if (spaced)
        return {
          value: Number(spaced.replace(/ /g, '').replace(',', '.')),
          end: at + spaced.length,
          isPlain: false,
          digits,
        };
    }
    if (mark === '.' || mark === ',' || mark === "'") {
      CHUNK.lastIndex = at;
      const chunk = CHUNK.exec(lower)?.[0];
      if (chunk) return chunkRead(chunk, at, digits, group);
    }
  }
  // `04433` is a name, not 4433; `08` may be a month.
  if (/^0\d{2,}/.test(digits)) return { never: true, end };
  return { value: Number(digits), end, isPlain: true, digits };
}

function chunkRead(chunk: string, at: number, digits: string, group: string): FigureRead {
  const end = at + chunk.length;
  const marks = chunk.replace(/\d/g, '');
  const numberOf = (text: string) => ({ value: Number(text), end, isPlain: false, digits });
  const isGrouped = GROUPED.test(chunk) && !digits.startsWith('0');
  if (marks.length > 1 && isGrouped) return numberOf(chunk.replace(/[.,']/g, ''));
  if (INDIAN.test(chunk)) return numberOf(chunk.replace(/,/g, ''));
  if (marks.length === 1) {
    if (isGrouped && (marks === group || marks === "'")) return numberOf(chunk.replace(/[.,']/g, ''));
    if (marks !== "'") return numberOf(chunk.replace(',', '.'));
  }
  const decimal = marks.at(-1) ?? '';
  const whole = chunk.slice(0, chunk.lastIndexOf(decimal));
  if (marks.length > 1 && !whole.includes(decimal) && (GROUPED.test(whole) || INDIAN.test(whole))) {
    return numberOf(`${whole.replace(/[.,']/g, '')}.${chunk.slice(whole.length + 1)}`);
  }
  if (marks.includes('.') && !marks.includes(',')) return { never: true, end };
  return { value: Number(digits), end: at + digits.length, isPlain: true, digits };
}
