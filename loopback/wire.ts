/**
 * What travels between Discord and a bot, as plain JSON. The shapes are loose on purpose: a body is held against
 * Discord's own schemas (`schema.ts`) before anything reads it through these types.
 */

/** Bits of a message's `flags` (https://docs.discord.com/developers/resources/message#message-object-message-flags). */
export const FLAGS = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const BUTTON_STYLE = { primary: 1, secondary: 2, success: 3, danger: 4, link: 5, premium: 6 } as const;

/** The first answer to an interaction (https://docs.discord.com/developers/interactions/receiving-and-responding). */
export const CALLBACK = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
  launchActivity: 12,
} as const;

export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | null;
  readonly default?: boolean | null;
}

/** Any component; which fields it has depends on its `type`. */
export interface Component {
  readonly type: number;
  readonly id?: number | null;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly accent_color?: number | null;
  readonly content?: string;
  readonly custom_id?: string | null;
  readonly style?: number;
  readonly label?: string | null;
  readonly emoji?: unknown;
  readonly url?: string | null;
  readonly sku_id?: string | null;
  readonly disabled?: boolean | null;
  readonly placeholder?: string | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly options?: readonly SelectOption[];
  readonly spacing?: number | null;
  readonly divider?: boolean | null;
  readonly spoiler?: boolean | null;
  /** Of a label, what it is about. */
  readonly component?: Component;
  readonly file?: { readonly url: string };
  readonly required?: boolean | null;
  readonly value?: string | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
}

export interface AllowedMentions {
  readonly parse?: readonly (string | null)[] | null;
  readonly users?: readonly (string | null)[] | null;
  readonly roles?: readonly (string | null)[] | null;
  readonly replied_user?: boolean | null;
}

/** A form, as a bot opens it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** A file that came along with a request or a command. */
export interface FileSent {
  readonly filename: string;
  readonly content: Uint8Array;
}

/** What a bot sends as a message or as a change to one. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[] | null;
  readonly components?: readonly Component[] | null;
  readonly poll?: unknown;
  readonly sticker_ids?: readonly string[] | null;
  readonly attachments?: readonly unknown[] | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly flags?: number | null;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: string | null;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
  readonly bot?: boolean;
}

export interface InteractionMetadata {
  readonly id: string;
  readonly type: number;
  readonly user: User;
  readonly authorizing_integration_owners: Readonly<Record<string, string>>;
  readonly original_response_message_id?: string;
  readonly interacted_message_id?: string;
  readonly target_message_id?: string;
}

/** A message as Discord gives it out: every component has an `id`, defaults are filled in. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly content: string;
  readonly flags: number;
  readonly components: readonly Component[];
  readonly embeds: readonly unknown[];
  readonly attachments: readonly unknown[];
  readonly author: User;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly mentions: readonly User[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly pinned: boolean;
  readonly tts: boolean;
  readonly application_id?: string;
  readonly webhook_id?: string;
  readonly interaction_metadata?: InteractionMetadata;
}

export interface Choice {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly value: string | number;
}

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly choices?: readonly Choice[] | null;
  readonly options?: readonly CommandOption[] | null;
}

/** The definition of a command, as a bot registers it. */
export interface CommandBody {
  readonly type?: number | null;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description?: string | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly options?: readonly CommandOption[] | null;
  readonly default_member_permissions?: string | number | null;
  readonly dm_permission?: boolean | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly nsfw?: boolean | null;
}

/** A command as Discord keeps it. */
export interface RegisteredCommand extends CommandBody {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  readonly guild_id?: string;
  readonly type: number;
  readonly description: string;
}
