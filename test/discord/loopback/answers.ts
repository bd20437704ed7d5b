import { refuseCallback, refuseMessage } from './check.ts';
import type { Asked, Interaction } from './interaction.ts';
import type { Messages } from './messages.ts';
import { REFUSALS, type Refusal } from './refusal.ts';
import {
  CALLBACK,
  type Choice,
  FLAGS,
  INTERACTION,
  type InteractionMetadata,
  type Message,
  type MessageBody,
  type User,
} from './wire.ts';

/** What the reader gets for one command, press or keystroke. */
export interface Answer {
  /** The first response's type: 4 message, 5 deferred message, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly type: number;
  /** The message shown or changed, as it stands when the answer is complete. */
  readonly message?: Message;
  readonly choices?: readonly Choice[];
  readonly modal?: Readonly<Record<string, unknown>>;
  /** Grows as follow-ups arrive. */
  readonly followUps: readonly Message[];
  readonly deferred: boolean;
  /** From sending the event to the first response. */
  readonly millis: number;
  readonly interactionId: string;
}

export interface AnswerFacts {
  readonly bot: User;
  readonly applicationId: string;
  readonly messages: Messages;
  /** Milliseconds until the first response. */
  readonly replyWithin: number;
  /** Milliseconds until a deferred answer is complete; Discord waits as long as the token lasts. */
  readonly finishWithin: number;
  /** Milliseconds for which the token takes edits and follow-ups. */
  readonly tokenLasts: number;
}

interface Exchange {
  readonly interaction: Interaction;
  readonly asked: Asked;
  readonly sentAt: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
  readonly followUps: Message[];
  timer: NodeJS.Timeout;
  type: number | undefined;
  original: string | undefined;
  millis: number;
  complete: boolean;
  expired: boolean;
}

export type Result<T> = T | { readonly refused: Refusal };

/** The interactions there are, and what becomes of each. */
export interface Answers {
  /** Waits for the answer; rejects with what the reader would read if none comes in time. */
  expect(interaction: Interaction, asked: Asked): Promise<Answer>;
  /** The body of InteractionCallbackResponse. */
  callback(id: string, token: string, body: unknown): Result<object>;
  followUp(token: string, body: unknown): Result<Message>;
  get(token: string, messageId: string): Result<Message>;
  edit(token: string, messageId: string, body: unknown): Result<Message>;
  delete(token: string, messageId: string): Result<null>;
  /** Who alone sees a private message. */
  viewer(messageId: string): User | undefined;
  stop(): void;
}

/** An app that only its reader installed may follow up five times. */
const USER_INSTALL_FOLLOW_UPS = 5;

export function createAnswers(facts: AnswerFacts): Answers {
  const { bot, applicationId, messages, replyWithin, finishWithin, tokenLasts } = facts;
  const byToken = new Map<string, Exchange>();
  const viewers = new Map<string, User>();

  const settle = (exchange: Exchange) => {
    if (exchange.complete || exchange.type === undefined) return;
    exchange.complete = true;
    clearTimeout(exchange.timer);
    const message = exchange.original === undefined ? undefined : messages.get(exchange.original);
    exchange.resolve({
      type: exchange.type,
      followUps: exchange.followUps,
      deferred: exchange.type === CALLBACK.deferredMessage || exchange.type === CALLBACK.deferredUpdate,
      millis: exchange.millis,
      interactionId: exchange.interaction.id,
      ...(message ? { message } : {}),
    });
  };

  const show = (exchange: Exchange, body: MessageBody, isFollowUp: boolean): Message => {
    const { interaction, asked } = exchange;
    const message = messages.add(body, {
      author: bot,
      applicationId,
      channelId: interaction.channel_id,
      metadata: metadataOf(exchange, isFollowUp ? exchange.original : undefined),
    });
    if (message.flags & FLAGS.ephemeral) viewers.set(message.id, asked.user);
    return message;
  };

  /** Discord's view of whether the token still speaks for an answered interaction. */
  const acknowledged = (token: string): Result<Exchange> => {
    const exchange = byToken.get(token);
    if (!exchange || exchange.type === undefined) return { refused: REFUSALS.unknownWebhook };
    if (performance.now() - exchange.sentAt > tokenLasts) return { refused: REFUSALS.invalidWebhookToken };
    return exchange;
  };

  const find = (token: string, messageId: string): Result<{ exchange: Exchange; message: Message }> => {
    const exchange = acknowledged(token);
    if ('refused' in exchange) return exchange;
    const own = messageId === '@original' ? exchange.original : messageId;
    const mine = own === exchange.original || exchange.followUps.some(({ id }) => id === own);
    const message = own !== undefined && mine ? messages.get(own) : undefined;
    return message ? { exchange, message } : { refused: REFUSALS.unknownMessage };
  };

  const change = (exchange: Exchange, message: Message, body: unknown): Result<Message> => {
    const refused = refuseMessage(body, 'edit', message);
    if (refused) return { refused };
    const edited = messages.edit(message, body as MessageBody);
    const place = exchange.followUps.findIndex(({ id }) => id === edited.id);
    if (place >= 0) exchange.followUps[place] = edited;
    settle(exchange);
    return edited;
  };

  return {
    expect(interaction, asked) {
      return new Promise<Answer>((resolve, reject) => {
        const exchange: Exchange = {
          interaction,
          asked,
          sentAt: performance.now(),
          resolve,
          reject,
          followUps: [],
          type: undefined,
          original: undefined,
          millis: 0,
          complete: false,
          expired: false,
          timer: setTimeout(() => {
            exchange.expired = true;
            reject(new Error('The application did not respond.'));
          }, replyWithin),
        };
        byToken.set(interaction.token, exchange);
      });
    },

    callback(id, token, body) {
      const exchange = byToken.get(token);
      if (!exchange || exchange.interaction.id !== id || exchange.expired) {
        return { refused: REFUSALS.unknownInteraction };
      }
      if (exchange.type !== undefined) return { refused: REFUSALS.alreadyAcknowledged };
      const { interaction } = exchange;
      const pressed = interaction.message && (messages.get(interaction.message.id) ?? interaction.message);
      const refused = refuseCallback(body, pressed) ?? unfit(interaction, (body as { type: number }).type);
      if (refused) return { refused };

      const { type, data = {} } = body as { type: number; data?: MessageBody & Record<string, unknown> };
      clearTimeout(exchange.timer);
      exchange.type = type;
      exchange.millis = performance.now() - exchange.sentAt;
      switch (type) {
        case CALLBACK.message:
          exchange.original = show(exchange, data, false).id;
          settle(exchange);
          break;
        case CALLBACK.deferredMessage:
          exchange.original = show(
            exchange,
            { flags: ((data?.flags ?? 0) & FLAGS.ephemeral) | FLAGS.loading },
            false,
          ).id;
          exchange.timer = setTimeout(
            () => exchange.reject(new Error('The application is still thinking.')),
            finishWithin,
          );
          break;
        case CALLBACK.deferredUpdate:
          exchange.original = pressed?.id;
          // To acknowledge a press and change nothing is an answer too.
          exchange.timer = setTimeout(() => settle(exchange), finishWithin);
          break;
        case CALLBACK.update:
          if (pressed) exchange.original = messages.edit(pressed, data).id;
          settle(exchange);
          break;
        default:
          exchange.complete = true;
          exchange.resolve({
            type,
            followUps: exchange.followUps,
            deferred: false,
            millis: exchange.millis,
            interactionId: id,
            ...(type === CALLBACK.choices ? { choices: (data.choices ?? []) as readonly Choice[] } : {}),
            ...(type === CALLBACK.modal ? { modal: data } : {}),
          });
      }
      return callbackResponse(exchange, exchange.original && messages.get(exchange.original));
    },

    followUp(token, body) {
      const exchange = acknowledged(token);
      if ('refused' in exchange) return exchange;
      const loading = exchange.original === undefined ? undefined : messages.get(exchange.original);
      if (exchange.type === CALLBACK.deferredMessage && loading && loading.flags & FLAGS.loading) {
        // Discord fills the “thinking…” message with the first follow-up and ignores its EPHEMERAL flag.
        const flags = ((body as MessageBody).flags ?? 0) & ~FLAGS.ephemeral;
        return change(exchange, loading, { ...(body as object), flags });
      }
      const refused = refuseMessage(body, 'new');
      if (refused) return { refused };
      if (exchange.asked.installed === 'user' && exchange.followUps.length >= USER_INSTALL_FOLLOW_UPS) {
        return { refused: REFUSALS.tooManyFollowUps };
      }
      const message = show(exchange, body as MessageBody, true);
      exchange.followUps.push(message);
      settle(exchange);
      return message;
    },

    get(token, messageId) {
      const found = find(token, messageId);
      return 'refused' in found ? found : found.message;
    },

    edit(token, messageId, body) {
      const found = find(token, messageId);
      return 'refused' in found ? found : change(found.exchange, found.message, body);
    },

    delete(token, messageId) {
      const found = find(token, messageId);
      if ('refused' in found) return found;
      messages.delete(found.message.id);
      settle(found.exchange);
      return null;
    },

    viewer: (messageId) => viewers.get(messageId),

    stop() {
      for (const { timer } of byToken.values()) clearTimeout(timer);
    },
  };
}

/** An answer of a kind that this interaction does not take, such as suggestions for a press. */
function unfit(interaction: Interaction, type: number): Refusal | undefined {
  const typing = interaction.type === INTERACTION.autocomplete;
  const updating = type === CALLBACK.update || type === CALLBACK.deferredUpdate;
  const fits =
    typing === (type === CALLBACK.choices) && (!updating || interaction.type === INTERACTION.component);
  return fits || type === CALLBACK.pong
    ? undefined
    : {
        status: 400,
        code: 50035,
        message: 'Invalid Form Body',
        problems: [
          {
            path: ['type'],
            code: 'INTERACTION_RESPONSE_TYPE_INVALID',
            message: `An interaction of type ${interaction.type} takes no response of type ${type}.`,
          },
        ],
      };
}

function metadataOf({ interaction, asked }: Exchange, original: string | undefined): InteractionMetadata {
  return {
    id: interaction.id,
    type: interaction.type,
    user: asked.user,
    authorizing_integration_owners: interaction.authorizing_integration_owners,
    ...(original ? { original_response_message_id: original } : {}),
    ...(interaction.message ? { interacted_message_id: interaction.message.id } : {}),
    ...(typeof interaction.data.target_id === 'string'
      ? { target_message_id: interaction.data.target_id }
      : {}),
  };
}

function callbackResponse({ interaction, type }: Exchange, message: Message | '' | undefined): object {
  const shown = message || undefined;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channel_id,
      ...(shown
        ? {
            response_message_id: shown.id,
            response_message_loading: (shown.flags & FLAGS.loading) !== 0,
            response_message_ephemeral: (shown.flags & FLAGS.ephemeral) !== 0,
          }
        : {}),
    },
    ...(shown
      ? { resource: { type: type === CALLBACK.deferredMessage ? CALLBACK.message : type, message: shown } }
      : {}),
  };
}
