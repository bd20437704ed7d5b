// Finds the thing that a question asks for.
import type { Span } from '../../corpus/passage.ts';
import type { Language } from '../text/language.ts';

/** Where a question names the thing it asks for: "how many *parameters*", "Alibaba's *stock price*", 多少*参数*. */
const ASKED_THINGS: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\bhow (?:many|much) (?:of the |more )?(?<thing>[^\s?,]+)/di,
    /\bwhat(?: is|'s|’s| was| are| were) [^?]*?['’]s? (?<thing>[^\s?,]+(?: [^\s?,]+){0,2})\??$/di,
  ],
  zh: [
    /(?<thing>[^\s，。？?的]{1,4})(?:是|有|为|為)(?:多少|几|幾)[\s？?]*$/d,
    /(?:多少|几个|幾個)(?<thing>[^\s，。？?]{1,4})/d,
  ],
};

/**
 * The stretch of a question that names the thing asked for, if it has one of the forms that name it plainly. An
 * article without a word of it cannot answer, however much of the rest it covers.
 */
export function askedThing(question: string): Span | undefined {
  for (const pattern of Object.values(ASKED_THINGS).flat()) {
    const at = pattern.exec(question)?.indices?.groups?.thing;
    if (at) return { start: at[0], end: at[1] };
  }
  return undefined;
}

/** Languages that write all nouns with a capital, so that a capital tells nothing. */
const CAPITALIZED_NOUNS = new Set(['de', 'lb']);

/**
 * Whether a word that is not the first of its question names somebody or something, as far as a capital tells. `word`
 * is as typed, or in lower case where all of the question is in capitals.
 */
export function isName(word: string, language: Language): boolean {
  return /^\p{Lu}/u.test(word) && !CAPITALIZED_NOUNS.has(language.tag);
}
