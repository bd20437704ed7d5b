// Sends one answer in time, announcing it where it takes long.
import type {
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { isGone } from '../failures.ts';
import type { Log } from '../log.ts';
import type { Destination, Responder, SentFile } from './responder.ts';
import type { Turn } from './turns.ts';

/** Discord drops an interaction that is not answered within 3 seconds. This leaves half of them for the way there. */
const SLOW_AFTER_MS = 1500;
/** Until when an announced answer is begun: the last of the 15 minutes that Discord waits for it are for the way there. */
const ANNOUNCED_MS = 14 * 60_000;

type Components = readonly APIMessageTopLevelComponent[];

/** An answer that is ready to be sent. */
export interface Ready {
  readonly components: Components;
  readonly place: Destination;
  /** What stands in the private message that waits, until the public answer stands and it is removed. */
  readonly meanwhile: Components;
  /** What is shown there instead, where Discord lets no public answer follow. */
  readonly instead: () => Components;
  /** Files that it shows: only where it goes to the place where it would be announced. */
  readonly files?: readonly SentFile[];
}

interface Delivery {
  /** Waits for a turn; whoever waits too long is told so. */
  turn(): Promise<void>;
  send(ready: Ready): Promise<void>;
  /** Opens a form, unless the reader was told to wait already: Discord opens none after that. Whether it did. */
  open(modal: APIModalInteractionResponseCallbackData): Promise<boolean>;
  /** Sends no more; resolves when what was announced is, or could not be. */
  end(): Promise<void>;
}

interface DeliveryOptions {
  readonly responder: Responder;
  /**
   * Where an answer that takes long is announced. It must be a place that every possible answer may go to: privately for a
   * command, since what is absent stays private; what turns out to be for everyone follows as a message of its own.
   */
  readonly slow: Destination;
  /** By `performance.now()`: when Discord's time began. */
  readonly receivedAt: number;
  readonly turn: Turn;
  readonly log: Log;
}

/** Carries one answer to one interaction. */
export function deliveryFor({ responder, slow, receivedAt, turn, log }: DeliveryOptions): Delivery {
  const dueAt = receivedAt + SLOW_AFTER_MS;
  let deferral: Promise<void> | undefined;
  let isOver = false;
  const announce = () => {
    if (deferral || isOver) return;
    deferral = responder.announce(slow);
    // `send` awaits it and meets the error; until then it must not count as unhandled.
    deferral.catch(() => {});
  };
  const timer = setTimeout(announce, Math.max(0, dueAt - performance.now()));

  async function publish({ components, meanwhile, instead }: Ready): Promise<void> {
    try {
      await responder.publish(components, meanwhile);
    } catch (error) {
      log.warn({ err: error }, 'No public answer could follow, so that it stays private');
      return responder.complete(instead());
    }
    // The answer stands. What is left over says so, too.
    await responder.remove().catch((error: unknown) => {
      if (isGone(error)) return;
      log.warn({ err: error }, 'The message that waited could not be removed');
    });
  }

  return {
    async turn() {
      await turn({
        dueAt,
        overdue: () => {
          announce();
          return receivedAt + ANNOUNCED_MS;
        },
      });
    },
    async send(ready) {
      clearTimeout(timer);
      const { components, place, files = [] } = ready;
      // What is sent first has no files; what fills it may.
      if (files.length > 0) announce();
      isOver = true;
      if (!deferral) return responder.reply(components, place);
      await deferral;
      if (slow === place) return responder.complete(components, files);
      // What waits in the pressed message leaves it as it was if the answer belongs elsewhere.
      if (slow === 'in-place') return responder.whisper(components);
      return place === 'public' ? publish(ready) : responder.complete(components);
    },
    async open(modal) {
      if (deferral) return false;
      clearTimeout(timer);
      isOver = true;
      await responder.open(modal);
      return true;
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      await deferral?.catch(() => {});
    },
  };
}
