/** Codes that no letter has: private ones, those left unassigned, controls, and the mark for what could not be decoded. */
const UNREADABLE = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu;
/** Share of a text's characters from which on it is not readable. */
const MOST_UNREADABLE = 0.1;
/** Letters from which on their frequencies tell something. */
const LEAST_LETTERS = 300;
/** Share of vowels in texts of Latin letters: 0.35 to 0.5 in languages, and a quarter in Czech written without accents. */
const LEAST_VOWELS = 0.2;
/** Share of words that have a capital, a digit or a mark between small letters; program text has about a fifth. */
const MOST_BROKEN_WORDS = 0.5;

/** Whether a passage holds codes instead of letters. */
export function isUnreadable(text: string): boolean {
  const count = text.match(UNREADABLE)?.filter((sign) => !/\s/.test(sign)).length ?? 0;
  return count > 0 && count >= text.replace(/\s/g, '').length * 0.3;
}

/** Whether a document's text is not what is printed: its fonts do not tell which letters they draw. */
export function isGarbled(text: string): boolean {
  const signs = text.replace(/\s/g, '');
  const unreadable = signs.match(UNREADABLE)?.length ?? 0;
  if (signs.length > 0 && unreadable > signs.length * MOST_UNREADABLE) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.normalize('NFD').match(/[a-z]/gi) ?? [];
  if (letters < LEAST_LETTERS)
    return (
      signs.length > 600 &&
      letters < signs.length * 0.15 &&
      (text.match(/\d/g)?.length ?? 0) < signs.length * 0.4
    );
  if (latin.length < letters * 0.9) return false;
  const vowels = latin.filter((letter) => /[aeiouy]/i.test(letter)).length;
  if (vowels < latin.length * LEAST_VOWELS) return true;
  const words = text.match(/\S{4,}/g) ?? [];
  const broken = words.filter((word) => /\p{Ll}[\p{Lu}\d!#$%&*+<=>?@^~|{}\\]+\p{Ll}/u.test(word)).length;
  return words.length > 50 && broken > words.length * MOST_BROKEN_WORDS;
}
