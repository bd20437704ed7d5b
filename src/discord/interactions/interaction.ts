// Reads interactions from Discord's JSON.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { AttachedFile } from '../../desk/sources.ts';
import type { Filled } from '../../reply/form.ts';
import type { Place } from '../../scope/scope.ts';
import type { PostedMessage } from '../../search/search.ts';
import { type Fields, fieldsOf, listOf } from '../fields.ts';
import { isOwn, readPosted } from '../reading/read-posted.ts';
import { customIdsIn } from './read-message.ts';

/** What every interaction that can be answered has. */
interface Received {
  readonly id: string;
  /** Lets whoever knows it answer: never logged. */
  readonly token: string;
  /** Where Discord tells it. */
  readonly applicationId: string | undefined;
  /** The id of who acted. */
  readonly user: string | undefined;
  /** Where they are. */
  readonly place: Place;
  /** Whether they act as a member of a server; nobody is one in direct and group messages. */
  readonly isMember: boolean;
  /** Whether they may manage messages in that channel, as Discord tells with each of their interactions. */
  readonly managesMessages: boolean;
  /** The language of their Discord. */
  readonly locale: string | undefined;
  /** By `performance.now()`: when Discord's time for an answer began, as far as is known. */
  readonly receivedAt: number;
}

/** The values of options as sent, by name. */
type Options = Readonly<Record<string, unknown>>;

export interface SlashInteraction extends Received {
  readonly kind: 'slash';
  readonly name: string;
  /** The part of the command that was chosen, where it has parts: the options are its own. */
  readonly subcommand: string | undefined;
  /** A file that came along stands there as an `AttachedFile`. */
  readonly options: Options;
}

/** A command chosen on a message. */
export interface MessageInteraction extends Received {
  readonly kind: 'message';
  readonly name: string;
  /** What that message says and quotes; empty where it has no words, or did not come along. */
  readonly posted: PostedMessage;
  /** The ids of what can be pressed under it, where it is a reply of the bot. */
  readonly ownIds: readonly string[];
}

export interface PressInteraction extends Received {
  readonly kind: 'press';
  /** The button's id, or the value that was chosen in a menu. */
  readonly customId: string;
  /** The message it stands under, as Discord sent it. */
  readonly message: unknown;
}

/** A form that was filled in. */
export interface FormInteraction extends Received {
  readonly kind: 'form';
  readonly customId: string;
  readonly filled: Filled;
  /** The message under which the button that opened it stands, as Discord sent it; undefined where a command did. */
  readonly message: unknown;
}

/** Somebody types: what could the option be? */
export interface SuggestionInteraction extends Received {
  readonly kind: 'suggestion';
  readonly name: string;
  readonly subcommand: string | undefined;
  /** The option being typed. */
  readonly focused: { readonly name: string; readonly value: string } | undefined;
  /** The other options so far. */
  readonly chosen: Readonly<Record<string, string>>;
}

export type Interaction =
  | SlashInteraction
  | MessageInteraction
  | PressInteraction
  | FormInteraction
  | SuggestionInteraction
  /** `ping`: Discord looks whether anybody is there. `unknown`: of a kind that the bot does not have. */
  | (Received & { readonly kind: 'ping' | 'unknown' });

/** A use of a command, which the cooldown counts. */
export type CommandInteraction = SlashInteraction | MessageInteraction;

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/**
 * Reads the data of an INTERACTION_CREATE event. Nothing in it is taken for granted: what is missing, null or of another
 * type is left out, and what is new in Discord is of unknown kind, so that whoever acted gets an answer all the same.
 * Undefined where the id or the token is missing, without which nothing can be answered. `ageMs` is how many milliseconds ago
 * Discord sent it.
 */
export function readInteraction(event: unknown, ageMs = 0): Interaction | undefined {
  const { id, token, type, data, ...fields } = fieldsOf(event);
  if (typeof id !== 'string' || typeof token !== 'string' || id === '' || token === '') return undefined;
  const received: Received = {
    id,
    token,
    applicationId: textOf(fields.application_id),
    user: readerOf(fields),
    place: placeIn(fields),
    isMember: typeof fields.member === 'object' && fields.member !== null,
    managesMessages: managesMessagesIn(fields),
    locale: textOf(fields.locale),
    receivedAt: performance.now() - ageMs,
  };
  const of = fieldsOf(data);
  switch (type ?? typeOf(of)) {
    case InteractionType.Ping:
      return { ...received, kind: 'ping' };
    case InteractionType.ApplicationCommand:
      return commandIn(of, received);
    case InteractionType.ApplicationCommandAutocomplete:
      return suggestionIn(of, received);
    case InteractionType.MessageComponent:
      return pressIn(of, fields.message, received);
    case InteractionType.ModalSubmit:
      return formIn(of, fields.message, received);
    default:
      return { ...received, kind: 'unknown' };
  }
}

/** In a server the user stands within the member. */
function readerOf({ member, user }: Fields): string | undefined {
  return textOf(fieldsOf(fieldsOf(member).user).id) ?? textOf(fieldsOf(user).id);
}

/**
 * The permissions of a member are those in the channel, with all that is granted and denied there
 * (https://docs.discord.com/developers/resources/guild#guild-member-object); outside of servers there are none.
 */
function managesMessagesIn({ member }: Fields): boolean {
  const { permissions } = fieldsOf(member);
  if (typeof permissions !== 'string' || !/^\d{1,40}$/.test(permissions)) return false;
  const enough = PermissionFlagsBits.ManageMessages | PermissionFlagsBits.Administrator;
  return (BigInt(permissions) & enough) !== 0n;
}

/**
 * A server that did not install the bot sees what its reader's own app may see. Whose library it is, is decided by who installed it
 * (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object):
 * the server itself, or its reader, who writes to the app directly. An id that is none is nobody's.
 */
function placeIn(fields: Fields): Place {
  const owners = fieldsOf(fields.authorizing_integration_owners);
  const server = textOf(fields.guild_id);
  const ownerIn = (type: ApplicationIntegrationType) => {
    const owner = textOf(owners[type]);
    return owner !== undefined && SNOWFLAKE.test(owner) ? owner : undefined;
  };
  const installing = ownerIn(ApplicationIntegrationType.GuildInstall);
  const isOwn = textOf(owners[ApplicationIntegrationType.GuildInstall]) !== undefined;
  const isUnknown = Object.keys(owners).length === 0;
  if (server !== undefined && (isOwn || isUnknown))
    return { kind: 'server', id: installing === server ? installing : undefined };
  if (fields.context === InteractionContextType.BotDM) {
    const reader = ownerIn(ApplicationIntegrationType.UserInstall);
    const isTheirs = server === undefined && reader === readerOf(fields);
    return { kind: 'direct-message', id: isTheirs ? reader : undefined };
  }
  return { kind: 'app', id: undefined };
}

/** Of a direct message with a bot that nobody but a server installed, Discord says that the owner is `0`. */
const SNOWFLAKE = /^[1-9]\d{0,19}$/;

/** What an interaction of no told type must be. */
function typeOf(data: Fields): InteractionType | undefined {
  if (typeof data.custom_id === 'string')
    return Array.isArray(data.components) ? InteractionType.ModalSubmit : InteractionType.MessageComponent;
  return typeof data.name === 'string' ? InteractionType.ApplicationCommand : undefined;
}

function commandIn(data: Fields, received: Received): Interaction {
  const name = textOf(data.name);
  // As in the list of commands, one of no told type is a slash command.
  const type = data.type ?? ApplicationCommandType.ChatInput;
  if (name === undefined) return { ...received, kind: 'unknown' };
  if (type === ApplicationCommandType.ChatInput) {
    const { subcommand, options } = optionsIn(data);
    const named = options.map(({ name: option, value, type: kind }) => [
      String(option),
      kind === ApplicationCommandOptionType.Attachment ? attachedIn(data, value) : value,
    ]);
    return { ...received, kind: 'slash', name, subcommand, options: Object.fromEntries(named) };
  }
  if (type !== ApplicationCommandType.Message) return { ...received, kind: 'unknown' };
  const messages = fieldsOf(fieldsOf(data.resolved).messages);
  const chosen = messages[String(data.target_id)] ?? Object.values(messages)[0];
  const { applicationId } = received;
  return {
    ...received,
    kind: 'message',
    name,
    posted: readPosted(chosen, applicationId),
    ownIds: isOwn(chosen, applicationId) ? customIdsIn(listOf(fieldsOf(chosen).components)) : [],
  };
}

/** The options of a command, or of the part of it that was chosen. */
function optionsIn(data: Fields): { readonly subcommand: string | undefined; readonly options: Fields[] } {
  const options = listOf(data.options).map(fieldsOf);
  const part = options.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (!part) return { subcommand: undefined, options };
  return { subcommand: textOf(part.name), options: listOf(part.options).map(fieldsOf) };
}

/** The file that an option names; undefined where it did not come along. */
function attachedIn(data: Fields, id: unknown): AttachedFile | undefined {
  const { filename, url } = fieldsOf(fieldsOf(fieldsOf(data.resolved).attachments)[String(id)]);
  return typeof filename === 'string' && typeof url === 'string' ? { name: filename, url } : undefined;
}

function formIn(data: Fields, message: unknown, received: Received): Interaction {
  // Each field stands in a label of its own.
  const fields = listOf(data.components).map((label) => fieldsOf(fieldsOf(label).component));
  const filled = fields.flatMap(({ custom_id: id, value, values }): [string, string | string[]][] => {
    if (typeof id !== 'string') return [];
    if (typeof value === 'string') return [[id, value]];
    return [[id, listOf(values).filter((one) => typeof one === 'string')]];
  });
  const customId = textOf(data.custom_id) ?? '';
  return { ...received, kind: 'form', customId, filled: Object.fromEntries(filled), message };
}

function suggestionIn(data: Fields, received: Received): Interaction {
  const { subcommand, options } = optionsIn(data);
  const typed = options.find(({ focused }) => focused === true);
  const chosen = options.filter((option) => option !== typed && typeof option.value === 'string');
  return {
    ...received,
    kind: 'suggestion',
    name: textOf(data.name) ?? '',
    subcommand,
    focused: typed && { name: String(typed.name), value: String(typed.value ?? '') },
    chosen: Object.fromEntries(chosen.map(({ name, value }) => [String(name), String(value)])),
  };
}

function pressIn(data: Fields, message: unknown, received: Received): Interaction {
  const isMenu = data.component_type === ComponentType.StringSelect;
  const id = isMenu ? listOf(data.values)[0] : data.custom_id;
  return { ...received, kind: 'press', customId: textOf(id) ?? '', message };
}

/** Milliseconds since the epoch at which an id was made (https://docs.discord.com/developers/reference#snowflakes). */
export function timeOf(id: string): number {
  const EPOCH = 1_420_070_400_000;
  return /^\d{1,20}$/.test(id) ? Number(BigInt(id) >> 22n) + EPOCH : Date.now();
}
