// Reads quantities that open with a Chinese numeral.
import { amountOf } from './amount.ts';
import { hanTimeAt } from './clock.ts';
import { figureDateAt } from './dates.ts';
import { figureAt } from './figures.ts';
import { hanNumberAt } from './han.ts';
import { CLASS, classAt, isDigit, numberKey } from './line.ts';
import type { Quantity, Source } from './source.ts';

const RUN = /[〇零一二三四五六七八九十百千万亿廿卅]+/g;

/** The quantity that opens with a Chinese numeral: 三百五十万, 二〇二五年十一月, 百分之十二, 六点半. */
export function readHan(source: Source, at: number): Quantity | undefined {
  const { lower } = source;
  if (lower.startsWith('百分之', at)) return percentAt(source, at);
  const number =
    hanNumberAt(lower, at) ??
    (/^[一二三四五六七八九十]{1,3}[点點月年时時]/.test(lower.slice(at, at + 4))
      ? hanNumberAt(lower, at, true)
      : undefined);
  if (lower.startsWith('分之', number?.end ?? at + 1)) {
    const below = number ?? hanNumberAt(lower, at, true);
    const above = below && hanNumberAt(lower, below.end + 2, true);
    return above && { start: at, end: above.end, keys: [numberKey(above.value / below.value)] };
  }
  if (!number) return undefined;
  const next = lower[number.end] ?? '';
  if (/[年月点點時时]/.test(next) && classAt(lower, number.end) === CLASS.letter)
    return asFigures(source, at) ?? amountOf(source, at, number.value, number.end);
  const hasHalf = /^[个個]半/.test(lower.slice(number.end, number.end + 2));
  return amountOf(source, at, number.value + (hasHalf ? 0.5 : 0), hasHalf ? number.end + 2 : number.end);
}

function percentAt({ lower, lexicon }: Source, at: number): Quantity | undefined {
  const from = at + 3;
  const figure = isDigit(lower, from) ? figureAt(lower, from, lexicon.group) : hanNumberAt(lower, from, true);
  if (figure && 'isDigits' in figure && lower[figure.end] === '点') {
    const decimals = hanNumberAt(lower, figure.end + 1, true);
    const value = Number(`${figure.value}.${decimals?.value}`);
    if (decimals) return { start: at, end: decimals.end, keys: [numberKey(value), 'u:percent'] };
  }
  return figure && 'value' in figure
    ? { start: at, end: figure.end, keys: [numberKey(figure.value), 'u:percent'] }
    : undefined;
}

/** A date or a time whose numerals are read as figures, and whose end is then found again in the text. */
function asFigures(source: Source, at: number): Quantity | undefined {
  const tail = source.lower.slice(at, at + 20);
  const ends: number[] = [];
  let plain = '';
  let from = 0;
  const push = (text: string, start: number, end: number) => {
    for (let index = 0; index < text.length; index += 1) ends.push(index === text.length - 1 ? end : start);
    plain += text;
  };
  for (const { 0: run, index } of tail.matchAll(RUN)) {
    for (let between = from; between < index; between += 1) push(tail[between] ?? '', between, between + 1);
    push(String(hanNumberAt(run, 0, true)?.value ?? 0), index, index + run.length);
    from = index + run.length;
  }
  for (let between = from; between < tail.length; between += 1)
    push(tail[between] ?? '', between, between + 1);
  const before = source.lower.slice(Math.max(0, at - 3), at);
  const shifted = { ...source, lower: before + plain };
  const found = figureDateAt(shifted, before.length) ?? hanTimeAt(shifted.lower, before.length);
  return found && { start: at, end: at + (ends[found.end - before.length - 1] ?? 1), keys: found.keys };
}
