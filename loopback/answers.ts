// Keeps every interaction, and what the bot answered to it.
import { refuseCallback, refuseFiles, refuseMessage } from './check.ts';
import { type Answer, callbackResponse, type Exchange, metadataOf, openExchange, unfit } from './exchange.ts';
import type { Asked, Interaction } from './interaction.ts';
import type { Messages } from './messages.ts';
import { REFUSALS, type Refusal } from './refusal.ts';
import {
  CALLBACK,
  type Choice,
  type FileSent,
  FLAGS,
  type Message,
  type MessageBody,
  type Modal,
  type User,
} from './wire.ts';

export type { Answer } from './exchange.ts';

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

export type Result<T> = T | { readonly refused: Refusal };

/** The interactions there are, and what becomes of each. */
export interface Answers {
  /** Waits for the answer; rejects with what the reader would read if none comes in time. */
  expect(interaction: Interaction, asked: Asked): Promise<Answer>;
  /** Ends the wait for a first response, which will not come. */
  unanswered(token: string): void;
  /** The body of InteractionCallbackResponse. */
  callback(id: string, token: string, body: unknown): Result<object>;
  followUp(token: string, body: unknown): Result<Message>;
  get(token: string, messageId: string): Result<Message>;
  edit(token: string, messageId: string, body: unknown, files?: readonly FileSent[]): Result<Message>;
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

  const original = (exchange: Exchange) =>
    exchange.original === undefined ? undefined : messages.get(exchange.original);

  function settle(exchange: Exchange): void {
    const message = original(exchange);
    exchange.complete(message ? { message } : {});
  }

  function show(exchange: Exchange, body: MessageBody, follows?: string): Message {
    const message = messages.add(body, {
      author: bot,
      applicationId,
      channelId: exchange.interaction.channel_id,
      metadata: metadataOf(exchange, follows),
    });
    if (message.flags & FLAGS.ephemeral) viewers.set(message.id, exchange.asked.user);
    return message;
  }

  /** Carries out a first response that has passed every check. */
  function respond(exchange: Exchange, type: number, data: MessageBody & Record<string, unknown>): void {
    const { message: pressed } = exchange.interaction;
    exchange.type = type;
    switch (type) {
      case CALLBACK.message:
        exchange.original = show(exchange, data).id;
        settle(exchange);
        break;
      case CALLBACK.deferredMessage:
        exchange.original = show(exchange, { flags: (data.flags ?? 0) | FLAGS.loading }).id;
        exchange.wait(finishWithin, () => exchange.fail('The application is still thinking.'));
        break;
      case CALLBACK.deferredUpdate:
        if (pressed) exchange.original = pressed.id;
        // To acknowledge a press and change nothing is an answer too.
        exchange.wait(finishWithin, () => settle(exchange));
        break;
      case CALLBACK.update:
        if (pressed) exchange.original = messages.edit(messages.get(pressed.id) ?? pressed, data).id;
        settle(exchange);
        break;
      case CALLBACK.choices:
        exchange.complete({ choices: (data.choices ?? []) as readonly Choice[] });
        break;
      case CALLBACK.modal:
        exchange.complete({ modal: data as unknown as Modal });
        break;
      default:
        exchange.complete({});
    }
  }

  /** Discord's view of whether the token still speaks for an answered interaction. */
  function acknowledged(token: string): Result<Exchange> {
    const exchange = byToken.get(token);
    if (exchange?.type === undefined) return { refused: REFUSALS.unknownWebhook };
    if (performance.now() - exchange.sentAt > tokenLasts) return { refused: REFUSALS.invalidWebhookToken };
    return exchange;
  }

  function find(token: string, messageId: string): Result<{ exchange: Exchange; message: Message }> {
    const exchange = acknowledged(token);
    if ('refused' in exchange) return exchange;
    const id = messageId === '@original' ? exchange.original : messageId;
    const isOwn = id === exchange.original || exchange.followUps.some((followUp) => followUp.id === id);
    const message = id !== undefined && isOwn ? messages.get(id) : undefined;
    return message ? { exchange, message } : { refused: REFUSALS.unknownMessage };
  }

  function change(
    exchange: Exchange,
    message: Message,
    body: unknown,
    files: readonly FileSent[] = [],
  ): Result<Message> {
    const refused = refuseMessage(body, 'edit', message) ?? refuseFiles(body, files);
    if (refused) return { refused };
    const edited = messages.edit(message, body as MessageBody, files);
    const place = exchange.followUps.findIndex(({ id }) => id === edited.id);
    if (place >= 0) exchange.followUps[place] = edited;
    settle(exchange);
    return edited;
  }

  return {
    expect(interaction, asked) {
      const exchange = openExchange(interaction, asked, replyWithin);
      byToken.set(interaction.token, exchange);
      return exchange.answer;
    },

    unanswered(token) {
      const exchange = byToken.get(token);
      if (!exchange || exchange.type !== undefined) return;
      exchange.expired = true;
      exchange.fail('The application did not respond.');
    },

    callback(id, token, body) {
      const exchange = byToken.get(token);
      if (exchange?.interaction.id !== id || exchange.expired) {
        return { refused: REFUSALS.unknownInteraction };
      }
      if (exchange.type !== undefined) return { refused: REFUSALS.alreadyAcknowledged };
      const { interaction } = exchange;
      const pressed = interaction.message && (messages.get(interaction.message.id) ?? interaction.message);
      const refused = refuseCallback(body, pressed) ?? unfit(interaction, (body as { type: number }).type);
      if (refused) return { refused };
      const { type, data } = body as { type: number; data?: MessageBody & Record<string, unknown> };
      respond(exchange, type, data ?? {});
      return callbackResponse(exchange, original(exchange));
    },

    followUp(token, body) {
      const exchange = acknowledged(token);
      if ('refused' in exchange) return exchange;
      // Of a “thinking…” message that is gone (discord-api-docs#2739, #3087): nothing can follow it.
      if (exchange.isWaitingDeleted) return { refused: REFUSALS.unknownMessage };
      const loading = original(exchange);
      if (exchange.type === CALLBACK.deferredMessage && loading && loading.flags & FLAGS.loading) {
        // Discord fills the “thinking…” message with the first follow-up and ignores its EPHEMERAL flag.
        const flags = ((body as MessageBody | undefined)?.flags ?? 0) & ~FLAGS.ephemeral;
        return change(exchange, loading, { ...(body as object), flags });
      }
      const refused = refuseMessage(body, 'new');
      if (refused) return { refused };
      if (exchange.asked.installed === 'user' && exchange.followUps.length >= USER_INSTALL_FOLLOW_UPS) {
        return { refused: REFUSALS.tooManyFollowUps };
      }
      const message = show(exchange, body as MessageBody, exchange.original);
      exchange.followUps.push(message);
      settle(exchange);
      return message;
    },

    get(token, messageId) {
      const found = find(token, messageId);
      return 'refused' in found ? found : found.message;
    },

    edit(token, messageId, body, files) {
      const found = find(token, messageId);
      return 'refused' in found ? found : change(found.exchange, found.message, body, files);
    },

    delete(token, messageId) {
      const found = find(token, messageId);
      if ('refused' in found) return found;
      const isWaiting = (found.message.flags & FLAGS.loading) !== 0;
      if (isWaiting) found.exchange.isWaitingDeleted = true;
      messages.delete(found.message.id);
      settle(found.exchange);
      return null;
    },

    viewer: (messageId) => viewers.get(messageId),

    stop() {
      for (const exchange of byToken.values()) {
        exchange.answer.catch(() => {});
        exchange.fail('The loopback was closed.');
      }
    },
  };
}
