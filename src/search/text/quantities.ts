import { type NumberWords, numberWordsOf, ordinalKey } from './number-words.ts';
import type { Token } from './tokenizer.ts';
import { unitKey } from './units.ts';

/** What a number, an amount or a time says in one form for all its forms; the key of a number is its digits. */
export interface Quantity {
  readonly key: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Languages that part thousands by a full stop or a space and decimals by a comma. */
const DECIMAL_COMMA = new Set('cs da de es fi fr hu id it nb nl no pl pt ro ru sv tr uk vi'.split(' '));

/** In which form a number token stands: digits, what follows them. */
const FIGURE = /^(\d+(?:[.,:]\d+)*)(?:(½|¼|¾)|([\p{L}²³]+))?$/u;
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
/** A sign right before or behind a number. */
const SIGN_BEFORE = /([$€£¥₹]) ?$/;
const SIGN_BEHIND = /^ ?([%€$£¥₹])/;
const PER_CENT = /^ per cent\b/i;

/**
 * The quantities of a text in order: numbers in figures or words with what multiplies them, units and currencies beside a number,
 * times of day. A number that its token says as well by itself is left out.
 */
export function quantitiesIn(text: string, tokens: readonly Token[], tag: string): readonly Quantity[] {
  const words = numberWordsOf(tag);
  let found: Quantity[] | undefined;
  const add = (key: string, start: number, end: number) => {
    found ??= [];
    found.push({ key, start, end });
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || !words.mayBegin(token.text)) continue;
    const time = timeAt(text, tokens, at, words);
    for (const key of time?.keys ?? []) add(key, token.start, tokens[time?.last ?? at]?.end ?? token.end);
    const ordinal = words.ordinals.get(token.text.toLowerCase());
    if (ordinal !== undefined && !isSecond(text, token)) add(ordinalKey(ordinal), token.start, token.end);
    const number = numberAt(text, tokens, at, words, tag);
    if (!number) continue;
    const last = tokens[number.last];
    if (!last) continue;
    const key = String(number.value);
    if (number.last > at || key !== token.text) add(key, token.start, number.end);
    if (number.unit !== undefined) add(number.unit, number.end, last.end);
    const before = SIGN_BEFORE.exec(text.slice(Math.max(0, token.start - 2), token.start))?.[1];
    const currency = before && unitKey(before);
    if (currency) add(currency, token.start - 1, token.start);
    addUnitBehind(text, tokens, number.last, add);
    at = number.last;
  }
  return found ?? NONE;
}

const NONE: readonly Quantity[] = [];

/** The sixtieth part of a minute. */
function isSecond(text: string, { text: word, start }: Token): boolean {
  return (
    word.toLowerCase() === 'second' && /(?:\d|per|a|one) ?$/i.test(text.slice(Math.max(0, start - 4), start))
  );
}

interface NumberFound {
  readonly value: number;
  /** Position of its last token. */
  readonly last: number;
  /** Where the number itself ends; a unit may follow within its last token, as in `15kg`. */
  readonly end: number;
  readonly unit?: string;
}

function numberAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
  tag: string,
): NumberFound | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const [, digits, fraction, suffix] = FIGURE.exec(token.text) ?? [];
  if (digits === undefined) return inWords(text, tokens, at, words);
  let value = figureOf(digits, tag);
  if (value === undefined) return undefined;
  if (fraction) value += FRACTIONS[fraction] ?? 0;
  if (suffix) {
    const lower = suffix.toLowerCase();
    const end = token.start + digits.length;
    const times = lower.length < 3 ? words.multiplying.get(lower) : undefined;
    const unit = unitKey(lower);
    if (/^(?:st|nd|rd|th)$/.test(lower)) return { value, last: at, end: token.end };
    if (times) return { value: times * value, last: at, end: token.end };
    return unit ? { value, last: at, end, unit } : undefined;
  }
  let last = at;
  // 1 250 000
  if (/^\d{1,3}$/.test(digits)) {
    let joined = digits;
    while (/^\d{3}$/.test(tokens[last + 1]?.text ?? '') && isSpaced(text, tokens, last)) {
      last += 1;
      joined += tokens[last]?.text ?? '';
    }
    value = Number(joined);
  }
  // 2 1/2
  const [upper, lower] = [tokens[last + 1], tokens[last + 2]];
  if (
    upper &&
    lower &&
    last === at &&
    isSpaced(text, tokens, at) &&
    text.slice(upper.end, lower.start) === '/'
  ) {
    const share = Number(upper.text) / Number(lower.text);
    if (share > 0 && share < 1) return { value: value + share, last: at + 2, end: lower.end };
  }
  const times = isSpaced(text, tokens, last)
    ? words.multiplying.get(tokens[last + 1]?.text.toLowerCase() ?? '')
    : undefined;
  if (times && times > 100) {
    last += 1;
    value *= times;
  }
  return { value: rounded(value), last, end: tokens[last]?.end ?? token.end };
}

/** Binary fractions of 3.3 × 1,000,000 are not what is written. */
const rounded = (value: number) => Number(value.toPrecision(12));

const isSpaced = (text: string, tokens: readonly Token[], at: number) =>
  /^[ \u00a0\u202f\u2009]$/.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start));

/** What figures say: `1,250` and `1.250` by the language, `12,50` in any; undefined for a version or a time. */
function figureOf(digits: string, tag: string): number | undefined {
  // `04433` is a name, not 4433.
  if (/^0\d/.test(digits)) return undefined;
  if (/^\d+$/.test(digits)) return Number(digits);
  const [group, decimal] = DECIMAL_COMMA.has(tag) ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?$`);
  if (grouped.test(digits)) return Number(digits.replaceAll(group, '').replace(decimal, '.'));
  return /^\d+[.,]\d+$/.test(digits) ? Number(digits.replace(',', '.')) : undefined;
}

/** `two hundred and five`, `twenty-one`, `half a million`; a lone `one` is a pronoun. */
function inWords(
  text: string,
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): NumberFound | undefined {
  let total = 0;
  let current = 0;
  let last = -1;
  for (let next = at; next < tokens.length; next += 1) {
    const word = tokens[next]?.text.toLowerCase() ?? '';
    if (next > at && !/^[ -]$/.test(text.slice(tokens[next - 1]?.end, tokens[next]?.start))) break;
    const counted = words.counting.get(word);
    const times = words.multiplying.get(word);
    if (counted !== undefined && (current % 100 === 0 || (current % 10 === 0 && counted < 10)))
      current += counted;
    else if (times !== undefined && word.length > 2) {
      const before = next === at ? shareBefore(text.slice(0, tokens[next]?.start)) : current || 1;
      if (before === undefined) return undefined;
      current = before * times;
      if (times >= 1000) {
        total += current;
        current = 0;
      }
    } else if (word === 'and' && last === next - 1 && current >= 100) continue;
    else break;
    last = next;
  }
  if (last < 0) return undefined;
  const value = total + current;
  if (last === at && value === 1) return undefined;
  return { value, last, end: tokens[last]?.end ?? 0 };
}

/** What stands before a lone `million`: `a` or `half a`; none where it counts nothing, as in `millions of people`. */
function shareBefore(text: string): number | undefined {
  if (/\bhalf an? $/i.test(text)) return 0.5;
  return /\ban? $/i.test(text) ? 1 : undefined;
}

function addUnitBehind(
  text: string,
  tokens: readonly Token[],
  last: number,
  add: (key: string, start: number, end: number) => void,
): void {
  const end = tokens[last]?.end ?? 0;
  const behind = text.slice(end, end + 12);
  const sign = SIGN_BEHIND.exec(behind);
  const key = sign?.[1] && unitKey(sign[1]);
  if (sign && key) {
    add(key, end, end + sign[0].length);
    return;
  }
  const percent = PER_CENT.exec(behind);
  if (percent) {
    add('u:percent', end, end + percent[0].length);
    return;
  }
  const next = tokens[last + 1];
  const unit =
    next && /^[ \u00a0\u202f-]$/.test(text.slice(end, next.start))
      ? unitKey(next.text.toLowerCase())
      : undefined;
  if (next && unit) add(unit, next.start, next.end);
}

const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** A time of day: `7:45`, `16.30`, `6:30 pm`, `half past six`, `quarter to seven`. Without `pm` a time before noon may be either. */
function timeAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): { readonly keys: readonly string[]; readonly last: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const [, hour, minute] = CLOCK.exec(token.text) ?? [];
  const behind = text.slice(token.end, token.end + 6);
  const half = /^ ?([ap])\.?m\b/i.exec(behind)?.[1]?.toLowerCase();
  if (hour !== undefined && minute !== undefined)
    return { keys: clockKeys(Number(hour), minute, half), last: at };
  const bare = /^(\d{1,2})(?:([ap])m)?$/i.exec(token.text);
  const marked = bare?.[2]?.toLowerCase() ?? half;
  if (bare?.[1] && marked && Number(bare[1]) <= 12)
    return { keys: clockKeys(Number(bare[1]), '00', marked), last: at };
  const before = text.slice(Math.max(0, token.start - 13), token.start).toLowerCase();
  const past = /(half|quarter) (past|to) $/.exec(before);
  const named = words.counting.get(token.text.toLowerCase()) ?? Number(bare?.[1]);
  if (!past || !(named >= 1 && named <= 12)) return undefined;
  const isTo = past[2] === 'to';
  return {
    keys: clockKeys(isTo ? named - 1 : named, past[1] === 'half' ? '30' : isTo ? '45' : '15', half),
    last: at,
  };
}

function clockKeys(hour: number, minute: string, half: string | undefined): string[] {
  const inDay = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  return [...new Set([inDay, hour])].map((one) => `t:${one}:${minute}`);
}
