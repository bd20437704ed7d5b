// The responses to one interaction, in their order.
import {
  type APIApplicationCommandOptionChoice,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackJSONBody,
  type RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import { isGone, Unheard } from '../failures.ts';

/** A new message for all, one for the reader alone, or the pressed message itself. Discord lets none become another. */
export type Destination = 'public' | 'private' | 'in-place';

type Components = readonly APIMessageTopLevelComponent[];

/** A file that a message shows by its name. */
export interface SentFile {
  /** Of a-z, 0-9, hyphens and a dot. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Carries bodies to Discord for one interaction. `respond` and `followUp` throw `Unheard` where there was no word of whether
 * the body arrived.
 */
export interface Carrier {
  /** The first response, of which there is one. */
  respond(body: RESTPostAPIInteractionCallbackJSONBody): Promise<void>;
  /** Changes what the first response made or announced; files come along. */
  edit(body: RESTPostAPIWebhookWithTokenJSONBody, files?: readonly SentFile[]): Promise<void>;
  /** A further message. Where it `mayRepeat`, it is sent again when no word of it came back, and may be there twice. */
  followUp(body: RESTPostAPIWebhookWithTokenJSONBody, mayRepeat: boolean): Promise<void>;
  /** Deletes what the first response made or announced: of a press that was announced in place, the pressed message. */
  remove(): Promise<void>;
}

/** What has reached Discord: nothing, that a message will come, that the pressed message will change, or an answer. */
export type Stage = 'open' | 'announced' | 'kept' | 'answered';

/** Answers one interaction. Its calls throw what the carrier throws; the stage changes only when they have succeeded. */
export interface Responder {
  readonly stage: Stage;
  /** Tells the reader to wait, in the place where the answer will stand. */
  announce(place: Destination): Promise<void>;
  /** The first response. */
  reply(components: Components, place: Destination): Promise<void>;
  /** Fills what was announced. */
  complete(components: Components, files?: readonly SentFile[]): Promise<void>;
  /** The first response, as a form. */
  open(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** A further message for everyone, when the answer stands. */
  follow(components: Components): Promise<void>;
  /**
   * Has a public answer follow what was announced in private, which `meanwhile` fills: the first message that follows an
   * announcement fills it whatever its flags are, and would be as private. It is sent also where the reader has dismissed what waited.
   */
  publish(components: Components, meanwhile: Components): Promise<void>;
  /** A further message for the reader alone. */
  whisper(components: Components): Promise<void>;
  /** Removes what the first response made or announced, the pressed message among it. */
  remove(): Promise<void>;
  suggest(choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<void>;
  pong(): Promise<void>;
}

/** Mentions in an article's words ping nobody. */
const NOBODY = { parse: [], replied_user: false };

function messageOf(components: Components, flags: MessageFlags | 0 = 0) {
  return {
    components: [...components],
    flags: MessageFlags.IsComponentsV2 | flags,
    allowed_mentions: NOBODY,
  };
}

const flagsOf = (place: Destination) => (place === 'private' ? MessageFlags.Ephemeral : 0);

export function makeResponder({ respond, edit, followUp, remove }: Carrier): Responder {
  let stage: Stage = 'open';
  return {
    get stage() {
      return stage;
    },
    async announce(place) {
      const isKept = place === 'in-place';
      try {
        await respond(
          isKept
            ? { type: InteractionResponseType.DeferredMessageUpdate }
            : {
                type: InteractionResponseType.DeferredChannelMessageWithSource,
                data: { flags: flagsOf(place) as MessageFlags },
              },
        );
      } catch (error) {
        // Whether it was announced will be known when the answer comes.
        if (!(error instanceof Unheard)) throw error;
      }
      stage = isKept ? 'kept' : 'announced';
    },
    async reply(components, place) {
      const type =
        place === 'in-place'
          ? InteractionResponseType.UpdateMessage
          : InteractionResponseType.ChannelMessageWithSource;
      try {
        await respond({ type, data: messageOf(components, flagsOf(place)) });
      } catch (error) {
        if (!(error instanceof Unheard)) throw error;
        // If it arrived, the same once more changes nothing; if it did not, there is nothing to edit.
        await edit(messageOf(components)).catch(() => {
          throw error;
        });
      }
      stage = 'answered';
    },
    async complete(components, files = []) {
      const attachments = files.map(({ name }, at) => ({ id: String(at), filename: name }));
      await edit({ ...messageOf(components), ...(files.length > 0 && { attachments }) }, files);
      stage = 'answered';
    },
    async open(modal) {
      await respond({ type: InteractionResponseType.Modal, data: modal });
      stage = 'answered';
    },
    async follow(components) {
      // For everyone, once.
      await followUp(messageOf(components), false);
    },
    async whisper(components) {
      // Twice for one reader is better than not at all.
      await followUp(messageOf(components, MessageFlags.Ephemeral), true);
      stage = 'answered';
    },
    async publish(components, meanwhile) {
      // Whoever dismissed what waited has asked for the answer all the same.
      await edit(messageOf(meanwhile)).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
      // For everyone, once: where that is not sure, the reader has it privately.
      await followUp(messageOf(components), false);
      stage = 'answered';
    },
    async remove() {
      await remove();
      stage = 'answered';
    },
    async suggest(choices) {
      await respond({
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: [...choices] },
      });
      stage = 'answered';
    },
    async pong() {
      await respond({ type: InteractionResponseType.Pong });
      stage = 'answered';
    },
  };
}
