// What a command is: its options, what it may use, what it gives back.
import type { Locale, Localized } from '../src/reply/locale.ts';
import type { PageOf } from '../src/reply/page-of.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Words } from '../src/reply/words.ts';
import type { Library, PostedMessage } from '../src/search/search.ts';

/** What a command may use: the articles, and the words of the reader's language. */
export interface Session {
  readonly library: Library;
  readonly locale: Locale;
  readonly words: Words;
  /** Where passages can be read with what stands around them; left out where nobody serves that. */
  readonly pageOf?: PageOf;
}

/** A value offered for an option: `name` is shown, `value` is sent; each at most 100 characters. */
export interface Choice {
  readonly name: string | Localized;
  readonly value: string;
}

export interface StringOption {
  readonly type: 'string';
  readonly description: Localized;
  readonly required?: true;
  /** In UTF-16 units. */
  readonly maxLength?: number;
  /** The only values there are. */
  readonly choices?: readonly Choice[];
  /** Offers values while the reader types; any other value may be sent all the same. `chosen` holds the other options so far. */
  readonly complete?: (
    typed: string,
    chosen: Readonly<Record<string, string>>,
    session: Session,
  ) => readonly Choice[];
  /** Whether a value names something that there is, so that it is known for a value of this option without its name. */
  readonly fits?: (typed: string, chosen: Readonly<Record<string, string>>, session: Session) => boolean;
}

export interface BooleanOption {
  readonly type: 'boolean';
  readonly description: Localized;
  readonly required?: true;
}

export type Option = StringOption | BooleanOption;
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O> = O extends { type: 'boolean' } ? boolean : string;

/** What the options of a command hold once read: required ones always, others perhaps. */
export type Values<O extends Options> = {
  readonly [K in keyof O as O[K] extends { required: true } ? K : never]: ValueOf<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends { required: true } ? never : K]?: ValueOf<O[K]> | undefined;
};

/** What a reader types after a slash, and what it answers. */
export interface SlashCommand<O extends Options = Options> {
  readonly kind: 'slash';
  /** 1–32 lower-case letters; the same in every language for dispatch. */
  readonly name: string;
  readonly label: Localized;
  readonly description: Localized;
  /** Required options first, as Discord wants them. */
  readonly options: O;
  answer(values: Values<O>, session: Session): Promise<Reply>;
}

/** What a reader chooses from the menu of somebody's message. */
export interface MessageCommand {
  readonly kind: 'message';
  readonly name: string;
  readonly label: Localized;
  answer(message: PostedMessage, session: Session): Promise<Reply>;
}

export type Command = SlashCommand | MessageCommand;

/** Gives a command's `answer` the types of its own options. */
export function slashCommand<const O extends Options>(
  command: Omit<SlashCommand<O>, 'kind'>,
): SlashCommand<O> {
  return { kind: 'slash', ...command };
}
