// The words of an index, for phrases.
import { UNSPACED } from '../../corpus/unspaced.ts';
import type { Steps } from '../../steps.ts';
import type { WholeIndex } from '../index/sentence-index.ts';
import { isCommon } from '../text/frequency.ts';
import { SHAPE } from '../text/shape.ts';

/** What a word is to a phrase, as bits. */
export const TRAIT = {
  /** Begins with a capital letter and is no stop word. */
  name: 1,
  number: 2,
  /** Ends in `'s`: a phrase may end with it, and leaves the `'s` out. */
  possessive: 4,
  /** Letters with full stops between them, of which the surface lacks the last: `U.S`. */
  abbreviation: 8,
  /** May join two parts of a name: `Bank of America`. */
  link: 16,
  /** Looks like a verb or an adverb, with which no phrase begins or ends. */
  verbal: 32,
  stop: 64,
  /** Of a script that puts no spaces between words. */
  unspaced: 128,
  /** Looks like an English gerund, with which no phrase begins: `providing technical support`. */
  gerund: 256,
} as const;

/** The words of an index as phrases need them. */
export interface Lexicon {
  /** Folded words. */
  readonly forms: readonly string[];
  readonly formId: ReadonlyMap<string, number>;
  /** Form of each surface. */
  readonly formOf: Uint32Array;
  /** `TRAIT` bits of each surface. */
  readonly traitsOf: Uint16Array;
  /** 1 for surfaces that are names even where they begin a sentence. */
  readonly isNameAnywhere: Uint8Array;
}

/** Small words inside names, of languages that use them: of the, von der, de la. */
const LINKS = new Set('of the de la le du des del di da do dos das von van der den bin ibn al el'.split(' '));
/** English words that the list of stop words lacks and that no phrase holds. */
const ENGLISH_FUNCTION_WORDS = new Set('its not nor rather than also cannot'.split(' '));
/** The commonest English past forms without an ending, with which no phrase ends: `Anna Berg kept the lamp`. */
const ENGLISH_PAST = new Set(
  `became began bought brought built came caught chose cut drew fell felt fought found gave got grew held kept knew
  laid led left lent lost made meant met paid put ran rose said sat saw sent set shot sold spent spoke stood
  taught threw told took understood went won wrote`.split(/\s+/),
);
/** Endings of English verbs and adverbs; shorter words with them are mostly nouns (bed, king, family). */
const ENGLISH_VERBAL = /^(?:\p{Ll}{3,}ed|\p{Ll}{5,}ly)$/u;

/** Words of the index that are read in one step: a few milliseconds. */
const A_STEP = 1024;

export function* makingLexicon(index: WholeIndex): Steps<Lexicon> {
  const { language, surfaces, shapeOfSurface, termOfSurface } = index;
  const english = language.tag === 'en';
  const formId = new Map<string, number>();
  const formOf = new Uint32Array(surfaces.length);
  const traitsOf = new Uint16Array(surfaces.length);
  const isNameAnywhere = insideSentences(index);
  for (const [id, surface] of surfaces.entries()) {
    if (id % A_STEP === 0) yield;
    const form = language.fold(surface);
    const known = formId.get(form) ?? formId.size;
    formId.set(form, known);
    formOf[id] = known;
    const shape = shapeOfSurface[id] ?? 0;
    const isStop = termOfSurface[id] === 0;
    let traits = 0;
    if (isStop || (english && ENGLISH_FUNCTION_WORDS.has(form))) traits |= TRAIT.stop;
    if (LINKS.has(surface)) traits |= TRAIT.link;
    if ((shape & SHAPE.name) !== 0 && !isStop) traits |= TRAIT.name;
    if (/^\p{N}/u.test(surface)) traits |= TRAIT.number;
    if (/['’]s?$/.test(surface)) traits |= TRAIT.possessive;
    if (/^(?:\p{L}\.)+\p{L}$/u.test(surface)) traits |= TRAIT.abbreviation;
    if (english && (ENGLISH_PAST.has(surface) || ENGLISH_VERBAL.test(surface))) traits |= TRAIT.verbal;
    if (english && /^\p{Ll}{2,}ing$/u.test(surface)) traits |= TRAIT.gerund;
    if (UNSPACED.test(surface)) traits |= TRAIT.unspaced;
    traitsOf[id] = traits;
    if (english && (traits & TRAIT.name) !== 0 && !isCommon(form)) isNameAnywhere[id] = 1;
  }
  return { forms: [...formId.keys()], formId, formOf, traitsOf, isNameAnywhere };
}

/** Surfaces that stand somewhere else than at the beginning of a sentence, where a capital tells nothing. */
function insideSentences({ words, wordStart, surfaces, sentenceCount }: WholeIndex): Uint8Array {
  const inside = new Uint8Array(surfaces.length);
  for (let sentence = 0; sentence < sentenceCount; sentence += 1) {
    const end = wordStart[sentence + 1] ?? 0;
    for (let at = (wordStart[sentence] ?? 0) + 1; at < end; at += 1) inside[words[at] ?? 0] = 1;
  }
  return inside;
}
