// Measures how soon a started program answers.
import { spawn } from 'node:child_process';
import { quantile } from '../figures.ts';

/** Median milliseconds from the start of a process to the first byte of its answer. */
export interface StartUp {
  readonly command: string;
  readonly milliseconds: number;
  readonly runs: number;
}

const RUNS = 7;
const QUESTION = 'Who accused Alibaba?';

/** Starts `npm run ask` and what it runs several times each; the first run, which may build, does not count. */
export async function startUps(): Promise<StartUp[]> {
  const commands = [
    ['npm', 'run', '-s', 'ask', '--', QUESTION],
    [process.execPath, 'bin/run.js', 'src/main.ts', 'ask', QUESTION],
  ] as const;
  const measured: StartUp[] = [];
  for (const [program, ...args] of commands) {
    await firstByte(program, args);
    const times: number[] = [];
    for (let n = 0; n < RUNS; n += 1) times.push(await firstByte(program, args));
    const name = program === process.execPath ? 'node' : program;
    measured.push({
      command: [name, ...args.slice(0, -1)].join(' '),
      milliseconds: quantile(times, 0.5),
      runs: RUNS,
    });
  }
  return measured;
}

/** NaN where the process fails. */
function firstByte(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let answered = Number.NaN;
    child.stdout.once('data', () => {
      answered = performance.now() - from;
    });
    child.on('error', () => resolve(Number.NaN));
    child.on('close', (code) => resolve(code === 0 ? answered : Number.NaN));
  });
}
