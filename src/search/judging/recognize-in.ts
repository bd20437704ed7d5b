// Finds the kind of thing asked for in a passage.
import type { Passage, Span } from '../../corpus/passage.ts';
import type { Held } from '../finding.ts';
import { type Recognized, recognize } from '../kinds/recognize.ts';
import type { Question } from '../question/question.ts';
import { withoutMarks } from '../text/tokenizer.ts';

/** What a passage has of the kind that a question asks for, beside what the question brought; offsets into the article's text. */
export function recognizeIn(
  { kind, asksIndividual, shelf }: Question,
  { article, first, last }: Passage,
  held: readonly (Held | undefined)[],
): Recognized {
  const offset = article.sentences[first]?.start ?? 0;
  const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
  const brought = held.flatMap((one) => one?.spans ?? []).map((span) => shift(span, -offset));
  const { spans, mayHold } = recognize(
    kind,
    withoutMarks(article, first, last),
    shelf.index.language.tag,
    brought,
    asksIndividual,
  );
  return { spans: spans.map((span) => shift(span, offset)), mayHold };
}
