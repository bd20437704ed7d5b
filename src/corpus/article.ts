// What an article is.
import type { Problem } from './corpus-error.ts';
import type { Span } from './passage.ts';

/**
 * What is known of one article. Everything that is shown of it is a slice of `text`; sections and sentences
 * keep offsets, never copies. Offsets count UTF-16 units, as `String.prototype.slice` does.
 */
export interface Article {
  /** The file name without `.md`; of an article of a scope a key that no file can have, now or later. */
  readonly id: string;
  /** What a scope calls its article in place of `id`, to be shown and typed. An article of a file may be called the same. */
  readonly shownId?: string;
  readonly title: string;
  readonly publisher: string;
  /** Through whom the text came, when that is not the publisher. */
  readonly via?: string;
  /** A date or a date and time as the source prints it, in ISO 8601: `2025-11-16` or `2025-11-16T09:05`. */
  readonly published?: string;
  readonly url?: string;
  /** When the text was taken from its source, as `published`. */
  readonly retrieved?: string;
  /** Where it was taken from: a web address, a path, or `-` for standard input. */
  readonly source?: string;
  /** sha256 of the bytes of that source, 64 hex digits. */
  readonly sourceSha256?: string;
  /** What the server said of that version, to ask with whether there is another: its `ETag` and `Last-Modified`. */
  readonly sourceEtag?: string;
  readonly sourceModified?: string;
  /** The most that one reply may quote of it, as a share of its sentences' text from 0 to 1; undefined for no limit. */
  readonly quoteAtMost?: number;
  /** All of the text may be shown on a page: its publisher lets it be published again. */
  readonly republish?: boolean;
  /** BCP 47 tag of the language of `text` (not of `title`). */
  readonly lang: string;
  /** A name as the text prints it → other names a reader may type. Used to search, never shown as the text's words. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Questions that the editors answered themselves, in their order. */
  readonly editorsAnswers?: readonly EditorsAnswer[];
  /** What of the front matter does not hold for the text, and is not used: with the line of the file. */
  readonly remarks?: readonly Problem[];
  /** The file's contents after the line that closes the front matter, unchanged. */
  readonly text: string;
  readonly sections: readonly Section[];
  /** In the order of the text. Together with the gaps between them they rebuild it. */
  readonly sentences: readonly Sentence[];
  /** sha256 of `text` in UTF-8, 64 hex digits. */
  readonly revision: string;
  /** The first eight hex digits of a sha256 of the revision and of where sentences begin and end: what a button remembers. */
  readonly edition: string;
}

/** Said instead of sentences where the editors found that the article does not answer. */
export const NOT_ANSWERED = 'not answered';

export interface EditorsAnswer {
  readonly question: string;
  /** Indexes into `Article.sentences`, in the editors' order. */
  readonly sentences: readonly number[] | typeof NOT_ANSWERED;
}

/** What an article is called where its id is shown. */
export function shownIdOf({ id, shownId = id }: Pick<Article, 'id' | 'shownId'>): string {
  return shownId;
}

/** How many sentences some articles have together. */
export function countSentences(articles: readonly Pick<Article, 'sentences'>[]): number {
  return articles.reduce((sum, { sentences }) => sum + sentences.length, 0);
}

/** A heading and the sentences under it. Text before the first heading is a section without one. */
export interface Section {
  /** Without its `#` marks; empty for text before the first heading. */
  readonly heading: string;
  /** From 1, the highest; absent for text before the first heading. Sections of lower levels that follow belong to it. */
  readonly level?: number;
  /** Index of its first sentence in `Article.sentences`. */
  readonly first: number;
  /** Index after its last sentence; equal to `first` where the section is empty. */
  readonly end: number;
}

export interface Sentence {
  /** Offset of its first character in `Article.text`. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
  /** Index into `Article.sections`. */
  readonly section: number;
  /** What it is where it is no prose: all of a code fence or of a table's row, or a piece of it. */
  readonly form?: 'fence' | 'row';
  /** In how many block quotes it stands, where in any: a line break within it is followed by as many `>` at the most. */
  readonly quoteDepth?: number;
  /** It opens a paragraph, a list item, a fence or a row. */
  readonly opens: boolean;
  /** It was too long for one sentence and goes on in the next. */
  readonly isCut?: true;
  /** Where it prints note marks, such as `[4]`: offsets in `Article.text`, in order. */
  readonly marks: readonly Span[];
}
