import type { Article } from '../../corpus/article.ts';
import type { Reading } from '../finding.ts';
import { openingSentence } from '../index/cohesion.ts';
import { articleAt, type Scope } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Concept } from '../question/concepts.ts';
import { askedThing, kindOf } from '../question/question-kind.ts';
import { readQuestion } from '../question/read-question.ts';
import { type Ranking, rank } from '../ranking/ranking.ts';
import type { Dictionary } from '../text/cc-cedict.ts';
import { isCommon } from '../text/frequency.ts';
import type { Language } from '../text/language.ts';
import { confidenceOf, evidenceOf, withoutCarryingWord } from './confidence.ts';
import { ofAnother, type Possession } from './possession.ts';

/** A question looked up: how it was read, what ranks best, and how sure it is that this answers. */
export interface LookUp {
  readonly concepts: readonly Concept[];
  readonly readings: readonly Reading[];
  readonly ranking: Ranking;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Words that the question hangs on and that stand nowhere near the best passage. */
  readonly far: readonly Concept[];
  /** What is asked of one owner and told of another. */
  readonly another?: Possession;
  /** Words that stand nowhere in scope, neither in a sentence nor in a heading or title. */
  readonly missing: readonly Concept[];
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
  const missing = concepts.filter((concept) => !concept.part && !concept.found && !inTitle(concept));
  const lacking = carryingWordsLacking(question, concepts, missing, language);
  const another = lacking.length > 0 ? undefined : ofAnother(question, shelf.index, ranking);
  const isCarried = lacking.length === 0 && !another;
  const absentNearby = concepts.filter(
    ({ part, rarity }, i) => !part && (nearby[i] ?? 0) === 0 && rarity >= CARRYING,
  );
  return {
    concepts,
    readings,
    ranking,
    confidence: isCarried ? confidence : withoutCarryingWord(confidence),
    far: isCarried ? absentNearby : lacking,
    missing,
    ...(another ? { another } : {}),
  };
}

/**
 * Words that a question hangs on and that stand nowhere in scope: names, the very thing that is asked for, and the one
 * telling word that is asked of names ("Where was Jensen Huang *born*?").
 */
function carryingWordsLacking(
  question: string,
  concepts: readonly Concept[],
  missing: readonly Concept[],
  { tag }: Language,
): readonly Concept[] {
  const words = concepts.filter(({ part }) => !part);
  const isUnheardOf = (word: Concept) => missing.includes(word) && word.alternatives.length === 0;
  const thing = askedThing(question);
  const asked = words.filter(({ at }) => thing && at >= thing.start && at < thing.end);
  const [only, another] = words.filter(({ isName }) => !isName);
  const asksOneWord =
    tag === 'en' &&
    only &&
    !another &&
    words.length > 1 &&
    (isCommon(only.asked) || /^\p{N}/u.test(only.asked)) &&
    only.rarity >= TELLING &&
    isUnheardOf(only);
  return words.filter(
    (word) =>
      (word.isName && isUnheardOf(word)) ||
      (asked.includes(word) && asked.every((other) => missing.includes(other))) ||
      (asksOneWord && word === only),
  );
}

/** Rarity from which a common English word, or a figure, tells what is asked of a name: `born`, `free`; not `think`. */
const TELLING = 8;
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

const stemsOfTitles = new WeakMap<Article, ReadonlySet<string>>();

/** Stems of the title and the headings of the article that holds a sentence. */
function wordsOfTitles({ index }: Shelf, sentence: number): ReadonlySet<string> {
  const article = index.articles[articleAt(index, sentence)];
  if (!article) return new Set();
  const known = stemsOfTitles.get(article);
  if (known) return known;
  const titles = [article.title, ...article.sections.map(({ heading }) => heading)];
  const words = titles.flatMap((title) => index.language.tokenize(title));
  const stems = new Set(words.map(({ text }) => index.language.stem(text)));
  stemsOfTitles.set(article, stems);
  return stems;
}
