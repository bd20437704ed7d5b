// Recognizes questions in another language.
import { languageOf } from '../text/language.ts';

/** Scripts that a language writes its words in, where they are not Latin (ISO 15924). */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  bg: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
  uk: /\p{Script=Cyrillic}/u,
  yue: /\p{Script=Han}/u,
  zh: /\p{Script=Han}/u,
};

/** Languages whose questions are told from others in Latin script by their function words. */
const LATIN = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'ro', 'sv', 'tr'];

/** Function words of one language, and of no other, from which a question is taken to be in it. */
const FEWEST = 2;

/**
 * Whether a question is in another language than the articles', where nothing leads from the one to the other: by its script, or
 * in Latin script by its function words. Chinese questions on English articles are read by a dictionary.
 */
export function isInAnother(question: string, lang: string): boolean {
  const letters = question.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return false;
  const own = SCRIPTS[lang] ?? /\p{Script=Latin}/u;
  if (!letters.some((letter) => own.test(letter)))
    return !(lang === 'en' && /\p{Script=Han}/u.test(question));
  if (SCRIPTS[lang] || !LATIN.includes(lang)) return false;
  const words = languageOf(lang).tokenize(question.toLowerCase());
  const counts = LATIN.map((tag) => ({
    tag,
    count: words.filter(({ text }) => languageOf(tag).isStopWord(text)).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  const ours = counts.find(({ tag }) => tag === lang)?.count ?? 0;
  return most >= FEWEST && ours === 0;
}
