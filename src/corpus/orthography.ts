// How each language ends its sentences.
import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';

/** How a language writes the ends of its sentences. */
export interface Orthography {
  /** The language's code. */
  readonly language: string;
  readonly abbreviations: Abbreviations;
  /** Whether a number with a full stop is an ordinal: `1. Mai`, `II. Dünya Savaşı`. */
  readonly ordinalDot: boolean;
  /** Whether a full stop ends a sentence. In Thai and its neighbors a space does. */
  readonly fullStops: boolean;
  /** Proposes sentence ends by UAX #29 with the language's own rules, such as the Greek question mark `;`. */
  readonly segmenter: Intl.Segmenter;
}

const ORDINAL_DOT = 'bs cs da de et fi fo hr hu is lb lv nb nn no pl sk sl sr tr'.split(' ');
const NO_FULL_STOPS = ['th', 'lo', 'km', 'my'];

const cache = new Map<string, Orthography>();

/** By BCP 47 tag. Throws a `RangeError` for what is no such tag. */
export function orthographyOf(lang: string): Orthography {
  const known = cache.get(lang);
  if (known) return known;
  const { language } = new Intl.Locale(lang);
  const made = {
    language,
    abbreviations: abbreviationsOf(language),
    ordinalDot: ORDINAL_DOT.includes(language),
    fullStops: !NO_FULL_STOPS.includes(language),
    segmenter: new Intl.Segmenter(lang, { granularity: 'sentence' }),
  };
  cache.set(lang, made);
  return made;
}
