/** How one language tells the time. Offsets are minutes. */
interface ClockWords {
  /** Before a figure, these make 6.30 and 6 a time. */
  readonly at: string;
  /** Behind the hour: `uhr`. Those that also count hours are times only behind a word of `at`. */
  readonly hour: readonly string[];
  readonly countsHours?: true;
  /** Before the hour: "half past". */
  readonly before?: Readonly<Record<string, number>>;
  /** Behind the hour: "y media". */
  readonly behind?: Readonly<Record<string, number>>;
  readonly am?: readonly string[];
  readonly pm?: readonly string[];
}

const CLOCKS: Readonly<Record<string, ClockWords>> = {
  en: {
    at: 'at by until till around about',
    hour: ["o'clock", 'o’clock', 'hrs'],
    before: {
      'half past': 30,
      'quarter past': 15,
      'quarter after': 15,
      'quarter to': -15,
      'quarter till': -15,
      'quarter before': -15,
    },
    am: ['a.m.', 'am', 'a.m', 'in the morning'],
    pm: ['p.m.', 'pm', 'p.m', 'in the afternoon', 'in the evening', 'at night'],
  },
  de: {
    at: 'um gegen ab bis',
    hour: ['uhr'],
    before: {
      halb: -30,
      'viertel nach': 15,
      'viertel vor': -15,
      'zehn nach': 10,
      'zehn vor': -10,
      'fünf nach': 5,
      'fünf vor': -5,
    },
    am: ['morgens', 'vormittags', 'früh'],
    pm: ['nachmittags', 'abends'],
  },
  es: {
    at: 'las la',
    hour: ['h', 'horas'],
    countsHours: true,
    behind: { 'y media': 30, 'y cuarto': 15, 'menos cuarto': -15 },
    am: ['de la mañana', 'de la madrugada'],
    pm: ['de la tarde', 'de la noche'],
  },
  fr: {
    at: 'à vers dès',
    hour: ['heures', 'heure', 'h'],
    countsHours: true,
    behind: { 'et demie': 30, 'et quart': 15, 'moins le quart': -15 },
    am: ['du matin'],
    pm: ["de l'après-midi", 'du soir'],
  },
  it: {
    at: 'alle le ore dalle',
    hour: [],
    behind: { 'e mezza': 30, 'e mezzo': 30, 'e un quarto': 15, 'meno un quarto': -15 },
    am: ['del mattino', 'di mattina'],
    pm: ['di sera', 'del pomeriggio'],
  },
  nl: {
    at: 'om',
    hour: ['uur'],
    countsHours: true,
    before: { half: -30, 'kwart over': 15, 'kwart voor': -15 },
    am: ["'s ochtends"],
    pm: ["'s avonds", "'s middags"],
  },
  pt: {
    at: 'às as',
    hour: ['h', 'horas'],
    countsHours: true,
    behind: { 'e meia': 30, 'e quinze': 15 },
    am: ['da manhã'],
    pm: ['da tarde', 'da noite'],
  },
  ro: { at: 'ora orele', hour: [], behind: { 'și jumătate': 30, 'și un sfert': 15, 'fără un sfert': -15 } },
  ru: {
    at: 'в к',
    hour: ['часов', 'часа', 'час'],
    countsHours: true,
    before: { половина: -30, половине: -30 },
    am: ['утра'],
    pm: ['вечера', 'дня'],
  },
  tr: { at: 'saat', hour: [], behind: { buçuk: 30 } },
  vi: {
    at: 'lúc',
    hour: ['giờ'],
    countsHours: true,
    behind: { rưỡi: 30 },
    am: ['sáng'],
    pm: ['chiều', 'tối'],
  },
  hi: { at: '', hour: ['बजे'] },
  ar: { at: 'الساعة', hour: [], behind: { والنصف: 30 }, am: ['صباحا'], pm: ['مساء'] },
  th: { at: 'เวลา', hour: ['น.', 'น'] },
  sv: { at: 'kl klockan', hour: [] },
  el: { at: 'στις', hour: [], am: ['π.μ.'], pm: ['μ.μ.'] },
};
const NO_CLOCK: ClockWords = { at: '', hour: [] };

/** `ClockWords` as they are looked up. */
export interface Clock extends ClockWords {
  readonly atWords: ReadonlySet<string>;
  readonly befores: readonly (readonly [string, number])[];
  /** First units of all that may stand behind an hour. */
  readonly openers: ReadonlySet<number>;
  readonly behinds: readonly (readonly [string, number])[];
}
const prepared = new Map<string, Clock>();

export function clockOf(tag: string): Clock {
  const known = prepared.get(tag);
  if (known) return known;
  const clock = CLOCKS[tag] ?? NO_CLOCK;
  const made: Clock = {
    ...clock,
    atWords: new Set(clock.at.split(' ').filter((word) => word !== '')),
    openers: new Set(
      [...clock.hour, ...(clock.am ?? []), ...(clock.pm ?? [])].map((words) => words.charCodeAt(0)),
    ),
    befores: Object.entries(clock.before ?? {}),
    behinds: Object.entries(clock.behind ?? {}),
  };
  prepared.set(tag, made);
  return made;
}
