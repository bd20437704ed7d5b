// Writes blocks as the text of an article.
import { articleFrom } from '../corpus/article-from.ts';
import { blocksOf } from '../corpus/blocks.ts';
import { saysSomething } from '../corpus/long-sentences.ts';
import { furtherQuoteMarks } from '../corpus/quote-mark.ts';
import { notesHeading } from './notes-heading.ts';

/** A block as it is kept: its words on their lines, without marks of any format. */
export type KeptBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quoteDepth: number }
  | {
      readonly kind: 'item';
      readonly text: string;
      readonly depth: number;
      readonly number?: number;
      readonly quoteDepth: number;
    }
  | { readonly kind: 'fence'; readonly text: string; readonly info: string; readonly quoteDepth: number }
  | {
      readonly kind: 'row';
      readonly cells: readonly string[];
      readonly opensTable: boolean;
      readonly quoteDepth: number;
    }
  | { readonly kind: 'note'; readonly text: string };

/** The text of an article file, and what could not be written so that it reads back as it was. */
export interface Composed {
  readonly text: string;
  /** Blocks that no spelling of an article file holds, such as words that open with the mark of a fence. */
  readonly unwritable: readonly KeptBlock[];
  /** A heading that stands before the notes and is not of the source, where one was needed. */
  readonly addedHeading?: string;
}

/** What `src/corpus` reads where a block was written. */
interface ReadBlock {
  readonly kind: string;
  readonly text: string;
}

/**
 * Writes blocks as the text of an article file, and reads it back with `src/corpus`: what is read equals what was kept, or the block
 * is not written. Notes come last, under a heading of their own.
 */
export function composeText(blocks: readonly KeptBlock[], lang: string): Composed {
  const ordered = [...blocks.filter(isText), ...blocks.filter(isNote)];
  const addedHeading = ordered.some(isNote) ? notesHeading(lang) : undefined;
  const unwritable: KeptBlock[] = [];
  const written = ordered.flatMap((block) => {
    const [first = '', ...others] = spellings(block);
    // Whether a number is a list's shows among its neighbors only.
    const lines = isNumberedItem(block)
      ? first
      : [first, ...others].find((one) => readsBack(block, one, lang));
    if (lines !== undefined) return [{ block, lines, isFirstTry: true }];
    unwritable.push(block);
    return [];
  });

  for (;;) {
    const parts = written.map(({ block, lines }, at) => ({ block, lines, before: written[at - 1]?.block }));
    const text = joined(parts, addedHeading);
    const at = firstDifference(
      written.map(({ block }) => block),
      text,
      lang,
      addedHeading,
    );
    if (at === undefined) return { text, unwritable, ...(addedHeading !== undefined && { addedHeading }) };
    // Items that are counted together are so or not together.
    for (let index = at; index < written.length; index += 1) {
      const wrong = written[index];
      if (!wrong || (index > at && !isNumberedItem(wrong.block))) break;
      const other = spellings(wrong.block).find(
        (one) => one !== wrong.lines && readsBack(wrong.block, one, lang),
      );
      if (other !== undefined && wrong.isFirstTry) Object.assign(wrong, { lines: other, isFirstTry: false });
      else if (index === at) {
        unwritable.push(wrong.block);
        written.splice(at, 1);
        break;
      }
      if (!isNumberedItem(wrong.block)) break;
    }
  }
}

const isNumberedItem = (block: KeptBlock) => block.kind === 'item' && block.number !== undefined;
const isNote = ({ kind }: KeptBlock) => kind === 'note';
const isText = (block: KeptBlock) => !isNote(block);

/** The lines a block may be written as, the most readable first. */
function spellings(block: KeptBlock): readonly string[] {
  switch (block.kind) {
    case 'heading': {
      const marks = '#'.repeat(Math.min(6, Math.max(1, block.level)));
      return [`${marks} ${block.text}`, `${marks} ${block.text} ${marks}`];
    }
    case 'note':
      return [block.text, ` ${block.text}`, oneLine(block.text)];
    case 'paragraph':
      // Four spaces before a `#`, and it heads no section.
      return [block.text, oneLine(block.text), `    ${oneLine(block.text)}`].map((text) =>
        inQuotes(text, block.quoteDepth),
      );
    case 'item': {
      const indent = '  '.repeat(block.depth);
      const text = oneLine(block.text);
      const marks = block.number === undefined ? ['-'] : [`${block.number}.`, '-'];
      return marks.map((mark) => inQuotes(`${indent}${mark} ${text}`, block.quoteDepth));
    }
    case 'fence': {
      const longest = Math.max(2, ...[...block.text.matchAll(/`{3,}/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      return [inQuotes(`${fence}${block.info}\n${block.text}\n${fence}`, block.quoteDepth)];
    }
    case 'row': {
      const line = `| ${block.cells.join(' | ')} |`;
      const rule = `| ${block.cells.map(() => '---').join(' | ')} |`;
      return [inQuotes(block.opensTable ? `${line}\n${rule}` : line, block.quoteDepth)];
    }
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function inQuotes(lines: string, depth: number): string {
  return depth === 0 ? lines : lines.replace(/^/gm, '> '.repeat(depth));
}

/** Whether lines alone are read as the block. A row is read in its table only, which the whole text shows. */
function readsBack(block: KeptBlock, lines: string, lang: string): boolean {
  if (block.kind === 'row' && (!block.opensTable || !saysSomething(lines))) return true;
  return isRead(block, readBlocks(`${lines}\n`, lang));
}

function isRead(block: KeptBlock, [only, ...more]: readonly ReadBlock[]): boolean {
  return only !== undefined && more.length === 0 && isSame(block, only);
}

/** A sign before a figure is no bullet: -5 degrees, more than 40 people. */
const SIGNED = /[-+>][ \t]*$/;
const FIGURE = /^[\p{Sc}\d]/u;

/** Words that open as an item or a quotation are read as one, without their mark: the words are the same. */
const OPENING_MARKS = /^(?:(?:[-*+•>]|\d{1,3}[.)])[ \t]*)*$/;

function isSame(block: KeptBlock, read: ReadBlock): boolean {
  switch (block.kind) {
    case 'heading':
      return read.kind === 'heading' && read.text === block.text;
    case 'fence':
      return read.kind === 'fence' && read.text === block.text.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
    case 'row':
      return read.kind === 'row' && read.text === `| ${block.cells.join(' | ')} |`;
    default: {
      const kept = flat(block.text);
      const told = flat(read.text);
      const lost = kept.slice(0, kept.length - told.length);
      return (
        read.kind === 'prose' &&
        kept.endsWith(told) &&
        OPENING_MARKS.test(lost) &&
        !(block.kind === 'paragraph' && SIGNED.test(lost) && FIGURE.test(told))
      );
    }
  }
}

const textOf = (block: KeptBlock) => (block.kind === 'row' ? block.cells.join(' ') : block.text);
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Blocks of a text as `src/corpus` reads them, without those that say nothing. */
function readBlocks(text: string, lang: string): readonly ReadBlock[] {
  return blocksOf(text, lang)
    .map((block) => {
      if (block.kind === 'heading') return { kind: block.kind, text: block.heading };
      const words = text.slice(block.start, block.end);
      const bare = block.quoteDepth > 0 ? words.replace(furtherQuoteMarks(block.quoteDepth), '') : words;
      return { kind: block.kind, text: block.kind === 'fence' ? bare : bare.trim() };
    })
    .filter(({ kind, text: words }) => kind === 'heading' || saysSomething(words));
}

interface Part {
  readonly block: KeptBlock;
  readonly lines: string;
  readonly before: KeptBlock | undefined;
}

/** Blank lines stand between blocks, but for the items of a list and the rows of a table. */
function joined(parts: readonly Part[], addedHeading: string | undefined): string {
  const [first] = parts;
  if (!first) return '';
  return `${parts
    .map(({ block, lines, before }) => {
      const heading =
        addedHeading !== undefined && isNote(block) && (!before || isText(before))
          ? `## ${addedHeading}\n\n`
          : '';
      return `${separator(block, before)}${heading}${lines}`;
    })
    .join('')}\n`;
}

function separator(block: KeptBlock, before: KeptBlock | undefined): string {
  if (!before) return '';
  const isTogether =
    (block.kind === 'item' && before.kind === 'item' && block.quoteDepth === before.quoteDepth) ||
    (block.kind === 'row' && !block.opensTable && before.kind === 'row');
  return isTogether ? '\n' : '\n\n';
}

/** The index of the first block that is not read where it was written; undefined where all are. */
function firstDifference(
  blocks: readonly KeptBlock[],
  text: string,
  lang: string,
  addedHeading: string | undefined,
): number | undefined {
  const read = readBlocks(text, lang).filter(
    ({ kind, text: words }) => !(kind === 'heading' && words === addedHeading),
  );
  const said = blocks
    .map((block, at) => ({ block, at }))
    .filter(({ block }) =>
      block.kind === 'heading' ? block.text !== addedHeading : saysSomething(textOf(block)),
    );
  for (const [index, { block, at }] of said.entries()) {
    const found = read[index];
    if (found && isSame(block, found)) continue;
    // A line that opens nothing is read as the rest of the block before it, which is not to blame.
    const goesOn = found?.kind === 'prose' && flat(found.text).startsWith(`${flat(textOf(block))} `);
    return goesOn ? (said[index + 1]?.at ?? at) : at;
  }
  return read.length > said.length ? said.at(-1)?.at : undefined;
}

/** Sections and sentences of a text, as its article will have them. */
export function articleOfText(text: string, lang: string) {
  return articleFrom({ id: 'draft', title: '', publisher: '', lang, text });
}
