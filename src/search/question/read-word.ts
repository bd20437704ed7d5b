// Reads one word.
import type { Neighbor } from '../index/spelling.ts';
import { partsOf } from '../text/compounds.ts';
import { rarityIn } from '../text/frequency.ts';
import type { Token } from '../text/language.ts';
import { RELATIONS } from '../text/relations.ts';
import { isName } from './asked-thing.ts';
import { composedOf } from './composition.ts';
import type { Alternative, Concept, Draft } from './concepts.ts';
import { meaningOf } from './meaning.ts';
import { misspellingOf } from './misspelling.ts';
import { partedIn } from './parted.ts';
import type { TermsTogether } from './together.ts';

/** What related words count beside the word itself; tried from 0.4 to 0.8. */
const RELATED = { unknown: 0.6, known: 0.8, other: 0.4 } as const;

/** What stands around a word in its question. */
export interface WordContext {
  /** Whether another word stands before it, or a frame that was taken away. */
  readonly isWithin: boolean;
  /** Terms of what it says together with its neighbors, such as `Wi-Fi`. */
  readonly together: TermsTogether;
}

/** Adds what a word is looked up as. */
export function readWord(draft: Draft, token: Token, context: WordContext): void {
  const { shelf, holds, concepts, readings } = draft;
  const { index, speller } = shelf;
  const { language } = index;
  const asked = token.text;
  const stem = language.stem(asked);
  const meaning = token.part ? undefined : meaningOf(draft, asked);
  const word = {
    asked,
    at: token.start,
    rarity: rarityIn(language, asked),
    isName: context.isWithin && isName(asked, language),
    isNumber: language.isNumber(asked),
    part: token.part === true,
    stems: RELATIONS.flatMap(({ name, keysOf }) => (name === 'kinship' ? [] : keysOf(asked, language))),
    ...(meaning && { meaning }),
  };
  const { alternatives, told } = relatedTo(draft, asked, context.together);
  if (alternatives.length > 0) {
    // English keys bring enough words together; richer inflection and compounds need more.
    const related = language.tag === 'en' || token.part ? [] : speller.related(asked, holds);
    const known = new Set(alternatives.flatMap(({ terms }) => terms));
    const others = alternativesOf(
      related.filter(({ term }) => !known.has(term)),
      RELATED.known,
    );
    concepts.push({ ...word, found: true, alternatives: [...alternatives, ...others] });
    if (told.length > 0) readings.push({ asked, read: told, by: 'derivation' });
    return;
  }
  const parts = partsOf(asked);
  if (parts.length > 0 && parts.every((part) => holds(index.termId.get(language.stem(part)) ?? 0))) {
    let at = 0;
    for (const part of parts) {
      at = asked.indexOf(part, at);
      const start = token.start + at;
      readWord(draft, { text: part, start, end: start + part.length }, context);
    }
    return;
  }
  const parted = partedIn(draft, asked);
  if (parted) {
    concepts.push({ ...word, found: true, alternatives: [parted] });
    return;
  }
  const composed = composedOf(draft, asked);
  if (composed) {
    concepts.push({ ...word, found: true, alternatives: composed.alternatives });
    readings.push({ asked, read: composed.printed, by: 'composition' });
    return;
  }
  const meant = misspellingOf({ asked, stem, isName: word.isName }, shelf, holds);
  if (meant === 'stop-word') return;
  if (meant.length === 0) {
    const near = speller.related(asked, holds);
    // What a list knows is another word than all that only look like it; a word misheard for it still leads there.
    const isOther = language.hasWords;
    const others = alternativesOf(
      isOther ? [...near, ...speller.meant(asked, holds)] : near,
      isOther ? RELATED.other : RELATED.unknown,
    );
    concepts.push({
      ...word,
      found: false,
      isGuess: isOther,
      alternatives: others.filter(({ terms }) => terms[0] !== 0),
    });
    return;
  }
  // Squared, since a short word is one slip away from many.
  const spellings = meant.map((other) => ({ terms: [other.term], factor: other.similarity ** 2 }));
  const nearest = meaningOf(draft, meant[0]?.surface ?? '');
  concepts.push({ ...word, ...(nearest && { meaning: nearest }), found: true, alternatives: spellings });
  const read = new Map(meant.map((other) => [other.term, other.surface]));
  readings.push({ asked, read: [...read.values()], by: 'spelling' });
}

/** What is printed that is the same as a word, and how that is printed which must be told: nothing where the word itself is. */
function relatedTo({ shelf, holds }: Draft, asked: string, together: TermsTogether) {
  const { language, termId } = shelf.index;
  const alternatives: Alternative[] = [];
  const told: string[] = [];
  const known = new Set<number>([0]);
  const add = (term: number, factor: number, isSame: boolean) => {
    if (known.has(term) || !holds(term)) return false;
    known.add(term);
    alternatives.push({ terms: [term], factor, ...(isSame && { isSame }) });
    return true;
  };
  for (const { strength, isTold, keysOf } of RELATIONS) {
    const isHeld = alternatives.length > 0;
    for (const key of keysOf(asked, language)) {
      const term = termId.get(key) ?? 0;
      if (add(term, strength, !isTold) && isTold && !isHeld) told.push(shelf.printedAs(term));
    }
    if (!isTold) for (const term of together.terms) add(term, 1, true);
  }
  // A number in words that is printed so tells more than all figures that say the same.
  if (alternatives.length === 0 || /^\p{N}/u.test(asked))
    for (const term of together.quantities) add(term, 1, true);
  return { alternatives, told };
}

function alternativesOf(related: readonly Neighbor[], share: number): Concept['alternatives'] {
  return related.map(({ term, similarity }) => ({ terms: [term], factor: similarity * share }));
}
