// Changes one line of the program at a time, as a slip would, and reports which changes the tests notice.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyCheckout } from './mutants/copy.ts';
import { type Mutant, mutated, readMutants, staleness } from './mutants/read-mutants.ts';
import { type Outcome, PAGE, plainOutcomes, roomTable, shareKilled, withTable } from './mutants/report.ts';
import { runTests } from './mutants/run-tests.ts';
import { progressOf } from './progress.ts';
import { Unusable } from './unusable.ts';

const USAGE = `npm run mutants [-- options]

  --room NAME   only the mutants of mutants/NAME.txt
  --only TEXT   only mutants with that text in their name or file
  --quick       only the test that is named for each; the rest counts as survived
  --verbose     what Vitest printed of each that was noticed by another test than the one named, or by none

Works on copies of the checkout in the temporary folder. Exit status 1 where less than 90 % are noticed.`;

/** How many should be noticed: what the tests are held to. */
const LEAST_KILLED = 0.9;
/** The slowest test file takes 40 s with the other copy at work. */
const NAMED_MS = 120_000;
/** The whole suite takes two minutes alone. */
const RELATED_MS = 400_000;
/** A run with one copy uses little more than a processor, mostly to load what is tested. */
const AT_ONCE = Math.min(2, availableParallelism());

function optionsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      room: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** The mutants that are meant; throws where a list has flaws, where one is stale, or where none is meant. */
function chosen(
  root: string,
  { room, only }: { room?: string | undefined; only?: string | undefined },
): Mutant[] {
  const { mutants, flaws } = readMutants(root);
  const stale = [...flaws, ...mutants.flatMap((mutant) => staleness(mutant, root) ?? [])];
  if (stale.length > 0) throw new Unusable(stale.join('\n'));
  const text = only?.toLowerCase() ?? '';
  const meant = mutants.filter(
    (mutant) =>
      (room === undefined || mutant.room === room) &&
      `${mutant.name} ${mutant.file}`.toLowerCase().includes(text),
  );
  if (meant.length > 0) return meant;
  const rooms = [...new Set(mutants.map((mutant) => mutant.room))];
  throw new Unusable(`No mutant is like that. Rooms are ${rooms.join(', ')}.`);
}

/**
 * Throws where a test that is named fails without any mutant, since it would notice everything. One that waits for processes may do so on
 * a busy machine, so that it is tried once more, alone.
 */
async function checkTests(copy: string, mutants: readonly Mutant[], signal: AbortSignal) {
  const all = await runTests(copy, ['run', ...new Set(mutants.map(({ test }) => test))], RELATED_MS, signal);
  if (all.how === 'passed') return;
  const failed = new Set(
    Array.from(all.output.matchAll(/FAIL {2}(\S+\.test\.ts)/g), ([, file = '']) => file),
  );
  const again = await runTests(copy, ['run', ...failed], RELATED_MS, signal);
  if (failed.size > 0 && again.how === 'passed') return;
  throw new Unusable(
    `Tests fail without any mutant, so that nothing can be said:\n${again.output.slice(-4000)}`,
  );
}

/** Puts a mutant into a copy, sees which tests notice, and takes it out again. */
async function tryMutant(
  copy: string,
  mutant: Mutant,
  isQuick: boolean,
  signal: AbortSignal,
): Promise<Outcome> {
  const since = performance.now();
  const path = join(copy, mutant.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, mutated(source, mutant));
  try {
    const named = await runTests(copy, ['run', '--bail', '1', '--retry', '0', mutant.test], NAMED_MS, signal);
    const isUnnoticed = named.how === 'passed';
    const related =
      isUnnoticed && !isQuick
        ? await runTests(
            copy,
            ['related', '--run', '--bail', '1', '--retry', '0', mutant.file],
            RELATED_MS,
            signal,
          )
        : undefined;
    const isRelated = related !== undefined && related.how !== 'passed';
    const killed = isRelated ? 'related' : isUnnoticed ? 'survived' : 'named';
    const output = (related ?? named).output;
    return { mutant, killed, output, ms: performance.now() - since };
  } finally {
    writeFileSync(path, source);
  }
}

async function tryAll(
  mutants: readonly Mutant[],
  { base, root, isQuick }: { readonly base: string; readonly root: string; readonly isQuick: boolean },
  signal: AbortSignal,
) {
  const copies = Array.from({ length: Math.min(AT_ONCE, mutants.length) }, (_, at) =>
    join(base, `${at + 1}`),
  );
  for (const copy of copies) {
    mkdirSync(copy);
    copyCheckout(root, copy);
  }
  const progress = progressOf(mutants.length + 1);
  try {
    progress.show('the tests as they are');
    if (copies[0] !== undefined) await checkTests(copies[0], mutants, signal);
    progress.step('');
    const waiting = [...mutants];
    const outcomes: Outcome[] = [];
    await Promise.all(
      copies.map(async (copy) => {
        for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
          progress.show(mutant.name);
          outcomes.push(await tryMutant(copy, mutant, isQuick, signal));
          progress.step(mutant.name);
        }
      }),
    );
    return outcomes.sort((a, b) => mutants.indexOf(a.mutant) - mutants.indexOf(b.mutant));
  } finally {
    progress.end();
  }
}

async function run(): Promise<void> {
  const { help, room, only, quick, verbose } = optionsOf(process.argv.slice(2));
  if (help) return console.log(USAGE);
  const root = process.cwd();
  const mutants = chosen(root, { room, only });
  const leaving = new AbortController();
  const leave = () => leaving.abort(new Unusable('Stopped.'));
  process.once('SIGINT', leave).once('SIGTERM', leave);
  const base = mkdtempSync(join(tmpdir(), 'verbatim-mutants-'));
  const since = performance.now();
  let outcomes: readonly Outcome[];
  try {
    outcomes = await tryAll(mutants, { base, root, isQuick: quick }, leaving.signal);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
  const ms = performance.now() - since;
  console.log(roomTable(outcomes, ms));
  for (const line of plainOutcomes(outcomes, verbose)) console.log(line);
  if (room === undefined && only === undefined && !quick) {
    writeFileSync(join(root, PAGE), withTable(readFileSync(join(root, PAGE), 'utf8'), outcomes, ms));
  }
  if (shareKilled(outcomes) < LEAST_KILLED) process.exitCode = 1;
}

try {
  await run();
} catch (error) {
  const isOption =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Unusable) && !isOption) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
