// Recognizes dates and times.
import type { Span } from '../../corpus/passage.ts';
import { quantitiesIn } from '../text/quantities/quantities.ts';

/** English times that are told without a figure. */
const ENGLISH_TIMES =
  /\b(?:(?:early |mid-?|late )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tomorrow|tonight|(?:last|next|this|that|the following|the previous|the same) (?:year|month|week|weekend|day|night|spring|summer|autumn|fall|winter|decade|century|morning|afternoon|evening)|(?:\w+ )?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)[- ]centur(?:y|ies)|(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|decades?|centuries) (?:ago|later|earlier)|spring|summer|autumn|winter|christmas|easter|thanksgiving|midnight|noon)\b/gi;
/** Words with which English tells a time by something else: "after the war". */
const ENGLISH_TIME_HINTS =
  /\b(?:when|while|after|before|during|since|until|till|once|as soon as|upon|ago|later|earlier|recently|soon|now|then|currently|already|era|age|period|reign|dynasty|century|centuries|years?|months?|weeks?|days?|hours?|time|morning|evening|night|afternoon)\b/i;

/** Characters of which a Chinese text has one wherever it tells a time. */
const CHINESE_TIME_HINTS = /[年月日天时時周週期春夏秋冬早晚昨今明世纪紀前后後当當]/;

/** Dates, years, months and days of the week that a text prints, in its order. */
export function datesOf(text: string, tag: string): readonly Span[] {
  const dates: Span[] = quantitiesIn(text, tag).filter(({ keys }) =>
    keys.some((key) => /^(?:date|year|decade|month|day):/.test(key)),
  );
  if (tag !== 'en') return dates;
  const told = Array.from(text.matchAll(ENGLISH_TIMES), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const apart = told.filter(({ start, end }) => !dates.some((date) => start < date.end && date.start < end));
  return [...dates, ...apart].sort((a, b) => a.start - b.start);
}

/** Times of day that a text prints, in its order. */
export function clockTimesOf(text: string, tag: string): readonly Span[] {
  return quantitiesIn(text, tag).filter(({ keys }) => keys.some((key) => key.startsWith('t:')));
}

/** Whether a text may tell a time in any way. */
export function mayTellTime(text: string, tag: string): boolean {
  return (
    /\p{N}/u.test(text) ||
    quantitiesIn(text, tag).length > 0 ||
    (tag !== 'en' && (tag !== 'zh' || CHINESE_TIME_HINTS.test(text))) ||
    ENGLISH_TIME_HINTS.test(text) ||
    text.search(ENGLISH_TIMES) >= 0
  );
}
