// Which sentences hang on the one before.
import type { WholeIndex } from './sentence-index.ts';

/** How each sentence hangs on the one before it, as bits of one byte a sentence. */
export const COHESION = {
  /** It opens a paragraph, a list item or a section. */
  opening: 1,
  /** It begins with a bare pronoun, so that it cannot be understood alone. */
  leaning: 2,
  /** It opens a section: nothing before it belongs to it. */
  section: 4,
  /** It is a row of a table that cannot be understood without the header row, which is near enough. */
  row: 8,
  /** It is the header row of a table: what stands under it answers, it never does. */
  header: 16,
} as const;

/** The bits of each sentence of an index, by its number. */
export type Cohesion = Pick<Uint8Array, 'at'>;

/** Whether a sentence has one of the bits of `COHESION`. */
export function hasCohesion(cohesion: Cohesion, sentence: number, bit: number): boolean {
  return ((cohesion.at(sentence) ?? 0) & bit) !== 0;
}

/** That of `count` sentences, and of others behind them. */
export function joinedCohesion(house: Cohesion, count: number, own: Cohesion): Cohesion {
  return { at: (sentence) => (sentence < count ? house.at(sentence) : own.at(sentence - count)) };
}

/** Pronouns at the start of a sentence that stand for something before it. */
const PRONOUNS: Readonly<Record<string, RegExp>> = {
  de: /^["“„'(]?(?:Er|Sie|Es|Dies|Diese|Dieser|Dieses)\s/,
  en: /^["“'‘(]?(?:It|He|She|They|This|These|Those)\s/,
  es: /^["“'(¿¡]?(?:Él|Ella|Ellos|Ellas|Esto|Este|Esta|Estos|Estas)\s/,
  ro: /^["“„'(]?(?:El|Ea|Ei|Ele|Acesta|Aceasta|Aceștia|Acestea)\s/,
  ru: /^["“«'(]?(?:Он|Она|Оно|Они|Это|Этот|Эта|Эти)\s/,
  zh: /^["“「『（]?(?:他|她|它|这|這|该|該|此)/,
};

/** In UTF-16 units: a row that ends further from the start of its table than this stands alone. */
const LONGEST_TABLE = 1000;
const BLANK_LINE = /\n[ \t]*\r?\n/;

export function cohesionOf(index: WholeIndex): Uint8Array {
  const cohesion = new Uint8Array(index.sentenceCount + 1);
  const pronoun = PRONOUNS[index.language.tag];
  let number = 0;
  for (const { text, sentences } of index.articles) {
    let section: number | undefined;
    let header: number | undefined;
    let end = 0;
    let wasFurtherRow = false;
    for (const sentence of sentences) {
      let bits = 0;
      if (section !== sentence.section) bits |= COHESION.section | COHESION.opening;
      else if (sentence.opens) bits |= COHESION.opening;
      if (pronoun?.test(text.slice(sentence.start, sentence.start + 16))) bits |= COHESION.leaning;
      const isFurtherRow =
        sentence.form === 'row' && header !== undefined && !BLANK_LINE.test(text.slice(end, sentence.start));
      if (!isFurtherRow) header = sentence.form === 'row' ? sentence.start : undefined;
      else if (header !== undefined && sentence.end - header <= LONGEST_TABLE) bits |= COHESION.row;
      // Only what has a row under it is a header.
      if (isFurtherRow && !wasFurtherRow)
        cohesion[number - 1] = (cohesion[number - 1] ?? 0) | COHESION.header;
      wasFurtherRow = isFurtherRow;
      end = sentence.end;
      cohesion[number] = bits;
      section = sentence.section;
      number += 1;
    }
  }
  cohesion[number] = COHESION.opening | COHESION.section;
  return cohesion;
}

/** How many sentences a passage takes along before its first at the most, when each begins with a pronoun. */
const MOST_LEADING = 2;

/** The sentence that a passage about `sentence` opens with: itself, what its pronoun stands for, or its table's header row. */
export function openingSentence(cohesion: Cohesion, sentence: number): number {
  let first = sentence;
  while (hasCohesion(cohesion, first, COHESION.row)) first -= 1;
  const leans = (at: number) =>
    hasCohesion(cohesion, at, COHESION.leaning) && !hasCohesion(cohesion, at, COHESION.section);
  while (sentence - first < MOST_LEADING && leans(first)) first -= 1;
  return first;
}
