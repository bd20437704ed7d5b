// Lists the questions that were answered wrong.
import type { Asked, Score } from './score.ts';

/** The answerable questions whose first passage is not the answer, with that passage and the right sentences. */
export function missesOf(score: Score): string[] {
  return score.asked.filter(({ question, rank }) => question.answerable && rank !== 1).map(describe);
}

function describe({ article, question, answer, rank }: Asked): string {
  const [first] = answer.passages;
  const right = article.sentences.filter(({ start, end }) =>
    question.answers.some((offset) => start <= offset && offset < end),
  );
  const oneLine = (start: number, end: number) => article.text.slice(start, end).replace(/\s+/g, ' ');
  const place = rank === undefined ? 'not answered' : `answered at ${rank}`;
  const judged = answer.outcome ? `, ${answer.outcome} ${answer.confidence?.toFixed(2)}` : '';
  return [
    `${article.id} ${question.id}: ${place}${judged}`,
    `  asked  ${question.question}`,
    `  first  ${first ? oneLine(first.start, first.end) : '–'}`,
    ...new Set(right.map(({ start, end }) => `  right  ${oneLine(start, end)}`)),
  ].join('\n');
}
