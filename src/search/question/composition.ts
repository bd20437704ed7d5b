// Reads compound words.
import type { Alternative, Draft } from './concepts.ts';

/** Languages that write compounds in one word, with the letters that may stand between the parts. */
const LINKS: Readonly<Record<string, RegExp>> = {
  da: /(?:s|e)$/,
  de: /(?:es|en|er|s|n|e)$/,
  fi: /n$/,
  is: /(?:ar|s|a|u)$/,
  nb: /(?:s|e)$/,
  nl: /(?:en|s|e)$/,
  nn: /(?:s|e)$/,
  no: /(?:s|e)$/,
  sv: /(?:s|o|u|e)$/,
};
/** Letters of the shortest part: shorter ones stand in too many words. */
const SHORTEST_PART = 4;
/** The same of a word that is looked for within others: `Art` stands in `Start`. */
const SHORTEST_WORD = 5;
/** German compounds that a noun is in are nouns themselves, which a capital tells. */
const CAPITALIZED = new Set(['de', 'lb']);
/** What a sentence counts that has the word within another, or its parts apart, as derivation does. */
const STRENGTH = 0.65;

export interface Composed {
  readonly alternatives: readonly Alternative[];
  /** As the articles print it. */
  readonly printed: readonly string[];
}

/**
 * A word that the articles print within a longer one (`Lexikon` in `Literaturlexikon`), or by its parts (`Wetterstation` as
 * `Station für Wetter`), in a language that writes compounds in one word. Korean words begin longer ones: `부산시`.
 */
export function composedOf({ shelf, holds }: Draft, asked: string): Composed | undefined {
  const { index, speller } = shelf;
  const { language, termId } = index;
  const link = Object.hasOwn(LINKS, language.tag) ? LINKS[language.tag] : undefined;
  const isKorean = /^\p{Script=Hangul}{2,}$/u.test(asked);
  if (!link && !isKorean) return undefined;
  const form = language.fold(asked);
  const isCapitalized = CAPITALIZED.has(language.tag);
  const isNoun = (word: string) => !isCapitalized || /^\p{Lu}/u.test(word);
  const stem = language.stem(asked);
  const letters = stem.length >= SHORTEST_WORD ? stem : form;
  const isLookedFor = isKorean || (isNoun(asked) && letters.length >= SHORTEST_WORD);
  const within = !isLookedFor
    ? []
    : speller
        .within(isKorean ? form : letters, isKorean ? 'beginning' : 'either', holds)
        .filter(({ surface }) => isKorean || isNoun(surface));
  if (within.length > 0) {
    return {
      alternatives: within.map(({ term }) => ({ terms: [term], factor: STRENGTH })),
      printed: within.map(({ surface }) => surface),
    };
  }
  if (!link) return undefined;
  const termOf = (part: string) => termId.get(language.stem(part)) ?? 0;
  for (let at = form.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
    const last = termOf(form.slice(at));
    if (!holds(last)) continue;
    const before = form.slice(0, at);
    const first = [before, before.replace(link, '')].map(termOf).find(holds);
    if (first === undefined) continue;
    const printed = `${shelf.printedAs(first)} … ${shelf.printedAs(last)}`;
    return { alternatives: [{ terms: [first, last], factor: STRENGTH }], printed: [printed] };
  }
  return undefined;
}
