/** Somebody who waits for a turn. */
export interface Waiting {
  /** By `performance.now()`: when its turn must have come. */
  readonly dueAt: number;
  /**
   * Called once, at `dueAt` or as soon as it is foreseen that the turn will not have come by then. Returns until when it may
   * wait from then on; undefined where there is no use in waiting.
   */
  readonly overdue: () => number | undefined;
}

/** Resolves when it is the caller's turn: to true, or to false where there was no use in waiting. */
export type Turn = (waiting: Waiting) => Promise<boolean>;

interface Entry extends Waiting {
  readonly begin: (isInTime: boolean) => void;
}

/** How much the latest round counts in their mean, at the least. A round that was long for once foretells little. */
const LATEST = 0.1;
/**
 * How many are told to wait in a round of the event loop, though they are not due yet. To send one takes a quarter of a
 * millisecond, so that sixteen take as long as a turn, and what came back of those before is read in between.
 */
const TOLD_A_ROUND = 16;

/**
 * For how long nobody has a turn while more and more ask for one, in milliseconds. What has arrived is read in pieces of
 * 64 KiB (two dozen commands), one in a round, and what is not read yet has a deadline, too.
 */
const READ_FIRST_MS = 500;

/**
 * Turns by deadline, one in each round of the event loop. Searching is synchronous: without turns a burst of commands would
 * all be searched before the first reply leaves, and none could be announced in time. Nor are timers on time in a busy
 * loop: before each turn it is looked who must be told to wait, by how long the turns before it are likely to take.
 */
export function makeTurns(): Turn {
  /** Not told to wait yet; the earliest deadline first. */
  const open: Entry[] = [];
  /** Told to wait, and so with minutes of time. */
  const told: Entry[] = [];
  let isScheduled = false;
  let roundAt: number | undefined;
  let rounds = 0;
  let meanRound = 0;
  let hasGrown = false;
  let readsSince: number | undefined;

  function schedule() {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(round);
  }

  function round() {
    isScheduled = false;
    const now = performance.now();
    if (roundAt !== undefined) {
      rounds += 1;
      meanRound += Math.max(LATEST, 1 / rounds) * (now - roundAt - meanRound);
    }
    if (hasGrown && now - (readsSince ?? now) < READ_FIRST_MS) {
      hasGrown = false;
      readsSince ??= now;
      roundAt = undefined;
      return schedule();
    }
    hasGrown = false;
    // To tell many is quicker than one turn, and may not wait for any.
    if (tellTheLate(now) >= TOLD_A_ROUND) {
      roundAt = undefined;
      return schedule();
    }
    const [first, waiter] = [open[0], told[0]];
    readsSince = undefined;
    const isWaiterFirst = first === undefined || (waiter !== undefined && waiter.dueAt < first.dueAt);
    (isWaiterFirst ? told : open).shift()?.begin(true);
    const isIdle = open.length + told.length === 0;
    roundAt = isIdle ? undefined : now;
    if (!isIdle) schedule();
  }

  /** Whoever will not have a turn in time leaves the others their place. Returns how many those were. */
  function tellTheLate(now: number): number {
    let before = 0;
    let foreseen = 0;
    const late: Entry[] = [];
    const inTime = open.filter((entry) => {
      const isDue = entry.dueAt <= now;
      const isForeseen = !isDue && foreseen < TOLD_A_ROUND && now + before * meanRound > entry.dueAt;
      if (isForeseen) foreseen += 1;
      if (isDue || isForeseen) late.push(entry);
      else before += 1;
      return !isDue && !isForeseen;
    });
    if (late.length === 0) return 0;
    open.splice(0, open.length, ...inTime);
    for (const entry of late) {
      const dueAt = entry.overdue();
      if (dueAt === undefined) entry.begin(false);
      else insert(told, { ...entry, dueAt });
    }
    return late.length;
  }

  return (waiting) =>
    new Promise((resolve) => {
      insert(open, { ...waiting, begin: resolve });
      hasGrown = true;
      schedule();
    });
}

/** Behind those of the same deadline. */
function insert(entries: Entry[], entry: Entry): void {
  const at = entries.findLastIndex(({ dueAt }) => dueAt <= entry.dueAt) + 1;
  entries.splice(at, 0, entry);
}
