import type { Span } from '../../corpus/passage.ts';
import type { RankedPassage } from '../finding.ts';
import { openingSentence } from '../index/cohesion.ts';
import { articleAt, type SentenceIndex } from '../index/sentence-index.ts';
import type { Question } from '../question/question.ts';
import { withoutMarks } from '../text/tokenizer.ts';
import type { Candidate, Ranking } from './ranking.ts';

/** The best candidates as passages; one that an earlier passage shows already is left out. */
export function passagesOf(question: Question, { candidates }: Ranking, limit: number): RankedPassage[] {
  const passages: RankedPassage[] = [];
  for (const candidate of candidates) {
    if (passages.length === limit) break;
    const passage = passageOf(question, candidate);
    const shown = passages.some(
      ({ article, first, last }) =>
        article === passage.article && first <= passage.focus && passage.focus <= last,
    );
    if (!shown) passages.push(passage);
  }
  return passages;
}

function passageOf({ concepts, shelf }: Question, candidate: Candidate): RankedPassage {
  const { index, cohesion } = shelf;
  const at = articleAt(index, candidate.sentence);
  const article = index.articles[at];
  const offset = index.firstSentence[at] ?? 0;
  const focus = candidate.sentence - offset;
  const first = openingSentence(cohesion, candidate.sentence) - offset;
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
  const matches = matchesOf(withoutMarks(article, first, focus), from.start, index, asked);
  return { article, first, last: focus, focus, score: candidate.score, matches };
}

/** Where words of a text, or what they say together, have one of the terms; `offset` is where the text begins. */
function matchesOf(
  text: string,
  offset: number,
  { language, surfaceId, termOfSurface, termId }: SentenceIndex,
  asked: ReadonlySet<number>,
): Span[] {
  const tokens = language.tokenize(text);
  const words = tokens.filter((word) => asked.has(termOfSurface[surfaceId.get(word.text) ?? -1] ?? 0));
  const spans = language.spanTerms(text, tokens).filter(({ key }) => asked.has(termId.get(key) ?? 0));
  const matches: { start: number; end: number }[] = [];
  for (const { start, end } of [...words, ...spans].sort((a, b) => a.start - b.start)) {
    const last = matches.at(-1);
    if (last && offset + start <= last.end) last.end = Math.max(last.end, offset + end);
    else matches.push({ start: offset + start, end: offset + end });
  }
  return matches;
}
