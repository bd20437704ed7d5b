import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, createAnswers } from './answers.ts';
import { createCommands } from './commands.ts';
import { createGateway, type Gateway } from './gateway.ts';
import {
  type Asked,
  commandData,
  type Interaction,
  interactionOf,
  messageCommandData,
  type OptionValue,
  type Place,
  type World,
} from './interaction.ts';
import { createMessages } from './messages.ts';
import { createPeople, snowflake } from './people.ts';
import { buttonsOf, isPrivate, menusOf } from './reading.ts';
import type { Refusal } from './refusal.ts';
import { type Exchanged, type Rejection, type Request, restListener } from './rest.ts';
import { routesOf } from './routes.ts';
import { COMPONENT, INTERACTION, type Message, type MessageBody, type RegisteredCommand } from './wire.ts';

/** Who does something, and where; Ada, in English, in a server unless told. */
export interface By {
  /** A name; the same name is always the same person. */
  readonly user?: string;
  /** One of Discord's locales, such as `zh-CN`. */
  readonly locale?: string;
  readonly place?: Place;
  /** `user` where only the reader installed the bot. In a server the default is `guild`, elsewhere `user`. */
  readonly installed?: 'guild' | 'user';
}

export interface Slash extends By {
  readonly name: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface Typing extends Slash {
  /** The option being typed; its value so far stands in `options`. */
  readonly focused: string;
}

export interface MessageChoice extends By {
  readonly name: string;
  /** The text of the message whose menu is used. */
  readonly content: string;
  /** Who wrote that message. */
  readonly author?: string;
}

export interface Press extends By {
  /** Which of several buttons of that label, from 0. */
  readonly nth?: number;
  /** Sends the custom id or the values even where the message does not offer them. */
  readonly forged?: boolean;
}

/** A Discord of one's own: REST and gateway on 127.0.0.1, checking what a bot sends and acting for its readers. */
export interface Loopback {
  /** For `DISCORD_API_URL`, or the `rest.api` option of discord.js. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly gateway: Gateway;
  readonly requests: readonly Exchanged[];
  /** What was answered with an error, and why. Empty after a faultless run. */
  readonly rejections: readonly Rejection[];
  /** Registered commands, with localizations. */
  commands(scope: 'global' | 'guild'): readonly RegisteredCommand[];
  /** The message as it stands now. */
  message(id: string): Message | undefined;
  messages(): readonly Message[];
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
  /** A message of the bot's from some other day, asked for by `user`: for buttons older than this run. */
  post(body: MessageBody, by?: By): Message;
  /** Refuses the next `times` requests whose `METHOD /path` matches, such as `/callback$/`. */
  refuse(matching: RegExp, refusal: Refusal, times?: number): void;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  /** Milliseconds a bot has for its first response; Discord's are 3,000. */
  readonly replyWithin?: number;
  /** Milliseconds until a deferred answer must be complete; Discord would wait 15 minutes. */
  readonly finishWithin?: number;
  /** Milliseconds for which an answered interaction takes edits and follow-ups; Discord's are 15 minutes. */
  readonly tokenLasts?: number;
  /** Milliseconds between heartbeats. */
  readonly heartbeatInterval?: number;
}

export async function startLoopback({
  replyWithin = 3_000,
  finishWithin = 10_000,
  tokenLasts = 15 * 60_000,
  heartbeatInterval = 41_250,
}: LoopbackOptions = {}): Promise<Loopback> {
  const people = createPeople();
  const applicationId = people.bot.id;
  const token = `${Buffer.from(applicationId).toString('base64url')}.Loopback.${'x'.repeat(27)}`;
  const world: World = {
    applicationId,
    guildId: snowflake(),
    guildLocale: 'en-US',
    channelIds: { guild: snowflake(), dm: snowflake(), group: snowflake() },
  };
  const messages = createMessages();
  const answers = createAnswers({
    bot: people.bot,
    applicationId,
    messages,
    replyWithin,
    finishWithin,
    tokenLasts,
  });
  const globalCommands = createCommands(applicationId);
  const guildCommands = createCommands(applicationId, world.guildId);
  const requests: Exchanged[] = [];
  const rejections: Rejection[] = [];
  const orders: { matching: RegExp; refusal: Refusal; left: number }[] = [];

  const server = createServer();
  const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = createGateway(server, {
    token,
    bot: people.bot,
    applicationId,
    guildId: world.guildId,
    heartbeatInterval,
    address: () => `ws://${host()}`,
  });
  server.on(
    'request',
    restListener({
      token,
      routes: routesOf({
        bot: people.bot,
        owner: people.named('Owner'),
        applicationId,
        guildId: world.guildId,
        globalCommands,
        guildCommands,
        answers,
        gatewayUrl: () => `ws://${host()}`,
        identifies: () => gateway.identifies.length,
      }),
      refuseFirst: ({ method, path }: Request) => {
        const order = orders.find(({ matching, left }) => left > 0 && matching.test(`${method} ${path}`));
        if (order) order.left -= 1;
        return order?.refusal;
      },
      exchanged: (exchanged) => requests.push(exchanged),
      rejected: (rejection) => rejections.push(rejection),
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const askedBy = ({ user = 'Ada', locale = 'en-US', place = 'guild', installed }: By): Asked => ({
    user: people.named(user),
    locale,
    place,
    installed: installed ?? (place === 'guild' ? 'guild' : 'user'),
  });

  function send(interaction: Interaction, asked: Asked): Promise<Answer> {
    const answer = answers.expect(interaction, asked);
    if (gateway.dispatch('INTERACTION_CREATE', interaction)) return answer;
    answer.catch(() => {});
    return Promise.reject(new Error('No bot is logged in: await gateway.ready() first.'));
  }

  /** The registered command of that name, a server's own first; an unregistered one gets an id all the same. */
  function commandNamed(name: string, type: number): { id: string; name: string; guildId?: string } {
    const own = guildCommands.list(false).find((command) => command.name === name && command.type === type);
    if (own) return { id: own.id, name, guildId: world.guildId };
    const global = globalCommands
      .list(false)
      .find((command) => command.name === name && command.type === type);
    return { id: global?.id ?? snowflake(), name };
  }

  function slash(type: number, { name, options = {}, ...by }: Slash, focused?: string): Promise<Answer> {
    const asked = askedBy(by);
    return send(
      interactionOf(type, commandData(commandNamed(name, 1), options, focused), asked, world),
      asked,
    );
  }

  function use(message: Message, data: Readonly<Record<string, unknown>>, by: By): Promise<Answer> {
    const now = messages.get(message.id);
    if (!now) return Promise.reject(new Error(`Message ${message.id} is deleted.`));
    const place = (Object.keys(world.channelIds) as Place[]).find(
      (kind) => world.channelIds[kind] === now.channel_id,
    );
    const asked = askedBy({ ...(place ? { place } : {}), ...by });
    const viewer = answers.viewer(now.id);
    if (isPrivate(now) && viewer && viewer.id !== asked.user.id) {
      return Promise.reject(new Error(`Only ${viewer.global_name} can see message ${now.id}.`));
    }
    return send(interactionOf(INTERACTION.component, data, asked, world, now), asked);
  }

  return {
    url: `http://${host()}/api`,
    token,
    applicationId,
    guildId: world.guildId,
    gateway,
    requests,
    rejections,
    commands: (scope) => (scope === 'global' ? globalCommands : guildCommands).list(true),
    message: messages.get,
    messages: messages.all,
    slash: (command) => slash(INTERACTION.command, command),
    autocomplete: ({ focused, ...command }) => slash(INTERACTION.autocomplete, command, focused),
    async button(message, customIdOrLabel, { nth = 0, forged = false, ...by } = {}) {
      const buttons = buttonsOf(messages.get(message.id) ?? message);
      const named = buttons.filter(({ custom_id }) => custom_id === customIdOrLabel);
      const button = named[0] ?? buttons.filter(({ label }) => label === customIdOrLabel)[nth];
      if (!forged && !button?.custom_id) {
        const labels = buttons.map(({ label }) => label).join(', ');
        throw new Error(`No button “${customIdOrLabel}” to press. The message has: ${labels || 'none'}.`);
      }
      if (!forged && button?.disabled) throw new Error(`The button “${customIdOrLabel}” is disabled.`);
      const custom_id = forged ? customIdOrLabel : button?.custom_id;
      return use(message, { custom_id, component_type: COMPONENT.button, id: button?.id ?? 0 }, by);
    },
    async select(message, customIdOrPlaceholder, values, { forged = false, ...by } = {}) {
      const menus = menusOf(messages.get(message.id) ?? message);
      const menu = menus.find(({ custom_id, placeholder }) =>
        [custom_id, placeholder].includes(customIdOrPlaceholder),
      );
      if (!forged && !menu) throw new Error(`No menu “${customIdOrPlaceholder}” in the message.`);
      const missing = values.find((value) => !menu?.options?.some((option) => option.value === value));
      if (!forged && missing !== undefined) throw new Error(`The menu has no option “${missing}”.`);
      const custom_id = menu?.custom_id ?? customIdOrPlaceholder;
      return use(
        message,
        { custom_id, component_type: COMPONENT.stringSelect, values, id: menu?.id ?? 0 },
        by,
      );
    },
    messageCommand({ name, content, author = 'Grace', ...by }) {
      const asked = askedBy(by);
      const target = messages.add(
        { content },
        { author: people.named(author), applicationId, channelId: world.channelIds[asked.place] },
      );
      const data = messageCommandData(commandNamed(name, 3), target);
      return send(interactionOf(INTERACTION.command, data, asked, world), asked);
    },
    post(body, by = {}) {
      const asked = askedBy(by);
      return messages.add(body, {
        author: people.bot,
        applicationId,
        channelId: world.channelIds[asked.place],
        metadata: {
          id: snowflake(),
          type: INTERACTION.command,
          user: asked.user,
          authorizing_integration_owners: { 0: world.guildId },
        },
      });
    },
    refuse(matching, refusal, times = 1) {
      orders.push({ matching, refusal, left: times });
    },
    async close() {
      answers.stop();
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
