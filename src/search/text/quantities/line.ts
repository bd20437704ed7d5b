/** What a UTF-16 unit is to a reader of quantities. */
export const CLASS = { other: 0, letter: 1, digit: 2, han: 3, sign: 4 } as const;

/** Zeros of the decimal digits of other scripts in the Basic Multilingual Plane (Unicode, General_Category=Nd). */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0xff10,
];
export const HAN_NUMERALS = '〇零一二三四五六七八九十百千万萬亿億兩两廿卅';
/** What may stand before a figure or for one, and never inside a word. */
const SIGNS = '$€£¥₹₽₩₺฿₫¢%½¼¾⅓⅔⅛⅜⅝⅞第';

const classes = new Uint8Array(0x10000).fill(CLASS.letter, 0xc0);
for (const code of [0xd7, 0xf7, 0x60c, 0x61b, 0x61f, 0x66a, 0x66b, 0x66c, 0x6d4, 0x964, 0x965])
  classes[code] = CLASS.other;
classes.fill(CLASS.other, 0x2000, 0x2100).fill(CLASS.other, 0x2190, 0x2c00).fill(CLASS.other, 0x3000, 0x3005);
classes.fill(CLASS.other, 0x3008, 0x3021).fill(CLASS.other, 0xfe10, 0xfe70).fill(CLASS.other, 0xff00, 0xff10);
classes.fill(CLASS.other, 0xff1a, 0xff21).fill(CLASS.letter, 0x41, 0x5b).fill(CLASS.letter, 0x61, 0x7b);
classes.fill(CLASS.digit, 0x30, 0x3a);
for (const zero of ZEROS) classes.fill(CLASS.digit, zero, zero + 10);
for (const numeral of HAN_NUMERALS) classes[numeral.charCodeAt(0)] = CLASS.han;
for (const sign of SIGNS) classes[sign.charCodeAt(0)] = CLASS.sign;

/** The class of a UTF-16 code unit. */
export const classOf = (code: number): number => classes[code] ?? CLASS.other;

/** The class of the unit at `at`; `other` outside the text. */
export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (classes[text.charCodeAt(at)] ?? CLASS.other) : CLASS.other;
}

/** A letter of a script that is written without spaces (Thai, Lao, Khmer, Kana, Han, Hangul): a figure may touch it. */
export function isUnspaced(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0xe00 && code < 0x1000) || (code >= 0x1780 && code < 0x1800) || code >= 0x2e80;
}

export const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

const PLAIN: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u2044': '/',
  '’': "'",
  '٪': '%',
  '٫': '.',
  '٬': ',',
  º: '°',
};
const UNUSUAL =
  /[\u00a0\u00ba\u0660-\u066c\u06f0-\u06f9\u07c0-\u0fff\u1040-\u1049\u17e0-\u17e9\u1810-\u1819\u2007-\u2011\u2019\u202f\u2044\u2212\uff01-\uff5e]/g;

/** The text in lower case, with ASCII digits, spaces, hyphens and marks, each at the offset where it stood. */
export function plainOf(text: string): string {
  return lowerOf(text).replace(UNUSUAL, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
    if (classes[code] !== CLASS.digit) return PLAIN[character] ?? character;
    return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
  });
}

/** The text in lower case, each letter at the offset where it stood. */
export function lowerOf(text: string): string {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) {
    lower = text.replace(/\p{Lu}/gu, (letter) => {
      const small = letter.toLowerCase();
      return small.length === letter.length ? small : small.slice(0, letter.length);
    });
  }
  return lower;
}

/** Where the word that begins at `from` ends. */
export function wordEnd(text: string, from: number): number {
  let end = from;
  while (classAt(text, end) === CLASS.letter) end += 1;
  return end;
}

/** The word that ends before `to`, with at most one space between, or ''. */
export function wordBefore(text: string, to: number): string {
  const end = text.charCodeAt(to - 1) === 0x20 ? to - 1 : to;
  let start = end;
  while (start > 0 && classAt(text, start - 1) === CLASS.letter) start -= 1;
  return text.slice(start, end);
}

/** Past one space or hyphen, where a word goes on behind it; else `at`. */
export function pastGap(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x2d ? at + 1 : at;
}

/** A number as its key writes it: twelve significant digits, so that 1.1 million is 1100000. */
export function numberKey(value: number): string {
  return `n:${Number.isInteger(value) ? value : Number(value.toPrecision(12))}`;
}
