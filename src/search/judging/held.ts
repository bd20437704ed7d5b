import type { Passage, Span } from '../../corpus/passage.ts';
import type { Held } from '../finding.ts';
import type { SentenceIndex } from '../index/sentence-index.ts';
import type { Alternative, Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import { withoutMarks } from '../text/tokenizer.ts';

/** What stands at a place of a passage: the term of a word, or of several together. */
interface Printed extends Span {
  readonly term: number;
  readonly text: string;
}

/** Alternatives of less strength only rank: a single character of a Chinese word, a word that looks a little like it. */
const WEAKEST = 0.4;

/** For each concept of a question how a passage has it, in the question's order; undefined where the passage lacks it. */
export function heldIn(
  { concepts, shelf: { index } }: Question,
  passage: Passage,
): readonly (Held | undefined)[] {
  const printed = printedIn(index, passage);
  const at = new Map<number, Printed[]>();
  for (const one of printed) {
    const known = at.get(one.term);
    if (known) known.push(one);
    else at.set(one.term, [one]);
  }
  const offset = index.firstSentence[index.articles.indexOf(passage.article)] ?? 0;
  return concepts.map((concept) => heldAs(concept, at, index, offset, passage));
}

function heldAs(
  concept: Concept,
  at: ReadonlyMap<number, readonly Printed[]>,
  { language }: SentenceIndex,
  offset: number,
  { first, last }: Passage,
): Held | undefined {
  if (concept.isGuess) return undefined;
  const own = new Set(language.tokenize(concept.asked).map(({ text }) => language.stem(text)));
  const isOwn = ({ text }: Printed) =>
    language.tokenize(text).every((word) => own.has(language.stem(word.text)));
  let read: Span[] | undefined;
  let same: Span[] | undefined;
  for (const alternative of concept.alternatives) {
    if (alternative.factor < WEAKEST) continue;
    if (alternative.sentences && !isAmong(alternative.sentences, offset + first, offset + last)) continue;
    const stands = alternative.terms.map((term) => at.get(term) ?? []);
    if (stands.some((places) => places.length === 0)) continue;
    const places = stands.flat();
    if (alternative.isSame || alternative.sentences || places.every(isOwn))
      same = [...(same ?? []), ...places];
    else read = [...(read ?? []), ...places];
  }
  const spans = same ?? read;
  return spans && { state: same ? 'held' : 'read', spans: inOrder(spans) };
}

function isAmong(sentences: NonNullable<Alternative['sentences']>, first: number, last: number): boolean {
  for (let sentence = first; sentence <= last; sentence += 1) if (sentences.has(sentence)) return true;
  return false;
}

/** The words of a passage, and what several say together, by their terms; stop words are left out. */
function printedIn(
  { language, surfaceId, termOfSurface, termId }: SentenceIndex,
  passage: Passage,
): readonly Printed[] {
  const { article, first, last } = passage;
  const offset = article.sentences[first]?.start ?? 0;
  const text = withoutMarks(article, first, last);
  const tokens = language.tokenize(text);
  const place = (start: number, end: number, term: number): Printed => ({
    start: offset + start,
    end: offset + end,
    term,
    text: text.slice(start, end),
  });
  return [
    ...tokens.map(({ text: word, start, end }) =>
      place(start, end, termOfSurface[surfaceId.get(word) ?? -1] ?? 0),
    ),
    ...language.spanTerms(text, tokens).map(({ key, start, end }) => place(start, end, termId.get(key) ?? 0)),
  ].filter(({ term }) => term > 0);
}

/** Spans in their order, without those that another one covers. */
function inOrder(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const { start, end } of ordered) {
    const before = kept.at(-1);
    if (before && end <= before.end) continue;
    kept.push({ start, end });
  }
  return kept;
}
