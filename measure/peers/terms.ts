// Stop words and stemmers that peers are given.
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { ara, deu, ell, eng, hin, ron, rus, spa, tha, tur, vie, zho } from 'stopword';

/** What a library can be given for a language by somebody who sets it up well. */
export interface Terms {
  /** The words of a text, lower case. */
  split(text: string): string[];
  /** The form of a word to index, or `undefined` for a stop word. */
  normalize(word: string): string | undefined;
  /** Whether words are so short that one letter more or less makes another word. */
  readonly isUnspaced: boolean;
}

interface Resources {
  readonly stopWords: readonly string[];
  readonly stem?: (word: string) => string;
}

const RESOURCES: Readonly<Record<string, Resources>> = {
  ar: { stopWords: ara, stem: arabic },
  de: { stopWords: deu, stem: german },
  el: { stopWords: ell, stem: greek },
  en: { stopWords: eng, stem: english },
  es: { stopWords: spa, stem: spanish },
  hi: { stopWords: hin, stem: hindi },
  ro: { stopWords: ron, stem: romanian },
  ru: { stopWords: rus, stem: russian },
  th: { stopWords: tha },
  tr: { stopWords: tur, stem: turkish },
  vi: { stopWords: vie },
  zh: { stopWords: zho },
};

/** Languages written without spaces between words. */
const UNSPACED = new Set(['ja', 'km', 'lo', 'my', 'th', 'zh']);

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Stop words and stemmer of a BCP 47 tag; a language without them is still split into words. */
export function termsOf(tag: string): Terms {
  const language = tag.toLowerCase().split('-')[0] ?? tag;
  const { stopWords = [], stem } = RESOURCES[language] ?? {};
  const stops = new Set(stopWords);
  const segmenter = UNSPACED.has(language)
    ? new Intl.Segmenter(language, { granularity: 'word' })
    : undefined;
  const lower = (text: string) => text.normalize('NFKC').toLocaleLowerCase(language).replaceAll('’', "'");
  return {
    isUnspaced: segmenter !== undefined,
    split(text) {
      if (!segmenter) return lower(text).match(WORDS) ?? [];
      return Array.from(segmenter.segment(lower(text)))
        .filter((piece) => piece.isWordLike)
        .map((piece) => piece.segment);
    },
    normalize(word) {
      if (stops.has(word)) return undefined;
      const bare = word.replace(/'s?$/, '');
      return (stem ? stem(bare) : bare) || bare;
    },
  };
}

/** A text as terms: split, without stop words, stemmed. */
export function termsIn(text: string, terms: Terms): string[] {
  return terms.split(text).flatMap((word) => terms.normalize(word) ?? []);
}
