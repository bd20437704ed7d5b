import { readFileSync } from 'node:fs';
import { MessageResponseSchema } from 'discord-api-spec/zod';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exampleOf, type Random } from '../../loopback/example.ts';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { snowflake } from '../../loopback/people.ts';
import { type BotProcess, startBot } from './bot-process.ts';

/** `SOAK=10000 npx vitest run test/discord/soak.test.ts` takes minutes; fewer find the same faults. */
const EVENTS = Number(process.env.SOAK ?? 3000);
const AT_ONCE = 50;

let discord: Loopback;
let bot: BotProcess;

beforeEach(async () => {
  discord = await startLoopback();
  bot = await startBot(discord, { LOG_LEVEL: 'info', COOLDOWN_COMMANDS: '86400' });
});

afterEach(async () => {
  bot.process.kill('SIGKILL');
  await discord.close();
});

/** Numbers that are the same in every run (a linear congruential generator with the constants of POSIX's rand48). */
function numbersFrom(seed: number): Random {
  let state = BigInt(seed);
  return () => {
    state = (state * 0x5deece66dn + 0xbn) & ((1n << 48n) - 1n);
    return Number(state) / 2 ** 48;
  };
}

type Fields = Record<string, unknown>;

/** Every type of interaction, with every type of command and component among them, and types that are yet to come. */
function interactionFrom(random: Random): Fields {
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const message = exampleOf(MessageResponseSchema, random) as Fields;
  const type = oneOf([1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 99]);
  const value = oneOf<unknown>(['Qwen panic', 7, true, null, '', '?'.repeat(6000), { a: 1 }]);
  const options = oneOf<unknown>([
    [{ name: 'question', type: 3, value, focused: random() < 0.5 }],
    [{ name: '__proto__', type: 3, value }],
    [{ name: 'group', type: 2, options: [{ name: 'ask', type: 1 }] }],
    [],
    [null],
  ]);
  const command = {
    id: snowflake(),
    name: oneOf(['ask', 'summary', 'sources', 'Find in the article', 'gone']),
    type: oneOf<unknown>([1, 1, 2, 3, 3, 4, 9, undefined]),
    options,
    target_id: message.id,
    resolved: { messages: { [String(message.id)]: message } },
  };
  const component = {
    custom_id: oneOf(['1:verify:en-US::', 'menu:0', 'x', '']),
    component_type: oneOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 19, 99]),
    values: oneOf<unknown>([['1:summary:en-US::'], [], [7], undefined]),
  };
  const user = { id: snowflake(), username: 'ada', discriminator: '0', avatar: null };
  return {
    id: snowflake(),
    application_id: discord.applicationId,
    type,
    token: `token-${snowflake()}`,
    version: 1,
    data: type === 3 || type === 5 ? component : command,
    ...(type === 3 && { message }),
    ...(random() < 0.5 ? { member: { user, roles: [], permissions: '0' } } : { user }),
    guild_id: discord.guildId,
    channel_id: snowflake(),
    channel: { id: snowflake(), type: oneOf([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16, 99]) },
    locale: oneOf(['en-US', 'zh-CN', 'xx', '']),
    context: oneOf([0, 1, 2, 9]),
    authorizing_integration_owners: {},
    entitlements: [],
  };
}

/** The same with a field of it, or of what it holds, missing or null. */
function damaged(whole: Fields, random: Random): Fields {
  const copy = structuredClone(whole);
  const places: [Fields, string][] = [];
  const collect = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > 4) return;
    for (const key of Object.keys(value)) {
      places.push([value as Fields, key]);
      collect((value as Fields)[key], depth + 1);
    }
  };
  collect(copy, 0);
  // The outer fields are few among all, and matter most.
  const outer = places.filter(([holder]) => holder === copy);
  const among = random() < 0.5 ? outer : places;
  const [holder, key] = among[Math.floor(random() * among.length)] as [Fields, string];
  if (random() < 0.5) delete holder[key];
  else holder[key] = null;
  return copy;
}

const isAnswerable = ({ id, token }: Fields) => typeof id === 'string' && typeof token === 'string';

function memoryOf({ process: { pid } }: BotProcess): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    // Not every system tells.
    return undefined;
  }
}

it('answers every interaction that can be answered once, whatever is in it or missing, and lives', {
  timeout: 30 * 60_000,
}, async () => {
  const random = numbersFrom(1);
  const wrong: string[] = [];
  let early: number | undefined;
  for (let sent = 0; sent < EVENTS; sent += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE / 2 }, () => interactionFrom(random)).flatMap((whole) => [
      whole,
      damaged({ ...whole, id: snowflake(), token: `token-${snowflake()}` }, random),
    ]);
    const answerable = batch.filter(isAnswerable);
    for (const event of batch) {
      if (!isAnswerable(event)) discord.gateway.dispatch('INTERACTION_CREATE', event);
    }
    await Promise.all(
      answerable.map((event) =>
        discord
          .interact(event)
          .catch((error: Error) => wrong.push(`${error.message} ${JSON.stringify(event)}`)),
      ),
    );
    if (sent >= EVENTS / 3) early ??= memoryOf(bot);
  }
  const late = memoryOf(bot);
  expect(wrong).toEqual([]);
  const answered = discord.requests.filter(({ path }) => path.endsWith('/callback'));
  expect(new Set(answered.map(({ path }) => path)).size).toBe(answered.length);
  expect(discord.rejections).toEqual([]);
  expect(bot.output()).not.toMatch(/"level":(?:50|60)/);
  expect(bot.process.exitCode).toBeNull();
  if (early !== undefined && late !== undefined) {
    console.info(
      `${EVENTS} interactions: ${early.toFixed(0)} MiB after a third, ${late.toFixed(0)} MiB at the end`,
    );
    expect(late).toBeLessThan(early * 1.5);
  }
});
