// How the words of a language are compared.
import {
  derivedKeys,
  isKnown,
  keysSharingForms,
  kindredKeys,
  lemmaKey,
  thesaurusKeys,
} from './english-lemmas.ts';
import { isCommon } from './frequency.ts';
import { type LanguageResources, resourcesOf } from './language-resources.ts';
import { quantitiesIn } from './quantities/quantities.ts';
import { foldScript, withoutAffixes } from './scripts.ts';
import { ACRONYM } from './shape.ts';
import { askedTermsIn, maySpan, type SpanTerm, spanTermsIn } from './span-terms.ts';
import type { ThesaurusEntry } from './thesaurus.ts';
import { type Token, tokenize } from './tokenizer.ts';

export type { Token } from './tokenizer.ts';

/** How words of one language are told apart, compared and passed over. */
export interface Language {
  /** BCP 47 primary tag: `en`. */
  readonly tag: string;
  /** Words that carry too little to be looked up, folded as `fold` does: `the`, `of`, `what`. */
  readonly stopWords: ReadonlySet<string>;
  tokenize(text: string): Token[];
  /** Whether a word is a number, in figures or in letters. */
  isNumber(word: string): boolean;
  /** Whether a word may be a part of what `spanTerms` finds, but for compounds. */
  maySpan(word: string): boolean;
  /** What the tokens of a text say together, or one by its parts, beside what each says itself. */
  spanTerms(text: string, tokens: readonly Token[]): readonly SpanTerm[];
  /** The same of a question: what each of its tokens says of it. */
  askedTerms(text: string, tokens: readonly Token[]): readonly SpanTerm[];
  /** A word without case, diacritics and possessive `'s`. */
  fold(word: string): string;
  /** The form under which a word is indexed: folded, and without its inflection. */
  stem(word: string): string;
  /** Keys of other words that a word has a form in common with: `leaves` for `leaf`. */
  otherKeys(word: string): readonly string[];
  /** Keys of the words that a word is derived from, or that are derived from it. */
  derivations(word: string): readonly string[];
  /** Keys of the words derived from the word that a word is derived from. */
  kindred(word: string): readonly string[];
  /** Whether lists tell the words of the language, so that what they lack is a name or misspelt. */
  readonly hasWords: boolean;
  /** What a thesaurus has beside a word, with the keys of its words. */
  thesaurus(word: string): readonly ThesaurusEntry[];
  /** Whether a thesaurus and word vectors tell of its words. */
  readonly hasMeanings: boolean;
  /** Whether a list knows the word or the name, so that it was hardly misspelt; never so in a language without lists. */
  isKnown(word: string): boolean;
  /** The keys of a text in order, without those of stop words. */
  keysIn(text: string): readonly string[];
  isStopWord(word: string): boolean;
}

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
  const { stem, stopWords: listed } = resourcesOf(tag);
  const fold = (word: string) => foldScript(withoutDiacritics(normalize(word, tag)));
  const stopWords = new Set(listed.map(fold));
  const keyOf = (word: string) => {
    const plain = normalize(word, tag)
      .replace(/(?<=.)[.,'](?=\p{L}|\p{N}{3}(?!\p{N}))/gu, '')
      .replace(VERSION_MARK, '');
    if (tag === 'en') return englishKey(withoutDiacritics(plain) || plain, stem);
    const folded = foldScript(withoutDiacritics(stem ? stem(plain) : plain) || plain);
    return withoutAffixes(folded) || folded;
  };
  return {
    tag,
    stopWords,
    tokenize,
    isNumber: (word) =>
      /^\p{N}/u.test(word) ||
      quantitiesIn(word, tag).some(({ keys }) => keys.some((key) => key.startsWith('n:'))),
    maySpan: (word) => maySpan(word, tag),
    spanTerms: (text, tokens) => spanTermsIn(text, tokens, keyOf, tag),
    askedTerms: (text, tokens) => askedTermsIn(text, tokens, keyOf, tag),
    fold,
    // A lone sign of length (ー) is taken off as an accent would be.
    stem: (word) => keyOf(word) || word.toLowerCase(),
    otherKeys: (word) => (tag === 'en' ? keysSharingForms(fold(word)) : NONE),
    derivations: (word) => (tag === 'en' ? derivedKeys(fold(word)) : NONE),
    kindred: (word) => (tag === 'en' ? kindredKeys(fold(word)) : NONE),
    thesaurus: (word) => (tag === 'en' ? thesaurusKeys(fold(word)) : []),
    hasMeanings: tag === 'en',
    hasWords: tag === 'en',
    isKnown: (word) => tag === 'en' && (isKnown(fold(word)) || isCommon(word)),
    keysIn(text) {
      const tokens = tokenize(text);
      const words = tokens.filter((word) => !stopWords.has(fold(word.text)) || ACRONYM.test(word.text));
      return [
        ...words.map((word) => keyOf(word.text)),
        ...spanTermsIn(text, tokens, keyOf, tag).map(({ key }) => key),
      ];
    },
    isStopWord: (word) => stopWords.has(fold(word)),
  };
}

const NONE: readonly string[] = [];

/** The key of an English word: of one that no list knows its stem. */
function englishKey(word: string, stem: LanguageResources['stem']): string {
  if (!/^[a-z]+$/.test(word)) return withoutAffixes(foldScript(word)) || word;
  return MONTHS.get(word) ?? lemmaKey(word) ?? (stem?.(word) || word);
}

/** Short forms of English months. */
const MONTHS = new Map(
  `jan january | feb february | mar march | apr april | aug august | sep september | sept september | oct october |
  nov november | dec december`
    .split('|')
    .map((pair) => {
      const [short = '', month = ''] = pair.trim().split(' ');
      return [short, month] as const;
    }),
);

/** Lower case, compatibility forms, straight apostrophes, no possessive `'s`. */
function normalize(word: string, tag: string): string {
  const plain = word.normalize('NFKC');
  const lower = tag === 'tr' ? plain.toLocaleLowerCase('tr') : plain.toLowerCase();
  const bare = lower.replace(/[’‘]/g, "'").replace(/'s?$/, '');
  return ELIDING.has(tag) ? bare.replace(ELIDED, '') : bare;
}

/** Languages that put an article or a preposition before a vowel without a space: `l’école`, `dell’arte`. */
const ELIDING = new Set(['ca', 'fr', 'it']);
const ELIDED =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|quest|quell|bell|(?:d|n|s)?(?:a|e|u)ll|gl)'(?=\p{L})/u;

/** `v25.4` is 25.4. */
const VERSION_MARK = /^v(?=\d)/;

/** Letters that do not decompose, and what is typed in their place. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
};

/** Removes marks that only vary a letter (é, ü, ά) or that writers leave out (Arabic vowels, the color of a hand); Indic and Thai vowels stay. */
function withoutDiacritics(word: string): string {
  if (/^[ -~]*$/.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]|\ufe0f|\p{EMod}/gu, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[đøłħŧðþæœ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}
