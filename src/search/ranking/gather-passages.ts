// Gathers sentences to passages.
import type { Span } from '../../corpus/passage.ts';
import type { RankedPassage } from '../finding.ts';
import { COHESION, hasCohesion, openingSentence } from '../index/cohesion.ts';
import { articleAt, type SentenceIndex, termOfPrinted } from '../index/sentence-index.ts';
import type { Question } from '../question/question.ts';
import { withoutMarks } from '../text/tokenizer.ts';
import { HEADING_SHARE } from './parameters.ts';
import type { Candidate, Ranking } from './ranking.ts';

/** A passage before it is judged. */
export type Gathered = Pick<RankedPassage, 'article' | 'first' | 'last' | 'focus' | 'score' | 'matches'>;

/** The best candidates as passages, none of which shares a sentence with another: what an earlier one shows already is left out. */
export function passagesOf(question: Question, ranking: Ranking, limit: number): Gathered[] {
  const passages: Gathered[] = [];
  for (const candidate of ranking.candidates) {
    if (passages.length === limit) break;
    const passage = passageOf(question, ranking, candidate, passages);
    const shown = passages.some(
      ({ article, first, last }) =>
        article === passage.article && first <= passage.focus && passage.focus <= last,
    );
    if (!shown) passages.push(passage);
  }
  return passages;
}

/** How many sentences a passage takes along before its first at the most, for a name that the question asks about. */
const MOST_NAMING = 2;

/**
 * The sentence that a passage opens with. Where from its `opening` on it lacks a name or a figure that the question asks about, it is the
 * sentence shortly before that has it: `He was born in 1856` tells of nobody alone.
 */
function firstNaming(question: Question, { printedOf }: Ranking, opening: number, sentence: number): number {
  const { concepts, shelf } = question;
  const asked = concepts.flatMap(({ isName, isNumber, part }, at) =>
    (isName || isNumber) && !part ? [at] : [],
  );
  const isHeldFrom = (from: number) =>
    asked.every((concept) => {
      for (let at = from; at <= sentence; at += 1)
        if ((printedOf(at)[concept] ?? 0) > HEADING_SHARE) return true;
      return false;
    });
  let first = opening;
  while (!isHeldFrom(first)) {
    const isFar = opening - first === MOST_NAMING;
    if (isFar || hasCohesion(shelf.cohesion, first, COHESION.section)) return opening;
    first -= 1;
  }
  return first;
}

function passageOf(
  question: Question,
  ranking: Ranking,
  candidate: Candidate,
  before: readonly Gathered[],
): Gathered {
  const { concepts, shelf } = question;
  const { index, cohesion } = shelf;
  const at = articleAt(index, candidate.sentence);
  const article = index.articles[at];
  const offset = index.firstSentence[at] ?? 0;
  const focus = candidate.sentence - offset;
  const opening = openingSentence(cohesion, candidate.sentence);
  const naming = firstNaming(question, ranking, opening, candidate.sentence) - offset;
  // What an earlier passage shows is not said again: a row stands alone where its table's header is above already.
  const shown = before.filter(
    (other) => other.article === article && naming <= other.last && other.last < focus,
  );
  const isRow = hasCohesion(cohesion, candidate.sentence, COHESION.row);
  const first = shown.length > 0 && isRow ? focus : Math.max(naming, ...shown.map(({ last }) => last + 1));
  const from = article?.sentences[first];
  const to = article?.sentences[focus];
  if (!article || !from || !to) throw new RangeError(`The index holds no sentence ${candidate.sentence}.`);
  const asked = new Set(
    concepts.flatMap(({ alternatives, isGuess }) =>
      (isGuess ? [] : alternatives).flatMap(({ terms, sentences }) =>
        !sentences || sentences.has(candidate.sentence) ? terms : [],
      ),
    ),
  );
  let matches: readonly Span[] | undefined;
  return {
    article,
    first,
    last: focus,
    focus,
    score: candidate.score,
    // Of most passages nobody asks.
    get matches() {
      matches ??= matchesOf(withoutMarks(article, first, focus), from.start, index, asked);
      return matches;
    },
  };
}

/** Where words of a text, or what they say together, have one of the terms; `offset` is where the text begins. */
function matchesOf(text: string, offset: number, index: SentenceIndex, asked: ReadonlySet<number>): Span[] {
  const { language, termId } = index;
  const tokens = language.tokenize(text);
  const words = tokens.filter((word) => asked.has(termOfPrinted(index, word.text)));
  const spans = language.spanTerms(text, tokens).filter(({ key }) => asked.has(termId.get(key) ?? 0));
  const matches: { start: number; end: number }[] = [];
  for (const { start, end } of [...words, ...spans].sort((a, b) => a.start - b.start)) {
    const last = matches.at(-1);
    if (last && offset + start <= last.end) last.end = Math.max(last.end, offset + end);
    else matches.push({ start: offset + start, end: offset + end });
  }
  return matches;
}
