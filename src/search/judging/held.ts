// How a passage has each concept.
import type { Passage, Span } from '../../corpus/passage.ts';
import { UNSPACED } from '../../corpus/unspaced.ts';
import type { Held } from '../finding.ts';
import { type SentenceIndex, termOfPrinted } from '../index/sentence-index.ts';
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
  const at = new Map<number, Printed[]>();
  const byForm = new Map<string, Printed[]>();
  for (const one of [...printedIn(index, passage), ...marksIn(index, passage)]) {
    if (one.term > 0) at.set(one.term, [...(at.get(one.term) ?? []), one]);
    const form = index.language.fold(one.text);
    byForm.set(form, [...(byForm.get(form) ?? []), one]);
  }
  const offset = index.firstSentence[index.articles.indexOf(passage.article)] ?? 0;
  return concepts.map((concept) => {
    // What is printed as it was typed stands there, whatever it was looked up as.
    const literal = UNSPACED.test(concept.asked)
      ? standingIn(passage, concept.asked)
      : byForm.get(index.language.fold(concept.asked));
    if (literal) return { state: 'held', spans: inOrder(literal) };
    return heldAs(concept, at, index, offset, passage);
  });
}

/** Where a run of a script without spaces stands in a passage, whatever words a segmenter sees there. */
function standingIn({ article, first, last }: Passage, run: string): readonly Span[] | undefined {
  const offset = article.sentences[first]?.start ?? 0;
  const at = withoutMarks(article, first, last).indexOf(run);
  return at < 0 ? undefined : [{ start: offset + at, end: offset + at + run.length }];
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
    const places = stands.length > 1 ? sideBySide(stands.flat()) : stands.flat();
    if (alternative.sentences || places.every(isOwn)) same = [...(same ?? []), ...places];
    else if (!alternative.isSame) read = [...(read ?? []), ...places];
    // What a word says together with its neighbors may stand for another word alone: `es` of `bedeutet es`.
    else if (concept.isNumber || places.every(({ text }) => isAlike(text, concept.asked)))
      same = [...(same ?? []), ...places];
  }
  const spans = same ?? read;
  return spans && { state: same ? 'held' : 'read', spans: inOrder(spans) };
}

/** Letters that two spellings or forms of a word begin with at the least. */
const FEWEST_SHARED = 3;

/** Whether a printed form has the letters of a word, or begins as it does: `Wi-Fi` for `wi`. */
function isAlike(printed: string, asked: string): boolean {
  const [one, other] = [printed, asked].map((text) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, ''));
  if (!one || !other) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.includes(short) && short.length > 1
    ? true
    : one.length >= FEWEST_SHARED && one.slice(0, FEWEST_SHARED) === other.slice(0, FEWEST_SHARED);
}

/** Places with those that stand side by side made one: `Financial Times`. */
function sideBySide(places: readonly Printed[]): readonly Printed[] {
  const joined: Printed[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const before = joined.at(-1);
    if (before && place.start - before.end === 1)
      joined[joined.length - 1] = { ...before, end: place.end, text: `${before.text} ${place.text}` };
    else joined.push(place);
  }
  return joined;
}

function isAmong(sentences: NonNullable<Alternative['sentences']>, first: number, last: number): boolean {
  for (let sentence = first; sentence <= last; sentence += 1) if (sentences.has(sentence)) return true;
  return false;
}

/** The words of the note marks of a passage: no evidence of what it tells, but printed there. */
function marksIn({ language }: SentenceIndex, { article, first, last }: Passage): readonly Printed[] {
  return article.sentences
    .slice(first, last + 1)
    .flatMap(({ marks }) =>
      marks.flatMap(({ start, end }) =>
        language
          .tokenize(article.text.slice(start, end))
          .map((word) => ({ start: start + word.start, end: start + word.end, term: 0, text: word.text })),
      ),
    );
}

/** The words of a passage, and what several say together, with their terms: 0 for stop words. */
function printedIn(index: SentenceIndex, passage: Passage): readonly Printed[] {
  const { language, termId } = index;
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
    ...tokens.map(({ text: word, start, end }) => place(start, end, termOfPrinted(index, word))),
    ...language.spanTerms(text, tokens).map(({ key, start, end }) => place(start, end, termId.get(key) ?? 0)),
  ];
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
