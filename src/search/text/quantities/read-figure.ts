// Reads quantities that open with a figure.
import { amountOf, isNegative, isTouched, scaleAt } from './amount.ts';
import { figureTimeAt, hanTimeAt } from './clock.ts';
import { dateBehindDay, figureDateAt, isYear, vietnameseMonthAt } from './dates.ts';
import { digitsEnd, figureAt } from './figures.ts';
import { CLASS, classAt, isDigit, isUnspaced, numberKey, wordBefore } from './line.ts';
import { measureAt } from './measures.ts';
import { VULGAR } from './read-sign.ts';
import type { Quantity, Source } from './source.ts';

/** Where to read on when what begins here is no value. */
interface Passed {
  readonly end: number;
}

const ORDINAL = /(?:st|nd|rd|th|er|ère|ème|re|e|°|ª|-?(?:й|го|е|я|му|м|х|ая|ый|ой)|ος|η|ο)/y;
const DECADE = /(?:'?s|er|-е|-х|年代)/y;
const RUSSIAN_YEAR = /(?:годами|годах|годов|годом|году|года|годы|годе|год|гг|г)/y;
const PHONE = /\+?\(?\d[\d ().-]{6,}\d/y;
const CHAIN = /\d+(?:[-‐]\d+){2,}/y;
const THREE_THREE_FOUR = /\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)/y;
/** Behind these a figure with a point is a name: 3.10 is not 3.1. */
const NAMED = new Set(
  'version versión versione versão version versiunea версия sürüm v release section figure fig table chapter abschnitt kapitel isbn issn'.split(
    ' ',
  ),
);
const ISBN = /^(?:isbn|issn|doi|tel|phone)$/;

export function readFigure(source: Source, at: number): Quantity | Passed {
  const { lower, lexicon } = source;
  const bare = digitsEnd(lower, at);
  if (isPartOfName(source, at)) return { end: pastName(lower, bare) };
  const never = endOfCode(lower, at);
  if (never > at) return { end: never };
  const date = figureDateAt(source, at);
  if (date) return date;
  const vietnamese =
    lexicon.tag === 'vi' && lower.endsWith('tháng ', at) ? vietnameseMonthAt(source, at - 6) : undefined;
  if (vietnamese) return vietnamese;
  const time =
    bare - at <= 2
      ? ((isUnspaced(lower, bare) ? hanTimeAt(lower, at) : undefined) ?? figureTimeAt(source, at))
      : undefined;
  if (time) return time;
  const figure = figureAt(lower, at, lexicon.group);
  if (!('value' in figure)) return figure;
  if (
    !figure.isPlain &&
    (NAMED.has(wordBefore(lower, at)) || lower.endsWith('§', at) || lower.endsWith('§ ', at))
  )
    return { end: figure.end };
  const sign = isNegative(lower, at) ? -1 : 1;
  const start = sign < 0 ? at - 1 : at;
  if (figure.isPlain) {
    const plain = plainFigure(source, at, figure.end, figure.value);
    if (plain) return plain;
  }
  const vulgar = VULGAR[lower[figure.end] ?? ''];
  if (vulgar) return amountOf(source, start, sign * (figure.value + vulgar), figure.end + 1);
  // Russian writes "in the year 2000" as 2000 г., which is no gram, and a date's year with the word behind it.
  const spelledYear =
    lexicon.tag === 'ru' && isYear(figure.digits) ? touching(RUSSIAN_YEAR, lower, figure.end + 1) : 0;
  if (figure.isPlain && spelledYear > figure.end + 1) {
    return { start: at, end: figure.end, keys: [`year:${figure.value}`, numberKey(figure.value)] };
  }
  const scale = scaleAt(source, figure.end);
  const measure = measureAt(lexicon.measures, lower, figure.end);
  if (scale) {
    const scaled = amountOf(source, start, sign * figure.value * scale.factor, scale.end);
    if (!scale.isDoubtful || !measure || lexicon.tag === 'vi') return scaled;
    return { ...scaled, keys: [...new Set([...scaled.keys, numberKey(figure.value), ...measure.keys])] };
  }
  if (isTouched(lower, figure.end) && measure === undefined) return { end: pastName(lower, figure.end) };
  const amount = amountOf(source, start, sign * figure.value, figure.end);
  if (amount.end > figure.end || !figure.isPlain || sign < 0) return amount;
  return isYear(figure.digits) ? { ...amount, keys: [`year:${figure.value}`, ...amount.keys] } : amount;
}

/** What only digits alone can open: a day and its month, an ordinal, a decade, a fraction, the end of a span of years. */
function plainFigure(source: Source, at: number, end: number, value: number): Quantity | undefined {
  const { lower } = source;
  const ordinal = touching(ORDINAL, lower, end);
  if (value >= 1 && value <= 31) {
    const date = dateBehindDay(source, at, ordinal, value);
    if (date) return date;
  }
  const decade = touching(DECADE, lower, end);
  if (decade > end && value % 10 === 0 && (end - at === 4 || (end - at === 2 && value >= 20))) {
    // "The 30s" and "'30s" are years; "in his 30s" is an age.
    const isDecade = end - at === 4 || lower[at - 1] === "'" || wordBefore(lower, at) === 'the';
    return {
      start: at,
      end: decade,
      keys: [isDecade ? `decade:${end - at === 2 ? 1900 + value : value}` : numberKey(value)],
    };
  }
  if (ordinal > end && lower[end] !== '°') return { start: at, end: ordinal, keys: [numberKey(value)] };
  const fraction = fractionBehind(lower, at, end, value);
  if (fraction) return amountOf(source, at, fraction.value, fraction.end);
  const span = /(1\d|20)\d\d[-–]$/.exec(lower.slice(Math.max(0, at - 5), at));
  if (span && end - at === 2 && value > Number(lower.slice(at - 3, at - 1)) && !isTouched(lower, end)) {
    const year = Number(span[1]) * 100 + value;
    return { start: at, end, keys: [`year:${year}`, numberKey(year)] };
  }
  return undefined;
}

function fractionBehind(
  lower: string,
  at: number,
  end: number,
  value: number,
): { value: number; end: number } | undefined {
  const mixed = /^ (\d)\/(\d{1,2})(?![\d/])/.exec(lower.slice(end, end + 7));
  if (mixed && Number(mixed[1]) < Number(mixed[2]))
    return { value: value + Number(mixed[1]) / Number(mixed[2]), end: end + mixed[0].length };
  const simple = /^\/(\d{1,2})(?![\d/])/.exec(lower.slice(end, end + 5));
  if (!simple || value === 0 || value >= Number(simple[1]) || classAt(lower, at - 1) === CLASS.letter)
    return undefined;
  return { value: value / Number(simple[1]), end: end + simple[0].length };
}

function touching(pattern: RegExp, lower: string, end: number): number {
  const code = lower.charCodeAt(end);
  if (code === 0x20 || code === 0x2e || code === 0x2c || end >= lower.length) return end;
  pattern.lastIndex = end;
  const stop = pattern.test(lower) ? pattern.lastIndex : end;
  const ahead = classAt(lower, stop);
  return ahead === CLASS.letter || ahead === CLASS.digit ? end : stop;
}

/** A letter before it, or a capital and a hyphen: mp3, B52, F-16, v25.4. */
function isPartOfName({ lower, raw }: Source, at: number): boolean {
  const before = at - 1;
  if (before < 0) return false;
  const code = lower.charCodeAt(before);
  if (code === 0x20) return false;
  if (classAt(lower, before) === CLASS.letter)
    return !isUnspaced(lower, before) && lower.charCodeAt(before) < 0x600;
  if (code === 0x2d)
    return before > 0 && classAt(raw, before - 1) === CLASS.letter && raw[before - 1] !== lower[before - 1];
  return (
    (code === 0x2e || code === 0x5f) &&
    classAt(lower, before - 1) === CLASS.letter &&
    lower.charCodeAt(before - 1) < 0x600 &&
    lower[before - 2] === '/'
  );
}

function pastName(lower: string, from: number): number {
  let end = from;
  while (
    classAt(lower, end) === CLASS.letter ||
    isDigit(lower, end) ||
    (/[.-]/.test(lower[end] ?? '') && isDigit(lower, end + 1))
  )
    end += 1;
  return end;
}

/** Where a telephone number, an ISBN or another chain of figures ends that is no value; else `at`. */
function endOfCode(lower: string, at: number): number {
  const before = lower[at - 1];
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(lower)?.[0].trimEnd().length ?? 0;
  };
  if (before === '+') return at + match(PHONE);
  const end = digitsEnd(lower, at);
  const mark = lower[end];
  if (before === ' ' || before === undefined) {
    if (ISBN.test(wordBefore(lower, at))) return at + Math.max(match(PHONE), end - at);
  }
  if (mark === undefined || !(mark === '-' || mark === '.' || mark === ' ' || mark === ')')) return at;
  if (end - at === 3 && (mark !== ' ' || before === '(')) {
    const length = match(THREE_THREE_FOUR);
    const local =
      before === '(' ? /^\d{3}\) ?\d{3}[-. ]\d{4}(?!\d)/.exec(lower.slice(at, at + 16))?.[0].length : 0;
    if (length || local) return at + Math.max(length, local ?? 0);
  }
  if (mark === '-') {
    const length = match(CHAIN);
    if (length > 0 && !/^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}-\d{1,2}-\d{4}$/.test(lower.slice(at, at + length)))
      return at + length;
  }
  return at;
}
