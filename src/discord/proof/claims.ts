import { createHash } from 'node:crypto';
import type { Article } from '../../corpus/article.ts';
import type { Place, Source } from '../../reply/attribution.ts';
import type { Claim, Listed, Settled, Whole } from '../../reply/claim.ts';
import type { Verdict } from '../../reply/verdict.ts';
import { type Comparison, type Edit, type Library, summarize } from '../../search/search.ts';
import type { Composed } from '../message/compose.ts';
import type { Quoted } from '../message/pieces.ts';
import { entriesDisplayed, quotationsDisplayed } from './proof.ts';

/** What was not proved: a claim, or by its place in the message, from 0, a quotation of which a false place is told. */
export interface Unproved {
  readonly what: Claim | number;
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
  return [...claims, ...places];
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
    case 'identity':
      return library.article(settled.id)?.revision.startsWith(settled.revision) ? undefined : 'not held';
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

/** Words without case, marks of any kind and note marks, between single spaces; those of unspaced scripts run on. */
function plainWords(text: string): string {
  const words = text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2069\ufeff]/g, '')
    .replace(/\[\^?[\p{L}\p{N} ,–-]{1,8}\]/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .toLowerCase();
  return ` ${words.replace(/(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]) | (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])/gu, '').trim()} `;
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Everything that articles print, as plain words: sentences, headings, titles. */
function printedIn(library: Library): readonly string[] {
  const known = printedWords.get(library);
  if (known) return known;
  const printed = library.articles.flatMap(({ text, title, sections, sentences }) => [
    plainWords(sentences.map(({ start, end }) => text.slice(start, end)).join(' ')),
    plainWords(title),
    ...sections.map(({ heading }) => plainWords(heading)),
  ]);
  printedWords.set(library, printed);
  return printed;
}

const printedWords = new WeakMap<Library, readonly string[]>();

function isPrinted(words: string, library: Library): boolean {
  const plain = plainWords(words);
  const wanted = UNSPACED.test(plain) ? plain.trim() : plain;
  return wanted.trim() !== '' && printedIn(library).some((printed) => printed.includes(wanted));
}

/** Between the pieces of a quotation that leaves words out. */
const OMISSION = /\[?(?:…|\.{3,})\]?/u;

type Judged = Pick<Extract<Claim, { kind: 'verdict' | 'edits' | 'beside' }>, 'quotation' | 'checked'>;

/** Words with their capitals and marks as they are compared: without quotation marks, note marks and marks of Markdown. */
function literally(text: string): string {
  return text
    .replace(/^[ \t]*(?:[-*•‣◦·–][ \t]+|>[ \t]?)+/gm, '')
    .normalize('NFKC')
    .replace(/\[\^?[\p{L}\p{N} ,–-]{2,8}\]|\[\p{N}\]/gu, '')
    .replace(/[’＇]/g, "'")
    .replace(
      /(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])|["“”„‟«»「」『』〝〞‘‚‛‹›´*_~|`#\\[\]]|\p{Cf}|\ufe0f/gu,
      '',
    )
    .replace(/(?![%&§°])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu, '')
    .replace(/。/g, '.')
    .replace(/\s*(?:--+|[-‐‑‒–—―−])\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

const unspaced = (text: string) => text.replaceAll(' ', '');

/** By kind of place, what is printed there: `sections` are the sentences of each section, `sentences` those of each article. */
interface Literal {
  readonly sections: readonly string[];
  readonly sentences: readonly string[];
  readonly heading: readonly string[];
  readonly title: readonly string[];
}

const literalWords = new WeakMap<Library, Literal>();

function literalIn(library: Library): Literal {
  const known = literalWords.get(library);
  if (known) return known;
  const { articles } = library;
  const sections = articles.map(({ text, sentences, sections: all }) =>
    all.map((_, at) =>
      sentences
        .filter(({ section }) => section === at)
        .map(({ start, end }) => text.slice(start, end))
        .join(' '),
    ),
  );
  const literal = {
    sections: sections.flat().map(literally),
    sentences: sections.map((all) => literally(all.join(' '))),
    heading: articles.flatMap(({ sections: all }) => all.map(({ heading }) => literally(heading))),
    title: articles.map(({ title }) => literally(title)),
  };
  literalWords.set(library, literal);
  return literal;
}

/** Whether `printed` has these words and marks, wherever spaces stand; marks at their ends are not compared. */
function hasLiterally(printed: readonly string[], words: string): boolean {
  const wanted = unspaced(literally(words).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return printed.some((text) => unspaced(text).includes(wanted));
}

/** Whether a section, heading or title has these words between spaces: so that none of them differs, is joined or parted. */
function hasWordForWord({ sections, heading, title }: Literal, words: string): boolean {
  const wanted = literally(words);
  if (!/\p{L}/u.test(wanted) || UNSPACED.test(wanted)) return false;
  return [...sections, ...heading, ...title].some((text) =>
    ` ${text} `
      .split(` ${wanted}`)
      .slice(1)
      .some((rest) => /^[.,;:!?)]* /.test(rest)),
  );
}

function falseVerdict(
  { verdict, quotation: repeated, marks, more, in: place, articles, letters }: Verdict,
  { quotation, checked }: Judged,
  { library, quoted }: Sight,
): string | undefined {
  const beginning = plainWords(repeated.replace(/…$/, '')).trimEnd();
  if (!plainWords(quotation).startsWith(beginning)) return 'another quotation';
  if (articles !== library.articles.length) return 'another number of articles';
  const compared = checked.kind === 'not-found' ? [] : checked.pieces;
  if (checked.kind === 'marks') {
    const untrue = falseMarks({ marks, more }, { quotation, checked }, library);
    if (untrue) return untrue;
  }
  if (marks.length + more > (checked.kind === 'marks' ? compared.flatMap((piece) => piece.marks).length : 0))
    return 'more marks than differ';
  if (letters.length > 0 && !areTheirs(letters, compared, quoted)) return 'other letters';
  const pieces = quotation.split(OMISSION).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const isHere = pieces.every((piece) => isPrinted(piece, library));
  const literal = literalIn(library);
  if (verdict === 'exact') {
    const everywhere = [...literal.sentences, ...literal.heading, ...literal.title];
    const [first = ''] = pieces;
    const isLiteral =
      hasLiterally(everywhere, quotation) || pieces.every((one) => hasLiterally(everywhere, one));
    if (!isLiteral) return 'words that are printed otherwise';
    if (!hasLiterally(literal[place], first)) return 'words of another place';
  }
  if (verdict === 'exact' || verdict === 'marks') return isHere ? undefined : 'words that are not printed';
  if (pieces.length !== 1) return undefined;
  if (verdict === 'not-found') return isHere ? 'words that are printed' : undefined;
  return hasWordForWord(literal, quotation) ? 'words that are printed word for word' : undefined;
}

function falseMarks(
  { marks, more }: Pick<Verdict, 'marks' | 'more'>,
  { quotation, checked }: Judged,
  library: Library,
): string | undefined {
  const all = checked.kind === 'not-found' ? [] : checked.pieces.flatMap((piece) => piece.marks);
  const different = new Set(all.map((mark) => JSON.stringify([mark.kind, mark.printed, mark.quoted])));
  if (marks.length + more !== different.size) return 'another number of marks';
  for (const { kind, printed, quoted } of marks) {
    if (printed === quoted && kind !== 'case') return 'a difference that is none';
    if (kind !== 'note') continue;
    if (!bare(quotation).includes(quoted)) return 'a note mark that the message has not';
    if (!library.articles.some(({ text }) => bare(text).includes(printed)))
      return 'a note mark that is not printed';
  }
  return undefined;
}

/** The words told must begin and end the sentences that hold the quotation, and their words between must be printed there. */
function falseBeside(
  { before, behind }: { readonly before: string; readonly behind: string },
  { checked }: Judged,
  library: Library,
): string | undefined {
  const place = checked.kind === 'not-found' ? undefined : checked.pieces[0].place;
  if (!place) return 'nothing is compared';
  const { id } = place.kind === 'sentences' ? place.passage.article : place.article;
  const { text = '', sentences = [] } = library.article(id) ?? {};
  const printed =
    place.kind === 'sentences'
      ? sentences
          .slice(place.passage.first, place.passage.last + 1)
          .map(({ start, end }) => text.slice(start, end))
          .join(' ')
      : place.name;
  const plain = plainWords(printed).trim();
  const opens = before.split('…').map((part) => plainWords(part).trim());
  const closes = behind.split('…').map((part) => plainWords(part).trim());
  const isThere = [...opens, ...closes].every((part) => plain.includes(part));
  return isThere && plain.startsWith(opens[0] ?? '') && plain.endsWith(closes.at(-1) ?? '')
    ? undefined
    : 'other words stand there';
}

/** Whether letters name, in order, displayed passages that hold what is compared; those of passages further on are not known here. */
function areTheirs(
  letters: readonly string[],
  compared: readonly Comparison[],
  quoted: readonly Quoted[],
): boolean {
  const named = letters.map(
    (letter) => [...letter].reduce((number, one) => number * 26 + one.charCodeAt(0) - 64, 0) - 1,
  );
  if (named.some((at, index) => at < 0 || at <= (named[index - 1] ?? -1))) return false;
  const places = compared.flatMap(({ place }) => (place.kind === 'sentences' ? [place.passage] : []));
  const isHeld = (id: string, sentence: number) =>
    named.some((at) => {
      const shown = quoted[at]?.passage;
      if (!shown) return at >= quoted.length;
      // The last may be shortened to what its publisher allows.
      const isWithin = sentence <= shown.last || at === quoted.length - 1;
      return shown.article.id === id && shown.first <= sentence && isWithin;
    });
  const touches = (at: number) => {
    const shown = quoted[at]?.passage;
    return (
      !shown ||
      places.some(
        ({ article, first, last }) =>
          article.id === shown.article.id && first <= shown.last && shown.first <= last,
      )
    );
  };
  return (
    named.every(touches) &&
    places.every(({ article, first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at).every((one) => isHeld(article.id, one)),
    )
  );
}

function falseEdits(
  { edits, more }: { readonly edits: readonly Edit[]; readonly more: number },
  { quotation, checked }: Judged,
  library: Library,
): string | undefined {
  const all = checked.kind === 'not-found' ? [] : checked.pieces.flatMap((piece) => piece.edits);
  if (edits.length + more !== all.length) return 'another number of differences';
  const own = plainWords(quotation).replaceAll(' ', '');
  for (const { printed, quoted } of edits) {
    if (printed !== undefined && /[\p{L}\p{N}]/u.test(printed) && !isPrinted(printed, library))
      return 'words that are not printed';
    if (quoted !== undefined && !own.includes(plainWords(quoted).replaceAll(' ', '')))
      return 'words that the message has not';
    if (printed === quoted) return 'a difference that is none';
  }
  return undefined;
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

const bare = (text: string) => text.replace(/\s+/g, '');

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
    (source.published ?? '') === (article.published ?? '').replace('T', ' ');
  if (!isSame) return 'another source';
  return article.revision.startsWith(source.revision) ? undefined : 'another revision';
}

/** Whether a name is the one meant, or its beginning with `…`. */
function isBeginningOf(name: string, whole: string | undefined): boolean {
  if (name === whole) return true;
  return name.endsWith('…') && (whole ?? '').startsWith(name.slice(0, -1).trimEnd());
}
