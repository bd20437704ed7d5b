// What the interface says.
import type { Kind, MarkDifference, Reason } from '../search/search.ts';
import type { SummaryLength } from './action.ts';
import type { Locale } from './locale.ts';
import { english } from './words.en.ts';
import { simplified } from './words.zh-cn.ts';
import { traditional } from './words.zh-tw.ts';

/** What a layer of attribution needs: who published, through whom it came, and when; and of which day the text is. */
export interface Publication {
  readonly publisher: string;
  readonly via?: string | undefined;
  /** As the source prints it: `2025-11-16 09:05`. */
  readonly published?: string | undefined;
  /** The day on which the text was taken from its source: `2026-12-01`. */
  readonly retrieved?: string | undefined;
}

/** Names that a reader may have meant, nearest spelling first, and how many more there are. */
export interface Known {
  readonly names: readonly string[];
  readonly more: number;
}

/** Which marks a reply has beside ✓. */
export interface Marks {
  readonly lacking: boolean;
  readonly read: boolean;
  /** A word that is near in meaning to one that lacks. */
  readonly near: boolean;
  readonly bold: boolean;
  /** What is underlined, if anything is. */
  readonly underlined: Kind | undefined;
}

/** Where a quotation is printed: in one of so many articles, and in the passages with these letters, if they are named. */
export interface Printed {
  readonly articles: number;
  readonly letters: readonly string[];
}

/** Which brackets tell of differences: `[a → b]`, `[+ b]`, `[− a]`. */
export interface Brackets {
  readonly changed: boolean;
  readonly added: boolean;
  readonly leftOut: boolean;
}

/** Every word of the interface, in one language. A key that a language lacks does not compile. */
export interface Words {
  readonly locale: Locale;
  /** What buttons say whose label is not in `ACTIONS`. */
  readonly buttons: {
    readonly moreContext: string;
    readonly more: (passages: number) => string;
    readonly rest: (items: number) => string;
    readonly open: string;
    /** The same, beside links to pages of this bot. */
    readonly openAtPublisher: string;
    /** Opens an article at the passage with a letter. */
    readonly openAt: (letter: string) => string;
    /** Leads to a page of the passage with what stands around it; without a letter where there is one passage. */
    readonly readInContext: (letter: string | undefined) => string;
    readonly shorter: string;
    readonly longer: string;
    readonly details: string;
    readonly previous: string;
    readonly allArticles: string;
    readonly previousPage: string;
    readonly nextPage: string;
  };
  readonly place: {
    /** Numbers count from 1; `last` equals `first` for one sentence. */
    readonly sentences: (first: number, last: number) => string;
    readonly characters: (start: number, end: number) => string;
    readonly publication: (publication: Publication) => string;
    /** The first eight hex digits of an article's revision. */
    readonly revision: (digits: string) => string;
    readonly page: (page: number, pages: number) => string;
    /** Heads a reply of which nothing more can be said. */
    readonly here: string;
    readonly andMore: (count: number) => string;
    /** The option of a menu that leads to its options from `first` to `last`. */
    readonly options: (first: number, last: number, all: number) => string;
    /** Where a reply ends because an article may not be quoted further. */
    readonly quotedEnough: (percent: number) => string;
  };
  readonly ask: {
    readonly found: (passages: number, articles: number) => string;
    readonly unclear: (articles: number) => string;
    /** Over passages that the editors chose, and where they say that nothing answers. */
    readonly chosen: (passages: number) => string;
    readonly absent: (articles: number) => string;
    /** Heading over a question that was never looked up. */
    readonly notAsked: string;
    readonly asked: (question: string) => string;
    readonly reason: (reason: Reason) => string;
    readonly compared: (sentences: number, articles: number) => string;
    /** What can be asked for. */
    readonly kinds: Readonly<Record<Kind, string>>;
    /** Of the evidence: a word of the question that stands in the passages, one that was read as others, one that they lack. */
    readonly held: (word: string) => string;
    readonly read: (word: string, as: readonly string[]) => string;
    readonly lacking: (word: string) => string;
    /** The same of one that they lack and have something near in meaning to. */
    readonly near: (word: string, as: readonly string[]) => string;
    /** What so many passages lack, as a sentence: words; years, beside those that they have; a kind of thing. */
    readonly saysNone: (words: readonly string[], passages: number) => string;
    readonly speakOf: (printed: readonly string[], asked: readonly string[], passages: number) => string;
    readonly givesNo: (kind: Kind, passages: number) => string;
    /** What the marks of the evidence and in the quotations mean, as far as there are any. */
    readonly legend: (marks: Marks, passages: number) => string;
    /** For a question in another language than the article's. */
    readonly articleIn: (language: string) => string;
    readonly sections: (headings: readonly string[], more: number) => string;
    readonly articles: (titles: readonly string[], more: number) => string;
    readonly furtherHeading: string;
    /** Which passages of those found are shown, by their places in rank. */
    readonly range: (first: number, last: number, all: number) => string;
    readonly further: string;
    readonly closestHeading: string;
    readonly closest: string;
    /** For everyone who reads a reply that one reader chose to show. */
    readonly sharedUnclear: (passages: number) => string;
    readonly sharedAbsent: string;
    readonly sharedClosest: string;
  };
  readonly about: {
    readonly heading: (articles: number) => string;
    readonly botHeading: string;
    /** Over the sentences that stand for an article. */
    readonly subject: string;
    readonly noDate: string;
    readonly bot: string;
    readonly greeting: string;
    readonly thanks: string;
    readonly chooseSection: string;
    readonly chooseArticle: string;
  };
  readonly context: {
    readonly heading: string;
    readonly whole: string;
    /** Heads one page of a passage longer than a message. */
    readonly page: string;
  };
  readonly verify: {
    readonly heading: string;
    readonly matches: (passages: number) => string;
    readonly differs: string;
    readonly passageHash: (label: string, hex: string) => string;
    readonly textHash: (title: string, hex: string) => string;
  };
  readonly summary: {
    readonly heading: (length: SummaryLength) => string;
    readonly ofSection: (length: SummaryLength, section: string) => string;
    /** `percent` is text, such as `46` or `<1`; `gaps` tells whether a `[…]` stands between what is shown. */
    readonly coverage: (shown: number, all: number, percent: string, gaps: boolean) => string;
    readonly sectionCoverage: (shown: number, all: number, percent: string, gaps: boolean) => string;
    /** Which sentences of those from `first` to `last` stand in it: numbers and ranges. */
    readonly places: (sentences: readonly string[], first: number, last: number) => string;
    readonly continued: (first: number, last: number, all: number) => string;
    readonly empty: string;
    readonly wholeArticle: string;
    readonly chooseSection: string;
    readonly chooseSectionOf: (first: number, last: number, all: number) => string;
  };
  readonly sources: {
    /** Of a model that reads the best passages; it has no other part. */
    readonly readBy: (model: string) => string;
    readonly heading: (articles: number) => string;
    /** Heads one article where several are held. */
    readonly one: string;
    readonly publication: (publication: Publication) => string;
    readonly size: (language: string, sections: number, sentences: number) => string;
    readonly identity: (id: string, revision: string) => string;
    readonly noNotes: string;
    /** Heads the list of note marks. */
    readonly notes: string;
    readonly noteLine: (mark: string, sentences: readonly string[], more: number) => string;
    readonly notOccurring: (marks: readonly string[]) => string;
    readonly neverGuessed: string;
    readonly noteHeading: (mark: string, sentences: number) => string;
    readonly chooseNote: string;
    readonly chooseNoteOf: (first: number, last: number, all: number) => string;
    readonly printedBy: (sentences: number) => string;
    readonly continued: (first: number, last: number, all: number) => string;
    readonly link: (url: string) => string;
  };
  readonly find: {
    readonly heading: (passages: number, articles: number) => string;
    readonly quotesHeading: (quotations: number) => string;
    readonly unclearHeading: string;
    readonly cannotTell: (passages: number) => string;
    readonly absentHeading: (articles: number) => string;
    readonly compared: (sentences: number, articles: number) => string;
    readonly blank: string;
    readonly exact: (quote: string, printed: Printed) => string;
    /** The same of a heading and of an article's title. */
    readonly exactName: (quote: string, kind: 'heading' | 'title', articles: number) => string;
    /** Where the words are the same; `marks` are told by `mark`. */
    readonly marksOnly: (quote: string, printed: Printed, marks: readonly string[], more: number) => string;
    readonly different: (quote: string, printed: Printed) => string;
    readonly notFound: (quote: string, articles: number) => string;
    /** One mark that differs, as each side has it; empty where it has none. */
    readonly mark: (mark: MarkDifference) => string;
    /** Marks that differ beside the words. */
    readonly marksToo: (marks: readonly string[], more: number) => string;
    /** Before the words that differ, each between brackets. */
    readonly differences: (edits: readonly string[], more: number) => string;
    /** What the brackets mean, as far as there are any. */
    readonly brackets: (has: Brackets, articles: number) => string;
    /** The heading or title of an article that has the words, where no sentence has. */
    readonly name: (name: string, kind: 'heading' | 'title') => string;
    /** What little of its sentence stands before or behind a quotation. */
    readonly beside: (before: string, behind: string) => string;
    readonly onlyInArticle: string;
    readonly passages: (passages: number) => string;
    readonly noVerdict: string;
    readonly moreQuotes: (count: number) => string;
  };
  readonly problems: {
    readonly heading: string;
    readonly unknownArticle: (typed: string, known: Known) => string;
    readonly ambiguousArticle: (typed: string, known: Known) => string;
    readonly whichArticle: (known: Known) => string;
    readonly unknownSection: (typed: string, title: string, known: Known) => string;
    readonly noSections: (title: string) => string;
    readonly unknownNote: (typed: string, title: string, known: Known) => string;
    readonly noNotes: (title: string) => string;
    readonly goneArticle: (id: string) => string;
    readonly changedArticle: (title: string) => string;
    readonly outOfRange: (title: string, sentences: number) => string;
    readonly nothingFurther: string;
    readonly unknownAction: string;
    readonly cooldown: (until: string) => string;
    readonly fault: (id: string) => string;
  };
  readonly options: {
    readonly required: (option: string, usage: string) => string;
    readonly unknown: (option: string, known: readonly string[]) => string;
    readonly none: (command: string) => string;
    readonly notText: (option: string) => string;
    readonly notBoolean: (option: string, typed: string) => string;
    readonly tooLong: (option: string, length: number, most: number) => string;
    readonly notAChoice: (option: string, typed: string, choices: readonly string[]) => string;
  };
  readonly console: {
    readonly held: (articles: number, sentences: number) => string;
    readonly intro: string;
    readonly tryIt: (example: string) => string;
    readonly keys: string;
    readonly connect: string;
    readonly press: string;
    readonly noSuchNumber: (typed: string, most: number) => string;
    readonly nothingToPress: (typed: string) => string;
    readonly unknownCommand: (typed: string, known: readonly string[]) => string;
    /** Of a command that is misspelt or shortened so that it may be one of several. */
    readonly nearCommands: (typed: string, near: readonly string[]) => string;
    /** Of an option that is named without a value; `values` are some that it takes. */
    readonly emptyOption: (option: string, values: readonly string[]) => string;
    readonly helpHeading: string;
    readonly helpQuestion: string;
    readonly helpNumber: string;
    readonly helpHelp: string;
    readonly helpQuit: string;
    readonly helpOptions: string;
    readonly required: string;
    readonly oneOf: (choices: readonly string[]) => string;
    /** What /find takes in a terminal, where there is no message to choose. */
    readonly helpMessage: string;
    /** Stand for what is typed, in the list of what can be. */
    readonly question: string;
    readonly number: string;
    readonly remarked: (text: string, remark: string) => string;
    /** A question about a name, for somebody who does not know what to ask. */
    readonly example: (name: string) => string;
    readonly findNothing: string;
    readonly fault: (message: string) => string;
  };
}

/** The words of the interface in each of its languages. */
export const WORDS: Readonly<Record<Locale, Words>> = {
  'en-US': english,
  'zh-CN': simplified,
  'zh-TW': traditional,
};
