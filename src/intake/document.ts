/** What a format makes of a source: blocks of its own text, and what it states of itself. */
export interface SourceDocument {
  readonly stated: Stated;
  /** In reading order. */
  readonly blocks: readonly SourceBlock[];
  /**
   * The source's own text, in its order, by a reading that shares as little as possible with that of the blocks: each block
   * is looked for in it, character by character, before it is kept (`fidelity.ts`).
   */
  readonly own: string;
  /**
   * Whether what stands in `own` between two pieces of one block may stand there: marks of the format, such as `**` or the
   * address of a link. Blank space, a hyphen at a line's end, and what `leftOut` tells are allowed without asking.
   */
  readonly isMark?: (between: string) => boolean;
  /** Pieces stand in `own` in any order: a PDF draws its text as it likes. */
  readonly isScattered?: true;
  /** In which encoding it was read, where it is not UTF-8. */
  readonly encoding?: string;
  readonly leftOut: readonly LeftOut[];
  /** Changes that the format itself made, such as decoded entities: how many of each. */
  readonly changes?: Changes;
  /** A sentence why the publisher does not want its text taken; it is taken only where whoever runs it has permission. */
  readonly reserved?: string;
  /** Of a feed's entry that holds no whole text: the web address to read instead. */
  readonly elsewhere?: string;
}

/** What a source states of itself, as printed there; nothing is guessed. */
export interface Stated {
  readonly title?: string;
  readonly publisher?: string;
  /** Through whom it came, where that is another than the publisher. */
  readonly via?: string;
  /** ISO 8601, as far as the source gives it: `2025-11-16` or `2025-11-16T09:05`. */
  readonly published?: string;
  readonly url?: string;
  /** BCP 47. */
  readonly lang?: string;
}

/**
 * Runs of the source's own characters, in order. Between two pieces stands something of the source that is no part of the
 * block: a mark of the format, a hyphen at a line's end, words that were struck. A line feed is a line break to keep, such as
 * of verse; where a source only wraps its lines, a format gives a space, or nothing between Chinese or Japanese characters.
 */
export type Pieces = readonly string[];

/** One block; `quoteDepth` tells in how many block quotes it stands. */
export type SourceBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly pieces: Pieces }
  | { readonly kind: 'paragraph'; readonly pieces: Pieces; readonly quoteDepth?: number }
  | {
      readonly kind: 'item';
      readonly pieces: Pieces;
      /** How many lists it stands in beyond the first. */
      readonly depth: number;
      /** Its number in a numbered list. */
      readonly number?: number;
      readonly quoteDepth?: number;
    }
  | { readonly kind: 'fence'; readonly pieces: Pieces; readonly info?: string; readonly quoteDepth?: number }
  | {
      readonly kind: 'row';
      readonly cells: readonly Pieces[];
      /** It is the first of its table, and read as its header. */
      readonly opensTable: boolean;
      readonly quoteDepth?: number;
    }
  /** The text of a note, as printed with its mark. All notes stand together at the end of an article. */
  | { readonly kind: 'note'; readonly pieces: Pieces };

/** Something of the source that is not taken. */
export interface LeftOut {
  readonly what: LeftOutKind;
  /** Its characters; empty where it has none, as an image without words. */
  readonly text: string;
}

/** What may be left out, each with what it is called in a report: one of it, several. */
export const LEFT_OUT = {
  surroundings: ['part around the article', 'parts around the article'],
  image: ['image', 'images'],
  badge: ['badge', 'badges'],
  html: ['piece of HTML', 'pieces of HTML'],
  comment: ['comment', 'comments'],
  definition: ['link definition', 'link definitions'],
  contents: ['table of contents', 'tables of contents'],
  struck: ['struck-out passage', 'struck-out passages'],
  deleted: ['deleted passage', 'deleted passages'],
  hidden: ['hidden passage', 'hidden passages'],
  runningHead: ['running head or foot', 'running heads or feet'],
  pageNumber: ['page number', 'page numbers'],
  formula: ['formula', 'formulas'],
  form: ['form or button', 'forms or buttons'],
  duplicate: ['text that stands there twice', 'texts that stand there twice'],
  unreadable: ['passage that cannot be read', 'passages that cannot be read'],
  unfaithful: ['block that is not in the source as read', 'blocks that are not in the source as read'],
  unwritable: ['block that plain text cannot hold', 'blocks that plain text cannot hold'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type LeftOutKind = keyof typeof LEFT_OUT;

/** The closed list of what may be changed in a block, each with what it is called in a report: one, several. */
export const CHANGES = {
  spaces: ['other space made a space', 'other spaces made spaces'],
  invisible: ['invisible character removed', 'invisible characters removed'],
  ligatures: ['ligature resolved', 'ligatures resolved'],
  entities: ['entity decoded', 'entities decoded'],
  hyphens: ['hyphen at a line’s end joined', 'hyphens at lines’ ends joined'],
  keptHyphens: ['hyphen at a line’s end kept', 'hyphens at lines’ ends kept'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type ChangeKind = keyof typeof CHANGES;

/** How often each change was made. */
export type Changes = Readonly<Partial<Record<ChangeKind, number>>>;

/** The sum of changes. */
export function addedChanges(...all: readonly Changes[]): Changes {
  const sum: Partial<Record<ChangeKind, number>> = {};
  for (const changes of all) {
    for (const [kind, count] of Object.entries(changes) as [ChangeKind, number][]) {
      if (count > 0) sum[kind] = (sum[kind] ?? 0) + count;
    }
  }
  return sum;
}

/** All characters of a block, pieces and cells together. */
export function piecesOf(block: SourceBlock): Pieces {
  return block.kind === 'row' ? block.cells.flat() : block.pieces;
}
