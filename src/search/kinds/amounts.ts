// Recognizes amounts.
import type { Span } from '../../corpus/passage.ts';
import { type Quantity, quantitiesIn } from '../text/quantities/quantities.ts';

const units = (names: string) => new Set(names.split(/\s+/).map((name) => `u:${name}`));

/** Units by the kind of amount that is counted in them (`src/search/text/quantities/measures.ts`). */
const UNITS = {
  money: units('dollar euro pound-sterling yen yuan rupee ruble won lira baht dong franc cent leu'),
  percentage: units('percent per-mille'),
  duration: units('second minute hour day week month year'),
  distance: units('kilometer meter centimeter millimeter mile foot inch yard'),
  size: units(
    `kilogram gram milligram tonne pound ounce liter milliliter gallon hectare acre square-kilometer square-mile square-meter
    square-foot cubic-meter cubic-foot kilometer meter centimeter millimeter mile foot inch yard kilobyte megabyte gigabyte terabyte
    kilowatt megawatt gigawatt watt`,
  ),
} as const;

/** Kinds that `amountsOf` finds. */
export type AmountKind = keyof typeof UNITS | 'age' | 'count' | 'number';

/** An age, by language, where digits or words are of years and what stands beside them says that they are lived. */
const AGES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:[\d.]+|[a-z]+(?:-[a-z]+)?)[- ](?:year|month|week|day)s?[- ]olds?\b|\baged?(?: of)?(?: (?:about|around|just|only))? (?:\d{1,3}|[a-z]+(?:-[a-z]+)?)\b|(?<=\p{Lu}[\p{L}'’.-]+, )\d{1,3}(?=[,.;])|(?<=\()\d{1,3}(?=\))|\bin (?:his|her|their) (?:early |mid-?|late )?\w+ies\b|\b(?:turned|turns|turning) \d{1,3}\b/giu,
  de: /\b\d{1,3}(?:[- ]?jährige[nrs]?| Jahre? alt)\b|\bim Alter von \d+/giu,
  es: /\b\d{1,3} años(?: de edad)?/giu,
  ro: /\b\d{1,3}(?: de)? (?:de )?ani/giu,
  ru: /\d{1,3}[- ](?:лет|года?|летн)/giu,
  tr: /\d{1,3} yaş/giu,
  vi: /\d{1,3} tuổi/giu,
  zh: /(?:\d{1,3}|[一二三四五六七八九十百]+)\s?[岁歲]/gu,
};

/** Whether a quantity is a number that may be of anything: not a year, a date or a time. */
function isPlainNumber({ keys }: Quantity): boolean {
  return (
    keys.some((key) => key.startsWith('n:')) &&
    !keys.some((key) => /^(?:year|date|month|t|decade):/.test(key))
  );
}

/** What a text holds of amounts of a kind, in its order: `8 percent`, `$5 million`, `46` in "Lee, 46, said". */
export function amountsOf(kind: AmountKind, text: string, tag: string): readonly Span[] {
  if (kind === 'age') {
    const pattern = AGES[tag];
    return pattern
      ? Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
          start: index,
          end: index + length,
        }))
      : amountsOf('duration', text, tag);
  }
  const quantities = quantitiesIn(text, tag);
  if (kind === 'count') {
    const measured = new Set<string>([...UNITS.money, ...UNITS.percentage]);
    return quantities.filter((one) => isPlainNumber(one) && !one.keys.some((key) => measured.has(key)));
  }
  if (kind === 'number') return quantities.filter(isPlainNumber);
  const isRate = ({ end }: Quantity) => kind === 'distance' && RATE.test(text.slice(end, end + LONGEST_RATE));
  return quantities.filter((one) => one.keys.some((key) => UNITS[kind].has(key)) && !isRate(one));
}

/** What makes a speed of a length: `120 kilometers an hour` is no distance. */
const RATE = /^\s?(?:(?:per|an?|each|every|\/)\s?(?:h|hr|hours?|s|seconds?|minutes?|days?))\b/i;
/** Of what makes a rate, in UTF-16 units. */
const LONGEST_RATE = 16;

/** English words that answer "how many" without a number. */
const ENGLISH_AMOUNTS =
  /\b(?:once|twice|both|no|none|nobody|single|half|quarter|third|majority|most|all|few|several|many|dozens?|hundreds|thousands|millions|billions|pair|couple|double|triple|every|each|only|first|free|entire|lifetime|decades?|centur(?:y|ies)|ages?|years?|months?|weeks?|days?|hours?|minutes?|overnight|forever)\b/i;

/** Whether a text may tell an amount in any way: a figure, a word for a number, a word such as `dozens`. */
export function mayTellAmount(text: string, tag: string): boolean {
  if (/\p{N}/u.test(text) || quantitiesIn(text, tag).length > 0) return true;
  return tag === 'en' ? ENGLISH_AMOUNTS.test(text) : /[一二三四五六七八九十百千万两兩]/.test(text);
}
