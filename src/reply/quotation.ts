// Makes quotations: the only place that cuts an article.
import { type Passage, quoteMarksIn, type Span, spanOf, textOf } from '../corpus/passage.ts';
import type { Placing } from './attribution.ts';
import type { Button, Quotation } from './reply.ts';

/** How a quotation is shown; its words are never among the choices. */
export interface Showing extends Placing {
  /** Its place in the reply, from 0: A, B … Z, AA, AB … */
  readonly letter?: number;
  /** Words to stress: offsets into the article's text. What reaches beyond the passage is left out. */
  readonly matches?: readonly Span[];
  /** What to underline, in the same way; what is stressed already is left out. */
  readonly answers?: readonly Span[];
  readonly form?: Quotation['form'];
  readonly page?: number;
  readonly button?: Button | undefined;
}

/**
 * Makes a quotation of a passage. The only place where an article's sentences enter a reply. Throws a `RangeError` for
 * a passage that its article does not have, or that runs over a heading.
 */
export function quote({ article, first, last }: Passage, showing: Showing = {}): Quotation {
  const { letter, matches = [], answers = [], page = 0, button } = showing;
  const passage: Passage = { article, first, last };
  const span = spanOf(passage);
  if (article.sentences[first]?.section !== article.sentences[last]?.section) {
    throw new RangeError(`Sentences ${first + 1} to ${last + 1} of ${article.id} are in several sections`);
  }
  const stressed = within(span, matches);
  // Code reads as code only where its characters stand as they are.
  const form = showing.form ?? (isCode(passage) ? 'exact' : 'prose');
  const { underHeading, offsets, naming } = showing;
  return {
    passage,
    text: textOf(passage),
    matches: stressed,
    answers: within(span, answers).flatMap((answer) => beside(answer, stressed)),
    placing: { underHeading, offsets, naming },
    form,
    page,
    ...(letter === undefined ? {} : { letter: letterOf(letter) }),
    ...(button ? { button } : {}),
  };
}

/** The `>` within `span` that are not displayed; all are in the exact form of prose, which shows what the file holds. */
export function hiddenMarksIn(
  { passage, form }: Pick<Quotation, 'passage' | 'form'>,
  span: Span,
): readonly Span[] {
  return form === 'exact' && !isCode(passage) ? [] : quoteMarksIn(passage, span);
}

function isCode({ article, first, last }: Passage): boolean {
  return article.sentences.slice(first, last + 1).every(({ form }) => form === 'fence');
}

/** A, B … Z, AA, AB …: like the columns of a sheet, so that no count runs out of letters. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function within({ start, end }: Span, matches: readonly Span[]): Span[] {
  let reached = start;
  const kept: Span[] = [];
  for (const match of [...matches].sort((a, b) => a.start - b.start)) {
    if (match.start < reached || match.end > end || match.end <= match.start) continue;
    kept.push({ start: match.start, end: match.end });
    reached = match.end;
  }
  return kept;
}

/** What is left of a span beside others, in order. */
function beside(span: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = span.start;
  for (const { start, end } of others) {
    if (end <= from || start >= span.end) continue;
    if (start > from) left.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < span.end) left.push({ start: from, end: span.end });
  return left;
}
