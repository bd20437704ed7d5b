// A sentence as features see it.
import type { Article } from '../../corpus/article.ts';
import { COHESION, hasCohesion } from '../index/cohesion.ts';
import { articleAt, type IndexPart, partAt } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import { genusOf, isSeen } from '../kinds/kind.ts';
import { recognize } from '../kinds/recognize.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import { monthsOf, SHAPE } from '../text/shape.ts';
import { withoutMarks } from '../text/tokenizer.ts';
import { type Alignment, alignmentsIn } from './alignment.ts';
import type { Matches } from './matches.ts';

/** What a sentence holds beside the question's words, counted in words. */
export interface Unasked {
  readonly numbers: number;
  readonly years: number;
  /** Names of months; counted where a time is asked for. */
  readonly months: number;
  /** Words with a capital that do not begin the sentence. */
  readonly names: number;
}

/** One candidate sentence, as its features see it. */
export interface SentenceView {
  readonly question: Question;
  /** Its number in the shelf's index. */
  readonly sentence: number;
  /** BM25 of it or of another sentence; 0 out of range. */
  readonly bm25: (sentence: number) => number;
  /** It opens a paragraph; the next one does; it begins with a pronoun. */
  readonly opens: boolean;
  readonly closes: boolean;
  readonly leans: boolean;
  /** idf of each concept. */
  readonly weights: readonly number[];
  /** How much it, the one and the two before it, and the one after it hold of each concept, from 0 to 1. */
  readonly own: Float32Array;
  readonly before: Float32Array;
  readonly twoBefore: Float32Array;
  readonly after: Float32Array;
  /** For each concept the positions of its words in the sentence. */
  readonly positions: readonly (readonly number[])[];
  readonly firstMatch: number | undefined;
  readonly unasked: Unasked;
  /** Whether it denies something. */
  readonly isNegated: boolean;
  /** What each concept tells among the sentences, also one that none holds. */
  readonly idfs: readonly number[];
  /** How it, and the sentence before and after it in range, stand to the question by what the words mean. */
  readonly alignment: Alignment;
  readonly alignmentBefore: Alignment;
  readonly alignmentAfter: Alignment;
  /** The likeness of each concept's best counterpart in the article's title and the section's heading. */
  readonly inTitles: Float32Array;
  /** Whether something of the kind asked for is recognized in it, beside what the question brought. */
  readonly holdsKind: () => boolean;
}

/** What all views of one question share. */
export interface Scored {
  /** BM25 of the sentences in range, the first at 0. */
  readonly scores: Float32Array;
  /** idf of each concept. */
  readonly weights: readonly number[];
  readonly matchesOf: Matches;
  readonly idfs: readonly number[];
}

/** Looks at one sentence after another, word by word. */
export function viewer(question: Question, scored: Scored): (sentence: number) => SentenceView {
  const { scores, weights, matchesOf, idfs } = scored;
  const alignmentOf = alignmentsIn(question, idfs, matchesOf);
  const inTitlesOf = titleCounterparts(question);
  const holdsKind = kindSeer(question);
  const { range, concepts } = question;
  const { index, cohesion } = question.shelf;
  const readWords = wordReader(question, conceptsByTerm(concepts));
  const bm25 = (sentence: number) =>
    sentence >= range.from && sentence < range.to ? (scores[sentence - range.from] ?? 0) : 0;
  return (sentence) => ({
    question,
    sentence,
    bm25,
    opens: hasCohesion(cohesion, sentence, COHESION.opening),
    closes: hasCohesion(cohesion, sentence + 1, COHESION.opening),
    leans: hasCohesion(cohesion, sentence, COHESION.leaning),
    weights,
    own: matchesOf(sentence),
    before: matchesOf(sentence - 1),
    twoBefore: matchesOf(sentence - 2),
    after: matchesOf(sentence + 1),
    idfs,
    alignment: alignmentOf(sentence),
    alignmentBefore: alignmentOf(sentence - 1),
    alignmentAfter: alignmentOf(sentence + 1),
    inTitles: inTitlesOf(sentence),
    holdsKind: () => holdsKind(sentence),
    ...readWords(partAt(index, sentence), sentence),
  });
}

/** For each section the likeness of each concept's best counterpart in its heading and the article's title. */
function titleCounterparts({ shelf, concepts }: Question): (sentence: number) => Float32Array {
  const { index } = shelf;
  const meanings = concepts.some(({ meaning }) => meaning) ? shelf.meanings() : undefined;
  const bySection = new Map<string, Float32Array>();
  return (sentence) => {
    const at = articleAt(index, sentence);
    const article = index.articles[at];
    const section = article?.sentences[sentence - (index.firstSentence[at] ?? 0)]?.section;
    const id = `${at} ${section}`;
    const known = bySection.get(id);
    if (known) return known;
    const { keys, rows } = titleOver(shelf, article, section);
    const likenesses = Float32Array.from(concepts, ({ meaning, stems }) => {
      if (stems.some((stem) => keys.has(stem))) return 1;
      if (!meaning || meaning.row < 0) return 0;
      return Math.max(0, ...rows.map((row) => meanings?.vectors.cosine(meaning.row, row) ?? 0));
    });
    bySection.set(id, likenesses);
    return likenesses;
  };
}

/** What stands over the sentences of a section: the keys of its words, and the rows of their vectors. */
interface Title {
  readonly keys: ReadonlySet<string>;
  readonly rows: readonly number[];
}

/** Every question asks for the titles over its candidates, and to read one takes as long as a sentence. */
const titles = new WeakMap<Article, Map<number | undefined, Title>>();

function titleOver(shelf: Shelf, article: Article | undefined, section: number | undefined): Title {
  if (!article) return { keys: new Set(), rows: [] };
  const known = titles.get(article) ?? new Map<number | undefined, Title>();
  titles.set(article, known);
  const before = known.get(section);
  if (before) return before;
  const { language } = shelf.index;
  const heading = section === undefined ? undefined : article.sections[section]?.heading;
  const text = `${article.title} ${heading ?? ''}`;
  const words = language.tokenize(text).filter((word) => !language.isStopWord(word.text));
  const rows = words.map((word) => shelf.meanings()?.rowOfWord(word.text) ?? -1).filter((row) => row >= 0);
  const title = { keys: new Set(language.keysIn(text)), rows };
  known.set(section, title);
  return title;
}

/** Tells of a sentence whether it has something of the kind asked for that the question does not name. */
function kindSeer({ text, kind, shelf, asksIndividual }: Question): (sentence: number) => boolean {
  const { index } = shelf;
  const { tokenize, fold, tag } = index.language;
  if (!isSeen(kind)) return () => false;
  const named = new Set(tokenize(text).map((token) => fold(token.text)));
  return (sentence) => {
    const at = articleAt(index, sentence);
    const article = index.articles[at];
    const within = sentence - (index.firstSentence[at] ?? 0);
    if (!article?.sentences[within]) return false;
    const printed = withoutMarks(article, within);
    return recognize(kind, printed, tag, [], asksIndividual).spans.some(({ start, end }) =>
      tokenize(printed.slice(start, end)).some((token) => !named.has(fold(token.text))),
    );
  };
}

function conceptsByTerm(concepts: readonly Concept[]): ReadonlyMap<number, readonly number[]> {
  const byTerm = new Map<number, number[]>();
  concepts.forEach(({ alternatives }, concept) => {
    for (const term of alternatives.flatMap(({ terms, sentences }) => (sentences ? [] : terms))) {
      byTerm.set(term, [...(byTerm.get(term) ?? []), concept]);
    }
  });
  return byTerm;
}

/** Tells of the surfaces of a sentence which match, and what kinds of things the others are. */
function wordReader(
  { shelf: { index }, concepts, kind }: Question,
  byTerm: ReadonlyMap<number, readonly number[]>,
): (
  part: IndexPart,
  sentence: number,
) => Pick<SentenceView, 'positions' | 'firstMatch' | 'unasked' | 'isNegated'> {
  const monthNames = genusOf(kind) === 'time' ? monthsOf(index.language.tag) : undefined;
  return (part, sentence) => {
    const { wordStart, termOfSurface, shapeOfSurface } = part;
    const within = sentence - part.from;
    const surfaces = part.words.subarray(wordStart[within], wordStart[within + 1]);
    const positions: number[][] = concepts.map(() => []);
    const unasked = { numbers: 0, years: 0, months: 0, names: 0 };
    let firstMatch: number | undefined;
    let isNegated = false;
    for (let at = 0; at < surfaces.length; at += 1) {
      const surface = surfaces[at] ?? 0;
      const term = termOfSurface[surface] ?? 0;
      const shape = shapeOfSurface[surface] ?? 0;
      if (shape & SHAPE.negation) isNegated = true;
      const matched = byTerm.get(term);
      if (matched) {
        firstMatch ??= at;
        for (const concept of matched) positions[concept]?.push(at);
        continue;
      }
      // What the question already names cannot be its answer.
      if (shape & SHAPE.number) unasked.numbers += 1;
      if (shape & SHAPE.year) unasked.years += 1;
      if (monthNames?.has((part.surfaces[surface] ?? '').toLowerCase())) unasked.months += 1;
      if (shape & SHAPE.name && at > 0 && term !== 0) unasked.names += 1;
    }
    return { positions, firstMatch, unasked, isNegated };
  };
}
