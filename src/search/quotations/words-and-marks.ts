// Splits a text into words and marks.
import { noteMarksIn } from '../../corpus/note-marks.ts';
import type { Span } from '../../corpus/passage.ts';

/** A word, a letter of a script without spaces, or a sign that is read aloud, such as `%`. */
export interface Word extends Span {
  /** In NFKC, with one kind of apostrophe and one of minus, without characters that cannot be seen. */
  readonly text: string;
  /** The same in small letters. */
  readonly folded: string;
}

export type MarkKind =
  /** `‐`, `-` */
  | 'hyphen'
  /** `–`, `—`, `--` */
  | 'dash'
  | 'double'
  | 'single'
  | 'note'
  | 'stop'
  | 'ellipsis'
  /** An emoji: never an article's. */
  | 'picture'
  | 'other';

/** What stands between words and is not read aloud. */
export interface Mark extends Span {
  readonly kind: MarkKind;
  /** As it is compared. */
  readonly text: string;
}

/** A text as its words, and the marks before each of them and, last, behind all. */
export interface Reading {
  readonly words: readonly Word[];
  /** One entry more than there are words. */
  readonly marks: readonly (readonly Mark[])[];
}

const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff';
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]`;
const REST = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}${UNSEEN}])*`;

const TOKEN = new RegExp(
  [
    `(?<unspaced>[${UNSPACED}]\\p{M}*)`,
    // A letter that an editor put into brackets: `[T]he`.
    `(?<word>(?:(?<![\\p{L}\\p{N}\\p{M}\\p{Sc}.,:/’'-])[-−–](?=\\p{Nd}))?(?:\\[\\p{L}\\](?=\\p{L}))?` +
      `${LETTER}${REST}(?:(?:['’＇]|(?<=\\p{N})[.,:/](?=\\p{N}))${LETTER}${REST})*)`,
    '(?<ellipsis>\\[(?:…|\\.{3})\\]|\\((?:…|\\.{3})\\)|\\.{3,}|…+|(?:\\. ){2}\\.)',
    '(?<dash>--+|[–—―‒])',
    // Marks of Markdown are no marks of the text.
    '(?<nothing>[*_~|`#\\\\]|[\\s\\p{Cf}\\p{Cc}\\ufe0f]+)',
    '(?<picture>(?![%&§°])[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}])',
    '(?<symbol>[%‰‱&§°\\p{Sc}+=±×÷−≤≥≈])',
    '(?<mark>.)',
  ].join('|'),
  'gsu',
);

/** A sign of a list before a line: of how a text is set, not of its words. */
const BULLET = /^[ \t]*(?:[-*•‣◦·–][ \t]+|>[ \t]?)+/gm;

/** Reads a text from its first character, which stands at `offset`; `notes` are where note marks stand, if that is known. */
export function readWords(text: string, offset = 0, notes: readonly Span[] = noteMarksIn(text)): Reading {
  const words: Word[] = [];
  const marks: Mark[][] = [[]];
  const hidden: (Span & { readonly note?: true })[] = [
    ...[...text.matchAll(BULLET)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
    ...notes.map(({ start, end }) => ({ start, end, note: true as const })),
  ].sort((a, b) => a.start - b.start);
  let next = 0;
  TOKEN.lastIndex = 0;
  for (;;) {
    const skipped = hidden[next];
    const from = TOKEN.lastIndex;
    if (skipped && skipped.start <= from) {
      if (skipped.note && skipped.start === from)
        marks.at(-1)?.push(markOf('note', text.slice(skipped.start, skipped.end), offset + skipped.start));
      TOKEN.lastIndex = Math.max(from, skipped.end);
      next += 1;
      continue;
    }
    const found = TOKEN.exec(text);
    if (!found) break;
    const { 0: token, index, groups = {} } = found;
    const start = offset + index;
    if (groups.nothing !== undefined) {
      // White space before a note mark may not run over it.
      if (skipped && TOKEN.lastIndex > skipped.start) TOKEN.lastIndex = skipped.start;
      continue;
    }
    if (groups.unspaced !== undefined || groups.word !== undefined || groups.symbol !== undefined) {
      const plain = plainOf(token);
      words.push({ start, end: start + token.length, text: plain, folded: plain.toLowerCase() });
      marks.push([]);
      continue;
    }
    const kind: MarkKind =
      groups.ellipsis !== undefined
        ? 'ellipsis'
        : groups.dash !== undefined
          ? 'dash'
          : groups.picture !== undefined
            ? 'picture'
            : kindOf(token);
    marks.at(-1)?.push(markOf(kind, token, start));
  }
  return { words, marks };
}

const ASCII = /^[\0-\x7f]*$/;

function plainOf(token: string): string {
  if (ASCII.test(token)) return token.replace(/[[\]]/g, '');
  return token
    .replace(/[[\]\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFKC')
    .replace(/[’＇]/g, "'")
    .replace(/^[−–]/, '-');
}

function kindOf(mark: string): MarkKind {
  if (/[-‐‑]/.test(mark)) return 'hyphen';
  if (/["“”„‟«»「」『』＂〝〞]/.test(mark)) return 'double';
  if (/['‘’‚‛‹›´＇]/.test(mark)) return 'single';
  return /[.!?。！？؟।．｡]/.test(mark) ? 'stop' : 'other';
}

/** Marks of one kind are the same however they are drawn; a stop and what else there is are what they are in NFKC. */
function markOf(kind: MarkKind, token: string, start: number): Mark {
  const own = kind === 'note' ? token.replace(/\s+/g, '') : token.normalize('NFKC').replace('。', '.');
  const text = kind === 'stop' || kind === 'note' || kind === 'other' ? own : kind;
  return { kind, text, start, end: start + token.length };
}

/** A reading from a word to another, with the marks before and behind them. */
export function sliceOf({ words, marks }: Reading, from: number, to: number): Reading {
  return { words: words.slice(from, to), marks: marks.slice(from, to + 1) };
}
