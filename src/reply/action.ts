// What a button can do, as plain values.
import type { Outcome } from '../search/search.ts';
import type { Localized } from './locale.ts';

/**
 * Names a passage across restarts: what a button can hold of it. `edition` is the article's, so that a button pressed
 * after the article changed, or after its sentences were split anew, can say so.
 */
export interface PassageRef {
  readonly article: string;
  readonly edition: string;
  /** Index of its first sentence, from 0. */
  readonly first: number;
  /** Index of its last sentence, inclusive. */
  readonly last: number;
}

export type SummaryLength = 'short' | 'medium' | 'long';

/** The outcomes of what was looked up. */
export type Judged = Exclude<Outcome, 'about'>;

/** What an action may say beside its verb, by the name of the field that holds it. */
export interface Fields {
  readonly passage: { readonly passage: PassageRef };
  /** None only under the outcome `absent`. */
  readonly passages: { readonly passages: readonly PassageRef[] };
  readonly article: { readonly article: string; readonly edition: string };
  /** Left out for all articles. */
  readonly anyArticle: { readonly article?: string; readonly edition?: string };
  /** How many quotations or entries to pass over: those shown before. */
  readonly from: { readonly from: number };
  /**
   * How many each page before showed, so that the way back is the way here. Left out on the first page. Of passages it is all of
   * them, and their sum is passed over; of a list the last ones, as far as there was room.
   */
  readonly trail: { readonly trail?: readonly number[] };
  /** How many letters come before that of the first passage, so that each keeps its letter. Left out for none. */
  readonly lettered: { readonly lettered?: number };
  /** Which part of a menu to offer, from 0; left out for the one with what is shown. */
  readonly part: { readonly part?: number };
  /** Counted from 0. */
  readonly page: { readonly page: number };
  /** Left out for prose. */
  readonly form: { readonly form?: 'exact' };
  readonly outcome: { readonly outcome: Judged };
  readonly length: { readonly length: SummaryLength };
  /** Index into the article's sections; left out for the whole article. */
  readonly section: { readonly section?: number };
  /** A note mark as printed, such as `[4]`. */
  readonly note: { readonly note?: string };
}

interface ActionShape {
  readonly fields: readonly (keyof Fields)[];
  /**
   * Where its reply goes. `public`: to everyone. `private`: to the presser, as a message of its own. `beside`: so, too, or
   * in the place of a message that only its reader sees, unless that can still be shown to everyone. `turned`: in the place of the message where it was asked for, for
   * whoever asked; beside it for others. `nowhere`: it has no reply, since it removes the message that it stands under.
   */
  readonly opens: 'public' | 'private' | 'beside' | 'turned' | 'nowhere';
  /** Whether its reply is about the question, and repeats it. */
  readonly repeatsQuestion: boolean;
  /** What its button says, where it always says the same. */
  readonly label?: Localized;
}

/** Everything that a button or menu can do. `commands/press.ts` does what has a reply. */
export const ACTIONS = {
  /** Shows the passage with one sentence more on each side. */
  context: {
    fields: ['passage'],
    opens: 'beside',
    repeatsQuestion: true,
    label: { 'en-US': 'Context', 'zh-CN': '上下文', 'zh-TW': '上下文' },
  },
  /**
   * Shows these passages but for those on the pages before: what a reply had no room for. Letters go on after `from` passages
   * that are not among them.
   */
  more: { fields: ['passages', 'from', 'trail'], opens: 'turned', repeatsQuestion: true },
  /** Shows the exact characters of these passages, with offsets and sha256. */
  verify: {
    fields: ['passages', 'lettered'],
    opens: 'private',
    repeatsQuestion: false,
    label: { 'en-US': 'Verify', 'zh-CN': '核对原文', 'zh-TW': '核對原文' },
  },
  /** Shows the passage that came nearest to a question that the articles do not answer. */
  closest: {
    fields: ['passage'],
    opens: 'beside',
    repeatsQuestion: true,
    label: { 'en-US': 'Closest passage', 'zh-CN': '最接近的段落', 'zh-TW': '最接近的段落' },
  },
  /** Shows a page of a passage longer than one message, in the form the page before it had. */
  page: { fields: ['passage', 'page', 'form'], opens: 'turned', repeatsQuestion: true },
  /** Shows to everyone what was shown privately, under the outcome it had. */
  share: {
    fields: ['passages', 'outcome'],
    opens: 'public',
    repeatsQuestion: true,
    label: { 'en-US': 'Show everyone', 'zh-CN': '让大家看到', 'zh-TW': '讓大家看到' },
  },
  /** Shows the sentences that stand for an article, or for one of its sections. */
  summary: {
    fields: ['article', 'length', 'section', 'from', 'trail', 'part'],
    opens: 'turned',
    repeatsQuestion: false,
  },
  /** Shows what is held: all articles, one, or the sentences that print a note mark. */
  sources: {
    fields: ['anyArticle', 'from', 'trail', 'part', 'note'],
    opens: 'turned',
    repeatsQuestion: false,
  },
  /** Removes the message, for whoever asked and whoever may manage messages there. No reply offers it: who sends one does. */
  delete: {
    fields: [],
    opens: 'nowhere',
    repeatsQuestion: false,
    label: { 'en-US': 'Delete', 'zh-CN': '删除', 'zh-TW': '刪除' },
  },
} as const satisfies Readonly<Record<string, ActionShape>>;

export type Verb = keyof typeof ACTIONS;

/** The verbs that are answered with a reply: what a reply may offer, and `commands/press.ts` does. */
export type ShowingVerb = {
  [V in Verb]: (typeof ACTIONS)[V]['opens'] extends 'nowhere' ? never : V;
}[Verb];

type Intersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
type FieldsOf<V extends Verb> = Intersection<Fields[(typeof ACTIONS)[V]['fields'][number]]>;

/** What a button or menu does. Plain values, so that a press needs no memory of the reply that offered it. */
export type Action<V extends Verb = ShowingVerb> = { [K in V]: { readonly verb: K } & FieldsOf<K> }[V];

/** The verbs whose buttons always say the same. */
export type LabeledVerb = {
  [V in ShowingVerb]: (typeof ACTIONS)[V] extends { label: Localized } ? V : never;
}[ShowingVerb];
