// Reads Chinese numerals.
import { CLASS, classAt, HAN_NUMERALS } from './line.ts';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 廿: 20, 卅: 30 };
export const HAN_SCALES: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
/** A single numeral is a number before these: measure words, units and parts of dates. Else it is part of a word, as in 四川. */
const COUNTED = new Set(
  '个個名位人次年月日号天点點时時岁歲家座条條本种種部章届屆层層倍场場所枚架艘辆只头支项項件分秒元円米公千克吨度周世',
);

export interface HanRead {
  readonly value: number;
  readonly end: number;
  /** Written as digits, one by one: 二〇二五. */
  readonly isDigits: boolean;
}

/** The number in Chinese characters at `at`; 三百五十万 is 3500000. `isCounted`: known to be one by what stands before. */
export function hanNumberAt(text: string, at: number, isCounted = false): HanRead | undefined {
  let end = at;
  while (classAt(text, end) === CLASS.han && HAN_NUMERALS.includes(text[end] ?? ' ')) end += 1;
  const numeral = text.slice(at, end);
  if (numeral === '' || (!isCounted && !isNumeral(numeral, text[end] ?? ''))) return undefined;
  if (/^[〇零一二三四五六七八九]{2,}$/.test(numeral)) {
    return { value: Number([...numeral].map((digit) => DIGITS[digit]).join('')), end, isDigits: true };
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  let lastUnit = 0;
  for (const character of numeral) {
    const ones = DIGITS[character];
    const tens = TENS[character];
    const scale = HAN_SCALES[character];
    if (ones !== undefined) {
      digit = ones;
      if (ones === 0) lastUnit = 0;
    } else if (tens !== undefined) {
      section += character === '廿' || character === '卅' ? tens : (digit || 1) * tens;
      lastUnit = tens;
      digit = 0;
    } else if (scale !== undefined) {
      const below = section + digit;
      total =
        below === 0 ? (total || 1) * scale : scale > total ? (total + below) * scale : total + below * scale;
      section = 0;
      digit = 0;
      lastUnit = scale;
    }
  }
  // 三百五 is 350: a digit that ends a number counts tens of the unit before it.
  const tail = digit > 0 && lastUnit >= 100 ? (digit * lastUnit) / 10 : digit;
  return { value: total + section + tail, end, isDigits: false };
}

function isNumeral(numeral: string, next: string): boolean {
  if (numeral.length === 1)
    return numeral !== '一' && COUNTED.has(next) && !(numeral === '十' && next === '分');
  // 万一 is "in case"; 百万 and 千万 alone are as often "a great many".
  return (!/^[千万百亿萬億]+$/.test(numeral) && numeral !== '万一') || COUNTED.has(next);
}
