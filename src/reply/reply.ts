// What a reply is.
import type { Passage, Span } from '../corpus/passage.ts';
import type { Evidence, Reason } from '../search/search.ts';
import type { Action } from './action.ts';
import type { Placing } from './attribution.ts';
import type { Claim } from './claim.ts';
import type { Edit } from './edit.ts';

/** What a reply is, told by more than its color: each tone has a heading of its own. */
export type Tone = 'found' | 'unclear' | 'absent' | 'about' | 'plain' | 'fault';

/**
 * What a command answers, before anyone decides how it is shown. All text is plain: renderers escape it. What is said of
 * articles and passages is a `Claim`, which becomes words when it is known what is shown.
 * Words of an article stand in quotations and nowhere else, but for titles, headings and attribution.
 */
export interface Reply {
  readonly visibility: 'public' | 'private';
  readonly tone: Tone;
  readonly heading: string | Claim;
  /** In reading order. A renderer that lacks room leaves out whole blocks from the end, never a part of one. */
  readonly blocks: readonly Block[];
  /** Shown below whatever room is left: attribution of the whole, such as `title · publisher, date · rev 9f3c1a2b`. */
  readonly footer?: string | Claim;
  readonly buttons: readonly Button[];
  readonly menus: readonly Menu[];
  /** A choice among things to be done with a library. */
  readonly editMenu?: EditMenu;
  /**
   * The button that shows the rest, when a renderer had room for only the first `shown` blocks that count
   * (quotations and entries). It takes the place of the button marked `rest`, if there is one.
   * Left out where a reply never outgrows a message; undefined where nothing is left.
   */
  readonly rest?: (shown: number) => Button | undefined;
}

export type Block =
  /** A sentence or two of the interface. */
  | { readonly kind: 'text'; readonly text: string | Claim }
  /**
   * Small print of the interface. `question` marks the line that repeats the reader's question, `ofStress` one that says what
   * is stressed: it is left out where stress cannot be seen.
   */
  | {
      readonly kind: 'note';
      readonly text: string | Claim;
      readonly question?: true;
      readonly ofStress?: true;
    }
  /** A section's heading, where a reply crosses into it. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'quotation'; readonly quotation: Quotation }
  /**
   * What of the question stands in the quotations that are shown, in a line and a sentence. It is told when it is known which
   * they are; `part` says which of it stands where.
   */
  | {
      readonly kind: 'evidence';
      readonly part: 'line' | 'sentence' | 'legend';
      readonly evidence: Evidence;
      /** Why the finding has its outcome, for what is no word; undefined where nothing is said of it. */
      readonly reason: Reason | undefined;
    }
  /** The visible `[…]` between quotations that are not neighbors. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'divider' }
  /** What was changed and left out of a source, which stays while what is around it changes: as lines, or as it was displayed. */
  | { readonly kind: 'report'; readonly lines: readonly string[] }
  | { readonly kind: 'report'; readonly displayed: string }
  /** One item of a list, such as an article held: a name and lines about it. Counts toward `rest`. */
  | {
      readonly kind: 'entry';
      readonly name: string;
      readonly lines: readonly (string | Claim)[];
      readonly button?: Button;
    };

/** Made by `quote()` alone. */
export interface Quotation {
  readonly passage: Passage;
  /** Always `passage.article.text.slice(start, end)` of the passage. */
  readonly text: string;
  /** Words to stress: offsets into the article's text, ascending, not overlapping. */
  readonly matches: readonly Span[];
  /** What is of the kind asked for, to underline: as `matches`, which it does not touch. */
  readonly answers: readonly Span[];
  /** A, B, C …: never a number in brackets, which articles use for their own notes. */
  readonly letter?: string;
  /** What is told of where it stands. */
  readonly placing: Placing;
  /** `exact` asks for the characters as they are stored, in a code block. */
  readonly form: 'prose' | 'exact';
  /** Which page of it to show where it is longer than a message, from 0. */
  readonly page: number;
  readonly button?: Button;
}

export interface Button {
  readonly label: string;
  /** A press does `action` or `edit`; a link opens `url` and tells nobody. */
  readonly action?: Action;
  readonly edit?: Edit;
  /** What it does of all, or what it does cannot be undone. */
  readonly style?: 'main' | 'danger';
  readonly url?: string;
  /** Leads to what this reply holds back; `Reply.rest` replaces it where a renderer holds back more. */
  readonly rest?: true;
}

/** A choice of one among several actions: at most `LIMITS.choices.most`. */
export interface Menu {
  readonly placeholder: string;
  readonly options: readonly {
    readonly label: string;
    readonly description?: string;
    readonly action: Action;
  }[];
}

/** At most `LIMITS.choices.most` things of which one is done. */
export interface EditMenu {
  readonly placeholder: string;
  readonly options: readonly {
    readonly label: string;
    readonly description?: string;
    readonly edit: Edit;
  }[];
}
