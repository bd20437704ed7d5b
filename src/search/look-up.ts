import { openingSentence } from './cohesion.ts';
import type { Concept } from './concepts.ts';
import type { Dictionary } from './dictionary.ts';
import type { Reading } from './finding.ts';
import type { Language } from './language.ts';
import { confidenceOf, evidenceOf, withoutCarryingWord } from './outcome.ts';
import { askedThing, isName, kindOf } from './question-kind.ts';
import { type Ranking, rank } from './ranking.ts';
import { readQuestion } from './read-question.ts';
import { articleAt, type Scope } from './sentence-index.ts';
import type { Shelf } from './shelf.ts';

/** A question looked up: how it was read, what ranks best, and how sure it is that this answers. */
export interface LookUp {
  readonly concepts: readonly Concept[];
  readonly readings: readonly Reading[];
  readonly ranking: Ranking;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Words that the question hangs on and that stand nowhere near the best passage. */
  readonly far: readonly Concept[];
}

/** Looks a question up in a scope of a shelf and judges whether the best passage answers it. */
export function lookUp(question: string, shelf: Shelf, scope: Scope, chinese?: Dictionary): LookUp {
  const { language } = shelf.index;
  const { concepts, readings } = readQuestion(question, shelf, scope, chinese);
  const ranking = rank(shelf, scope, concepts, kindOf(question, language));
  const { passage, nearby } = coverageOf(shelf, ranking, concepts.length);
  let told: ReadonlySet<string> | undefined;
  const inTitle = ({ stems }: Concept) => {
    told ??= wordsOfTitles(shelf, ranking.candidates[0]?.sentence ?? scope.from);
    return stems.some((stem) => told?.has(stem));
  };
  const evidence = evidenceOf(concepts, passage, nearby, inTitle);
  const confidence = confidenceOf(evidence);
  const lacking = carryingWordsLacking(question, concepts, language, inTitle);
  if (lacking.length > 0) {
    return { concepts, readings, ranking, confidence: withoutCarryingWord(confidence), far: lacking };
  }
  const far = concepts.filter(({ part, rarity }, i) => !part && (nearby[i] ?? 0) === 0 && rarity >= CARRYING);
  return { concepts, readings, ranking, confidence, far };
}

/** Words that a question hangs on and that stand nowhere in scope: names, and the very thing that is asked for. */
function carryingWordsLacking(
  question: string,
  concepts: readonly Concept[],
  language: Language,
  inTitle: (concept: Concept) => boolean,
): readonly Concept[] {
  const lacks = (concept: Concept) => !concept.part && !concept.found && !inTitle(concept);
  const names = concepts.filter(
    (concept) =>
      lacks(concept) &&
      concept.alternatives.length === 0 &&
      isName(concept.asked, concept.at, question, language),
  );
  const thing = askedThing(question);
  const named = concepts.filter(({ at, part }) => thing && !part && at >= thing.start && at < thing.end);
  return named.every(lacks) ? [...new Set([...names, ...named])] : names;
}

/** Rarity from which a word that is not near the passage is named as what the answer lacks. */
const CARRYING = 9;
/** How many sentences on each side of the best passage count as near it. */
const NEAR = 2;

/** How much of each concept the best passage holds, and it together with the sentences near it. */
function coverageOf(shelf: Shelf, { candidates, matchesOf }: Ranking, conceptCount: number) {
  const passage = new Float32Array(conceptCount);
  const nearby = new Float32Array(conceptCount);
  const [top] = candidates;
  if (!top) return { passage, nearby };
  const first = openingSentence(shelf.cohesion, top.sentence);
  for (let sentence = first - NEAR; sentence <= top.sentence + NEAR; sentence += 1) {
    const within = sentence >= first && sentence <= top.sentence;
    matchesOf(sentence).forEach((match, concept) => {
      nearby[concept] = Math.max(nearby[concept] ?? 0, match);
      if (within) passage[concept] = Math.max(passage[concept] ?? 0, match);
    });
  }
  return { passage, nearby };
}

/** Stems of the title and the headings of the article that holds a sentence. */
function wordsOfTitles({ index }: Shelf, sentence: number): ReadonlySet<string> {
  const article = index.articles[articleAt(index, sentence)];
  const titles = article ? [article.title, ...article.sections.map(({ heading }) => heading)] : [];
  return new Set(
    titles.flatMap((title) => index.language.tokenize(title).map(({ text }) => index.language.stem(text))),
  );
}
