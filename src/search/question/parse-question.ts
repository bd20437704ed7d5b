// Parses a question.
import type { Range } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import { askingWord, asksIndividual, kindOf } from '../kinds/asked-kind.ts';
import type { Dictionary } from '../text/cc-cedict.ts';
import { deniesIn } from '../text/shape.ts';
import { askedThing } from './asked-thing.ts';
import type { Concept } from './concepts.ts';
import { withoutFrames, withoutQuestionWords } from './frames.ts';
import { possessionIn } from './possession.ts';
import type { Question } from './question.ts';
import { readQuestion } from './read-question.ts';

/** Parses a question for a range of a shelf; `dictionary` reads Chinese for articles in other languages. */
export function parseQuestion(text: string, shelf: Shelf, range: Range, dictionary?: Dictionary): Question {
  const normalized = compatible(text);
  const { language } = shelf.index;
  const asked = withoutFrames(normalized, language.tag);
  const kind = kindOf(asked, language);
  const { concepts: words, readings } = readQuestion(
    withoutQuestionWords(asked, language.tag),
    shelf,
    range,
    dictionary,
  );
  const asking = askingWord(asked, kind, language);
  const isAsking = ({ at }: Concept) => asking !== undefined && at >= asking.start && at < asking.end;
  const concepts = words
    // An `old` oven tells no age: what does is seen by its kind.
    .filter((word) => !(kind === 'age' && isAsking(word) && words.length > 1))
    .map((word) => (isAsking(word) ? { ...word, isAsking: true } : word));
  const denies = deniesIn(language.tag);
  const thing = askedThing(asked);
  return {
    text,
    shelf,
    range,
    concepts,
    readings,
    kind,
    thing: concepts.filter(({ part, at }) => !part && thing && at >= thing.start && at < thing.end),
    possession: possessionIn(asked, shelf.index),
    asksIndividual: asksIndividual(asked, language),
    isTopic: language
      .tokenize(asked)
      .every(({ text: word, start }) => ARTICLES.test(word) || concepts.some((one) => isWithin(start, one))),
    isNegated: language.tokenize(normalized).some((word) => denies(word.text)),
  };
}

const ARTICLES = /^(?:the|an?)$/i;

const isWithin = (start: number, { at, asked }: Concept) => start >= at && start < at + asked.length;

/** A question in NFKC, but with the Thai and Lao vowel AM whole, which NFKC parts and no segmenter knows so. */
function compatible(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u0e4d\u0e32/g, '\u0e33')
    .replace(/\u0ecd\u0eb2/g, '\u0eb3');
}
