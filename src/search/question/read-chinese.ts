// Reads Chinese for articles in other languages.
import { transcribes } from '../index/transliteration.ts';
import { type Dictionary, MOST_SENSE_WORDS, MOST_SENSES } from '../text/cc-cedict.ts';
import { UNKNOWN_RARITY } from '../text/frequency.ts';
import { languageOf, type Token } from '../text/language.ts';
import { RELATIONS } from '../text/relations.ts';
import { splitHan } from '../text/split-han.ts';
import { type Alternative, addName, type Draft, rarestOf } from './concepts.ts';
import { type Meaning, meaningOf } from './meaning.ts';

/** What a word of one character counts beside longer ones: it means too many things. */
const SINGLE_CHARACTER = 0.6;
/** What a name counts that only sounds like what was typed. */
const SOUNDED = 0.8;

/** Words that make a question and tell nothing of what is asked; the list of stop words has single characters mostly. */
const QUESTION_WORD =
  /^(?:什么|什麼|怎么|怎麼|怎样|怎樣|如何|多少|哪里|哪裡|哪些|哪个|哪個|何时|何時|何处|為什麼|为什么|为何|為何|是否|谁|誰|哪|几|幾|吗|嗎|呢|有|被|请|請|问|問|是|这些|這些|那些|这个|這個|那个|那個|关于|關於|没有|沒有|怎么样|怎麼樣)$/;

/**
 * Reads a run of Chinese for articles in another language: as names that they print, as names that sound alike, and
 * as words of the dictionary, whose senses are alternatives of one concept.
 */
export function readChinese(draft: Draft, run: Token, dictionary: Dictionary): void {
  const { names } = draft.shelf;
  const isName = (word: string) => names.inRun(word, 0)?.length === word.length;
  const words = splitHan(run.text, isName, dictionary.holds);
  const chinese = languageOf('zh');
  for (let at = 0; at < words.length; ) {
    const sounded = readSound(draft, run, words, at, dictionary);
    if (sounded > 0) {
      at += sounded;
      continue;
    }
    const word = words[at];
    at += 1;
    if (!word) continue;
    const start = run.start + word.start;
    const name = isName(word.text) ? names.inRun(word.text, 0) : undefined;
    if (name && addName(draft, word.text, start, name.printed)) continue;
    if (chinese.isStopWord(word.text) || QUESTION_WORD.test(word.text)) continue;
    addTranslated(draft, word.text, start, dictionary.senses(word.text));
  }
}

/** Reads characters from word `at` on as a name that sounds like one of the articles'; returns how many words it takes. */
function readSound(
  { shelf, holds, concepts, readings }: Draft,
  run: Token,
  words: readonly Token[],
  at: number,
  dictionary: Dictionary,
): number {
  let end = at;
  while (end < words.length && transcribes(words[end]?.text ?? '')) end += 1;
  for (; end - at >= 2; end -= 1) {
    const characters = words.slice(at, end).map(({ text }) => text);
    const alike = shelf.sounds().like(characters.map(dictionary.syllable));
    const names = alike.filter(({ term }) => holds(term));
    if (names.length === 0) continue;
    const asked = characters.join('');
    concepts.push({
      asked,
      at: run.start + (words[at]?.start ?? 0),
      alternatives: names.map(({ term }) => ({ terms: [term], factor: SOUNDED })),
      found: true,
      rarity: UNKNOWN_RARITY,
      isName: true,
      isNumber: false,
      part: false,
      stems: [],
    });
    readings.push({ asked, read: names.map(({ surface }) => surface), by: 'sound' });
    return end - at;
  }
  return 0;
}

/** The term that is the same as a word of a sense, or derived from it, as far as the articles hold one. */
function heldAs({ shelf, holds }: Draft, word: string) {
  const { language, termId } = shelf.index;
  for (const { strength, isTold, keysOf } of RELATIONS) {
    for (const key of keysOf(word, language)) {
      const term = termId.get(key) ?? 0;
      if (holds(term)) return { term, strength, printed: isTold ? shelf.printedAs(term) : word };
    }
  }
  return undefined;
}

function addTranslated(draft: Draft, asked: string, at: number, senses: readonly string[]): void {
  const { shelf, concepts, readings } = draft;
  const { language } = shelf.index;
  const alternatives: Alternative[] = [];
  const read = new Set<string>();
  const stems = new Set<string>();
  const certainty = [...asked].length === 1 ? SINGLE_CHARACTER : 1;
  let commonest = UNKNOWN_RARITY;
  /** Of the first sense of one word. */
  let meaning: Meaning | undefined;
  for (const sense of senses.slice(0, MOST_SENSES)) {
    const words = language.tokenize(sense).filter(({ text }) => !language.isStopWord(text));
    if (words.length === 0 || words.length > MOST_SENSE_WORDS) continue;
    const [only] = words;
    if (only && words.length === 1) {
      stems.add(language.stem(only.text));
      meaning ??= meaningOf(draft, only.text);
    }
    commonest = Math.min(commonest, Math.max(...words.map(({ text }) => rarestOf(shelf, text))));
    const held = words.flatMap(({ text }) => heldAs(draft, text) ?? []);
    if (held.length === 0) continue;
    // The weakest of its words, times the share of them that is held: half of `share price` is not half of what is meant.
    alternatives.push({
      terms: held.map(({ term }) => term),
      factor: (certainty * Math.min(...held.map(({ strength }) => strength)) * held.length) / words.length,
    });
    if (held.length === words.length) read.add(held.map(({ printed }) => printed).join(' '));
  }
  const found = read.size > 0;
  concepts.push({
    asked,
    at,
    alternatives,
    found,
    rarity: certainty * commonest,
    isName: false,
    isNumber: false,
    part: false,
    stems: [...stems],
    ...(meaning && { meaning }),
  });
  if (found) readings.push({ asked, read: [...read], by: 'dictionary' });
}
