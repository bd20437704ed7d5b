// What is seen of a question in passages.
import { type Span, spanOf } from '../../corpus/passage.ts';
import type { AskedWord, Finding, RankedPassage } from '../finding.ts';
import { isSeen, type Kind } from '../kinds/kind.ts';

/** What is seen of a question in its passages, as values: what a reply says of those that it shows is made of them. */
export interface Evidence {
  /** BCP 47 primary tag of the articles. */
  readonly lang: string;
  readonly kind: Kind;
  readonly words: readonly AskedWord[];
  /** In the order in which a reply shows them. */
  readonly passages: readonly RankedPassage[];
}

/** What is said of one word of the question. */
export interface WordStatement {
  /** As the reader typed it. */
  readonly word: string;
  /** `held`: it stands there in some form. `read`: what it was read as does. `lacking`: neither does. */
  readonly state: 'held' | 'read' | 'lacking';
  /** How it is printed there; of what it was read as, what. Each once, in order; none where it lacks. */
  readonly printed: readonly string[];
  /** Of one that lacks, how what is nearest to it in meaning is printed there; empty where nothing is near. */
  readonly near: readonly string[];
  readonly isName: boolean;
  readonly isNumber: boolean;
  readonly isYear: boolean;
}

/** What is said of passages. */
export interface Statement {
  readonly lang: string;
  readonly words: readonly WordStatement[];
  /** Whether anything of the kind asked for stands there; undefined where nothing is said of it. */
  readonly kind:
    | { readonly kind: Kind; readonly state: 'held' | 'lacking'; readonly printed: readonly string[] }
    | undefined;
  /** Years that stand there, where a year that was asked for does not. */
  readonly years: readonly string[];
  /** Words that a sentence quotes from the passages, beside those above. */
  readonly quoted?: readonly string[];
  /** Of how many passages. */
  readonly passages: number;
}

/** The most forms told of a word. */
const MOST_PRINTED = 3;

export function evidenceOf({ lang, kind, words }: Finding, passages: readonly RankedPassage[]): Evidence {
  return { lang: lang ?? 'und', kind, words, passages };
}

/** What can be said of the first passages, of each of which `shown` is displayed. */
export function statementOf(
  { lang, kind, words, passages }: Evidence,
  shown: readonly Span[] = passages.map(spanOf),
): Statement {
  const seen = shown.flatMap((span, at) => {
    const passage = passages[at];
    return passage ? [{ passage, span }] : [];
  });
  const within = (spans: readonly Span[], { start, end }: Span) =>
    spans.filter((span) => span.start >= start && span.end <= end);
  const printedIn = (of: (passage: RankedPassage) => readonly Span[]) =>
    seen.flatMap(({ passage, span }) =>
      within(of(passage), span).map(({ start, end }) => passage.article.text.slice(start, end)),
    );
  const told = words.map(({ word, isName, isNumber, isYear }, at): WordStatement => {
    const holding = (state: 'held' | 'read') =>
      printedIn(({ held }) => (held[at]?.state === state ? held[at].spans : []));
    const held = holding('held');
    const read = held.length > 0 ? [] : holding('read');
    const printed = distinct(held.length > 0 ? held : read);
    const state = held.length > 0 ? 'held' : read.length > 0 ? 'read' : 'lacking';
    const near = state === 'lacking' ? distinct(printedIn((passage) => passage.near[at] ?? [])) : [];
    return { word, state, printed, near, isName, isNumber, isYear };
  });
  const isYearLacking = told.some((word) => word.isYear && word.state === 'lacking');
  const years = isYearLacking ? distinct(printedIn((passage) => passage.years)) : [];
  const answers = printedIn((passage) => passage.answers);
  const lacks = answers.length === 0 && seen.every(({ passage }) => !passage.mayAnswer);
  const state = answers.length > 0 ? 'held' : lacks ? 'lacking' : undefined;
  return {
    lang,
    words: told,
    kind: isSeen(kind) && state && seen.length > 0 ? { kind, state, printed: distinct(answers) } : undefined,
    years,
    passages: seen.length,
  };
}

/** Each form once, whatever its case, without a possessive ending. */
function distinct(printed: readonly string[]): readonly string[] {
  const byForm = new Map<string, string>();
  for (const one of printed.map((form) => form.replace(/['’]s$/, ''))) {
    const form = one.toLowerCase();
    if (!byForm.has(form)) byForm.set(form, one);
  }
  return [...byForm.values()].slice(0, MOST_PRINTED);
}

/** The passages that a reply shows: of the first `most` the first one and those that stand beside it; and the others, in order. */
export function partedForReply(
  passages: readonly RankedPassage[],
  most: number,
): { readonly shown: readonly RankedPassage[]; readonly others: readonly RankedPassage[] } {
  const isShown = (passage: RankedPassage, at: number) => at < most && passage.standsBeside;
  return {
    shown: passages.filter(isShown),
    others: passages.filter((passage, at) => !isShown(passage, at)),
  };
}
