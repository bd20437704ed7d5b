// What a reply claims, as values.
import { type Article, shownIdOf } from '../corpus/article.ts';
import { type Passage, type Span, sizeOf, spanOf } from '../corpus/passage.ts';
import { sha256 } from '../corpus/sha256.ts';
import type { Checked, Edit, MarkDifference } from '../search/search.ts';
import type { SummaryLength } from './action.ts';
import { type Source, saySource, shortRevision, sourceOf } from './attribution.ts';
import { languageName } from './language-name.ts';
import { lackingIn, notesOf } from './notes.ts';
import { letterOf } from './quotation.ts';
import type { Block, Quotation } from './reply.ts';
import { shorten } from './shorten.ts';
import {
  besideOf,
  editsIn,
  marksIn,
  sayEdits,
  sayMarksToo,
  sayVerdict,
  type Verdict,
  verdictOn,
} from './verdict.ts';
import type { Printed, Words } from './words.ts';

/** What a renderer has room for: which slice of each quotation is displayed, in order, and how many entries of a list. */
export interface Shown {
  readonly quoted: readonly { readonly passage: Passage; readonly span: Span }[];
  readonly entries: number;
}

/** Everything that `blocks` hold, of each quotation the whole or what `spanFor` says. */
export function allOf(
  blocks: readonly Block[],
  spanFor: (quotation: Quotation) => Span = ({ passage }) => spanOf(passage),
): Shown {
  const quoted = blocks.flatMap((block) =>
    block.kind === 'quotation' ? [{ passage: block.quotation.passage, span: spanFor(block.quotation) }] : [],
  );
  return { quoted, entries: blocks.filter(({ kind }) => kind === 'entry').length };
}

/** What a list is of, so that whoever proves its length can count again. */
export type Listed =
  /** `before` others stand before them. */
  | { readonly of: 'passages'; readonly passages: readonly Passage[]; readonly before: number }
  | {
      readonly of: 'summary';
      readonly article: Article;
      readonly length: SummaryLength;
      readonly section?: number | undefined;
    }
  | { readonly of: 'note'; readonly article: Article; readonly mark: string }
  | { readonly of: 'articles'; readonly articles: readonly Article[] };

/** An article, or one of its sections by its index. */
export interface Whole {
  readonly article: Article;
  readonly section?: number | undefined;
}

/**
 * What a reply says of its articles and of what it shows, as values. How much of it is shown is not known when it is
 * written, so that no number of that stands here: `settle` adds it, and `say` makes words of it.
 */
export type Claim =
  /** How many passages are shown; `articles` were searched. */
  | {
      readonly kind: 'count';
      readonly as: Counted;
      readonly articles: number;
      /** How many stand before them that are not counted. */
      readonly before?: number;
    }
  /** What became of a reader's quotation, of those of so many articles; and the words in which it differs, `most` of them. */
  | ({ readonly kind: 'verdict'; readonly quotation: string; readonly checked: Checked } & Printed)
  /** Marks that differ beside its words; what little of its sentence the article prints before and behind it. */
  | { readonly kind: 'marks-too' | 'beside'; readonly quotation: string; readonly checked: Checked }
  | {
      readonly kind: 'edits';
      readonly quotation: string;
      readonly checked: Checked;
      readonly most: number;
    }
  /** Which items of a list are shown: `from` were passed over, and there are `all`. */
  | {
      readonly kind: 'range';
      readonly as: Ranged;
      readonly from: number;
      readonly all: number;
      readonly list: Listed;
    }
  /** How much of an article or a section is shown, and which sentences of it. */
  | ({ readonly kind: 'coverage' | 'places' } & Whole)
  /** Of what a summary is: an article, or the section that is named. */
  | ({ readonly kind: 'summary'; readonly length: SummaryLength } & Whole)
  /** How many articles are held. */
  | { readonly kind: 'held'; readonly articles: readonly Article[] }
  /** How many sentences of articles print a note mark. */
  | { readonly kind: 'note'; readonly mark: string; readonly articles: readonly Article[] }
  /** What was searched without finding anything. */
  | {
      readonly kind: 'compared';
      readonly as: 'question' | 'message';
      readonly articles: readonly Article[];
    }
  /** In which language an article is, how many sections and sentences it has; its id and revision; who stands behind it. */
  | { readonly kind: 'size' | 'identity' | 'source' | 'text-hash'; readonly article: Article }
  /** Its sections, or the articles that there are: by name, at most so many. */
  | { readonly kind: 'sections'; readonly article: Article }
  | { readonly kind: 'titles'; readonly articles: readonly Article[] }
  /** Which sentences print a note mark; which numbers between its marks an article does not print. */
  | { readonly kind: 'note-places'; readonly article: Article; readonly mark: string }
  | { readonly kind: 'note-gaps'; readonly article: Article }
  /** The sha256 of what is displayed of a quotation, by its place in the reply, from 0; the first has the letter after `lettered`. */
  | { readonly kind: 'hash'; readonly at: number; readonly lettered: number }
  /** That what is shown is all of an article. */
  | { readonly kind: 'whole'; readonly article: Article };

/** How a count of passages is said. */
export type Counted =
  | 'found'
  | 'chosen'
  | 'verified'
  | 'nearest for everyone'
  | 'on a message'
  | 'perhaps on a message'
  | 'others on a message';

/** How it is said which items of a list are shown. */
export type Ranged = 'passages' | 'quotations' | 'sentences' | 'articles';

/** Numbers of sentences from one to another, both of them included. */
export type Range = readonly [from: number, to: number];

/** A claim with what turned out to be shown. Sentences and items of a list count from 1. */
export type Settled =
  | { readonly kind: 'count'; readonly as: Counted; readonly shown: number; readonly articles: number }
  | {
      readonly kind: 'range';
      readonly as: Ranged;
      readonly first: number;
      readonly last: number;
      readonly of: number;
    }
  | {
      readonly kind: 'coverage';
      readonly ofSection: boolean;
      readonly shown: number;
      readonly of: number;
      /** Such as `46` or `<1`. */
      readonly percent: string;
      /** Whether a `[…]` stands between what is shown. */
      readonly gaps: boolean;
    }
  | {
      readonly kind: 'places';
      readonly ranges: readonly Range[];
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: 'summary'; readonly length: SummaryLength; readonly heading: string }
  | { readonly kind: 'held'; readonly articles: number }
  | { readonly kind: 'note'; readonly mark: string; readonly sentences: number }
  | {
      readonly kind: 'compared';
      readonly as: 'question' | 'message';
      readonly sentences: number;
      readonly articles: number;
    }
  | {
      readonly kind: 'size';
      readonly lang: string;
      readonly sections: number;
      readonly sentences: number;
    }
  | { readonly kind: 'identity'; readonly id: string; readonly shownId: string; readonly revision: string }
  | ({ readonly kind: 'source' } & Source)
  | { readonly kind: 'sections' | 'titles'; readonly names: readonly string[]; readonly more: number }
  | {
      readonly kind: 'note-places';
      readonly mark: string;
      readonly sentences: readonly number[];
      readonly more: number;
    }
  | { readonly kind: 'note-gaps'; readonly marks: readonly string[] }
  | { readonly kind: 'text-hash'; readonly title: string; readonly hex: string }
  | { readonly kind: 'hash'; readonly letter: string; readonly hex: string }
  | { readonly kind: 'whole' }
  | ({ readonly kind: 'verdict' } & Verdict)
  | { readonly kind: 'marks-too'; readonly marks: readonly MarkDifference[]; readonly more: number }
  | { readonly kind: 'beside'; readonly before: string; readonly behind: string }
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly more: number };

/** How much of a title stands in a claim, in UTF-16 units. */
const MOST_OF_A_TITLE = 100;
/** How many sections or articles are named, sentences of a note mark, and numbers that lack. */
const MOST_NAMED = 12;
const MOST_LACKING = 20;

/** What a claim says now that it is known what is shown; undefined where there is nothing to say. */
export function settle(claim: Claim, shown: Shown): Settled | undefined {
  switch (claim.kind) {
    case 'count': {
      const count = shown.quoted.length - (claim.before ?? 0);
      return count <= 0 ? undefined : { kind: 'count', as: claim.as, shown: count, articles: claim.articles };
    }
    case 'verdict':
      return { kind: 'verdict', ...verdictOn(claim.quotation, claim.checked, claim) };
    case 'edits':
      return { kind: 'edits', ...editsIn(claim.checked, claim.most) };
    case 'marks-too': {
      const told = claim.checked.kind === 'different' ? marksIn(claim.checked) : undefined;
      return told && told.marks.length > 0 ? { kind: 'marks-too', ...told } : undefined;
    }
    case 'beside': {
      const told = besideOf(claim.checked);
      return told && { kind: 'beside', ...told };
    }
    case 'range':
      return rangeOf(claim, shown);
    case 'coverage':
      return coverageOf(claim, shown);
    case 'places':
      return placesOf(claim, shown);
    case 'summary': {
      const section = claim.section === undefined ? undefined : claim.article.sections[claim.section];
      return {
        kind: 'summary',
        length: claim.length,
        heading: shorten(section?.heading ?? '', MOST_OF_A_TITLE),
      };
    }
    case 'held':
      return { kind: 'held', articles: claim.articles.length };
    case 'note': {
      const printing = claim.articles.map((article) => notesOf(article).get(claim.mark)?.length ?? 0);
      return { kind: 'note', mark: claim.mark, sentences: printing.reduce((sum, n) => sum + n, 0) };
    }
    case 'compared': {
      const sentences = claim.articles.reduce((sum, article) => sum + article.sentences.length, 0);
      return { kind: 'compared', as: claim.as, sentences, articles: claim.articles.length };
    }
    case 'size': {
      const { lang, sections, sentences } = claim.article;
      const headed = sections.filter(({ heading }) => heading !== '').length;
      return { kind: 'size', lang, sections: headed, sentences: sentences.length };
    }
    case 'identity':
      return {
        kind: 'identity',
        id: claim.article.id,
        shownId: shownIdOf(claim.article),
        revision: shortRevision(claim.article),
      };
    case 'source':
      return { kind: 'source', ...sourceOf(claim.article) };
    case 'sections':
    case 'titles': {
      const names =
        claim.kind === 'titles'
          ? claim.articles.map(({ title }) => title)
          : claim.article.sections.map(({ heading }) => heading);
      const told = names.filter((name) => name !== '').map((name) => shorten(name, MOST_OF_A_TITLE));
      if (told.length === 0) return undefined;
      const named = told.slice(0, MOST_NAMED);
      return { kind: claim.kind, names: named, more: told.length - named.length };
    }
    case 'note-places': {
      const sentences = (notesOf(claim.article).get(claim.mark) ?? []).map((index) => index + 1);
      const named = sentences.slice(0, MOST_NAMED);
      return {
        kind: 'note-places',
        mark: claim.mark,
        sentences: named,
        more: sentences.length - named.length,
      };
    }
    case 'note-gaps': {
      const lacking = lackingIn([...notesOf(claim.article).keys()]).slice(0, MOST_LACKING);
      return lacking.length === 0 ? undefined : { kind: 'note-gaps', marks: lacking };
    }
    case 'text-hash': {
      const { title, text } = claim.article;
      return { kind: 'text-hash', title: shorten(title, MOST_OF_A_TITLE), hex: sha256(text) };
    }
    case 'hash': {
      const quoted = shown.quoted[claim.at];
      if (!quoted) return undefined;
      const { passage, span } = quoted;
      const slice = passage.article.text.slice(span.start, span.end);
      return { kind: 'hash', letter: letterOf(claim.lettered + claim.at), hex: sha256(slice) };
    }
    case 'whole': {
      const isWhole = displayedOf(claim, shown).length === claim.article.sentences.length;
      return isWhole ? { kind: 'whole' } : undefined;
    }
  }
}

/** A settled claim in the words of the interface. */
export function say(settled: Settled, words: Words): string {
  switch (settled.kind) {
    case 'count':
      return sayCount(settled, words);
    case 'verdict':
      return sayVerdict(settled, words);
    case 'marks-too':
      return sayMarksToo(settled.marks, settled.more, words);
    case 'beside':
      return words.find.beside(settled.before, settled.behind);
    case 'edits':
      return sayEdits(settled.edits, settled.more, words);
    case 'range': {
      const { as, first, last, of } = settled;
      if (as === 'passages') return words.ask.range(first, last, of);
      return (as === 'quotations' ? words.summary : words.sources).continued(first, last, of);
    }
    case 'coverage': {
      const { ofSection, shown, of, percent, gaps } = settled;
      if (of === 0) return words.summary.empty;
      return words.summary[ofSection ? 'sectionCoverage' : 'coverage'](shown, of, percent, gaps);
    }
    case 'places': {
      const { ranges, first, last } = settled;
      const told = ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
      return `${barOf(settled)} · ${words.summary.places(told, first, last)}`;
    }
    case 'summary':
      return settled.heading
        ? words.summary.ofSection(settled.length, settled.heading)
        : words.summary.heading(settled.length);
    case 'held':
      return words.sources.heading(settled.articles);
    case 'note':
      return words.sources.noteHeading(settled.mark, settled.sentences);
    case 'compared':
      return words[settled.as === 'question' ? 'ask' : 'find'].compared(settled.sentences, settled.articles);
    case 'size':
      return words.sources.size(
        languageName(settled.lang, words.locale),
        settled.sections,
        settled.sentences,
      );
    case 'identity':
      return words.sources.identity(settled.shownId, settled.revision);
    case 'source':
      return saySource(settled, words);
    case 'sections':
      return words.ask.sections(settled.names, settled.more);
    case 'titles':
      return words.ask.articles(settled.names, settled.more);
    case 'note-places':
      return words.sources.noteLine(settled.mark, settled.sentences.map(String), settled.more);
    case 'note-gaps':
      return words.sources.notOccurring(settled.marks);
    case 'text-hash':
      return words.verify.textHash(settled.title, settled.hex);
    case 'hash':
      return words.verify.passageHash(settled.letter, settled.hex);
    case 'whole':
      return words.context.whole;
  }
}

function sayCount(
  { as, shown, articles }: Extract<Settled, { kind: 'count' }>,
  { ask, find, verify }: Words,
): string {
  switch (as) {
    case 'found':
      return ask.found(shown, articles);
    case 'chosen':
      return ask.chosen(shown);
    case 'verified':
      return verify.matches(shown);
    case 'nearest for everyone':
      return ask.sharedUnclear(shown);
    case 'on a message':
      return find.heading(shown, articles);
    case 'perhaps on a message':
      return find.cannotTell(shown);
    case 'others on a message':
      return find.passages(shown);
  }
}

/** Text of the interface, or a claim in its words; empty where there is nothing to say. */
export function tell(told: string | Claim, shown: Shown, words: Words): string {
  if (typeof told === 'string') return told;
  const settled = settle(told, shown);
  return settled ? say(settled, words) : '';
}

function rangeOf({ as, from, all }: Extract<Claim, { kind: 'range' }>, shown: Shown): Settled | undefined {
  const count = as === 'articles' ? shown.entries : shown.quoted.length;
  // Where all of a list is shown, nothing need be said of it.
  if (count === 0 || (from === 0 && count >= all)) return undefined;
  return { kind: 'range', as, first: from + 1, last: from + count, of: all };
}

/** From which sentence to which a whole goes: indexes, the end exclusive. */
function boundsOf({ article, section }: Whole): { readonly first: number; readonly end: number } {
  const part = section === undefined ? undefined : article.sections[section];
  return part ?? { first: 0, end: article.sentences.length };
}

/** The sentences of a whole that are displayed from the first character to the last: indexes, ascending. */
function displayedOf(whole: Whole, { quoted }: Shown): number[] {
  const { first, end } = boundsOf(whole);
  const displayed = new Set<number>();
  for (const { passage, span } of quoted) {
    if (passage.article !== whole.article) continue;
    for (let index = passage.first; index <= passage.last; index += 1) {
      const sentence = passage.article.sentences[index];
      if (sentence && sentence.start >= span.start && sentence.end <= span.end) displayed.add(index);
    }
  }
  return [...displayed].filter((index) => index >= first && index < end).sort((a, b) => a - b);
}

function coverageOf(whole: Whole, shown: Shown): Settled | undefined {
  const { article, section } = whole;
  const { first, end } = boundsOf(whole);
  const displayed = displayedOf(whole, shown);
  if (displayed.length === 0 && end > first) return undefined;
  const all = sizeOf(article.sentences.slice(first, end));
  const part = sizeOf(displayed.flatMap((index) => article.sentences[index] ?? []));
  return {
    kind: 'coverage',
    ofSection: section !== undefined,
    shown: displayed.length,
    of: end - first,
    percent: percentOf(part, all),
    gaps: displayed.some((index, at) => at > 0 && index - 1 !== displayed[at - 1]),
  };
}

/** Never 0 for a part, never 100 for less than all. */
function percentOf(part: number, all: number): string {
  if (part === all) return '100';
  const percent = Math.round((100 * part) / all);
  return percent === 0 ? '<1' : String(Math.min(percent, 99));
}

function placesOf(whole: Whole, shown: Shown): Settled | undefined {
  const { first, end } = boundsOf(whole);
  const displayed = displayedOf(whole, shown);
  if (end - first < 2 || displayed.length === 0) return undefined;
  const ranges: [number, number][] = [];
  for (const index of displayed) {
    const last = ranges.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else ranges.push([index + 1, index + 1]);
  }
  return { kind: 'places', ranges, first: first + 1, last: end };
}

/** At most so many blocks show where sentences stand. */
const MOST_BLOCKS = 40;

/** A line of blocks, one for each stretch of sentences: filled where one of them is shown. */
function barOf({ ranges, first, last }: Extract<Settled, { kind: 'places' }>): string {
  const count = last - first + 1;
  const stretch = Math.ceil(count / MOST_BLOCKS);
  const isFilled = (at: number) => {
    const from = first + at * stretch;
    return ranges.some(([start, end]) => start < from + stretch && end >= from);
  };
  return Array.from({ length: Math.ceil(count / stretch) }, (_, at) => (isFilled(at) ? '▮' : '▯')).join('');
}
