// Runs a trial in its own process.
import { fork } from 'node:child_process';
import { Unusable } from '../unusable.ts';
import { runScopes, type ScopesResult, type ScopesTrial } from './scopes.ts';
import { run, type Trial, type TrialResult } from './trial.ts';

/** In MiB: MiniSearch over 500,000 sentences needs more than Node gives by itself. */
const MOST_HEAP = 8192;

type Message<R> = { readonly doing: string } | { readonly result: R };

/**
 * Runs a trial in a process of its own, so that nobody's garbage counts as another's heap: `script` is started
 * again and must call `answerParent`. Rejects with `Unusable` if the process ends without a result, which it may for
 * want of memory; what it had to say stands on standard error.
 */
export function runIsolated(
  script: string,
  trial: Trial,
  tell: (doing: string) => void,
): Promise<TrialResult> {
  return runAlone(script, trial, trial.contestant, MOST_HEAP, tell);
}

/** In MiB: the rest of a machine's gigabyte is for what is not in the heap. */
const HEAP_OF_A_GIGABYTE = 768;

/** The same with scopes, in a gigabyte. */
export function runScopesIsolated(
  script: string,
  trial: ScopesTrial,
  tell: (doing: string) => void,
): Promise<ScopesResult> {
  return runAlone(script, trial, `${trial.scopes} scopes`, HEAP_OF_A_GIGABYTE, tell);
}

function runAlone<R>(
  script: string,
  trial: object,
  name: string,
  heap: number,
  tell: (doing: string) => void,
): Promise<R> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [], {
      env: { ...process.env, BENCH_TRIAL: JSON.stringify(trial) },
      execArgv: ['--expose-gc', `--max-old-space-size=${heap}`],
    });
    let result: R | undefined;
    child.on('message', (message: Message<R>) => {
      if ('doing' in message) tell(message.doing);
      else result = message.result;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (result) resolve(result);
      else reject(new Unusable(`${name} ended without a result (${signal ?? code}).`));
    });
  });
}

/** In the process of a trial: runs it, sends its result and returns true. */
export async function answerParent(): Promise<boolean> {
  const { BENCH_TRIAL } = process.env;
  if (BENCH_TRIAL === undefined || !process.send) return false;
  const send = (message: Message<TrialResult | ScopesResult>) => process.send?.(message);
  const trial: Trial | ScopesTrial = JSON.parse(BENCH_TRIAL);
  const tell = (doing: string) => send({ doing });
  send({ result: 'scopes' in trial ? await runScopes(trial, tell) : await run(trial, tell) });
  return true;
}
