import type { Outcome } from '../search/search.ts';

/**
 * Names a passage across restarts: what a button can hold of it. `revision` is the first eight hex digits of the
 * article's, so that a button pressed after the article changed can say so.
 */
export interface PassageRef {
  readonly article: string;
  readonly revision: string;
  /** Index of its first sentence, from 0. */
  readonly first: number;
  /** Index of its last sentence, inclusive. */
  readonly last: number;
}

export type SummaryLength = 'short' | 'medium' | 'long';

/** What a button or menu does. Plain values, so that a press needs no memory of the reply that offered it. */
export type Action =
  /** Shows the passage with one sentence more on each side. */
  | { readonly verb: 'context'; readonly passage: PassageRef }
  /** Shows these passages: what a reply had no room for. Letters go on after the `from` passages shown before. */
  | { readonly verb: 'more'; readonly passages: readonly PassageRef[]; readonly from?: number }
  /** Shows the exact characters of these passages, with offsets and sha256. */
  | { readonly verb: 'verify'; readonly passages: readonly PassageRef[] }
  /** Shows the passage that came nearest to a question that the articles do not answer. */
  | { readonly verb: 'closest'; readonly passage: PassageRef }
  /** Shows page `page` (from 0) of a passage longer than one message, in the form the page before it had. */
  | { readonly verb: 'page'; readonly passage: PassageRef; readonly page: number; readonly form?: 'exact' }
  /** Shows to everyone what was shown privately, under the outcome it had. */
  | { readonly verb: 'share'; readonly outcome: Outcome; readonly passages: readonly PassageRef[] }
  | {
      readonly verb: 'summary';
      readonly article: string;
      readonly revision: string;
      readonly length: SummaryLength;
      /** Index into the article's sections; left out for the whole article. */
      readonly section?: number;
      /** How many of the summary's quotations to pass over: those shown before. */
      readonly from: number;
    }
  | {
      readonly verb: 'sources';
      /** Left out for all articles. */
      readonly article?: string;
      readonly revision?: string;
      /** A note mark as printed, such as `[4]`. */
      readonly note?: string;
      readonly from: number;
    };
