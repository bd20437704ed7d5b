// All messages, as they are now.
import { merged } from './check.ts';
import { snowflake } from './people.ts';
import { placed } from './rules/tree.ts';
import {
  COMPONENT,
  type Component,
  type FileSent,
  FLAGS,
  type InteractionMetadata,
  type Message,
  type MessageBody,
  type User,
} from './wire.ts';

export interface NewMessage {
  readonly author: User;
  readonly channelId: string;
  readonly applicationId: string;
  readonly metadata?: InteractionMetadata;
}

/** All messages there are, by id, as they stand now. */
export interface Messages {
  get(id: string): Message | undefined;
  add(body: MessageBody, facts: NewMessage): Message;
  /** Keeps what `body` does not name; ends the “thinking…” of a deferral. */
  edit(message: Message, body: MessageBody, files?: readonly FileSent[]): Message;
  delete(id: string): void;
  /** Oldest first. */
  all(): readonly Message[];
}

export function createMessages(): Messages {
  const messages = new Map<string, Message>();
  const keep = (message: Message) => {
    messages.set(message.id, message);
    return message;
  };
  return {
    get: (id) => messages.get(id),
    add: (body, facts) => keep(newMessage(body, facts)),
    edit: (message, body, files) => keep(editedMessage(message, body, files)),
    delete: (id) => void messages.delete(id),
    all: () => [...messages.values()],
  };
}

function newMessage(body: MessageBody, { author, channelId, applicationId, metadata }: NewMessage): Message {
  return {
    id: snowflake(),
    channel_id: channelId,
    type: metadata === undefined ? 0 : metadata.type === 2 ? 20 : 19,
    content: body.content ?? '',
    flags: body.flags ?? 0,
    components: withDefaults(body.components ?? []),
    embeds: body.embeds ?? [],
    attachments: [],
    author,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...(author.bot ? { application_id: applicationId, webhook_id: applicationId } : {}),
    ...(metadata ? { interaction_metadata: metadata } : {}),
  };
}

function editedMessage(message: Message, body: MessageBody, files: readonly FileSent[] = []): Message {
  const after = merged(body, message);
  return {
    ...message,
    content: after.content ?? '',
    flags: (after.flags ?? 0) & ~FLAGS.loading,
    components: body.components === undefined ? message.components : withDefaults(after.components ?? []),
    embeds: after.embeds ?? [],
    attachments: [
      ...message.attachments,
      ...files.map(({ filename, content }) => ({ id: snowflake(), filename, size: content.length })),
    ],
    edited_timestamp: new Date().toISOString(),
  };
}

/** Discord gives every component an `id` and fills in what was left out, as its response schemas demand. */
function withDefaults(components: readonly Component[]): Component[] {
  const taken = new Set(placed(components).map(({ component }) => component.id ?? 0));
  let last = 0;
  const nextId = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const complete = (component: Component): Component => ({
    ...withoutNulls(component),
    ...DEFAULTS[component.type]?.(component),
    type: component.type,
    id: component.id || nextId(),
    ...(component.components ? { components: component.components.map(complete) } : {}),
    ...(component.accessory ? { accessory: complete(component.accessory) } : {}),
  });
  return components.map(complete);
}

const DEFAULTS: Readonly<Record<number, (component: Component) => Partial<Component>>> = {
  [COMPONENT.container]: ({ accent_color, spoiler }) => ({
    accent_color: accent_color ?? null,
    spoiler: spoiler ?? false,
  }),
  [COMPONENT.separator]: ({ spacing, divider }) => ({ spacing: spacing ?? 1, divider: divider ?? true }),
  [COMPONENT.stringSelect]: ({ min_values, max_values }) => ({
    min_values: min_values ?? 1,
    max_values: max_values ?? 1,
  }),
};

function withoutNulls(component: Component): Component {
  const given = Object.entries(component).filter(([, value]) => value !== null);
  return { type: component.type, ...Object.fromEntries(given) };
}
