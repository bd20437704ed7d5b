// What moderators' commands are made of.
import type { ArticleBytes, Desk } from '../src/desk/desk.ts';
import type { AttachedFile } from '../src/desk/sources.ts';
import type { PassageRef } from '../src/reply/action.ts';
import type { EditingWords } from '../src/reply/editing-words.ts';
import type { Form } from '../src/reply/form.ts';
import type { Locale, Localized } from '../src/reply/locale.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Words } from '../src/reply/words.ts';
import type { Library } from '../src/search/search.ts';
import type { ScopeKey } from '../src/store/store.ts';
import type { Choice } from './command.ts';

/** Who moderates a library: which one, at which desk, and what is said to them. */
export interface Moderator {
  readonly scope: ScopeKey;
  readonly desk: Desk;
  readonly locale: Locale;
  readonly words: Words;
  readonly say: EditingWords;
  /** The articles that its readers see, those of the house among them; undefined where what is stored cannot be read. */
  library(): Promise<Library | undefined>;
}

/** A text to type, or a file to attach. */
export type ModerationOption =
  | {
      readonly type: 'string';
      readonly label: Localized;
      readonly description: Localized;
      readonly required?: true;
      readonly maxLength?: number;
      /** Offers values of the moderator's own scope while they type. */
      readonly complete?: (typed: string, moderator: Moderator) => Promise<readonly Choice[]>;
    }
  | { readonly type: 'file'; readonly label: Localized; readonly description: Localized };

/** What was sent of options, by name; what is missing or of another type is undefined. */
export interface Sent {
  text(option: string): string | undefined;
  file(option: string): AttachedFile | undefined;
  /** Whether anything was sent for it. */
  has(option: string): boolean;
}

export interface Subcommand {
  readonly label: Localized;
  readonly description: Localized;
  readonly options: Readonly<Record<string, ModerationOption>>;
  answer(sent: Sent, moderator: Moderator): Promise<Edited>;
}

/** A command for those who moderate a library, in parts. The console has none: it has `npm run add`. */
export interface ModerationCommand {
  readonly kind: 'moderation';
  readonly name: string;
  readonly label: Localized;
  readonly description: Localized;
  readonly subcommands: Readonly<Record<string, Subcommand>>;
}

/** The same, chosen on a message; `quoted` are the passages that a reply of the bot shows, and none of any other message. */
export interface ModerationMessageCommand {
  readonly kind: 'moderation message';
  readonly name: string;
  readonly label: Localized;
  answer(quoted: readonly PassageRef[], moderator: Moderator): Promise<Edited>;
}

export type AnyModerationCommand = ModerationCommand | ModerationMessageCommand;

/** What follows: a form, or a private reply, with what everyone is told and the files that come along. */
export type Edited = { readonly form: Form } | Replied;

export interface Replied {
  readonly reply: Reply;
  readonly announcement?: Reply;
  readonly files?: readonly ArticleBytes[];
}
