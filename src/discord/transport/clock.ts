// Tells Discord's time.
import { timeOf } from '../interactions/interaction.ts';

/** Discord's clock, as far as its answers tell: this machine's own may be wrong. */
interface DiscordClock {
  /** Takes a time that Discord has just told, in milliseconds since the epoch. */
  readonly saw: (ms: number) => void;
  /** How long ago an id was made, in milliseconds from 0: hardly more than it says, and 0 before anything was told. */
  readonly ageOf: (id: string) => number;
}

/**
 * How long a told time is gone by, in milliseconds. Computers' clocks go wrong by up to a hundred millionths or so: in an hour by a
 * third of a second, which is less than HTTP cuts off, and in a day by longer than an interaction can be answered.
 */
const RECENT_MS = 60 * 60_000;

export function makeClock(): DiscordClock {
  // A time was true when it was told, which is a moment ago, and HTTP cuts it to the second (RFC 9110, 5.6.7): so each shows Discord's
  // clock too early, and of those told within an hour the latest is the nearest. It runs on by a clock that nobody sets, but that
  // may run faster than Discord's: the latest of all would be further off with each day. Kept are those that no later one beats,
  // the nearest first; the last one told stays, however old.
  let told: readonly { readonly at: number; readonly ahead: number }[] = [];
  return {
    saw(ms) {
      const at = performance.now();
      const ahead = ms - at;
      told = [...told.filter((one) => one.ahead > ahead && at - one.at < RECENT_MS), { at, ahead }];
    },
    ageOf(id) {
      const ahead = told[0]?.ahead ?? Number.NEGATIVE_INFINITY;
      return Math.max(0, performance.now() + ahead - timeOf(id));
    },
  };
}
