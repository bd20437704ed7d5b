// Reads quantities that open with a word.
import { amountOf, scaleAt } from './amount.ts';
import { wordTimeAt } from './clock.ts';
import { dateAtMonth, dateBehindDay } from './dates.ts';
import { figureAt } from './figures.ts';
import { isDigit, numberKey, pastGap, wordBefore, wordEnd } from './line.ts';
import { measureAt, PREFIX_WORDS } from './measures.ts';
import { isRoman } from './roman.ts';
import { entryAt, type Quantity, type Source, standsAt } from './source.ts';
import { numberOfWords } from './word-numbers.ts';

/** Before these a half is a part of a game or a year, and no number. */
const NO_HALF = new Set([
  'first',
  'second',
  'latter',
  'other',
  'better',
  'erste',
  'zweite',
  'ersten',
  'zweiten',
]);
const LABELS = new Set([
  'chapter',
  'phase',
  'part',
  'act',
  'section',
  'book',
  'volume',
  'episode',
  'stage',
  'level',
  'number',
  'article',
]);
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
};

/** The quantity that opens with the word of the lexicon at `at`. */
export function readWord(source: Source, at: number): Quantity | undefined {
  const { lower, raw, lexicon } = source;
  const word = entryAt(source, at);
  if (!word) return undefined;
  const { entry, end } = word;
  if (lower[at - 1] === '-' && entry.kind === 'roman') return undefined;
  switch (entry.kind) {
    case 'month':
      return dateAtMonth(source, at);
    case 'clock':
      return { start: at, end, keys: [`t:${entry.value === 0 ? '00' : '12'}:00`] };
    case 'roman':
      return isRoman(raw, at, end, wordBefore(lower, at))
        ? amountOf(source, at, entry.value, end)
        : undefined;
    case 'prefix':
      return prefixed(source, at, end);
    case 'quarter': {
      const isPart =
        standsAt(lower, ' of', end) && (wordBefore(lower, at) === 'a' || wordBefore(lower, at) === 'one');
      return wordTimeAt(source, at) ?? (isPart ? amountOf(source, at, 0.25, end) : undefined);
    }
    case 'half':
      return wordTimeAt(source, at) ?? half(source, at, end);
    default:
      return spelled(source, at);
  }
  function half({ lower }: Source, start: number, stop: number): Quantity | undefined {
    if (NO_HALF.has(wordBefore(lower, start))) return undefined;
    const gap = pastGap(lower, stop);
    const next = /^(?:an? )/.exec(lower.slice(gap, gap + 3))?.[0].length ?? 0;
    const more = numberOfWords(source, gap + next);
    const isMore = more && !more.isOrdinal && (entryAt(source, gap + next)?.entry.kind ?? 'ones') !== 'ones';
    if (isMore) return amountOf(source, start, more.value / 2, more.end);
    if (lexicon.tag === 'en' || standsAt(lower, ' of', stop)) return amountOf(source, start, 0.5, stop);
    return amountOf(source, start, 0.5, stop);
  }
}

function prefixed(source: Source, at: number, end: number): Quantity | undefined {
  const { lower, lexicon } = source;
  const from = lower[end] === ' ' ? end + 1 : end;
  if (!isDigit(lower, from)) return undefined;
  const figure = figureAt(lower, from, lexicon.group);
  if (!('value' in figure)) return undefined;
  const scale = scaleAt(source, figure.end);
  return amountOf(
    source,
    at,
    figure.value * (scale?.factor ?? 1),
    scale?.end ?? figure.end,
    PREFIX_WORDS[lower.slice(at, end)],
  );
}

function spelled(source: Source, at: number): Quantity | undefined {
  const { lower, lexicon } = source;
  const number = numberOfWords(source, at);
  const time = wordTimeAt(source, at, number);
  if (time || !number) return time;
  const { value, end } = number;
  const before = wordBefore(lower, at);
  if (lexicon.tag === 'vi' && value === 5 && /^ \d{3,4}/.test(lower.slice(end, end + 5))) return undefined;
  if (lexicon.tag === 'en') {
    if (number.isOrdinal && value < 32) {
      const date = dateBehindDay(source, at, end, value);
      if (date) return date;
      if (before === 'at' && value === 1) return undefined;
      if (standsAt(lower, ' of all', end) && value === 1) return undefined;
      const isPart = (before === 'a' || before === 'one') && standsAt(lower, ' of', end);
      if (isPart && value > 2) return amountOf(source, at, 1 / value, end);
    }
    const gap = pastGap(lower, end);
    const next =
      gap > end && 'htqfset'.includes(lower[gap] ?? ' ') ? lower.slice(gap, wordEnd(lower, gap)) : '';
    const part = next === '' ? undefined : FRACTIONS[next];
    if (part && !number.isOrdinal && value < part && (next.endsWith('s') === value > 1 || next === 'half')) {
      return amountOf(source, at, value / part, gap + next.length);
    }
    if (number.isYear) return { start: at, end, keys: [`year:${value}`, numberKey(value)] };
  }
  if (number.isOrdinal) return { start: at, end, keys: [numberKey(value)] };
  if (number.isWeak) {
    const isCounted = LABELS.has(before) || (lexicon.tag === 'en' && measureAt(lexicon.measures, lower, end));
    const amount = amountOf(source, at, value, end);
    const isHalf = amount.keys[0] !== numberKey(value);
    return isCounted || isHalf ? amount : undefined;
  }
  const date = value < 32 ? dateBehindDay(source, at, end, value) : undefined;
  if (date) return date;
  const isMinus = before === 'minus';
  return amountOf(source, at, isMinus ? -value : value, end);
}
