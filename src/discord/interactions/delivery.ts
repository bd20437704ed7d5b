import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Destination, Responder } from './responder.ts';

/** Discord drops an interaction that is not answered within 3 seconds. This leaves half of them for the way there. */
const SLOW_AFTER_MS = 1500;

export interface Delivery {
  /** Whether the reader was told to wait: `slow` is then where the answer goes. */
  readonly isDeferred: boolean;
  send(components: readonly APIMessageTopLevelComponent[], place: Destination): Promise<void>;
  /** Sends no more. */
  end(): void;
}

/**
 * Carries one answer to one interaction. An answer that takes long is announced to `slow`, which must then be a place
 * that every possible answer may go to: privately for a command, since what is private never may turn public.
 */
export function deliveryFor(responder: Responder, slow: Destination): Delivery {
  let deferral: Promise<void> | undefined;
  const timer = setTimeout(() => {
    deferral = responder.announce(slow);
    // `send` awaits it and meets the error; until then it must not count as unhandled.
    deferral.catch(() => {});
  }, SLOW_AFTER_MS);
  return {
    get isDeferred() {
      return deferral !== undefined;
    },
    async send(components, place) {
      clearTimeout(timer);
      if (!deferral) return responder.reply(components, place);
      await deferral;
      // What waits in the pressed message leaves it as it was if the answer belongs elsewhere.
      const isElsewhere = slow === 'in-place' && place !== slow;
      return isElsewhere ? responder.whisper(components) : responder.complete(components);
    },
    end() {
      clearTimeout(timer);
    },
  };
}
