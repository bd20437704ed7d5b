/**
 * What kind of thing a question asks for: the classes of Li & Roth (2002) that a reader can see in a sentence. Theirs in
 * brackets: money, percentage, age, distance, size, duration, count, number (NUM), date and time of day (NUM:date), person
 * (HUM:ind), group (HUM:gr), place (LOC), reason and manner and definition (DESC); yes-no and other have none there.
 */
export type Kind =
  | 'age'
  | 'money'
  | 'percentage'
  | 'duration'
  | 'distance'
  | 'size'
  | 'count'
  | 'number'
  | 'date'
  | 'time'
  | 'person'
  | 'group'
  | 'place'
  | 'name'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'yes-no'
  | 'other';

/** Kinds that ranking looks for in one way. */
export type Genus = 'number' | 'time' | 'person' | 'place' | 'other';

const GENERA: Readonly<Record<Kind, Genus>> = {
  age: 'number',
  money: 'number',
  percentage: 'number',
  duration: 'number',
  distance: 'number',
  size: 'number',
  count: 'number',
  number: 'number',
  date: 'time',
  time: 'time',
  person: 'person',
  group: 'other',
  place: 'place',
  name: 'other',
  reason: 'other',
  manner: 'other',
  definition: 'other',
  'yes-no': 'other',
  other: 'other',
};

export function genusOf(kind: Kind): Genus {
  return GENERA[kind];
}

/** Kinds that are looked for in a passage; the others can be told of any. */
export function isSeen(kind: Kind): boolean {
  return !['reason', 'manner', 'definition', 'yes-no', 'other'].includes(kind);
}

/**
 * Kinds without which a passage is no answer: of them a recognizer finds 95 % or more of what judged passages answer with. Of the
 * others it finds less, and a passage is passed over only where nothing in it can be of the kind.
 */
const CERTAIN: ReadonlySet<Kind> = new Set(['age', 'count', 'percentage']);

export function isCertain(kind: Kind): boolean {
  return CERTAIN.has(kind);
}
