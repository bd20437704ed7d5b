// Folds variants of scripts.
import han from '../../../data/han/simplified.json' with { type: 'json' };

// What writers of one script vary, whatever the language of the text: taken off a word so that its forms share a key.

let simplified: ReadonlyMap<string, string> | undefined;

/** Traditional characters as simplified ones (`data/han/`), so that either finds the other. */
function simplify(word: string): string {
  simplified ??= tableOf([...han.traditional], [...han.simplified]);
  let folded = '';
  for (const character of word) folded += simplified.get(character) ?? character;
  return folded;
}

function tableOf(from: readonly string[], to: readonly string[]): ReadonlyMap<string, string> {
  return new Map(from.map((character, at) => [character, to[at] ?? character]));
}

/** Katakana as hiragana (Unicode has them 96 apart), the long mark as the vowel it lengthens left out: `ラーメン`, `らーめん`. */
function asHiragana(word: string): string {
  return word
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/ー/g, '');
}

/** Forms of alef, of ya and of ta marbuta that writers use for one another. */
function plainArabic(word: string): string {
  return word
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

/**
 * Korean particles and the endings of the copula, the longest first; what stands before them must keep two syllables, or one
 * before those that no noun ends with.
 */
const PARTICLES =
  '에서부터 으로부터 에게서는 에서는 에서도 에게서 한테서 으로는 으로도 이라고 이라는 에게는 부터 까지 에서 에게 한테 께서 으로 이나 이란 이라 처럼 보다 마다 조차 밖에 라고 라는 에는 에도 와는 과는 로는 로도 만은 만이 은 는 이 가 을 를 의 에 로 와 과 도 만 나 랑'.split(
    ' ',
  );
const SURE_PARTICLES = new Set('에서부터 으로부터 에서는 에서도 에서 에게 을 를 은 는'.split(' '));

function withoutParticle(word: string): string {
  const particle = PARTICLES.find((one) => word.length > one.length && word.endsWith(one));
  if (particle === undefined) return word;
  const left = word.length - particle.length;
  const isLeftEnough =
    left >= 2 || (left === 1 && SURE_PARTICLES.has(particle) && particle !== '는' && particle !== '은');
  return isLeftEnough ? withoutParticle(word.slice(0, -particle.length)) : word;
}

/** Hebrew points and accents, and the marks within abbreviations. */
const HEBREW_MARKS = /[\u0591-\u05bd\u05bf\u05c1-\u05c7׳״'"]/g;
const FINAL_LETTERS: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };
/** And, the, in, to, from, that, as; at most two of them; three letters at least are left. */
const HEBREW_PREFIX = /^(?:[ושכ]?(?:מה|ה|ב|ל|מ|כ)|ו|ש)(?=.{3})/;
/** Plurals, and the -ה of the feminine. */
const HEBREW_ENDING = /(?<=.{2})(?:ים|ות|ה|ת)$/;

function plainHebrew(word: string): string {
  const bare = word.replace(HEBREW_MARKS, '');
  return bare
    .replace(HEBREW_PREFIX, '')
    .replace(HEBREW_ENDING, '')
    .replace(/[ךםןףץ]$/, (letter) => FINAL_LETTERS[letter] ?? letter);
}

const FOLDS: readonly (readonly [RegExp, (word: string) => string])[] = [
  [/\p{Script=Han}/u, simplify],
  [/[\u3040-\u30ff]/, asHiragana],
  [/\p{Script=Arabic}/u, plainArabic],
];

/** A word in NFC and lower case without the variants of its script. */
export function foldScript(word: string): string {
  if (/^[ -\u024f]*$/.test(word)) return word;
  return FOLDS.reduce((folded, [script, fold]) => (script.test(folded) ? fold(folded) : folded), word);
}

/** A folded word without the particles and prefixes that its script writes without a space. */
export function withoutAffixes(word: string): string {
  if (/^[ -\u024f]*$/.test(word)) return word;
  if (/^\p{Script=Hangul}+$/u.test(word)) return withoutParticle(word);
  if (/^[\p{Script=Hebrew}'"]+$/u.test(word)) return plainHebrew(word);
  return word;
}
