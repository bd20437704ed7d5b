// One interaction, from its command to its last message.
import type { Asked, Interaction } from './interaction.ts';
import { invalidForm, type Refusal } from './refusal.ts';
import {
  CALLBACK,
  type Choice,
  FLAGS,
  INTERACTION,
  type InteractionMetadata,
  type Message,
  type Modal,
} from './wire.ts';

/** What the reader gets for one command, press or keystroke. */
export interface Answer {
  /** The first response's type: 4 message, 5 deferred message, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly type: number;
  /** The message shown or changed, as it stood when the answer was complete; `Loopback.message` has its present state. */
  readonly message?: Message;
  readonly choices?: readonly Choice[];
  readonly modal?: Modal;
  /** Grows as follow-ups arrive. */
  readonly followUps: readonly Message[];
  readonly deferred: boolean;
  /** From sending the event to the first response. */
  readonly millis: number;
  readonly interactionId: string;
}

/** An interaction and what has become of it so far. */
export interface Exchange {
  readonly interaction: Interaction;
  readonly asked: Asked;
  readonly sentAt: number;
  readonly answer: Promise<Answer>;
  readonly followUps: Message[];
  /** The type of the first response, once there is one. */
  type?: number;
  /** Id of the message that `@original` names. */
  original?: string;
  /** The “thinking…” message was deleted before anything filled it. */
  isWaitingDeleted: boolean;
  /** Too late for a first response. */
  expired: boolean;
  /** Ends the wait for what comes next. */
  complete: (shown: Pick<Answer, 'message' | 'choices' | 'modal'>) => void;
  /** Waits anew, `milliseconds` from now, and then does `otherwise`. */
  wait: (milliseconds: number, otherwise: () => void) => void;
  /** Gives up: the reader reads `why`. */
  fail: (why: string) => void;
}

export function openExchange(interaction: Interaction, asked: Asked, replyWithin: number): Exchange {
  const sentAt = performance.now();
  const followUps: Message[] = [];
  let resolve: (answer: Answer) => void = () => {};
  let reject: (error: Error) => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  let millis: number | undefined;
  const exchange: Exchange = {
    interaction,
    asked,
    sentAt,
    followUps,
    isWaitingDeleted: false,
    expired: false,
    answer: new Promise<Answer>((onAnswer, onFailure) => {
      resolve = onAnswer;
      reject = onFailure;
    }),
    complete(shown) {
      clearTimeout(timer);
      const { type = 0 } = exchange;
      resolve({
        type,
        followUps,
        deferred: type === CALLBACK.deferredMessage || type === CALLBACK.deferredUpdate,
        millis: millis ?? performance.now() - sentAt,
        interactionId: interaction.id,
        ...shown,
      });
    },
    wait(milliseconds, otherwise) {
      clearTimeout(timer);
      if (exchange.type !== undefined) millis ??= performance.now() - sentAt;
      timer = setTimeout(otherwise, milliseconds);
    },
    fail(why) {
      clearTimeout(timer);
      reject(new Error(why));
    },
  };
  exchange.wait(replyWithin, () => {
    exchange.expired = true;
    exchange.fail('The application did not respond.');
  });
  return exchange;
}

/** An answer of a kind that this interaction does not take, such as suggestions for a press. */
export function unfit(interaction: Interaction, type: number): Refusal | undefined {
  const isTyping = interaction.type === INTERACTION.autocomplete;
  const isUpdate = type === CALLBACK.update || type === CALLBACK.deferredUpdate;
  // A form opens no other form.
  const isFormOnForm = interaction.type === INTERACTION.modal && type === CALLBACK.modal;
  const fits =
    isTyping === (type === CALLBACK.choices) &&
    (!isUpdate || interaction.message !== undefined) &&
    !isFormOnForm;
  if (fits) return undefined;
  return invalidForm([
    {
      path: ['type'],
      code: 'INTERACTION_RESPONSE_TYPE_INVALID',
      message: `An interaction of type ${interaction.type} takes no response of type ${type}.`,
    },
  ]);
}

/** Whose doing a message is; `original` is the answer that a follow-up follows. */
export function metadataOf({ interaction, asked }: Exchange, original?: string): InteractionMetadata {
  const target = interaction.data?.target_id;
  return {
    id: interaction.id,
    type: interaction.type,
    user: asked.user,
    authorizing_integration_owners: interaction.authorizing_integration_owners,
    ...(original ? { original_response_message_id: original } : {}),
    ...(interaction.message ? { interacted_message_id: interaction.message.id } : {}),
    ...(typeof target === 'string' ? { target_message_id: target } : {}),
  };
}

/** What a first response asked for `with_response` is told. */
export function callbackResponse({ interaction, type }: Exchange, message: Message | undefined): object {
  const about = { id: interaction.id, type: interaction.type, channel_id: interaction.channel_id };
  if (!message) return { interaction: about };
  return {
    interaction: {
      ...about,
      response_message_id: message.id,
      response_message_loading: (message.flags & FLAGS.loading) !== 0,
      response_message_ephemeral: (message.flags & FLAGS.ephemeral) !== 0,
    },
    resource: { type: type === CALLBACK.deferredMessage ? CALLBACK.message : type, message },
  };
}
