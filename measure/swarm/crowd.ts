// Readers of many servers: what they send, and what became of it.
import { below, randomFrom } from '../bench/random.ts';
import { ask, buttonIn, componentsIn, press, sources, summary, typing } from './commands.ts';
import type { Answered, Discord, Sent } from './discord.ts';
import { ARTICLES, questionAbout, wordOf, wordsIn } from './libraries.ts';

/** What became of commands. */
export interface Tally {
  readonly sent: number;
  /** Answered once, and to the end. */
  readonly answered: number;
  /** Announced, and never filled. */
  readonly unfinished: number;
  readonly failed: number;
  /** Why, with how often. */
  readonly failures: readonly string[];
  /** Answers with a word of another server's article. */
  readonly foreign: number;
  /** Answers with a word of an article that had been gone for more than two seconds when it was asked. */
  readonly stale: number;
  readonly perSecond: number;
  /** Milliseconds until the first response that so many percent do not exceed. */
  percentile(percent: number): number;
}

export interface Crowd {
  /** One question to each server. */
  each(to: string, scopes: number, atOnce: number): Promise<Tally>;
  /** What readers do, so many commands; `sent` is told how many were sent so far. */
  mixed(to: string, commands: number, atOnce: number, sent?: (count: number) => void): Promise<Tally>;
  /** The same at a steady pace, whether or not answers come. */
  paced(to: string, aSecond: number, seconds: number): Promise<Tally>;
  sum(tallies: readonly Tally[]): Tally;
  /** From now on no answer may have that word. */
  gone(word: string): void;
}

/** How long a removed article may still answer, in milliseconds. */
const GONE_MS = 2000;
/** Of a hundred commands: how many are questions, presses, typing, summaries; the rest looks at what there is. */
const MIX = { ask: 60, press: 10, type: 20, summary: 6 };

export function crowdOf(discord: Discord, scopes: number): Crowd {
  const random = randomFrom(5);
  const goneSince = new Map<string, number>();

  function tallying(): { take(scope: number, sentAt: number, answered: Answered): void; end(): Tally } {
    const begun = performance.now();
    const times: number[] = [];
    const failures = new Map<string, number>();
    let [sent, answered, unfinished, foreign, stale] = [0, 0, 0, 0, 0];
    return {
      take(scope, sentAt, { type, failure, shown, ms, isUnfinished }) {
        sent += 1;
        times.push(ms);
        if (type === undefined) {
          failures.set(failure ?? '', (failures.get(failure ?? '') ?? 0) + 1);
          return;
        }
        if (isUnfinished) unfinished += 1;
        else answered += 1;
        const own = wordOf(scope, 0).slice(0, 12);
        const words = wordsIn(shown);
        if (words.some((word) => !word.startsWith(own))) foreign += 1;
        if (words.some((word) => (goneSince.get(word) ?? Number.POSITIVE_INFINITY) + GONE_MS < sentAt))
          stale += 1;
      },
      end() {
        const seconds = (performance.now() - begun) / 1000;
        return tallyOf({
          sent,
          answered,
          unfinished,
          foreign,
          stale,
          times,
          failures,
          perSecond: sent / seconds,
        });
      },
    };
  }

  /** Sends one command of a reader, and what it leads to. */
  async function one(
    to: string,
    dueAt: number | undefined,
    take: ReturnType<typeof tallying>['take'],
  ): Promise<number> {
    const scope = below(scopes, random);
    const dice = below(100, random);
    const word = wordOf(scope, below(ARTICLES, random));
    const send = async (interaction: Sent, due?: number) => {
      const sentAt = performance.now();
      const answered = await discord.send(to, interaction, due);
      take(scope, sentAt, answered);
      return answered;
    };
    if (dice < MIX.ask + MIX.press) {
      const asked = ask(discord, scope, questionAbout(word));
      const { shown, type } = await send(asked, dueAt);
      const button = dice >= MIX.ask && type === 4 ? buttonIn(shown, 'Verify') : undefined;
      if (button === undefined) return 1;
      await send(press(discord, scope, button, componentsIn(shown), asked));
      return 2;
    }
    if (dice < MIX.ask + MIX.press + MIX.type)
      await send(typing(discord, scope, 'who signed the led'), dueAt);
    else if (dice < MIX.ask + MIX.press + MIX.type + MIX.summary) await send(summary(discord, scope), dueAt);
    else await send(sources(discord, scope), dueAt);
    return 1;
  }

  return {
    async each(to, count, atOnce) {
      const { take, end } = tallying();
      let next = 0;
      await together(Math.ceil(atOnce), async () => {
        const scope = next++;
        if (scope >= count) return false;
        const sentAt = performance.now();
        take(scope, sentAt, await discord.send(to, ask(discord, scope, questionAbout(wordOf(scope, 0)))));
        return true;
      });
      return end();
    },
    async mixed(to, commands, atOnce, told = () => {}) {
      const { take, end } = tallying();
      let sent = 0;
      await together(Math.ceil(atOnce), async () => {
        if (sent >= commands) return false;
        sent += 1;
        const took = await one(to, undefined, take);
        sent += took - 1;
        told(sent);
        return true;
      });
      return end();
    },
    async paced(to, aSecond, seconds) {
      const { take, end } = tallying();
      const begun = performance.now();
      const underway = Array.from({ length: aSecond * seconds }, async (_, at) => {
        const dueAt = begun + (at * 1000) / aSecond;
        await new Promise((resolve) => setTimeout(resolve, dueAt - performance.now()));
        await one(to, dueAt, take);
      });
      await Promise.all(underway);
      return end();
    },
    sum: (tallies) => {
      const add = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
      return {
        ...(tallies[0] as Tally),
        sent: add(({ sent }) => sent),
        answered: add(({ answered }) => answered),
        unfinished: add(({ unfinished }) => unfinished),
        failed: add(({ failed }) => failed),
        failures: tallies.flatMap(({ failures }) => failures),
        foreign: add(({ foreign }) => foreign),
        stale: add(({ stale }) => stale),
      };
    },
    gone(word) {
      goneSince.set(word, performance.now());
    },
  };
}

/** Does something so many times at once, until it says that there is no more. */
async function together(atOnce: number, work: () => Promise<boolean>): Promise<void> {
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (await work());
    }),
  );
}

function tallyOf({
  times,
  failures,
  ...counts
}: Omit<Tally, 'failed' | 'failures' | 'percentile'> extends infer T
  ? T & { readonly times: number[]; readonly failures: ReadonlyMap<string, number> }
  : never): Tally {
  const sorted = times.sort((a, b) => a - b);
  return {
    ...counts,
    failed: [...failures.values()].reduce((sum, one) => sum + one, 0),
    failures: [...failures].map(([why, count]) => `${why} × ${count}`),
    percentile: (percent) =>
      sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN,
  };
}
