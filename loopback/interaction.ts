// Makes interactions as Discord sends them.
import type { Attachment } from './attachments.ts';
import { snowflake } from './people.ts';
import type { Component, Message, User } from './wire.ts';

/** Where a reader is: in a server's channel, in the bot's direct messages, or among friends in a group. */
export type Place = 'guild' | 'dm' | 'group';

export interface Asked {
  readonly user: User;
  readonly locale: string;
  readonly place: Place;
  /** Whose installation answers: the server's, or the reader's own. */
  readonly installed: 'guild' | 'user';
  /** Permissions in the server's channel beside those that everyone has there, as Discord's bits. */
  readonly permissions: bigint;
}

export interface World {
  readonly applicationId: string;
  readonly guildId: string;
  readonly guildLocale: string;
  readonly channelIds: Readonly<Record<Place, string>>;
}

/** The object of INTERACTION_CREATE, complete but for channel data that an app without intents does not read. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly application_id: string;
  /** Missing or null where a test sends one that is damaged. */
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly channel_id: string;
  readonly authorizing_integration_owners: Readonly<Record<string, string>>;
  readonly message?: Message;
  readonly [field: string]: unknown;
}

/** SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES, MENTION_EVERYONE, USE_EXTERNAL_EMOJIS: what an app may do in a direct message. */
const APP_PERMISSIONS = String((1 << 11) | (1 << 14) | (1 << 15) | (1 << 17) | (1 << 18));
/** VIEW_CHANNEL, SEND_MESSAGES, USE_APPLICATION_COMMANDS. */
const MEMBER_PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 31n);

const CONTEXT: Readonly<Record<Place, number>> = { guild: 0, dm: 1, group: 2 };
const CHANNEL_TYPE: Readonly<Record<Place, number>> = { guild: 0, dm: 1, group: 3 };

export function interactionOf(
  type: number,
  data: Readonly<Record<string, unknown>>,
  asked: Asked,
  world: World,
  message?: Message,
): Interaction {
  const { user, locale, place, installed } = asked;
  const channelId = message?.channel_id ?? world.channelIds[place];
  return {
    id: snowflake(),
    application_id: world.applicationId,
    type,
    token: `aW50ZXJhY3Rpb24-${snowflake()}`,
    version: 1,
    data,
    channel_id: channelId,
    channel: channelOf(asked, channelId, world),
    locale,
    context: CONTEXT[place],
    app_permissions: APP_PERMISSIONS,
    attachment_size_limit: 10_485_760,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners:
      installed === 'guild' ? { 0: place === 'guild' ? world.guildId : '0' } : { 1: user.id },
    ...(place === 'guild'
      ? {
          guild_id: world.guildId,
          guild: { id: world.guildId, locale: world.guildLocale, features: [] },
          guild_locale: world.guildLocale,
          member: memberOf(asked),
        }
      : { user }),
    ...(message ? { message } : {}),
  };
}

const permissionsOf = ({ permissions }: Asked) => String(MEMBER_PERMISSIONS | permissions);

function channelOf(asked: Asked, id: string, { guildId }: World): object {
  const { place, user } = asked;
  const base = { id, type: CHANNEL_TYPE[place], flags: 0, last_message_id: null };
  return place === 'guild'
    ? {
        ...base,
        guild_id: guildId,
        name: 'reading-room',
        permissions: permissionsOf(asked),
        nsfw: false,
        position: 0,
      }
    : { ...base, recipients: [user] };
}

function memberOf(asked: Asked): object {
  return {
    user: asked.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: '2025-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    unusual_dm_activity_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    permissions: permissionsOf(asked),
  };
}

export type OptionValue = string | number | boolean | Attachment;

/** `data` of a slash command; `focused` names the option being typed. */
export function commandData(
  command: { readonly id: string; readonly name: string; readonly guildId?: string },
  options: Readonly<Record<string, OptionValue>>,
  {
    focused,
    subcommand,
  }: { readonly focused?: string | undefined; readonly subcommand?: string | undefined } = {},
): Readonly<Record<string, unknown>> {
  const attached = Object.values(options).filter((value) => typeof value === 'object');
  const sent = Object.entries(options).map(([name, value]) => ({
    name,
    value: typeof value === 'object' ? value.id : value,
    type: TYPES[typeof value as keyof typeof TYPES],
    ...(name === focused ? { focused: true } : {}),
  }));
  return {
    id: command.id,
    name: command.name,
    type: 1,
    ...(command.guildId ? { guild_id: command.guildId } : {}),
    options: subcommand === undefined ? sent : [{ type: 1, name: subcommand, options: sent }],
    ...(attached.length > 0
      ? { resolved: { attachments: Object.fromEntries(attached.map((file) => [file.id, file])) } }
      : {}),
  };
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const TYPES = { string: 3, number: 4, boolean: 5, object: 11 } as const;

/** `data` of a form that was filled in: each field in its label. */
export function modalData(
  customId: string,
  fields: readonly Component[],
  filled: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, unknown>> {
  return {
    custom_id: customId,
    components: fields.map(({ type, custom_id }, at) => {
      const value = filled[custom_id ?? ''];
      const sent =
        type === 4 ? { value: value ?? '' } : { values: typeof value === 'string' ? [value] : (value ?? []) };
      return { type: 18, id: 2 * at + 1, component: { type, id: 2 * at + 2, custom_id, ...sent } };
    }),
  };
}

/** `data` of a command chosen from a message's menu. */
export function messageCommandData(
  command: { readonly id: string; readonly name: string; readonly guildId?: string },
  message: Message,
): Readonly<Record<string, unknown>> {
  return {
    id: command.id,
    name: command.name,
    type: 3,
    ...(command.guildId ? { guild_id: command.guildId } : {}),
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
  };
}
