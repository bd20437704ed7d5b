// What readers do: type, press, choose, fill in.
import type { Answer, Answers } from './answers.ts';
import type { Attachment, Attachments } from './attachments.ts';
import type { Commands } from './commands.ts';
import type { Gateway } from './gateway.ts';
import {
  type Asked,
  commandData,
  type Interaction,
  interactionOf,
  messageCommandData,
  modalData,
  type OptionValue,
  type Place,
  type World,
} from './interaction.ts';
import type { Messages } from './messages.ts';
import { type People, snowflake } from './people.ts';
import { buttonsOf, isPrivate, menusOf } from './reading.ts';
import { unfillable } from './rules/modal.ts';
import { COMPONENT, type Component, INTERACTION, type Message, type MessageBody } from './wire.ts';

/** Who does something, and where; Ada, in English, in a server unless told. */
export interface By {
  /** A name; the same name is always the same person. */
  readonly user?: string;
  /** One of Discord's locales, such as `zh-CN`. */
  readonly locale?: string;
  readonly place?: Place;
  /** `user` where only the reader installed the bot. In a server the default is `guild`, elsewhere `user`. */
  readonly installed?: 'guild' | 'user';
  /** Permissions in the server's channel beside those that everyone has there, as Discord's bits; none unless told. */
  readonly permissions?: bigint;
}

export interface Slash extends By {
  readonly name: string;
  /** The part of the command that is used, where it has parts. */
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface Typing extends Slash {
  /** The option being typed; its value so far stands in `options`. */
  readonly focused: string;
}

export interface MessageChoice extends By {
  readonly name: string;
  /** The message whose menu is used: one that is there, or the text of a new one. */
  readonly content: string | Message;
  /** Who wrote the new one. */
  readonly author?: string;
}

export interface Press extends By {
  /** Which of several buttons of that label, from 0. */
  readonly nth?: number;
  /** Sends the custom id or the values even where the message does not offer them. */
  readonly forged?: boolean;
}

/** What readers can do. Each promise holds what the reader then sees, and rejects where no answer comes in time. */
export interface Readers {
  slash(command: Slash): Promise<Answer>;
  autocomplete(typing: Typing): Promise<Answer>;
  button(message: Message, customIdOrLabel: string, press?: Press): Promise<Answer>;
  select(
    message: Message,
    customIdOrPlaceholder: string,
    values: readonly string[],
    press?: Press,
  ): Promise<Answer>;
  messageCommand(choice: MessageChoice): Promise<Answer>;
  /** Fills in the form that a press or a command was answered with, by the ids of its fields. Unless told, whoever opened it does. */
  submit(
    opened: Answer,
    filled: Readonly<Record<string, string | readonly string[]>>,
    press?: Pick<Press, 'forged'> & By,
  ): Promise<Answer>;
  /** A file to be attached to an option, served until it expires. */
  attach(filename: string, content: string | Uint8Array): Attachment;
  /** Sends an interaction as it is, whatever is missing in it but its id and token. */
  interact(interaction: Readonly<Record<string, unknown>>, by?: By): Promise<Answer>;
  /** A message of the bot's from some other day, asked for by `user`: for buttons older than this run. */
  post(body: MessageBody, by?: By): Message;
}

export interface ReaderFacts {
  readonly world: World;
  readonly people: People;
  readonly messages: Messages;
  readonly answers: Answers;
  readonly gateway: Gateway;
  /** Whether interactions go out as signed requests, and sends one so. */
  readonly isOverHttp: () => boolean;
  readonly deliver: (interaction: Interaction) => void;
  readonly globalCommands: Commands;
  readonly guildCommands: Commands;
  readonly attachments: Attachments;
}

export function createReaders(facts: ReaderFacts): Readers {
  const { world, people, messages, answers, gateway, globalCommands, guildCommands, attachments } = facts;
  /** What forms that are open stand over: who opened them, and the message with the button, if any. */
  const opened = new Map<string, { readonly asked: Asked; readonly message: Message | undefined }>();

  const askedBy = ({
    user = 'Ada',
    locale = 'en-US',
    place = 'guild',
    installed,
    permissions = 0n,
  }: By): Asked => ({
    user: people.named(user),
    locale,
    place,
    installed: installed ?? (place === 'guild' ? 'guild' : 'user'),
    permissions,
  });

  async function send(interaction: Interaction, asked: Asked): Promise<Answer> {
    const answer = await (facts.isOverHttp() ? deliver(interaction, asked) : dispatch(interaction, asked));
    if (answer.modal) opened.set(answer.interactionId, { asked, message: interaction.message });
    return answer;
  }

  function deliver(interaction: Interaction, asked: Asked): Promise<Answer> {
    const answer = answers.expect(interaction, asked);
    facts.deliver(interaction);
    return answer;
  }

  function dispatch(interaction: Interaction, asked: Asked): Promise<Answer> {
    if (!gateway.dispatch('INTERACTION_CREATE', interaction)) {
      throw new Error('No bot is logged in: await gateway.ready() first, or deliverTo(address).');
    }
    return answers.expect(interaction, asked);
  }

  /** The registered command of that name, a server's own first; an unregistered one gets an id all the same. */
  function commandNamed(name: string, type: number, place: Place) {
    const among = (commands: Commands) =>
      commands.list(false).find((command) => command.name === name && command.type === type);
    const own = place === 'guild' ? among(guildCommands) : undefined;
    if (own) return { id: own.id, name, guildId: world.guildId };
    return { id: among(globalCommands)?.id ?? snowflake(), name };
  }

  function slash(
    type: number,
    { name, subcommand, options = {}, ...by }: Slash,
    focused?: string,
  ): Promise<Answer> {
    const asked = askedBy(by);
    const data = commandData(commandNamed(name, 1, asked.place), options, { focused, subcommand });
    return send(interactionOf(type, data, asked, world), asked);
  }

  /** Uses a component where its message stands, if this reader can see it. */
  async function use(
    message: Message,
    component: Component | undefined,
    data: {
      readonly custom_id: string;
      readonly component_type: number;
      readonly values?: readonly string[];
    },
    by: By,
  ): Promise<Answer> {
    const now = messages.get(message.id);
    if (!now) throw new Error(`Message ${message.id} is deleted.`);
    const places = Object.entries(world.channelIds) as [Place, string][];
    const place = places.find(([, channelId]) => channelId === now.channel_id)?.[0];
    const asked = askedBy({ ...(place ? { place } : {}), ...by });
    const viewer = answers.viewer(now.id);
    if (isPrivate(now) && viewer && viewer.id !== asked.user.id) {
      throw new Error(`Only ${viewer.global_name} can see message ${now.id}.`);
    }
    const pressed = { ...data, id: component?.id ?? 0 };
    return send(interactionOf(INTERACTION.component, pressed, asked, world, now), asked);
  }

  return {
    slash: (command) => slash(INTERACTION.command, command),

    autocomplete: ({ focused, ...command }) => slash(INTERACTION.autocomplete, command, focused),

    async button(message, customIdOrLabel, { nth = 0, forged = false, ...by } = {}) {
      const buttons = buttonsOf(messages.get(message.id) ?? message);
      const named = buttons.find(({ custom_id }) => custom_id === customIdOrLabel);
      const button = named ?? buttons.filter(({ label }) => label === customIdOrLabel)[nth];
      const custom_id = forged ? customIdOrLabel : button?.custom_id;
      if (!custom_id) {
        const labels = buttons.map(({ label }) => label).join(', ');
        throw new Error(`No button “${customIdOrLabel}” to press. The message has: ${labels || 'none'}.`);
      }
      if (!forged && button?.disabled) throw new Error(`The button “${customIdOrLabel}” is disabled.`);
      return use(message, button, { custom_id, component_type: COMPONENT.button }, by);
    },

    async select(message, customIdOrPlaceholder, values, { nth = 0, forged = false, ...by } = {}) {
      const menus = menusOf(messages.get(message.id) ?? message);
      const named = menus.find(({ custom_id }) => custom_id === customIdOrPlaceholder);
      const menu = named ?? menus.filter(({ placeholder }) => placeholder === customIdOrPlaceholder)[nth];
      if (!forged && !menu) throw new Error(`No menu “${customIdOrPlaceholder}” in the message.`);
      const missing = values.find((value) => !menu?.options?.some((option) => option.value === value));
      if (!forged && missing !== undefined) throw new Error(`The menu has no option “${missing}”.`);
      const custom_id = menu?.custom_id ?? customIdOrPlaceholder;
      return use(message, menu, { custom_id, component_type: COMPONENT.stringSelect, values }, by);
    },

    messageCommand({ name, content, author = 'Grace', ...by }) {
      const asked = askedBy(by);
      const facts = {
        author: people.named(author),
        applicationId: world.applicationId,
        channelId: world.channelIds[asked.place],
      };
      const target = typeof content === 'string' ? messages.add({ content }, facts) : content;
      const data = messageCommandData(commandNamed(name, 3, asked.place), target);
      return send(interactionOf(INTERACTION.command, data, asked, world), asked);
    },

    async submit({ modal, interactionId }, filled, { forged = false, ...by } = {}) {
      const open = opened.get(interactionId);
      if (!modal || !open) throw new Error('No form is open.');
      const fields = modal.components.flatMap(({ component }) => component ?? []);
      for (const field of forged ? [] : fields) {
        const why = unfillable(field, filled[field.custom_id ?? '']);
        if (why !== undefined) throw new Error(why);
      }
      const unknown = Object.keys(filled).find((id) => !fields.some(({ custom_id }) => custom_id === id));
      if (unknown !== undefined) throw new Error(`The form has no field “${unknown}”.`);
      const { user, locale, place, installed, permissions } = open.asked;
      const known = { user: user.global_name ?? '', locale, place, installed, permissions };
      const asked = askedBy({ ...known, ...by });
      const message = open.message && messages.get(open.message.id);
      const data = modalData(modal.custom_id, fields, filled);
      return send(interactionOf(INTERACTION.modal, data, asked, world, message), asked);
    },

    attach: (filename, content) => attachments.add({ filename, content: Buffer.from(content) }),

    interact: (interaction, by = {}) => send(interaction as Interaction, askedBy(by)),

    post(body, by = {}) {
      const { user, place } = askedBy(by);
      return messages.add(body, {
        author: people.bot,
        applicationId: world.applicationId,
        channelId: world.channelIds[place],
        metadata: {
          id: snowflake(),
          type: INTERACTION.command,
          user,
          authorizing_integration_owners: { 0: world.guildId },
        },
      });
    },
  };
}
