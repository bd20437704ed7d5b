import type { Article } from '../corpus/article.ts';
import { openingSentence } from './cohesion.ts';
import type { Concept } from './concepts.ts';
import { type Dictionary, dictionary } from './dictionary.ts';
import type { Finding, Outcome, RankedPassage, Reason } from './finding.ts';
import type { Language } from './language.ts';
import type { AskOptions, Library } from './library.ts';
import { confidenceOf, evidenceOf, outcomeOf, withoutCarryingWord } from './outcome.ts';
import { askedThing, isName, kindOf } from './question-kind.ts';
import { type Candidate, type Ranking, rank } from './ranking.ts';
import { readQuestion, readsHan } from './read-question.ts';
import { articleAt, type Scope } from './sentence-index.ts';
import { type Shelf, scopeOf, shelvesOf } from './shelf.ts';

/** UTF-16 units of the longest question. */
export const LONGEST_QUESTION = 300;
const USUAL_LIMIT = 3;

/** Indexes articles, each in its own language. */
export function createLibrary(articles: readonly Article[]): Library {
  const shelves = shelvesOf(articles);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const dictionaryFor = (question: string, shelf: Shelf) =>
    /\p{Script=Han}/u.test(question) && !readsHan(shelf) ? dictionary() : undefined;
  return {
    articles,
    article: (id) => byId.get(id),
    async ask(question, options = {}) {
      if (options.article !== undefined && !byId.has(options.article)) {
        throw new RangeError(`No article has the id ${options.article}.`);
      }
      const unasked = reasonNotToAsk(question);
      if (unasked) return nothing(question, unasked);
      const findings = shelves.flatMap((shelf) => {
        const scope = scopeOf(shelf, options.article);
        return scope
          ? [askShelf(question.normalize('NFKC'), shelf, scope, options, dictionaryFor(question, shelf))]
          : [];
      });
      findings.sort((a, b) => b.confidence - a.confidence);
      const best = findings[0];
      return best ? { ...best, question } : nothing(question, { kind: 'nothing-near' });
    },
    suggest: () => [],
  };
}

function reasonNotToAsk(question: string): Reason | undefined {
  if (question.length > LONGEST_QUESTION)
    return { kind: 'too-long', length: question.length, most: LONGEST_QUESTION };
  if (question.trim() === '') return { kind: 'blank' };
  if (!/[\p{L}\p{N}]/u.test(question)) return { kind: 'symbols' };
  return undefined;
}

function nothing(question: string, reason: Reason): Finding {
  return {
    question,
    outcome: 'absent',
    reason,
    passages: [],
    found: [],
    missing: [],
    readings: [],
    confidence: 0,
  };
}

/** Looks a question up in a scope of a shelf and judges whether the best passage answers it. */
export function lookUp(question: string, shelf: Shelf, scope: Scope, chinese?: Dictionary) {
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

function askShelf(
  question: string,
  shelf: Shelf,
  scope: Scope,
  options: AskOptions,
  chinese?: Dictionary,
): Finding {
  const { concepts, readings, ranking, confidence, far } = lookUp(question, shelf, scope, chinese);
  if (concepts.length === 0) return nothing(question, { kind: 'stop-words' });
  const passages = passagesOf(shelf, ranking, concepts, options.limit ?? USUAL_LIMIT);
  const [closest] = passages;
  const outcome = closest ? outcomeOf(confidence) : 'absent';
  const words = concepts.filter(({ part }) => !part);
  return {
    question,
    outcome,
    reason: reasonFor(outcome, far),
    passages: outcome === 'absent' ? [] : passages,
    ...(outcome === 'absent' && closest ? { closest } : {}),
    found: words.filter(({ found }) => found).map(({ asked }) => asked),
    missing: words.filter(({ found }) => !found).map(({ asked }) => asked),
    readings,
    confidence,
  };
}

function reasonFor(outcome: Outcome, far: readonly Concept[]): Reason {
  if (outcome === 'found') return { kind: 'covered' };
  if (outcome === 'absent') return { kind: 'nothing-near' };
  return far.length > 0 ? { kind: 'missing', words: far.map(({ asked }) => asked) } : { kind: 'thin' };
}

/** The best candidates as passages; one that an earlier passage shows already is left out. */
function passagesOf(
  shelf: Shelf,
  { candidates }: Ranking,
  concepts: readonly Concept[],
  limit: number,
): RankedPassage[] {
  const passages: RankedPassage[] = [];
  for (const candidate of candidates) {
    if (passages.length === limit) break;
    const passage = passageOf(shelf, candidate, concepts);
    const shown = passages.some(
      ({ article, first, last }) =>
        article === passage.article && first <= passage.focus && passage.focus <= last,
    );
    if (!shown) passages.push(passage);
  }
  return passages;
}

function passageOf(
  { index, cohesion }: Shelf,
  candidate: Candidate,
  concepts: readonly Concept[],
): RankedPassage {
  const at = articleAt(index, candidate.sentence);
  const article = index.articles[at];
  const offset = index.firstSentence[at] ?? 0;
  const focus = candidate.sentence - offset;
  const first = openingSentence(cohesion, candidate.sentence) - offset;
  const from = article?.sentences[first];
  const to = article?.sentences[focus];
  if (!article || !from || !to) throw new RangeError(`The index holds no sentence ${candidate.sentence}.`);
  const { language, termId } = index;
  const asked = new Set(concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)));
  const matches: { start: number; end: number }[] = [];
  for (const { text, start, end } of language.tokenize(article.text.slice(from.start, to.end))) {
    if (!asked.has(termId.get(language.stem(text)) ?? 0)) continue;
    const last = matches.at(-1);
    if (last && from.start + start <= last.end) last.end = Math.max(last.end, from.start + end);
    else matches.push({ start: from.start + start, end: from.start + end });
  }
  return { article, first, last: focus, focus, score: candidate.score, matches };
}
