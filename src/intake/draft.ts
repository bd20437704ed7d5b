// What taking in a source makes: a text, and what became of the rest.
import type { Article } from '../corpus/article.ts';
import { saysSomething } from '../corpus/long-sentences.ts';
import { LARGEST_FILE } from '../corpus/parse.ts';
import type { Result } from '../result.ts';
import { articleOfText, composeText, type KeptBlock } from './article-text.ts';
import {
  addedChanges,
  type Changes,
  type LeftOut,
  type SourceBlock,
  type SourceDocument,
  type Stated,
} from './document.ts';
import { fidelityOf } from './fidelity.ts';
import type { ReadingOptions } from './format.ts';
import { feed } from './formats/feed.ts';
import { FORMATS } from './formats.ts';
import { languageOfText } from './language.ts';
import { flowed, normalized } from './normalization.ts';
import type { Source } from './source.ts';

/** The most bytes of a source, after its decompression where it is compressed: 10 MiB. */
export const LARGEST_SOURCE = 10 * 1024 * 1024;
/** Fewer sentences are no article: what is left of a page that shows its text to others only. */
const FEWEST_SENTENCES = 3;

/** A text taken in from a source: what an article file of it will hold, and what became of the rest. */
export interface Draft {
  readonly format: string;
  /** In which encoding it was read, where it is not UTF-8. */
  readonly encoding?: string;
  /** What the source states of itself, as far as front matter takes it; `lang` also where the words told it. */
  readonly stated: Stated;
  /** The text of the article file, without front matter. */
  readonly text: string;
  readonly sections: Article['sections'];
  readonly sentences: Article['sentences'];
  readonly changes: Changes;
  /** Invisible characters that were removed, by code point. */
  readonly removed: ReadonlyMap<string, number>;
  readonly leftOut: readonly LeftOut[];
  /** A heading that is not of the source, over its notes. */
  readonly addedHeading?: string;
  /** Whether `stated.lang` was told by the words, not by the source. */
  readonly isLangDetected: boolean;
  /** Why its publisher does not want it taken. */
  readonly reserved?: string;
}

/** What became of one document of a source: a draft, a web address that holds its text, or a sentence why there is none. */
export type Outcome =
  | { readonly draft: Draft }
  | { readonly elsewhere: string; readonly stated: Stated }
  | { readonly problem: string; readonly stated: Stated };

export interface IntakeOptions extends ReadingOptions {
  /** The language of the text, where whoever takes it in tells it. */
  readonly lang?: string;
  /** It is an article already: however short it is, and a heading that repeats its title stays. */
  readonly isArticle?: boolean;
}

/**
 * Takes in the documents of a source: one, or the entries of a feed. Each block is compared with the source, character by character, and the
 * text is read back as an article before anything is returned. A problem is one sentence, ready to print.
 */
export async function takeIn(
  source: Source,
  options: IntakeOptions = {},
): Promise<Result<readonly Outcome[]>> {
  if (source.bytes.length > LARGEST_SOURCE) {
    const size = (source.bytes.length / 1024 / 1024).toFixed(1);
    return { problem: `It has ${size} MiB, and 10 MiB is the most: take in a part of it.` };
  }
  if (source.bytes.length === 0) return { problem: 'It is empty.' };
  const format = FORMATS.find((one) => one.recognizes(source));
  if (!format) {
    const problem =
      'It is none of a web page, Markdown, plain text, PDF, Word (.docx), EPUB or a feed: save it as one of these.';
    return { problem };
  }
  const read = await format.read(source, options);
  if ('problem' in read) return read;
  // What came from the web is there, whatever it states; an entry of a feed is not.
  const url = read.value.length === 1 && format !== feed ? source.response?.address : undefined;
  return {
    value: read.value.map((document) => {
      const stated = { ...(url !== undefined && { url }), ...document.stated };
      return draftOf({ ...document, stated }, format.name, options);
    }),
  };
}

function draftOf(
  document: SourceDocument,
  format: string,
  { lang: told, isArticle = false }: IntakeOptions,
): Outcome {
  const stated = plainStated(document.stated);
  const isKept = fidelityOf(document);
  const counted: Changes[] = [document.changes ?? {}];
  const removed = new Map<string, number>();
  const leftOut = [...document.leftOut];
  const kept: KeptBlock[] = [];

  const plain = (text: string): string => {
    const { text: words, changes, removed: gone } = normalized(text);
    counted.push(changes);
    for (const [codePoint, count] of gone) removed.set(codePoint, (removed.get(codePoint) ?? 0) + count);
    return words;
  };
  for (const block of document.blocks) {
    // Nobody knows what stood where a character could not be decoded.
    if (textOf(block).includes('\ufffd')) leftOut.push({ what: 'unreadable', text: textOf(block) });
    else if (!isKept(block)) leftOut.push({ what: 'unfaithful', text: textOf(block) });
    else kept.push(...keptBlocks(block, plain));
  }

  const body = isArticle ? kept : withoutTitle(kept, stated.title);
  const fewest = isArticle ? 1 : FEWEST_SENTENCES;
  const detected = told ?? stated.lang ?? languageOfText(sampleOf(body));
  const { text, unwritable, addedHeading } = composeText(body, detected ?? 'en');
  leftOut.push(...unwritable.map((block) => ({ what: 'unwritable' as const, text: wordsOf(block) })));
  const { sections, sentences } = articleOfText(text, detected ?? 'en');
  if (document.elsewhere !== undefined && sentences.length < fewest) {
    return { elsewhere: document.elsewhere, stated };
  }
  if (sentences.length < fewest) {
    const count = ['No sentence', 'Only one sentence', 'Only two sentences'][sentences.length];
    const problem = `${count} can be read in it, too little for an article: is its text elsewhere, or shown to those who log in?`;
    return { problem, stated };
  }
  if (Buffer.byteLength(text) > LARGEST_FILE) {
    const size = (Math.ceil((Buffer.byteLength(text) / 1024 / 1024) * 10) / 10).toFixed(1);
    return {
      problem: `Its text has ${size} MiB, and 5 MiB is the most: take in its chapters one by one.`,
      stated,
    };
  }
  return {
    draft: {
      format,
      ...(document.encoding !== undefined && { encoding: document.encoding }),
      stated: { ...stated, ...(detected !== undefined && { lang: detected }) },
      text,
      sections,
      sentences,
      changes: addedChanges(...counted),
      removed,
      leftOut,
      isLangDetected: told === undefined && stated.lang === undefined && detected !== undefined,
      ...(addedHeading !== undefined && { addedHeading }),
      ...(document.reserved !== undefined && { reserved: document.reserved }),
    },
  };
}

/** What a source states, on one line each, without what nobody sees. */
function plainStated(stated: Stated): Stated {
  const entries = Object.entries(stated)
    .map(([key, value]) => [key, typeof value === 'string' ? flowed(normalized(value).text) : ''])
    .filter(([, value]) => value !== '');
  return Object.fromEntries(entries) as Stated;
}

/** The title stands above each reply: as the first heading of the text it would be there twice. */
function withoutTitle(blocks: readonly KeptBlock[], title: string | undefined): readonly KeptBlock[] {
  const [first, ...rest] = blocks;
  const isTitle =
    first?.kind === 'heading' && title !== undefined && comparable(first.text) === comparable(title);
  return isTitle && rest.length > 0 ? rest : blocks;
}

const comparable = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A block's words: on one line, but for breaks that the source has as such; of a fence, line by line. */
function keptBlocks(block: SourceBlock, plain: (text: string) => string): readonly KeptBlock[] {
  const { quoteDepth = 0 } = block.kind === 'heading' || block.kind === 'note' ? {} : block;
  switch (block.kind) {
    case 'fence': {
      const text = plain(block.pieces.join(''))
        .replace(/[ \t]+$/gm, '')
        .replace(/^\n+|\n+$/g, '');
      return text === '' ? [] : [{ kind: 'fence', text, info: infoOf(block.info), quoteDepth }];
    }
    case 'row': {
      const cells = block.cells.map((pieces) => flowed(plain(pieces.join(''))));
      return [{ kind: 'row', cells, opensTable: block.opensTable, quoteDepth }];
    }
    default: {
      const text = plain(block.pieces.join('')).split('\n').map(flowed).filter(Boolean).join('\n');
      // A rule of asterisks, a slash between two links.
      if (!saysSomething(text)) return [];
      const { pieces: _, ...rest } = block;
      if (rest.kind === 'heading') return [{ ...rest, text: text.replaceAll('\n', ' ') }];
      if (rest.kind === 'note') return [{ ...rest, text }];
      return [{ ...rest, text, quoteDepth }];
    }
  }
}

/** The word behind a fence's marks; `ts` of "ts {1,3} title=…". */
function infoOf(info = ''): string {
  return /^[\w+#.-]{1,30}/.exec(info.trim())?.[0] ?? '';
}

function textOf(block: SourceBlock): string {
  return flowed((block.kind === 'row' ? block.cells.flat() : block.pieces).join(' '));
}

function wordsOf(block: KeptBlock): string {
  return block.kind === 'row' ? block.cells.join(' ') : block.text;
}

/** Prose of a text: code and tables tell no language. */
function sampleOf(blocks: readonly KeptBlock[]): string {
  return blocks
    .filter(({ kind }) => kind !== 'fence' && kind !== 'row')
    .map(wordsOf)
    .join('\n');
}
