import type { RankedPassage } from '../finding.ts';
import { openingSentence } from '../index/cohesion.ts';
import { articleAt } from '../index/sentence-index.ts';
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
  const { language, surfaceId, termOfSurface } = index;
  const asked = new Set(concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)));
  const matches: { start: number; end: number }[] = [];
  for (const { text, start, end } of language.tokenize(withoutMarks(article, first, focus))) {
    if (!asked.has(termOfSurface[surfaceId.get(text) ?? -1] ?? 0)) continue;
    const last = matches.at(-1);
    if (last && from.start + start <= last.end) last.end = Math.max(last.end, from.start + end);
    else matches.push({ start: from.start + start, end: from.start + end });
  }
  return { article, first, last: focus, focus, score: candidate.score, matches };
}
