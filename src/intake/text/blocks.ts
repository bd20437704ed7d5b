// Reads plain text by blank lines and indents.
import type { Changes, LeftOut, SourceBlock } from '../document.ts';
import { type Group, headingOf } from './headings.ts';
import { indentOf, type TextLine, widthOf } from './lines.ts';

export interface TextBlocks {
  readonly blocks: readonly SourceBlock[];
  readonly leftOut: readonly LeftOut[];
  readonly changes: Changes;
}

/** A mark of a list; a dash alone opens a line of dialogue in many languages, so it needs a second. */
const BULLET = /^(\s*)([-*+•·◦▪‣●○■□➢►])\s+(?=\S)/;
const NUMBER = /^(\s*)(\d{1,3})[.)]\s+(?=\S)/;
/** The text of a note behind its mark. */
const NOTE = /^\s*\[\d{1,3}\]:?\s+\S/;
/** A blank line of what mail quotes. */
const EMPTY_QUOTE = /^\s*>[\s>]*$/;
/** What reStructuredText puts before code. */
const BEFORE_CODE = /::\s*$|^\s*\.\. (?:code|code-block|sourcecode|highlight)::/;
/** A line of a table of contents: words, dots, a page. */
const CONTENTS_LINE = /(?:\.\s?){4,}\s*[\divxlc]+\s*$/i;
const CONTENTS_HEADING =
  /^\W*(?:table of )?contents\W*$|^目[录錄次]$|^inhalt(?:sverzeichnis)?$|^sommaire$|^índice$|^содержание$|^оглавление$/iu;
const RULE = /^\s*(?:[-=_*~#+.]\s*){3,}$/;
/** Columns are set apart by as many spaces, drawings have corners and bars. */
const DRAWN = /\S(?: {3,}|\t+)\S|^\s*[+|].*[+|]\s*$|[─│┌┐└┘├┤┬┴┼═║╔╗╚╝]/;
const ENDS_SENTENCE = /[.!?…:;。！？」』”"’')\]]$/;
const UNSPACED_EDGE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;

/** Columns above which nobody wraps lines by hand: a longer one is a paragraph of its own. */
const WIDEST_WRAPPED = 120;

/** The blocks of a plain text by its blank lines, indents and rules. */
export function textBlocks(lines: readonly TextLine[]): TextBlocks {
  const groups = groupsOf(lines);
  const words = wordsOf(lines);
  const wrapped = wrapWidth(groups);
  const bodyIndent = indentOfBody(groups);
  const counted = countedHeadings(groups);
  const blocks: SourceBlock[] = [];
  const leftOut: LeftOut[] = [];
  const changes = { hyphens: 0, keptHyphens: 0 };
  const join = (some: readonly string[], isVerse: boolean) => joinedLines(some, isVerse, words, changes);
  const firstLine = (at: number) => groups[at]?.[0]?.text;

  let inCode = false;
  for (const [at, group] of groups.entries()) {
    const texts = group.map(({ text }) => text);
    if (isContents(texts)) {
      const heading = blocks.at(-1);
      const isHeaded =
        (heading?.kind === 'heading' || heading?.kind === 'paragraph') &&
        CONTENTS_HEADING.test(heading.pieces.join(''));
      if (isHeaded) blocks.pop();
      leftOut.push({ what: 'contents', text: texts.join('\n') });
      continue;
    }
    const neighbors = { before: firstLine(at - 1) ?? '', behind: firstLine(at + 1) ?? '' };
    const heading = counted.has(at)
      ? { level: 2, lines: 1, words: [texts.join('').trim()] }
      : headingOf(group, { ...neighbors, bodyIndent });
    if (heading) blocks.push({ kind: 'heading', level: heading.level, pieces: spaced(heading.words) });
    const rest = group.slice(heading?.lines ?? 0).filter(({ text }) => !RULE.test(text));
    if (rest.length === 0) continue;
    const isCode: boolean =
      indentOf(rest[0]?.text ?? '') > 0 && (inCode || BEFORE_CODE.test(groups[at - 1]?.at(-1)?.text ?? ''));
    inCode = isCode;
    if (isCode || isDrawn(rest)) {
      blocks.push({ kind: 'fence', pieces: [rest.map(({ text }) => text).join('\n')] });
      continue;
    }
    pushProse(rest);
  }
  return { blocks, leftOut, changes };

  function pushProse(group: Group): void {
    for (const part of partsOf(group, wrapped)) {
      const texts = part.map(({ text }) => text);
      const [first = ''] = texts;
      const quote = /^\s*(?:>\s?)+/.exec(first)?.[0];
      const quoteDepth = quote?.match(/>/g)?.length ?? 0;
      const quoted = quoteDepth > 0 ? { quoteDepth } : {};
      const bare = quoteDepth > 0 ? texts.map((text) => text.replace(/^\s*(?:>\s?)+/, '')) : texts;
      const item = itemOf(bare[0] ?? '', group, blocks.at(-1));
      if (item) {
        const [, ...further] = bare;
        const pieces = join([(bare[0] ?? '').slice(item.marker), ...further], false);
        const depth = Math.min(3, Math.floor(indentOf(bare[0] ?? '') / 4));
        blocks.push({
          kind: 'item',
          depth,
          pieces,
          ...(item.number !== undefined && { number: item.number }),
          ...quoted,
        });
        continue;
      }
      const pieces = join(bare, isVerse(bare, wrapped));
      if (pieces.join('').trim() === '') continue;
      const before = blocks.at(-1);
      if (part[0]?.afterPage && before?.kind === 'paragraph' && goesOn(before.pieces, first)) {
        blocks[blocks.length - 1] = { ...before, pieces: [...before.pieces, ' ', ...pieces] };
      } else blocks.push({ kind: 'paragraph', pieces, ...quoted });
    }
  }
}

/** A paragraph that a page's end divides: its sentence has not ended, and goes on in a small letter. */
function goesOn(pieces: readonly string[], next: string): boolean {
  return !ENDS_SENTENCE.test(pieces.join('').trimEnd()) && /^\s*[\p{Ll}\p{Lo}]/u.test(next);
}

function groupsOf(lines: readonly TextLine[]): readonly Group[] {
  const groups: TextLine[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '') {
      if (groups.at(-1)?.length) groups.push([]);
    } else groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

/** Columns by which most lines of paragraphs are indented: what stands out to the left of them heads them. */
function indentOfBody(groups: readonly Group[]): number {
  const counts = new Map<number, number>();
  for (const { text } of groups.filter(({ length }) => length > 1).flat()) {
    const indent = indentOf(text);
    counts.set(indent, (counts.get(indent) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Fewer numbered lines than these are as likely a list. */
const FEWEST_COUNTED = 3;

/** Groups of one line that are numbered from 0 or 1 on, with text between each and the next: `4. Conveying Verbatim Copies.` */
function countedHeadings(groups: readonly Group[]): ReadonlySet<number> {
  const numberOf = (group: Group | undefined) =>
    group?.length === 1 ? /^ {0,4}(\d{1,2})[.)]\s+\p{Lu}/u.exec(group[0]?.text ?? '')?.[1] : undefined;
  const found: number[] = [];
  let expected: number | undefined;
  for (const [at, group] of groups.entries()) {
    const number = numberOf(group);
    if (number === undefined || numberOf(groups[at + 1]) !== undefined) continue;
    if (expected === undefined ? Number(number) > 1 : Number(number) !== expected) continue;
    found.push(at);
    expected = Number(number) + 1;
  }
  return new Set(found.length < FEWEST_COUNTED ? [] : found);
}

/** Columns to which a text is wrapped by hand: nine of ten lines that do not end a paragraph are no wider. */
function wrapWidth(groups: readonly Group[]): number {
  const widths = groups
    .flatMap((group) => group.slice(0, -1).map(({ text }) => widthOf(text)))
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}

/** The paragraphs and items of a group of lines. */
function partsOf(group: Group, wrapped: number): readonly Group[] {
  const texts = group.map(({ text }) => text);
  const isLong = texts.some((text) => widthOf(text) > WIDEST_WRAPPED);
  const opensByIndent = hasFirstLineIndents(texts);
  const isUnwrapped = isLong || (!opensByIndent && isLineByLine(texts, wrapped));
  const parts: TextLine[][] = [];
  let isInList = false;
  let isOpen = false;
  for (const [at, line] of group.entries()) {
    const { text } = line;
    const marker = BULLET.test(text) || NUMBER.test(text);
    const before = texts[at - 1] ?? '';
    const opensItem =
      marker && (at === 0 || isInList || /[:：]$/.test(before.trimEnd()) || followsItem(texts, at));
    if (opensItem) isInList = true;
    const quoteChanges = quoteOf(text) !== quoteOf(before);
    const opensNote = NOTE.test(text);
    const opensIndented = opensByIndent && /^[\s\u3000]/.test(text);
    if (EMPTY_QUOTE.test(text)) {
      isOpen = false;
      continue;
    }
    if (!isOpen || opensNote || isUnwrapped || opensItem || quoteChanges || opensIndented) parts.push([]);
    isOpen = true;
    parts.at(-1)?.push(line);
  }
  return parts;
}

/** A second item stands below, with the same mark or the next number. */
function followsItem(texts: readonly string[], at: number): boolean {
  const [here = '', ...below] = texts.slice(at);
  const bullet = BULLET.exec(here)?.[2];
  const number = NUMBER.exec(here)?.[2];
  return below.some((line) =>
    bullet === undefined
      ? Number(NUMBER.exec(line)?.[2]) === Number(number) + 1
      : BULLET.exec(line)?.[2] === bullet,
  );
}

function quoteOf(line: string): string {
  return (/^\s*(?:>\s?)+/.exec(line)?.[0] ?? '').replace(/\s/g, '');
}

/** Paragraphs without blank lines between: most lines end a sentence, in whichever column they end. */
function isLineByLine(texts: readonly string[], wrapped: number): boolean {
  if (texts.length < 2) return false;
  const ends = texts.filter((text) => ENDS_SENTENCE.test(text.trimEnd())).length;
  const short = texts.filter((text) => widthOf(text) < wrapped * 0.75).length;
  return (
    ends >= texts.length * 0.8 && (texts.length > 2 || short > 0) && texts.some((text) => widthOf(text) > 40)
  );
}

/** Some lines are indented, each the first of several that are not: a paragraph opens so. */
function hasFirstLineIndents(texts: readonly string[]): boolean {
  const indents = texts.map(indentOf);
  const [first = 0] = indents;
  const isIdeographic = texts.filter((text) => text.startsWith('\u3000')).length > 1;
  if (isIdeographic) return true;
  const least = Math.min(...indents);
  const deeper = indents.filter((indent) => indent > least);
  if (first === least || deeper.length < 2) return false;
  // Lines of a dialogue are paragraphs of one line each.
  const isWhole = (at: number) => indents[at + 1] === least || ENDS_SENTENCE.test(texts[at] ?? '');
  return (
    deeper.every((indent) => indent === first) &&
    indents.every((indent, at) => indent === least || at === indents.length - 1 || isWhole(at))
  );
}

/** Lines that end well before the others of the text do are lines of verse, of an address, of a title page. */
function isVerse(texts: readonly string[], wrapped: number): boolean {
  const [first = '', second = ''] = texts;
  return (
    texts.length > 1 &&
    indentOf(first) <= indentOf(second) &&
    texts.slice(0, -1).every((text) => widthOf(text.trim()) < wrapped * 0.75)
  );
}

/** Columns or a drawing, which lose their sense where white space is not kept. */
function isDrawn(group: Group): boolean {
  const drawn = group.filter(
    ({ text }) => DRAWN.test(text.trimStart()) && !/[.!?]["”’)]? {2,}\S/.test(text),
  ).length;
  return group.length > 1 && drawn * 2 >= group.length;
}

function isContents(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.filter((text) => CONTENTS_LINE.test(text)).length * 2 > texts.length;
}

interface Item {
  /** Characters of its mark. */
  readonly marker: number;
  readonly number?: number;
}

function itemOf(line: string, group: Group, before: SourceBlock | undefined): Item | undefined {
  const bullet = BULLET.exec(line);
  if (bullet) {
    const sign = bullet[2] ?? '';
    const isList =
      before?.kind === 'item' ||
      group.filter(({ text }) => BULLET.exec(text)?.[2] === sign).length > 1 ||
      sign !== '-';
    return isList || group.length === 1 ? { marker: bullet[0].length } : undefined;
  }
  const numbered = NUMBER.exec(line);
  if (!numbered) return undefined;
  const number = Number(numbered[2]);
  const counts =
    before?.kind === 'item' &&
    before.number !== undefined &&
    [before.number, before.number + 1].includes(number);
  return number === 1 || counts ? { marker: numbered[0].length, number } : undefined;
}

/** Words of a text in small letters: the joined form of a divided word is one of them, or the hyphen stays. */
function wordsOf(lines: readonly TextLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []));
}

function joinedLines(
  lines: readonly string[],
  isVerse: boolean,
  words: ReadonlySet<string>,
  changes: { hyphens: number; keptHyphens: number },
): readonly string[] {
  const pieces: string[] = [];
  for (const [at, line] of lines.entries()) {
    const text = isVerse && at > 0 ? line.trimEnd() : line.trim();
    const next = lines[at + 1]?.trim();
    if (next === undefined) {
      pieces.push(text);
      break;
    }
    if (isVerse) {
      pieces.push(text, '\n');
      continue;
    }
    const [, stem] = /([\p{L}\p{M}]+)[-\u2010]$/u.exec(text) ?? [];
    const rest = /^[\p{Ll}\p{M}]+/u.exec(next)?.[0];
    if (stem !== undefined && rest !== undefined) {
      const isOneWord = words.has((stem + rest).toLowerCase());
      pieces.push(isOneWord ? text.slice(0, -1) : text);
      changes[isOneWord ? 'hyphens' : 'keptHyphens'] += 1;
    } else if (/[\p{L}\d]-$/u.test(text) && /^[\p{L}\d]/u.test(next)) {
      pieces.push(text);
      changes.keptHyphens += 1;
    } else if (UNSPACED_EDGE.test(text.slice(-1)) && UNSPACED_EDGE.test(next.charAt(0))) pieces.push(text);
    else pieces.push(text, ' ');
  }
  return pieces;
}

function spaced(words: readonly string[]): readonly string[] {
  return words.flatMap((line, at) => (at === 0 ? [line] : [' ', line]));
}
