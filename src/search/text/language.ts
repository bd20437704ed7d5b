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
import { baseForm } from './english-forms.ts';
import { type Token, tokenize } from './tokenizer.ts';

export type { Token } from './tokenizer.ts';

/** How words of one language are told apart, compared and passed over. */
export interface Language {
  /** BCP 47 primary tag: `en`. */
  readonly tag: string;
  /** Words that carry too little to be looked up, folded as `fold` does: `the`, `of`, `what`. */
  readonly stopWords: ReadonlySet<string>;
  tokenize(text: string): Token[];
  /** A word without case, diacritics and possessive `'s`. */
  fold(word: string): string;
  /** The form under which a word is indexed: folded, and without its inflection. */
  stem(word: string): string;
  isStopWord(word: string): boolean;
}

interface Resources {
  readonly stem?: (word: string) => string;
  readonly stopWords: readonly string[];
}

/** Question words, pronouns and verbs of every English question that the list of stop words lacks. */
const ENGLISH_QUESTION_WORDS = [
  'when',
  'whom',
  'whose',
  'why',
  'whats',
  'whos',
  'us',
  'she',
  'its',
  'ours',
  'yours',
  'does',
  'doing',
  'done',
  'tell',
  'say',
  'says',
  'happened',
  'please',
];

const RESOURCES: Readonly<Record<string, Resources>> = {
  ar: { stem: arabic, stopWords: ara },
  de: { stem: german, stopWords: deu },
  el: { stem: greek, stopWords: ell },
  en: { stem: english, stopWords: [...eng, ...ENGLISH_QUESTION_WORDS] },
  es: { stem: spanish, stopWords: spa },
  hi: { stem: hindi, stopWords: hin },
  ro: { stem: romanian, stopWords: ron },
  ru: { stem: russian, stopWords: rus },
  th: { stopWords: tha },
  tr: { stem: turkish, stopWords: tur },
  vi: { stopWords: vie },
  zh: { stopWords: zho },
};

const languages = new Map<string, Language>();

/** The language of a BCP 47 tag. One without a stemmer or stop words here is still tokenized and folded. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0] ?? tag;
  const known = languages.get(primary);
  if (known) return known;
  const language = build(primary);
  languages.set(primary, language);
  return language;
}

function build(tag: string): Language {
  const { stem, stopWords: listed = [] } = RESOURCES[tag] ?? {};
  const fold = (word: string) => withoutDiacritics(normalize(word, tag));
  const stopWords = new Set(listed.map(fold));
  return {
    tag,
    stopWords,
    tokenize,
    fold,
    stem(word) {
      const plain = normalize(word, tag).replace(/[.,'](?=\p{L}|\p{N}{3}(?!\p{N}))/gu, '');
      const base = tag === 'en' ? baseForm(plain) : plain;
      return withoutDiacritics(stem ? stem(base) : base) || base;
    },
    isStopWord: (word) => stopWords.has(fold(word)),
  };
}

/** Lower case, compatibility forms, straight apostrophes, no possessive `'s`. */
function normalize(word: string, tag: string): string {
  const plain = word.normalize('NFKC');
  const lower = tag === 'tr' ? plain.toLocaleLowerCase('tr') : plain.toLowerCase();
  return lower.replace(/[’‘]/g, "'").replace(/'s?$/, '');
}

/** Removes marks that only vary a letter (é, ü, ά) or that writers leave out (Arabic vowels); Indic and Thai vowels stay. */
function withoutDiacritics(word: string): string {
  if (/^[ -~]*$/.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/đ/g, 'd');
}
