// npm run -s swarm: several replicas on this machine, with nginx in front and PostgreSQL behind, asked by thousands of servers.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { progressOf } from './progress.ts';
import { type Change, keepChanging } from './swarm/changes.ts';
import { type Crowd, crowdOf, type Tally } from './swarm/crowd.ts';
import { makeDatabase, type OwnDatabase } from './swarm/database.ts';
import { type Discord, startDiscord } from './swarm/discord.ts';
import { ARTICLES, fillLibraries } from './swarm/libraries.ts';
import { type Front, type Replica, startProxy, startReplica } from './swarm/replicas.ts';
import { milliseconds, tableOf } from './table.ts';
import { orTell, Unusable } from './unusable.ts';

const USAGE = `npm run -s swarm [-- options]

Replicas of the bot over HTTP, with nginx in front and PostgreSQL behind, on this machine: what a command costs with one, two and three of them;
and what is lost while replicas are killed, ended and added, and articles are added, replaced and removed.

  --commands N   how many commands (default: 20000)
  --scopes N     of how many servers (default: 2000)
  --quick        a tenth of both
  --part NAME    only this: cost, steady or turmoil`;

/** Commands that wait for their answers at the same time: a proxy has as many under way with a busy bot. */
const AT_ONCE = 24;
/** Commands a second, and for how many seconds, to one replica that is warm. */
const STEADY = { aSecond: 200, seconds: 20 };
/** Commands to each replica before it counts as warm, beside one of each server: until then its functions are not compiled. */
const WARMING = 2500;
/**
 * Commands that are counted, for each replica, and how many of them wait at the same time: no more than there are processors, since
 * processes that take them from one another find their caches cold, and every command costs more by it.
 */
const COUNTED = { commands: 4000, atOnce: 2 };
/** Commands, for each replica, by which it is seen how many are answered in a second. */
const CROWDED = 1500;

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Stage {
  readonly discord: Discord;
  readonly database: OwnDatabase;
  readonly crowd: Crowd;
  readonly scopes: number;
}

/** What a command cost the replicas together. */
interface Cost {
  readonly cpuMs: number;
  readonly roundTrips: number;
}

async function costOf(
  replicas: readonly Replica[],
  work: () => Promise<Tally>,
): Promise<Cost & { readonly tally: Tally }> {
  const trips = async () =>
    (
      await Promise.all(replicas.map((replica) => replica.metric('verbatim_database_round_trips_total')))
    ).reduce((sum, one) => sum + one, 0);
  const cpu = () => replicas.reduce((sum, replica) => sum + replica.cpuMs(), 0);
  const [tripsBefore, cpuBefore] = [await trips(), cpu()];
  const tally = await work();
  const cpuMs = (cpu() - cpuBefore) / tally.sent;
  return { tally, cpuMs, roundTrips: ((await trips()) - tripsBefore) / tally.sent };
}

interface Row {
  readonly replicas: number;
  readonly cold: Cost;
  readonly warm: Cost;
  readonly tally: Tally;
}

/** The cost of a command with so many new replicas: first each serves each server once, then all are asked through nginx. */
async function costWith(replicas: number, counted: number, warming: number, stage: Stage): Promise<Row> {
  const { discord, database, crowd, scopes } = stage;
  const begun = await Promise.all(
    Array.from({ length: replicas }, () => startReplica(root, discord, database.url)),
  );
  const proxy = await startProxy(
    root,
    begun.map(({ port }) => port),
  );
  try {
    const cold = await costOf(begun, async () => {
      const tallies = await Promise.all(
        begun.map(({ address }) => crowd.each(address, scopes, AT_ONCE / replicas)),
      );
      return crowd.sum(tallies);
    });
    await Promise.all(begun.map(({ address }) => crowd.mixed(address, warming, AT_ONCE / replicas)));
    const warm = await costOf(begun, () => crowd.mixed(proxy.address, counted * replicas, COUNTED.atOnce));
    const tally = await crowd.mixed(proxy.address, CROWDED, AT_ONCE);
    return { replicas, cold, warm, tally };
  } finally {
    await proxy.stop();
    await Promise.all(begun.map((replica) => replica.end('SIGKILL')));
  }
}

/** How long answers take at a steady pace, with one replica behind nginx. */
async function steady(warming: number, stage: Stage): Promise<Tally> {
  const { discord, database, crowd, scopes } = stage;
  const replica = await startReplica(root, discord, database.url);
  const proxy = await startProxy(root, [replica.port]);
  try {
    await crowd.each(replica.address, scopes, AT_ONCE);
    await crowd.mixed(replica.address, warming, AT_ONCE);
    return await crowd.paced(proxy.address, STEADY.aSecond, STEADY.seconds);
  } finally {
    await proxy.stop();
    await replica.end('SIGKILL');
  }
}

interface Turmoil {
  readonly tally: Tally;
  readonly change: Change;
  readonly seconds: number;
  readonly exitCode: number | null;
}

/** Three replicas, of which one is killed and one told to end, and two that are added, while articles change. */
async function turmoil(commands: number, stage: Stage): Promise<Turmoil> {
  const { discord, database, crowd } = stage;
  const start = () => startReplica(root, discord, database.url);
  const live = new Set(await Promise.all([start(), start(), start()]));
  const proxy: Front = await startProxy(
    root,
    [...live].map(({ port }) => port),
  );
  const lead = () => proxy.lead([...live].map(({ port }) => port));
  let exitCode: number | null = null;
  const [first, second] = live;
  /** By share of the commands that were sent. */
  const events: [number, () => Promise<void>][] = [
    [
      0.25,
      async () => {
        // nginx finds out by itself.
        await first?.end('SIGKILL');
        if (first) live.delete(first);
      },
    ],
    [
      0.4,
      async () => {
        live.add(await start());
        await lead();
      },
    ],
    [
      0.6,
      async () => {
        exitCode = (await second?.end('SIGTERM')) ?? null;
        if (second) live.delete(second);
      },
    ],
    [
      0.75,
      async () => {
        live.add(await start());
        await lead();
      },
    ],
  ];
  const changing = keepChanging(discord, proxy.address, () => [...live].map(({ address }) => address), crowd);
  const begun = performance.now();
  const happening: Promise<void>[] = [];
  try {
    const tally = await crowd.mixed(proxy.address, commands, AT_ONCE, (sent) => {
      while (events[0] && sent >= events[0][0] * commands) {
        const [, happen] = events.shift() as (typeof events)[number];
        happening.push(happen());
      }
    });
    const seconds = (performance.now() - begun) / 1000;
    await Promise.all(happening);
    return { tally, change: await changing.stop(), seconds, exitCode };
  } finally {
    await proxy.stop();
    await Promise.all([...live].map((replica) => replica.end('SIGKILL')));
  }
}

async function main(): Promise<void> {
  const { commands, scopes, quick, part } = optionsOf(process.argv.slice(2));
  const scale = quick ? 10 : 1;
  const isAsked = (name: string) => part === undefined || part === name;
  const database = await makeDatabase();
  const discord = await startDiscord();
  const progress = progressOf(scopes + 5);
  try {
    await fillLibraries(database.url, scopes, () => progress.step('Libraries'));
    const size = await database.read(
      `SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c WHERE c.relkind = 'r' AND c.relname LIKE 'verbatim%'`,
    );
    const stage: Stage = { discord, database, scopes, crowd: crowdOf(discord, scopes) };
    const rows: Row[] = [];
    for (const replicas of isAsked('cost') ? [1, 2, 3] : []) {
      progress.step(`Cost with ${replicas}`);
      rows.push(await costWith(replicas, COUNTED.commands / scale, WARMING / scale, stage));
    }
    progress.step('Steady');
    const paced = isAsked('steady') ? await steady(WARMING / scale, stage) : undefined;
    progress.step('Turmoil');
    const wild = isAsked('turmoil') ? await turmoil(commands, stage) : undefined;
    progress.end();
    report(rows, paced, wild, scopes, size.bytes ?? 0);
  } finally {
    progress.end();
    await discord.close();
    await database.drop();
  }
}

function report(
  rows: readonly Row[],
  paced: Tally | undefined,
  wild: Turmoil | undefined,
  scopes: number,
  bytes: number,
): void {
  const head = [
    `${scopes} servers of ${ARTICLES} articles`,
    'CPU ms cold',
    'CPU ms warm',
    'round trips cold',
    'round trips warm',
    'a second',
    'p50 ms',
    'p99 ms',
  ];
  const figures = rows.map(({ replicas, cold, warm, tally }) => [
    `${replicas} ${replicas === 1 ? 'replica' : 'replicas'}`,
    milliseconds(cold.cpuMs),
    milliseconds(warm.cpuMs),
    cold.roundTrips.toFixed(2),
    warm.roundTrips.toFixed(3),
    tally.perSecond.toFixed(0),
    milliseconds(tally.percentile(50)),
    milliseconds(tally.percentile(99)),
  ]);
  if (rows.length > 0) console.log(`${tableOf(head, figures)}\n`);
  const lines: [string, string][] = [['database, bytes a server', (bytes / scopes).toFixed(0)]];
  if (paced) {
    const times = [50, 99, 100].map((at) => milliseconds(paced.percentile(at))).join(', ');
    lines.push([`one replica at ${STEADY.aSecond} a second: p50, p99, most`, times]);
    lines.push(['  answered once', `${paced.answered} of ${paced.sent}`]);
  }
  if (wild) lines.push(...linesOf(wild));
  console.log(tableOf(['', ''], lines));
}

const told = (count: number, why: readonly string[]) =>
  `${count}${why.length > 0 ? ` (${why.join('; ')})` : ''}`;

function linesOf({ tally, change, seconds, exitCode }: Turmoil): [string, string][] {
  return [
    [
      'three replicas, one killed, one ended, two added: commands a second',
      (tally.sent / seconds).toFixed(0),
    ],
    ['  p99 ms', milliseconds(tally.percentile(99))],
    ['  answered once', `${tally.answered} of ${tally.sent}`],
    ['  announced by the killed one and never filled', String(tally.unfinished)],
    ['  not answered', told(tally.failed, tally.failures)],
    ['  with words of another server', String(tally.foreign)],
    ['  from an article gone for more than 2 s', String(tally.stale)],
    ['  exit code of the one that was told to end', String(exitCode)],
    ['articles added, replaced, removed', [change.added, change.replaced, change.removed].join(', ')],
    ['  seen by every replica within, at the most', `${milliseconds(change.slowestMs)} ms`],
    ['  changes that failed', told(change.failed, change.failures)],
  ];
}

function optionsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      commands: { type: 'string', default: '20000' },
      scopes: { type: 'string', default: '2000' },
      quick: { type: 'boolean', default: false },
      part: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) throw new Unusable(USAGE);
  const count = (name: 'commands' | 'scopes') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 100)
      throw new Unusable(`--${name} takes a whole number from 100, not ${values[name]}.`);
    return values.quick ? Math.ceil(value / 10) : value;
  };
  const { quick, part } = values;
  if (part !== undefined && !['cost', 'steady', 'turmoil'].includes(part))
    throw new Unusable(`--part is cost, steady or turmoil, not ${part}.`);
  return { commands: count('commands'), scopes: count('scopes'), quick, part };
}

await orTell(main);
