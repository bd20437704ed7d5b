// Reads numbers in words.
import type { Entry } from './lexicon.ts';
import { pastGap, wordEnd } from './line.ts';
import { entryAt, type Source, standsAt, type Word } from './source.ts';

export interface NumberRead {
  readonly value: number;
  readonly end: number;
  readonly isOrdinal: boolean;
  /** One word, which alone is an article or a pronoun. */
  readonly isWeak: boolean;
  /** Two numbers of two digits, as years are spoken: nineteen eighty-four. */
  readonly isYear?: true;
}

const NUMERIC = new Set(['ones', 'hundred', 'ten', 'scale', 'dozen']);

/** The number that the words from `at` on spell, as far as they go on to spell one. */
export function numberOfWords(source: Source, at: number): NumberRead | undefined {
  const first = entryAt(source, at);
  if (!first || !NUMERIC.has(first.entry.kind)) return undefined;
  const { lexicon, lower } = source;
  const { language } = lexicon;
  let total = 0;
  let current = 0;
  let last: Entry | undefined;
  let lastScale = Number.POSITIVE_INFINITY;
  let end = at;
  let count = 0;
  let isOrdinal = false;
  let word: Word | undefined = first;
  while (word && !isOrdinal) {
    const { entry }: Word = word;
    if (entry.kind === 'scale') {
      if (entry.value >= lastScale && !(current === 0 && total > 0)) break;
      if (current === 0 && count > 0 && entry.value < lastScale) break;
      if (current === 0 && count > 0) total *= entry.value;
      else total += (current || 1) * entry.value;
      lastScale = entry.value;
      current = 0;
    } else {
      const next = placed(current, count === 0, entry, last, language?.tenTakesOnes === true, lexicon.tag);
      if (next === undefined) break;
      current = next;
      isOrdinal = entry.isOrdinal === true;
    }
    last = entry;
    end = word.end;
    count += 1;
    word = nextWord(source, end, entry);
  }
  if (count === 0) return undefined;
  const value = total + current;
  const isWeak = count === 1 && first.entry.isWeak === true;
  if (count === 1 && lexicon.tag === 'en' && value > 10 && value < 21 && word?.entry.kind === 'ones') {
    const rest = word.entry.value >= 10 ? numberOfWords(source, pastGap(lower, end)) : undefined;
    if (rest && rest.value >= 10 && rest.value < 100 && !rest.isOrdinal) {
      return { value: value * 100 + rest.value, end: rest.end, isOrdinal, isWeak, isYear: true };
    }
  }
  if (language?.point && lower.startsWith(language.point, end + 1) && lower.charCodeAt(end) === 0x20) {
    const digits = decimalsAfter(source, end + language.point.length + 1);
    if (digits) return { value: Number(`${value}.${digits.text}`), end: digits.end, isOrdinal, isWeak };
  }
  return { value, end, isOrdinal, isWeak };
}

function nextWord(source: Source, end: number, last: Entry): Word | undefined {
  const at = pastGap(source.lower, end);
  if (at === end) return undefined;
  const word = entryAt(source, at);
  if (word) return NUMERIC.has(word.entry.kind) ? word : undefined;
  const [ands, behind] = source.lexicon.language?.and ?? [];
  if (ands === undefined) return undefined;
  const isBehind =
    behind === 'any' ||
    (behind === 'hundreds'
      ? last.kind === 'hundred' || last.kind === 'scale'
      : last.kind === 'ones' && last.value >= 20 && last.value < 100);
  if (!isBehind) return undefined;
  const andEnd = wordEnd(source.lower, at);
  if (andEnd === at || !` ${ands} `.includes(` ${source.lower.slice(at, andEnd)} `)) return undefined;
  const next = entryAt(source, pastGap(source.lower, andEnd));
  return next?.entry.kind === 'ones' ? next : undefined;
}

/** The number below 1000 that the word makes of `current`, where it may follow. */
function placed(
  current: number,
  isFirst: boolean,
  entry: Entry,
  last: Entry | undefined,
  tenTakesOnes: boolean,
  tag: string,
): number | undefined {
  const { kind, value } = entry;
  if (kind === 'dozen') return isFirst ? value : current > 0 ? current * value : undefined;
  if (kind === 'hundred')
    return current < 100 && last?.kind !== 'hundred' ? (current || 1) * value : undefined;
  if (kind === 'ten')
    return current % 100 > 0 && current % 100 < 10 ? current + (current % 10) * 9 : undefined;
  if (isFirst || last?.kind === 'scale') return value;
  if (!Number.isInteger(value) || value === 0) return undefined;
  if (value >= 100) return undefined;
  const open = current % 100;
  if (open === 0) return current + value;
  if (tag === 'ar' && open < 10 && (entry.isJoined || value === 10) && value >= 10 && value % 10 === 0)
    return current + value;
  if (tag === 'fr' && (open === 60 || open === 80) && value < 20) return current + value;
  if (value < 10 && open % 10 === 0 && (open >= 20 || tenTakesOnes)) return current + value;
  return undefined;
}

function decimalsAfter(source: Source, from: number): { text: string; end: number } | undefined {
  let text = '';
  let end = from;
  for (;;) {
    const at = pastGap(source.lower, end);
    const word = at > end ? entryAt(source, at) : undefined;
    if (word?.entry.kind !== 'ones' || word.entry.value > 9 || word.entry.isOrdinal) break;
    text += word.entry.value;
    end = word.end;
  }
  return text === '' ? undefined : { text, end };
}

/** Past "and a half" behind a number; else `end`. */
export function pastAndHalf({ lower, lexicon }: Source, end: number): number {
  if (lower.charCodeAt(end) !== 0x20) return end;
  for (const words of lexicon.language?.andHalf ?? []) {
    if (standsAt(lower, words, end + 1)) return end + 1 + words.length;
  }
  return end;
}
