// Reads times of day.
import { type Clock, clockOf } from './clock-words.ts';
import { digitsEnd } from './figures.ts';
import { CLASS, classAt, isDigit, wordBefore } from './line.ts';
import { entryAt, type Quantity, type Source, standsAt } from './source.ts';
import { type NumberRead, numberOfWords } from './word-numbers.ts';

type Half = 'am' | 'pm' | undefined;

/** Keys of a time: an hour up to 12 that no word places before or after noon has both readings. */
export function timeKeys(minutes: number, half: Half, isDoubtful: boolean): string[] {
  const time = (at: number) => {
    const within = ((at % 1440) + 1440) % 1440;
    return `t:${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
  };
  if (half === 'am') return [time(minutes % 720)];
  if (half === 'pm') return [time((minutes % 720) + 720)];
  return isDoubtful ? [time(minutes % 720), time((minutes % 720) + 720)] : [time(minutes)];
}

/** The half of the day that words behind `end` tell. */
function halfBehind(lower: string, end: number, clock: Clock): { half: Half; end: number } {
  const at = lower.charCodeAt(end) === 0x20 ? end + 1 : end;
  if (!clock.openers.has(lower.charCodeAt(at))) return { half: undefined, end };
  for (const half of ['am', 'pm'] as const) {
    for (const words of clock[half] ?? [])
      if (standsAt(lower, words, at)) return { half, end: at + words.length };
  }
  return { half: undefined, end };
}

/** A time that begins with a figure: 6:30, 6.30 p.m., 7 Uhr 30, 18h30. */
export function figureTimeAt({ lower, lexicon }: Source, at: number): Quantity | undefined {
  const end = digitsEnd(lower, at);
  const hour = Number(lower.slice(at, end));
  if (end - at > 2 || hour > 24) return undefined;
  const clock = clockOf(lexicon.tag);
  const mark = lower[end] ?? '';
  const hasMinutes =
    (mark === ':' || mark === '.' || mark === 'h' || mark === '：') && isDigit(lower, end + 1);
  const minutesEnd = hasMinutes ? end + 3 : end;
  const isWhole =
    hasMinutes &&
    isDigit(lower, end + 2) &&
    !isDigit(lower, end + 3) &&
    !/^[.:,/-]\d/.test(lower.slice(end + 3, end + 5));
  const minute = isWhole ? Number(lower.slice(end + 1, end + 3)) : 0;
  if (hasMinutes && (!isWhole || minute > 59)) return undefined;
  const told = halfBehind(lower, minutesEnd, clock);
  const next = told.half ? told.end : pastHourWord(lower, minutesEnd, clock);
  const isAt = clock.atWords.has(wordBefore(lower, at));
  const isDoubtful = hour >= 1 && hour <= 12 && lower[at] !== '0';
  const total = hour * 60 + minute;
  if (told.half && hour <= 12) return { start: at, end: told.end, keys: timeKeys(total, told.half, false) };
  if (mark === ':' && isWhole)
    return { start: at, end: Math.max(next, minutesEnd), keys: timeKeys(total, undefined, isDoubtful) };
  if (mark === 'h' && isWhole && classAt(lower, minutesEnd) !== CLASS.letter)
    return { start: at, end: minutesEnd, keys: timeKeys(total, undefined, isDoubtful) };
  if (mark === '.' && isWhole && next > minutesEnd)
    return { start: at, end: next, keys: timeKeys(total, undefined, isDoubtful) };
  if (
    mark === '.' &&
    isWhole &&
    isAt &&
    !/^(?: ?%| percent| million| billion| per)/.test(lower.slice(minutesEnd, minutesEnd + 9))
  ) {
    const decimal = `n:${Number(lower.slice(at, minutesEnd))}`;
    return { start: at, end: minutesEnd, keys: [...timeKeys(total, undefined, isDoubtful), decimal] };
  }
  if (!hasMinutes && next > end) return behindHourWord(lower, at, next, hour, isAt, clock, isDoubtful);
  if (!hasMinutes && isAt) return behindHour(lower, at, end, hour, clock, isDoubtful);
  return undefined;
}

function pastHourWord(lower: string, end: number, clock: Clock): number {
  const at = lower.charCodeAt(end) === 0x20 ? end + 1 : end;
  if (!clock.openers.has(lower.charCodeAt(at))) return end;
  const word = clock.hour.find((hour) => standsAt(lower, hour, at));
  return word ? at + word.length : end;
}

/** "7 Uhr", "7 Uhr 30": where the word also counts hours, minutes or a word before must tell that it is a time. */
function behindHourWord(
  lower: string,
  start: number,
  end: number,
  hour: number,
  isAt: boolean,
  clock: Clock,
  isDoubtful: boolean,
): Quantity | undefined {
  const exact = behindHour(lower, start, end, hour, clock, isDoubtful);
  if (exact) return exact;
  const more = /^ ([0-5]\d)(?!\d|[.,:]\d| ?%)/.exec(lower.slice(end, end + 6));
  if (more)
    return {
      start,
      end: end + more[0].length,
      keys: timeKeys(hour * 60 + Number(more[1]), undefined, isDoubtful),
    };
  const told = halfBehind(lower, end, clock);
  if (told.half) return { start, end: told.end, keys: timeKeys(hour * 60, told.half, false) };
  if (clock.countsHours && !isAt) return undefined;
  return { start, end, keys: timeKeys(hour * 60, undefined, isDoubtful) };
}

function behindHour(
  lower: string,
  start: number,
  end: number,
  hour: number,
  clock: Clock,
  isDoubtful: boolean,
): Quantity | undefined {
  if (lower.charCodeAt(end) !== 0x20) return undefined;
  for (const [words, offset] of clock.behinds) {
    if (!standsAt(lower, words, end + 1)) continue;
    const stop = end + 1 + words.length;
    const told = halfBehind(lower, stop, clock);
    return {
      start,
      end: told.half ? told.end : stop,
      keys: timeKeys(hour * 60 + offset, told.half, isDoubtful),
    };
  }
  return undefined;
}

/** A time that words tell, from `at` on: half past six, seis y media, halb sieben, seven o'clock. */
export function wordTimeAt(
  source: Source,
  at: number,
  spelled: NumberRead | undefined = numberOfWords(source, at),
): Quantity | undefined {
  const { lower, lexicon } = source;
  const clock = clockOf(lexicon.tag);
  for (const [words, offset] of clock.befores) {
    if (standsAt(lower, words, at)) return timeBehindOffset(source, at, at + words.length, offset, clock);
  }
  if (!spelled || spelled.value > 24 || !Number.isInteger(spelled.value)) return undefined;
  const { value: hour, end } = spelled;
  if (lexicon.tag === 'en' && hour % 5 === 0 && hour < 30) {
    const past = !/ [mpt]/y.test(lower.slice(end, end + 2))
      ? null
      : /^ (?:minutes )?(past|to) /.exec(lower.slice(end, end + 14));
    const isSure =
      past && (past[1] === 'past' || past[0].includes('minutes') || clock.atWords.has(wordBefore(lower, at)));
    if (past && isSure)
      return timeBehindOffset(source, at, end + past[0].length - 1, past[1] === 'past' ? hour : -hour, clock);
  }
  const isAt = clock.atWords.has(wordBefore(lower, at));
  const isDoubtful = hour >= 1 && hour <= 12;
  const told = halfBehind(lower, end, clock);
  if (
    told.half &&
    hour <= 12 &&
    (lexicon.tag !== 'en' || !/^ in |^ at /.test(lower.slice(end, end + 4)) || isAt)
  ) {
    return { start: at, end: told.end, keys: timeKeys(hour * 60, told.half, false) };
  }
  const next = pastHourWord(lower, end, clock);
  if (next > end) return behindHourWord(lower, at, next, hour, isAt, clock, isDoubtful);
  return isAt ? behindHour(lower, at, end, hour, clock, isDoubtful) : undefined;
}

function timeBehindOffset(
  source: Source,
  start: number,
  end: number,
  offset: number,
  clock: Clock,
): Quantity | undefined {
  if (source.lower.charCodeAt(end) !== 0x20) return undefined;
  const at = end + 1;
  const isFigure = isDigit(source.lower, at);
  const stop = isFigure ? digitsEnd(source.lower, at) : undefined;
  const spelled = isFigure ? undefined : numberOfWords(source, at);
  const clockWord = isFigure ? undefined : entryAt(source, at);
  if (clockWord?.entry.kind === 'clock')
    return { start, end: clockWord.end, keys: timeKeys(clockWord.entry.value + offset, undefined, false) };
  const hour = isFigure ? Number(source.lower.slice(at, stop)) : spelled?.value;
  const hourEnd = stop ?? spelled?.end ?? at;
  if (hour === undefined || hour < 1 || hour > 12) return undefined;
  const told = halfBehind(source.lower, hourEnd, clock);
  return { start, end: told.end, keys: timeKeys(hour * 60 + offset, told.half, true) };
}

/** 下午六点半, 18点30分, 6時半. */
const HAN_TIME = /(\d{1,2})\s?[点點時时](?:(半)|(一刻)|(三刻)|(\d{1,2})分?)?(?!间|間|候|代)/y;
const AFTERNOON = /(?:下午|晚上|傍晚|午後|夜)\s?$/;
const MORNING = /(?:上午|早上|凌晨|清晨|午前|朝)\s?$/;

/** A time in Chinese or Japanese whose numbers, if characters, `lower` has as figures from `at` on. */
export function hanTimeAt(lower: string, at: number): Quantity | undefined {
  HAN_TIME.lastIndex = at;
  const [whole, hour, half, first, third, minute] = HAN_TIME.exec(lower) ?? [];
  if (!whole || Number(hour) > 24) return undefined;
  const before = lower.slice(Math.max(0, at - 3), at);
  const told = AFTERNOON.test(before) ? 'pm' : MORNING.test(before) ? 'am' : undefined;
  const minutes = half ? 30 : first ? 15 : third ? 45 : Number(minute ?? 0);
  const total = Number(hour) * 60 + minutes;
  return {
    start: at,
    end: at + whole.length,
    keys: timeKeys(
      total,
      Number(hour) <= 12 ? told : undefined,
      !told && Number(hour) <= 12 && Number(hour) >= 1,
    ),
  };
}
