// What is said to moderators.
import type { ChangeKind, LeftOutKind, NamedKey, NeededKey } from '../intake/intake.ts';
import type { Unavailability } from '../store/store.ts';
import { english } from './editing-words.en.ts';
import { simplified } from './editing-words.zh-cn.ts';
import { traditional } from './editing-words.zh-tw.ts';
import type { Locale } from './locale.ts';

/** What is deleted, or will be. */
export interface Amount {
  readonly articles: number;
  readonly answers: number;
  /** Left out where they are not counted. */
  readonly drafts?: number;
}

/** What is said to whoever moderates a library, in one language. A key that a language lacks does not compile. */
export interface EditingWords {
  /** Why nothing can be done here. */
  readonly refusals: {
    readonly unavailable: (reason: Unavailability) => string;
    /** In a server that did not install the app, in a group, or in direct messages with an app of a server. */
    readonly noLibrary: string;
    readonly notYours: string;
    readonly damaged: string;
    readonly tooLateForForm: string;
    readonly fileAndAddress: string;
    readonly noFile: string;
    readonly unknownArticle: string;
    readonly blocked: string;
    readonly articles: (most: number) => string;
    readonly bytes: (mebibytes: string, most: string) => string;
    readonly hourly: (most: number, minutes: number) => string;
    readonly busy: string;
    readonly noDraft: string;
    readonly noArticle: string;
    readonly idTaken: string;
    readonly incomplete: (labels: readonly string[]) => string;
    /** Before the sentence that says what is wrong with a source, which is in English. */
    readonly source: (problem: string) => string;
    readonly heavy: string;
    readonly noChoice: string;
    readonly noSource: string;
    readonly noAnswer: string;
  };
  readonly buttons: Readonly<
    Record<
      | 'publish'
      | 'details'
      | 'origin'
      | 'discard'
      | 'remove'
      | 'forget'
      | 'unteach'
      | 'previous'
      | 'next'
      | 'yesForget',
      string
    >
  >;
  /** What details are called, in forms and sentences. */
  readonly labels: Readonly<Record<NamedKey, string>>;
  /** How they are written. */
  readonly hints: Readonly<Partial<Record<NamedKey, string>>>;
  /** Why a value was not taken. */
  readonly flaws: Readonly<Record<NamedKey, string>>;
  readonly draft: {
    /** Heads a draft; its title, or undefined where it has none yet. */
    readonly adding: (title: string | undefined) => string;
    readonly replacing: (title: string) => string;
    readonly published: (day: string) => string;
    readonly language: (name: string, isDetected: boolean) => string;
    readonly size: (sections: number, sentences: number) => string;
    readonly first: string;
    readonly missing: (labels: readonly string[]) => string;
    readonly ends: string;
    readonly report: string;
    readonly faithful: string;
    readonly addedHeading: (heading: string) => string;
    readonly difference: (added: number, gone: number) => string;
    readonly aliases: (names: readonly string[]) => string;
    readonly more: (count: number) => string;
    readonly discarded: string;
    readonly isPublished: (title: string) => string;
    readonly isReplaced: (title: string) => string;
    readonly wasPublished: string;
    readonly told: string;
  };
  readonly leftOut: Readonly<Record<LeftOutKind, (count: number) => string>>;
  readonly changes: Readonly<Record<ChangeKind, (count: number) => string>>;
  /** What everyone reads when an article was published. */
  readonly announced: {
    readonly added: (title: string) => string;
    readonly replaced: (title: string) => string;
    readonly sentences: (count: number) => string;
    readonly ask: string;
  };
  readonly forms: {
    readonly paste: string;
    readonly text: string;
    readonly details: string;
    readonly origin: string;
  };
  readonly feed: {
    readonly heading: (entries: number) => string;
    readonly choose: string;
    readonly untitled: string;
  };
  readonly list: {
    readonly heading: (articles: number) => string;
    readonly none: string;
    readonly size: (sentences: number, kibibytes: string) => string;
    readonly beyond: string;
  };
  readonly remove: {
    readonly ask: (title: string) => string;
    readonly what: (answers: number) => string;
    readonly done: (title: string) => string;
  };
  readonly refresh: { readonly unchanged: (title: string) => string };
  readonly files: {
    readonly heading: (articles: number) => string;
    readonly zipped: string;
    readonly tooLarge: (most: string) => string;
  };
  readonly forget: {
    readonly ask: string;
    readonly what: (amount: Amount) => string;
    readonly nothing: string;
    readonly form: string;
    /** What must be typed, and how that is asked for. */
    readonly word: string;
    readonly type: (word: string) => string;
    readonly wrongWord: (word: string) => string;
    readonly done: string;
    readonly deleted: (amount: Amount) => string;
  };
  readonly teach: {
    readonly form: string;
    readonly question: string;
    readonly questionHint: string;
    readonly sentences: string;
    readonly sentencesHint: string;
    readonly none: (title: string) => string;
    readonly nothingQuoted: string;
    readonly changed: string;
    readonly oneArticle: string;
    readonly noneOrSome: string;
    readonly noQuestion: string;
    readonly done: string;
    readonly answeredBy: (title: string, sentences: readonly number[]) => string;
    readonly answeredByNone: (title: string) => string;
    readonly heading: (answers: number) => string;
    readonly noAnswers: string;
    readonly choose: string;
    readonly undone: string;
    readonly gone: string;
  };
}

/** The names of details that must be told. */
export const labelsOf = (keys: readonly NeededKey[], say: EditingWords) => keys.map((key) => say.labels[key]);

export const EDITING_WORDS: Readonly<Record<Locale, EditingWords>> = {
  'en-US': english,
  'zh-CN': simplified,
  'zh-TW': traditional,
};
