// Names of months.
import type { Entry } from './lexicon.ts';

const ENGLISH_ABBREVIATIONS = [
  'jan',
  'feb',
  'mar',
  'apr',
  '',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
/** As `Intl` names them; the first formatter of a process takes 14 ms, and English articles need no other. */
const ENGLISH = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name, at) => [name, at + 1]),
);
/** Spellings beside those of `Intl`, by month. */
const FURTHER: Readonly<Record<string, string>> = {
  hi: '2 फ़रवरी;8 अगस्त;9 सितम्बर;10 अक्तूबर;11 नवम्बर;12 दिसम्बर',
  ar: '6 يونيه;7 يوليه',
  de: '1 jänner;1 jan;2 feb;8 aug;9 sept;10 okt;11 nov;12 dez',
  es: '1 ene;2 feb;4 abr;8 ago;9 sept;9 setiembre;10 oct;11 nov;12 dic',
};

/** Adds the months in the forms that `Intl` writes them, alone and in a date, and with abbreviations. */
export function addMonths(words: Map<string, Entry>, tag: string): void {
  if (tag === 'vi' || tag === 'zh' || tag === 'ja' || tag === 'ko') return;
  for (const [name, month] of tag === 'en' ? ENGLISH : monthFormsOf(tag))
    words.set(name, { kind: 'month', value: month });
  if (tag === 'en') {
    ENGLISH_ABBREVIATIONS.forEach((name, at) => {
      if (name) words.set(name, { kind: 'month', value: at + 1, isAbbreviation: true });
    });
    words.set('sept', { kind: 'month', value: 9, isAbbreviation: true });
  }
  for (const line of (FURTHER[tag] ?? '').split(';')) {
    const [month = '', name = ''] = line.split(' ');
    if (name)
      words.set(name, {
        kind: 'month',
        value: Number(month),
        ...(name.length < 5 && tag !== 'hi' ? { isAbbreviation: true as const } : {}),
      });
  }
}

function monthFormsOf(tag: string): Map<string, number> {
  const forms = new Map<string, number>();
  for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      for (const { type, value } of format.formatToParts(Date.UTC(2024, month, 15))) {
        if (type === 'month') forms.set(value.toLowerCase(), month + 1);
      }
    }
  }
  return forms;
}
