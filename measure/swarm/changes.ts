// Moderators who add, replace and remove articles while readers ask, and how soon every replica knows.
import { article, ask, buttonIn, componentsIn, press } from './commands.ts';
import type { Crowd } from './crowd.ts';
import type { Answered, Discord, Sent } from './discord.ts';
import { fileOf, questionAbout, wordOf } from './libraries.ts';

export interface Change {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  /** Until a question was sent to which the last replica answered knowing of a change: milliseconds from when the moderator was told of it. */
  readonly slowestMs: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

/** Articles of their own are numbered from here. */
const FIRST = 50;
/** How many servers have a moderator at work. */
const SERVERS = 8;
/** How long a replica is asked again until it knows, in milliseconds, and how often. */
const GIVE_UP_MS = 10_000;
const AGAIN_MS = 40;

/** Goes on until it is stopped. `replicas` are the addresses of those that live now. */
export function keepChanging(
  discord: Discord,
  to: string,
  replicas: () => readonly string[],
  crowd: Crowd,
): { stop(): Promise<Change> } {
  let [added, replaced, removed, slowestMs] = [0, 0, 0, 0];
  const failures: string[] = [];
  let isStopped = false;

  /** Uses a command of a moderator, and presses a button under its answer. */
  async function edit(scope: number, command: Sent, label: string): Promise<void> {
    const first = await discord.send(to, command);
    if (first.isUnfinished) throw new Error('begun by the replica that was killed');
    const button = buttonIn(first.shown, label);
    if (button === undefined) throw new Error(`no button ${label} (${first.failure ?? textsIn(first)})`);
    const done = await discord.send(to, press(discord, scope, button, componentsIn(first.shown), command));
    if (done.type === undefined) throw new Error(`${label}: ${done.failure}`);
  }

  /** Waits until every replica quotes a word, or none does any more. */
  async function known(scope: number, word: string, isThere: boolean): Promise<void> {
    const since = performance.now();
    await Promise.all(
      replicas().map(async (address) => {
        for (;;) {
          const elapsed = performance.now() - since;
          const answer = await discord.send(address, ask(discord, scope, questionAbout(word)));
          // One that was ended meanwhile need not know.
          if (answer.type === undefined && !replicas().includes(address)) return;
          if (answer.type !== undefined && quotes(answer, word) === isThere) {
            slowestMs = Math.max(slowestMs, elapsed);
            return;
          }
          if (elapsed > GIVE_UP_MS)
            throw new Error(`${isThere ? 'not seen' : 'still seen'} after ${GIVE_UP_MS} ms`);
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        }
      }),
    );
  }

  async function moderate(scope: number): Promise<void> {
    for (let round = 0; !isStopped; round += 1) {
      const number = FIRST + (round % 40);
      const version = Math.floor(round / 40) * 2;
      const title = `Log ${round}`;
      const [before, after] = [wordOf(scope, number, version), wordOf(scope, number, version + 1)];
      try {
        await edit(
          scope,
          article(discord, scope, 'add', { file: discord.attach('ledger.md', fileOf(before, title)) }),
          'Publish',
        );
        added += 1;
        await known(scope, before, true);
        const file = discord.attach('ledger.md', fileOf(after, title));
        await edit(scope, article(discord, scope, 'replace', { article: title, file }), 'Publish');
        replaced += 1;
        crowd.gone(before);
        await known(scope, after, true);
        await known(scope, before, false);
        await edit(scope, article(discord, scope, 'remove', { article: title }), 'Remove');
        removed += 1;
        crowd.gone(after);
        await known(scope, after, false);
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
  }

  const working = Promise.all(Array.from({ length: SERVERS }, (_, scope) => moderate(scope)));
  return {
    async stop() {
      isStopped = true;
      await working;
      return {
        added,
        replaced,
        removed,
        slowestMs,
        failed: failures.length,
        failures: [...new Set(failures)].slice(0, 3),
      };
    },
  };
}

/** Whether an article with the word is quoted: the question repeats it, and says that it is missing where it is. */
function quotes({ shown }: Answered, word: string): boolean {
  return new RegExp(`harbor master of [*_\\\\]*${word}`).test(shown);
}

const textsIn = ({ shown }: Answered) =>
  [...shown.matchAll(/"content":"([^"]*)"/g)]
    .map(([, text = '']) => text)
    .join(' ')
    .slice(0, 200);
