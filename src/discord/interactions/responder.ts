import {
  type APIApplicationCommandOptionChoice,
  type APIMessageTopLevelComponent,
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackJSONBody,
  type RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';

/** A new message for all, one for the reader alone, or the pressed message itself. Discord lets none become another. */
export type Destination = 'public' | 'private' | 'in-place';

type Components = readonly APIMessageTopLevelComponent[];

/** Carries bodies to Discord for one interaction. */
export interface Carrier {
  /** The first response, of which there is one. */
  respond(body: RESTPostAPIInteractionCallbackJSONBody): Promise<void>;
  /** Changes what the first response made or announced. */
  edit(body: RESTPostAPIWebhookWithTokenJSONBody): Promise<void>;
  /** A further message. */
  followUp(body: RESTPostAPIWebhookWithTokenJSONBody): Promise<void>;
  /** Deletes what the first response made, announced or kept: of a press that was announced in place, the pressed message. */
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
  complete(components: Components): Promise<void>;
  /** A further message for the reader alone. */
  whisper(components: Components): Promise<void>;
  /** Deletes the pressed message, which was announced to change in place. */
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
      await respond(
        isKept
          ? { type: InteractionResponseType.DeferredMessageUpdate }
          : {
              type: InteractionResponseType.DeferredChannelMessageWithSource,
              data: { flags: flagsOf(place) as MessageFlags },
            },
      );
      stage = isKept ? 'kept' : 'announced';
    },
    async reply(components, place) {
      const type =
        place === 'in-place'
          ? InteractionResponseType.UpdateMessage
          : InteractionResponseType.ChannelMessageWithSource;
      await respond({ type, data: messageOf(components, flagsOf(place)) });
      stage = 'answered';
    },
    async complete(components) {
      await edit(messageOf(components));
      stage = 'answered';
    },
    async whisper(components) {
      await followUp(messageOf(components, MessageFlags.Ephemeral));
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
