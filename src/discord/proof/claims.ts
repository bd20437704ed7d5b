// Proves what a message says of its articles.
import { createHash } from 'node:crypto';
import type { Article } from '../../corpus/article.ts';
import type { Place, Source } from '../../reply/attribution.ts';
import type { Claim, Listed, Settled, Whole } from '../../reply/claim.ts';
import { type Library, summarize } from '../../search/search.ts';
import type { Composed } from '../message/compose.ts';
import type { Quoted } from '../message/pieces.ts';
import { falseLinks } from './links.ts';
import { entriesDisplayed, quotationsDisplayed } from './proof.ts';
import { bare, falseBeside, falseEdits, falseMarks, falseVerdict } from './verdicts.ts';

/**
 * What was not proved: a claim, by its place in the message, from 0, a quotation of which a false place is told, or the
 * address of a link.
 */
export interface Unproved {
  readonly what: Claim | number | string;
  /** For the log, without a word of the text. */
  readonly why: string;
}

/** A message as it is displayed, and what it can be compared with. */
interface Sight {
  /** The words of each quotation, in order. */
  readonly read: readonly string[];
  readonly quoted: readonly Quoted[];
  readonly entries: number;
  readonly library: Library;
}

/**
 * What a message says of its articles and of what it shows that is not so. Each number is counted again, from the message as it is
 * displayed and from the articles held, by other code than wrote it. Expects a message whose quotations are proved.
 */
export function unprovedIn(composed: Composed, library: Library): readonly Unproved[] {
  const { said, quoted } = composed;
  const sight: Sight = {
    read: quotationsDisplayed(composed),
    quoted,
    entries: entriesDisplayed(composed),
    library,
  };
  const claims = said.flatMap(({ claim, settled }): Unproved[] => {
    const why = falsehood(claim, settled, sight);
    return why === undefined ? [] : [{ what: claim, why: `${claim.kind}: ${why}` }];
  });
  const places = quoted.flatMap(({ told }, at): Unproved[] => {
    const why = told && misplaced(told.place, at, sight);
    return why === undefined ? [] : [{ what: at, why: `place of quotation ${at + 1}: ${why}` }];
  });
  return [...claims, ...places, ...falseLinks(composed, library)];
}

/** What rounding to whole percent may differ by, and what floating point adds. */
const HALF = 0.5 + 1e-9;

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const hexOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** What is wrong with a claim, or undefined. */
function falsehood(claim: Claim, settled: Settled, sight: Sight): string | undefined {
  const { read, entries, library } = sight;
  if (settled.kind !== claim.kind) return 'another claim';
  switch (settled.kind) {
    case 'count': {
      if (claim.kind !== 'count') return 'another claim';
      if (settled.shown !== read.length - (claim.before ?? 0))
        return `${settled.shown} said, ${read.length} displayed`;
      return settled.articles > library.articles.length ? 'more articles than are held' : undefined;
    }
    case 'verdict':
      return claim.kind === 'verdict' ? falseVerdict(settled, claim, sight) : 'another claim';
    case 'marks-too':
      return claim.kind === 'marks-too' ? falseMarks(settled, claim, library) : 'another claim';
    case 'beside':
      return claim.kind === 'beside' ? falseBeside(settled, claim, library) : 'another claim';
    case 'edits':
      return claim.kind === 'edits' ? falseEdits(settled, claim, library) : 'another claim';
    case 'range': {
      if (claim.kind !== 'range') return 'another claim';
      const displayed = settled.as === 'articles' ? entries : read.length;
      if (settled.last - settled.first + 1 !== displayed)
        return `${settled.first} to ${settled.last} said, ${displayed} displayed`;
      const all = lengthOf(claim.list, library);
      if (settled.of !== all) return `of ${settled.of} said, of ${all} counted`;
      return settled.first < 1 || settled.last > all ? 'outside of its list' : undefined;
    }
    case 'coverage':
      return claim.kind === 'coverage' ? falseCoverage(claim, settled, sight) : 'another claim';
    case 'places': {
      if (claim.kind !== 'places') return 'another claim';
      const { from, to } = bounds(claim);
      if (settled.first !== from + 1 || settled.last !== to) return 'other bounds';
      const said = settled.ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, at) => a + at));
      return said.join() === seenOf(claim, sight).join() ? undefined : 'other sentences are displayed';
    }
    case 'summary': {
      if (claim.kind !== 'summary') return 'another claim';
      const { from, to } = bounds(claim);
      const isOfAnother = sight.quoted.some(({ passage: { first, last } }) => first < from || last >= to);
      if (isOfAnother) return 'sentences of another section are displayed';
      const own = claim.section === undefined ? '' : (claim.article.sections[claim.section]?.heading ?? '');
      return settled.length === claim.length && isBeginningOf(settled.heading, own)
        ? undefined
        : 'another section';
    }
    case 'held':
      return settled.articles === library.articles.length ? undefined : 'another number is held';
    case 'note': {
      if (claim.kind !== 'note') return 'another claim';
      const printing = sum(claim.articles.map((article) => printersOf(article, settled.mark).length));
      return settled.sentences === printing ? undefined : `${settled.sentences} said, ${printing} counted`;
    }
    case 'note-places': {
      if (claim.kind !== 'note-places') return 'another claim';
      const printers = printersOf(claim.article, settled.mark);
      const isSame = printers.slice(0, settled.sentences.length).join() === settled.sentences.join();
      return isSame && settled.more === printers.length - settled.sentences.length
        ? undefined
        : 'other sentences print it';
    }
    case 'note-gaps': {
      if (claim.kind !== 'note-gaps') return 'another claim';
      const isPrinted = (mark: string) => !mark.includes('–') && printersOf(claim.article, mark).length > 0;
      return settled.marks.some(isPrinted) ? 'one of them is printed' : undefined;
    }
    case 'compared': {
      if (claim.kind !== 'compared') return 'another claim';
      const held = claim.articles.map(({ id }) => library.article(id)?.sentences.length ?? 0);
      return held.length === settled.articles && sum(held) === settled.sentences
        ? undefined
        : 'other sentences are held';
    }
    case 'size': {
      if (claim.kind !== 'size') return 'another claim';
      const article = library.article(claim.article.id);
      const headed = article?.sections.filter(({ heading }) => heading.length > 0).length;
      const isSame = article?.sentences.length === settled.sentences && headed === settled.sections;
      return isSame && article.lang === settled.lang ? undefined : 'another size';
    }
    case 'identity': {
      const held = library.article(settled.id);
      const isCalled = (held?.shownId ?? held?.id) === settled.shownId;
      return isCalled && held?.revision.startsWith(settled.revision) ? undefined : 'not held';
    }
    case 'source':
      return claim.kind === 'source'
        ? falseSource(settled, library.article(claim.article.id))
        : 'another claim';
    case 'sections':
    case 'titles': {
      const names =
        claim.kind === 'titles'
          ? claim.articles.map(({ title }) => title)
          : claim.kind === 'sections'
            ? claim.article.sections.map(({ heading }) => heading)
            : [];
      const filled = names.filter(Boolean);
      const isSame = settled.names.every((name, at) => isBeginningOf(name, filled[at]));
      return isSame && settled.names.length + settled.more === filled.length ? undefined : 'other names';
    }
    case 'text-hash': {
      const held = claim.kind === 'text-hash' ? library.article(claim.article.id) : undefined;
      if (!held || !isBeginningOf(settled.title, held.title)) return 'another title';
      return hexOf(held.text) === settled.hex ? undefined : 'another hash';
    }
    case 'hash': {
      const { at, lettered } = claim.kind === 'hash' ? claim : { at: -1, lettered: 0 };
      const { passage, span } = sight.quoted[at] ?? {};
      const displayed = read[at];
      const letters = [...settled.letter].map((letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1);
      if (letters.reduce((number, letter) => number * 26 + letter, 0) !== lettered + at + 1)
        return 'another letter';
      // Only within block quotes does a slice hold what is not displayed.
      const isShownWhole = passage && span && displayed?.length === span.end - span.start;
      const text = isShownWhole ? displayed : passage?.article.text.slice(span?.start, span?.end);
      return text !== undefined && hexOf(text) === settled.hex ? undefined : 'another hash';
    }
    case 'whole':
      return claim.kind === 'whole' && seenOf(claim, sight).length === claim.article.sentences.length
        ? undefined
        : 'more sentences than are displayed';
  }
}

function falseCoverage(
  claim: Whole,
  { shown, of, percent, gaps, ofSection }: Extract<Settled, { kind: 'coverage' }>,
  sight: Sight,
): string | undefined {
  const { from, to } = bounds(claim);
  if (ofSection !== (claim.section !== undefined)) return 'of another whole';
  if (of !== to - from) return `of ${of} said, of ${to - from} counted`;
  const seen = seenOf(claim, sight);
  if (shown !== seen.length) return `${shown} said, ${seen.length} displayed`;
  if (of === 0) return undefined;
  const lengths = claim.article.sentences.slice(from, to).map(({ start, end }) => end - start);
  const share = sum(seen.map((number) => lengths[number - 1 - from] ?? 0)) / sum(lengths);
  const isRight =
    percent === '100'
      ? share === 1
      : percent === '<1'
        ? share < 0.005
        : share < 1 &&
          (Math.abs(Number(percent) - share * 100) <= HALF || (percent === '99' && share > 0.99));
  if (!isRight) return 'another share of the text';
  const hasGaps = seen.some((number, at) => at > 0 && number - 1 !== seen[at - 1]);
  return hasGaps === gaps ? undefined : 'other gaps';
}

/** Offsets of a whole among the sentences of its article, the end exclusive: counted by the section that each sentence names. */
function bounds({ article, section }: Whole): { readonly from: number; readonly to: number } {
  if (section === undefined) return { from: 0, to: article.sentences.length };
  const from = article.sentences.filter((sentence) => sentence.section < section).length;
  return { from, to: from + article.sentences.filter((sentence) => sentence.section === section).length };
}

/** Numbers, from 1, of the sentences of a whole that can be read in the quotations from their first character to their last. */
function seenOf(whole: Whole, { read, quoted }: Sight): number[] {
  const { article } = whole;
  const { from, to } = bounds(whole);
  const seen = new Set<number>();
  quoted.forEach(({ passage, span }, at) => {
    if (passage.article.id !== article.id) return;
    const displayed = bare(read[at] ?? '');
    let reached = 0;
    article.sentences.forEach(({ start, end }, index) => {
      if (start < span.start || end > span.end) return;
      const words = bare(article.text.slice(start, end).replace(/\n[ \t]*(?:>[ \t]?)+/g, '\n'));
      const found = displayed.indexOf(words, reached);
      if (found < 0) return;
      reached = found + words.length;
      if (index >= from && index < to) seen.add(index + 1);
    });
  });
  return [...seen].sort((a, b) => a - b);
}

/** How many items a list has, counted from what it is of. */
function lengthOf(list: Listed, library: Library): number {
  switch (list.of) {
    case 'articles':
      return library.articles.length;
    case 'note':
      return printersOf(list.article, list.mark).length;
    case 'passages':
      return list.before + list.passages.length;
    case 'summary': {
      const { article, length, section } = list;
      const chosen = summarize(article, { length, section });
      // Each sentence that does not follow the one before it on its line opens a quotation.
      return chosen.filter((index, at) => {
        const [before, own] = [article.sentences[index - 1], article.sentences[index]];
        if (at === 0 || chosen[at - 1] !== index - 1) return true;
        return article.text.slice(before?.end, own?.start).includes('\n');
      }).length;
    }
  }
}

/** Numbers, from 1, of the sentences in which a mark stands, by the places that the article knows of it. */
function printersOf({ sentences, text }: Article, mark: string): number[] {
  const isMark = (start: number, end: number) => text.slice(start, end) === mark;
  return sentences.flatMap(({ marks }, at) =>
    marks.some(({ start, end }) => isMark(start, end)) ? [at + 1] : [],
  );
}

function misplaced(place: Place, at: number, { quoted, library }: Sight): string | undefined {
  const { passage, span } = quoted[at] ?? {};
  const article = passage && library.article(passage.article.id);
  if (!span || !article) return 'no such quotation';
  // What ends before the slice comes before it, what begins after it comes after it.
  const before = article.sentences.filter(({ end }) => end <= span.start).length;
  const after = article.sentences.filter(({ start }) => start >= span.end).length;
  if (place.first !== before + 1 || place.last !== article.sentences.length - after) return 'other sentences';
  const own = article.sections.find(({ first, end }) => first <= before && before < end)?.heading ?? '';
  if (place.heading !== '' && !isBeginningOf(place.heading, own)) return 'another section';
  const { characters, source } = place;
  if (characters && (characters.start !== span.start || characters.end !== span.end))
    return 'other characters';
  return source && falseSource(source, article);
}

function falseSource(source: Source, article: Article | undefined): string | undefined {
  if (!article) return 'not held';
  const isSame =
    isBeginningOf(source.title, article.title) &&
    source.publisher === article.publisher &&
    source.via === article.via &&
    (source.published ?? '') === (article.published ?? '').replace('T', ' ') &&
    source.retrieved === /^[^T]+/.exec(article.retrieved ?? '')?.[0];
  if (!isSame) return 'another source';
  return article.revision.startsWith(source.revision) ? undefined : 'another revision';
}

/** Whether a name is the one meant, or its beginning with `…`. */
function isBeginningOf(name: string, whole: string | undefined): boolean {
  if (name === whole) return true;
  return name.endsWith('…') && (whole ?? '').startsWith(name.slice(0, -1).trimEnd());
}
