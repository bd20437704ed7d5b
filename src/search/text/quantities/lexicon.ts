// The number words of a language.
import { type Measures, measuresOf, PREFIX_WORDS } from './measures.ts';
import { addMonths } from './months.ts';
import { NUMBER_WORDS, type NumberWords } from './number-words.ts';
import { romanValues } from './roman.ts';
import { sieveOf } from './sieve.ts';

export type Kind =
  | 'ones'
  | 'hundred'
  | 'ten'
  | 'scale'
  | 'half'
  | 'quarter'
  | 'month'
  | 'clock'
  | 'prefix'
  | 'roman'
  | 'dozen';

/** What a word can open. */
export interface Entry {
  readonly kind: Kind;
  /** The number, the month from 1 to 12, or minutes after midnight (`clock`). */
  readonly value: number;
  readonly isOrdinal?: true;
  /** Alone it is an article or a pronoun: one, ein, un. */
  readonly isWeak?: true;
  /** Arabic: "and" is written in one with the word. */
  readonly isJoined?: true;
  /** Only with a day or a year beside it: Mar, Sep. */
  readonly isAbbreviation?: true;
}

/** What is known of one language, built when its first text is read. */
export interface Lexicon {
  readonly tag: string;
  readonly words: ReadonlyMap<string, Entry>;
  /** 1 at the hash of each word: a word whose hash has 0 is not among them. */
  readonly sieve: Uint8Array;
  readonly measures: Measures;
  /** What groups digits in threes, by CLDR: `,` or `.`. */
  readonly group: string;
  readonly language: NumberWords | undefined;
}

const CLOCK_WORDS: Readonly<Record<string, string>> = {
  en: '720 noon midday;0 midnight',
  de: '720 mittag mittags;0 mitternacht',
  es: '720 mediodía;0 medianoche',
  fr: '720 midi;0 minuit',
  it: '720 mezzogiorno;0 mezzanotte',
  nl: '0 middernacht',
  pt: '720 meio-dia;0 meia-noite',
  ru: '720 полдень;0 полночь',
};

/** Languages whose decimals follow a point (CLDR, `decimal` of `latn`); the first `Intl.NumberFormat` of a process takes 14 ms. */
const DECIMAL_POINT = new Set([
  'en',
  'zh',
  'ja',
  'ko',
  'th',
  'hi',
  'ar',
  'he',
  'bn',
  'ta',
  'te',
  'ur',
  'ms',
  'ga',
  'cy',
  'sw',
]);

const lexicons = new Map<string, Lexicon>();

export function lexiconOf(tag: string): Lexicon {
  const known = lexicons.get(tag);
  if (known) return known;
  const words = new Map<string, Entry>();
  const language = NUMBER_WORDS[tag];
  for (const [roman, value] of romanValues()) words.set(roman, { kind: 'roman', value });
  for (const word of Object.keys(PREFIX_WORDS)) words.set(word, { kind: 'prefix', value: 0 });
  addMonths(words, tag);
  if (language) addNumbers(words, tag, language);
  for (const [value, clock] of listed(CLOCK_WORDS[tag] ?? '')) words.set(clock, { kind: 'clock', value });
  const sieve = sieveOf(words.keys());
  const lexicon = {
    tag,
    words,
    sieve,
    language,
    measures: measuresOf(tag),
    group: DECIMAL_POINT.has(tag) ? ',' : '.',
  };
  lexicons.set(tag, lexicon);
  return lexicon;
}

/** The pairs of a list `value word word;value word`. */
function* listed(list: string): Generator<[number, string]> {
  for (const line of list.split(';')) {
    const [value = '', ...words] = line.trim().split(/\s+/);
    for (const word of words) yield [Number(value), word];
  }
}

function addNumbers(words: Map<string, Entry>, tag: string, language: NumberWords): void {
  const add = (word: string, entry: Entry) => {
    const isWeak = word.endsWith('*');
    const whole = isWeak ? word.slice(0, -1) : word;
    const full: Entry = isWeak ? { ...entry, isWeak } : entry;
    if (!words.has(whole) || words.get(whole)?.kind === 'roman') words.set(whole, full);
    // Readers leave out the marks; in Vietnamese and Hindi a word without them is another word.
    const bare = whole
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC');
    if (tag !== 'vi' && tag !== 'ru' && tag !== 'hi' && bare !== 'once' && !words.has(bare))
      words.set(bare, full);
    if (tag === 'ar') words.set(`و${whole}`, { ...full, isJoined: true });
  };
  for (const [value, word] of listed(language.cardinals))
    add(word, { kind: value === 12 && /^(?:d|t|д|د)/.test(word) && isDozen(word) ? 'dozen' : 'ones', value });
  for (const [value, word] of listed(language.ordinals ?? ''))
    add(word, { kind: 'ones', value, isOrdinal: true });
  const { stems = '', endings = '' } = language.ordinalStems ?? {};
  for (const [value, stem] of listed(stems)) {
    for (const ending of endings.split(' '))
      add(`${stem}${ending}`, { kind: 'ones', value, isOrdinal: true });
  }
  for (const [value, word] of listed(language.scales)) add(word, { kind: 'scale', value });
  for (const word of (language.hundred ?? '').split(' '))
    if (word) add(word, { kind: 'hundred', value: 100 });
  if (language.ten) add(language.ten, { kind: 'ten', value: 10 });
  for (const word of (language.half ?? '').split(' ')) if (word) add(word, { kind: 'half', value: 0.5 });
  if (tag === 'en') {
    add('dozen', { kind: 'dozen', value: 12 });
    for (const word of ['quarter', 'quarters']) add(word, { kind: 'quarter', value: 0.25 });
  }
  for (const [word, value] of compounds(tag, language))
    if (!words.has(word)) words.set(word, { kind: 'ones', value });
  for (const [word, value] of ordinalsIn(tag, words))
    words.set(word, { kind: 'ones', value, isOrdinal: true });
}

const isDozen = (word: string) =>
  /^(?:dutzend|docena|douzaine|dozzina|dozijn|dúzia|duzină|дюжина|düzine|tá\*?|दर्जन)$/.test(word);

/** Numbers that the language writes as one word: German, Dutch and Italian to 9999, French by hyphens from 70 to 99. */
function* compounds(tag: string, { cardinals }: NumberWords): Generator<[string, number]> {
  const base = new Map<number, string>();
  for (const [value, word] of listed(cardinals)) if (!base.has(value)) base.set(value, word.replace('*', ''));
  const of = (value: number) => base.get(value) ?? '';
  if (tag === 'fr') {
    const seventies = { 60: 'soixante', 80: 'quatre-vingt' } as const;
    for (const [tens, word] of Object.entries(seventies)) {
      for (let more = 10; more < 20; more += 1) {
        const last = more > 16 ? `dix-${of(more - 10)}` : of(more);
        yield [`${word}-${last}`, Number(tens) + more];
        if (more === 11) yield [`${word} et ${last}`, Number(tens) + more];
      }
    }
    return;
  }
  if (tag !== 'de' && tag !== 'nl' && tag !== 'it') return;
  const below = (value: number): string => {
    const known = of(value);
    if (known && value !== 1) return known;
    if (value === 1) return tag === 'de' ? 'eins' : tag === 'nl' ? 'een' : 'uno';
    const [tens, ones] = [of(value - (value % 10)), value % 10];
    if (tag === 'de') return `${ones === 1 ? 'ein' : of(ones)}und${tens}`;
    if (tag === 'nl') return `${ones === 1 ? 'een' : of(ones)}${/e$/.test(of(ones)) ? 'ën' : 'en'}${tens}`;
    return `${ones === 1 || ones === 8 ? tens.slice(0, -1) : tens}${ones === 3 ? 'tré' : ones === 1 ? 'uno' : of(ones)}`;
  };
  const hundred = tag === 'de' ? 'hundert' : tag === 'nl' ? 'honderd' : 'cento';
  const thousand = tag === 'de' ? 'tausend' : tag === 'nl' ? 'duizend' : 'mila';
  for (let value = 21; value < 100; value += 1) {
    yield [below(value), value];
    if (value % 10 === 3 && tag === 'it') yield [below(value).replace('é', 'e'), value];
  }
  for (let count = 1; count < 20; count += 1) {
    if (count === 10) continue;
    const head =
      count === 1
        ? [hundred, `${tag === 'de' ? 'ein' : tag === 'nl' ? 'een' : ''}${hundred}`]
        : [`${of(count)}${hundred}`];
    for (const word of new Set(head)) {
      yield [word, count * 100];
      for (let rest = 1; rest < 100; rest += 1) {
        yield [`${word}${below(rest)}`, count * 100 + rest];
      }
    }
  }
  for (let count = 2; count < 100; count += 1) {
    yield [`${below(count)}${thousand}`, count * 1000];
    if (count === 2)
      for (let rest = 1; rest < 100; rest += 1) yield [`${below(2)}${thousand}${below(rest)}`, 2000 + rest];
  }
}

/** German ordinals to 99, in all their endings; English ones are composed of words. */
function* ordinalsIn(tag: string, words: ReadonlyMap<string, Entry>): Generator<[string, number]> {
  if (tag !== 'de') return;
  const irregular = new Map([
    [1, 'erst'],
    [3, 'dritt'],
    [7, 'siebt'],
    [8, 'acht'],
  ]);
  for (const [word, { kind, value }] of [...words]) {
    if (kind !== 'ones' || value > 99 || value < 1 || !Number.isInteger(value) || /^eine/.test(word))
      continue;
    const stem = irregular.get(value) ?? `${word}${value < 20 ? 't' : 'st'}`;
    for (const ending of ['e', 'en', 'er', 'es', 'em']) yield [`${stem}${ending}`, value];
  }
}
