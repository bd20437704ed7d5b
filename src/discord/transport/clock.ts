import { timeOf } from '../interactions/interaction.ts';

/** Discord's clock, as far as its answers tell: this machine's own may be wrong. */
export interface DiscordClock {
  /** Takes a time that Discord has just told, in milliseconds since the epoch. */
  readonly saw: (ms: number) => void;
  /** How long ago an id was made, in milliseconds from 0: at the least, and 0 before anything was told. */
  readonly ageOf: (id: string) => number;
}

export function makeClock(): DiscordClock {
  // A time was true when it was told, which is a moment ago, and HTTP cuts it to the second (RFC 9110, 5.6.7): so Discord's
  // clock is never behind, and the latest of all is the nearest. It runs on by a clock that nobody sets.
  let ahead = Number.NEGATIVE_INFINITY;
  return {
    saw(ms) {
      ahead = Math.max(ahead, ms - performance.now());
    },
    ageOf(id) {
      return Math.max(0, performance.now() + ahead - timeOf(id));
    },
  };
}
