// npm run store: looks after the database.
import { existsSync } from 'node:fs';
import { readWhereabouts } from '../../config.ts';
import { visible } from '../../corpus/characters.ts';
import type { Result } from '../../result.ts';
import { backUp } from '../../store/backup.ts';
import { check } from '../../store/check.ts';
import { SCHEMA } from '../../store/migrations.ts';
import { type Copied, copyAll } from '../../store/move.ts';
import { fileIn, openGround, type Whereabouts } from '../../store/open-store.ts';
import { keyOfId } from '../../store/reading.ts';
import type { Ground } from '../../store/scope-row.ts';
import { type ScopeSummary, StoreUnavailable } from '../../store/store.ts';
import { block, list, remove } from '../../store/upkeep.ts';
import { withProgress } from '../adding/progress.ts';
import type { Invocation, StoreTask } from '../arguments.ts';
import { write } from '../stream.ts';

const FAILED = 1;

/** Does one thing with the database of the scopes' libraries, for whoever runs the bot. Returns the exit status. */
export async function runStore({ task }: Extract<Invocation, { program: 'store' }>): Promise<number> {
  const where = readWhereabouts(process.env);
  if (where.url === undefined && !existsSync(fileIn(where.folder))) {
    await say(`There is no database yet: ${visible(fileIn(where.folder))} is not there.`);
    return task.action === 'check' || task.action === 'list' ? 0 : FAILED;
  }
  try {
    const ground = await openGround(where);
    try {
      return await perform(task, ground, where);
    } finally {
      await ground.database.close();
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    console.error(error.message);
    return FAILED;
  }
}

async function perform(task: StoreTask, ground: Ground, where: Whereabouts): Promise<number> {
  switch (task.action) {
    case 'check':
      return tellChecked(ground);
    case 'list':
      for (const scope of await list(ground)) await say(lineOf(scope));
      return 0;
    case 'remove': {
      const { scope, id } = task;
      const key = await ground.database.read((query) => keyOfId(query, scope, id));
      if (key === undefined || !(await remove(ground, scope, key))) {
        console.error(
          `${scope} has no article ${visible(id)}. What there is, tells: npm run -s store -- list`,
        );
        return FAILED;
      }
      await say(`Removed: ${scope}/${id}`);
      return 0;
    }
    case 'block':
    case 'unblock':
      await block(ground, task.scope, task.action === 'block');
      await say(task.action === 'block' ? `Blocked: ${task.scope}` : `No longer blocked: ${task.scope}`);
      return 0;
    case 'backup': {
      const done = await withProgress('Copying', process.stderr, (onProgress) =>
        backUp(ground.database, task.file, onProgress),
      );
      return tell(done, `Backed up: ${visible(task.file)}`);
    }
    case 'move':
      return move(ground, where, task.to);
  }
}

async function tellChecked({ database }: Ground): Promise<number> {
  const { counts, ofOtherRules, faults } = await withProgress('Checking', process.stderr, (onProgress) =>
    check(database, onProgress),
  );
  for (const fault of faults) console.error(visible(fault));
  await say(`Schema ${SCHEMA}: ${numbers(counts)}`);
  if (ofOtherRules > 0) {
    await say(
      `Split by other rules, and split anew when they are next asked of: ${counted(ofOtherRules, 'articles')}`,
    );
  }
  return faults.length > 0 ? FAILED : 0;
}

async function move(ground: Ground, where: Whereabouts, to: string): Promise<number> {
  const target: Whereabouts = /^postgres(?:ql)?:\/\//i.test(to) ? { folder: '', url: to } : { folder: to };
  if (target.url === undefined && where.url === undefined && fileIn(to) === fileIn(where.folder)) {
    console.error('That is where everything is already. Name another folder, or a postgres:// address.');
    return FAILED;
  }
  const { database } = await openGround(target);
  try {
    const done = await withProgress('Moving', process.stderr, (onProgress) =>
      copyAll(ground.database, database, onProgress),
    );
    const setting = target.url === undefined ? `DATA_DIR=${visible(to)}` : 'DATABASE_URL to it';
    return await tell(done, `Moved. Set ${setting}, and start the bot; what was there stays as it is`);
  } finally {
    await database.close();
  }
}

async function tell(done: Result<Copied | undefined>, sentence: string): Promise<number> {
  if ('problem' in done) {
    console.error(done.problem);
    return FAILED;
  }
  await say(done.value ? `${sentence}: ${numbers(done.value)}` : sentence);
  return 0;
}

/** `server:42  3 articles  2 answers  61440 bytes  used 2026-12-01` */
function lineOf({ scope, articles, answers, bytes, usedAt, isBlocked }: ScopeSummary): string {
  const day = new Date(usedAt).toISOString().slice(0, 10);
  const held = [counted(articles, 'articles'), counted(answers, 'answers'), `${bytes} bytes`, `used ${day}`];
  return [scope, ...held, ...(isBlocked ? ['blocked'] : [])].join('  ');
}

function numbers(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([what, count]) => counted(count, what)).join(', ');
}

/** `1 article`, `2 articles`. */
function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what.replace(/s$/, '') : what}`;
}

async function say(line: string): Promise<void> {
  await write(process.stdout, `${line}\n`);
}
